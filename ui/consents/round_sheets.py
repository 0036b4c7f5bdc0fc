"""The sheet that starts a round: who is asked what, and when the forms must be back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.consents.purposes.lines import PurposeLine
from app.consents.rounds.lines import NewRound, RoundKind, RoundSize
from app.kernel.calendar import school_year
from app.kernel.texts import N_, _, ngettext
from ui.consents.forms import register_form
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

KINDS = {
    RoundKind.EVERYBODY: N_("iedereen"),
    RoundKind.NOT_ANSWERED: N_("wie nog niet heeft geantwoord"),
    RoundKind.NEW_PURPOSES: N_("nieuwe en gewijzigde doelen"),
}


@dataclass(frozen=True)
class Choices:
    """What a round can be about: the groups, all purposes in use, those to ask again, and the last text's version."""

    groups: tuple[str, ...]
    purposes: tuple[PurposeLine, ...]
    changed: tuple[PurposeLine, ...]
    version: str


def choices(desk: Desk) -> Choices:
    """Read it, on the database lane."""
    consents = desk.meldboek.consents
    groups = tuple(line.name for line in desk.meldboek.people.groups())
    return Choices(groups, consents.purposes(), consents.catalogue.changed_since_asked(), consents.text_version())


class RoundSheet(FormSheet):
    """Says under the form how many forms it will be."""

    def __init__(self, desk: Desk, found: Choices, done: Callable[[int], object]):
        self._desk = desk
        form = register_form(desk)
        year = school_year(desk.meldboek.clock.today())
        name = _("Toestemmingen {year}").format(year=year)
        form.field("name", _("Naam van de ronde"), TextField(name), share=3)
        form.field("text_version", _("Versie van de tekst"), TextField(found.version or "1"), beside=True)
        kinds = [(kind, _(words)) for kind, words in KINDS.items()]
        first = RoundKind.NEW_PURPOSES if found.changed else RoundKind.EVERYBODY
        form.field("kind", _("Wie krijgt een formulier"), ChipsField(kinds, first))
        form.field(
            "groups", _("Groepen (geen keuze: alle)"), ChipsField([(one, one) for one in found.groups], (), many=True)
        )
        shorts = [(line.code, line.short) for line in found.purposes]
        codes = tuple(line.code for line in found.changed)
        form.field("purposes", _("Doelen (geen keuze: alle)"), ChipsField(shorts, codes, many=True))
        form.field("close_on", _("Terug vóór"), DateField(desk.meldboek.clock))
        self._size = label("", "strong", wrap=True)
        form.add(self._size)
        form.changed.connect(self._count)
        super().__init__(
            _("Ronde starten"), form, _("Ronde starten"), lambda values: _start(desk, values), done, width=700
        )
        self._count()

    def _count(self) -> None:
        rounds, new = self._desk.meldboek.consents.rounds, _round(self._desk, self.form.values())
        self._desk.jobs.run(lambda: rounds.preview(new), owner=self, done=self._show_size, failed=self._no_size)

    def _show_size(self, size: RoundSize) -> None:
        pupils = ngettext("{n} formulier", "{n} formulieren", size.pupils)
        families = ngettext("{n} gezin", "{n} gezinnen", size.families)
        self._size.setText(_("Dit worden {forms} voor {families}.").format(forms=pupils, families=families))

    def _no_size(self, _error: object) -> None:
        self._size.setText("")


def _round(desk: Desk, values: dict[str, Any]) -> NewRound:
    return NewRound(
        name=values["name"],
        school_year=school_year(desk.meldboek.clock.today()),
        text_version=values["text_version"],
        kind=values["kind"],
        purposes=tuple(values["purposes"]),
        groups=tuple(values["groups"]),
        close_on=values["close_on"],
    )


def _start(desk: Desk, values: dict[str, Any]) -> int:
    return desk.meldboek.consent_papers.start(_round(desk, values))
