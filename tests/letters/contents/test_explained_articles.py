"""Articles A3 and A4 explain what comes of posting: once in a letter, in every warning, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.letters.contents.facts import of_case
from app.letters.lines import NewLetter
from app.protocol.service import load_protocol
from tests.letters.conftest import Office

WARNINGS = ("pupil_warning", "guardian_warning", "employee_warning")


def test_every_warning_explains_that_what_one_posts_is_ones_own_and_stays(office: Office) -> None:
    warned = {"pupil_warning": office.cast.pien, "employee_warning": office.cast.hartog,
              "guardian_warning": office.people.pupil(office.cast.pien).guardians[0].id}  # fmt: skip
    for code in WARNINGS:
        letter = office.letters.draft(NewLetter(code, office.case_id, warned[code]))[0]
        body = office.letters.letter(letter).body
        assert "zelf verantwoordelijk" in body
        assert "kan altijd bekend blijven" in body


@pytest.mark.parametrize("code", ["pupil_warning", "guardian_warning"])
def test_an_english_warning_explains_it_too(office: Office, code: str) -> None:
    mother = office.people.pupil(office.cast.pien).guardians[0].id
    person = office.cast.pien if code == "pupil_warning" else mother
    letter = office.letters.draft(NewLetter(code, office.case_id, person, language="en"))[0]
    assert "can stay known" in office.letters.letter(letter).body


@pytest.mark.parametrize(
    ("articles", "once"), [(("A1",), 2), (("A3",), 1), (("A4", "A1"), 1), (("A3", "A4"), 0), ((), 2)]
)
def test_an_article_that_is_the_reason_itself_is_not_explained_again(
    office: Office, articles: tuple[str, ...], once: int
) -> None:
    protocol = load_protocol()
    case = replace(office.cases.case(office.case_id), articles=articles)
    told = str(of_case(case, protocol)["responsibility"])
    texts = [protocol.article(code).text for code in ("A3", "A4")]
    assert sum(text in told for text in texts) == once
    for code in set(articles) & {"A3", "A4"}:
        assert protocol.article(code).text not in told
