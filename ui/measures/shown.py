"""What the page Maatregelen shows: all measures, or one with its letters."""

from __future__ import annotations

from dataclasses import dataclass

from app.cases.lines import CaseLine
from app.letters.lines import LetterLine
from app.letters.rules import Addressee
from app.measures.form_lines import MeasureForm
from app.measures.lines import ContentLine, DeviceLine, MeasureLine, Wanted


@dataclass(frozen=True)
class Lines:
    """What the overview shows."""

    measures: tuple[MeasureLine, ...]
    counted: dict[Wanted, int]
    devices: tuple[DeviceLine, ...]
    contents: tuple[ContentLine, ...]
    cases: tuple[CaseLine, ...]
    unsent: frozenset[int]


@dataclass(frozen=True)
class Opened:
    """What one measure shows."""

    form: MeasureForm
    letters: tuple[LetterLine, ...]
    reached: tuple[Addressee, ...]
