"""What of the cases is counted in the yearly figures: days, weight and categories, without a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.rules import CaseSeverity
from app.cases.tables import Case, Involvement


@dataclass(frozen=True)
class CaseCount:
    """One case as it is counted; ``categories`` are codes, each once, and so are the groups of its pupils."""

    id: int
    opened_at: datetime
    closed_at: datetime | None
    severity: CaseSeverity
    categories: frozenset[str]
    platform: str = ""
    groups: frozenset[str] = frozenset()


def counts(session: Session, visible: ColumnElement[bool], since: datetime, until: datetime) -> tuple[CaseCount, ...]:
    """The cases opened from one instant up to another, in two statements however many there are."""
    within = (visible, Case.opened_at >= since, Case.opened_at < until)
    columns = select(Case.id, Case.opened_at, Case.closed_at, Case.severity, Case.platform).where(*within)
    parts: dict[int, set[str]] = defaultdict(set)
    groups: dict[int, set[str]] = defaultdict(set)
    named = select(Involvement.case_id, Involvement.category, Involvement.group_name)
    told = (Involvement.category != "") | (Involvement.group_name != "")
    for case_id, category, group in session.execute(
        named.join(Case, Case.id == Involvement.case_id).where(*within, told)
    ):
        parts[case_id] |= {category} - {""}
        groups[case_id] |= {group} - {""}
    return tuple(
        CaseCount(
            row.id,
            row.opened_at,
            row.closed_at,
            CaseSeverity(row.severity),
            frozenset(parts[row.id]),
            row.platform,
            frozenset(groups[row.id]),
        )
        for row in session.execute(columns.order_by(Case.id))
    )
