"""Paper: several documents are one job, the window goes on meanwhile, and what did not come out is never done."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.kernel.errors import Refused, Unavailable
from app.letters.paper.labels import window_sheet
from app.letters.paper.layout import pages_of
from app.letters.paper.letterhead import Letterhead
from ui.kit.jobs import Jobs, Progress
from ui.kit.messages import Messages
from ui.kit.printing import ask_and_print, new_printer, paint, send
from ui.kit.words import CANCELLED

SHEET = window_sheet(Letterhead("Basisschool De Wilgenhof", "Enschede"), datetime(2026, 11, 16, tzinfo=UTC))


class Paper(QPrinter):
    """A printer that writes a file, and that is gone after so many pages."""

    def __init__(self, path: Path, gone_after: int = 1000) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setResolution(100)
        self.setFullPage(True)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._left, self.path, self.on_both = gone_after, path, False

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide if self.on_both else super().duplex()

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        self._left -= 1
        return self._left > 0 and super().newPage()

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
        return QPrinter.PrinterState.Error if self._left <= 0 else super().printerState()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def printed(printer: QPrinter, documents: list[bytes], window: QWidget) -> tuple[bool, str]:
    """Whether the job counted as done, and what was said of it."""
    messages, done = Messages(), []
    send(Jobs(inline=True), messages, window, printer, documents, "gedrukt", lambda: done.append(1))
    assert messages.last is not None
    return bool(done), messages.last.text


def picture(data: bytes, path: Path) -> QImage:
    path.write_bytes(data)
    document = QPdfDocument()
    document.load(str(path))
    white = QImage(document.pagePointSize(0).toSize(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFF)
    painter = QPainter(white)
    painter.drawImage(QPoint(), document.render(0, white.size()))
    painter.end()
    return white


def test_several_letters_are_one_job(qtbot: QtBot, tmp_path: Path) -> None:
    printer = Paper(tmp_path / "papier.pdf")
    heard: list[tuple[int, int]] = []
    assert paint([SHEET, SHEET], printer, lambda at, total: heard.append((at, total))) == 2
    assert heard == [(1, 2), (2, 2)]
    assert pages_of(printer.path.read_bytes()) == 2


def test_the_back_of_a_letter_on_both_sides_stays_empty(qtbot: QtBot, tmp_path: Path) -> None:
    printer = Paper(tmp_path / "papier.pdf")
    printer.on_both = True
    assert paint([SHEET, SHEET], printer) == 3


def test_on_paper_stands_what_stands_in_the_letter(qtbot: QtBot, tmp_path: Path) -> None:
    printer = Paper(tmp_path / "papier.pdf")
    paint(SHEET, printer)
    wanted = picture(SHEET, tmp_path / "a.pdf")
    made = picture(printer.path.read_bytes(), tmp_path / "b.pdf").scaled(wanted.size())
    points = [(x, y) for x in range(0, wanted.width(), 7) for y in range(0, wanted.height(), 7)]
    off = [abs(wanted.pixelColor(*at).value() - made.pixelColor(*at).value()) for at in points]
    assert sum(off) / len(off) < 6
    assert made.pixelColor(5, made.height() - 5).value() == 255


def test_a_printer_that_is_not_there_does_nothing(window: QWidget, tmp_path: Path) -> None:
    done, said = printed(Paper(tmp_path / "geen map" / "papier.pdf"), [SHEET], window)
    assert not done
    assert "niet gelukt" in said


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_printer_that_goes_during_the_job_does_nothing(window: QWidget, tmp_path: Path, after: int) -> None:
    done, said = printed(Paper(tmp_path / "papier.pdf", after), [SHEET] * 4, window)
    assert not done
    assert "niet gelukt" in said


def test_what_is_no_letter_takes_the_whole_job_back(window: QWidget, tmp_path: Path) -> None:
    for documents in ([b"geen pdf"], [SHEET, b"geen pdf"], []):
        assert printed(Paper(tmp_path / "papier.pdf"), documents, window)[0] is False
    with pytest.raises(Unavailable, match=r"kit\.not_printed"):
        paint([SHEET, b""], Paper(tmp_path / "papier.pdf"))


def test_a_job_that_is_stopped_is_not_done(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    def stop(_at: int, _total: int) -> None:
        raise Refused(CANCELLED)

    with pytest.raises(Refused, match=CANCELLED):
        paint([SHEET] * 3, Paper(tmp_path / "papier.pdf"), stop)
    jobs, messages, done = Jobs(), Messages(), []
    jobs.takes_long.connect(Progress.cancel)
    send(jobs, messages, window, Paper(tmp_path / "vijf.pdf"), [SHEET] * 400, "gedrukt", lambda: done.append(1))
    qtbot.waitUntil(lambda: messages.last is not None, timeout=60_000)
    assert messages.last is not None
    assert "gestopt" in messages.last.text
    assert not done
    jobs.close()


def test_the_window_goes_on_while_pages_are_drawn(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    jobs, messages, threads = Jobs(), Messages(), set[str]()

    class Watched(Paper):
        def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
            threads.add(threading.current_thread().name)
            return super().printerState()

    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    send(jobs, messages, window, Watched(tmp_path / "papier.pdf"), [SHEET] * 5, "gedrukt")
    qtbot.waitUntil(lambda: messages.last is not None, timeout=60_000)
    assert messages.last is not None
    assert messages.last.text == "gedrukt"
    assert threads == {"render_0"}
    assert len(ticks) > 5
    jobs.close()


def test_without_a_printer_the_pdf_is_offered_instead(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    messages, done = Messages(), []
    ask_and_print(Jobs(inline=True), messages, window, SHEET, "gedrukt", lambda: done.append(1))
    assert messages.last is not None
    assert messages.last.text.startswith("Er is geen printer gevonden")
    assert not done


def test_a_printer_of_this_computer_takes_the_page_as_it_is(qtbot: QtBot) -> None:
    printer = new_printer()
    assert printer.fullPage()
    assert printer.resolution() == 300
