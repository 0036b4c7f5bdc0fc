"""The dossier on paper: cover with contents, chronology, measures, then letters and files, with one numbering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from reportlab.platypus import Flowable, PageBreak, Spacer

from app.cases.evidence import files
from app.dossiers import foreign_pages, joining
from app.dossiers.blocks import ContentsLine, Mark, Picture, Places, measure_details, told
from app.dossiers.joining import Appendix, Joint, Step
from app.dossiers.rules import Dossier, DossierAttachment, DossierEntry, DossierLetter, Version
from app.dossiers.short import shortened
from app.kernel.errors import MeldboekError
from app.kernel.formats import long_date
from app.kernel.texts import N_, _, speaking
from app.letters.paper.layout import pages_of
from app.pdf import frame, parts
from app.pdf.frame import Ink, LateText, Meta, PageCanvas, PageLook
from app.pdf.styles import BODY, LABEL, MARGIN, PAGE_WIDTH, SUBTITLE
from app.pdf.text import paragraph
from app.people.rules import PersonKind

_MANY = 60  # pages: half of the way
_TEXTS = "pictures"  # the place where the pictures begin


@speaking("nl")
def pdf(dossier: Dossier, at: datetime, step: Step = lambda _part: None) -> bytes:
    """The finished dossier. ``step`` is told how far it is (0 to 1), and may raise to stop the work."""
    if dossier.is_short:
        return shortened(dossier, lambda shorter: _Paper(shorter, at, step).own())
    return _Paper(dossier, at, step).whole()


def kind_of(dossier: Dossier) -> str:
    """What kind of dossier this is."""
    if dossier.is_short:
        return _("Korte versie dossier")
    if dossier.version is Version.REMOVAL:
        return _("Dossier voor het besluit over verwijdering")
    return _("Leerlingendossier") if dossier.kind is PersonKind.PUPIL else _("Personeelsdossier")


class _Paper:
    """One dossier while it is being drawn."""

    def __init__(self, dossier: Dossier, at: datetime, step: Step) -> None:
        self._dossier = dossier
        self._at = at
        self._step = step
        self._stop: MeldboekError | None = None
        self._places = Places()
        self._letters = self._appendices([(letter.reference, letter.subject, letter.pdf) for letter in dossier.letters])
        papers = [one for one in dossier.appended if one.mime == files.PDF]
        self._papers = self._appendices([(_("Bijlage"), one.name, one.data) for one in papers], is_foreign=True)
        self._paper_names = [one.name for one in papers]
        self._drawn = [one for one in dossier.appended if one.mime != files.PDF]

    def _appendices(
        self, found: Sequence[tuple[str, str, bytes]], *, is_foreign: bool = False
    ) -> list[Appendix | None]:
        made: list[Appendix | None] = []
        for head, name, data in found:
            reader = foreign_pages.opened(data) if is_foreign else joining.readable(data)
            made.append(Appendix(f"{head} {name}", reader, is_foreign) if reader else None)
        return made

    def whole(self) -> bytes:
        """Own pages, letters, pictures and papers."""
        letters, papers = [one for one in self._letters if one], [one for one in self._papers if one]
        self._step(0.05)
        own = self.own()
        self._step(0.6)
        if not (letters or papers or self._drawn):
            return own
        count = pages_of(own)
        after = self._places.pages.get(_TEXTS, count + 1) - 1
        joint = Joint(own, after, letters, papers, self._bookmarks(), self._stamps(count, after))
        return joining.joined(joint, lambda part: self._step(0.6 + 0.4 * part))

    def own(self) -> bytes:
        """The pages that are drawn here."""
        dossier = self._dossier
        words = _("blz. {page} van {pages}")
        look = frame.report_look(
            dossier.school,
            _("{kind} · vertrouwelijk").format(kind=kind_of(dossier)),
            self._footer(),
            lambda page, pages: words.format(page=self._number(page), pages=pages + self._more),
        )
        look = replace(look, draw=self._telling(look.draw))
        title = _("{kind} {name}").format(kind=kind_of(dossier), name=dossier.name)
        meta = Meta(title=title, author=dossier.school, at=self._at, subject=dossier.control)
        try:
            return frame.build(self._story(), meta, look)
        except MeldboekError as error:  # ReportLab makes a new one with its own words in it
            raise self._stop or error from None

    def _telling(self, draw: Callable[[PageCanvas, int], None]) -> Callable[[PageCanvas, int], None]:
        """Draw a page and tell how far it is; how many there will be is not known yet, so the steps grow smaller."""

        def drawn(canvas: PageCanvas, page: int) -> None:
            try:
                self._step(0.05 + 0.55 * page / (page + _MANY))
            except MeldboekError as stop:
                self._stop = stop
                raise
            draw(canvas, page)

        return drawn

    @property
    def _more(self) -> int:
        return sum(one.pages for one in (*self._letters, *self._papers) if one)

    def _number(self, page: int) -> int:
        """The place in the whole of a page of the own document: pictures come after the letters."""
        begins = self._places.pages.get(_TEXTS)
        return page if begins is None or page < begins else page + self._letter_pages()

    def _letter_pages(self, before: int | None = None) -> int:
        return sum(one.pages for one in self._letters[:before] if one)

    def _footer(self) -> str:
        dossier = self._dossier
        return _("Dossier {name} · {day} · controle {control} · logboek {head}").format(
            name=dossier.name, day=long_date(dossier.made_on), control=dossier.control, head=dossier.log_head
        )

    def _bookmarks(self) -> list[tuple[str, int]]:
        places = self._places.pages
        return [(_("Bijlage {name}").format(name=one.name), places[_key(one)]) for one in self._drawn]

    def _story(self) -> list[Flowable]:
        story = self._cover() if not self._dossier.is_short else self._head()
        story += self._parts()
        for place, one in enumerate(self._drawn):
            story += [PageBreak(), *([Mark(self._places, _TEXTS)] if not place else ()), *self._file(one)]
        return story

    def _head(self) -> list[Flowable]:
        dossier = self._dossier
        made = _("{day} door {name}").format(day=long_date(dossier.made_on), name=dossier.made_by)
        masked = _("hun namen zijn vervangen; dezelfde omschrijving staat steeds voor dezelfde persoon")
        facts = [(_("Periode"), dossier.period)]
        facts += [(_("Gemaakt voor"), dossier.purpose)] if dossier.purpose else []
        facts += [(_("Gemaakt op"), made)]
        facts += [(_("Anderen"), masked)] if dossier.replacements else []
        facts += [(_("Niet opgenomen"), "\n".join(dossier.left_out))] if dossier.left_out else []
        return [*parts.title(dossier.name, dossier.detail), *parts.facts(facts), Spacer(0, 4)]

    def _cover(self) -> list[Flowable]:
        lines = self._contents()
        if not lines:
            return self._head()
        return [*self._head(), *parts.heading(_("Inhoud")), *lines, PageBreak()]

    def _contents(self) -> list[Flowable]:
        """One line for every part, letter and file with the page on which it begins."""
        dossier = self._dossier
        heads = [
            (_(STEPS), bool(dossier.steps)),
            (_(EVENTS), bool(dossier.entries or (dossier.is_empty and dossier.consents))),
        ]
        heads += [(_(MEASURES), bool(dossier.measures))]
        heads += [(_(CONSENTS), bool(dossier.consents)), (_(COURSE), bool(dossier.consent_course))]
        lines: list[Flowable] = [ContentsLine(head, self._page_of(head)) for head, stands in heads if stands]
        letters = [
            ContentsLine(_listed(letter, dossier.letters), self._letter_page(place), is_sub=True)
            for place, letter in enumerate(dossier.letters)
            if self._letters[place]
        ]
        files_ = [ContentsLine(one.name, self._page_of(_key(one)), is_sub=True) for one in self._drawn]
        files_ += [
            ContentsLine(name, self._paper_page(place), is_sub=True)
            for place, name in enumerate(self._paper_names)
            if self._papers[place]
        ]
        for title, found in ((_("Brieven"), letters), (_("Bijlagen"), files_)):
            lines += [ContentsLine(title, found[0]._page), *found] if found else []  # noqa: SLF001 - of this module's kin
        return lines

    def _page_of(self, key: str) -> LateText:
        return lambda _pages: str(self._number(self._places.pages.get(key, 1)))

    def _letter_page(self, place: int) -> LateText:
        def page(pages: int) -> str:
            begins = self._places.pages.get(_TEXTS, pages + 1) - 1
            return str(begins + self._letter_pages(place) + 1)

        return page

    def _paper_page(self, place: int) -> LateText:
        before = sum(one.pages for one in self._papers[:place] if one)
        return lambda pages: str(pages + self._letter_pages() + before + 1)

    def _parts(self) -> list[Flowable]:
        dossier = self._dossier
        story: list[Flowable] = []
        if dossier.is_empty:
            story += [*self._heading(_(EVENTS)), *paragraph(_nothing(), BODY)]
        if dossier.steps:
            story += [*self._heading(_(STEPS)), *told(dossier.steps), Spacer(0, 6)]
        if dossier.entries:
            story += [*self._heading(_(EVENTS)), *parts.chronology([self._event(entry) for entry in dossier.entries])]
        if dossier.measures:
            heads = [_("Maatregel"), _("Periode"), _("Besluit"), _("Stand")]
            rows = [(line.name, line.period, line.decision, line.outcome) for line in dossier.measures]
            story += [*self._heading(_(MEASURES)), *parts.table(heads, rows, [27, 33, 24, 16])]
            story += [part for line in dossier.measures for part in measure_details(line)]
        if dossier.consents:
            heads = [_("Waarvoor"), _("Antwoord"), _("Sinds")]
            story += [*self._heading(_(CONSENTS)), *parts.table(heads, dossier.consents, [50, 30, 20]), Spacer(0, 6)]
        if dossier.consent_course:
            course = [self._event(entry) for entry in dossier.consent_course]
            story += [*self._heading(_(COURSE)), *parts.chronology(course)]
        return story

    def _heading(self, text: str) -> list[Flowable]:
        return [*parts.heading(text), Mark(self._places, text)]

    def _event(self, entry: DossierEntry) -> parts.Entry:
        return parts.Entry(long_date(entry.on), entry.title, entry.text, self._note(entry))

    def _note(self, entry: DossierEntry) -> str | LateText:
        """The small print under an event; the page of what is appended is known when the own pages are counted."""
        dossier = self._dossier
        if entry.letter is not None and self._letters[entry.letter]:
            masked = dossier.letters[entry.letter].is_masked
            words = _("{letter}, afschrift, blz. {page}") if masked else _("{letter}, blz. {page}")
            page = self._letter_page(entry.letter)
            return lambda pages: words.format(letter=entry.note, page=page(pages))
        if entry.attachment is not None:
            return self._file_note(entry, dossier.attachments[entry.attachment])
        return entry.note

    def _file_note(self, entry: DossierEntry, one: DossierAttachment) -> str | LateText:
        page: LateText = self._page_of(_key(one))
        if one.mime == files.PDF:
            place = [known.entry_id for known in self._dossier.appended if known.mime == files.PDF].index(one.entry_id)
            if self._papers[place] is None:
                return _("niet opgenomen: het bestand is niet te lezen")
            page = self._paper_page(place)
        words = _("{note}, blz. {page}") if entry.note else _("blz. {page}")
        return lambda pages: words.format(note=entry.note, page=page(pages))

    def _file(self, one: DossierAttachment) -> list[Flowable]:
        """A picture on a page of its own, or the words of a paper."""
        told = _("afgedekte kopie") if one.is_masked else ""
        head = [
            Mark(self._places, _key(one)),
            *paragraph(one.name, LABEL),
            *(paragraph(told, SUBTITLE) if told else []),
        ]
        if one.mime in files.PICTURES:
            return [*head, Spacer(0, 6), Picture(one.data)]
        return [*head, Spacer(0, 6), *paragraph(one.data.decode("utf-8", "replace"), BODY)]

    def _stamps(self, count: int, after: int) -> bytes:
        """Empty pages that carry only the line below the footer of a letter or paper."""
        words = _("{footer} · blz. {page} van {pages}")
        letters, more = self._letter_pages(), self._more
        numbers = [after + one for one in range(1, letters + 1)]
        numbers += [count + letters + one for one in range(1, more - letters + 1)]
        total, footer = count + more, self._footer()

        def draw(canvas: PageCanvas, page: int) -> None:
            text = words.format(footer=footer, page=numbers[page - 1] if numbers else 0, pages=total)
            canvas.line_text(PAGE_WIDTH - MARGIN, 22, text, Ink(size=7.5), align_right=True)

        return frame.build(parts.blank_pages(max(1, more)), Meta("", "", self._at), PageLook(100, 100, draw))


EVENTS, MEASURES, CONSENTS = N_("Wat er is gebeurd"), N_("Maatregelen"), N_("Toestemmingen")
COURSE = N_("Antwoorden, publicaties en verwijderde beelden")
STEPS = N_("Stappen vóór het besluit over verwijdering")


def _listed(letter: DossierLetter, among: Sequence[DossierLetter]) -> str:
    """The letter in the contents; where two cases have letters of one number, the case goes before all of them."""
    *_start, case, number = ("", *letter.reference.split("/"))
    numbers = [one.reference.rpartition("/")[2] for one in among]
    are_apart = len(set(numbers)) == len(numbers)
    return f"{number if are_apart else f'{case}/{number}'} · {letter.subject}"


def _key(one: DossierAttachment) -> str:
    return f"file {one.entry_id}"


def _nothing() -> str:
    return _(
        "Een dossier bevat brieven, maatregelen, gesprekken en andere stukken die voor deze persoon zijn opgenomen. "
        "Over deze periode is daarvan niets opgenomen. Dat betekent niet dat er niets is gebeurd."
    )
