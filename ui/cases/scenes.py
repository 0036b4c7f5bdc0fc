"""The states of the page of cases that are drawn for the manual and the checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.kit.desk import Desk
from ui.kit.page import Picture

PREVENTION = "prevention"
_SHEETS = (
    *("triage", "close_case", "add_task", "grant", "complain", "hand_over", "aside", "link"),
    *("refer", "wait", "fill_own", "look_at_evidence"),
)


def pictures(desk: Desk) -> tuple[Picture, ...]:
    """The list, the case with the longest story with its sheets, a new report, and prevention."""
    casework = desk.meldboek.casework
    lines = casework.cases.list() if casework else ()
    first = lines[0].id if lines else None

    def sheet(act: str) -> Callable[[Any], object]:
        def show(page: Any) -> None:
            page.open(first)
            getattr(page.view, act)()

        return show

    return (
        Picture("cases"),
        Picture("case", lambda page: page.open(first)),
        Picture("report", lambda page: page.new()),
        Picture("prevention", lambda page: page.open(PREVENTION)),
        *(Picture(f"case_{act}", sheet(act)) for act in _SHEETS),
    )
