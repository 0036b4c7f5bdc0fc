"""When a row may or may not be somebody of the register: the reasons, the candidates, and what is likeliest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.imports.matching.kin import key_of
from app.imports.readings import Place, ReadPupil
from app.kernel.names import fold
from app.people.rules import PupilCard

NOT_ENROLLED = frozenset({"aangemeld", "uitgeschreven", "wachtlijst"})


@dataclass(frozen=True)
class Doubt:
    """Why a row is doubtful and whom it may be, the likeliest first; ``is_same`` when that one is proposed."""

    code: str
    cards: tuple[PupilCard, ...] = ()
    is_same: bool = True


def at_column(place: Place, header: str) -> Place:
    """The place with the column to which a refusal belongs."""
    return place._replace(column=header) if header else place


def is_gone(pupil: ReadPupil, today: date) -> bool:
    """Whether the list says that this pupil is not, or no longer, on the roll."""
    left = pupil.leave_date is not None and pupil.leave_date <= today
    return left or not pupil.active or fold(pupil.group) in NOT_ENROLLED


def of_number(pupil: ReadPupil, card: PupilCard, namesakes: Iterable[PupilCard]) -> Doubt | None:
    """The doubt about a row whose number is known; without candidates the number is simply somebody else's."""
    if _first(pupil) == fold(card.name.first_name or card.name.initials):
        return None
    if not _born_alike(pupil, card):
        return Doubt("imports.number_of_other")
    twins = [one for one in namesakes if one.id != card.id and one.birth_date and one.birth_date == pupil.birth_date]
    if twins:
        return Doubt("imports.doubtful_twin", (twins[0], card))
    return None if _begins_alike(pupil, card) else Doubt("imports.doubtful_renamed", (card,))


def of_person(pupil: ReadPupil, namesakes: Sequence[PupilCard], born: Sequence[PupilCard]) -> Doubt | None:
    """The doubt about a row whose number is new or absent; with a number of its own it is proposed as another pupil."""
    if namesakes:
        ordered = sorted(namesakes, key=lambda card: (not _is_slip(pupil, card), card.group != pupil.group, card.id))
        likely = not pupil.birth_date or not ordered[0].birth_date or _is_slip(pupil, ordered[0])
        return Doubt("imports.doubtful", tuple(ordered), likely and not pupil.number)
    renamed = [card for card in born if _first(pupil) == fold(card.name.first_name)]
    if renamed:
        return Doubt("imports.doubtful_renamed", tuple(renamed), not pupil.number)
    family = [card for card in born if key_of(pupil.name)[1:] == key_of(card.name)[1:]]
    if family:
        return Doubt("imports.doubtful_twin", tuple(family), not pupil.number and _begins_alike(pupil, family[0]))
    return None


def _first(pupil: ReadPupil) -> str:
    return fold(pupil.name.first_name or pupil.name.initials)


def _born_alike(pupil: ReadPupil, card: PupilCard) -> bool:
    return not (pupil.birth_date and card.birth_date) or pupil.birth_date == card.birth_date


def _begins_alike(pupil: ReadPupil, card: PupilCard) -> bool:
    """Lot and Lotte: one first name is the beginning of the other."""
    one, other = _first(pupil), fold(card.name.first_name)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _is_slip(pupil: ReadPupil, card: PupilCard) -> bool:
    """Two dates of which one may be the other mistyped: one part differs, or day and month changed places."""
    one, other = pupil.birth_date, card.birth_date
    if not (one and other):
        return False
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    return same == 2 or (one.year == other.year and (one.month, one.day) == (other.day, other.month))
