"""The days of a measure that ask for attention: reviews, ends, terms of others, notices to give, what leaves a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Date, Row, Select, bindparam, select
from sqlalchemy.orm import Session

from app.kernel.terms import compute_term
from app.measures.employee_rules import review_days
from app.measures.intents import FAMILIES, arranged, asks_hearing, must_be_given
from app.measures.lines import DatedItem
from app.measures.reading import Reader, proceedings_of
from app.measures.tables import HearingRow, MeasureRow, ProceedingRow
from app.protocol.remedy_rules import RemedyKind
from app.protocol.rules import Protocol

NOTICES = {"pupil.SUSPENSION": "inspectorate", "pupil.REMOVAL": "municipality"}
COLUMNS = (  # reading these is far quicker than reading whole measures, and Vandaag is painted as soon as they are read
    MeasureRow.id,
    MeasureRow.case_id,
    MeasureRow.case_number,
    MeasureRow.person_id,
    MeasureRow.rung,
    MeasureRow.intent_on,
    MeasureRow.views_on,
    MeasureRow.knowledge_at,
    MeasureRow.settled_at,
    MeasureRow.decided_on,
    MeasureRow.first_day,
    MeasureRow.last_day,
    MeasureRow.communicated_on,
    MeasureRow.received_on,
    MeasureRow.authority_told_on,
    MeasureRow.return_talk_at,
    MeasureRow.return_talk_held_on,
    MeasureRow.probation_until,
    MeasureRow.lapses_on,
    MeasureRow.lapsed_on,
    MeasureRow.ended_on,
)
_AHEAD = select(HearingRow.measure_id, HearingRow.planned_at).where(
    HearingRow.measure_id.in_(bindparam("measures", expanding=True)),
    HearingRow.held_at.is_(None) & (HearingRow.why_not == ""),
)
Days = Iterator[tuple[str, date]]
AnyRow = Row[Any]


@dataclass(frozen=True)
class Around:
    """What hangs on the measures whose days are asked, read at once for all of them."""

    contested: Mapping[int, Sequence[ProceedingRow]]
    hearings: Mapping[int, frozenset[date]]
    arranged: frozenset[int] = frozenset()
    waits: frozenset[int] = frozenset()
    """Those in whose case the inspector comes first: nobody is heard before that call."""


def rows_with_days(session: Session, visible: Select[int], on: date, ahead: timedelta) -> Sequence[AnyRow]:
    """The measures that can ask something on this day, in the order in which they were proposed."""
    days = {"young": on - timedelta(days=120), "soon": on + ahead}
    rows: Sequence[Any] = session.execute(_asking(visible), days).all()
    return rows


@cache
def _asking(visible: Select[int]) -> Select[*tuple[Any, ...]]:
    standing = MeasureRow.withdrawn_on.is_(None) & MeasureRow.quashed_on.is_(None)
    young = MeasureRow.settled_at.is_(None) | (MeasureRow.decided_on > bindparam("young", type_=Date))
    contested = MeasureRow.id.in_(select(ProceedingRow.measure_id).where(ProceedingRow.decided_on.is_(None)))
    lapsing = MeasureRow.lapsed_on.is_(None) & (MeasureRow.lapses_on <= bindparam("soon", type_=Date))
    mine = MeasureRow.case_id.in_(visible)
    return select(*COLUMNS).where(standing, young | contested | lapsing, mine).order_by(MeasureRow.id)


def around(session: Session, rows: Sequence[AnyRow]) -> Around:
    """What was brought against these measures, and the talks that are planned before their decisions."""
    proposed = [row.id for row in rows if row.settled_at is None]
    decided = [row.id for row in rows if row.settled_at is not None]
    contested = proceedings_of(session, decided) if decided else {}
    if not proposed:
        return Around(contested, {})
    return Around(contested, _planned(session, proposed), arranged(session, proposed))


def _planned(session: Session, ids: Sequence[int]) -> dict[int, frozenset[date]]:
    found: dict[int, set[date]] = defaultdict(set)
    for measure_id, planned_at in session.execute(_AHEAD, {"measures": list(ids)}):
        if planned_at is not None:
            found[measure_id].add(planned_at.date())
    return {measure_id: frozenset(days) for measure_id, days in found.items()}


def dated_items(row: AnyRow, reader: Reader, protocol: Protocol, found: Around, on: date) -> Iterator[DatedItem]:
    """What this measure still asks, each with its day; a day before ``on`` is overdue."""
    values = {"rung": reader.label(row.rung), "person": reader.name(row.person_id)}
    for word, day in _days(row, reader, protocol, found, on):
        target = ("measure", row.id)
        yield DatedItem(f"measures.due.{word}", day, row.person_id, row.case_id, target, values, row.case_number)


def _days(row: AnyRow, reader: Reader, protocol: Protocol, found: Around, on: date) -> Days:
    if row.settled_at is None:
        yield from _of_proposed(row, protocol)
        yield from _of_hearings(row, protocol, found)
        return
    if row.ended_on is None:
        yield from _of_decided(row, protocol, on)
        yield from _of_run(row, protocol, on)
    yield from _of_file(row)
    yield from _of_contest(row, reader, found.contested.get(row.id, ()), on)


def _of_proposed(row: AnyRow, protocol: Protocol) -> Days:
    if row.intent_on is not None and "employee.defence" in protocol.rung(row.rung).terms and row.views_on is None:
        definition = protocol.term("employee.defence", row.intent_on)
        yield "views", compute_term(definition, row.intent_on).last_day
    if row.rung == "employee.SUMMARY_DISMISSAL" and row.knowledge_at is not None:
        known = row.knowledge_at.date()
        yield "summary", compute_term(protocol.term("employee.summary_dismissal", known), known).last_day


def _of_hearings(row: AnyRow, protocol: Protocol, found: Around) -> Days:
    word = "hearing_waits" if row.id in found.waits else "hearing"
    yield from ((word, day) for day in sorted(found.hearings.get(row.id, ())))
    settled = row.id in found.waits or row.id in found.arranged or not row.rung.startswith(FAMILIES)
    if row.intent_on is not None and not settled and asks_hearing(protocol.rung(row.rung)):
        yield "plan_hearing", row.intent_on


def _of_decided(row: AnyRow, protocol: Protocol, on: date) -> Days:
    decided = row.decided_on or on
    if row.communicated_on is None and must_be_given(row.rung):
        yield "communicate", decided
    untold = row.rung in NOTICES and row.authority_told_on is None and row.probation_until is None
    if untold and not _is_short(row, protocol):
        yield NOTICES[row.rung], decided


def _of_run(row: AnyRow, protocol: Protocol, on: date) -> Days:
    if row.last_day is not None and row.last_day >= on:
        yield "ends", row.last_day
    if row.rung == "employee.SUSPENSION" and row.first_day is not None:
        reviews = review_days(protocol, row.first_day, row.last_day)
        yield from (("review", day) for _number, day in reviews if day >= on)
    if row.return_talk_at is not None and row.return_talk_held_on is None:
        yield "return_talk", row.return_talk_at.date()
    if row.probation_until is not None and row.probation_until >= on:
        yield "probation", row.probation_until


def _of_file(row: AnyRow) -> Days:
    if row.lapses_on is not None and row.lapsed_on is None:
        yield "lapses", row.lapses_on


def _of_contest(row: AnyRow, reader: Reader, contested: Sequence[ProceedingRow], on: date) -> Days:
    lines = reader.proceedings(row, contested)
    for line in (line for line in lines if line.is_open):
        if line.hearing_on is not None and line.hearing_on >= on:
            yield "objection_hearing", line.hearing_on
        if line.decide_until is not None:
            yield "opinion" if line.kind is RemedyKind.DISPUTE else "objection_decision", line.decide_until
    if not lines:
        until = reader.objection_until(row)
        if until is not None and until >= on:
            yield "objection", until


def _is_short(row: AnyRow, protocol: Protocol) -> bool:
    if row.rung != "pupil.SUSPENSION" or row.first_day is None or row.last_day is None:
        return False
    allowed = protocol.number("pupil.suspension.tell_over_days", row.decided_on)
    return bool((row.last_day - row.first_day).days + 1 <= allowed)
