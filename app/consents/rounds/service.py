"""Rounds: a time that the school asks families, with a numbered form for every child, and who has not answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.consents.answers import reading
from app.consents.answers.forms import NewRequest
from app.consents.answers.recording import EventWriter
from app.consents.matrix import tallies
from app.consents.matrix.overview import CellState, MatrixRow
from app.consents.questions import Questions
from app.consents.rounds import form_numbers
from app.consents.rounds.lines import FormLine, FormTarget, FormText, NewRound, RoundKind, RoundLine, RoundSize
from app.consents.tables import ConsentEvent, Round, RoundForm
from app.kernel.calendar import school_year
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Invalid, Refused
from app.people.rules import PupilLine
from app.people.service import People
from app.vault.drawers.database import Drawer

ASKED_FROM, ASKED_UNTIL = (8, 15), (9, 30)  # month and day: about the first weeks of the school year

_RUNNING = select(Round).where(Round.closed_on.is_(None)).order_by(Round.id.desc()).limit(1)


class Rounds:
    """Use cases on rounds."""

    def __init__(self, register: Drawer, people: People, questions: Questions, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._questions = questions
        self._clock = clock

    def preview(self, new: NewRound) -> RoundSize:
        """How many forms a round would hand out."""
        pupils, families = self._asked(new)
        groups = Counter(pupil.group for pupil in pupils)
        return RoundSize(len(pupils), len(set(families.values())), self._codes(new), tuple(groups.items()))

    def start(self, new: NewRound) -> int:
        """Number a form for every child and note that the school asked; gives the round's id."""
        pupils, families = self._asked(new)
        codes = self._codes(new)
        self._check(new, pupils, codes)
        today = self._clock.today()
        with self._drawer.write("round.started") as session:
            row = Round(
                name=new.name.strip(),
                kind=new.kind.value,
                school_year=new.school_year or school_year(today),
                text_version=new.text_version.strip(),
                text=new.text,
                purposes=" ".join(codes),
                started_on=today,
                close_on=new.close_on,
                recorded_by=self._drawer.user.name,
            )
            session.add(row)
            session.flush()
            writer = EventWriter(session, self._clock)
            for place, pupil in enumerate(pupils, 1):
                number = form_numbers.numbered(row.id, place)
                session.add(RoundForm(round_id=row.id, pupil_id=pupil.id, number=number, family=families[pupil.id]))
                writer.request(NewRequest(pupil.id, today, number, row.text_version, codes))
            writer.finish()
            return row.id

    def list(self) -> tuple[RoundLine, ...]:
        """The rounds, newest first."""
        with self._drawer.read() as session:
            return tuple(_line(session, row) for row in session.scalars(select(Round).order_by(Round.id.desc())))

    def current(self) -> RoundLine | None:
        """The round that runs; None when none does."""
        with self._drawer.read() as session:
            return next((_line(session, row) for row in session.scalars(_RUNNING)), None)

    def forms(self, round_id: int, group: str | None = None) -> tuple[FormLine, ...]:
        """The forms of a round in class order; of children who are still on the roll."""
        pupils = {pupil.id: pupil for pupil in self._people.pupils(group)}
        with self._drawer.read() as session:
            row = _round(session, round_id)
            answers = _answers(session, row)
            found = session.scalars(select(RoundForm).where(RoundForm.round_id == round_id).order_by(RoundForm.id))
            return tuple(
                _form(form, pupils[form.pupil_id], answers.get(form.pupil_id, {}))
                for form in found
                if form.pupil_id in pupils
            )

    def find(self, text: str) -> FormTarget | None:
        """Whose form was typed or scanned; None when there is none. Raises Invalid for a number typed wrong."""
        number = form_numbers.understood(text)
        with self._drawer.read() as session:
            form = session.scalars(select(RoundForm).where(RoundForm.number == number)).first()
            if form is not None:
                return self._target(session, form)
            asked = reading.form_handed_out(session, text.strip())
        if asked is None and form_numbers.looks_like_one(text) and not form_numbers.is_right(number):
            raise Invalid("number", "consents.form_number_wrong")
        return FormTarget(asked.form_number, asked.pupil_id, asked.text_version, ()) if asked else None

    def texts(self, versions: Collection[str]) -> tuple[FormText, ...]:
        """What stood on the forms with these versions, as far as it was kept; oldest round first."""
        query = select(Round).where(Round.text_version.in_(list(versions)), Round.text != "").order_by(Round.id)
        with self._drawer.read() as session:
            rows = session.scalars(query)
            return tuple(FormText(row.text_version, row.name, row.started_on, row.text) for row in rows)

    def remind(self, form_ids: Sequence[int]) -> None:
        """Note that these families got a reminder today."""
        with self._drawer.write("round.reminded", f"forms:{len(form_ids)}") as session:
            for form in session.scalars(select(RoundForm).where(RoundForm.id.in_(list(form_ids)))):
                form.reminded_on, form.reminders = self._clock.today(), form.reminders + 1

    def close(self, round_id: int) -> None:
        """Wait no longer for answers; silence stays no."""
        with self._drawer.write("round.closed", f"round:{round_id}") as session:
            _round(session, round_id).closed_on = self._clock.today()

    def is_due(self) -> bool:
        """Whether it is the time of the yearly round or reminder, and none was begun this school year."""
        today = self._clock.today()
        if not ASKED_FROM <= (today.month, today.day) <= ASKED_UNTIL:
            return False
        with self._drawer.read() as session:
            query = select(func.count()).select_from(Round).where(Round.school_year == school_year(today))
            return not session.scalar(query)

    def _target(self, session: Session, form: RoundForm) -> FormTarget:
        row, recorded = _round(session, form.round_id), tallies.form_recorded_at(session, form.number)
        runs = row.closed_on is None and row.school_year == school_year(self._clock.today())
        return FormTarget(
            form.number,
            form.pupil_id,
            row.text_version,
            tuple(row.purposes.split()),
            recorded.astimezone(AMSTERDAM).date() if recorded else None,
            "" if runs else row.name,
        )

    def _check(self, new: NewRound, pupils: Sequence[PupilLine], codes: Sequence[str]) -> None:
        if not new.name.strip():
            raise Invalid("name", "consents.round_name_missing")
        if not new.text_version.strip():
            raise Invalid("text_version", "consents.text_version_missing")
        if new.close_on and new.close_on < self._clock.today():
            raise Invalid("close_on", "consents.closes_too_early")
        if not pupils or not codes:
            raise Refused("consents.round_empty")

    def _codes(self, new: NewRound) -> tuple[str, ...]:
        changed = {line.code for line in self._questions.catalogue.changed_since_asked()}
        used = [line.code for line in self._questions.purposes()]
        if new.kind is RoundKind.NEW_PURPOSES:
            return tuple(code for code in used if code in (new.purposes or changed))
        return tuple(code for code in used if not new.purposes or code in new.purposes)

    def _asked(self, new: NewRound) -> tuple[Sequence[PupilLine], dict[int, int]]:
        """The children to ask in class order, each with the number of the family."""
        order = {group.name: place for place, group in enumerate(self._people.groups())}
        pupils = sorted(self._people.pupils(), key=lambda pupil: order.get(pupil.group, len(order)))
        pupils = [pupil for pupil in pupils if not new.groups or pupil.group in new.groups]
        if new.kind is RoundKind.NOT_ANSWERED:
            codes = set(self._codes(new))
            matrix = self._questions.matrix()
            places = [place for place, line in enumerate(matrix.purposes) if line.code in codes]
            silent = {row.pupil.id for row in matrix.rows if _is_silent(row, places)}
            pupils = [pupil for pupil in pupils if pupil.id in silent]
        own = self._people.families()
        numbers: dict[object, int] = {}
        families = {pupil.id: numbers.setdefault(own.get(pupil.id) or pupil.id, len(numbers) + 1) for pupil in pupils}
        return pupils, families


