"""The letter beside the list comes to rest at every size of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from tests.letters.conftest import Office
from ui.kit.pdf_view import PdfView


class Resizes(QObject):
    """Counts how often something gets another size."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        self.count += event.type() == QEvent.Type.Resize
        return False


def test_a_page_that_just_fits_does_not_keep_the_window_busy(office: Office, qtbot: QtBot) -> None:
    view, seen = PdfView(), Resizes()
    qtbot.addWidget(view)
    view.resize(373, 480)
    view.show()
    view.set_pdf(office.letters.preview(office.letters.draft_for_measure(office.measure())[0]))
    view._view.viewport().installEventFilter(seen)
    for height in range(480, 560, 4):
        view.resize(373, height)
        qtbot.wait(1)
    assert seen.count < 80
