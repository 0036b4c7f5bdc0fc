"""Use cases on the letters of cases and measures; lives in the casework drawer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.lines import CaseCard
from app.cases.rules import EntryKind, Flag
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity, blocks
from app.kernel.texts import _, speaking
from app.letters import finding, outbox, reading, rules
from app.letters.drafting import Draft, Drafting, codes_of, rung_naming
from app.letters.layout import control_of, render
from app.letters.lines import NewLetter, Posted
from app.letters.queries import LetterQueries
from app.letters.rules import AddresseeKind, Delivery, Sending, SignedBy
from app.letters.tables import CaseLetter
from app.letters.texts import sending_word
from app.letters.tray import Tray
from app.measures.facts import Status
from app.measures.lines import NewNotice
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


class Letters(LetterQueries):
    """Drafts, final letters and their way to the print tray; reads are in ``LetterQueries``."""

    def __init__(
        self,
        casework: Drawer,
        measures: Measures,
        cases: Cases,
        people: People,
        school: School,
        tray: Tray,
        clock: Clock,
    ) -> None:
        super().__init__(casework, cases, people, school, clock)
        self._measures = measures
        self._tray = tray
        self._drafting = Drafting(measures, cases, people, school, clock)

    def draft_for_measure(self, measure_id: int) -> tuple[int, ...]:
        """Write the letters that belong to this measure now; gives the drafts that are there already if there are."""
        measure = self._measures.measure(measure_id)
        made: list[int] = []
        for code in codes_of(measure, self._measures.rung(measure.rung)):
            there = [line.id for line in self.of_measure(measure_id) if line.template == code]
            made += there or self.draft(NewLetter(code, measure.case_id, measure.person_id, measure_id))
        return tuple(made)

    def start(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter that belongs to no measure. Raises Invalid for what was not, or wrongly, chosen."""
        if not new.case_id:
            raise Invalid("case", "letters.no_case")
        if not new.person_id:
            raise Invalid("person", "letters.no_person")
        if self._people.person(new.person_id).kind is not _WRITTEN_TO[reading.template_of(new.template).addressee]:
            raise Invalid("template", "letters.wrong_person")
        return self.draft(new)

    @speaking("nl")
    def draft(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter from a template, one draft per address; gives their ids."""
        case = self._cases.case(new.case_id)
        drafts, about_id = self._drafting.drafts(new), self._drafting.filed_under(new)
        with self._drawer.write("letter.drafted", f"case:{new.case_id}") as session:
            rows = [self._row(new, case, about_id, draft) for draft in drafts]
            session.add_all(rows)
            session.flush()
            for row in rows:
                finding.index(session, row)
            return tuple(row.id for row in rows)

    def _row(self, new: NewLetter, case: CaseCard, about_id: int, draft: Draft) -> CaseLetter:
        signatory = self._school.signatory(self._drawer.user)
        return CaseLetter(
            case_id=new.case_id,
            case_number=case.number,
            measure_id=new.measure_id,
            template=draft.template.code,
            about_id=about_id,
            is_filed=draft.template.is_confidential,
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
            delivery=rules.proposed_delivery(draft.template.addressee, is_sensitive=_is_sensitive(case)),
            created_at=self._clock.now(),
            created_by=self._drawer.user.name,
            sending="",
            proof="",
        )

    def change(
        self, letter_id: int, body: str, *, subject: str | None = None, address: tuple[str, ...] | None = None
    ) -> None:
        """Replace the text of a draft, and its subject or the lines of its address when given."""
        if subject is not None and not subject.strip():
            raise Invalid("subject", "letters.no_subject")
        with self._draft(letter_id, "letter.changed") as (session, row):
            row.body = body.replace("\r\n", "\n").strip()
            row.subject = subject.strip() if subject is not None else row.subject
            if address is not None:
                row.lines = [line.strip() for line in address if line.strip()]
                row.has_address = len(row.lines) > 2
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
        if not self._drawer.user.role.leads:
            raise Refused("letters.only_leadership")
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
        last = select(func.max(CaseLetter.running)).where(CaseLetter.case_id == row.case_id)
        signatory = self._school.signatory(self._drawer.user)
        row.running = (session.scalars(last).one() or 0) + 1
        row.reference = rules.reference_of(row.case_number, row.running)
        row.signer, row.signer_title = signatory.name, signatory.job_title
        row.finalised_at = now
        paper = replace(reading.paper_of(row, reading.letterhead(self._school)), log_head=self._drawer.short_head()[:8])
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
            fresh = ("id", "reference", "running", "finalised_at", "attachment_id", "sha256", "control", "sent_at")
            row = CaseLetter(**{key: value for key, value in kept.items() if key not in fresh})
            row.created_at, row.created_by, row.replaces_id = self._clock.now(), self._drawer.user.name, old.id
            row.sending, row.proof = "", ""
            words = _("Deze brief vervangt onze brief van {day} met kenmerk {reference}.")
            row.body = words.format(day=rules.day_of(old.finalised_at), reference=old.reference) + "\n\n" + old.body
            session.add(row)
            session.flush()
            finding.index(session, row)
            return row.id

    def mark_sent(self, letter_id: int, sending: Sending, at: datetime | None = None, proof: str = "") -> None:
        """Record how a letter that the director printed left the school."""
        with self._drawer.write("letter.sent", f"letter:{letter_id}") as session:
            row = self._seen(session, letter_id)
            if row.finalised_at is None:
                raise Refused("letters.not_final")
            posted = Posted(at or self._clock.now(), self._drawer.user.name, sending, proof.strip())
            self._learn(session, row, posted)

    def settle(self) -> None:
        """Bring letters to the tray and learn what was posted; harmless when there is nothing to do."""
        outbox.settle(self._drawer, self._tray, self._learn)

    @speaking("nl")
    def _learn(self, _session: Session, row: CaseLetter, posted: Posted) -> None:
        row.sent_at, row.sending, row.proof = posted.at, posted.sending, posted.proof
        how = sending_word(posted.sending) + (f", {posted.proof}" if posted.proof else "")
        text = _("Kenmerk {reference}, {how}, door {name}.").format(reference=row.reference, how=how, name=posted.by)
        self._tell_case(row, _("Verstuurd: {subject}").format(subject=row.subject), text)
        if row.measure_id is not None:
            self._tell_measure(row, posted, how)

    def _tell_measure(self, row: CaseLetter, posted: Posted, how: str) -> None:
        """The letter that gives a decision starts its terms; the one to an office meets the duty to tell it."""
        assert row.measure_id is not None  # noqa: S101 - narrows the type
        measure = self._measures.measure(row.measure_id)
        if measure.status not in {Status.DECIDED, Status.RUNNING}:
            return
        if row.is_filed and measure.communicated_on is None:
            self._measures.communicate(row.measure_id, NewNotice(posted.at.date(), how, posted.proof))
        elif not row.is_filed and measure.authority_told_on is None:
            self._measures.tell_authority(row.measure_id, posted.at.date())

    def _tell_case(self, row: CaseLetter, title: str, text: str) -> None:
        if self._cases.case(row.case_id).is_open:
            self._cases.add_entry(row.case_id, NewEntry(EntryKind.LETTER, title, text))

    def _findings(self, row: CaseLetter) -> tuple[Finding, ...]:
        found = [*super()._findings(row)]
        unsure = self._drafting.assumed(reading.addressee_of(row))
        if unsure:
            found.append(Finding("letters.authority_assumed", Severity.WARN, values={"names": unsure}))
        template = reading.template_of(row.template)
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
