"""What the term of measures, procedures and devices hangs on, for the yearly proposal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.measures.tables import BasisRow, DeviceRow, MeasureRow, ProceedingRow
from app.vault.drawers.database import Drawer

_GRAVE = ("SUSPENSION", "REMOVAL", "DISMISSAL", "SUMMARY_DISMISSAL")


@dataclass(frozen=True)
class KeptMeasures:
    """The measures of one case: whose, whether one is grave, whether a procedure is open, and when the last ended."""

    persons: tuple[int, ...]
    is_grave: bool
    procedure_open: bool
    procedure_ended_on: date | None


@dataclass(frozen=True)
class KeptDevice:
    """The receipt of a device that belongs to no case, given back on that day."""

    id: int
    returned_on: date


def of_cases(casework: Drawer) -> dict[int, KeptMeasures]:
    """The settled measures by case, also by a case on which a measure of another rests."""
    with casework.read() as session:
        measures = {row.id: row for row in session.scalars(select(MeasureRow))}
        by_case = defaultdict[int, set[int]](set)
        for row in measures.values():
            by_case[row.case_id].add(row.id)
        for measure_id, case_id in session.execute(select(BasisRow.measure_id, BasisRow.case_id)):
            by_case[case_id].add(measure_id)
        ends = defaultdict[int, list[date | None]](list)
        for measure_id, decided in session.execute(select(ProceedingRow.measure_id, ProceedingRow.decided_on)):
            ends[measure_id].append(decided)
        return {case_id: _of([measures[one] for one in ids], ends) for case_id, ids in by_case.items()}


def loose_devices(casework: Drawer) -> tuple[KeptDevice, ...]:
    """The receipts of devices that were given back and belong to no case."""
    with casework.read() as session:
        query = select(DeviceRow).where(DeviceRow.case_id.is_(None), DeviceRow.returned_at.is_not(None))
        rows = session.scalars(query.order_by(DeviceRow.id))
        return tuple(KeptDevice(row.id, row.returned_at.date()) for row in rows if row.returned_at is not None)


def _of(rows: list[MeasureRow], ends: dict[int, list[date | None]]) -> KeptMeasures:
    decided = [day for row in rows for day in ends[row.id]]
    days = [day for day in decided if day is not None]
    return KeptMeasures(
        persons=tuple(sorted({row.person_id for row in rows})),
        is_grave=any(row.rung.rpartition(".")[2] in _GRAVE for row in rows),
        procedure_open=len(days) < len(decided),
        procedure_ended_on=max(days, default=None),
    )
