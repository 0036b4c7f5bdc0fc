"""Starts the program anew at the unlock window, so that nothing of the open school stays in memory."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication


def relaunch(folder: Path) -> None:
    """Start the same program on this store and end this one; also when it is frozen in one folder."""
    program, arguments = command(folder)
    QProcess.startDetached(program, arguments)
    QApplication.exit(0)


def command(folder: Path) -> tuple[str, list[str]]:
    """The program and its arguments."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "ui.shell.main"]
    return sys.executable, [*module, "--store", str(folder)]
