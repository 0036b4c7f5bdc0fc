"""The states of Maatregelen for the pictures: overview, a proposal, a decision, and every sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.measures.facts import STANDING, Status
from ui.kit.desk import Desk
from ui.kit.page import Picture

_OPEN = (Status.PROPOSED, Status.ANNOUNCED)


def pictures(desk: Desk) -> list[Picture]:
    """What there is to show in this school."""
    casework = desk.meldboek.casework
    lines = casework.measures.overview() if casework else ()
    states = [
        Picture("measures"),
        Picture("measures_device", lambda page: page.take_device()),
        Picture("measures_content", lambda page: page.ask_content()),
        Picture("measures_ladders", lambda page: page.exports.show_ladders()),
        Picture("measures_rung", _rung),
    ]
    held = casework.measures.devices.held() if casework else ()
    states += [Picture("measures_told", lambda page: page.tell_of_device(held[0]))] if held else []
    proposals = [line.id for line in lines if line.status in _OPEN]
    decided = [line.id for line in lines if line.status in STANDING]
    if proposals:
        states.append(Picture("measure", _opens(proposals[0])))
        states.append(Picture("measure_hearing", _opens(proposals[0], lambda page: page.view.form.hearings.edit(0))))
    if decided:
        states.append(Picture("measure_decided", _opens(decided[0])))
        states += [Picture(f"measure_{step}", _opens(decided[0], _records(step))) for step in ("object", "late")]
    return states


def _rung(page: Any) -> None:
    page.exports.show_ladders()
    page.desk.dialogs.current[-1].add()


def _opens(measure_id: int, then: Callable[[Any], object] = lambda _page: None) -> Callable[[Any], object]:
    def prepare(page: Any) -> None:
        page.open(("measure", measure_id))
        then(page)

    return prepare


def _records(step: str) -> Callable[[Any], object]:
    return lambda page: page.acts.record(page.view, step)
