"""Puts one person's dossier together from what the other features filed; everybody else is masked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.cases.lines import CaseCard, DossierItem
from app.cases.rules import EntryKind
from app.dossiers.case_part import happened, steps_before_removal
from app.dossiers.circle import Circle
from app.dossiers.masking_rules import Mask
from app.dossiers.measure_part import counts, heard_entries, measure_of, object_entries
from app.dossiers.rules import DossierAttachment, DossierEntry, DossierLetter, DossierMeasure, Part, Version, Wanted
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.letters.lines import LetterLine
from app.letters.paper.layout import Paper, render
from app.letters.rules import names_in_text
from app.letters.service import Letters
from app.measures.lines import ContentLine, DeviceLine, MeasureCard
from app.people.rules import Period


@dataclass(frozen=True)
class Filed:
    """Everything that was filed for one person, under any of the ids they ever had, before anything is masked."""

    items: tuple[DossierItem, ...]
    letters: tuple[tuple[LetterLine, Paper], ...]
    measures: tuple[MeasureCard, ...]
    devices: tuple[DeviceLine, ...]
    contents: tuple[ContentLine, ...]


@dataclass
class Compiler:
    """Makes the parts of one dossier, in the order in which they are read: so run the aliases."""

    filed: Filed
    wanted: Wanted
    circle: Circle
    mask: Mask
    attachments: tuple[DossierAttachment, ...] = ()

    def letters(self, letters: Letters) -> tuple[tuple[DossierLetter, ...], list[DossierEntry]]:
        """The letters to append, with the lines that tell of them."""
        if Part.LETTERS not in self.wanted.parts:
            return (), []
        chosen = [(line, paper) for line, paper in self.filed.letters if within(line.finalised_at, self.wanted.period)]
        lines = [line for line, _paper in chosen]
        papers = [(paper, self._shown(paper)) for _line, paper in chosen]
        entries = _letter_entries(lines, papers)
        if self.wanted.is_short:
            return (), [replace(entry, letter=None) for entry in entries]
        return tuple(_letter(letters, line, pair) for line, pair in zip(lines, papers, strict=True)), entries

    def cases(self) -> set[int]:
        """The cases from which something in this dossier followed."""
        found = {item.case_id for item in self.filed.items if self._counts(item)}
        if Part.LETTERS in self.wanted.parts:
            found |= {line.case_id for line, _p in self.filed.letters if within(line.finalised_at, self.wanted.period)}
        if Part.MEASURES in self.wanted.parts:
            found |= {card.case_id for card in self.filed.measures if counts(card, self.wanted.period)}
        return found - {0}

    def sources(self) -> set[int | None]:
        """The cases of which anything at all stands in this dossier, a file or a device too."""
        filed = {item.case_id for item in self.filed.items if not item.entry.internal}
        taken = {one.case_id for one in self.filed.devices} | {one.case_id for one in self.filed.contents}
        return self.cases() | filed | taken

    def happened(self, cards: Iterable[CaseCard]) -> list[DossierEntry]:
        """The events themselves, each in one line."""
        return list(happened(cards, self.wanted.period, self.mask)) if Part.EVENTS in self.wanted.parts else []

    def steps(self) -> tuple[tuple[str, str], ...]:
        """The steps before a removal, for the board that decides on it."""
        is_for_board = self.wanted.version is Version.REMOVAL
        return steps_before_removal(self.filed.measures, self.mask) if is_for_board else ()

    def events(self) -> list[DossierEntry]:
        """The lines of the timelines that were filed for this person, and what was taken or had to go."""
        found: list[DossierEntry] = []
        if Part.EVENTS in self.wanted.parts:
            # a talk of the day of a decision stands before it
            found += heard_entries(self.filed.measures, self.filed.items, self.wanted.period, self.mask)
            found += [self._event(item) for item in self.filed.items if self._counts(item)]
        if Part.OBJECTS in self.wanted.parts:
            found += object_entries(self.filed.devices, self.filed.contents, self.wanted.period, self.mask)
        return found

    def views(self, given: Iterable[tuple[date, str]]) -> list[DossierEntry]:
        """What the person added to the own dossier."""
        period = self.wanted.period
        return [
            DossierEntry(on, _("Eigen zienswijze"), self.mask.text(text), "") for on, text in given if period.holds(on)
        ]

    def measures(self) -> tuple[DossierMeasure, ...]:
        """The measures that were decided or announced in this time."""
        if Part.MEASURES not in self.wanted.parts:
            return ()
        found = [measure_of(card, self.mask) for card in self.filed.measures if counts(card, self.wanted.period)]
        return tuple(replace(one, details=()) for one in found) if self.wanted.is_short else tuple(found)

    def attachment_entries(self) -> list[DossierEntry]:
        """One line for every file: where it stands, or why it was left out."""
        known = {one.entry_id: (place, one) for place, one in enumerate(self.attachments)}
        made = []
        for item in self.filed.items:
            if item.entry.id in known:
                place, one = known[item.entry.id]
                on = item.entry.at.astimezone(AMSTERDAM).date()
                note = _("afgedekte kopie") if one.is_masked else one.why
                text = self.mask.text(item.entry.text)
                if item.entry.evidence and item.entry.evidence.description.strip():
                    text = "\n".join(part for part in (self.mask.text(item.entry.evidence.description), text) if part)
                appended = place if one.data and not self.wanted.is_short else None
                title = _("Bijlage: {name}").format(name=one.name)
                made.append(DossierEntry(on, title, text, note, attachment=appended))
        return made

    def _counts(self, item: DossierItem) -> bool:
        entry = item.entry
        if entry.internal or entry.kind is EntryKind.EVIDENCE:
            return False
        return self.wanted.period.holds(entry.at.astimezone(AMSTERDAM).date())

    def _event(self, item: DossierItem) -> DossierEntry:
        note = _("zaak {number}").format(number=item.case_number.rpartition("/")[2])
        entry = item.entry
        title, told = self.mask.text(entry.title), [self.mask.text(entry.text)]
        if entry.comment.strip():
            told.append(_("Reactie op het verslag: {text}").format(text=self.mask.text(entry.comment)))
        text = "\n".join(part for part in told if part)
        return DossierEntry(entry.at.astimezone(AMSTERDAM).date(), title, text, note)

    def _shown(self, sent: Paper) -> Paper:
        """The letter as it may be shown to this person."""
        is_own = self.wanted.requester_id is not None and self.wanted.requester_id in sent.addressee.person_ids
        had = self.circle.contacts if is_own else ()
        lines = tuple(self.mask.text(line) for line in sent.addressee.lines[:1]) + sent.addressee.lines[1:]
        if not is_own:
            lines = self.circle.masked_address(lines, of_own=lines[:1] == sent.addressee.lines[:1])
        return replace(
            sent,
            addressee=replace(sent.addressee, lines=lines, salutation=self.mask.text(sent.addressee.salutation)),
            subject=self.mask.text(sent.subject),
            body=tuple(self.mask.text(text, had) for text in sent.body),
            note=self.mask.text(sent.note, had),
            enclosures=tuple(self.mask.text(text) for text in sent.enclosures),
            copies=tuple(self.mask.text(text) for text in sent.copies),
        )


def _letter(letters: Letters, line: LetterLine, papers: tuple[Paper, Paper]) -> DossierLetter:
    sent, shown = papers
    if sent == shown:
        return DossierLetter(line.reference, sent.subject, letters.preview(line.id))
    copy = replace(shown, marks=(*shown.marks, _("AFSCHRIFT MET AFGESCHERMDE GEGEVENS")))
    return DossierLetter(line.reference, shown.subject, render(copy, line.finalised_at or line.created_at), True)


def _letter_entries(letters: Iterable[LetterLine], papers: Iterable[tuple[Paper, Paper]]) -> list[DossierEntry]:
    made = []
    for place, (line, (_sent, shown)) in enumerate(zip(letters, papers, strict=True)):
        assert line.finalised_at is not None  # noqa: S101 - of_person gives final letters only
        text = _("Aan {name}").format(name=names_in_text(shown.addressee.name))
        note = _("brief {reference}").format(reference=line.reference.rpartition("/")[2])
        on = line.finalised_at.astimezone(AMSTERDAM).date()
        made.append(DossierEntry(on, _("Brief: {subject}").format(subject=shown.subject), text, note, place))
    return made


def within(at: datetime | None, period: Period) -> bool:
    """Whether an instant falls on a day of this period."""
    return at is not None and period.holds(at.astimezone(AMSTERDAM).date())


def period_text(period: Period, today: date) -> str:
    """The period in words."""
    until = long_date(period.until or today)
    if period.start is None:
        return _("alles tot en met {until}").format(until=until)
    return _("{start} tot en met {until}").format(start=long_date(period.start), until=until)
