"""The computer on which Meldboek runs: it starts the program, and starts it anew after locking."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.casework import Casework
from app.kernel.clock import FixedClock
from tests.end_to_end.hands import Hands
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme
from ui.shell.front import Front

DESK = (1440, 900)  # the window on an ordinary screen


class Computer:
    """One window at a time, with jobs that run at once and a clock that stands still until it is moved."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, clock: FixedClock) -> None:
        self.qtbot = qtbot
        self.clock = clock
        apply_theme(qapp, dark=False)
        self.remembered: Path | None = None
        self.relaunched: list[Path] = []
        self._front: Front | None = None

    @property
    def front(self) -> Front:
        """The window."""
        assert self._front is not None
        return self._front

    @property
    def meldboek(self) -> Meldboek:
        """The services behind the open window."""
        assert self.front.shell is not None
        return self.front.shell.desk.meldboek

    @property
    def casework(self) -> Casework:
        """The services on cases behind the open window."""
        assert self.meldboek.casework is not None
        return self.meldboek.casework

    def start(self) -> Hands:
        """Start the program, on the school that was opened last."""
        self._front = Front(
            self.remembered, Jobs(inline=True), self._keep, clock=self.clock, again=self.relaunched.append
        )
        self._front.resize(*DESK)
        self._front.show()
        self.qtbot.waitExposed(self._front)
        return Hands(self.qtbot, self._front)

    def unlock(self, name: str, passphrase: str) -> Hands:
        """Start the program and open the school with a passphrase."""
        hands = self.start()
        hands.choose("Naam", name)
        hands.fill("Wachtzin", passphrase)
        hands.key(Qt.Key.Key_Return)
        assert self.front.shell is not None
        return hands

    def settle(self) -> None:
        """Wait until every page is made."""
        shell = self.front.shell
        assert shell is not None
        self.qtbot.waitUntil(lambda: len(shell.made) == len(shell.pages), timeout=20_000)

    def quit(self) -> None:
        """Close the window by its cross."""
        front = self.front
        front.close()
        self.qtbot.waitUntil(lambda: not front.isVisible(), timeout=20_000)
        self._forget()

    def ended_by_locking(self) -> None:
        """The process ends after it started a new one; nothing of the window stays."""
        front = self.front
        front.shell = None
        front.close()
        self._forget()

    def _keep(self, folder: Path) -> None:
        self.remembered = folder

    def _forget(self) -> None:
        front, self._front = self.front, None
        front.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
