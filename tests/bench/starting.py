"""From the start of the process to an unlock window that can be typed in, beside an empty window.

The empty window imports the same names of Qt: PySide6 makes each class when it is first named, and ``Qt`` alone,
with its hundreds of enumerations, takes longer than many a window.
"""

from __future__ import annotations

import ast
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Measured

_EMPTY = """
{imports}
from PySide6 import QtWidgets
app = QtWidgets.QApplication([])
window = QtWidgets.QWidget()
window.resize(1440, 900)
window.show()
app.processEvents()
print("ready", flush=True)
import os
os._exit(0)
"""
_OURS = """
import sys
from PySide6 import QtWidgets
from pathlib import Path
from ui.kit.theme import apply_theme
from ui.shell.front import Front
app = QtWidgets.QApplication([])
apply_theme(app)
window = Front(Path(sys.argv[1]))
window.show()
app.processEvents()
print("ready", flush=True)
print(*(module.__file__ for name, module in list(sys.modules.items()) if name.startswith("ui.")), sep="|", flush=True)
import os
os._exit(0)
"""


def measure(folder: Path) -> Iterator[Measured]:
    """Both windows in turn, several times, on the sample school in ``folder``."""
    _took, told = _run(_OURS, str(folder))
    empty_window = _EMPTY.format(imports="\n".join(_qt_imports(told.strip().split("|"))))
    empty, ours = [], []
    for _ in range(11):
        empty.append(_run(empty_window)[0])
        ours.append(_run(_OURS, str(folder))[0])
    base, real = statistics.median(empty), statistics.median(ours)
    note = f"{real * 1000:.0f} ms against {base * 1000:.0f} ms"
    yield Measured("start to a usable unlock window / empty Qt window", real / base, 1.5, note=note)


def started(folder: Path) -> None:
    """Start a process, wait until its unlock window can be typed in, and end it."""
    _run(_OURS, str(folder))


def _qt_imports(files: list[str]) -> list[str]:
    """Every ``from PySide6... import ...`` of these sources."""
    return sorted(
        {
            ast.unparse(node)
            for file in files
            for node in ast.parse(Path(file).read_text("utf-8")).body
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
        }
    )


def _run(program: str, *arguments: str) -> tuple[float, str]:
    """Seconds until the program says that it is ready, and what it said after that."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    process.stdout.readline()
    took = time.perf_counter() - began
    return took, process.communicate()[0].decode()
