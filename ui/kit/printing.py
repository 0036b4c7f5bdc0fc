"""Puts a PDF on paper through the system's print dialog; nothing is written to disk."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.kernel.texts import _
from ui.kit.messages import Messages

DOTS = 300  # per inch; enough for text, and quick


def ask_and_print(messages: Messages, window: QWidget, data: bytes, said: str) -> None:
    """Let the user choose a printer, then print, and say ``said``."""
    if not QPrinterInfo.availablePrinterNames():
        messages.warning(_("Er is geen printer gevonden. Sla de PDF op en druk hem op een andere computer af."))
        return
    printer = new_printer()
    dialog = QPrintDialog(printer, window)
    dialog.accepted.connect(lambda: _print(messages, printer, data, said))
    dialog.show()


def new_printer() -> QPrinter:
    """A printer of this computer on A4, without margins of its own: the letter has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    return printer


def paint(data: bytes, printer: QPrinter) -> int:
    """Draw every page; gives how many."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter(printer)
    paper = painter.viewport()
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        image = document.render(page, QSize(paper.width(), paper.height()))
        painter.drawImage(QRectF(paper), image)
    painter.end()
    return document.pageCount()


def _print(messages: Messages, printer: QPrinter, data: bytes, said: str) -> None:
    pages = paint(data, printer)
    if printer.printerState() is QPrinter.PrinterState.Error or not pages:
        messages.error(_("Het afdrukken is niet gelukt. Kijk of de printer aan staat en probeer het opnieuw."))
    else:
        messages.info(said)
