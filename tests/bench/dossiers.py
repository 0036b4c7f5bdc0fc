"""A dossier of thirty pages beside bare platypus with the same paragraphs and the same tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from app.dossiers import document
from app.dossiers.rules import Dossier, DossierEntry, DossierMeasure
from app.kernel.clock import at
from app.kernel.formats import long_date
from app.pdf import fonts
from app.pdf.styles import BODY
from app.people.rules import PersonKind
from tests.bench.measuring import Measured, median_of

_MOMENT = at(2026, 11, 16, 14, 5)
_TEXT = (
    "Teun vertelt wat er is gebeurd & biedt aan het filmpje te verwijderen. Zijn ouders waren daarbij aanwezig. " * 2
)


def measure() -> Iterator[Measured]:
    """Both documents in turn, the median of seven."""
    fonts.register()
    dossier = _dossier()
    pages = len(PdfReader(BytesIO(document.pdf(dossier, _MOMENT))).pages)
    ours = median_of(lambda: document.pdf(dossier, _MOMENT), 7)
    bare = median_of(lambda: _bare(dossier), 7)
    yield Measured(
        f"dossier of {pages} pages / bare platypus", ours / bare, 1.5, note=f"{ours:.0f} ms against {bare:.0f} ms"
    )


def _dossier() -> Dossier:
    first = date(2025, 8, 1)
    entries = tuple(
        DossierEntry(
            on=first + timedelta(days=number), title="Gesprek met Teun", text=_TEXT, note="zaak SM-012 · protocol A1"
        )
        for number in range(198)
    )
    measures = tuple(DossierMeasure("Waarschuwing", "16 nov 2026", "directeur", "vervallen") for _ in range(40))
    return Dossier(
        person_id=1,
        kind=PersonKind.PUPIL,
        name="Teun Mulder",
        detail="groep 7 · geboren 4 maart 2016",
        school="Basisschool De Wilgenhof",
        period="1 augustus 2025 tot en met 16 november 2026",
        purpose="",
        made_on=_MOMENT.date(),
        made_by="E. Terpstra",
        entries=entries,
        measures=measures,
        letters=(),
        replacements=(),
        doubts=(),
        control="9b41 07de",
        log_head="0123456789abcdef",
    )


def _bare(dossier: Dossier) -> bytes:
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build([_events(dossier), _measures(dossier)])
    return file.getvalue()


def _events(dossier: Dossier) -> Flowable:
    rows = [
        [_words(long_date(event.on)), [_words(event.title), _words(event.text), _words(event.note)]]
        for event in dossier.entries
    ]
    return Table(
        rows,
        colWidths=[110, 350],
        style=[("LINEABOVE", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )


def _measures(dossier: Dossier) -> Flowable:
    rows = [
        [_words(line.name), _words(line.period), _words(line.decision), _words(line.outcome)]
        for line in dossier.measures
    ]
    return Table(rows, colWidths=[130, 150, 90, 90])


def _words(text: str) -> Paragraph:
    return Paragraph(escape(text), BODY)
