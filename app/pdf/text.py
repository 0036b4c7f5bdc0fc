"""The only place where data becomes a Paragraph: ReportLab reads markup, and names and notes must never be markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from app.pdf import fonts

LONGEST = 5000  # characters in one Paragraph: beyond this ReportLab's time grows faster than the text
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_BOLD = re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*")


def clean(text: str) -> str:
    """Composed characters only; without control, bidirectional and invisible characters."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", joined))


def paragraph(text: str, style: ParagraphStyle, *, bold_marks: bool = False, bullet: str = "") -> list[Flowable]:
    """The text as paragraphs, exactly as typed; with ``bold_marks`` only ``**words**`` become bold."""
    fonts.register()
    flowables: list[Flowable] = []
    for piece in _pieces(clean(text)):
        markup = escape(piece)
        if bold_marks:
            markup = _BOLD.sub(r"<b>\1</b>", markup)
        mark = bullet if bullet and not flowables else None
        flowables.append(Paragraph(markup.replace("\n", "<br/>"), style, bulletText=mark))
    return flowables


def _pieces(text: str) -> Iterator[str]:
    while len(text) > LONGEST:
        cut = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
        cut = cut if cut > 0 else LONGEST
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text
