"""Puts a PDF on paper through the system's print dialog; nothing is written to disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.kernel.texts import _
from ui.kit.messages import Messages

DOTS = 300  # per inch; enough for text, and quick
_GONE = frozenset({QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted})


def _nothing() -> None:
    """Nothing follows."""


def ask_and_print(
    messages: Messages, window: QWidget, data: bytes | Sequence[bytes], said: str, done: Callable[[], object] = _nothing
) -> None:
    """Let the user choose a printer, copies and sides, then print, say ``said`` and call ``done``.

    Several documents are one job, each beginning on a sheet of its own; when printing fails nothing is ``done``.
    """
    if not QPrinterInfo.availablePrinterNames():
        messages.warning(_("Er is geen printer gevonden. Sla de PDF op en druk hem op een andere computer af."))
        return
    printer = new_printer()
    dialog = QPrintDialog(printer, window)
    documents = [data] if isinstance(data, bytes) else list(data)
    dialog.accepted.connect(lambda: send(messages, printer, documents, said, done))
    dialog.show()


def new_printer() -> QPrinter:
    """A printer of this computer on A4, without margins of its own: the letter has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    return printer


def paint(data: bytes | Sequence[bytes], printer: QPrinter) -> int:
    """Draw every page of every document; gives how many, 0 when the printer is gone."""
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    drawn = 0
    for document in [data] if isinstance(data, bytes) else data:
        pages = _draw(document, printer, painter, drawn)
        if not pages:
            painter.end()
            return 0
        drawn += pages
    return drawn if painter.end() else 0


def _draw(data: bytes, printer: QPrinter, painter: QPainter, before: int) -> int:
    """One document on fresh sheets; 0 when it cannot be drawn."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    paper, blank = painter.viewport(), 0
    if before % 2 and printer.duplex() not in {QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexAuto}:
        blank = 1  # the back of the last sheet stays empty: it belongs to another letter
    for page in range(document.pageCount()):
        turns = 1 + blank if before and not page else int(bool(page))
        if not all(printer.newPage() for _turn in range(turns)):
            return 0
        image = document.render(page, QSize(paper.width(), paper.height()))
        painter.drawImage(QRectF(paper), image)
        if printer.printerState() in _GONE:
            return 0
    return document.pageCount() + blank if document.pageCount() else 0


def send(
    messages: Messages, printer: QPrinter, documents: Sequence[bytes], said: str, done: Callable[[], object] = _nothing
) -> None:
    """Print on this printer and tell how it went; only what came out is ``done``."""
    if not paint(documents, printer) or printer.printerState() in _GONE:
        messages.error(_("Het afdrukken is niet gelukt. Kijk of de printer aan staat en probeer het opnieuw."))
        return
    messages.info(said)
    done()
