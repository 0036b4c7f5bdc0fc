"""Doelen: for what the school asks consent, who decides on it, and how long a yes holds; for who leads the school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consents.purposes.lines import PERSONAL_ACCOUNT, AskedOf, PurposeLine, PurposeVersion, Validity
from app.consents.rules import Policy
from app.kernel.formats import short_date
from app.kernel.texts import N_, _, ngettext
from app.letters.texts import AUDIENCES
from app.sentences import sentence
from app.vault.keys.keyring import Role
from ui.consents.part import Part
from ui.consents.purpose_sheet import DECIDERS, POLICIES, purpose_sheet
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import Scroll, holder, row
from ui.kit.rows import FactRow
from ui.kit.table import Column, Table
from ui.kit.tag import Tag, TagText
from ui.kit.timeline import Timeline, TimelineItem

SIDE, WORD = 328, 96
ASKED_OF = {AskedOf.PUPILS: N_("leerlingen"), AskedOf.EMPLOYEES: N_("medewerkers"), AskedOf.BOTH: N_("beide")}
VALIDITIES = {
    Validity.UNTIL_CHANGED: N_("tot iemand iets wijzigt"),
    Validity.SCHOOL_YEAR: N_("één schooljaar"),
}


@dataclass(frozen=True)
class Lines:
    """What the tab shows."""

    purposes: tuple[PurposeLine, ...]
    validity: Validity
    changed: frozenset[str]


class PurposesPart(Part):
    """Every purpose, used or not; a change makes a new version and never touches what was answered before."""

    key: ClassVar[str] = "purposes"
    label: ClassVar[str] = N_("Doelen")
    roles: ClassVar[frozenset[Role]] = frozenset(role for role in Role if role.leads)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: Lines | None = None
        self.validity = Chips([(one, _(words)) for one, words in VALIDITIES.items()], value=Validity.UNTIL_CHANGED)
        self.validity.setMinimumWidth(300)
        self.validity.chosen.connect(self.choose_validity)
        self.top.addWidget(label(_("Een ja geldt"), "quiet"))
        self.top.addWidget(self.validity, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addStretch(1)
        self.table = _table()
        self.table.line_selected.connect(self._show)
        self.table.line_activated.connect(self.change)
        self.body.addWidget(Card(padding=8).add(self.table), 1)
        self.card = Card()
        self.set_side(self.card, SIDE)
        self._show(None)

    def fetch(self) -> Lines:
        catalogue = self.desk.meldboek.consents.catalogue
        changed = frozenset(line.code for line in catalogue.changed_since_asked())
        return Lines(catalogue.all(), catalogue.validity(), changed)

    def show_lines(self, lines: Any) -> None:
        view: Lines = lines
        self._lines = view
        used = sum(line.rule.in_use for line in view.purposes)
        self.subtitle = _("{used} van {all} doelen in gebruik").format(used=used, all=len(view.purposes))
        if view.changed:
            again = ngettext("{n} doel opnieuw te vragen", "{n} doelen opnieuw te vragen", len(view.changed))
            self.subtitle += f" · {again}"
        self.validity.set_value(view.validity)
        self.table.set_lines(view.purposes)
        self._show(self.table.selected)

    def verbs(self, header: Header) -> None:
        header.add_button(_("Doel toevoegen"), "plus", self.add)

    def add(self) -> None:
        """Ask consent for something of the school's own."""
        self.desk.dialogs.open(purpose_sheet(self.desk, None))

    def change(self, line: PurposeLine) -> None:
        """Say something else of a purpose, from today."""
        self.desk.dialogs.open(purpose_sheet(self.desk, line))

    def switch(self, line: PurposeLine) -> None:
        """Use a purpose, or no longer; the private accounts of staff only after the warning."""
        catalogue, on = self.desk.meldboek.consents.catalogue, not line.rule.in_use

        def turn() -> None:
            work = lambda: catalogue.switch(line.code, on, confirmed=True)  # noqa: E731 - one call
            self.desk.jobs.run(work, owner=self, done=lambda _none: None)

        if on and line.code == PERSONAL_ACCOUNT:
            title, text = _("Plaatsen op een privéaccount"), sentence("consents.personal_account")
            self.desk.dialogs.ask(title, text, _("Toch gebruiken"), lambda yes: turn() if yes else None, danger=True)
        elif on:
            turn()
        else:
            title = _("Doel niet meer gebruiken: {name}").format(name=line.short)
            text = _("Het doel verdwijnt uit het overzicht en van nieuwe formulieren. De antwoorden blijven bewaard.")
            self.desk.dialogs.ask(title, text, _("Niet meer gebruiken"), lambda yes: turn() if yes else None)

    def choose_validity(self, value: object) -> None:
        """Let a new yes hold until it changes, or for one school year."""
        catalogue, wanted = self.desk.meldboek.consents.catalogue, Validity(str(value))
        if self._lines is None or wanted is self._lines.validity:
            return
        text = (
            _("Een ja dat vanaf vandaag wordt gegeven, vervalt aan het eind van het schooljaar. Vraag het elk jaar.")
            if wanted is Validity.SCHOOL_YEAR
            else _("Een ja dat vanaf vandaag wordt gegeven, blijft gelden tot iemand het wijzigt of intrekt.")
        )
        self.validity.set_value(self._lines.validity)
        self.desk.dialogs.ask(
            _("Hoe lang een ja geldt"),
            text,
            _("Zo instellen"),
            lambda yes: (
                self.desk.jobs.run(lambda: catalogue.set_validity(wanted), owner=self, done=lambda _none: None)
                if yes
                else None
            ),
        )

    def show_first(self) -> None:
        if self._lines is not None and self._lines.purposes:
            self.table.select(self._lines.purposes[0].code)

    def filter_field(self) -> QWidget | None:
        return self.table

    def _show(self, line: PurposeLine | None) -> None:
        self.card.clear()
        if line is None:
            text = _("U ziet dan wie erover beslist en wat er eerder gold.")
            self.card.add(EmptyState("list-checks", _("Kies een doel"), text))
            return
        catalogue = self.desk.meldboek.consents.catalogue
        self.desk.jobs.run(
            lambda: catalogue.history(line.code), owner=self, done=lambda found: self._show_history(line, found)
        )

    def _show_history(self, line: PurposeLine, versions: tuple[PurposeVersion, ...]) -> None:
        self.card.clear()
        scroll = Scroll(gap=10)
        scroll.body.setContentsMargins(0, 0, 10, 0)
        for part in self._parts(line, versions):
            scroll.body.addWidget(part)
        self.card.add(scroll)

    def _parts(self, line: PurposeLine, versions: tuple[PurposeVersion, ...]) -> list[QWidget]:
        again = self._lines is not None and line.code in self._lines.changed
        tags = [_in_use(line), *([TagText(_("opnieuw vragen"), "warn", "triangle-alert")] if again else [])]
        turn = _("Niet meer gebruiken") if line.rule.in_use else _("Gebruiken")
        verbs = FlowLayout(4)
        verbs.addWidget(button(_("Wijzigen"), "pencil", lambda: self.change(line), "quiet"))
        verbs.addWidget(button(turn, "", lambda: self.switch(line), "quiet"))
        facts = [
            (_("Op formulier"), line.label),
            (_("Kolom"), line.short),
            (_("Te zien voor"), _(AUDIENCES[line.audience])),
            (_("Wie beslist"), _(POLICIES[line.rule.policy])),
            (_("Gevraagd aan"), _(ASKED_OF[line.asked_of])),
            (_("Code"), line.code),
        ]
        timeline = Timeline(compact=True)
        timeline.set_items([_item(one) for one in versions])
        found: list[QWidget] = [label(line.short, "heading", wrap=True)]
        found.append(holder(row(*(Tag(tag.text, tag.tone, tag.icon) for tag in tags), 1)))
        found += [FactRow(word, text, WORD) for word, text in facts]
        found += [label(line.note, "quiet", wrap=True)] if line.note else []
        return [*found, holder(verbs), label(_("Versies"), "section"), timeline]


