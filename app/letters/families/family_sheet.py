"""Paper for many families in one PDF: drawn straight on the page, for a school has a thousand of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from io import BytesIO
from typing import NamedTuple

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Paragraph

from app.kernel.texts import _
from app.pdf import fonts
from app.pdf.frame import Ink, PageCanvas, rule
from app.pdf.styles import BODY, INK, INK_SOFT, LINE, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEAL, TEXT_WIDTH
from app.pdf.text import clean, paragraph

_TEXT = BODY.clone("sheet-text", fontSize=10, leading=13.5)
_TITLE = BODY.clone("sheet-title", fontName=fonts.BOLD, fontSize=15, leading=19)
_TOP, _BOTTOM = PAGE_HEIGHT - 102, 60.0
_ROW, _BOX = 23.5, 9.5
_CHILD, _BESIDE = 64.0, 4  # a child's column with yes and no, and how many lie side by side
_CHILD_APART, _BESIDE_APART = 112.0, 2  # the same with photo, film and sound apart
_YES_NO, _APART = (0.0, 22.0), (48.0, 68.0, 88.0)
_GAP = 5.0
_LABEL, _SEEN = Ink(fonts.REGULAR, 9.5, INK), Ink(fonts.REGULAR, 7.8, INK_SOFT)
_HEAD, _NUMBER = Ink(fonts.BOLD, 9, INK), Ink(fonts.REGULAR, 7.5, INK_SOFT)


@dataclass(frozen=True)
class ChildColumn:
    """One child on a family's paper: the first name, the number of its form, and words instead of empty boxes."""

    name: str
    number: str = ""
    words: tuple[str, ...] = ()


class SheetRow(NamedTuple):
    """What is asked, and who sees it; ``apart`` when photo, film and sound have boxes of their own."""

    label: str
    seen: str
    apart: bool = False


@dataclass(frozen=True)
class FamilySheet:
    """Everything on the paper of one family; ``signers`` are names, empty for a line without one."""

    subject: str
    before: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    children: tuple[ChildColumn, ...]
    after: tuple[str, ...]
    signers: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    number: str = ""
    footer: str = ""

    @property
    def is_apart(self) -> bool:
        """Whether there are boxes for photo, film and sound on it."""
        return any(row.apart for row in self.rows) and not any(child.words for child in self.children)


