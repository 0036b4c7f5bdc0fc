"""Templates that the school writes itself: versions, going back, and texts that would break a letter."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.kernel.errors import Invalid, Refused
from app.letters.paper.layout import pages_of
from app.letters.templates.blank_words import blank_word
from app.letters.templates.catalogue import shipped, templates
from app.letters.templates.specimen import known_blanks
from app.letters.templates.wordings import NewWording
from app.protocol.service import load_protocol
from tests.builders import PROFILE
from tests.letters.conftest import Office

CODE = "pupil_warning"


def wording(code: str = CODE, language: str = "nl") -> NewWording:
    template = shipped(code, language)
    return NewWording(code, language, template.subject, template.body, template.closing)


def with_text(extra: str) -> NewWording:
    return replace(wording(), body=wording().body + "\n\n" + extra)


def test_letters_are_written_from_the_schools_own_text_until_it_goes_back(meldboek: Meldboek, office: Office) -> None:
    meldboek.wordings.save(replace(with_text("Wij wensen u sterkte."), enclosures=("Protocol", " ")))
    (letter,) = office.letters.draft_for_measure(office.measure())[:1]
    card = office.letters.letter(letter)
    assert "Wij wensen u sterkte." in card.body
    assert card.enclosures == ("Protocol",)
    meldboek.wordings.reset(CODE)
    assert meldboek.wordings.template(CODE) == shipped(CODE)
    assert [line.is_reset for line in meldboek.wordings.versions(CODE)] == [True, False]
    assert "Wij wensen u sterkte." in office.letters.letter(letter).body


@pytest.mark.parametrize(
    "extra",
    [
        "{{ onbekend }}",
        "{{ facts",
        "{% if %}",
        "{% for letter in facts %}x{% endfor %}",
        "{{ facts.__class__ }}",
        "{{ range(1000000) }}",
        "{{ 7 * 7 }}",
        "{% include 'x' %}",
        "{% set a = 1 %}",
        "x" * 50_000,
        "{{ " + "(" * 2000,
    ],
)
def test_a_text_that_could_break_a_letter_is_refused(meldboek: Meldboek, extra: str) -> None:
    with pytest.raises(Invalid):
        meldboek.wordings.save(with_text(extra))
    assert meldboek.wordings.versions(CODE) == ()


def test_a_compulsory_part_stays(meldboek: Meldboek) -> None:
    with pytest.raises(Invalid, match=r"letters\.template_part"):
        meldboek.wordings.save(replace(wording(), body=wording().body.replace("[uw reactie]", "")))
    form = wording("consent_form")
    with pytest.raises(Invalid, match=r"letters\.template_lost"):
        meldboek.wordings.save(replace(form, body=form.body.replace("{{ signatures }}", "")))
    with pytest.raises(Invalid, match=r"letters\.no_subject"):
        meldboek.wordings.save(replace(wording(), subject=" "))


def test_only_the_leadership_writes_templates(as_administrator: Meldboek) -> None:
    with pytest.raises(Refused, match=r"letters\.template_leadership"):
        as_administrator.wordings.save(wording())
    with pytest.raises(Refused, match=r"letters\.template_leadership"):
        as_administrator.wordings.reset(CODE)


def test_every_template_makes_a_letter_and_passes_its_own_check(meldboek: Meldboek) -> None:
    lines = meldboek.wordings.all()
    assert {line.language for line in lines} == {"nl", "en"}
    for line in lines:
        template = meldboek.wordings.check(wording(line.code, line.language))
        assert pages_of(meldboek.wordings.specimen(template, meldboek.school).draw()) in {1, 2}


def test_every_blank_is_offered_in_words_of_its_own() -> None:
    for template in [*templates().values(), *templates("en").values()]:
        words = {name: blank_word(name) for name in known_blanks(template)}
        assert len(set(words.values())) == len(words), template.code


def test_a_paper_for_families_is_shown_as_it_is_printed(meldboek: Meldboek) -> None:
    shown = {
        code: PdfReader(BytesIO(meldboek.wordings.specimen(shipped(code), meldboek.school).draw())).pages[0]
        for code in ("consent_round", "consent_reminder", "consent_overview", "newsletter_text")
    }
    text = {code: " ".join(page.extract_text().split()) for code, page in shown.items()}
    for word in ("ja, alleen voor", "foto", "geluid", "Naam: Anna de Graaf", "Ik heb gezag", "Ouderapp"):
        assert word in text["consent_round"]
    assert "Met vriendelijke groet" in text["consent_reminder"]
    assert "Openbare website van de school" in text["consent_overview"]
    for code in shown:
        assert "VERTROUWELIJK" not in text[code]
        assert "Geachte" not in text[code]


def test_a_school_that_filled_in_little_still_sees_every_template(meldboek: Meldboek) -> None:
    meldboek.school.save_profile(replace(PROFILE, email="", board_address="", dpo_name="", dpo_email=""))
    for line in meldboek.wordings.all():
        template = meldboek.wordings.template(line.code, line.language)
        assert meldboek.wordings.specimen(template, meldboek.school).draw()


def test_every_template_says_how_long_it_is_kept() -> None:
    known = {row.code for row in load_protocol().retention}
    assert {template.retention for template in templates().values()} <= known


def test_a_letter_in_english_falls_back_on_dutch_where_there_is_none() -> None:
    assert shipped("pupil_suspension", "en").language == "en"
    assert shipped("removal", "en").language == "nl"


def test_the_newsletter_is_a_template_that_the_school_may_rewrite(meldboek: Meldboek) -> None:
    text = meldboek.wordings.newsletter(meldboek.school)
    assert "leerkracht van uw kind" in text
    assert meldboek.school.profile().name in text
    for mark in ("{{", "[", "**", "‹"):
        assert mark not in text
    template = meldboek.wordings.template("newsletter_text")
    body = template.body.replace("Vertel het aan", "Vertel het **gerust** aan")
    meldboek.wordings.save(NewWording(template.code, "nl", template.subject, body))
    assert "Vertel het gerust aan" in meldboek.wordings.newsletter(meldboek.school)
