"""May these children be in this picture? Choose the channel and the medium; the answer stands behind each child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.consents.purposes.lines import PurposeLine
from app.consents.rules import Medium
from app.consents.service import MayLine
from app.consents.texts import MEDIA, reason_sentence
from app.kernel.names import fold, full
from app.kernel.texts import _, ngettext
from app.people.rules import GroupLine
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.finding import Notice
from ui.kit.form_row import FormRow
from ui.kit.layouts import clear, column, holder, row
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

NAMED = 40  # so many names fit in the verdict


@dataclass(frozen=True)
class ChildLine:
    """A child in the list; ``ticked`` when it is in the picture."""

    may: MayLine
    ticked: bool = False

    @property
    def id(self) -> int:
        """The pupil's id."""
        return self.may.pupil_id


@dataclass(frozen=True)
class Picture:
    """A picture that was asked about: where it goes, what it is, and who is on it."""

    purpose: str
    medium: Medium
    pupils: tuple[int, ...]


class ChildTable(Table):
    """Space or a click ticks a child."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column("", width=40, align="center", icon=_box, tone=_box_tone, tip=_tick_words),
                Column(_("Leerling"), text=lambda line: full(line.may.name), width=210),
                Column(_("Groep"), text=lambda line: line.may.group, width=64),
                Column(_("Antwoord"), tag=_tag, width=92),
                Column(_("Waarom"), text=_why, tone=lambda _line: "ink2", tip=_why),
            ),
            name=_("Wie staat erop?"),
            row=34,
            empty=EmptyState("camera", _("Hier zijn geen leerlingen")),
        )
        self.clicked.connect(lambda index: self._toggle(index.row()))
        self.ticked: set[int] = set()
        self.wanted = 330
        self.when_ticked: Any = None

    def sizeHint(self) -> QSize:
        return QSize(600, self.wanted)

    def show_children(self, found: Sequence[MayLine]) -> None:
        """Show the answers; ticks stay with their children."""
        self.set_lines([ChildLine(may, may.pupil_id in self.ticked) for may in found])

    def tick_all(self) -> None:
        """Everybody shown is in the picture; when all were, nobody is."""
        shown = {line.id for line in self.lines_model.shown}
        self.ticked = self.ticked - shown if shown <= self.ticked else self.ticked | shown
        self._refresh()

    def picture(self) -> list[MayLine]:
        """The children that are in the picture."""
        return [line.may for line in self.lines_model.lines if line.ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _toggle(self, row: int) -> None:
        if 0 <= row < len(self.lines_model.shown):
            self.ticked ^= {self.lines_model.shown[row].id}
            self._refresh()

    def _refresh(self) -> None:
        self.set_lines([replace(line, ticked=line.id in self.ticked) for line in self.lines_model.lines])
        if self.when_ticked is not None:
            self.when_ticked()


class PhotoSheet(Sheet):
    """The photo question; the answers come for a whole group at once, and a name is sought in the whole school.

    Another group is another picture: its ticks start empty. A child found by name joins the picture at hand.
    """

    def __init__(self, desk: Desk, group: str | None, purpose: str | None = None, pupil: int | None = None) -> None:
        super().__init__(_("Mag dit kind op beeld?"), width=820, scrolls=False)
        self._desk, self._pupil = desk, pupil
        self._shown_group = group
        self._wanted = purpose
        self.purpose = ChoiceField(())
        self.medium = ChipsField([(medium, _(words)) for medium, words in MEDIA.items()], Medium.PHOTO)
        self.group = ChoiceField([(group, group or "")], group)
        self.search = SearchField(_("Zoek een leerling van de hele school"), width=300)
        self.table = ChildTable()
        self.table.setMinimumHeight(200)
        self.table.wanted = _height(desk)
        self.table.when_ticked = self._show_verdict
        self._all = button(_("Hele groep aanvinken"), "square-check", self.table.tick_all)
        self._verdict = column(gap=0)
        self._arrange()
        self._keep = self.add_button(_("Als publicatie bewaren"), self._publish)
        self.add_button(_("Sluiten"), self.close_sheet)
        for field in (self.purpose, self.medium, self.group):
            field.changed.connect(self.ask)
        self.search.textChanged.connect(lambda _text: self.ask())
        self.search.returnPressed.connect(self._tick_first)
        meldboek = desk.meldboek
        read = lambda: (meldboek.consents.purposes(), meldboek.people.groups())  # noqa: E731 - one call
        desk.jobs.run(read, owner=self, done=self._show_choices)

    def put_over(self, window: QWidget, below: int = 0) -> None:
        """A name can be typed at once."""
        super().put_over(window, below)
        self.search.setFocus()

    def ask(self) -> None:
        """Ask again, for the children in sight, the channel and the medium that are chosen."""
        group, words = self.group.value(), self.search.text().strip()
        if self.purpose.value() is None:  # what can be chosen is not read yet
            return
        if group != self._shown_group:
            self._shown_group = group
            self.table.ticked = set()
        people, consents = self._desk.meldboek.people, self._desk.meldboek.consents
        purpose, medium, ticked = self.purpose.value(), self.medium.value(), frozenset(self.table.ticked)

        def work() -> tuple[MayLine, ...]:
            pupils = people.pupils(None if words else group or None)
            wanted = [line for line in pupils if all(word in fold(full(line.name)) for word in fold(words).split())]
            wanted.sort(key=lambda line: fold(line.name.first_name))
            found = [line.id for line in wanted]
            return consents.may(purpose, Medium(medium), [*sorted(ticked - set(found)), *found])

        self._desk.jobs.run(work, owner=self, done=self._show_answers)

    def _arrange(self) -> None:
        choices = row(
            FormRow(_("Waar komt het te staan"), self.purpose),
            FormRow(_("Soort opname"), self.medium),
            FormRow(_("Groep"), self.group),
            gap=14,
        )
        choices.setStretch(0, 1)
        self.group.setMinimumWidth(150)
        self.body.addLayout(choices)
        self.body.addLayout(row(self.search, 1, self._all))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(holder(self._verdict))

    def _show_choices(self, found: tuple[Sequence[PurposeLine], Sequence[GroupLine]]) -> None:
        purposes, groups = found
        usual = next((line.code for line in purposes if line.code.endswith("INSTAGRAM")), None)
        self.purpose.set_options([(line.code, line.label) for line in purposes])
        self.purpose.set_value(self._wanted or usual)
        chosen = self.group.value()
        named = [(line.name, _("Groep {group}").format(group=line.name)) for line in groups]
        self.group.set_options([("", _("Hele school")), *named])
        self.group.set_value(chosen or "")
        self._shown_group = self.group.value()
        if self._pupil is not None:
            self.table.ticked = {self._pupil}
        self.ask()

    def _show_answers(self, found: tuple[MayLine, ...]) -> None:
        self.table.show_children(found)
        if self._pupil is not None:
            self.table.select(self._pupil)
        self._show_verdict()

    def _tick_first(self) -> None:
        """Enter in the search field: the first child found is in the picture, and the next can be typed."""
        fresh = [line.id for line in self.table.lines_model.shown if line.id not in self.table.ticked]
        if self.search.text().strip() and fresh:
            self.table.ticked.add(fresh[0])
            self.search.clear()

    def _show_verdict(self) -> None:
        clear(self._verdict)
        picture = self.table.picture()
        self._verdict.addWidget(verdict(picture))
        self._keep.setEnabled(bool(picture))

    def _publish(self) -> None:
        """Keep the picture in the register of publications."""
        picture = tuple(line.pupil_id for line in self.table.picture())
        purpose, medium = self.purpose.value(), Medium(self.medium.value())
        self.close_sheet()
        self._desk.go("consents", ("publications", Picture(purpose, medium, picture)))


def _height(desk: Desk) -> int:
    """As many children as the window has room for."""
    window = desk.dialogs.window
    return max(300, min(540, window.height() - 430)) if window is not None else 330


def verdict(picture: Sequence[MayLine]) -> Notice:
    """One verdict for the picture: may it be used, and who must be left out."""
    if not picture:
        return Notice(
            "info", _("Vink aan wie er op de foto staat. Dan ziet u of de foto gebruikt mag worden."), icon="camera"
        )
    out = [line for line in picture if not line.allowed]
    children = ngettext("{n} leerling", "{n} leerlingen", len(picture))
    if not out:
        return Notice("ok", _("Ja. Deze opname mag: {children}.").format(children=children))
    names = ", ".join(full(line.name) for line in out[:NAMED])
    more = _(" en nog {n}").format(n=len(out) - NAMED) if len(out) > NAMED else ""
    left = ngettext("{n} leerling mag niet", "{n} leerlingen mogen niet", len(out))
    return Notice(
        "danger",
        _("Nee, zo niet. Van {children}: {left}.").format(children=children, left=left),
        _("Laat weg of maak onherkenbaar: {names}.").format(names=names + more),
    )


def _box(line: Any) -> str:
    return "square-check" if line.ticked else "square"


def _box_tone(line: Any) -> str:
    return "accent" if line.ticked else "ink2"


def _tick_words(line: Any) -> str:
    return _("staat erop") if line.ticked else _("staat er niet op")


def _tag(line: Any) -> TagText:
    return TagText(_("ja"), "ok", "check") if line.may.allowed else TagText(_("nee"), "danger", "x")


def _why(line: Any) -> str:
    return reason_sentence(line.may.reason)