class SheetWriter:
    """Writes sheets one after the other; each begins on a page of its own."""

    def __init__(self, school: str, line: str, title: str, at: datetime) -> None:
        fonts.register()
        self._file = BytesIO()
        self._canvas = PageCanvas(self._file, pagesize=A4, invariant=1, initialFontName=fonts.REGULAR, lang="nl-NL")
        stamp = f"D:{at:%Y%m%d%H%M%S}{at:%z}"
        self._canvas.setDateFormatter(lambda *_parts: f"{stamp[:-2]}'{stamp[-2:]}'")
        self._canvas.setTitle(clean(title))
        self._canvas.setAuthor(clean(school))
        self._canvas.setCreator("Meldboek")
        self._canvas.setProducer("Meldboek")
        self._school, self._line = school, line
        self._sheet = FamilySheet("", (), (), (), ())
        self._page = 0
        self._y = 0.0
        self._stamps: dict[Hashable, str] = {}
        self._shared: frozenset[str] = frozenset()

    def share(self, sheets: Sequence[FamilySheet]) -> None:
        """Tell which papers come, so that what stands on many of them goes into the file once."""
        texts = Counter(text for sheet in sheets for text in (*sheet.before, *sheet.after))
        self._shared = frozenset(text for text, count in texts.items() if count > 1)

    def add(self, sheet: FamilySheet) -> None:
        """Draw the paper of one family."""
        self._sheet, self._page = sheet, 0
        self._open()
        self._text(sheet.subject, _TITLE)
        self._y -= 2
        for text in sheet.before:
            self._text(text)
        beside = _BESIDE_APART if sheet.is_apart else _BESIDE
        for first in range(0, len(sheet.children), beside):
            self._table(sheet.children[first : first + beside])
        for text in sheet.after:
            self._text(text)
        for name in sheet.signers:
            self._signature(name)
        for text in sheet.closing:
            self._text(text)
        self._close()

    def finish(self) -> bytes:
        """The PDF."""
        self._canvas.save()
        return self._file.getvalue()

    def _open(self) -> None:
        self._page += 1
        canvas, right = self._canvas, PAGE_WIDTH - MARGIN
        canvas.line_text(MARGIN, PAGE_HEIGHT - 55, self._school, Ink(fonts.BOLD, 11.5, TEAL))
        canvas.line_text(MARGIN, PAGE_HEIGHT - 70, self._line, Ink(fonts.REGULAR, 8, INK_SOFT))
        rule(canvas, PAGE_HEIGHT - 82, TEAL, 0.9)
        if self._sheet.number and self._page == 1:
            code = Code128(self._sheet.number.replace("-", ""), barHeight=20, barWidth=0.95, quiet=0)
            code.drawOn(canvas, right - code.width, PAGE_HEIGHT - 60)
            canvas.line_text(right, PAGE_HEIGHT - 72, self._sheet.number, _NUMBER, align_right=True)
        self._y = _TOP

    def _close(self) -> None:
        rule(self._canvas, 50)
        self._canvas.line_text(MARGIN, 37, self._sheet.footer, _NUMBER)
        page = _("blad {page}").format(page=self._page)
        self._canvas.line_text(PAGE_WIDTH - MARGIN, 37, page, _NUMBER, align_right=True)
        self._canvas.showPage()

    def _room(self, height: float) -> None:
        if self._y - height < _BOTTOM:
            self._close()
            self._open()

    def _text(self, text: str, style: ParagraphStyle = _TEXT) -> None:
        for place, part in enumerate(paragraph(text, style, bold_marks=True)):
            assert isinstance(part, Paragraph)  # noqa: S101 - text makes nothing else
            _width, height = part.wrap(TEXT_WIDTH, PAGE_HEIGHT)
            self._room(height)
            if text in self._shared:
                draw = partial(part.drawOn, self._canvas, MARGIN, 0)
                self._stamp((text, place), self._y - height, height, draw)
            else:
                part.drawOn(self._canvas, MARGIN, self._y - height)
            self._y -= height
        self._y -= _GAP

    def _table(self, children: Sequence[ChildColumn]) -> None:
        width = _CHILD_APART if self._sheet.is_apart else _CHILD
        starts = [PAGE_WIDTH - MARGIN - width * (len(children) - place) for place in range(len(children))]
        room = TEXT_WIDTH - width * len(children) - 10
        self._room(3 * _ROW)
        self._heads(children, starts)
        for place, (label, seen, apart) in enumerate(self._sheet.rows):
            lines = _lines(label, room)
            height = _ROW + 11 * (len(lines) - 1)
            if self._y - height < _BOTTOM:
                self._close()
                self._open()
                self._heads(children, starts)
            self._row(lines, seen, height)
            boxes = (*_YES_NO, *(_APART if apart else ()))
            for child, x in zip(children, starts, strict=True):
                self._answer(child.words[place] if child.words else "", x, height, boxes)
            self._y -= height
        self._y -= 8

    def _heads(self, children: Sequence[ChildColumn], starts: Sequence[float]) -> None:
        self._canvas.line_text(MARGIN, self._y - 10, _("Waarvoor, en wie het ziet"), _NUMBER)
        for child, x in zip(children, starts, strict=True):
            self._canvas.line_text(x, self._y - 10, _shortened(child.name, _CHILD - 4), _HEAD)
            if child.words:
                continue
            self._canvas.line_text(x, self._y - 20, child.number, _NUMBER)
            heads = [*zip(_YES_NO, (_("ja"), _("nee")), strict=True)]
            if self._sheet.is_apart:
                self._canvas.line_text(x + _APART[0], self._y - 20, _("ja, alleen voor"), _NUMBER)
                heads += zip(_APART, (_("foto"), _("film"), _("geluid")), strict=True)
            for shift, head in heads:
                self._canvas.line_text(x + shift, self._y - 31, head, _NUMBER)
        self._y -= 18 if children[0].words else 35
        rule(self._canvas, self._y, LINE, 0.6)

    def _row(self, lines: Sequence[str], seen: str, height: float) -> None:
        def draw() -> None:
            y = height - 10.5
            for line in lines:
                self._canvas.line_text(MARGIN, y, line, _LABEL)
                y -= 11
            self._canvas.line_text(MARGIN, y + 1, seen, _SEEN)
            rule(self._canvas, 0, LINE, 0.5)

        self._stamp((tuple(lines), seen), self._y - height, height, draw)

    def _stamp(self, key: Hashable, y: float, height: float, draw: Callable[[], None]) -> None:
        """Put what is the same on many papers in the file once, and show it here."""
        name = self._stamps.get(key)
        if name is None:
            name = self._stamps[key] = f"stamp{len(self._stamps)}"
            self._canvas.beginForm(name, 0, -4, PAGE_WIDTH, height + 4)
            draw()
            self._canvas.endForm()
        self._canvas.saveState()
        self._canvas.translate(0, y)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def _answer(self, word: str, x: float, height: float, boxes: Sequence[float]) -> None:
        middle = self._y - height / 2
        if word:
            self._canvas.line_text(x, middle - 3, word, _LABEL)
            return
        self._canvas.setStrokeColor(INK)
        self._canvas.setLineWidth(0.8)
        for shift in boxes:
            self._canvas.rect(x + shift, middle - _BOX / 2, _BOX, _BOX)

    def _signature(self, name: str) -> None:
        self._room(42)
        self._canvas.line_text(MARGIN, self._y - 14, _("Naam: {name}").format(name=name or "…" * 22), _LABEL)
        self._canvas.line_text(MARGIN + 250, self._y - 14, _("Ik heb gezag:   ja / nee"), _LABEL)
        told = _("Datum: {dots}   Handtekening: {line}").format(dots="…" * 9, line="…" * 20)
        self._canvas.line_text(MARGIN, self._y - 38, told, _LABEL)
        self._y -= 46


Progress = Callable[[int, int], bool]


@cache
def _lines(label: str, room: float) -> tuple[str, ...]:
    """A label in lines; the same for every family, so it is broken once."""
    return tuple(simpleSplit(clean(label), fonts.REGULAR, _LABEL.size, room))


def _shortened(name: str, room: float) -> str:
    text = clean(name)
    while text and fonts.width(text, fonts.BOLD, _HEAD.size) > room:
        text = text[:-1]
    return text if text == clean(name) else f"{text[:-1]}…"
