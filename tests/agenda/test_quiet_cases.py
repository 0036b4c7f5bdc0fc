"""Vandaag brings up a case that nobody touched, and shows the gravest open case first."""

from __future__ import annotations

from datetime import timedelta

from app.application import Meldboek
from app.cases.inputs import NewReport
from app.cases.rules import CaseSeverity, NewTriage
from app.kernel.clock import FixedClock


def test_a_case_that_lies_still_for_three_weeks_is_brought_up(meldboek: Meldboek, clock: FixedClock) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Appgroep"))
    cases.triage(case_id, NewTriage(True))
    clock.at += timedelta(days=20)
    assert not [item for item in meldboek.agenda.today().overdue if item.key.startswith("quiet")]
    clock.at += timedelta(days=1)
    lists = meldboek.agenda.today()
    found = [item for item in (*lists.overdue, *lists.today) if item.key.startswith("quiet")]
    assert [(item.title, item.tag, item.target) for item in found] == [
        ("Zaak ligt stil: verder of afsluiten", "al 21 dagen niets gedaan", case_id)
    ]


def test_the_gravest_open_case_stands_first(meldboek: Meldboek) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    for severity in (CaseSeverity.SERIOUS, CaseSeverity.LIGHT, CaseSeverity.MEDIUM):
        cases.report(NewReport(str(severity), severity=severity))
    assert [line.severity for line in meldboek.agenda.overview().cases] == ["serious", "medium", "light"]
