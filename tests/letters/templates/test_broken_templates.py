"""Templates that are broken in two hundred ways: each is refused in words, or makes a letter; the old one stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import pytest

from app.application import Meldboek
from app.kernel.errors import Invalid
from app.letters.paper.layout import pages_of
from app.letters.templates.catalogue import templates
from app.letters.templates.filling import blanks_in
from app.letters.templates.wordings import NewWording
from app.sentences import sentence
from tests.letters.conftest import Office

ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ first_name.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ first_name|attr('__class__') }}",
    "{{ first_name.format(1) }}",
    "{{ config }}",
    "{{ request.environ }}",
    "{{ school['__class__'] }}",
    "{% import 'os' as os %}{{ os }}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% set x = 1 %}",
    "{% macro m() %}x{% endmacro %}{{ m() }}",
    "{% for letter in school %}{{ letter }}{% endfor %}",
    "{% for a in range(10**9) %}{% endfor %}",
    "{{ 'x' * 10**9 }}",
    "{{ 2 ** 99999999 }}",
    "{{ range(10**9)|list }}",
    "{% if school == 'x' %}a{% endif %}",
    "{% if school is defined %}a{% endif %}",
    "{{ school, city }}",
    "{{ None }}",
    "{{ true }}",
    "{{ }}",
    "{% %}",
    "{%",
    "{{",
    "}}",
    "{#",
    "{% raw %}{{ x }}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% if school %}",
    "{% endif %}",
    "{% else %}",
    "{% autoescape true %}{{ school }}{% endautoescape %}",
    "{% with %}{{ school }}{% endwith %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block b %}x{% endblock %}",
    "{{ é }}",
    "{{ School }}",
    "<img src='/etc/passwd'>",
    "<b>vet</b>",
    "[verzonnen deel]",
    "**",
    "- \n- \n- ",
    "| a | b | c | d",
    "‹vul in: iets›",
    "x" * 41_000,
    "{% if school %}" * 100 + "x" + "{% endif %}" * 100,
    "{% if " + " or ".join(["school"] * 3000) + " %}x{% endif %}",
    "{% if " + " and ".join(["school"] * 300) + " %}x{% endif %}",
    "{{ " + "(" * 400 + "school" + ")" * 400 + " }}",
    "{{ school }}" * 3000,
    "\u202e\x00\t\r\n{{ school }}",
    "\N{NO-BREAK SPACE}{{\N{NO-BREAK SPACE}school\N{NO-BREAK SPACE}}}",
)
Change = Callable[[str, Random], str]


def _put_in(text: str, luck: Random) -> str:
    at = luck.randrange(len(text) + 1)
    return text[:at] + luck.choice(ESCAPES) + text[at:]


def _cut(text: str, luck: Random) -> str:
    first, last = sorted(luck.randrange(len(text) + 1) for _each in range(2))
    return text[:first] + text[last:]


def _without_a_brace(text: str, luck: Random) -> str:
    places = [place for place, sign in enumerate(text) if sign in "{}[]%"]
    at = luck.choice(places)
    return text[:at] + text[at + 1 :]


def _shuffled(text: str, luck: Random) -> str:
    lines = text.split("\n")
    luck.shuffle(lines)
    return "\n".join(lines)


def _misspelt(text: str, luck: Random) -> str:
    name = luck.choice(sorted(blanks_in(text)))
    return text.replace(name, name[:-1] + luck.choice("xyz."), 1)


def _doubled(text: str, luck: Random) -> str:
    return text * luck.randrange(2, 60)


CHANGES: Sequence[Change] = (_put_in, _put_in, _put_in, _cut, _without_a_brace, _shuffled, _misspelt, _doubled)


def broken(turn: int) -> NewWording:
    """One template as somebody might spoil it."""
    luck = Random(turn)  # noqa: S311 - no secret
    language = luck.choice(("nl", "nl", "nl", "en"))
    template = luck.choice(list(templates(language).values()))
    new = NewWording(template.code, language, template.subject, template.body, template.closing)
    if turn < len(ESCAPES):
        return replace(new, body=new.body + "\n\n" + ESCAPES[turn])
    change = luck.choice(CHANGES)
    if change is not _misspelt and change is not _without_a_brace and luck.random() < 0.2:
        return replace(new, subject=change(new.subject, luck), closing=_put_in("", luck), copies=(_put_in("", luck),))
    return replace(new, body=change(new.body, luck))


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_a_broken_template_is_refused_in_words_or_makes_a_letter(meldboek: Meldboek, start: int) -> None:
    refused = 0
    for turn in range(start, start + 50):
        new = broken(turn)
        before = meldboek.wordings.template(new.code, new.language)
        try:
            meldboek.wordings.save(new)
        except Invalid as error:
            refused += 1
            told = sentence(error)
            assert told[-1] in ".?", told
            assert "letters." not in told
            assert "None" not in told
            assert meldboek.wordings.template(new.code, new.language) == before
        template = meldboek.wordings.template(new.code, new.language)
        assert pages_of(meldboek.wordings.specimen(template, meldboek.school).draw()) >= 1
    assert refused >= 15


def test_a_letter_is_written_after_a_broken_template(meldboek: Meldboek, office: Office) -> None:
    shipped = templates()["pupil_warning"]
    measure, kept = office.measure(), 0
    for turn, escape in enumerate(ESCAPES[::4]):
        luck = Random(turn)  # noqa: S311 - no secret
        body = _put_in(shipped.body, luck) if turn % 2 else f"{shipped.body}\n\n{escape}"
        try:
            meldboek.wordings.save(NewWording(shipped.code, "nl", shipped.subject, body))
            kept += 1
        except Invalid:
            pass
        (letter,) = office.letters.draft_for_measure(measure)[-1:]
        assert pages_of(office.letters.preview(letter)) >= 1
        assert "__class__" not in office.letters.letter(letter).body or "{" not in body
        office.letters.discard(letter)
    assert 0 < kept < len(ESCAPES[::4])
