"""Taking over class lists: read, compare, apply, and the history of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.imports import changes
from app.imports.child import read_in_child
from app.imports.matching import Known, Matcher
from app.imports.persons import is_institution
from app.imports.rules import GuardianMatch, LineKind, Proposal, ProposalLine, ReadGuardian, Reading, Result, result_of
from app.imports.tables import Import
from app.kernel.clock import Clock
from app.kernel.formats import short_date
from app.kernel.texts import _
from app.people.registrar import Registrar
from app.people.rules import Authority, GuardianLine, NewGuardian, NewPupil, RelationKind
from app.people.service import People

if TYPE_CHECKING:
    from app.vault.database import Drawer


@dataclass(frozen=True)
class ImportLine:
    """One class list that was taken over."""

    at: datetime
    user_name: str
    file_name: str
    new: int
    changed: int
    unchanged: int
    missing: int
    rejected: int


class Imports:
    """Class lists of the school system, taken over into the register."""

    def __init__(self, register: Drawer, people: People, clock: Clock) -> None:
        self._register = register
        self._people = people
        self._clock = clock

    def read(self, path: Path) -> Reading:
        """Read a class list in a process of its own; touches no drawer.

        Raises Refused when the file is no class list, Unavailable when reading it broke down.
        """
        return read_in_child(path, self._clock.today().year)

    def compare(self, reading: Reading) -> Proposal:
        """What taking over this list would do; changes nothing."""
        cards = self._people.cards(self._people.all_pupil_ids())
        return Matcher(reading, Known(cards), self._clock.today()).propose()

    def apply(self, proposal: Proposal) -> Result:
        """Take over everything that is proposed, all of it or nothing."""
        with self._register.write("class_list.imported", "import") as session:
            writer = _Writer(self._people.registrar(session), self._people, self._source(), self._clock)
            writer.write(proposal)
            result = result_of(proposal)
            session.add(
                Import(
                    at=self._clock.now(),
                    user_name=self._register.user.name,
                    file_name=proposal.file_name,
                    new=result.new,
                    changed=result.changed,
                    unchanged=result.unchanged,
                    missing=result.missing,
                    rejected=len(result.rejected),
                )
            )
        return result

    def history(self) -> tuple[ImportLine, ...]:
        """The class lists taken over so far, newest first."""
        with self._register.read() as session:
            return tuple(
                ImportLine(**{column.name: getattr(row, column.name) for column in fields(ImportLine)})
                for row in session.scalars(select(Import).order_by(Import.id.desc()))
            )

    def _source(self) -> str:
        return _("klassenlijst van {date}").format(date=short_date(self._clock.today()))


class _Writer:
    """Carries out a proposal with few and large flushes."""

    def __init__(self, registrar: Registrar, people: People, source: str, clock: Clock) -> None:
        self._registrar = registrar
        self._people = people
        self._source = source
        self._today = clock.today()

    def write(self, proposal: Proposal) -> None:
        fresh = [line for line in proposal.lines if line.kind in (LineKind.NEW, LineKind.DOUBTFUL)]
        changed = [line for line in proposal.lines if line.kind is LineKind.CHANGED]
        ids = self._registrar.add_pupils([_new_pupil(line) for line in fresh])
        persons = self._guardians([*fresh, *changed])
        self._relate([*zip(ids, fresh, strict=True), *((line.person_id, line) for line in changed)], persons)
        self._change(changed)

    def _guardians(self, lines: Sequence[ProposalLine]) -> dict[int, int]:
        """Enter the guardians that are new, each once; gives their ids by the key in the proposal."""
        fresh = {match.key: match.read for line in lines for match in line.guardians if match.key}
        ids = self._registrar.add_guardians([self._new_guardian(read) for read in fresh.values()])
        return dict(zip(fresh, ids, strict=True))

    def _relate(self, pupils: Sequence[tuple[int, ProposalLine]], persons: dict[int, int]) -> None:
        self._registrar.relate(
            [
                (pupil, match.person_id or persons[match.key], self._new_guardian(match.read))
                for pupil, line in pupils
                for match in line.guardians
                if not match.relation_id
            ]
        )

    def _change(self, changed: Sequence[ProposalLine]) -> None:
        lines = {line.person_id: line for line in changed}
        for card in self._people.cards(list(lines)):
            line = lines[card.id]
            assert line.read is not None  # noqa: S101 - narrows the type
            self._registrar.change_pupil(card.id, changes.merged(line.read, card))
            own = {guardian.relation_id: guardian for guardian in card.guardians}
            for match in line.guardians:
                if match.relation_id:
                    self._change_guardian(match, own[match.relation_id])

    def _change_guardian(self, match: GuardianMatch, line: GuardianLine) -> None:
        differing = {change.field for change in changes.of_guardian(match.read, line)}
        if "authority" in differing:
            since = None if line.authority is Authority.ASSUMED else self._today
            self._registrar.state_authority(line.relation_id, match.read.authority, since, self._source)
        if differing - {"authority"}:
            kept = NewGuardian(
                name=changes.guardian_name(match.read.name, line.name),
                email=match.read.email or line.email,
                phone=match.read.phone or line.phone,
                address=changes.merged_address(match.read.address, line.address),
                title=line.title,
            )
            self._registrar.change_guardian(line.id, kept)

    def _new_guardian(self, read: ReadGuardian) -> NewGuardian:
        return NewGuardian(
            name=read.name,
            relation=RelationKind.GUARDIAN_INSTITUTION if is_institution(read.name.surname) else RelationKind.PARENT,
            authority=read.authority,
            since=None,  # a list gives no day, so what it says of authority holds from birth
            source=self._source,
            email=read.email,
            phone=read.phone,
            address=read.address,
        )


def _new_pupil(line: ProposalLine) -> NewPupil:
    read = line.read
    assert read is not None  # noqa: S101 - narrows the type
    return NewPupil(
        name=read.name,
        number=read.number,
        birth_date=read.birth_date,
        group=read.group,
        year_group=read.year_group,
        enrol_date=read.enrol_date,
        leave_date=read.leave_date,
        address=read.address,
    )
