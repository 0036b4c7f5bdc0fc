"""The paper for the safe: the recovery key as a PDF of one page, to read, to copy and to scan."""

from __future__ import annotations

from datetime import datetime

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.kernel.formats import long_date
from app.kernel.texts import _
from app.pdf import fonts
from app.pdf.frame import Meta, build, page_of, report_look
from app.pdf.parts import heading, title
from app.pdf.styles import BODY
from app.pdf.text import paragraph

_KEY = ParagraphStyle("key", parent=BODY, fontName=fonts.BOLD, fontSize=15, leading=28)
_SIDE = 130  # of the code, in points


def recovery_paper(school: str, key: str, at: datetime) -> bytes:
    """The whole paper. The key stands in one line: a dash at the end of a line is lost when it is copied."""
    story: list[Flowable] = [
        *title(_("Herstelsleutel van het Meldboek"), school),
        Spacer(0, 14),
        *paragraph(key, _KEY),
        Spacer(0, 10),
        _code(key),
        Spacer(0, 16),
    ]
    for head, text in _explained(at):
        story += [*heading(head), *paragraph(text, BODY)]
    page = report_look(school, _("Herstelsleutel"), _("Bewaar dit papier in de kluis."), page_of)
    return build(story, Meta(_("Herstelsleutel"), school, at), page)


def _explained(at: datetime) -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Waarvoor dit papier is"),
            _(
                "Met deze sleutel gaat het Meldboek van uw school open als niemand de wachtzin meer weet. Wie deze "
                "sleutel heeft, kan alles lezen. Bewaar dit papier in de kluis en maak er geen foto van."
            ),
        ),
        (
            _("Zo gebruikt u hem"),
            _(
                "Start Meldboek, kies Wachtzin vergeten, en typ de sleutel over. Hoofdletters en streepjes maken niet "
                "uit. Geef uzelf daarna bij Beheer, Gebruikers een nieuwe wachtzin."
            ),
        ),
        (
            _("Gemaakt"),
            _("Op {day}. Wordt bij Beheer een nieuwe sleutel gemaakt, vernietig dan dit papier.").format(
                day=long_date(at.date())
            ),
        ),
    )


def _code(key: str) -> Drawing:
    widget = QrCodeWidget(key, barLevel="M")
    left, bottom, right, top = widget.getBounds()
    drawing = Drawing(_SIDE, _SIDE, transform=[_SIDE / (right - left), 0, 0, _SIDE / (top - bottom), 0, 0])
    drawing.add(widget)
    return drawing
