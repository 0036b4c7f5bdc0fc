"""Carlito, embedded in every PDF: the standard fonts cannot print names such as Łukasz or Şahin."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
REGULAR = "Carlito"
BOLD = "Carlito-Bold"
_FACES: tuple[tuple[str, str, Literal[0, 1], Literal[0, 1]], ...] = (
    (REGULAR, "Carlito-Regular.ttf", 0, 0),
    (BOLD, "Carlito-Bold.ttf", 1, 0),
    ("Carlito-Italic", "Carlito-Italic.ttf", 0, 1),
    ("Carlito-BoldItalic", "Carlito-BoldItalic.ttf", 1, 1),
)
_LOCK = Lock()


def register() -> None:
    """Make the four faces known to ReportLab; the work is done once, also when two threads begin at the same time."""
    with _LOCK:
        _register()


@cache
def _register() -> None:
    for face, file, bold, italic in _FACES:
        pdfmetrics.registerFont(TTFont(face, str(FOLDER / file)))
        addMapping(REGULAR, bold, italic, face)


def width(text: str, font: str, size: float) -> float:
    """The width of a line in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))
