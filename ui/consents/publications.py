"""Publications: what is shown where with whom, what must be taken away, and recordings in lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.consents.publications.lines import PublicationCard, PublicationLine, Takedown
from app.consents.purposes.lines import PurposeLine
from app.consents.staff.lessons import LessonLine
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from ui.consents.lesson_list import cancelled_sheet, destroyed_sheet, lesson_sheet, lessons_table
from ui.consents.part import Part
from ui.consents.photo import Picture
from ui.consents.publication_card import PublicationView
from ui.consents.publication_lists import publications_table, takedowns_table
from ui.consents.publication_sheets import note_sheet, publication_sheet, removal_sheet
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.fields import SearchField
from ui.kit.header import Header
from ui.kit.table import Table

SIDE = 380
ALL, OPEN, LESSONS = "all", "open", "lessons"


@dataclass(frozen=True)
class Published:
    """What the tab shows."""

    lines: tuple[PublicationLine, ...]
    open: tuple[Takedown, ...]
    lessons: tuple[LessonLine, ...]
    purposes: tuple[PurposeLine, ...]
    card: PublicationCard | None


class PublicationsPart(Part):
    """``open("takedowns")`` shows what must be taken away; a ``Picture`` is kept; a number opens a publication."""

    key: ClassVar[str] = "publications"
    label: ClassVar[str] = N_("Publicaties")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen: int | None = None
        self._shown: Published | None = None
        self.chips = Chips([(ALL, _("Alles")), (OPEN, _("Te verwijderen")), (LESSONS, _("Lesopnames"))], value=ALL)
        self.chips.setMinimumWidth(360)
        self.chips.chosen.connect(lambda value: self.turn(str(value)))
        self.search = SearchField(_("Zoek een publicatie"))
        self.top.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addStretch(1)
        self.top.addWidget(self.search)
        self._all, self._open = (
            publications_table(desk.meldboek.clock.today),
            takedowns_table(desk.meldboek.clock.today),
        )
        self.tables: dict[str, Table] = {ALL: self._all, OPEN: self._open, LESSONS: lessons_table()}
        self.stack = QStackedWidget()
        for table in self.tables.values():
            self.stack.addWidget(Card(padding=8).add(table))
            self.search.textChanged.connect(table.set_filter)
        self.body.addWidget(self.stack, 1)
        self.view = PublicationView()
        self.view.removal_wanted.connect(self.remove_people)
        self.view.mistake_wanted.connect(self.take_out)
        self.view.reopen_wanted.connect(self.reopen)
        self.set_side(self.view, SIDE)
        self.tables[ALL].line_selected.connect(lambda line: self.show_publication(line.id))
        self.tables[OPEN].line_selected.connect(lambda task: self.show_publication(task.publication_id))
        self.tables[OPEN].verb_clicked.connect(lambda task, _column: self.remove_people((task,)))
        self.tables[OPEN].line_activated.connect(lambda task: self.remove_people((task,)))
        self.tables[LESSONS].verb_clicked.connect(self._lesson_verb)

    def fetch(self) -> Published:
        consents = self.desk.meldboek.consents
        lines = consents.publications.list()
        known = self.chosen if any(line.id == self.chosen for line in lines) else None
        card = consents.publications.card(known) if known is not None else None
        return Published(
            lines, consents.publications.takedowns(), consents.lessons.list(), consents.catalogue.all(), card
        )

    def show_lines(self, lines: Any) -> None:
        shown: Published = lines
        self._shown = shown
        names = {line.code: line.short for line in shown.purposes}
        for table in (self._all, self._open):
            table.names.update(names)
        self.tables[ALL].set_lines(shown.lines)
        self.tables[OPEN].set_lines(shown.open)
        self.tables[LESSONS].set_lines(shown.lessons)
        late = f" · {len(shown.open)}" if shown.open else ""
        self.chips.set_text(OPEN, _("Te verwijderen") + late)
        count = ngettext("{n} publicatie", "{n} publicaties", len(shown.lines))
        tasks = ngettext("{n} keer beeld te verwijderen", "{n} keer beeld te verwijderen", len(shown.open))
        self.subtitle = f"{count} · {tasks}" if shown.open else count
        self.view.show_card(shown.card, names)

    def verbs(self, header: Header) -> None:
        header.add_button(_("Lesopname toestaan"), "video", self.allow_lesson)
        header.add_button(_("Publicatie vastleggen"), "plus", self.record)

    def open(self, target: object | None) -> None:
        if isinstance(target, Picture):
            self.record(target)
        elif target in {"takedowns", OPEN}:
            self.turn(OPEN)
        elif target == LESSONS:
            self.turn(LESSONS)
        elif isinstance(target, int):
            self.turn(ALL)
            self.chosen = target

    def show_first(self) -> None:
        self.chips.set_value(ALL)
        if self._shown is not None and self._shown.lines:
            self._all.select(self._shown.lines[0].id)

    def filter_field(self) -> QWidget | None:
        return self.search

    def turn(self, which: str) -> None:
        """Show one of the lists."""
        self.chips.set_value(which)
        self.stack.setCurrentIndex(list(self.tables).index(which))
        self.view.setVisible(which != LESSONS and not self.is_narrow)
        tasks = self._shown.open if which == OPEN and self._shown else ()
        if tasks and all(task.publication_id != self.chosen for task in tasks):
            self.show_publication(tasks[0].publication_id)

    def fold(self) -> None:
        super().fold()
        if hasattr(self, "view") and self.chips.value() == LESSONS:
            self.view.hide()

    def show_publication(self, publication_id: int) -> None:
        """Show the card of a publication."""
        self.chosen = publication_id
        publications = self.desk.meldboek.consents.publications
        self.desk.jobs.run(lambda: publications.card(publication_id), owner=self, done=self._show_card)

    def record(self, picture: Picture | None = None) -> None:
        """Keep a publication."""
        self.desk.jobs.run(
            self.desk.meldboek.consents.purposes,
            owner=self,
            done=lambda shown: self.desk.dialogs.open(publication_sheet(self.desk, shown, picture, self._recorded)),
        )

    def remove_people(self, tasks: Sequence[Takedown]) -> None:
        """Say that somebody's image was taken away."""
        if tasks:
            self.desk.dialogs.open(removal_sheet(self.desk, tasks, lambda _none: self._removed(tasks)))

    def reopen(self, task: Takedown) -> None:
        """An image turns out to be there still."""
        publications = self.desk.meldboek.consents.publications
        put_back = lambda: publications.reopen(task.publication_id, task.person.id)  # noqa: E731 - one call
        self.desk.dialogs.ask(
            _("Weer te verwijderen: {name}").format(name=full(task.person.name)),
            _("De taak komt terug op de lijst. De oude datum blijft voor de termijn gelden."),
            _("Terugzetten"),
            lambda yes: self.desk.jobs.run(put_back, owner=self, done=lambda _none: None) if yes else None,
        )

    def take_out(self, publication_id: int) -> None:
        """A publication was recorded by mistake."""
        publications = self.desk.meldboek.consents.publications
        title = _("Publicatie was een vergissing")
        text = _("De publicatie verdwijnt uit de lijst. In het logboek blijft staan wat er stond.")
        self.desk.dialogs.open(
            note_sheet(self.desk, title, text, _("Weghalen"), lambda note: publications.remove(publication_id, note))
        )

    def allow_lesson(self) -> None:
        """Allow a recording in a lesson, beforehand."""
        self.desk.dialogs.open(lesson_sheet(self.desk, lambda _id: self.turn(LESSONS)))

    def _lesson_verb(self, line: LessonLine, column: int) -> None:
        cancels = column == len(self.tables[LESSONS].lines_model.columns) - 1
        self.desk.dialogs.open((cancelled_sheet if cancels else destroyed_sheet)(self.desk, line))

    def _recorded(self, publication_id: int) -> None:
        self.turn(ALL)
        self.chosen = publication_id
        self.desk.messages.info(_("De publicatie is vastgelegd. Trekt iemand toestemming in, dan komt er een taak."))
        self.reload()

    def _removed(self, tasks: Sequence[Takedown]) -> None:
        names = ", ".join(full(task.person.name) for task in tasks)
        self.desk.messages.info(_("Vastgelegd: beeld van {names} is verwijderd.").format(names=names))

    def _show_card(self, card: PublicationCard) -> None:
        if card.line.id == self.chosen and self._shown is not None:
            self.view.show_card(card, {line.code: line.short for line in self._shown.purposes})
