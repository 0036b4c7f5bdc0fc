"""What a letter says of the talks that were held: who was there, on which day, and what was said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date, long_weekday_date
from app.kernel.texts import _
from app.letters.contents.grammar import as_sentence, listing
from app.letters.rules import blank
from app.measures.facts import HeardAs, Hearing

Names = Mapping[int, str]  # how to call a person within a sentence, by id
_OF_FAMILY = frozenset({HeardAs.PUPIL, HeardAs.GUARDIAN})


def heard_text(
    hearings: Sequence[Hearing], first_name: str = "", names: Names | None = None, reader: Collection[int] = ()
) -> str:
    """Whom the school spoke, in one sentence; the pupil by first name, the ``reader`` as ``u``. Empty for nobody."""
    days: dict[date, list[str]] = {}
    for hearing in _held(hearings):
        days.setdefault(_day(hearing), []).append(_called(hearing, first_name, names or {}, reader))
    if not days:
        return ""
    told = [(long_date(day), listing(_u_first(called))) for day, called in days.items()]
    if len(told) == 1:
        day, shown = told[0]
        if shown == _("u"):
            return _("Voordat wij beslisten, hebben wij op {day} met u gesproken.").format(day=day)
        return _("Voordat wij beslisten, hebben wij op {day} gesproken met {names}.").format(day=day, names=shown)
    groups = [_("{name} (op {day})").format(name=shown, day=day) for day, shown in told]
    shown = _(" en met ").join([_(", met ").join(groups[:-1]), groups[-1]])
    return _("Voordat wij beslisten, hebben wij gesproken met {names}.").format(names=shown)


def talk_facts(
    hearings: Sequence[Hearing], first_name: str = "", names: Names | None = None, reader: Collection[int] = ()
) -> dict[str, str]:
    """What the report of a talk tells: the last day, who of the family was there, and what they said."""
    held = [hearing for hearing in _held(hearings) if hearing.role in _OF_FAMILY]
    last = [hearing for hearing in held if _day(hearing) == _day(held[-1])]
    called = _u_first([_called(hearing, first_name, names or {}, reader) for hearing in last])
    called += dict.fromkeys(hearing.assisted_by.strip() for hearing in last if hearing.assisted_by.strip())
    said = dict.fromkeys(as_sentence(hearing.report) for hearing in last if hearing.report.strip())
    return {
        "talk_on": long_weekday_date(_day(last[0])) if last else blank(_("dag van het gesprek")),
        "present": listing(called) if last else blank(_("wie erbij waren")),
        "told": "\n\n".join(said) or blank(_("wat de ouders en de leerling vertelden")),
    }


def own_view(text: str, hearings: Sequence[Hearing], persons: Collection[int]) -> str:
    """The own view on the measure in the words in which it came, and what these persons answered to their report."""
    said = dict.fromkeys(one.comment.strip() for one in hearings if one.comment.strip() and one.person_id in persons)
    told = [_("Dit is de zienswijze die wij kregen: “{text}”").format(text=text.strip())] if text.strip() else []
    told += [_("Op het verslag van het gesprek kwam deze reactie: “{text}”").format(text=one) for one in said]
    return "\n\n".join(told)


def _held(hearings: Sequence[Hearing]) -> list[Hearing]:
    return sorted((one for one in hearings if one.held_at is not None), key=lambda one: str(one.held_at))


def _day(hearing: Hearing) -> date:
    assert hearing.held_at is not None  # noqa: S101 - narrows the type
    return hearing.held_at.astimezone(AMSTERDAM).date()


def _called(hearing: Hearing, first_name: str, names: Names, reader: Collection[int]) -> str:
    is_unnamed = hearing.person_id is None  # typed by hand: then the role says who it was
    if hearing.person_id in reader or (hearing.role is HeardAs.EMPLOYEE and is_unnamed):
        return _("u")
    if hearing.role is HeardAs.PUPIL and is_unnamed and first_name:
        return first_name
    return names.get(hearing.person_id or 0, hearing.name)


def _u_first(called: Sequence[str]) -> list[str]:
    return sorted(dict.fromkeys(called), key=lambda name: name != _("u"))
