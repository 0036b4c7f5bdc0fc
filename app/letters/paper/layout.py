"""A letter on paper: letterhead, address block, facts, body, signature space, fold marks and footer."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import groupby

from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.kernel.texts import _, speaking
from app.letters.paper.form import DOTS, TO_FILL_IN, choices
from app.letters.paper.letterhead import Letterhead, draw
from app.letters.rules import Addressee
from app.pdf import fonts, frame, parts
from app.pdf.frame import Ink, Meta, PageCanvas, PageLook
from app.pdf.styles import BODY, BULLET, INK, INK_SOFT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SUBTITLE, TEXT_WIDTH
from app.pdf.text import paragraph

FOLDS = (99 * mm, 198 * mm)
NO_BREAK = "\N{NO-BREAK SPACE}"
_TIED = re.compile(  # 11 november, R. Bakker, Wilgenhof 12, 7534 AB Enschede and groep 8A: on one line
    r"(?<=\b\d) (?=[A-Za-z])|(?<=\b\d\d) (?=[A-Za-z])|(?<=\d\d) (?=\d\d\b)|"
    r"(?<=\b[A-Z]\.) (?=\w)|(?<=\d [A-Z][A-Z]) (?=[A-Z])|(?<=[a-z]) (?=\d{1,4}[A-Za-z]?[,.])"
)
_TONGUES = {"nl": "nl-NL", "en": "en-GB"}
_LABEL = 85
_PROOF = Ink(size=7.5)
WINDOW_LEFT, WINDOW_RIGHT = MARGIN, 112 * mm
_ADDRESS_TOP = 155.5
_FACTS_TOP = 232.0


@dataclass(frozen=True)
class _Air:
    """How much white stands between the parts of a letter."""

    opening: float
    gap: float
    signature: float


_ROOMY, _TIGHT = _Air(20, 10, 66), _Air(12, 7, 50)


@dataclass(frozen=True)
class Paper:
    """Everything that stands on one letter."""

    addressee: Addressee
    date: str
    reference: str
    subject: str
    body: tuple[str, ...]
    closing: str
    signer: str
    signer_title: str
    marks: tuple[str, ...] = ()
    note: str = ""
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    language: str = "nl"
    is_draft: bool = False
    is_form: bool = False
    log_head: str = ""
    outline: tuple[float, float, float, float] | None = None
    head: Letterhead = field(default_factory=lambda: Letterhead("", ""))


def control_of(paper: Paper) -> str:
    """The short number in the footer, from everything that is said in the letter: ``1f0c 88a2``."""
    said = {
        key: value
        for key, value in asdict(paper).items()
        if key not in {"head", "is_draft", "is_form", "log_head", "language", "outline"}
    }
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode(errors="replace")).hexdigest()
    return f"{digest[:4]} {digest[4:8]}"


def render(paper: Paper, at: datetime) -> bytes:
    """The letter as PDF; equal papers at one instant give equal bytes."""
    with speaking(paper.language):
        pdf, pages = _drawn(paper, at, _ROOMY)
        if pages == 2:  # rather a little closer on one page than a few lines on the next
            tight, pages = _drawn(paper, at, _TIGHT)
            pdf = tight if pages == 1 else pdf
    return pdf


def _drawn(paper: Paper, at: datetime, air: _Air) -> tuple[bytes, int]:
    """The letter with so much white in it, and its number of pages."""
    pages = [1]

    def draw_later(canvas: PageCanvas, page: int) -> None:
        pages.append(page)
        _later_page(canvas, paper, page)

    first = PageLook(top=_FACTS_TOP, bottom=70, draw=lambda canvas, _page: _first_page(canvas, paper))
    later = PageLook(top=112, bottom=70, draw=draw_later)
    meta = Meta(f"{paper.reference} {paper.subject}", paper.head.name, at, language=_TONGUES[paper.language])
    return frame.build(_story(paper, air), meta, first, later), pages[-1]


@dataclass(frozen=True)
class Printable:
    """A letter that was read and can be drawn away from the database: frozen bytes, or a paper still to be drawn."""

    at: datetime
    paper: Paper | None = None
    pdf: bytes = b""

    def draw(self) -> bytes:
        """The PDF."""
        return self.pdf or (render(self.paper, self.at) if self.paper is not None else b"")


def pages_of(pdf: bytes) -> int:
    """How many pages a letter has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def _story(paper: Paper, air: _Air) -> list[Flowable]:
    facts = [(_("Datum"), paper.date)] + ([(_("Ons kenmerk"), paper.reference)] if paper.reference else [])
    story: list[Flowable] = [*parts.facts(facts, _LABEL), *parts.strong_fact(_("Betreft"), paper.subject, _LABEL)]
    story += [Spacer(0, air.opening), *paragraph(paper.addressee.salutation, BODY), Spacer(0, air.gap)]
    blocks = [[*_block(text), Spacer(0, air.gap)] for text in paper.body]
    story += [flowable for block in blocks[:-1] for flowable in block]
    # a signature never stands alone on a page
    story.append(KeepTogether([*(blocks[-1] if blocks else ()), *([] if paper.is_form else _end(paper, air))]))
    listed = [
        (label, "\n".join(items))
        for label, items in (
            (_("Bijlage") if len(paper.enclosures) == 1 else _("Bijlagen"), paper.enclosures),
            (_("Kopie aan"), paper.copies),
        )
        if items
    ]
    return [*story, Spacer(0, air.opening - 6), *parts.facts(listed, _LABEL)] if listed else story


