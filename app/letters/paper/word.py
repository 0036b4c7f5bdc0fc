"""A letter as a Word document, for a school that must use its own letterhead; what is frozen is always the PDF."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.shared import Mm, Pt

from app.kernel.texts import _, speaking
from app.letters.paper.layout import Paper
from app.pdf.text import clean

_BOLD = re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*")


def as_docx(paper: Paper, at: datetime) -> bytes:
    """The letter without letterhead: it is typed on the school's own paper. Text is only ever text."""
    document = Document()
    _page(document)
    with speaking(paper.language):
        for line in (*paper.marks, *paper.addressee.lines):
            _line(document, line)
        _line(document, "")
        facts = ((_("Datum"), paper.date), (_("Ons kenmerk"), paper.reference), (_("Betreft"), paper.subject))
        for label, value in facts:
            _line(document, f"{label}: {value}" if value else "")
        _line(document, "")
        _line(document, paper.addressee.salutation)
        for text in paper.body:
            _block(document, text)
        for line in ("", paper.closing, "", "", "", paper.signer, paper.signer_title, ""):
            _line(document, line)
        for label, items in ((_("Bijlagen"), paper.enclosures), (_("Kopie aan"), paper.copies)):
            if items:
                _line(document, f"{label}: {', '.join(items)}")
        if paper.note:
            _line(document, paper.note)
    document.core_properties.title, document.core_properties.author = clean(paper.subject)[:200], ""
    document.core_properties.created = document.core_properties.modified = at
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Made) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(50), Mm(25)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Carlito", Pt(11)
    style.paragraph_format.space_after = Pt(0)


def _line(document: Made, text: str) -> None:
    document.add_paragraph(clean(text))


def _block(document: Made, text: str) -> None:
    """One paragraph with its bold words, or the items of a list; an empty line before it."""
    _line(document, "")
    for line in text.split("\n"):
        is_item = line.startswith("- ")
        made = document.add_paragraph(style="List Bullet" if is_item else None)
        for place, piece in enumerate(_BOLD.split(clean(line[2:] if is_item else line))):
            made.add_run(piece).bold = bool(place % 2)
