"""What may be asked of the register of consent: may this child be shown, the matrix, one card, how far we are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.consents.answers import history, reading
from app.consents.answers.history import ConsentCard, HistoryLine
from app.consents.matrix import overview, tallies
from app.consents.matrix.overview import Cell, CellState, Matrix, MatrixRow, Progress, Words
from app.consents.purposes.catalogue import Catalogue
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import EventKind, Medium, Reason, Verdict, counting, deciders, may
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.people.deciding import households, relations_of
from app.people.reading import pupil_lines
from app.people.rules import PupilLine
from app.people.service import People
from app.protocol.rules import Protocol
from app.vault import attachments
from app.vault.attachments import Attachment

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class MayLine:
    """The answer to the photo question for one pupil."""

    pupil_id: int
    number: str
    name: PersonName
    group: str
    allowed: bool
    reason: Reason


class Questions:
    """Reads of the register of consent; it changes nothing."""

    def __init__(self, register: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._clock = clock
        self.catalogue = Catalogue(register, protocol, clock)

    def purposes(self, on: date | None = None) -> tuple[PurposeLine, ...]:
        """The purposes that the school uses for pupils on a day."""
        return tuple(line for line in self.catalogue.of_pupils(on) if line.rule.in_use)

    def may(
        self, purpose: str, medium: Medium, pupil_ids: Sequence[int], on: date | None = None
    ) -> tuple[MayLine, ...]:
        """Whether these pupils may be shown, in the order asked; an answer of after that day does not count."""
        day = self._day(on)
        rule = self.catalogue.purpose(purpose, day).rule
        with self._drawer.read() as session:
            lines = {line.id: line for line in pupil_lines(session, day, ids=pupil_ids)}
            known, words = households(session, day, lines), reading.words(session, lines)
        if len(lines) < len(set(pupil_ids)):
            raise Refused("people.unknown")
        return tuple(
            _may_line(
                lines[pupil],
                may(reading.household(known[pupil]), rule, overview.about(words[pupil], purpose), medium, day),
            )
            for pupil in pupil_ids
        )

    def matrix(self, group: str | None = None, on: date | None = None) -> Matrix:
        """All pupils of a group, or of the school, against all purposes in use."""
        day = self._day(on)
        shown = self.purposes(day)
        return Matrix(day, group, shown, tuple(self._judged(self._people.pupils(group, day), shown, day)))

    def row(self, pupil_id: int, on: date | None = None) -> MatrixRow:
        """One row of the matrix."""
        day = self._day(on)
        return next(self._judged([self._people.pupil(pupil_id, day)], self.purposes(day), day))

    def answers(self, group: str | None = None, on: date | None = None) -> Matrix:
        """Today's pupils against every purpose, used or not, by the answers given up to a day."""
        day = self._day(on)
        shown = self.catalogue.of_pupils(day)
        return Matrix(day, group, shown, tuple(self._judged(self._people.pupils(group), shown, day)))

    def card(self, pupil_id: int, on: date | None = None) -> ConsentCard:
        """Everything about the consent of one pupil."""
        day = self._day(on)
        with self._drawer.read() as session:
            pupil = self._people.pupil(pupil_id, day)
            words = reading.words(session, [pupil_id])[pupil_id]
            rows = reading.events(session, pupil_id)
            names = self._people.names({row.guardian_id or pupil_id for row in rows})
            relations = relations_of(session, pupil_id)
            return history.card(pupil, day, self.catalogue.all(day), words, rows, names, relations)

    def history(self, pupil_id: int) -> tuple[HistoryLine, ...]:
        """What ever happened with the consent of one pupil, newest first."""
        with self._drawer.read() as session:
            rows = reading.events(session, pupil_id)
            names = self._people.names({row.guardian_id or pupil_id for row in rows})
            return history.lines(rows, names, relations_of(session, pupil_id))

    def scan(self, event_id: int) -> Attachment:
        """The scan that proves an answer."""
        with self._drawer.read() as session:
            event = reading.event(session, event_id)
            if event is None or event.attachment_id is None:
                raise Refused("consents.no_scan")
            return attachments.load(session, event.attachment_id)

    def progress(self, year: str | None = None) -> Progress:
        """How many families have answered, on the last day of a school year or today if that is earlier."""
        today = self._clock.today()
        label = year or school_year(today)
        day = min(today, school_year_days(label)[1])
        with self._drawer.read() as session:
            known = self._people.families(day)
            answered, mended = tallies.spoken(session, day)
            torn, mended = tallies.opposed(session) & known.keys(), mended & known.keys()
            said = reading.words(session, torn | mended)
            disagreeing = self._disagreeing(session, torn, said, day)
        spoken = answered - mended | {pupil for pupil in mended if _has_spoken(said[pupil], day)}
        families: dict[int, object] = {pupil: own or pupil for pupil, own in known.items()}
        total, waiting = len(set(families.values())), {families[pupil] for pupil in known.keys() - spoken}
        return Progress(label, total - len(waiting), total, len(waiting), len({families[one] for one in disagreeing}))

    def no_photo_list(self, group: str | None, codes: Collection[str], school: str) -> bytes:
        """The PDF for the classroom cupboard: who may not be shown; the log tells that it was made."""
        # ReportLab takes long to load, and few days need this list
        from app.consents.prints import no_photo as paper  # noqa: PLC0415

        matrix = self.matrix(group)
        made = paper.no_photo_list(matrix, codes, school, self._clock.now())
        self._drawer.note("list.printed", f"group:{group or 'school'}")
        return made

    def text_version(self) -> str:
        """The version of the text on the form that the school handed out last."""
        with self._drawer.read() as session:
            return reading.last_text_version(session)

    def _judged(self, pupils: Sequence[PupilLine], shown: Sequence[PurposeLine], day: date) -> Iterator[MatrixRow]:
        ids = [pupil.id for pupil in pupils]
        with self._drawer.read() as session:
            found = self._squares(session, ids, reading.words(session, ids), shown, day)
        return (MatrixRow(pupil, own) for pupil, (_id, own) in zip(pupils, found, strict=True))

    def _disagreeing(self, session: Session, torn: Collection[int], said: Mapping[int, Words], day: date) -> set[int]:
        if not torn:
            return set()
        squares = self._squares(session, tuple(torn), said, self.purposes(day), day)
        return {pupil for pupil, own in squares if any(cell.state is CellState.DISAGREE for cell in own)}

    def _squares(
        self, session: Session, ids: Sequence[int], said: Mapping[int, Words], shown: Sequence[PurposeLine], day: date
    ) -> list[tuple[int, tuple[Cell, ...]]]:
        known, squares = households(session, day, ids), overview.Squares(shown)
        return [(one, squares.of(deciders(reading.household(known[one]), day), said[one])) for one in ids]

    def _day(self, on: date | None) -> date:
        return on or self._clock.today()


def _may_line(line: PupilLine, verdict: Verdict) -> MayLine:
    return MayLine(line.id, line.number, line.name, line.group, verdict.allowed, verdict.reason)


def _has_spoken(words: Words, on: date) -> bool:
    return any(event.kind is not EventKind.EXPIRED for event in counting((said.event for said in words), on))