def _end(paper: Paper, air: _Air) -> list[Flowable]:
    """Closing, room to sign, and who signs."""
    return [Spacer(0, air.gap - 3), *paragraph(paper.closing, BODY), Spacer(0, air.signature),
            *paragraph(paper.signer, BODY), *paragraph(paper.signer_title, SUBTITLE)]  # fmt: skip


def _block(text: str) -> list[Flowable]:
    """One paragraph, the items of a list when its lines start with ``- ``, or choices when with ``| ``."""
    flowables: list[Flowable] = []
    for mark, lines in groupby(_TIED.sub(NO_BREAK, text).split("\n"), key=_mark):
        if mark == "- ":
            for line in lines:
                flowables += paragraph(line[2:], BULLET, bold_marks=True, bullet="•")
        elif mark == "| ":
            flowables += choices([tuple(line[2:].split(" | ")) for line in lines])
        else:
            flowables += _plain(lines)
    return flowables


def _mark(line: str) -> str:
    return line[:2] if line.startswith(("- ", "| ")) else ""


def _plain(lines: Iterable[str]) -> list[Flowable]:
    text = "\n".join(lines)
    return paragraph(text, TO_FILL_IN if DOTS in text else BODY, bold_marks=True)


def _first_page(canvas: PageCanvas, paper: Paper) -> None:
    for fold in FOLDS:
        canvas.setStrokeColor(INK_SOFT)
        canvas.setLineWidth(0.5)
        canvas.line(0, PAGE_HEIGHT - fold, 4 * mm, PAGE_HEIGHT - fold)
    if not paper.head.is_preprinted:
        draw(canvas, paper.head)
    if paper.outline:
        canvas.setDash(2, 2)
        canvas.rect(*paper.outline)
        canvas.setDash()
    _address(canvas, paper)
    _foot(canvas, paper)


def _later_page(canvas: PageCanvas, paper: Paper, page: int) -> None:
    right = PAGE_WIDTH - MARGIN
    canvas.line_text(MARGIN, PAGE_HEIGHT - 71.5, paper.reference, Ink())
    words = _("blz. {page} van {pages}")
    canvas.late_text(
        right, PAGE_HEIGHT - 71.5, lambda pages: words.format(page=page, pages=pages), Ink(), align_right=True
    )
    _foot(canvas, paper)


def _foot(canvas: PageCanvas, paper: Paper) -> None:
    shown = _proof(paper)
    room = TEXT_WIDTH - fonts.width(shown, fonts.REGULAR, _PROOF.size) - 14
    frame.foot(canvas, frame.shorten(paper.note, Ink(), room))
    canvas.line_text(PAGE_WIDTH - MARGIN, 39, shown, _PROOF, align_right=True)


def _proof(paper: Paper) -> str:
    """What lets a printed letter be held against the drawer: its own number, and where the log stood."""
    if paper.is_form:
        return ""
    if paper.is_draft:
        return _("concept")
    return " · ".join(part for part in (control_of(paper), paper.log_head) if part)


def _address(canvas: PageCanvas, paper: Paper) -> None:
    x = WINDOW_RIGHT if paper.head.window_right else MARGIN
    mark = "  ·  ".join(paper.marks)
    canvas.setFillColor(INK)
    if mark:
        canvas.saveState()
        marks = canvas.beginText(x, PAGE_HEIGHT - 134.6)
        marks.setFont(fonts.BOLD, 8)
        marks.setCharSpace(0.3)
        marks.textOut(mark)
        canvas.drawText(marks)
        canvas.restoreState()
    room = PAGE_WIDTH - x - 15 * mm
    ink = Ink(fonts.REGULAR, 11, INK)
    for number, line in enumerate(paper.addressee.lines):
        canvas.line_text(x, PAGE_HEIGHT - _ADDRESS_TOP - number * 15.5, frame.shorten(line, ink, room), ink)
