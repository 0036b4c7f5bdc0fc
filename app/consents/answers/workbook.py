"""Answers that come as a workbook: an empty one to fill in, what taking it over would do, and taking it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.consents.answers import reading
from app.consents.answers.forms import How
from app.consents.answers.recording import EventWriter, ListedAnswers
from app.consents.answers.workbook_rows import ANSWERS, HEADS, Columns, ListRow, Rejected, Row, read_rows
from app.consents.answers.workbook_rows import columns as columns_of
from app.consents.matrix.overview import Said
from app.consents.purposes.catalogue import Catalogue
from app.consents.purposes.lines import Validity
from app.consents.rules import ALL_MEDIA, EventKind, counting
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.formats import short_date
from app.kernel.names import fold, full
from app.kernel.texts import _
from app.people.rules import Authority, GuardianLine, PupilCard
from app.people.service import People
from app.sheets.workbook import Sheet, workbook

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

Key = tuple[int, int | None, str, date]  # pupil, guardian (None: the pupil), purpose, day


@dataclass(frozen=True)
class AnswerLine:
    """One row of the workbook: who says what for whom; ``kind`` is new, changed or unchanged.

    ``counts`` is False for somebody without authority that day: the row is kept and decides nothing.
    """

    row: int
    pupil_id: int
    pupil_number: str
    guardian_id: int | None
    who: str
    authority: str
    on: date
    answers: tuple[tuple[str, EventKind], ...]
    kind: str
    counts: bool


@dataclass(frozen=True)
class AnswerResult:
    """What a workbook brought; ``missing`` counts the pupils on the roll that are not in it."""

    new: int
    changed: int
    unchanged: int
    missing: int
    rejected: tuple[Rejected, ...]
    dropped: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]


@dataclass(frozen=True)
class AnswerProposal:
    """What taking over this workbook would do."""

    file_name: str
    lines: tuple[AnswerLine, ...]
    result: AnswerResult


class AnswerLists:
    """Use cases on workbooks with answers."""

    def __init__(self, register: Drawer, people: People, catalogue: Catalogue, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._catalogue = catalogue
        self._clock = clock

    def template(self) -> bytes:
        """An empty workbook with a column for every purpose in use, and a sheet that explains."""
        used = [line for line in self._catalogue.of_pupils() if line.rule.in_use]
        told = [
            (HEADS[0], _("Het nummer van de leerling.")),
            (
                HEADS[1],
                _("Het e-mailadres van de ouder of verzorger. Schrijf ‘leerling’ als de leerling zelf antwoordt."),
            ),
            (HEADS[2], _("De dag waarop het antwoord is gegeven: dag-maand-jaar.")),
            *((line.code, _("{label}: ja, nee, ingetrokken of leeg.").format(label=line.label)) for line in used),
        ]
        filled = Sheet(_("Antwoorden"), (*HEADS, *(line.code for line in used)), ())
        return workbook([filled, Sheet(_("Uitleg"), (_("Kolom"), _("Wat u invult")), tuple(told))])

    def compare(self, file_name: str, rows: Sequence[Row]) -> AnswerProposal:
        """What these rows would change; the first holds the headings. Raises Refused when it has not."""
        columns = columns_of(rows, self._catalogue.of_pupils())
        cards = self._people.cards(self._people.all_pupil_ids())
        read, rejected = read_rows(rows[1:], columns, _by_number(cards), self._clock.today())
        lines, unknown = self._lines(read)
        return AnswerProposal(file_name, lines, _result(lines, (*rejected, *unknown), columns, cards))

    def apply(self, proposal: AnswerProposal) -> AnswerResult:
        """Record every row, all of them or none; the workbook is the evidence."""
        place = _("werkblad {file}, ingelezen op {day}").format(
            file=proposal.file_name, day=short_date(self._clock.today())
        )
        fresh = [line for line in proposal.lines if line.kind != "unchanged"]
        with self._drawer.write("answers.imported", f"rows:{len(fresh)}") as session:
            writer = EventWriter(session, self._clock)
            for line in fresh:
                shared = {
                    "pupil_id": line.pupil_id,
                    "guardian_id": line.guardian_id,
                    "authority": line.authority,
                    "given_on": line.on,
                    "how": How.SIGNED_FORM.value,
                    "evidence": _("{place}, rij {row}").format(place=place, row=line.row),
                }
                writer.listed(ListedAnswers(shared, line.answers, self._last_day(line.on)))
            writer.finish()
        return proposal.result

    def _last_day(self, on: date) -> date | None:
        yearly = self._catalogue.validity(on) is Validity.SCHOOL_YEAR
        return school_year_days(school_year(on))[1] if yearly else None

    def _lines(self, read: Sequence[ListRow]) -> tuple[tuple[AnswerLine, ...], tuple[Rejected, ...]]:
        guardians = {
            day: self._people.guardians_of({row.pupil.id for row in read if row.on == day}, day)
            for day in {row.on for row in read}
        }
        found: list[AnswerLine] = []
        unknown: list[Rejected] = []
        for row in read:
            people = guardians[row.on].get(row.pupil.id, ())
            one = None if row.is_own else _guardian(row.who, people)
            if isinstance(one, str):
                unknown.append(Rejected(row.number, HEADS[1], one, {"who": row.who}))
            else:
                found.append(_line(row, one))
        with self._drawer.read() as session:
            return self._judged(session, found), tuple(unknown)

    def _judged(self, session: Session, lines: Sequence[AnswerLine]) -> tuple[AnswerLine, ...]:
        """The same lines, each told to be new, changed or unchanged against what the register holds."""
        words = reading.words(session, {line.pupil_id for line in lines})
        known = {key: kind for pupil, said in words.items() for key, kind in _last_words(pupil, said).items()}
        spoken = {(pupil, who, code) for pupil, who, code, _day in known}
        final = {_key(line, code): kind for line in lines for code, kind in line.answers}
        first = {(line.pupil_id, line.guardian_id, line.on, line.answers): line.row for line in reversed(lines)}
        return tuple(
            _told(line, known, spoken, final)
            if first[line.pupil_id, line.guardian_id, line.on, line.answers] == line.row
            else _as(line, line.answers, "unchanged")  # the same row once more
            for line in lines
        )


def told(rejected: Rejected) -> str:
    """Why this cell was not taken over."""
    return _(ANSWERS[rejected.code]).format(**rejected.values)


def _told(
    line: AnswerLine,
    known: Mapping[Key, EventKind],
    spoken: set[tuple[int, int | None, str]],
    final: Mapping[Key, EventKind],
) -> AnswerLine:
    fresh = tuple(
        (code, kind) for code, kind in line.answers if known.get(_key(line, code)) is not final[_key(line, code)]
    )
    if not fresh:
        return _as(line, line.answers, "unchanged")
    again = any((line.pupil_id, line.guardian_id, code) in spoken for code, _kind in fresh)
    return _as(line, fresh, "changed" if again else "new")


def _as(line: AnswerLine, answers: tuple[tuple[str, EventKind], ...], kind: str) -> AnswerLine:
    return AnswerLine(**{**vars(line), "answers": answers, "kind": kind})


def _key(line: AnswerLine, code: str) -> Key:
    return line.pupil_id, line.guardian_id, code, line.on


def _last_words(pupil: int, words: Sequence[Said]) -> dict[Key, EventKind]:
    """The last answer of each person to each purpose on each day that covers photo, film and sound."""
    codes = {code for said in words for code in said.purposes}
    found: dict[Key, EventKind] = {}
    for code in codes:
        for event in counting([said.event for said in words if code in said.purposes], date.max):
            key = (pupil, event.guardian_id, code, event.on)
            if event.media == ALL_MEDIA:
                found[key] = event.kind
            else:
                found.pop(key, None)
    return found


def _line(row: ListRow, guardian: GuardianLine | None) -> AnswerLine:
    return AnswerLine(
        row=row.number,
        pupil_id=row.pupil.id,
        pupil_number=row.pupil.number,
        guardian_id=guardian.id if guardian else None,
        who=full(guardian.name if guardian else row.pupil.name),
        authority=guardian.authority.value if guardian else "",
        on=row.on,
        answers=row.answers,
        kind="new",
        counts=guardian is None or guardian.authority is not Authority.NO,
    )


def _guardian(who: str, people: Sequence[GuardianLine]) -> GuardianLine | str:
    """The guardian that is meant, by e-mail address or else by name; the code of a rejection when that is not clear."""
    wanted = who.casefold()
    found = [line for line in people if line.email.casefold() == wanted]
    found = found or [line for line in people if fold(full(line.name)) == fold(who)]
    if len(found) == 1:
        return found[0]
    return "consents.list_guardian_twice" if found else "consents.list_guardian_unknown"


def _by_number(cards: Sequence[PupilCard]) -> dict[str, PupilCard]:
    """Pupils by their number; one on the roll goes before one who left."""
    ranked = sorted(cards, key=lambda card: (card.active, card.id))
    return {card.number: card for card in ranked if card.number}


def _result(
    lines: Sequence[AnswerLine], rejected: Sequence[Rejected], columns: Columns, cards: Sequence[PupilCard]
) -> AnswerResult:
    there = {line.pupil_id for line in lines}
    count = {kind: sum(line.kind == kind for line in lines) for kind in ("new", "changed", "unchanged")}
    return AnswerResult(
        **count,
        missing=sum(card.active and card.id not in there for card in cards),
        rejected=tuple(sorted(rejected, key=lambda one: one.row)),
        dropped=columns.dropped,
        groups=tuple(sorted({card.group for card in cards if card.id in there and card.group})),
    )
