"""A kind of report as the forms offer it, and as the school adds one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.cases.rules import CaseSeverity
from app.protocol.rules import Bound


@dataclass(frozen=True)
class NewCategory:
    """A kind that the school adds; ``sexual`` when pictures may turn up with it that nobody may keep."""

    title: str
    sides: tuple[Bound, ...]
    severity: CaseSeverity = CaseSeverity.LIGHT
    article: str = "A8"
    sexual: bool = False


@dataclass(frozen=True)
class CategoryLine:
    """A kind of report: whose part it can be, how heavy it usually is, and under which article it falls."""

    code: str
    title: str
    sides: tuple[Bound, ...]
    severity: CaseSeverity
    article: str
    sexual: bool
    is_own: bool = False
    is_hidden: bool = False


def offered(lines: Iterable[CategoryLine], side: Bound | None, kept: str = "") -> tuple[CategoryLine, ...]:
    """What can be chosen for somebody of this side; ``kept`` was chosen before and stays among them."""
    return tuple(
        line for line in lines if line.code == kept or (not line.is_hidden and (side is None or side in line.sides))
    )


def heaviest(lines: Iterable[CategoryLine], codes: Iterable[str]) -> CaseSeverity | None:
    """How heavy these kinds usually are together: as the heaviest of them."""
    chosen, order = set(codes), list(CaseSeverity)
    found = [line.severity for line in lines if line.code in chosen]
    return max(found, key=order.index) if found else None
