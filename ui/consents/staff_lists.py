"""The tables of employees who leave and of who received the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.consents.staff.handouts import HandoutLine
from app.kernel.formats import short_date
from app.kernel.names import PersonName, full, sort_key
from app.kernel.texts import _, ngettext
from app.people.rules import EmployeeLine
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


@dataclass(frozen=True)
class Handed:
    """Somebody, and the protocol that they received, if any."""

    id: int
    name: PersonName
    detail: str
    handout: HandoutLine | None

    @classmethod
    def without(cls, employee: EmployeeLine) -> Handed:
        """An employee who did not receive it."""
        return cls(employee.id, employee.name, employee.job_title, None)

    @classmethod
    def by(cls, handout: HandoutLine) -> Handed:
        """Somebody who did."""
        return cls(handout.person.id, handout.person.name, handout.person.detail, handout)


def leaving_table() -> Table:
    """Whose images must go because they leave."""
    return Table(
        (
            Column(
                _("Medewerker"),
                strong=lambda line: full(line.employee.name),
                detail=lambda line: line.employee.job_title,
                sort=lambda line: sort_key(line.employee.name),
            ),
            Column(_("Uit dienst"), text=lambda line: short_date(line.end_date), width=116, sort=_ends),
            Column(_("Uiterlijk"), text=lambda line: short_date(line.target), width=116, sort=lambda line: line.target),
            Column(_("Publicaties"), text=lambda line: str(line.publications), width=100, align="right"),
            Column(_("Stand"), tag=_left, width=180),
            Column("", text=lambda line: "" if line.cleared_on else _("Verwijderd"), width=104, verb=True),
        ),
        name=_("Medewerkers die vertrekken"),
        key=lambda line: line.employee.id,
        empty=EmptyState(
            "circle-check",
            _("Niemand vertrekt"),
            _("Vertrekt een medewerker, dan ziet u hier dat zijn of haar beeld binnen 30 dagen weg moet."),
        ),
    )


def handouts_table() -> Table:
    """Who received which version of the protocol, and who signed; who did not receive it on top."""
    return Table(
        (
            Column(
                _("Medewerker"),
                strong=lambda line: full(line.name),
                detail=lambda line: line.detail,
                sort=lambda line: sort_key(line.name),
            ),
            Column(_("Versie"), text=lambda line: line.handout.version if line.handout else "", width=84),
            Column(_("Uitgereikt"), text=lambda line: _day(line.handout, "handed_on"), width=116),
            Column(_("Stand"), tag=_handed, width=190),
            Column("", text=_verb, width=128, verb=True),
        ),
        name=_("Wie het protocol kreeg"),
        key=lambda line: (line.id, line.handout.id if line.handout else 0),
        empty=EmptyState("file-check", _("Nog geen medewerkers")),
    )


def _ends(line: Any) -> Any:
    return line.end_date


def _left(line: Any) -> TagText:
    if line.cleared_on:
        return TagText(_("opgeruimd {date}").format(date=short_date(line.cleared_on)), "ok", "check")
    return TagText(ngettext("{n} publicatie", "{n} publicaties", line.publications), "warn", "clock-alert")


def _handed(line: Any) -> TagText:
    if line.handout is None:
        return TagText(_("nog niet uitgereikt"), "warn", "triangle-alert")
    if line.handout.signed_on:
        return TagText(_("getekend {date}").format(date=short_date(line.handout.signed_on)), "ok", "check")
    return TagText(_("nog niet getekend"), "info", "signature")


def _day(handout: HandoutLine | None, name: str) -> str:
    day = getattr(handout, name, None)
    return short_date(day) if day else ""


def _verb(line: Any) -> str:
    if line.handout is None:
        return _("Uitreiken")
    return "" if line.handout.signed_on else _("Getekend")
