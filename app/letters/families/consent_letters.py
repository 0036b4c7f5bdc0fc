"""Letters about consents; they live in the register, so whoever keeps the consents can make and post them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from secrets import token_hex

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.consents.answers.forms import EVERY_MEDIUM
from app.consents.rules import Medium
from app.consents.texts import media_words
from app.kernel.calendar import birthday, school_year
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.formats import long_date
from app.kernel.names import Title, full, parents_address_name, parents_salutation
from app.kernel.terms import Sector, compute_term
from app.kernel.texts import _, speaking
from app.letters import finding, reading, rules
from app.letters.contents import facts
from app.letters.families.form_choices import APART, FormChoice, signatures
from app.letters.lines import NoticeLine
from app.letters.paper.form import DOTS
from app.letters.paper.layout import Paper, Printable, control_of, pages_of, render
from app.letters.rules import Addressee, Delivery
from app.letters.tables import RegisterLetter
from app.letters.templates.filling import filled
from app.letters.templates.rules import BLANK, Template
from app.letters.templates.wordings import Wordings
from app.letters.tray.service import Tray
from app.people.rules import Authority, PupilCard
from app.people.service import People
from app.protocol import law
from app.protocol.service import load_protocol
from app.school.service import School
from app.vault import attachments
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class NewConfirmation:
    """Consent was taken back: by whom (None: the pupil), for what (in words), from when, and when images are gone.

    Without ``removed_by`` the school takes them away within its own term; ``media`` is what it is about.
    """

    pupil_id: int
    guardian_id: int | None
    purposes: tuple[str, ...]
    from_day: date
    removed_by: date | None = None
    language: str = "nl"
    media: frozenset[Medium] = EVERY_MEDIUM


@dataclass(frozen=True)
class ReadyNotice:
    """Letters about one pupil as they will be kept, one per address; drawing them needs no drawer."""

    template: Template
    about_id: int
    about: str
    values: dict[str, object]
    to: tuple[Addressee, ...]
    at: datetime
    first: int
    papers: tuple[Paper, ...]

    def draw(self) -> tuple[bytes, ...]:
        """The PDFs."""
        return tuple(render(paper, self.at) for paper in self.papers)


class ConsentLetters:
    """Use cases on the letters of consents; lives in the register drawer."""

    def __init__(
        self, register: Drawer, people: People, school: School, tray: Tray, wordings: Wordings, clock: Clock
    ) -> None:
        self._drawer = register
        self._people = people
        self._school = school
        self._tray = tray
        self._wordings = wordings
        self._clock = clock

    def confirm_withdrawal(self, new: NewConfirmation) -> tuple[int, ...]:
        """Write, freeze and put in the tray the confirmation of a withdrawal; gives the ids of its lines there.

        It goes to who took the consent back; when the pupil did, to the guardians with authority, one per address.
        """
        ready = self.ready_withdrawal(new)
        return self.keep(ready, ready.draw())

    def birthday(self, pupil_id: int, becomes: int) -> tuple[int, ...]:
        """Write the letter that a pupil becomes twelve (to the guardians) or sixteen (to the pupil), for the tray.

        Gives the ids of its lines there.
        """
        ready = self.ready_birthday(pupil_id, becomes)
        return self.keep(ready, ready.draw())

    def ready_withdrawal(self, new: NewConfirmation) -> ReadyNotice:
        """What the confirmation of a withdrawal is drawn from."""
        with speaking(new.language):
            card = self._people.pupil(new.pupil_id)
            values = {
                **self._values(card),
                "own": new.guardian_id is None,
                "purposes": "\n".join(f"- {purpose}" for purpose in _purposes(new)),
                "from_day": long_date(new.from_day),
                "removed_by": long_date(new.removed_by or _term(new.from_day)),
            }
            template = self._wordings.template("withdrawal_confirmation", new.language)
            return self._ready(template, card, self._addressees(card, new.guardian_id), values)

    @speaking("nl")
    def ready_birthday(self, pupil_id: int, becomes: int) -> ReadyNotice:
        """What the letter about a birthday is drawn from."""
        card = self._people.pupil(pupil_id)
        if card.birth_date is None:
            raise Refused("letters.no_birth_date")
        own = becomes >= law.own_answer_age()
        template = self._wordings.template("own_consent" if own else "own_withdrawal")
        values = {**self._values(card), "from_day": long_date(birthday(card.birth_date, becomes))}
        to = (
            (rules.to_person(card.name, Title.NEUTRAL, card.address, card.id),) if own else self._addressees(card, None)
        )
        return self._ready(template, card, to, values)

    def _ready(
        self, template: Template, card: PupilCard, to: Sequence[Addressee], values: dict[str, object]
    ) -> ReadyNotice:
        at, head, log_head = self._clock.now(), reading.letterhead(self._school), self._drawer.short_head()[:8]
        year = school_year(self._clock.today())
        first, papers = self._next(), list[Paper]()
        for place, one in enumerate(to):
            note = rules.twin_note([other for other in to if other is not one])
            paper = reading.paper_of(self._fresh(template, one, card.id, values), head)
            reference = rules.reference_of(year, first + place)
            papers.append(replace(paper, reference=reference, note=note, is_draft=False, log_head=log_head))
        return ReadyNotice(template, card.id, full(card.name), values, tuple(to), at, first, tuple(papers))

    def _next(self) -> int:
        year = school_year(self._clock.today())
        last = select(func.max(RegisterLetter.running)).where(RegisterLetter.reference.startswith(f"{year}/"))
        with self._drawer.read() as session:
            return (session.scalars(last).one() or 0) + 1

    def keep(self, ready: ReadyNotice, drawn: Sequence[bytes]) -> tuple[int, ...]:
        """File the letters as they were drawn and lay a copy of each in the tray; gives the ids of the lines there.

        Raises Refused when another letter took the first number meanwhile.
        """
        with self._drawer.write("letter.finalised", f"person:{ready.about_id}") as session:
            if self._next() != ready.first:
                raise Refused("letters.merge_again")
            papers = zip(ready.to, ready.papers, drawn, strict=True)
            return tuple(
                self._keep(session, ready, one, paper, pdf, ready.first + place)
                for place, (one, paper, pdf) in enumerate(papers)
            )

    def _keep(self, session: Session, ready: ReadyNotice, to: Addressee, paper: Paper, pdf: bytes, running: int) -> int:
        row = self._fresh(ready.template, to, ready.about_id, ready.values)
        row.running, row.reference, row.note, row.finalised_at = running, paper.reference, paper.note, ready.at
        row.control, row.sha256 = control_of(paper), hashlib.sha256(pdf).hexdigest()
        row.attachment_id = attachments.add(session, pdf, f"{row.reference}.pdf", "application/pdf")
        session.add(row)
        session.flush()
        finding.index(session, row, ready.about)
        row.tray_id = self._tray.place(token_hex(16), pdf, to.lines, is_registered=False, pages=pages_of(pdf))
        return row.tray_id

    def birthdays_told(self, becomes: int) -> frozenset[int]:
        """The pupils for whom that letter was made."""
        code = "own_consent" if becomes >= law.own_answer_age() else "own_withdrawal"
        with self._drawer.read() as session:
            return frozenset(session.scalars(select(RegisterLetter.about_id).where(RegisterLetter.template == code)))

    def _addressees(self, card: PupilCard, guardian_id: int | None) -> tuple[Addressee, ...]:
        if guardian_id is None:
            found = rules.to_guardians(card.name, card.guardians, card.address)
            if not found:
                raise Refused("letters.no_guardians")
            return found
        guardian = self._people.guardian(guardian_id)
        home = guardian.address if rules.address_lines(guardian.address) else card.address
        return (rules.to_person(guardian.name, guardian.title, home, guardian.id),)

    def form(self, pupil_id: int, choices: Sequence[FormChoice], version: str, language: str = "nl") -> Printable:
        """The consent form of one child, to print and hand out; ``version`` names its text; only the log keeps it."""
        with speaking(language):
            return self._form(pupil_id, choices, version, language)

    def _form(self, pupil_id: int, choices: Sequence[FormChoice], version: str, language: str) -> Printable:
        card = self._people.pupil(pupil_id)
        template = self._wordings.template("consent_form", language)
        lines = "\n".join(f"| {one.label} | {one.audience}{APART if one.apart else ''}" for one in choices)
        by_hand = {name: DOTS * 3 for name, value in facts.of_person(card.name, card).items() if BLANK in str(value)}
        signers = [full(one.name) for one in card.guardians if one.authority is not Authority.NO]
        values: dict[str, object] = {
            **self._values(card),
            **by_hand,
            "choices": lines,
            "signatures": signatures(signers),
        }
        to = Addressee((parents_address_name(card.name),), parents_salutation(card.name.first_name))
        row = self._fresh(template, to, card.id, values)
        row.note = _("Formulier, versie {version}").format(version=version) if version else ""
        self._drawer.note("form.printed", f"person:{pupil_id}")
        paper = reading.paper_of(row, reading.letterhead(self._school))
        return Printable(self._clock.now(), replace(paper, marks=(), is_form=True))

    def of_pupil(self, pupil_id: int) -> tuple[NoticeLine, ...]:
        """The letters about this child's consents, newest first."""
        query = select(RegisterLetter).where(RegisterLetter.about_id == pupil_id).order_by(RegisterLetter.id.desc())
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(query))

    def search(self, text: str, limit: int = 20) -> tuple[NoticeLine, ...]:
        """The letters with these words in subject, addressee, reference or the child's name, the newest first."""
        with self._drawer.read() as session:
            found = finding.ids(session, text, limit)
            rows = session.scalars(select(RegisterLetter).where(RegisterLetter.id.in_(found)))
            lines = {row.id: _line(row) for row in rows}
            return tuple(lines[letter_id] for letter_id in found if letter_id in lines)

    def _values(self, card: PupilCard) -> dict[str, object]:
        return {**facts.of_school(self._school.profile()), **facts.of_person(card.name, card)}

    def _fresh(self, template: Template, to: Addressee, about_id: int, values: dict[str, object]) -> RegisterLetter:
        signatory, body = self._school.signatory(self._drawer.user), filled(template.body, values)
        lacking = rules.lacking(template, body)
        if lacking:
            raise Refused("letters.not_whole", blanks=", ".join(lacking))
        return RegisterLetter(
            template=template.code,
            about_id=about_id,
            is_filed=True,
            subject=filled(template.subject, values),
            lines=list(to.lines),
            salutation=to.salutation,
            person_ids=list(to.person_ids),
            has_address=to.has_address,
            body=body,
            closing=template.closing,
            language=template.language,
            enclosures=list(template.enclosures),
            copies=list(template.copies),
            signer=signatory.name,
            signer_title=signatory.job_title,
            is_registered=False,
            note="",
            delivery=Delivery.TRAY,
            created_at=self._clock.now(),
            created_by=self._drawer.user.name,
            sending="",
            proof="",
        )


def _purposes(new: NewConfirmation) -> Iterable[str]:
    """What was taken back: what the school named itself stays as it is in any language."""
    only = media_words(tuple(one for one in Medium if one in new.media)) if new.media != EVERY_MEDIUM else ""
    words = _("{purpose} (alleen {media})") if only else "{purpose}"
    return (words.format(purpose=_(purpose), media=only) for purpose in new.purposes)


def _term(received_on: date) -> date:
    """The day on which the school means to have taken the images away."""
    result = compute_term(load_protocol().term("consent.withdrawal.takedown"), received_on, Sector.PRIVATE)
    return result.target or result.last_day


def _line(row: RegisterLetter) -> NoticeLine:
    return NoticeLine(row.id, row.about_id, row.subject, row.lines[0], row.reference or "", row.created_at)
