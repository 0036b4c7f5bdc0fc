"""The tables of publications and of images that must be taken away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.consents.texts import CAUSES
from app.kernel.formats import short_date, weekday_date
from app.kernel.names import full
from app.kernel.texts import _, ngettext
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


class NamedTable(Table):
    """A table whose lines name purposes by their codes; ``names`` says how they read."""

    names: dict[str, str]


def publications_table(today: Callable[[], date]) -> NamedTable:
    """What was published, newest first."""
    names: dict[str, str] = {}
    table = NamedTable(
        (
            Column(_("Datum"), text=lambda line: short_date(line.on), width=104, sort=lambda line: line.on),
            Column(
                _("Publicatie"),
                strong=lambda line: line.title,
                detail=lambda line: " · ".join(
                    part for part in (names.get(line.purpose, line.purpose), line.place) if part
                ),
            ),
            Column(_("Personen"), text=lambda line: str(line.people), width=84, align="right", sort=_people),
            Column(
                _("Stand"),
                tag=lambda line: _state(line, today()),
                width=196,
                sort=lambda line: (line.gone_by or date.max, -line.without_consent),
            ),
        ),
        name=_("Publicaties"),
        empty=EmptyState(
            "image",
            _("Nog geen publicaties vastgelegd"),
            _("Leg vast wat u plaatst en wie er te zien is. Trekt iemand toestemming in, dan weet u wat weg moet."),
        ),
    )
    table.names = names
    return table


def takedowns_table(today: Callable[[], date]) -> NamedTable:
    """What must be taken away, most urgent first; what is late is red."""
    names: dict[str, str] = {}
    table = NamedTable(
        (
            Column(
                _("Uiterlijk"),
                text=lambda task: weekday_date(task.target),
                width=104,
                sort=lambda task: task.target,
                tone=lambda task: "danger" if task.target < today() else "",
                tip=lambda task: _("Streefdag {target}, uiterste dag {limit}").format(
                    target=short_date(task.target), limit=short_date(task.limit)
                ),
            ),
            Column(
                _("Wie"),
                strong=lambda task: full(task.person.name),
                detail=lambda task: f"{_(CAUSES[task.cause])} {short_date(task.since)}",
                width=290,
            ),
            Column(
                _("Publicatie"),
                text=lambda task: task.publication,
                detail=lambda task: " · ".join(
                    part for part in (names.get(task.purpose, task.purpose), task.place) if part
                ),
            ),
            Column("", text=lambda _task: _("Verwijderd"), width=104, verb=True),
        ),
        name=_("Beeld dat weg moet"),
        key=lambda task: (task.publication_id, task.person.id),
        empty=EmptyState(
            "circle-check",
            _("Er hoeft niets weg"),
            _("Na een intrekking of als een medewerker vertrekt, staat hier welk beeld u moet verwijderen."),
        ),
    )
    table.names = names
    return table


def _people(line: Any) -> int:
    return int(line.people)


def _state(line: Any, today: date) -> TagText:
    if line.gone_by is not None:
        words = _("{n} weg vóór {day}").format(n=line.open_takedowns, day=short_date(line.gone_by))
        return TagText(words, "danger" if line.gone_by < today else "warn", "clock-alert")
    if line.without_consent:
        words = ngettext("{n} zonder toestemming", "{n} zonder toestemming", line.without_consent)
        return TagText(words, "danger", "triangle-alert")
    return TagText(_("in orde"), "ok", "check")


def _where(names: dict[str, str], line: Any) -> str:
    return " · ".join(part for part in (names.get(line.purpose, line.purpose), line.place) if part)
