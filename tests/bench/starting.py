"""From the start of the process to an unlock window that can be typed in, beside an empty window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Measured

_EMPTY = """
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
app = QtWidgets.QApplication([])
window = QtWidgets.QWidget()
window.resize(1440, 900)
window.show()
app.processEvents()
print("ready", flush=True)
"""
_OURS = """
import sys
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
from pathlib import Path
from ui.kit.theme import apply_theme
from ui.shell.front import Front
app = QtWidgets.QApplication([])
apply_theme(app)
window = Front(Path(sys.argv[1]))
window.show()
app.processEvents()
print("ready", flush=True)
import os
os._exit(0)
"""


def measure(folder: Path) -> Iterator[Measured]:
    """Both windows in turn, several times, on the sample school in ``folder``."""
    empty, ours = [], []
    for _ in range(9):
        empty.append(_until_ready(_EMPTY))
        ours.append(_until_ready(_OURS, str(folder)))
    base, real = statistics.median(empty), statistics.median(ours)
    note = f"{real * 1000:.0f} ms against {base * 1000:.0f} ms"
    yield Measured("start to a usable unlock window / empty Qt window", real / base, 1.5, note=note)


def _until_ready(program: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    process.stdout.readline()
    took = time.perf_counter() - began
    process.communicate()
    return took
