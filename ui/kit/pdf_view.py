"""Shows a PDF that exists only in memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.kernel.texts import _
from ui.kit.theme import color, theme


class PdfView(QWidget):
    """Pages under each other, as wide as the view; nothing is written to disk."""

    def __init__(self) -> None:
        super().__init__()
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setPageSpacing(12)
        self._view.setDocumentMargins(QMargins(12, 12, 12, 12))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        # A page that fits only beside the bar would make Qt show and hide the bar for ever, and the window freeze.
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._view.setAccessibleName(_("Voorbeeld van de PDF"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._view)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def pages(self) -> int:
        """How many pages it shows."""
        return self._document.pageCount()

    def set_pdf(self, data: bytes) -> None:
        """Show this PDF instead, at the same place; after empty bytes, which show nothing, at the first page."""
        # The view may still be drawing from the old document: it gets a new one, and the old goes after that.
        before, self._document = self._document, QPdfDocument(self)
        self._buffer = QBuffer(self._document)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        if data:
            self._document.load(self._buffer)
        self._view.setDocument(self._document)
        if not data:
            self._view.pageNavigator().jump(0, QPointF(), 0)
            self._view.verticalScrollBar().setValue(0)
        before.deleteLater()

    def _dress(self) -> None:
        palette = self._view.palette()
        palette.setColor(palette.ColorRole.Dark, color("sunken"))
        palette.setColor(palette.ColorRole.Base, color("sunken"))
        self._view.setPalette(palette)
