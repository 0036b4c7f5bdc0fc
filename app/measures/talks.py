"""A talk in the timeline of a case counts as a hearing on the measure: day, report and persons are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.kernel.names import fold
from app.measures.facts import HeardAs, Hearing
from app.measures.form_lines import Talk

_BOTH, _ONE = "ouders", ("vader", "moeder")
_INITIAL = 2  # a first word of one letter and a point names nobody


def heard_in(talk: Talk, hearings: Sequence[Hearing], candidates: Sequence[Hearing]) -> tuple[Hearing, ...]:
    """Those among the persons to be heard who were in this talk: as recorded, or else as its title names them.

    What was said in a talk names others as well, so only the title counts; parents count with their own child only.
    """
    known = (*hearings, *(one for one in candidates if not any(_same(one, other) for other in hearings)))
    if talk.person_ids:
        return tuple(one for one in known if one.person_id is not None and one.person_id in talk.person_ids)
    title = fold(talk.title)
    named = [one for one in known if _is_named(one, title)]
    parents = _parents(known, title) if any(one.role is HeardAs.PUPIL for one in named) else ()
    return tuple(one for one in known if one in named or one in parents)


def taken_over(talk: Talk, hearings: Sequence[Hearing], heard: Sequence[Hearing]) -> tuple[Hearing, ...]:
    """The hearings with this talk written down for each of these persons; who was not in the list comes into it.

    A hearing that was held already stays as it was written down.
    """
    told = {
        "held_at": talk.at,
        "report": talk.text or talk.title,
        "entry_id": talk.entry_id,
        "why_not": "",
    }
    made = tuple(
        replace(one, **told) if one.held_at is None and any(_same(one, other) for other in heard) else one  # type: ignore[arg-type]
        for one in hearings
    )
    new = (one for one in heard if not any(_same(one, other) for other in hearings))
    return (*made, *(replace(one, **told) for one in new))  # type: ignore[arg-type]


def not_used(talks: Sequence[Talk], hearings: Sequence[Hearing]) -> tuple[Talk, ...]:
    """The talks that were not taken over yet, nor written down by hand."""
    used = {hearing.entry_id for hearing in hearings}
    moments = {hearing.held_at for hearing in hearings}
    return tuple(talk for talk in talks if talk.entry_id not in used and talk.at not in moments)


def _same(one: Hearing, other: Hearing) -> bool:
    if one.person_id is not None or other.person_id is not None:
        return one.person_id == other.person_id
    return one.role is other.role and one.name == other.name


def _parents(known: Sequence[Hearing], title: str) -> Sequence[Hearing]:
    """The parents that a title means: both, or the only one; of two it does not say which is the mother."""
    with_authority = [one for one in known if one.role is HeardAs.GUARDIAN and one.has_authority]
    words = title.split()
    is_clear = _BOTH in words or (len(with_authority) == 1 and any(word in words for word in _ONE))
    return with_authority if is_clear else ()


def _is_named(hearing: Hearing, title: str) -> bool:
    name = fold(hearing.name)
    if name and name in title:
        return True
    first = name.split(" ", maxsplit=1)[0].strip(".")
    return hearing.role is not HeardAs.GUARDIAN and len(first) > _INITIAL and first in title.split()
