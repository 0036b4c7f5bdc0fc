"""From the right passphrase to a painted Vandaag, in a process that did nothing else before.

``python -m tests.bench.unlocking FOLDER USER`` reads the passphrase from its input and prints milliseconds. What the
unlock window does while the user types is done first; the derivation of the key is done apart, and not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.vault import store
from app.vault.keys import keyring
from tests.bench.measuring import Measured
from ui.kit.cell_row import CellRow, ClickRow
from ui.kit.collecting import Collector
from ui.kit.theme import apply_theme
from ui.shell.front import Front
from ui.shell.unlock import UnlockView
from ui.shell.warming import Warming
from ui.shell.window import Shell

RUNS = 5
WINDOW = QSize(1440, 900)


def measure(folder: Path, user: str, passphrase: str) -> Measured:
    """The median of several processes."""
    times = [_run(folder, user, passphrase) for _ in range(RUNS)]
    note = f"{RUNS} processes, {min(times):.0f} to {max(times):.0f} ms"
    return Measured("unlock to a painted Vandaag, key derivation apart", statistics.median(times), 200, "ms", note)


def _run(folder: Path, user: str, passphrase: str) -> float:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "tests.bench.unlocking", str(folder), user],
        input=passphrase,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout.split()[-1])


def main(folder: Path, user: str, passphrase: str) -> None:
    """One unlocking in the program's own window, from the end of the derivation on; ends the process."""
    app = QApplication([])
    Collector(app)
    apply_theme(app)
    front = Front(folder, keep=str)
    front.resize(WINDOW)
    front.show()
    _wait_until_warm(front)
    derived, loop = _derivations(), QEventLoop()
    painted = _painted_rows(loop)
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.name.set_value(user)
    card.passphrase.set_value(passphrase)
    card.unlock()
    loop.exec()  # ends when Vandaag was painted
    assert front.shell is not None
    _check(front.shell, painted)
    sys.stdout.write(f"{(max(painted.values()) - derived[-1]) * 1000:.1f}\n")
    sys.stdout.flush()
    os._exit(0)


def _wait_until_warm(front: Front) -> None:
    """What the program does by itself while somebody types is over."""
    loop, begun = QEventLoop(), False

    def look() -> None:
        nonlocal begun
        here = bool(front.findChildren(Warming))
        if begun and not here:
            loop.quit()
        begun = begun or here

    timer = QTimer(front)
    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    timer.stop()


def _derivations() -> list[float]:
    """The moments at which a key was derived."""
    ends: list[float] = []
    derive = keyring.open_slot

    def derived(*arguments: Any) -> dict[str, bytes]:
        found = derive(*arguments)
        ends.append(time.perf_counter())
        return found

    setattr(store, "open_slot", derived)  # noqa: B010 - watched for this one moment
    return ends


def _painted_rows(loop: QEventLoop) -> dict[QWidget, float]:
    """When each row was really painted; the program's own loop of events ends after the first painting with rows."""
    painted: dict[QWidget, float] = {}

    def watch(kind: type[CellRow | ClickRow]) -> None:
        paint = kind.paintEvent

        def see(row: Any, event: QPaintEvent) -> None:
            paint(row, event)
            painted[row] = time.perf_counter()
            QTimer.singleShot(0, loop.quit)

        setattr(kind, "paintEvent", see)  # noqa: B010 - a class of ours, watched for this one moment

    watch(CellRow)
    watch(ClickRow)
    return painted


def _check(shell: Shell, painted: dict[QWidget, float]) -> None:
    """What was painted is the page as it stays: all that can be seen, and every row with its whole height at once."""
    rows = [row for row in shell.findChildren(CellRow) if row.isVisible()]
    squeezed = [row.words for row in rows if row.height() < row.heightForWidth(row.width())]
    unseen = [
        row.accessibleName()
        for row in (*rows, *shell.findChildren(ClickRow))
        if row not in painted and not row.visibleRegion().isEmpty()
    ]
    if squeezed or unseen:
        raise SystemExit(f"painted before it was laid out: {squeezed}; not painted: {unseen}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.stdin.read())
