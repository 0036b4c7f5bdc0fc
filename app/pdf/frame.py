"""Builds a PDF in one pass: page x of y and page references are drawn as forms that get their text at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, cast

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from app.kernel.texts import _
from app.pdf import fonts
from app.pdf.styles import INK_SOFT, LINE, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEAL, TEXT_WIDTH
from app.pdf.text import clean

rl_config.useA85 = 0  # compressed streams as bytes: smaller and quicker than spelled out in letters
LateText = Callable[[int], str]  # from the number of pages of this document


@dataclass(frozen=True)
class Meta:
    """What stands in the properties of the file; ``at`` is the only time in it, so equal input gives equal bytes."""

    title: str
    author: str
    at: datetime
    subject: str = ""
    language: str = "nl-NL"


@dataclass(frozen=True)
class Ink:
    """How one line of text is drawn."""

    font: str = fonts.REGULAR
    size: float = 9
    color: Color = INK_SOFT


@dataclass(frozen=True)
class _Late:
    name: str
    text: LateText
    ink: Ink
    align_right: bool


class PageCanvas(Canvas):
    """A canvas that can draw a line whose words are known only when the last page is done."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        fonts.begin(cast("Any", self)._doc)  # noqa: SLF001 - ReportLab has no other way to it
        self._late: list[_Late] = []

    def line_text(self, x: float, y: float, text: str, ink: Ink, *, align_right: bool = False) -> None:
        """One line of data; never wider than the text column."""
        self.setFont(ink.font, ink.size)
        self.setFillColor(ink.color)
        shown = shorten(clean(text), ink, TEXT_WIDTH)
        (self.drawRightString if align_right else self.drawString)(x, y, shown)

    def late_text(self, x: float, y: float, text: LateText, ink: Ink, *, align_right: bool = False) -> None:
        """One line that asks for the number of pages."""
        late = _Late(f"late{len(self._late)}", text, ink, align_right)
        self._late.append(late)
        self.saveState()
        self.translate(x, y)
        self.doForm(late.name)
        self.restoreState()

    def save(self) -> None:
        """Fill in the late lines and close the file."""
        pages = self.getPageNumber() - 1
        for late in self._late:
            self.beginForm(late.name, -int(TEXT_WIDTH), -20, int(TEXT_WIDTH), 40)
            self.line_text(0, 0, late.text(pages), late.ink, align_right=late.align_right)
            self.endForm()
        super().save()


@dataclass(frozen=True)
class PageLook:
    """Where the text of a page starts and ends, and what is drawn around it."""

    top: float
    bottom: float
    draw: Callable[[PageCanvas, int], None]


class _Document(BaseDocTemplate):
    def __init__(self, file: BytesIO, meta: Meta, looks: Sequence[tuple[str, PageLook]]) -> None:
        super().__init__(
            file,
            pagesize=A4,
            title=clean(meta.title),
            author=clean(meta.author),
            subject=clean(meta.subject),
            creator="Meldboek",
            producer="Meldboek",
            lang=meta.language,
            initialFontName=fonts.REGULAR,
            invariant=1,
            pageTemplates=[_template(name, look) for name, look in looks],
        )


def _template(name: str, look: PageLook) -> PageTemplate:
    frame = Frame(
        MARGIN, look.bottom, TEXT_WIDTH, PAGE_HEIGHT - look.top - look.bottom,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        look.draw(cast("PageCanvas", canvas), document.page)

    return PageTemplate(name, [frame], onPage=draw)


def build(story: Sequence[Flowable], meta: Meta, first: PageLook, later: PageLook | None = None) -> bytes:
    """The finished PDF; ``later`` is the look from page 2."""
    fonts.register()
    file = BytesIO()
    stamp = f"D:{meta.at:%Y%m%d%H%M%S}{meta.at:%z}"
    stamp = f"{stamp[:-2]}'{stamp[-2:]}'"

    def canvas(*args: Any, **more: Any) -> PageCanvas:
        made = PageCanvas(*args, **more)
        made.setDateFormatter(lambda *_parts: stamp)
        return made

    document = _Document(file, meta, [("first", first), ("later", later or first)])
    document.build([NextPageTemplate("later"), *story], canvasmaker=canvas)
    return file.getvalue()


def shorten(text: str, ink: Ink, room: float) -> str:
    """The text, cut with an ellipsis when it is wider than ``room``."""
    if fonts.width(text, ink.font, ink.size) <= room:
        return text
    while text and fonts.width(text + "…", ink.font, ink.size) > room:
        text = text[: -max(1, len(text) // 20)]
    return text.rstrip() + "…"


def page_of(page: int, pages: int) -> str:
    """What stands at the foot of a page."""
    return _("Bladzijde {page} van {pages}").format(page=page, pages=pages)


def report_look(header: str, kind: str, footer: str, page_text: Callable[[int, int], str]) -> PageLook:
    """The frame of dossiers and reports: school and kind above a teal line, footer and page number below a grey one."""

    def draw(canvas: PageCanvas, page: int) -> None:
        right = PAGE_WIDTH - MARGIN
        canvas.line_text(MARGIN, PAGE_HEIGHT - 71.5, header, Ink(fonts.BOLD, 10.5, TEAL))
        canvas.line_text(right, PAGE_HEIGHT - 71.5, kind, Ink(), align_right=True)
        rule(canvas, PAGE_HEIGHT - 86, TEAL, 0.9)
        foot(canvas, footer)
        canvas.late_text(right, 39, lambda pages: page_text(page, pages), Ink(), align_right=True)

    return PageLook(top=112, bottom=70, draw=draw)


def rule(canvas: PageCanvas, y: float, color: Color = LINE, thickness: float = 0.6) -> None:
    """A line from margin to margin."""
    canvas.setStrokeColor(color)
    canvas.setLineWidth(thickness)
    canvas.line(MARGIN, y, PAGE_WIDTH - MARGIN, y)


def foot(canvas: PageCanvas, text: str) -> None:
    """The grey line with a note at its left."""
    rule(canvas, 53.5)
    canvas.line_text(MARGIN, 39, text, Ink())
