"""Compares a list with the register while the user still looks at its columns: the next step is there at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.imports.readings import Reading
from app.imports.rules import Proposal
from app.kernel.errors import MeldboekError
from ui.kit.desk import Desk

Done = Callable[[Proposal], object]
Failed = Callable[[MeldboekError], object]


class Ahead:
    """Compares one list at a time, and forgets it when somebody in the register changes."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        self._desk, self._owner = desk, owner
        self._reading: Reading | None = None
        self._proposal: Proposal | None = None
        self._then: tuple[Done, Failed] | None = None
        desk.changes.topics_changed.connect(self._changed)

    def begin(self, reading: Reading) -> None:
        """Compare this list now; nobody waits for it yet."""
        self._then = None
        if reading.holds_people:
            self._start(reading)

    def ask(self, reading: Reading, done: Done, failed: Failed) -> None:
        """Give the comparison of this list, at once when it is there already."""
        if self._reading is reading and self._proposal is not None:
            done(self._proposal)
            return
        self._then = (done, failed)
        if self._reading is not reading:
            self._start(reading)

    def _start(self, reading: Reading) -> None:
        self._reading, self._proposal = reading, None
        self._desk.jobs.run(
            lambda: self._desk.meldboek.imports.compare(reading),
            owner=self._owner,
            done=lambda proposal: self._arrived(reading, proposal),
            failed=lambda error: self._broke_off(reading, error),
        )

    def _arrived(self, reading: Reading, proposal: Proposal) -> None:
        if reading is not self._reading:
            return
        self._proposal = proposal
        if self._then is not None:
            self._then[0](proposal)

    def _broke_off(self, reading: Reading, error: MeldboekError) -> None:
        if reading is not self._reading:
            return
        self._reading = None
        if self._then is not None:
            self._then[1](error)

    def _changed(self, topics: frozenset[str]) -> None:
        if "people" in topics and self._then is None:
            self._reading = self._proposal = None
