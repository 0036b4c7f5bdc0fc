"""Vandaag reminds the leadership of the answer that the board owes a complainant."""

from __future__ import annotations

from datetime import date

from app.agenda.rules import AgendaItem
from app.application import Meldboek
from app.cases.inputs import NewReport

TODAY, DUE = date(2026, 11, 16), date(2026, 11, 30)


def owed(meldboek: Meldboek) -> list[AgendaItem]:
    found = meldboek.agenda.between(TODAY, date(2026, 12, 31))
    return [item for item in found if item.key.startswith("complaint:")]


def test_the_last_day_for_the_answer_stands_on_vandaag_until_it_is_given(meldboek: Meldboek) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Appgroep"))
    complaint = cases.complaints.receive(case_id, "Te laat gebeld met moeder", date(2026, 10, 1))
    assert owed(meldboek) == []
    cases.complaints.opinion(case_id, complaint, date(2026, 11, 2), "Deels gegrond.")
    (item,) = owed(meldboek)
    assert (item.title, item.subject, item.due) == ("Bestuur antwoordt op klacht", "zaak SM-001", DUE)
    assert (item.page, item.target) == ("cases", case_id)
    cases.complaints.answer(case_id, complaint, TODAY, "Wij volgen het oordeel.")
    assert owed(meldboek) == []
