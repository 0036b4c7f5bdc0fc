"""What the police still does with a case, for the yearly proposal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.police.tables import PoliceDecisionRow, PoliceReportRow
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class KeptReports:
    """The reports of one case: whether one is still open, and when the last was closed."""

    is_open: bool
    closed_on: date | None


def of_cases(casework: Drawer) -> dict[int, KeptReports]:
    """By case, also of a case in which the school decided not to go to the police."""
    with casework.read() as session:
        days = defaultdict[int, list[date | None]](list)
        for case_id, closed in session.execute(select(PoliceReportRow.case_id, PoliceReportRow.closed_on)):
            days[case_id].append(closed)
        decided = session.scalars(select(PoliceDecisionRow.case_id))
        found = {case_id: KeptReports(is_open=False, closed_on=None) for case_id in decided}
    return found | {
        case_id: KeptReports(None in closed, max((day for day in closed if day is not None), default=None))
        for case_id, closed in days.items()
    }
