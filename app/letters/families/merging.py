"""Mail merge: one letter for the parents of many pupils, drawn beside the database, one batch in the tray."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.consents.service import Consents
from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import full
from app.kernel.texts import _, speaking
from app.letters import finding, reading, rules
from app.letters.contents import facts
from app.letters.paper.layout import Paper, control_of, pages_of, render
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee, Delivery
from app.letters.tables import RegisterLetter
from app.letters.templates.filling import check_text, filled
from app.letters.templates.rules import BLANK, Template, printed
from app.letters.templates.wordings import Wordings
from app.letters.texts import TEXTS
from app.letters.tray.service import Tray
from app.people.rules import PupilCard
from app.people.service import People
from app.school.service import School
from app.vault import attachments
from app.vault.drawers.database import Drawer

CODE = "parents_letter"
_BLANKS = frozenset({"first_name", "full_name", "group"})  # what differs from letter to letter
Progress = Callable[[int, int], bool]


@dataclass(frozen=True)
class MergeStart:
    """What a new run begins with: the text, and the groups to choose from as (name, label)."""

    template: Template
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NewMerge:
    """One text for the parents of these pupils; ``{{ first_name }}`` and ``{{ group }}`` differ per letter."""

    pupil_ids: tuple[int, ...]
    subject: str
    body: str
    batch: str


@dataclass(frozen=True)
class MergeLetter:
    """One letter of the run, ready to be drawn."""

    pupil: PupilCard
    subject: str
    body: str
    paper: Paper


@dataclass(frozen=True)
class Skipped:
    """A pupil for whom no letter is made, and why."""

    pupil: PupilCard
    why: str


@dataclass(frozen=True)
class MergeRun:
    """Everything that was read: the letters in class order with the numbers they will have."""

    batch: str
    letters: tuple[MergeLetter, ...]
    skipped: tuple[Skipped, ...]
    first: int


class Merging:
    """Use cases of the mail merge; lives in the register drawer, so that the administrator can run one."""

    def __init__(
        self, register: Drawer, people: People, school: School, tray: Tray, wordings: Wordings, clock: Clock
    ) -> None:
        self._drawer = register
        self._people = people
        self._school = school
        self._tray = tray
        self._wordings = wordings
        self._clock = clock

    def begin(self) -> MergeStart:
        """What a new run begins with."""
        template = self._wordings.template(CODE)
        with speaking("nl"):
            template = replace(template, body=self._of_school(template.body))
        return MergeStart(template, tuple((line.name, line.label) for line in self._people.groups()))

    def pupils(self, group: str, consents: Consents | None = None) -> tuple[int, ...]:
        """The pupils of a group, or of the whole school; with ``consents`` only those whose answer is missing."""
        pupils = [pupil.id for pupil in self._people.pupils(group or None)]
        if consents is None:
            return tuple(pupils)
        waiting = {row.pupil.id for row, _what in consents.lists.outstanding().rows}
        return tuple(pupil for pupil in pupils if pupil in waiting)

    def _of_school(self, body: str) -> str:
        own = {name: "{{ " + name + " }}" for name in _BLANKS}
        return filled(body, {**facts.of_school(self._school.profile()), **own})

    @speaking("nl")
    def prepare(self, new: NewMerge) -> MergeRun:
        """Read what the run needs. Raises Invalid for a text that cannot be sent, or when nobody was chosen."""
        self._check(new)
        order = {line.name: place for place, line in enumerate(self._people.groups())}
        cards = sorted(self._people.cards(new.pupil_ids), key=lambda card: order.get(card.group, len(order)))
        head, first = reading.letterhead(self._school), self._last() + 1
        letters: list[MergeLetter] = []
        skipped: list[Skipped] = []
        for card in cards:
            to = rules.to_guardians(card.name, card.guardians, card.address)
            if not to or not all(one.has_address for one in to):
                skipped.append(Skipped(card, _(TEXTS["letters.merge_no_address" if to else "letters.no_guardians"])))
                continue
            for one in to:
                reference = self._reference(first + len(letters))
                letters.append(
                    self._letter(new, card, one, [other for other in to if other is not one], reference, head)
                )
        return MergeRun(new.batch, tuple(letters), tuple(skipped), first)

    def _check(self, new: NewMerge) -> None:
        if not new.pupil_ids:
            raise Invalid("pupils", "letters.nothing_chosen")
        if not new.subject.strip():
            raise Invalid("subject", "letters.no_subject")
        check_text("subject", new.subject, _BLANKS)
        check_text("body", new.body, _BLANKS)
        if BLANK in new.body or not "".join(printed(new.body)).strip():
            raise Invalid("body", "letters.merge_empty")

    def _letter(
        self,
        new: NewMerge,
        card: PupilCard,
        to: Addressee,
        others: Sequence[Addressee],
        reference: str,
        head: Letterhead,
    ) -> MergeLetter:
        values = {
            "first_name": card.name.first_name or full(card.name),
            "full_name": full(card.name),
            "group": card.group,
        }
        signatory, template = self._school.signatory(self._drawer.user), self._wordings.template(CODE)
        subject, body = filled(new.subject, values), filled(new.body, values)
        paper = Paper(
            addressee=to,
            date=rules.day_of(self._clock.now()),
            reference=reference,
            subject=subject,
            body=printed(body),
            closing=template.closing or _("Met vriendelijke groet,"),
            signer=signatory.name,
            signer_title=signatory.job_title,
            note=rules.twin_note(others),
            log_head=self._drawer.short_head()[:8],
            head=head,
        )
        return MergeLetter(card, subject, body, paper)

    def _reference(self, running: int) -> str:
        return rules.reference_of(school_year(self._clock.today()), running)

    def _last(self) -> int:
        year = school_year(self._clock.today())
        last = select(func.max(RegisterLetter.running)).where(RegisterLetter.reference.startswith(f"{year}/"))
        with self._drawer.read() as session:
            return session.scalars(last).one() or 0

    def keep(self, run: MergeRun, drawn: Sequence[bytes]) -> int:
        """File all letters and lay them in the tray, all or none; gives how many. Raises Refused when another letter
        took the first number meanwhile.
        """
        if self._last() + 1 != run.first:
            raise Refused("letters.merge_again")
        with self._drawer.write("letter.merged", f"letters:{len(drawn)}") as session:
            for place, (letter, pdf) in enumerate(zip(run.letters, drawn, strict=True)):
                self._keep(session, run, letter, pdf, run.first + place)
        return len(drawn)

    def _keep(self, session: Session, run: MergeRun, letter: MergeLetter, pdf: bytes, running: int) -> None:
        paper, now = letter.paper, self._clock.now()
        row = RegisterLetter(
            template=CODE,
            about_id=letter.pupil.id,
            is_filed=True,
            subject=letter.subject,
            lines=list(paper.addressee.lines),
            salutation=paper.addressee.salutation,
            person_ids=list(paper.addressee.person_ids),
            has_address=True,
            body=letter.body,
            closing=paper.closing,
            signer=paper.signer,
            signer_title=paper.signer_title,
            is_registered=False,
            note=paper.note,
            delivery=Delivery.TRAY,
            created_at=now,
            created_by=self._drawer.user.name,
            finalised_at=now,
            reference=paper.reference,
            running=running,
            control=control_of(paper),
            sending="",
            proof="",
        )
        row.attachment_id = attachments.add(session, pdf, f"{paper.reference}.pdf", "application/pdf")
        row.sha256 = hashlib.sha256(pdf).hexdigest()
        session.add(row)
        session.flush()
        finding.index(session, row, full(letter.pupil.name))
        row.tray_id = self._tray.place(
            token_hex(16), pdf, paper.addressee.lines, is_registered=False, pages=pages_of(pdf), batch=run.batch
        )


def draw(run: MergeRun, at: datetime, progress: Progress) -> tuple[bytes, ...]:
    """The PDFs of a run; needs no drawer. Raises Refused when it is told to stop."""
    made: list[bytes] = []
    for letter in run.letters:
        made.append(render(letter.paper, at))
        if not progress(len(made), len(run.letters)):
            raise Refused("letters.printing_stopped")
    return tuple(made)
