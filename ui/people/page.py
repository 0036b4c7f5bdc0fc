"""Personen: everybody the school knows at the left, one person's card at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.kernel.calendar import school_year
from app.kernel.texts import N_, _, ngettext
from app.people.merge_rules import MergeLine
from app.people.rules import EmployeeLine, GuardianCard, PersonKind, PersonLine, PupilCard
from ui.kit.buttons import icon_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.form_sheet import FormSheet
from ui.kit.layouts import row
from ui.kit.page import Page, Picture
from ui.people import forms, words
from ui.people.acts import Acts
from ui.people.authority import GroupAuthoritySheet, unsure_count
from ui.people.cards import PersonPanel
from ui.people.exporting import export_sheet
from ui.people.lists import LEFT, groups_of, guardians_of, left_of, tables
from ui.people.pupil_sheet import PupilSheet

SIDE = 344


@dataclass(frozen=True)
class PeopleLines:
    """What the page shows: all lists at once, so that a chip answers without waiting."""

    pupils: tuple[PupilCard, ...]
    employees: tuple[EmployeeLine, ...]
    guardians: tuple[GuardianCard, ...]
    groups: tuple[str, ...]
    merges: tuple[MergeLine, ...]
    asked: PersonLine | None
    nicknames: Mapping[int, tuple[str, ...]]


class PeoplePage(Page):
    """Open it with a person's id to see that card."""

    name = "people"
    label = N_("Personen")
    icon = "users"
    topics: ClassVar[frozenset[str]] = frozenset({"people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._people = desk.meldboek.people
        self._clock = desk.meldboek.clock
        self.lines: PeopleLines | None = None
        self._is_left = False
        self.panel = PersonPanel(desk)
        self.acts = Acts(desk, self)
        self.panel.wanted.connect(self.acts.do)
        self.tables = tables(self._clock.today(), self.read_list, self.new)
        self.stack = QStackedWidget()
        for table in self.tables.values():
            self.stack.addWidget(table)
            table.line_selected.connect(self._show_card)
        self._filters()
        card = Card(padding=8)
        card.body.addWidget(self.stack)
        self.body.addWidget(card, 1)
        self._buttons()
        self.set_side(self.panel, SIDE)

    @property
    def kind(self) -> PersonKind:
        """Which list is open."""
        return PersonKind(str(self.kinds.value()))

    def fetch(self) -> PeopleLines:
        people = self._people
        cards = people.enrolled()
        asked = people.names([self.target]).get(self.target) if isinstance(self.target, int) else None
        merges = tuple(line for line in people.merges() if line.undone_at is None)
        guardians, groups, called = guardians_of(cards), groups_of(cards), people.nicknames.all()
        return PeopleLines(cards, people.employees(), guardians, groups, merges, asked, called)

    def show_lines(self, lines: PeopleLines) -> None:
        self.lines = lines
        self.panel.merges, self.panel.nicknames = lines.merges, lines.nicknames
        counts = {
            PersonKind.PUPIL: lines.pupils,
            PersonKind.EMPLOYEE: lines.employees,
            PersonKind.GUARDIAN: lines.guardians,
        }
        for kind, shown in counts.items():
            self.kinds.set_text(kind, f"{_(_KINDS[kind])} · {len(shown)}")
            self.tables[kind].set_lines(shown)
        groups = [(group, _("Groep {group}").format(group=group)) for group in lines.groups]
        self.group.set_options([*groups, (LEFT, _("Uitgeschreven"))])
        self._is_left = False
        self._say_title()
        self._clear_way(lines.asked)
        self._arrange()
        self._open_asked(lines.asked)

    def open(self, target: object | None) -> None:
        self.target = target if isinstance(target, int) else None
        self.refresh()

    def new(self) -> None:
        """Add a person of the kind that is shown."""
        sheet: FormSheet
        if self.kind is PersonKind.EMPLOYEE:
            sheet = forms.employee_sheet(self.desk, None, self.acts.added)
        else:
            sheet = PupilSheet(self.desk, None, self.group_names(), self.acts.added)
        self.desk.dialogs.open(sheet)

    def read_list(self) -> None:
        """Go and choose a class list."""
        self.desk.go("imports", None)

    def filter_field(self) -> QWidget | None:
        return self.search

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        """The three lists, each with a card."""
        pupils = desk.meldboek.people.pupils()
        first = pupils[0].id if pupils else None
        return (
            Picture("people", lambda page: page.open(first)),
            Picture("people_employees", lambda page: page.choose(PersonKind.EMPLOYEE)),
            Picture("people_guardians", lambda page: page.choose(PersonKind.GUARDIAN)),
            Picture("people_authority", lambda page: page.confirm_group()),
            Picture("people_block", lambda page: page.acts.do("block", page.tables[PersonKind.PUPIL].selected)),
            Picture("people_export", lambda page: page.export()),
            Picture("people_merge", lambda page: page.acts.do("merge", page.panel.person)),
        )

    def choose(self, kind: PersonKind) -> None:
        """Open one of the lists and choose its first line."""
        self.kinds.set_value(kind)
        self._arrange()
        table = self.tables[kind]
        if table.selected is None and table.lines_model.shown:
            table.select(table.lines_model.shown[0].id)

    def _filters(self) -> None:
        self.kinds = Chips([(kind, _(word)) for kind, word in _KINDS.items()], value=PersonKind.PUPIL)
        self.kinds.setMinimumWidth(344)
        self.kinds.chosen.connect(lambda _value: self._arrange())
        self.group = ChoiceField([], blank=_("Alle groepen"))
        self.group.setFixedWidth(130)
        self.group.set_name(_("Groep"))
        self.group.changed.connect(self._arrange)
        self.search = SearchField(_("Zoek in deze lijst"), 166)
        self.search.setMinimumWidth(110)  # in a small window the chips keep theirs
        self.search.textChanged.connect(lambda _text: self._arrange())
        export = icon_button("download", _("Exporteren naar een werkblad"), self.export)
        self.body.addLayout(row(self.kinds, 1, self.group, self.search, export, gap=8))

    def _buttons(self) -> None:
        self.confirm = self.header.add_button(_("Gezag bevestigen"), "shield-check", self.confirm_group)
        self.add = self.header.add_button(_("Leerling toevoegen"), "user-plus", self.new)
        self.header.add_button(_("Klassenlijst inlezen"), "file-spreadsheet", self.read_list, primary=True)

    def _arrange(self) -> None:
        """Show the chosen list with its filters, and the card of who is chosen in it."""
        kind, group = self.kind, self.group.value()
        table = self.tables[kind]
        self._turn(left=kind is PersonKind.PUPIL and group == LEFT)
        chosen = table.selected
        self.stack.setCurrentWidget(table)
        table.set_filter(self.search.text())
        table.set_keep(_keeper(kind, group))
        if chosen is not None:
            table.select(chosen.id, quietly=True)
        self.group.setVisible(kind is not PersonKind.EMPLOYEE)
        self.add.setText(_("Medewerker toevoegen") if kind is PersonKind.EMPLOYEE else _("Leerling toevoegen"))
        self.confirm.setVisible(bool(kind is PersonKind.PUPIL and self.lines and unsure_count(self.lines.pupils)))
        self._show_card(table.selected)

    def _turn(self, *, left: bool) -> None:
        """Show those who left instead of those who are there, or the other way round; nobody waits for them before."""
        if left == self._is_left or self.lines is None:
            return
        self._is_left, people = left, self._people
        if left:
            self.desk.jobs.run(lambda: left_of(people), owner=self, done=self._show_left)
        else:
            self.tables[PersonKind.PUPIL].set_lines(self.lines.pupils)

    def _show_left(self, cards: Sequence[PupilCard]) -> None:
        if self._is_left:
            self.tables[PersonKind.PUPIL].set_lines(cards)

    @property
    def chosen_group(self) -> str:
        """The group that the lists are narrowed to, or none."""
        group = str(self.group.value() or "")
        return "" if group == LEFT else group

    def _say_title(self) -> None:
        if self.lines is None:
            return
        groups = ngettext("{n} groep", "{n} groepen", len(self.lines.groups))
        year = _("schooljaar {year}").format(year=school_year(self._clock.today()))
        self.header.set_title(_("Personen"), f"{words.pupils_count(len(self.lines.pupils))} · {groups} · {year}")

    def _clear_way(self, asked: PersonLine | None) -> None:
        """Open the list in which somebody stands, without filters."""
        if asked is not None:
            self.target = None
            self.kinds.set_value(asked.kind)
            self.search.clear()
            self.group.set_value(None)

    def _open_asked(self, asked: PersonLine | None) -> None:
        table = self.tables[self.kind]
        if asked is not None and not table.select(asked.id):
            self._show_gone(asked)
        elif asked is None and table.selected is None and table.lines_model.shown:
            table.select(table.lines_model.shown[0].id)

    def _show_gone(self, asked: PersonLine) -> None:
        """Somebody who is in no list any more, such as a pupil who left."""
        people = self._people
        if asked.kind is PersonKind.PUPIL:
            self.desk.jobs.run(lambda: people.pupil(asked.id), owner=self, done=self.panel.show_pupil)
        elif asked.kind is PersonKind.EMPLOYEE:
            self.desk.jobs.run(lambda: people.employee(asked.id), owner=self, done=self.panel.show_employee)
        else:
            self.desk.jobs.run(lambda: people.guardian(asked.id), owner=self, done=self.panel.show_guardian)

    def _show_card(self, line: object) -> None:
        if isinstance(line, PupilCard):
            self.panel.show_pupil(line)
        elif isinstance(line, GuardianCard):
            self.panel.show_guardian(line)
        elif isinstance(line, EmployeeLine):
            self.panel.show_employee(line)
        else:
            self.panel.show_nobody()

    def group_names(self) -> tuple[str, ...]:
        """The groups that have pupils."""
        return self.lines.groups if self.lines else ()

    def confirm_group(self) -> None:
        """Confirm the authority of a group; begins with the one that is chosen in the filter."""
        if self.lines is not None:
            sheet = GroupAuthoritySheet(self.desk, self.lines.pupils, self.chosen_group, self.acts.confirmed)
            self.desk.dialogs.open(sheet)

    def export(self) -> None:
        """Ask what goes into a workbook, and save it."""
        self.desk.dialogs.open(export_sheet(self.desk, self, self.group_names(), self.chosen_group, self.kind))


_KINDS = {
    PersonKind.PUPIL: N_("Leerlingen"),
    PersonKind.EMPLOYEE: N_("Medewerkers"),
    PersonKind.GUARDIAN: N_("Ouders"),
}


def _keeper(kind: PersonKind, group: object) -> Callable[[Any], bool] | None:
    if group in (None, "", LEFT) or kind is PersonKind.EMPLOYEE:
        return None
    if kind is PersonKind.PUPIL:
        return lambda line: bool(line.group == group)
    detail = words.group(str(group))
    return lambda line: any(pupil.detail == detail for pupil in line.pupils)
