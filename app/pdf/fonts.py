"""Carlito, embedded in every PDF: the standard fonts cannot print names such as Łukasz or Şahin."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from reportlab.lib.fonts import addMapping
from reportlab.lib.rl_accel import fp_str
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
_USUAL = "·•“”‘’…–‹›éëèïö"  # in every file, so that most files need the very same part of a face
_SUBSETS, _WORDS = 32, 4096  # how many of the last ones are remembered
_LOCK = Lock()


def register() -> None:
    """Make the four faces known to ReportLab; the work is done once, also when two threads begin at the same time."""
    with _LOCK:
        _register()


@cache
def _register() -> None:
    for face, file, bold, italic in _FACES:
        pdfmetrics.registerFont(_quick(TTFont(face, str(FOLDER / file))))
        addMapping(REGULAR, bold, italic, face)


class _Pressed:
    """Presses a part of a face together, once for all files that hold it."""

    pdfname = "FlateDecode"
    encode = staticmethod(lru_cache(_SUBSETS)(zlib.compress))


def _quick(font: Any) -> Any:
    """The same font, that remembers what it made for the last papers: they hold much the same words."""
    face = font.face
    subset, objects = lru_cache(_SUBSETS)(face.makeSubset), face.addSubsetObjects

    def add(document: Any, name: str, codes: list[int]) -> object:
        made = objects(document, name, codes)
        document.idToObject[f"fontFile:{face.filename}({name})"].filters = [_Pressed]
        return made

    wide = face.getCharWidth
    face.makeSubset = lambda codes: subset(tuple(codes))
    face.getCharWidth = cache(lambda code: fp_str(wide(code)).encode())
    face.addSubsetObjects = add
    font.stringWidth = lru_cache(_WORDS)(font.stringWidth)
    return font


def begin(document: object) -> None:
    """Give the usual characters the same places in every file."""
    register()
    for face in (REGULAR, BOLD):
        font: Any = pdfmetrics.getFont(face)
        font.splitString(_USUAL, document)


def width(text: str, font: str, size: float) -> float:
    """The width of a line in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))
