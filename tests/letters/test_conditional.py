"""A conditional suspension says in its letter that it does not begin yet: no days, no notice to the inspectorate."""

from __future__ import annotations

from datetime import date

from app.measures.facts import Draft
from app.measures.lines import NewMeasure
from tests.letters.conftest import Office


def test_the_letter_of_a_conditional_suspension_names_the_period_and_no_days(office: Office) -> None:
    draft = Draft("pupil.SUSPENSION", facts="Noor filmde.", reasons="Opnieuw.", probation_until=date(2027, 2, 16))
    measure = office.measures.propose(NewMeasure(office.case_id, office.cast.noor, draft))
    bodies = {letter.template: letter.body for letter in map(office.letters.letter, _made(office, measure))}
    assert "inspectorate_notice" not in bodies
    body = bodies["pupil_suspension"]
    assert "**voorwaardelijk schorsen**" in body
    assert "tot en met 16 februari 2027 opnieuw" in body
    for words in ("De schorsing geldt", "schooldag", "Inspectie", "schoolwerk"):
        assert words not in body


def test_the_letter_of_a_suspension_is_not_conditional(office: Office) -> None:
    body = office.letters.letter(_made(office, office.measure("pupil.SUSPENSION"))[-2]).body
    assert "**schorsen**" in body
    assert "De schorsing geldt" in body


def _made(office: Office, measure: int) -> tuple[int, ...]:
    return tuple(office.letters.draft_for_measure(measure))
