"""Use cases on dossiers: compile what was filed for one person, mask everybody else, print it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime

from app.cases.service import Cases
from app.consents.service import Consents
from app.dossiers import document
from app.dossiers.circle import Circle, circle_of
from app.dossiers.measure_part import counts, measure_of, object_entries
from app.dossiers.rules import Choices, Dossier, DossierEntry, DossierLetter, Mask
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Refused
from app.kernel.formats import long_date
from app.kernel.names import full
from app.kernel.texts import _, speaking
from app.letters.layout import Paper, render
from app.letters.lines import LetterLine
from app.letters.rules import names_in_text
from app.letters.service import Letters
from app.measures.service import Measures
from app.people.rules import Period, PersonKind
from app.people.service import People
from app.school.service import School
from app.vault.database import Drawer


class Dossiers:
    """Reads what the other features filed; keeps nothing itself but the lines of who looked."""

    def __init__(
        self,
        casework: Drawer,
        cases: Cases,
        measures: Measures,
        letters: Letters,
        people: People,
        school: School,
        consents: Consents,
        clock: Clock,
    ) -> None:
        self._drawer = casework
        self._cases = cases
        self._measures = measures
        self._letters = letters
        self._people = people
        self._school = school
        self._consents = consents
        self._clock = clock

    @speaking("nl")
    def compile(
        self, person_id: int, period: Period | None = None, purpose: str = "", choices: Choices | None = None
    ) -> Dossier:
        """The dossier of a pupil or employee over a period: only what was filed for or addressed to this person.

        Calls with the inspector and papers of complaints are never filed, so they never come in (rules_nl S12).
        Everybody else is masked; ``choices`` are the reviewer's. The view is logged.
        """
        period = period or Period()
        kind = self._may_see(person_id)
        sent = self._letters.papers_of(person_id)
        cards = self._measures.cards_of(person_id)
        deciders = (card.decided_by.partition(",")[0].strip() for card in cards if card.decided_on)
        signers = {self._drawer.user.name, *(paper.signer for _line, paper in sent), *deciders} - {""}
        case_ids = {line.case_id for line, _paper in sent}
        circle = circle_of(person_id, self._people, self._cases, self._school, case_ids, signers)
        mask = Mask(circle.subject, circle.own, circle.others, circle.kept, choices)
        chosen = [(line, paper) for line, paper in sent if _within(line.finalised_at, period)]
        letters = [line for line, _paper in chosen]
        papers = [(paper, _shown(paper, circle, mask)) for _line, paper in chosen]
        entries = self._entries(person_id, period, mask) + _letter_entries(letters, papers)
        entries += object_entries(
            self._measures.devices.of_person(person_id), self._measures.contents.of_person(person_id), period, mask
        )
        measures = tuple(measure_of(card, mask) for card in cards if counts(card, period))
        today = self._clock.today()
        dossier = Dossier(
            person_id=person_id,
            kind=kind,
            name=full(circle.subject.name),
            detail=circle.detail,
            school=self._school.profile().name,
            period=_period_text(period, today),
            purpose=purpose.strip(),
            made_on=today,
            made_by=self._drawer.user.name,
            entries=tuple(sorted(entries, key=lambda entry: entry.on)),
            measures=measures,
            letters=tuple(self._letter(line, paper) for line, paper in zip(letters, papers, strict=True)),
            replacements=mask.replacements,
            doubts=mask.doubts,
            control="",
            log_head=self._drawer.short_head()[:8],
        )
        self._drawer.note("dossier.viewed", f"person:{person_id}")
        return replace(dossier, control=control_of(dossier))

    @speaking("nl")
    def pdf(self, dossier: Dossier) -> bytes:
        """The dossier on paper; equal dossiers give equal bytes."""
        return document.pdf(dossier, self._clock.now())

    def export(self, dossier: Dossier) -> bytes:
        """The PDF to give away; the log keeps for whom it was and its control number."""
        data = self.pdf(dossier)
        self._drawer.note("dossier.exported", f"person:{dossier.person_id} {dossier.control}")
        return data

    def _may_see(self, person_id: int) -> PersonKind:
        kind = self._people.person(person_id).kind
        if kind is PersonKind.GUARDIAN:
            raise Refused("dossiers.no_dossier")
        if not self._drawer.user.role.leads and kind is PersonKind.EMPLOYEE:
            raise Refused("dossiers.only_leadership")
        return kind

    def _entries(self, person_id: int, period: Period, mask: Mask) -> list[DossierEntry]:
        found = []
        for item in self._cases.items_for_dossier(person_id):
            entry = item.entry
            if entry.internal or not period.holds(entry.at.astimezone(AMSTERDAM).date()):
                continue
            note = _("zaak {number}").format(number=item.case_number.rpartition("/")[2])
            made = DossierEntry(entry.at.astimezone(AMSTERDAM).date(), mask.text(entry.title), "", note)
            found.append(replace(made, text=mask.text(entry.text)))
        return found

    def _letter(self, line: LetterLine, papers: tuple[Paper, Paper]) -> DossierLetter:
        sent, shown = papers
        if sent == shown:
            return DossierLetter(line.reference, sent.subject, self._letters.preview(line.id))
        copy = replace(shown, marks=(*shown.marks, _("AFSCHRIFT MET AFGESCHERMDE GEGEVENS")))
        pdf = render(copy, line.finalised_at or line.created_at)
        return DossierLetter(line.reference, shown.subject, pdf, is_masked=True)


def _shown(sent: Paper, circle: Circle, mask: Mask) -> Paper:
    """The letter as it may be shown to this person."""
    return replace(
        sent,
        addressee=replace(sent.addressee, lines=circle.masked_address(sent.addressee.lines)),
        subject=mask.text(sent.subject),
        body=tuple(mask.text(text) for text in sent.body),
        note=mask.text(sent.note),
    )


def control_of(dossier: Dossier) -> str:
    """The short number in the footer, from everything that the dossier says: ``9b41 07de``."""
    said = asdict(replace(dossier, control="", log_head="", letters=()))
    said["letters"] = [hashlib.sha256(letter.pdf).hexdigest() for letter in dossier.letters]
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()).hexdigest()
    return f"{digest[:4]} {digest[4:8]}"


def _letter_entries(letters: Iterable[LetterLine], papers: Iterable[tuple[Paper, Paper]]) -> list[DossierEntry]:
    made = []
    for place, (line, (_sent, shown)) in enumerate(zip(letters, papers, strict=True)):
        assert line.finalised_at is not None  # noqa: S101 - of_person gives final letters only
        text = _("Aan {name}").format(name=names_in_text(shown.addressee.name))
        note = _("brief {reference}").format(reference=line.reference.rpartition("/")[2])
        on = line.finalised_at.astimezone(AMSTERDAM).date()
        made.append(DossierEntry(on, _("Brief: {subject}").format(subject=shown.subject), text, note, place))
    return made


def _within(at: datetime | None, period: Period) -> bool:
    return at is not None and period.holds(at.astimezone(AMSTERDAM).date())


def _period_text(period: Period, today: date) -> str:
    until = long_date(period.until or today)
    if period.start is None:
        return _("alles tot en met {until}").format(until=until)
    return _("{start} tot en met {until}").format(start=long_date(period.start), until=until)
