"""The days of a measure that ask for attention: reviews, ends, terms of others, notices to give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.kernel.calendar import add_working_days
from app.kernel.terms import compute_term
from app.measures.common_rules import INFORMAL
from app.measures.employee_rules import SILENT_WORKING_DAYS, review_days
from app.measures.lines import DatedItem
from app.measures.reading import Reader
from app.measures.tables import MeasureRow
from app.protocol.rules import Protocol

NOTICES = {"pupil.SUSPENSION": "inspectorate", "pupil.REMOVAL": "municipality"}


def dated_items(row: MeasureRow, reader: Reader, protocol: Protocol, on: date) -> Iterator[DatedItem]:
    """What this measure still asks, each with its day; a day before ``on`` is overdue."""
    days = _of_decided(row, reader, on) if row.settled_at else _of_proposed(row, protocol)
    for word, day in days:
        values = {"rung": reader.label(row.rung), "person": reader.name(row.person_id)}
        yield DatedItem(f"measures.due.{word}", day, row.person_id, row.case_id, ("measure", row.id), values)


def _of_proposed(row: MeasureRow, protocol: Protocol) -> Iterator[tuple[str, date]]:
    if row.intent_on is not None and "employee.defence" in protocol.rung(row.rung).terms and row.views_on is None:
        yield "views", compute_term(protocol.term("employee.defence"), row.intent_on).last_day
    if row.rung == "employee.SUMMARY_DISMISSAL" and row.knowledge_at is not None:
        yield "summary", add_working_days(row.knowledge_at.date(), SILENT_WORKING_DAYS)


def _of_decided(row: MeasureRow, reader: Reader, on: date) -> Iterator[tuple[str, date]]:
    decided = row.decided_on or on
    if row.communicated_on is None and row.rung.partition(".")[2] not in INFORMAL:
        yield "communicate", decided
    if row.rung in NOTICES and row.authority_told_on is None and not _is_one_day(row):
        yield NOTICES[row.rung], decided
    if row.last_day is not None and row.last_day >= on:
        yield "ends", row.last_day
    if row.rung == "employee.SUSPENSION" and row.first_day is not None:
        yield from (("review", day) for _number, day in review_days(row.first_day, row.last_day) if day >= on)
    if row.objection_on is not None:
        if row.objection_decided_on is None:
            yield "objection_decision", reader.objection_decision(row)
        return
    until = reader.objection_until(row)
    if until is not None and until >= on:
        yield "objection", until


def _is_one_day(row: MeasureRow) -> bool:
    return row.first_day is not None and row.first_day == row.last_day
