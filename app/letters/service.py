"""Use cases on the letters of cases and measures; lives in the casework drawer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity, blocks
from app.kernel.texts import _, speaking
from app.letters import chain, finding, outbox, reading, rules
from app.letters.drafting import Draft, Drafting, codes_of, reached, rung_naming
from app.letters.layout import control_of, render
from app.letters.lines import NewLetter
from app.letters.rules import Addressee, Delivery
from app.letters.sending import LetterSending
from app.letters.tables import CaseLetter
from app.letters.template_rules import AddresseeKind, SignedBy
from app.letters.tray import Tray
from app.letters.wordings import Wordings
from app.measures.facts import Status
from app.measures.service import Measures
from app.people.rules import PersonKind
from app.people.service import People
from app.school.service import School
from app.vault import attachments
from app.vault.database import Drawer
from app.vault.keyring import Role

_WRITTEN_TO = {
    AddresseeKind.GUARDIANS: PersonKind.PUPIL,
    AddresseeKind.OFFICE: PersonKind.PUPIL,
    AddresseeKind.EMPLOYEE: PersonKind.EMPLOYEE,
    AddresseeKind.PERSON: PersonKind.GUARDIAN,
}
_TELLS_AUTHORITY = frozenset({"inspectorate_notice"})
_DECIDED = frozenset({Status.DECIDED, Status.RUNNING, Status.ENDED})


class Letters(LetterSending):
    """Drafts and how they become final; sending is in ``LetterSending``, reads are in ``LetterQueries``."""

    def __init__(
        self,
        casework: Drawer,
        measures: Measures,
        cases: Cases,
        people: People,
        school: School,
        tray: Tray,
        wordings: Wordings,
        clock: Clock,
    ) -> None:
        super().__init__(casework, measures, cases, people, school, tray, clock)
        self._drafting = Drafting(measures, cases, people, school, wordings, clock)

    def draft_for_measure(self, measure_id: int) -> tuple[int, ...]:
        """Write the letters that belong to this measure now; gives the drafts that are there already if there are."""
        measure = self._measures.measure(measure_id)
        made: list[int] = []
        for code in codes_of(measure, self._measures.rung(measure.rung)):
            there = [line.id for line in self.of_measure(measure_id) if line.template == code]
            made += there or self.draft(NewLetter(code, measure.case_id, measure.person_id, measure_id))
        return tuple(made)

    def reached(self, person_id: int) -> tuple[Addressee, ...]:
        """To whom the letters of a measure for this person will go."""
        return reached(self._people, person_id)

    def draft_for_chain(self, case_id: int, code: str) -> tuple[int, ...]:
        """Write a letter of article 4a for all whom it concerns and who have none yet; gives all of them.

        Raises Refused when nobody of the register is in the case as the one about whom it is written.
        """
        self._only_leadership()
        template = reading.template_of(code)
        there = [line for line in self.of_case(case_id) if line.template == code]
        persons = chain.concerned(template, self._cases.case(case_id))
        if not (persons or there):
            raise Refused("letters.chain_nobody")
        known = {line.about_id for line in there}
        if there and template.addressee is AddresseeKind.OFFICE:
            known.update(persons)
        made = (self.draft(NewLetter(code, case_id, person)) for person in persons if person not in known)
        return tuple([letter for letters in made for letter in letters] + [line.id for line in there])

    def start(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter that belongs to no measure. Raises Invalid for what was not, or wrongly, chosen."""
        kind = reading.template_of(new.template).addressee
        if not new.case_id and kind is not AddresseeKind.REQUESTER:
            raise Invalid("case", "letters.no_case")
        if not new.person_id:
            raise Invalid("person", "letters.no_person")
        if kind is not AddresseeKind.REQUESTER and self._people.person(new.person_id).kind is not _WRITTEN_TO[kind]:
            raise Invalid("template", "letters.wrong_person")
        return self.draft(new)

    def draft(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter from a template, one draft per address; gives their ids."""
        if not new.case_id or reading.template_of(new.template).is_closed:
            self._only_leadership()
        case = self._cases.case(new.case_id) if new.case_id else None
        with speaking(new.language):
            drafts, about_id = self._drafting.drafts(new), self._drafting.filed_under(new)
        with self._drawer.write("letter.drafted", f"case:{new.case_id}" if case else "") as session:
            rows = [self._row(new, case, about_id, draft) for draft in drafts]
            session.add_all(rows)
            session.flush()
            for row in rows:
                finding.index(session, row)
            return tuple(row.id for row in rows)

    def _row(self, new: NewLetter, case: CaseCard | None, about_id: int, draft: Draft) -> CaseLetter:
        signatory = self._school.signatory(self._drawer.user)
        return CaseLetter(
            case_id=new.case_id,
            case_number=case.number if case else "",
            measure_id=new.measure_id,
            template=draft.template.code,
            about_id=about_id,
            is_filed=draft.template.is_filed,
            subject=draft.subject,
            lines=list(draft.to.lines),
            salutation=draft.to.salutation,
            person_ids=list(draft.to.person_ids),
            has_address=draft.to.has_address,
            body=draft.body,
            closing=draft.template.closing,
            signer=signatory.name,
            signer_title=signatory.job_title,
            is_registered=draft.template.is_registered,
            note=draft.note,
            language=draft.template.language,
            enclosures=list(draft.template.enclosures),
            copies=list(draft.template.copies),
            delivery=rules.proposed_delivery(
                draft.template.addressee, is_sensitive=case is None or _is_sensitive(case)
            ),
            created_at=self._clock.now(),
            created_by=self._drawer.user.name,
            sending="",
            proof="",
        )

    def change(
        self,
        letter_id: int,
        body: str,
        *,
        subject: str | None = None,
        address: tuple[str, ...] | None = None,
        enclosures: tuple[str, ...] | None = None,
        copies: tuple[str, ...] | None = None,
        is_registered: bool | None = None,
    ) -> None:
        """Replace the text of a draft, and whatever else is given."""
        if subject is not None and not subject.strip():
            raise Invalid("subject", "letters.no_subject")
        with self._draft(letter_id, "letter.changed") as (session, row):
            row.body = body.replace("\r\n", "\n").strip()
            row.subject = subject.strip() if subject is not None else row.subject
            if address is not None:
                row.lines = [line.strip() for line in address if line.strip()]
                row.has_address = len(row.lines) > 2
            if enclosures is not None:
                row.enclosures = [line.strip() for line in enclosures if line.strip()]
            if copies is not None:
                row.copies = [line.strip() for line in copies if line.strip()]
            row.is_registered = row.is_registered if is_registered is None else is_registered
            finding.index(session, row)

    def discard(self, letter_id: int) -> None:
        """Throw a draft away; a final letter stays."""
        with self._draft(letter_id, "letter.discarded") as (session, row):
            finding.forget(session, row)
            session.delete(row)

    @speaking("nl")
    def finalise(self, letter_id: int, to_tray: bool | None = None) -> None:
        """Freeze a letter: reference, date and signature, its PDF with a hash, a line in the case, perhaps the tray.

        ``to_tray`` None follows the proposal: the director prints what is most sensitive. Raises Refused with what
        the letter still misses (rules_nl 12.2).
        """
        self._only_leadership()
        with self._draft(letter_id, "letter.finalised") as (session, row):
            if to_tray is not None:
                row.delivery = Delivery.TRAY if to_tray else Delivery.MYSELF
            found = self._findings(row)
            if blocks(found):
                raise Refused("letters.not_finished", found)
            self._freeze(session, row)
            if row.delivery == Delivery.TRAY:
                outbox.put(session, row)
            to = rules.names_in_text(row.lines[0])
            text = _("Aan {name}, kenmerk {reference}.").format(name=to, reference=row.reference)
            self._tell_case(row, _("Brief: {subject}").format(subject=row.subject), text)
        self.settle()

    def _freeze(self, session: Session, row: CaseLetter) -> None:
        now = self._clock.now()
        series = row.case_number or rules.series_of_requests(school_year(self._clock.today()))
        last = select(func.max(CaseLetter.running)).where(CaseLetter.reference.startswith(f"{series}/"))
        signatory = self._school.signatory(self._drawer.user)
        row.running = (session.scalars(last).one() or 0) + 1
        row.reference = rules.reference_of(series, row.running)
        row.signer, row.signer_title = signatory.name, signatory.job_title
        row.finalised_at = now
        with speaking(row.language):
            paper = reading.paper_of(row, reading.letterhead(self._school))
        paper = replace(paper, log_head=self._drawer.short_head()[:8])
        name = row.reference.replace("/", "_") + ".pdf"
        row.control = control_of(paper)
        row.attachment_id = attachments.add(session, render(paper, now), name, "application/pdf")
        row.sha256 = attachments.load(session, row.attachment_id).sha256
        finding.index(session, row)

    @speaking("nl")
    def correct(self, letter_id: int) -> int:
        """Write a new draft that replaces a final letter and says so; gives its id."""
        with self._drawer.write("letter.corrected", f"letter:{letter_id}") as session:
            old = self._seen(session, letter_id)
            if old.finalised_at is None or old.reference is None:
                raise Refused("letters.not_final")
            kept = {column.key: getattr(old, column.key) for column in CaseLetter.__table__.columns}
            fresh = ("id", "reference", "running", "finalised_at", "attachment_id", "sha256", "control", "sent_at",
                     "returned", "returned_at", "return_note")  # fmt: skip
            row = CaseLetter(**{key: value for key, value in kept.items() if key not in fresh})
            row.created_at, row.created_by, row.replaces_id = self._clock.now(), self._drawer.user.name, old.id
            row.sending, row.proof = "", ""
            words = _("Deze brief vervangt onze brief van {day} met kenmerk {reference}.")
            row.body = words.format(day=rules.day_of(old.finalised_at), reference=old.reference) + "\n\n" + old.body
            session.add(row)
            session.flush()
            finding.index(session, row)
            return row.id

    def _findings(self, row: CaseLetter) -> tuple[Finding, ...]:
        found = [*super()._findings(row)]
        unsure = self._drafting.assumed(reading.addressee_of(row))
        if unsure:
            found.append(Finding("letters.authority_assumed", Severity.WARN, values={"names": unsure}))
        template = reading.template_of(row.template, row.language)
        if template.is_closed:
            found[:0] = chain.findings(template.code, self._cases.counsel_on(self._cases.case(row.case_id)))
        if template.is_decision and not self._is_decided(row):
            found.insert(0, Finding("letters.not_decided", Severity.BLOCK))
        if template.code in _TELLS_AUTHORITY and not self._parents_first(row):
            found.insert(0, Finding("letters.parents_first", Severity.BLOCK, "WPO artikel 40c"))
        if template.needs_jurist:
            found.insert(0, self._about_jurist(row))
        if not self._may_sign(row):
            found.insert(0, Finding("letters.no_signature", Severity.BLOCK))
        return tuple(found)

    def _parents_first(self, row: CaseLetter) -> bool:
        """Whether the letter to the parents, which a notice to an authority speaks of, is final itself."""
        lines = self.of_measure(row.measure_id) if row.measure_id is not None else ()
        return any(line.is_filed and line.finalised_at is not None for line in lines)

    def _is_decided(self, row: CaseLetter) -> bool:
        return row.measure_id is not None and self._measures.measure(row.measure_id).status in _DECIDED

    def _about_jurist(self, row: CaseLetter) -> Finding:
        """Nobody is dismissed without a jurist; the measure tells whether one was asked (rules_nl 12.2)."""
        asked = self._measures.measure(row.measure_id).draft.jurist_on if row.measure_id is not None else None
        if asked is None:
            return Finding("letters.no_jurist", Severity.BLOCK)
        return Finding("letters.jurist_reads", Severity.WARN, values={"on": asked})

    def _may_sign(self, row: CaseLetter) -> bool:
        template, role = reading.template_of(row.template), self._drawer.user.role
        if role is Role.BOARD or template.signed_by is SignedBy.DIRECTOR:
            return True
        rung = rung_naming(template.code) if row.measure_id is None else self._measures.measure(row.measure_id).rung
        return not rung or self._school.may_decide(self._measures.rung(rung), role)

    @contextmanager
    def _draft(self, letter_id: int, action: str) -> Iterator[tuple[Session, CaseLetter]]:
        with self._drawer.write(action, f"letter:{letter_id}") as session:
            row = self._seen(session, letter_id)
            if row.finalised_at is not None:
                raise Refused("letters.is_final")
            yield session, row


def _is_sensitive(case: CaseCard) -> bool:
    """Whether the administrator should not even print about it: an employee, or a suspicion under article 4a."""
    return case.is_employee_case or Flag.STATUTORY_CONSULT_DUE in case.flags
