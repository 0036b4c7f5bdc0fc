"""Puts a PDF on paper through the system's print dialog; nothing is written to disk.

Pages are drawn beside the window, a strip at a time: it keeps answering, shows how far the job is, and can stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.kernel.errors import MeldboekError, Unavailable
from app.kernel.texts import _
from ui.kit.jobs import Jobs, Progress
from ui.kit.messages import Messages
from ui.kit.words import CANCELLED, NOT_PRINTED, sentence_of

DOTS = 300  # per inch; enough for text, and quick
STRIP = 96  # rows drawn at once: short enough not to keep the window waiting
_GONE = frozenset({QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted})
Step = Callable[[int, int], object]


def _nothing() -> None:
    """Nothing follows."""


def _patiently(_drawn: int, _total: int) -> None:
    """Go on."""


def ask_and_print(
    jobs: Jobs,
    messages: Messages,
    window: QWidget,
    data: bytes | Sequence[bytes],
    said: str,
    done: Callable[[], object] = _nothing,
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
    dialog.accepted.connect(lambda: send(jobs, messages, window, printer, documents, said, done))
    dialog.show()


def new_printer() -> QPrinter:
    """A printer of this computer on A4, without margins of its own: the letter has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    return printer


def send(
    jobs: Jobs,
    messages: Messages,
    owner: QWidget,
    printer: QPrinter,
    documents: Sequence[bytes],
    said: str,
    done: Callable[[], object] = _nothing,
) -> None:
    """Print on this printer and tell how it went; only what came out wholly is ``done``."""

    def work(progress: Progress) -> int:
        words = _("{done} van {total} bladzijden")
        return paint(
            documents, printer, lambda at, total: progress.step(at / total, words.format(done=at, total=total))
        )

    def printed(_pages: int) -> None:
        messages.info(said)
        done()

    def failed(error: MeldboekError) -> None:
        if error.code == CANCELLED:
            messages.warning(_("Het afdrukken is gestopt. Wat al bij de printer is, kan er nog uit komen."))
        else:
            messages.error(sentence_of(error))

    jobs.run_long(_("Afdrukken"), work, owner=owner, done=printed, failed=failed)


def paint(data: bytes | Sequence[bytes], printer: QPrinter, step: Step = _patiently) -> int:
    """Draw every page of every document; gives how many sides of paper that is.

    ``step`` hears after each page how far it is and may raise to stop. Raises Unavailable when the printer is gone
    or a document cannot be read; then the job is aborted as a whole.
    """
    documents = [data] if isinstance(data, bytes) else data
    counted = [_Document(one).pages for one in documents]
    _must(bool(counted) and all(counted))
    total, drawn, sides = sum(counted), 0, 0
    with _painting(printer) as painter:
        for one in documents:
            document = _Document(one)
            sides += _to_new_sheet(printer, sides)
            for page in range(document.pages):
                if page:
                    _must(printer.newPage())
                _draw(painter, document.image(page, painter.viewport().size()))
                _must(printer.printerState() not in _GONE)
                drawn, sides = drawn + 1, sides + 1
                step(drawn, total)
    return sides


class _Document:
    """A PDF in memory, open for drawing."""

    def __init__(self, data: bytes) -> None:
        self._document, self._buffer = QPdfDocument(), QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.pages = self._document.pageCount()

    def image(self, page: int, size: QSize) -> QImage:
        """One page on white: printers take what is transparent as a second picture."""
        white = QImage(size, QImage.Format.Format_RGB32)
        white.fill(0xFFFFFF)
        painter = QPainter(white)
        painter.drawImage(QPoint(), self._document.render(page, size))
        painter.end()
        return white


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    """A painter on the printer; whatever goes wrong takes the whole job back."""
    painter = QPainter()
    _must(painter.begin(printer))
    try:
        yield painter
    except BaseException:
        printer.abort()
        painter.end()
        raise
    _must(painter.end() and printer.printerState() not in _GONE)


def _to_new_sheet(printer: QPrinter, sides: int) -> int:
    """Begin on a fresh sheet and give how many sides stay empty: the back of another letter is not printed on."""
    on_both = printer.duplex() not in {QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexAuto}
    empty = int(on_both and sides % 2)
    for _turn in range(1 + empty if sides else 0):
        _must(printer.newPage())
    return empty


def _draw(painter: QPainter, image: QImage) -> None:
    for top in range(0, image.height(), STRIP):
        strip = QRect(0, top, image.width(), min(STRIP, image.height() - top))
        painter.drawImage(QPoint(0, top), image, strip)


def _must(holds: bool) -> None:
    if not holds:
        raise Unavailable(NOT_PRINTED)
