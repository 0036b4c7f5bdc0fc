"""The pages of a PDF as pictures, drawn in memory: what is covered on a picture has no text under it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from app.cases.evidence.papers import MOST_COVERED, MOST_DRAWN, MOST_GLANCED, draws
from app.kernel.errors import Invalid

SHARP = 1800  # pixels along the longest side: a page of A4 reads well on screen and on paper


def drawn(data: bytes) -> tuple[bytes, ...]:
    """Every page as a PNG. Raises Invalid for a PDF that cannot be read, has too many pages, or draws without end."""
    with _opened(data) as document:
        pages = document.pageCount()
        if pages > MOST_COVERED:
            raise Invalid("data", "cases.too_many_pages", most=MOST_COVERED, pages=pages)
        for page in range(pages):
            if draws(data, page) > MOST_DRAWN:
                raise Invalid("data", "cases.page_heavy", page=page + 1)
        return tuple(_drawn(document, page, SHARP) for page in range(pages))


def first(data: bytes, longest: int) -> bytes:
    """The first page as a small PNG. Raises Invalid for a PDF that cannot be read, or draws much on that page."""
    if draws(data, 0) > MOST_GLANCED:
        raise Invalid("data", "cases.page_heavy", page=1)
    with _opened(data) as document:
        return _drawn(document, 0, longest)


@contextmanager
def _opened(data: bytes) -> Iterator[QPdfDocument]:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        if not document.pageCount():
            raise Invalid("data", "cases.file_damaged")
        yield document
    finally:
        document.close()


def _drawn(document: QPdfDocument, page: int, longest: int) -> bytes:
    """One page on white paper; a page larger than a house becomes no larger picture."""
    size = document.pagePointSize(page).scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    size = size.expandedTo(QSize(1, 1))
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    paper.save(out, "PNG")  # type: ignore[call-overload] # Qt takes any device here
    return bytes(out.data().data())
