"""How a draft becomes final: it is checked and read, drawn beside the database, and then frozen in one step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.service import Cases
from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity, blocks
from app.kernel.texts import _, speaking
from app.letters import finding, reading, rules
from app.letters.contents import chain
from app.letters.drafting import Drafting, rung_naming
from app.letters.paper.layout import Paper, control_of, render
from app.letters.rules import Delivery
from app.letters.sending import LetterSending
from app.letters.tables import CaseLetter
from app.letters.templates.rules import SignedBy
from app.letters.templates.wordings import Wordings
from app.letters.tray import outbox
from app.letters.tray.service import Tray
from app.measures.facts import STANDING
from app.measures.service import Measures
from app.people.service import People
from app.school.service import School
from app.vault import attachments
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role

_TELLS_AUTHORITY = frozenset({"inspectorate_notice"})


@dataclass(frozen=True)
class ReadyLetter:
    """A letter as it will be frozen: checked and read; drawing it needs no drawer."""

    id: int
    at: datetime
    running: int
    paper: Paper
    delivery: Delivery
    reason: str

    def draw(self) -> bytes:
        """The PDF that will be kept."""
        return render(self.paper, self.at)


class LetterFinalising(LetterSending):
    """What stands in the way of a letter, and the steps that freeze it."""

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

    def finalise(self, letter_id: int, to_tray: bool | None = None, reason: str = "") -> None:
        """Freeze a letter: reference, date and signature, its PDF with a hash, a line in the case, perhaps the tray.

        ``to_tray`` None follows the proposal: the director prints what is most sensitive. Raises Refused with what
        the letter still misses (rules_nl 12.2), and Invalid when it goes on in spite of a warning without a reason.
        """
        ready = self.prepare(letter_id, to_tray, reason)
        self.freeze(ready, ready.draw())

    @speaking("nl")
    def prepare(self, letter_id: int, to_tray: bool | None = None, reason: str = "") -> ReadyLetter:
        """Check a draft and read what its PDF is drawn from; raises as ``finalise`` does."""
        self._drawer.user.must_lead("letters.only_leadership")
        now, log_head = self._clock.now(), self._drawer.short_head()[:8]
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            if row.finalised_at is not None:
                raise Refused("letters.is_final")
            asked = {None: Delivery(row.delivery), True: Delivery.TRAY, False: Delivery.MYSELF}[to_tray]
            found = self._findings(row, asked)
            if blocks(found):
                raise Refused("letters.not_finished", found)
            warned = any(one.severity is Severity.WARN for one in found)
            if warned and not reason.strip():
                raise Invalid("reason", "letters.no_reason")
            running = self._next(session, row)
            paper = replace(self._final_paper(row, running, now), log_head=log_head)
        return ReadyLetter(letter_id, now, running, paper, asked, reason.strip() if warned else "")

    @speaking("nl")
    def freeze(self, ready: ReadyLetter, pdf: bytes) -> None:
        """Keep the letter as it was drawn. Raises Refused when it, or its number, changed meanwhile."""
        self._drawer.user.must_lead("letters.only_leadership")
        with self._draft(ready.id, "letter.finalised") as (session, row):
            if replace(self._final_paper(row, ready.running, ready.at), log_head=ready.paper.log_head) != ready.paper:
                raise Refused("letters.changed_meanwhile")
            if self._next(session, row) != ready.running or blocks(self._findings(row, ready.delivery)):
                raise Refused("letters.changed_meanwhile")
            self._keep(session, row, ready, pdf)
            if row.delivery == Delivery.TRAY:
                outbox.put(session, row)
            self._tell_final(row)
        self.settle()

    def _next(self, session: Session, row: CaseLetter) -> int:
        last = select(func.max(CaseLetter.running)).where(CaseLetter.reference.startswith(f"{self._series(row)}/"))
        return (session.scalars(last).one() or 0) + 1

    def _series(self, row: CaseLetter) -> str:
        return row.case_number or rules.series_of_requests(school_year(self._clock.today()))

    def _final_paper(self, row: CaseLetter, running: int, at: datetime) -> Paper:
        """The letter as it will stand on paper, with its number and day and who signs today."""
        signatory = self._school.signatory(self._drawer.user)
        with speaking(row.language):
            return replace(
                reading.paper_of(row, reading.letterhead(self._school)),
                date=rules.day_of(at),
                reference=rules.reference_of(self._series(row), running),
                signer=signatory.name,
                signer_title=signatory.job_title,
                is_draft=False,
            )

    def _keep(self, session: Session, row: CaseLetter, ready: ReadyLetter, pdf: bytes) -> None:
        paper = ready.paper
        row.running, row.reference, row.finalised_at = ready.running, paper.reference, ready.at
        row.signer, row.signer_title = paper.signer, paper.signer_title
        row.delivery, row.reason = ready.delivery, ready.reason
        name = paper.reference.replace("/", "_") + ".pdf"
        row.control, row.sha256 = control_of(paper), hashlib.sha256(pdf).hexdigest()
        row.attachment_id = attachments.add(session, pdf, name, "application/pdf")
        finding.index(session, row)

    def _tell_final(self, row: CaseLetter) -> None:
        told = [
            _("Aan {name}, kenmerk {reference}.").format(
                name=rules.names_in_text(row.lines[0]), reference=row.reference
            )
        ]
        if row.reason:
            told.append(_("Toch vastgesteld: {reason}").format(reason=row.reason))
        self._tell_case(row, _("Brief: {subject}").format(subject=row.subject), "\n".join(told))

    def _findings(self, row: CaseLetter, delivery: Delivery | None = None) -> tuple[Finding, ...]:
        found = [*super()._findings(row, delivery)]
        unsure = self._drafting.assumed(reading.addressee_of(row))
        if unsure:
            found.append(Finding("letters.authority_assumed", Severity.INFO, values={"names": unsure}))
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
        return row.measure_id is not None and self._measures.measure(row.measure_id).status in STANDING

    def _about_jurist(self, row: CaseLetter) -> Finding:
        """Nobody is dismissed without a jurist; the measure tells whether one was asked (rules_nl 12.2)."""
        asked = self._measures.measure(row.measure_id).draft.jurist_on if row.measure_id is not None else None
        if asked is None:
            return Finding("letters.no_jurist", Severity.BLOCK)
        return Finding("letters.jurist_reads", Severity.INFO, values={"on": asked})

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
