"""A dossier of two hundred pages with fifty pictures beside bare platypus with pypdf making the same pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image as Pixels
from pypdf import PdfReader, PdfWriter
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, SimpleDocTemplate, Table

from app.dossiers import document
from app.dossiers.rules import Dossier, DossierAttachment, DossierEntry, DossierLetter, DossierMeasure
from app.kernel.clock import at
from app.kernel.formats import long_date
from app.letters.paper.layout import Paper, render
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee
from app.pdf import fonts
from app.pdf.styles import BODY
from app.people.rules import PersonKind
from tests.bench.measuring import Measured, working_median_of

_MOMENT = at(2026, 11, 16, 14, 5)
_TEXT = (
    "Teun vertelt wat er is gebeurd & biedt aan het filmpje te verwijderen. Zijn ouders waren daarbij aanwezig. " * 2
)
_PICTURES, _LETTERS, _EVENTS, _ANSWERS = 50, 60, 520, 80
_MOST_MEMORY = 300  # MB


def measure() -> Iterator[Measured]:
    """Both documents in turn, the median of three, and how much memory a process takes that only makes this dossier."""
    alone = "from tests.bench.dossiers import made; print(*made())"  # a worker of this process would take its window
    run = [sys.executable, "-c", alone]
    told = subprocess.run(run, capture_output=True, check=True, text=True).stdout.split()  # noqa: S603 - our own words
    pages, taken = int(told[0]), float(told[1])
    fonts.register()
    dossier = sample()
    ours = working_median_of(lambda: document.pdf(dossier, _MOMENT))
    bare = working_median_of(lambda: _bare(dossier))
    name = f"dossier of {pages} pages with {_PICTURES} pictures / bare platypus and pypdf"
    yield Measured(name, ours / bare, 1.5, note=f"{ours:.0f} ms against {bare:.0f} ms")
    yield Measured("memory while making a dossier", taken, _MOST_MEMORY, "MB")


def made() -> tuple[int, float]:
    """The number of pages, and the most memory (MB) that this process ever took, the dossier's own bytes included."""
    pages = len(PdfReader(BytesIO(document.pdf(sample(), _MOMENT))).pages)
    told = Path("/proc/self/status").read_text(encoding="ascii")  # the usual figure would count the parent's too
    return pages, int(told.partition("VmHWM:")[2].split()[0]) / 1024


def sample() -> Dossier:
    """A dossier of two hundred pages."""
    first = date(2024, 8, 1)
    entries = tuple(
        DossierEntry(first + timedelta(days=number), "Gesprek met Teun", _TEXT, "zaak SM-012 · protocol A1")
        for number in range(_EVENTS)
    )
    measures = tuple(DossierMeasure("Waarschuwing", "16 nov 2026", "directeur", "vervallen") for _ in range(40))
    files = tuple(
        DossierAttachment(number, f"schermafdruk {number}.png", "image/png", _picture(number), is_masked=True)
        for number in range(_PICTURES)
    )
    return Dossier(
        person_id=1,
        kind=PersonKind.PUPIL,
        name="Teun Mulder",
        detail="groep 7 · geboren 4 maart 2016",
        school="Basisschool De Wilgenhof",
        period="1 augustus 2024 tot en met 16 november 2026",
        purpose="",
        made_on=_MOMENT.date(),
        made_by="E. Terpstra",
        entries=entries,
        measures=measures,
        letters=tuple(_letter(number) for number in range(_LETTERS)),
        replacements=(),
        doubts=(),
        control="9b41 07de",
        log_head="01234567",
        attachments=files,
        consents=tuple((f"Doel {number}", "ja", "1 sep 2026") for number in range(12)),
        consent_course=tuple(replace(entry, title="Toestemming: gegeven") for entry in entries[:_ANSWERS]),
    )


def _picture(number: int) -> bytes:
    file = BytesIO()
    grain = Pixels.effect_noise((1080, 1920), 6)  # as a photo has it: such a file is some megabytes
    shade = Pixels.linear_gradient("L").resize((1080, 1920)).rotate(number)
    Pixels.blend(shade, grain, 0.5).convert("RGB").save(file, "PNG", compress_level=1)
    return file.getvalue()


def _letter(number: int) -> DossierLetter:
    to = Addressee(("Mevrouw C. Mulder", "Kerkstraat 19"), "Geachte mevrouw Mulder,")
    paper = Paper(
        to, "16 november 2026", f"SM-012/BR-{number:02}", "Waarschuwing", (_TEXT,) * 3, "Met vriendelijke groet,",
        "E. Terpstra", "directeur", head=Letterhead("Basisschool De Wilgenhof", "Stichting De Waaier"),
    )  # fmt: skip
    return DossierLetter(paper.reference, paper.subject, render(paper, _MOMENT))


def _bare(dossier: Dossier) -> bytes:
    """The same pages without contents, numbers, bookmarks or care; the pictures as large as ours are kept."""
    file = BytesIO()
    story: list[Flowable] = [_events(dossier.entries), _measures(dossier), _events(dossier.consent_course)]
    for one in dossier.attachments:
        story += [PageBreak(), _small(one.data)]
    SimpleDocTemplate(file, pagesize=A4).build(story)
    writer = PdfWriter(clone_from=BytesIO(file.getvalue()))
    for letter in dossier.letters:
        writer.append(PdfReader(BytesIO(letter.pdf)))
    joined = BytesIO()
    writer.write(joined)
    return joined.getvalue()


def _small(data: bytes) -> Flowable:
    with Pixels.open(BytesIO(data)) as picture:
        small = picture.convert("RGB")
    small.thumbnail((1600, 1600))
    file = BytesIO()
    small.save(file, "JPEG", quality=82)
    wide, high = ImageReader(BytesIO(file.getvalue())).getSize()
    return Image(BytesIO(file.getvalue()), 360, 360 * high / wide)


def _events(found: Iterable[DossierEntry]) -> Flowable:
    rows = [
        [_words(long_date(event.on)), [_words(event.title), _words(event.text), _words(event.note)]] for event in found
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
