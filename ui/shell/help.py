"""The manual: one page per entry of the navigation, opened at the right place with F1."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from app.kernel.texts import N_, _
from ui.kit.card import Card
from ui.kit.header import Header
from ui.kit.theme import GAP, PAGE_PADDING, color, theme

MANUAL = Path(__file__).resolve().parents[2] / "resources" / "help"
FIRST = "begin"
WIDTH, LINE_HEIGHT, PARAGRAPH, SECTION, CELL = 760, 128, 8, 20, 6
CHAPTERS = (
    ("begin", N_("Beginnen")),
    ("agenda", N_("Vandaag")),
    ("people", N_("Personen")),
    ("imports", N_("Klassenlijst inlezen")),
    ("consents", N_("Toestemmingen")),
    ("cases", N_("Zaken")),
    ("beside", N_("Rond een zaak")),
    ("measures", N_("Maatregelen")),
    ("inspector", N_("Inspecteur")),
    ("police", N_("Politie")),
    ("letters", N_("Brieven")),
    ("dossiers", N_("Dossiers")),
    ("insights", N_("Rapportage")),
    ("school", N_("Beheer")),
)


def chapter_of(page: str, entry: str) -> str:
    """The chapter of a page, or else of the entry of the navigation under which it stands."""
    return page if page in dict(CHAPTERS) else entry


class Text(QTextBrowser):
    """Keeps its lines so short that the eye finds the next one, however wide the window is."""

    def __init__(self) -> None:
        super().__init__()
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setLineWrapColumnOrWidth(min(WIDTH, event.size().width()))
        super().resizeEvent(event)


class Manual(QWidget):
    """Chapters at the left, the text at the right."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "canvas")
        header = Header()
        header.set_title(_("Hulp"), _("De handleiding van Meldboek"))
        header.add_button(_("Terug"), "arrow-left", self.closed.emit)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(_("Hoofdstukken"))
        for _name, title in CHAPTERS:
            item = QListWidgetItem(_(title), self.chapters)
            item.setSizeHint(QSize(0, 36))
        self.chapters.currentRowChanged.connect(self._show)
        self.text = Text()
        self.text.setProperty("look", "bare")
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_("Tekst van de handleiding"))
        self._lay(header)
        theme.changed.connect(self._dress)

    def open(self, name: str) -> None:
        """Go to the chapter about a page."""
        names = [each for each, _title in CHAPTERS]
        row = names.index(name) if name in names else 0
        self.chapters.setCurrentRow(row)
        self._show(row)

    def _lay(self, header: Header) -> None:
        left, right = Card(padding=8), Card(padding=26)
        left.add(self.chapters)
        left.setFixedWidth(220)
        right.add(self.text)
        both = QHBoxLayout()
        both.setSpacing(GAP + 2)
        both.addWidget(left)
        both.addWidget(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_PADDING, 22, PAGE_PADDING, 22)
        outer.setSpacing(GAP)
        outer.addWidget(header)
        outer.addLayout(both, 1)

    def _dress(self) -> None:
        self._show(self.chapters.currentRow())

    def _show(self, row: int) -> None:
        if not 0 <= row < len(CHAPTERS):
            return
        path = MANUAL / f"{CHAPTERS[row][0]}.md"
        words = path.read_text("utf-8") if path.exists() else _("Dit hoofdstuk is er nog niet.")
        document = self.text.document()
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(f"a {{ color: {color('accent').name()}; }}")
        document.setMarkdown(words, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _dress(document)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _dress(document: QTextDocument) -> None:
    """Room between paragraphs and above headings, and quiet tables; Markdown has no style sheet of its own."""
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            cursor.mergeBlockFormat(_look(block.blockFormat().headingLevel()))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(color("line"))
            look.setBorderCollapse(True)
            look.setCellPadding(CELL)
            look.setTopMargin(PARAGRAPH)
            frame.setFormat(look)


def _look(heading: int) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setTopMargin(SECTION if heading > 1 else 0)
    look.setBottomMargin(PARAGRAPH)
    if not heading:
        look.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return look
