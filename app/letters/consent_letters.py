"""Letters about consents; they live in the register, so whoever keeps the consents can make and post them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from secrets import token_hex

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.kernel.formats import long_date
from app.kernel.names import parents_address_name, parents_salutation
from app.kernel.texts import _
from app.letters import facts, reading, rules
from app.letters.layout import control_of, render
from app.letters.lines import NoticeLine
from app.letters.rules import Addressee, Delivery, Template
from app.letters.tables import RegisterLetter
from app.letters.templates import filled, templates
from app.letters.tray import Tray
from app.people.rules import PupilCard
from app.people.service import People
from app.school.service import School
from app.vault import attachments
from app.vault.database import Drawer


@dataclass(frozen=True)
class NewConfirmation:
    """Consent was taken back: by whom, for what (in words), from when, and until when images are taken away."""

    pupil_id: int
    guardian_id: int
    purposes: tuple[str, ...]
    from_day: date
    removed_by: date


@dataclass(frozen=True)
class FormChoice:
    """One line of the consent form: for what, and who can see it."""

    label: str
    audience: str


class ConsentLetters:
    """Use cases on the letters of consents; lives in the register drawer."""

    def __init__(self, register: Drawer, people: People, school: School, tray: Tray, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._school = school
        self._tray = tray
        self._clock = clock

    def confirm_withdrawal(self, new: NewConfirmation) -> int:
        """Write, freeze and put in the tray the confirmation of a withdrawal; gives its id."""
        card = self._people.pupil(new.pupil_id)
        guardian = self._people.guardian(new.guardian_id)
        home = guardian.address if rules.address_lines(guardian.address) else card.address
        to = rules.to_person(guardian.name, guardian.title, home, guardian.id)
        template = templates()["withdrawal_confirmation"]
        values = {
            **self._values(card),
            "purposes": ", ".join(new.purposes),
            "from_day": long_date(new.from_day),
            "removed_by": long_date(new.removed_by),
        }
        with self._drawer.write("letter.finalised", f"person:{new.pupil_id}") as session:
            row = self._row(session, template, to, card.id, values)
            self._post(session, row)
            return row.id

    def form(self, pupil_id: int, choices: Sequence[FormChoice], version: str) -> bytes:
        """The consent form of one child, to print and hand out; ``version`` names its text; nothing is kept."""
        card = self._people.pupil(pupil_id)
        template = templates()["consent_form"]
        lines = [
            _("- {label}, te zien voor {audience}:  …… ja   …… nee").format(label=one.label, audience=one.audience)
            for one in choices
        ]
        values = {**self._values(card), "choices": "\n".join(lines)}
        to = Addressee((parents_address_name(card.name),), parents_salutation(card.name.first_name))
        row = self._fresh(template, to, card.id, values)
        row.note = _("Formulier, versie {version}").format(version=version)
        return render(reading.paper_of(row, reading.letterhead(self._school)), self._clock.now())

    def of_pupil(self, pupil_id: int) -> tuple[NoticeLine, ...]:
        """The letters about this child's consents, newest first."""
        query = select(RegisterLetter).where(RegisterLetter.about_id == pupil_id).order_by(RegisterLetter.id.desc())
        with self._drawer.read() as session:
            return tuple(
                NoticeLine(row.id, row.subject, row.lines[0], row.reference or "", row.created_at)
                for row in session.scalars(query)
            )

    def _values(self, card: PupilCard) -> dict[str, object]:
        return {**facts.of_school(self._school.profile()), **facts.of_person(card.name, card)}

    def _row(
        self, session: Session, template: Template, to: Addressee, about_id: int, values: dict[str, object]
    ) -> RegisterLetter:
        row = self._fresh(template, to, about_id, values)
        year = school_year(self._clock.today())
        last = select(func.max(RegisterLetter.running)).where(RegisterLetter.reference.startswith(f"{year}/"))
        row.running = (session.scalars(last).one() or 0) + 1
        row.reference, row.finalised_at = rules.reference_of(year, row.running), self._clock.now()
        session.add(row)
        session.flush()
        return row

    def _fresh(self, template: Template, to: Addressee, about_id: int, values: dict[str, object]) -> RegisterLetter:
        signatory = self._school.signatory(self._drawer.user)
        return RegisterLetter(
            template=template.code,
            about_id=about_id,
            is_filed=True,
            subject=filled(template.subject, values),
            lines=list(to.lines),
            salutation=to.salutation,
            person_ids=list(to.person_ids),
            has_address=to.has_address,
            body=filled(template.body, values),
            closing=template.closing,
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

    def _post(self, session: Session, row: RegisterLetter) -> None:
        """Freeze the letter and lay a copy in the tray, in the same transaction."""
        paper = reading.paper_of(row, reading.letterhead(self._school))
        pdf = render(paper, self._clock.now())
        row.control = control_of(paper)
        row.attachment_id = attachments.add(session, pdf, f"{row.reference}.pdf", "application/pdf")
        row.sha256 = attachments.load(session, row.attachment_id).sha256
        self._tray.place(token_hex(16), pdf, tuple(row.lines), is_registered=False, pages=1)
