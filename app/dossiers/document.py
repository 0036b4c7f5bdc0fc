"""The dossier on paper: facts, chronology, measures, and the letters as pages with one numbering throughout."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from reportlab.platypus import Flowable, Spacer

from app.dossiers.rules import Dossier, DossierEntry, DossierMeasure
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.pdf import frame, parts
from app.pdf.frame import Ink, LateText, Meta, PageCanvas, PageLook
from app.pdf.styles import BODY, LABEL, MARGIN, PAGE_WIDTH
from app.pdf.text import paragraph
from app.people.rules import PersonKind

_LONG = 1500  # characters; a longer text must be able to run on to the next page


def pdf(dossier: Dossier, at: datetime) -> bytes:
    """The finished dossier; letters are appended and numbered on."""
    readers = [PdfReader(BytesIO(letter.pdf)) for letter in dossier.letters]
    sizes = [len(reader.pages) for reader in readers]
    own = _own_pages(dossier, sizes, at)
    if not readers:
        return own
    return _joined(dossier, own, readers, at)


def kind_of(dossier: Dossier) -> str:
    """What kind of dossier this is."""
    return _("Leerlingendossier") if dossier.kind is PersonKind.PUPIL else _("Personeelsdossier")


def _own_pages(dossier: Dossier, sizes: list[int], at: datetime) -> bytes:
    words = _("blz. {page} van {pages}")
    more = sum(sizes)
    kind = _("{kind} · vertrouwelijk").format(kind=kind_of(dossier))
    look = frame.report_look(
        dossier.school, kind, _footer(dossier), lambda page, pages: words.format(page=page, pages=pages + more)
    )
    title = _("{kind} {name}").format(kind=kind_of(dossier), name=dossier.name)
    meta = Meta(title=title, author=dossier.school, at=at, subject=dossier.control)
    return frame.build(_story(dossier, sizes), meta, look)


def _footer(dossier: Dossier) -> str:
    return _("Dossier {name} · {day} · controle {control} · logboek {head}").format(
        name=dossier.name, day=long_date(dossier.made_on), control=dossier.control, head=dossier.log_head
    )


def _story(dossier: Dossier, sizes: list[int]) -> list[Flowable]:
    made = _("{day} door {name}").format(day=long_date(dossier.made_on), name=dossier.made_by)
    masked = _("namen van anderen zijn vervangen (leerling B, medewerker 1)")
    facts = [(_("Periode"), dossier.period)]
    facts += [(_("Gemaakt voor"), dossier.purpose)] if dossier.purpose else []
    facts += [(_("Gemaakt op"), made)]
    facts += [(_("Anderen"), masked)] if dossier.replacements else []
    story = [*parts.title(dossier.name, dossier.detail), *parts.facts(facts), Spacer(0, 4)]
    if dossier.is_empty:
        return [*story, *parts.heading(_("Wat er is gebeurd")), *paragraph(_nothing(), BODY)]
    if dossier.entries:
        chronology = [_event(entry, dossier, sizes) for entry in dossier.entries]
        story += [*parts.heading(_("Wat er is gebeurd")), *parts.chronology(chronology)]
    if dossier.measures:
        heads = [_("Maatregel"), _("Periode"), _("Besluit"), _("Stand")]
        rows = [(line.name, line.period, line.decision, line.outcome) for line in dossier.measures]
        story += [*parts.heading(_("Maatregelen")), *parts.table(heads, rows, [28, 34, 20, 18])]
        story += [part for line in dossier.measures for part in _measure(line)]
    return story


def _measure(line: DossierMeasure) -> list[Flowable]:
    """What was written down at the decision and after it."""
    if not line.details:
        return []
    head = _("{name}, {decision}").format(name=line.name, decision=line.decision)
    story = parts.heading(head)
    for label, text in line.details:
        if len(text) < _LONG:
            story += parts.facts([(label, text)])
        else:
            story += [*paragraph(label, LABEL), *paragraph(text, BODY)]
    return [*story, Spacer(0, 6)]


def _nothing() -> str:
    return _("Over deze periode is niets in het dossier van deze persoon opgenomen.")


def _event(entry: DossierEntry, dossier: Dossier, sizes: list[int]) -> parts.Entry:
    return parts.Entry(long_date(entry.on), entry.title, entry.text, _note(entry, dossier, sizes))


def _note(entry: DossierEntry, dossier: Dossier, sizes: list[int]) -> str | LateText:
    """The small print under an event; the page of a letter is known when the own pages are counted."""
    if entry.letter is None:
        return entry.note
    before = sum(sizes[: entry.letter]) + 1
    words = (
        _("{letter}, afschrift, blz. {page}") if dossier.letters[entry.letter].is_masked else _("{letter}, blz. {page}")
    )
    return lambda pages: words.format(letter=entry.note, page=pages + before)


def _joined(dossier: Dossier, own: bytes, readers: list[PdfReader], at: datetime) -> bytes:
    """The own pages, then every letter, each page stamped with its place in the whole."""
    writer = PdfWriter(clone_from=BytesIO(own))
    start = len(writer.pages)
    for letter, reader in zip(dossier.letters, readers, strict=True):
        writer.append(reader, outline_item=f"{letter.reference} {letter.subject}", import_outline=False)
    stamps = PdfReader(BytesIO(_stamps(dossier, start, len(writer.pages), at)))
    for page, stamp in zip(writer.pages[start:], stamps.pages, strict=True):
        page.merge_page(stamp)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _stamps(dossier: Dossier, start: int, total: int, at: datetime) -> bytes:
    """Empty pages that carry only the line below the footer of a letter."""
    words = _("{footer} · blz. {page} van {pages}")

    def draw(canvas: PageCanvas, page: int) -> None:
        text = words.format(footer=_footer(dossier), page=start + page, pages=total)
        canvas.line_text(PAGE_WIDTH - MARGIN, 22, text, Ink(size=7.5), align_right=True)

    return frame.build(parts.blank_pages(total - start), Meta("", "", at), PageLook(100, 100, draw))


def locked(data: bytes, passphrase: str) -> bytes:
    """The same file behind a password (AES-256); without it nothing of it can be read."""
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(passphrase, algorithm="AES-256")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
