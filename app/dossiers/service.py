"""Use cases on dossiers: compile what was filed for one person, mask everybody else, print it, give it away."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date

from app.cases.service import Cases
from app.consents.service import Consents
from app.dossiers import consent_part, document, files, joining
from app.dossiers.circle import Circle, circle_of
from app.dossiers.compiling import Compiler, Filed, period_text
from app.dossiers.exports import Exports
from app.dossiers.joining import Step
from app.dossiers.looks import Looks
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import Choices, Dossier, DossierEntry, Part, UnfiledCase, Wanted
from app.dossiers.short import files_told
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.names import full
from app.kernel.texts import speaking
from app.letters.paper.layout import pages_of
from app.letters.service import Letters
from app.measures.service import Measures
from app.people.rules import Period, PersonKind
from app.people.service import People
from app.school.service import School
from app.vault.drawers.database import Drawer


class Dossiers:
    """Reads what the other features filed; keeps nothing itself but who looked and what was given away."""

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
        self.exports = Exports(casework, people, clock)
        self.looks = Looks(casework, people)
        self._views: Callable[[int], tuple[tuple[date, str], ...]] = lambda _person: ()

    def follow_views(self, ask: Callable[[int], tuple[tuple[date, str], ...]]) -> None:
        """Let who keeps the requests tell which own views belong in a person's dossier."""
        self._views = ask

    def open(self, person_id: int) -> None:
        """Leave in the log that somebody looks at this dossier. Raises Refused when there is none to see."""
        self._may_see(person_id)
        self._drawer.note("dossier.viewed", f"person:{person_id}")

    def compile(
        self, person_id: int, period: Period | None = None, purpose: str = "", choices: Choices | None = None
    ) -> Dossier:
        """The whole dossier of a pupil or employee over a period, with the usual parts."""
        return self.compile_as(person_id, Wanted(period or Period(), purpose, choices=choices or Choices()))

    @speaking("nl")
    def compile_as(self, person_id: int, wanted: Wanted) -> Dossier:
        """The dossier that is wanted: only what was filed for or addressed to this person.

        Calls with the inspector and papers of complaints are never filed, so they never come in (rules_nl S12).
        Everybody else is masked; ``wanted.choices`` are the reviewer's.
        """
        kind = self._may_see(person_id)
        filed = self._filed(person_id, kind)
        circle = self._circle(person_id, filed)
        mask = Mask(circle.subject, circle.own, circle.others, circle.kept, wanted.choices, circle.hidden)
        blank = self._blank(person_id, kind, circle, wanted, mask)
        attachments = files.attached(self._drawer, self._cases, filed.items, wanted, mask)
        compiler = Compiler(filed, wanted, circle, mask, attachments)
        letters, entries = compiler.letters(self._letters)
        cards = [self._cases.case(one) for one in sorted(compiler.cases())]
        entries = [
            *compiler.happened(cards),
            *compiler.events(),
            *compiler.views(self._views(person_id)),
            *(() if wanted.is_short else compiler.attachment_entries()),
            *entries,
        ]
        measures = compiler.measures()
        dossier = replace(
            self._with_consents(blank, wanted, mask),
            entries=tuple(sorted(entries, key=_day)),
            measures=measures,
            letters=letters,
            replacements=mask.replacements,
            doubts=mask.doubts,
            attachments=attachments,
            steps=compiler.steps(),
            left_out=files_told(len(attachments)) if wanted.is_short else (),
            unfiled=self._unfiled(person_id, compiler),
            inside=sum(item.entry.internal for item in filed.items),
        )
        return replace(dossier, control=control_of(dossier))

    def pdf(self, dossier: Dossier, step: Step = lambda _part: None) -> bytes:
        """The dossier on paper; equal dossiers give equal bytes. Needs no database: draw it beside the lane."""
        return document.pdf(dossier, self._clock.now(), step)

    def export(self, dossier: Dossier, pdf: bytes = b"", passphrase: str = "", receiver: str = "") -> bytes:
        """The PDF to give away; kept is for whom it was, its control number and hash.

        ``pdf`` is the finished file when it was drawn before; ``passphrase`` locks it (AES-256).
        """
        data = pdf or self.pdf(dossier)
        pages = pages_of(data)
        if passphrase:
            data = joining.locked(data, passphrase)
        self.exports.keep(dossier, data, is_encrypted=bool(passphrase), receiver=receiver, pages=pages)
        return data

    def printed(self, dossier: Dossier, pdf: bytes) -> None:
        """Remember that a dossier was put on paper, with the number by which the paper can be recognised."""
        pages = pages_of(pdf)
        self.exports.keep(dossier, pdf, is_encrypted=False, receiver="", pages=pages, action="dossier.printed")

    def _may_see(self, person_id: int) -> PersonKind:
        kind = self._people.person(person_id).kind
        if kind is PersonKind.GUARDIAN:
            raise Refused("dossiers.no_dossier")
        if not self._drawer.user.role.leads and kind is PersonKind.EMPLOYEE:
            raise Refused("dossiers.only_leadership")
        return kind

    def _filed(self, person_id: int, kind: PersonKind) -> Filed:
        """What stands under any of the ids of this person; in a pupil's dossier the letters to the parents too."""
        ids = sorted(self._people.aliases(person_id))
        about = list(ids)
        if kind is PersonKind.PUPIL:
            about += sorted(self._people.aliases(*(one.id for one in self._people.pupil(person_id).guardians)))
        return Filed(
            items=tuple(item for one in ids for item in self._cases.items_for_dossier(one)),
            letters=tuple(pair for one in dict.fromkeys(about) for pair in self._letters.papers_of(one)),
            measures=self._measures.cards_of(person_id),
            devices=self._measures.devices.of_person(person_id),
            contents=self._measures.contents.of_person(person_id),
        )

    def _unfiled(self, person_id: int, compiler: Compiler) -> tuple[UnfiledCase, ...]:
        """The cases that name this person and that the user may see, but of which nothing is in the dossier at all."""
        used = replace(compiler, wanted=Wanted()).sources()
        found = (line for line in self._cases.cases_of(person_id) if line.id not in used)
        return tuple(UnfiledCase(line.id, line.short_number, line.title) for line in found)

    def _with_consents(self, dossier: Dossier, wanted: Wanted, mask: Mask) -> Dossier:
        """What may be shown of this person today; in full also every answer, publication and takedown."""
        if Part.CONSENTS not in wanted.parts:
            return dossier
        found = consent_part.consenting(self._consents, dossier.person_id, dossier.kind)
        course = () if wanted.is_short else consent_part.course(found, wanted.period, mask)
        return replace(dossier, consents=consent_part.standing(found), consent_course=course)

    def _circle(self, person_id: int, filed: Filed) -> Circle:
        deciders = (card.decided_by.partition(",")[0].strip() for card in filed.measures if card.decided_on)
        signers = {self._drawer.user.name, *(paper.signer for _line, paper in filed.letters), *deciders} - {""}
        case_ids = {line.case_id for line, _paper in filed.letters} | {item.case_id for item in filed.items}
        case_ids |= {line.id for line in self._cases.cases_of(person_id)}
        return circle_of(person_id, self._people, self._cases, self._school, case_ids, signers)

    def _blank(self, person_id: int, kind: PersonKind, circle: Circle, wanted: Wanted, mask: Mask) -> Dossier:
        today = self._clock.today()
        return Dossier(
            person_id=person_id,
            kind=kind,
            name=full(circle.subject.name),
            detail=circle.detail,
            school=self._school.profile().name,
            period=period_text(wanted.period, today),
            purpose=mask.text(wanted.purpose.strip()),
            made_on=today,
            made_by=self._drawer.user.name,
            entries=(),
            measures=(),
            letters=(),
            replacements=(),
            doubts=(),
            control="",
            log_head=self._drawer.short_head()[:8],
            version=wanted.version,
        )


def _day(entry: DossierEntry) -> date:
    return entry.on


def control_of(dossier: Dossier) -> str:
    """The short number in the footer, from everything that the dossier says: ``9b41 07de``."""
    said = asdict(replace(dossier, control="", log_head="", letters=(), attachments=(), unfiled=(), inside=0))
    said["letters"] = [hashlib.sha256(letter.pdf).hexdigest() for letter in dossier.letters]
    said["attachments"] = [hashlib.sha256(one.data).hexdigest() for one in dossier.attachments]
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()).hexdigest()
    return f"{digest[:4]} {digest[4:8]}"