def _table() -> Table:
    return Table(
        (
            Column(_("Doel"), strong=lambda line: line.short, detail=_label, tip=lambda line: line.label),
            Column(_("Te zien voor"), text=lambda line: _(AUDIENCES[line.audience]), width=160),
            Column(_("Wie beslist"), text=lambda line: _(DECIDERS[line.rule.policy]), width=92),
            Column(_("Stand"), tag=_in_use, width=132, only_in_sheet=_only_in_sheet()),
        ),
        name=_("Doelen"),
        key=lambda line: line.code,
    )


def _only_in_sheet() -> tuple[Column, ...]:
    """What the card tells of one purpose, for the workbook of all."""
    return (
        Column(_("Gevraagd aan"), text=lambda line: _(ASKED_OF[line.asked_of])),
        Column(_("Versie"), text=lambda line: str(line.version)),
    )


def _label(line: PurposeLine) -> str:
    """What stands on the form, when that is more than the short word."""
    return "" if line.label == line.short else line.label


def _in_use(line: Any) -> TagText:
    if line.rule.in_use:
        return TagText(_("in gebruik"), "ok", "check")
    return TagText(_("niet in gebruik"), "neutral", "minus")


def _item(version: PurposeVersion) -> TimelineItem:
    parts = [short_date(version.from_day), _(POLICIES[Policy(version.policy)])]
    parts += [] if version.in_use else [_("niet in gebruik")]
    parts += [_("door {name}").format(name=version.recorded_by)] if version.recorded_by else [_("uit het protocol")]
    again = _("Eerdere antwoorden tellen niet meer: opnieuw vragen.") if version.asks_again else ""
    title = _("Versie {version}").format(version=version.version)
    return TimelineItem(title=f"{title} · {version.label}", text=", ".join(parts), detail=again)
