"""The folders of this computer, as the system names them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NAME = "meldboek"


def settings() -> Path:
    """Where this computer keeps how the program looks and which school was opened last."""
    return _place(QStandardPaths.StandardLocation.GenericConfigLocation) / _NAME


def data() -> Path:
    """Where this computer keeps what a program makes, out of reach of cloud folders."""
    return _place(QStandardPaths.StandardLocation.GenericDataLocation) / _NAME


def documents() -> Path:
    """Where the user keeps papers; the home folder where this computer has no folder for them."""
    papers = _place(QStandardPaths.StandardLocation.DocumentsLocation)
    return papers if papers.is_dir() else Path.home()


def downloads() -> Path:
    """Where a file lands that the user fetched from another program."""
    return _place(QStandardPaths.StandardLocation.DownloadLocation)


def _place(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
