"""From the right passphrase to a painted Vandaag, in a process that did nothing else before.

``python -m tests.bench.unlocking FOLDER USER`` reads the passphrase from its input and prints milliseconds. What the
unlock window does while the user types is done first; the derivation of the key is done apart, and not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from app.application import Meldboek, start
from app.kernel.clock import SystemClock
from app.vault import keyfile, keyring
from app.vault.store import Store
from tests.bench.measuring import Measured, milliseconds
from ui.kit.cell_row import CellRow
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme
from ui.shell.loading import load_rest
from ui.shell.warming import steps
from ui.shell.window import Shell

RUNS = 5


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
    """One unlocking; ends the process."""
    app = QApplication([])
    apply_theme(app)
    load_rest()
    for step in steps():
        step.grab()
    jobs = Jobs()
    jobs.on_lane(lambda: None)  # the unlocking itself runs on this lane
    content = keyfile.read(folder)
    slot = content.slot(user)
    opened = keyring.open_slot(slot, passphrase, content.store_id)

    _end_when_a_row_is_painted(app)
    shells: list[Shell] = []

    def opening() -> Meldboek:
        keys = keyfile.read(folder)
        keyfile.check(keys, opened)
        store = Store(folder, keys, slot.user, opened, SystemClock())
        store.open()
        return start(store)

    def unlock() -> None:
        shells.append(Shell(jobs.on_lane(opening), jobs, Dialogs()))
        shells[0].resize(1440, 900)
        shells[0].start()
        shells[0].show()
        app.exec()  # ends as soon as a row was painted

    sys.stdout.write(f"{milliseconds(unlock):.1f}\n")
    sys.stdout.flush()
    _check(shells[0])
    os._exit(0)


def _end_when_a_row_is_painted(app: QApplication) -> None:
    """The program's own loop of events runs until a row of Vandaag was really painted."""
    paint = CellRow.paintEvent

    def see(row: CellRow, event: QPaintEvent) -> None:
        paint(row, event)
        QTimer.singleShot(0, app.quit)

    setattr(CellRow, "paintEvent", see)  # noqa: B010 - a class of ours, watched for this one moment


def _check(shell: Shell) -> None:
    """What was painted is the page as it stays: every row has its whole height at once."""
    squeezed = [row.words for row in shell.findChildren(CellRow) if row.height() < row.heightForWidth(row.width())]
    if squeezed:
        raise SystemExit("painted before it was laid out: " + "; ".join(squeezed))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.stdin.read())
