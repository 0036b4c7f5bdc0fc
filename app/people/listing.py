"""Pupils with their guardians as plain data, for the command line and for comparing with a class list."""

from __future__ import annotations

from typing import Any

from app.kernel.names import PersonName
from app.people.rules import GuardianLine, PupilCard
from app.people.service import People
from app.people.spelling import normal_group


def people_as_json(people: People, group: str | None = None) -> list[dict[str, Any]]:
    """The pupils on the roll today, of one group or all; guardians in the order of the class list."""
    wanted = None if group is None else normal_group(group)
    return [_pupil(card) for card in people.enrolled() if wanted in (None, card.group)]


def _pupil(card: PupilCard) -> dict[str, Any]:
    return {
        "number": card.number,
        **_name(card.name),
        "birth_date": card.birth_date.isoformat() if card.birth_date else None,
        "group": card.group,
        "year_group": card.year_group,
        "guardians": [_guardian(guardian) for guardian in card.guardians],
    }


def _guardian(line: GuardianLine) -> dict[str, Any]:
    return {**_name(line.name), "email": line.email, "phone": line.phone, "authority": line.authority.value}


def _name(name: PersonName) -> dict[str, str]:
    return {"first_name": name.first_name or name.initials, "infix": name.infix, "surname": name.surname}
