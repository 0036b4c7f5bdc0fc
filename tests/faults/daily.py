"""The whole program at work until it is killed: ``whole.py`` starts it as a process of its own and ends it.

The window is opened with a passphrase, as a user does; then one act follows another on the lanes of the program,
and each tells what is kept as soon as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import ui  # noqa: F401 - before Qt
from app.application import Meldboek
from tests.builders import DIRECTOR
from tests.faults import acts, schools
from ui.kit.collecting import Collector
from ui.kit.theme import apply_theme
from ui.shell.front import Front
from ui.shell.unlock import UnlockView
from ui.shell.window import Shell

Act = Callable[[Meldboek], str]


def main(folder: Path) -> None:
    """Open the window, unlock, and work until the end comes from outside."""
    app = QApplication([])
    Collector(app)
    apply_theme(app)
    front = Front(folder, keep=str, clock=schools.CLOCK)
    front.show()
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.opened.connect(lambda _meldboek: QTimer.singleShot(0, front, lambda: _work(front)))
    card.unlock()
    app.exec()


def _work(front: Front) -> None:
    """One act after another on the lane of the database, and backups beside it."""
    shell = front.shell
    assert shell is not None
    acts.tell("open")
    coming = _acts(front)
    QTimer.singleShot(0, shell, lambda: _back_up(shell))

    def follow(told: str) -> None:
        acts.tell(told)
        act = next(coming)
        shell.desk.jobs.run(lambda: act(shell.desk.meldboek), owner=shell, done=follow)

    follow("begun")


def _back_up(shell: Shell) -> None:
    def told(name: str) -> None:
        acts.tell(f"backup {name}")
        QTimer.singleShot(50, shell, lambda: _back_up(shell))

    shell.keeper.keep(lambda kept: told(kept.line.path.name), lambda error: acts.tell(f"failed {error.code}"))


def _acts(front: Front) -> Iterator[Act]:
    """What happens in a school, over and over."""
    folder = front.shell.desk.meldboek.store.folder if front.shell else Path()
    for number in count():
        yield lambda meldboek, number=number: acts.report(meldboek, number)  # type: ignore[misc] # mypy cannot infer a default
        yield acts.attach
        yield acts.letter
        yield acts.post
        yield lambda meldboek, number=number: acts.import_list(meldboek, folder, number)  # type: ignore[misc]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
