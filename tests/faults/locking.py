"""The program with words on its screen that occur nowhere else, until it is told to lock; ``memory.py`` looks at it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import ui  # noqa: F401 - before Qt
from tests.builders import DIRECTOR
from tests.faults import schools
from ui.kit.collecting import Collector
from ui.kit.theme import apply_theme
from ui.shell.front import Front
from ui.shell.memory import close_off
from ui.shell.unlock import UnlockView

SIGN, LOOK_EVERY = "vergrendel", 50  # milliseconds


def main(folder: Path) -> None:
    """Open the school at its cases, and lock as soon as the sign lies beside its folder."""
    close_off()
    app = QApplication([])
    Collector(app)
    apply_theme(app)
    front = Front(folder, keep=str, clock=schools.CLOCK)
    front.show()
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.opened.connect(lambda _meldboek: QTimer.singleShot(0, front, lambda: _show(front, folder.parent / SIGN)))
    card.unlock()
    app.exec()


def _show(front: Front, sign: Path) -> None:
    shell = front.shell
    assert shell is not None
    shell.go("cases", 1)

    def look() -> None:
        if sign.exists():
            shell.lock()
        else:
            QTimer.singleShot(LOOK_EVERY, shell, look)

    def tell() -> None:
        sys.stdout.write("shown\n")
        sys.stdout.flush()
        look()

    QTimer.singleShot(1000, shell, tell)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
