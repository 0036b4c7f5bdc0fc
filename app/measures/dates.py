"""The days of a measure that ask for attention: reviews, ends, terms of others, notices to give, what leaves a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.terms import compute_term
from app.measures.common_rules import INFORMAL
from app.measures.employee_rules import review_days
from app.measures.lines import DatedItem
from app.measures.reading import Reader
from app.measures.tables import HearingRow, MeasureRow, ProceedingRow
from app.protocol.remedy_rules import RemedyKind
from app.protocol.rules import Protocol

NOTICES = {"pupil.SUSPENSION": "inspectorate", "pupil.REMOVAL": "municipality"}
Days = Iterator[tuple[str, date]]


def dated_items(
    session: Session,
    row: MeasureRow,
    reader: Reader,
    protocol: Protocol,
    contested: Sequence[ProceedingRow],
    on: date,
) -> Iterator[DatedItem]:
    """What this measure still asks, each with its day; a day before ``on`` is overdue."""
    values = {"rung": reader.label(row.rung), "person": reader.name(row.person_id)}
    for word, day in _days(session, row, reader, protocol, contested, on):
        target = ("measure", row.id)
        yield DatedItem(f"measures.due.{word}", day, row.person_id, row.case_id, target, values, row.case_number)


def _days(
    session: Session,
    row: MeasureRow,
    reader: Reader,
    protocol: Protocol,
    contested: Sequence[ProceedingRow],
    on: date,
) -> Days:
    if row.settled_at is None:
        yield from _of_proposed(row, protocol)
        yield from _of_hearings(session, row)
        return
    if row.ended_on is None:
        yield from _of_decided(row, protocol, on)
        yield from _of_run(row, protocol, on)
    yield from _of_file(row)
    yield from _of_contest(row, reader, contested, on)


def _of_proposed(row: MeasureRow, protocol: Protocol) -> Days:
    if row.intent_on is not None and "employee.defence" in protocol.rung(row.rung).terms and row.views_on is None:
        definition = protocol.term("employee.defence", row.intent_on)
        yield "views", compute_term(definition, row.intent_on).last_day
    if row.rung == "employee.SUMMARY_DISMISSAL" and row.knowledge_at is not None:
        known = row.knowledge_at.date()
        yield "summary", compute_term(protocol.term("employee.summary_dismissal", known), known).last_day


def _of_hearings(session: Session, row: MeasureRow) -> Days:
    planned = select(HearingRow.planned_at).where(
        HearingRow.measure_id == row.id, HearingRow.held_at.is_(None), HearingRow.planned_at.is_not(None)
    )
    days = {at.date() for at in session.scalars(planned.where(HearingRow.why_not == "")) if at}
    yield from (("hearing", day) for day in sorted(days))


def _of_decided(row: MeasureRow, protocol: Protocol, on: date) -> Days:
    decided = row.decided_on or on
    if row.communicated_on is None and row.rung.partition(".")[2] not in INFORMAL:
        yield "communicate", decided
    if row.rung in NOTICES and row.authority_told_on is None and not _is_short(row, protocol):
        yield NOTICES[row.rung], decided


def _of_run(row: MeasureRow, protocol: Protocol, on: date) -> Days:
    if row.last_day is not None and row.last_day >= on:
        yield "ends", row.last_day
    if row.rung == "employee.SUSPENSION" and row.first_day is not None:
        reviews = review_days(protocol, row.first_day, row.last_day)
        yield from (("review", day) for _number, day in reviews if day >= on)
    if row.return_talk_at is not None and row.return_talk_held_on is None:
        yield "return_talk", row.return_talk_at.date()
    if row.probation_until is not None and row.probation_until >= on:
        yield "probation", row.probation_until


def _of_file(row: MeasureRow) -> Days:
    if row.lapses_on is not None and row.lapsed_on is None:
        yield "lapses", row.lapses_on


def _of_contest(row: MeasureRow, reader: Reader, contested: Sequence[ProceedingRow], on: date) -> Days:
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


def _is_short(row: MeasureRow, protocol: Protocol) -> bool:
    if row.rung != "pupil.SUSPENSION" or row.first_day is None or row.last_day is None:
        return False
    allowed = protocol.number("pupil.suspension.tell_over_days", row.decided_on)
    return (row.last_day - row.first_day).days + 1 <= allowed
