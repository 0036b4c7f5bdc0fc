"""Who solves the printed report, all of its tables and totals at once, finds no number that was withheld."""

from __future__ import annotations

import random
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.insights import rules
from app.insights.paper import report_workbook
from app.insights.privacy_rules import LEAST
from app.insights.rules import LASTED, CaseFact, Labels, YearFacts
from app.insights.texts import PARTS

MANY = 10_000
MONTHS = {f"{number:02}": f"maand {number}" for number in (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)}
LABELS: Labels = {
    "month": MONTHS,
    "category": {code: code for code in ("INSULT", "THREAT", "IMAGE", "FAKE")},
    "severity": {code: code for code in ("light", "medium", "serious")},
    "platform": {code: code for code in ("WhatsApp", "TikTok", "other", "none")},
    "year_group": {str(number): str(number) for number in range(1, 9)},
    "lead_time": dict(zip(LASTED, LASTED, strict=True)),
    "rung": {code: code for code in ("talk", "warning", "suspension")},
    "object": {code: code for code in ("device", "content")},
    "call": {code: code for code in ("statutory_4a", "protocol_d3", "voluntary")},
    "police": {code: code for code in ("melding", "aangifte")},
    "takedown": {code: code for code in ("in_time", "late", "open")},
    "consent": {"answered": "ja", "missing": "nee"},
}
OF_CASES = ("month", "severity", "platform", "lead_time")  # every case stands once in each of these
MEDIAN = 3  # the number on top that is no sum; the ones below count without it
SUMS = {"rung": 3, "call": 4, "police": 5, "takedown": 6, "consent": 8} | dict.fromkeys(OF_CASES, 0)  # rows of the top
OPEN = 1
Known = dict[tuple[str, int], tuple[int, int]]  # table and row: the least and the most that it can be


def _case(rng: random.Random) -> CaseFact:
    opened = date(2026, 8, 1) + timedelta(days=rng.randrange(100))
    closed = None if rng.random() < 0.2 else opened + timedelta(days=rng.randrange(120))
    return CaseFact(
        opened,
        rng.choices(list(LABELS["severity"]), (30, 8, 1))[0],
        frozenset(rng.choices(list(LABELS["category"]), (20, 5, 2, 1), k=rng.randint(1, 2))),
        closed,
        rng.choices(list(LABELS["platform"]), (20, 4, 2, 1))[0],
        frozenset(rng.choices("678", (1, 4, 9))),
    )


def _facts(rng: random.Random, year: str) -> YearFacts:
    def some(code: str, most: int) -> tuple[str, ...]:
        return tuple(rng.choices(list(LABELS[code]), k=rng.randrange(most)))

    families = rng.randrange(200)
    return YearFacts(
        year,
        tuple(_case(rng) for _number in range(rng.choice((0, 3, 7, 15, 40, 90)))),
        some("rung", 40),
        some("object", 12),
        some("call", 12),
        some("police", 9),
        some("takedown", 30),
        (families - min(families, rng.randrange(9)), families),
    )


def _printed(data: bytes, column: int) -> dict[str, list[int | None]]:
    """What the workbook tells in one year; None is a dash. The numbers on top stand under ``top``."""
    book = load_workbook(BytesIO(data))
    sheets = dict(zip(("top", *LABELS), book.worksheets, strict=True))
    rows = {code: list(sheet.iter_rows(min_row=2, values_only=True)) for code, sheet in sheets.items()}
    return {
        code: [cell if isinstance(cell := row[column], int) else None for row in found] for code, found in rows.items()
    }


def _solved(printed: dict[str, list[int | None]]) -> Known:
    """Every withheld number with its bounds, narrowed by all sums until nothing changes."""
    known: Known = {
        (code, at): (0, MANY) if cell is None else (cell, cell)
        for code, cells in printed.items()
        for at, cell in enumerate(cells)
    }
    sums = [([(code, at) for at in range(len(printed[code]))], ("top", row)) for code, row in SUMS.items()]
    sums.append(([("lead_time", LASTED.index("open"))], ("top", OPEN)))
    sums.append(([("consent", 0)], ("top", 7)))
    changed = True
    while changed:
        before = dict(known)
        for parts, whole in sums:
            _narrow(known, parts, whole)
        changed = known != before
    return known


def _narrow(known: Known, parts: list[tuple[str, int]], whole: tuple[str, int]) -> None:
    least, most = (sum(known[part][side] for part in parts) for side in (0, 1))
    low, high = known[whole]
    low, high = max(low, least), min(high, most)
    known[whole] = low, high
    for part in parts:
        one, other = known[part]
        known[part] = max(one, low - (most - other)), min(other, high - (least - one))


@pytest.mark.parametrize("seed", range(60))
def test_no_withheld_number_can_be_worked_out_from_the_printed_tables(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - no secret
    made = rules.report(_facts(rng, "2026-2027"), _facts(rng, "2025-2026"), LABELS, public=True)
    data = report_workbook(made)
    assert len(load_workbook(BytesIO(data)).sheetnames) == len(PARTS) + 1
    for column in (1, 2):
        printed = _printed(data, column)
        del printed["top"][MEDIAN : MEDIAN + 1]
        assert not [cell for cells in printed.values() for cell in cells if cell is not None and 0 < cell < LEAST]
        for (code, at), (least, most) in _solved(printed).items():
            if printed[code][at] is None:
                assert least < most, (code, at, least)


def test_the_solver_finds_what_is_withheld_too_thinly() -> None:
    rng = random.Random(4)  # noqa: S311 - no secret
    made = rules.report(_facts(rng, "2026-2027"), YearFacts("2025-2026"), LABELS, public=False)
    printed = _printed(report_workbook(made), 1)
    del printed["top"][MEDIAN : MEDIAN + 1]
    at = next(at for at, cell in enumerate(printed["severity"]) if cell)
    told, printed["severity"][at] = printed["severity"][at], None
    assert _solved(printed)["severity", at] == (told, told)