def _is_silent(row: MatrixRow, places: Sequence[int]) -> bool:
    return any(row.cells[place].state is CellState.NO_ANSWER for place in places)


def _round(session: Session, round_id: int) -> Round:
    row = session.get(Round, round_id)
    if row is None:
        raise Refused("consents.round_unknown")
    return row


def _answers(session: Session, row: Round) -> dict[int, dict[int | None, date]]:
    """Who answered for each pupil since the round began, and when first."""
    event = ConsentEvent
    query = select(event.pupil_id, event.guardian_id, func.min(event.given_on)).where(
        event.kind.in_(tallies.ANSWERS), event.given_on >= row.started_on
    )
    found: dict[int, dict[int | None, date]] = defaultdict(dict)
    for pupil, guardian, day in session.execute(query.group_by(event.pupil_id, event.guardian_id)):
        found[pupil][guardian] = day
    return found


def _form(form: RoundForm, pupil: PupilLine, answers: Mapping[int | None, date]) -> FormLine:
    return FormLine(
        id=form.id,
        number=form.number,
        pupil=pupil,
        family=form.family,
        answers=len(answers),
        answered_on=min(answers.values(), default=None),
        reminded_on=form.reminded_on,
        reminders=form.reminders,
    )


def _line(session: Session, row: Round) -> RoundLine:
    counts = tallies.of_round(session, row.id, row.started_on)
    return RoundLine(
        id=row.id,
        name=row.name,
        school_year=row.school_year,
        kind=RoundKind(row.kind),
        text_version=row.text_version,
        purposes=tuple(row.purposes.split()),
        started_on=row.started_on,
        close_on=row.close_on,
        closed_on=row.closed_on,
        forms=counts.forms,
        answered=counts.answered,
        families=counts.families,
        families_answered=counts.families_answered,
        reminded=counts.reminded,
    )
