"""A field that finds a person while you type, without ever making you wait."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonKind, PersonLine
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.fields import Field
from ui.kit.icons import icon
from ui.kit.labels import label
from ui.kit.table import Table
from ui.kit.table_model import Column

AFTER, ROWS, ROW = 120, 7, 46
SHORTEST, LONGEST = 3, 40
Found = tuple[str, tuple[PersonLine, ...], tuple[PersonLine, ...]]  # what was typed, who that is, and their parents
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class PersonField(Field):
    """The value is a person's id; ``line`` is who that is. ``kinds`` narrows whom it finds.

    With ``parents`` the parents of a child who was found stand below it.

    ``otherwise`` (a text with ``{name}``) offers under what was found to take the name as it was typed.
    """

    otherwise_wanted = Signal(str)
    shown = Signal()  # after who it is was looked up, as after a choice

    def __init__(
        self,
        desk: Desk,
        *,
        kinds: frozenset[PersonKind] | None = None,
        placeholder: str = "",
        otherwise: str = "",
        parents: bool = False,
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(self.edit)
        self._desk, self._kinds, self._with_parents = desk, kinds, parents
        self.line: PersonLine | None = None
        self.otherwise = otherwise
        self._list: _Found | None = None
        self._asking = False
        self._told: str | None = None  # what the list was made for
        self._wanted: int | None = None  # the key that takes who was typed, pressed before that was found
        self.edit.setPlaceholderText(placeholder or _("Typ een naam"))
        self.edit.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else AFTER)
        self._timer.timeout.connect(self._search)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)

    def value(self) -> int | None:
        return self.line.id if self.line else None

    def set_value(self, value: Any) -> None:
        """Take a ``PersonLine``, or an id whose name is looked up."""
        if value is None or isinstance(value, PersonLine):
            self._show(value)
        else:
            self._desk.jobs.run(lambda: self._desk.meldboek.people.person(value), owner=self, done=self._show)

    def problem(self) -> str:
        typed = self.edit.text().strip() and self.line is None
        return _("Kies een persoon uit de lijst. Staat de persoon er niet bij, kijk dan bij Personen.") if typed else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._is_early(event.key()):
                self._wanted = event.key()
                return True
            if self._list is not None:
                return self._list.take_key(event.key())
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self._asking = False
            self._close()
        return super().eventFilter(watched, event)

    def _is_early(self, key: int) -> bool:
        """Whether this key would take somebody from a list that does not show yet what was typed."""
        typed = self.edit.text().strip()
        return key in _TAKES and self._asking and bool(typed) and self.line is None and typed != self._told

    def _typed(self) -> None:
        self.line = None
        self._asking, self._wanted = True, None
        self.changed.emit()
        self._timer.start()

    def _search(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self._close()
            return
        self._desk.jobs.run(lambda: self._find(text), owner=self, done=self._found)

    def _find(self, text: str) -> Found:
        people = self._desk.meldboek.people
        lines = people.find(text)
        return text, lines, people.parents_of(lines) if self._with_parents else ()

    def _found(self, answer: Found) -> None:
        text, lines, parents = answer
        if text != self.edit.text().strip() or self.line is not None or not self._asking:
            return
        kept = tuple(line for line in lines if self._kinds is None or line.kind in self._kinds)
        self._told, wanted, self._wanted = text, self._wanted, None
        if wanted is not None and len(kept) == 1:  # of several, nobody takes one that was not seen
            self.choose(kept[0])
            if wanted == Qt.Key.Key_Tab and self.edit.hasFocus():
                self.edit.focusNextChild()
            return
        if self._list is None:
            self._list = _Found(self)
        self._list.show_lines((*kept, *parents)[:ROWS], text)

    def choose(self, line: PersonLine) -> None:
        """Take this person, as a click in the list does."""
        self._show(line)
        self._close()
        self.changed.emit()

    def take_as_typed(self) -> None:
        """Give the name as it was typed to whoever takes somebody who is not in the register."""
        name = self.edit.text().strip()
        self._close()
        self.otherwise_wanted.emit(name)

    def choose_nothing(self) -> None:
        """Close the list and leave the text as it is."""
        self._asking = False
        self._close()

    def _show(self, line: PersonLine | None) -> None:
        self.line = line
        self.edit.setText("" if line is None else f"{full(line.name)}, {line.detail}".rstrip(", "))
        self.shown.emit()

    def _close(self) -> None:
        self._told = self._wanted = None
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


class _Found(QFrame):
    """The list under the field; lies in the same window, so it never takes the focus."""

    def __init__(self, field: PersonField) -> None:
        super().__init__(field.window())
        self._field = field
        self.setProperty("look", "popup")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(5, 5, 5, 5)
        self.table = Table(
            (Column(_("Persoon"), text=lambda line: full(line.name), detail=lambda line: line.detail),),
            name=_("Gevonden personen"),
            row=ROW,
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(lambda index: field.choose(index.data(Qt.ItemDataRole.UserRole)))
        self.nobody = label(_("Niemand gevonden met deze naam."), "quiet")
        self.nobody.setContentsMargins(10, 8, 10, 8)
        self.as_typed = button("", "user-plus", field.take_as_typed, "quiet")
        self.as_typed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.table, self.nobody, self.as_typed):
            inside.addWidget(widget)

    def show_lines(self, lines: tuple[PersonLine, ...], text: str) -> None:
        self.table.set_lines(lines)
        if lines:
            self.table.select(lines[0].id)
        self.table.setVisible(bool(lines))
        self.nobody.setVisible(not lines)
        self.as_typed.setVisible(bool(self._field.otherwise) and len(text) >= SHORTEST)
        self.as_typed.setText(self._field.otherwise.format(name=text[:LONGEST]))
        below = ROW if not self.as_typed.isHidden() else 0
        self._place(len(lines), below)
        self.show()
        self.raise_()

    def _place(self, lines: int, below: int) -> None:
        """Under the field as far as the window goes, or above it where there is more room."""
        field: QWidget = self._field
        window = field.window()
        top = field.mapTo(window, QPoint(0, 0))
        under, over = window.height() - top.y() - field.height() - 12, top.y() - 12
        wanted = 12 + ROW * max(1, lines) + below
        height = min(wanted, max(under, over))
        self.resize(max(320, field.width()), height)
        is_under = wanted <= under or under >= over
        self.move(top.x(), top.y() + field.height() + 3 if is_under else top.y() - height - 3)

    def take_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            shown = self.table.lines_model.shown
            if shown:
                self.table.select(shown[(self.table.currentIndex().row() + step) % len(shown)].id)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and self.table.selected is not None:
            self._field.choose(self.table.selected)
            return key != Qt.Key.Key_Tab
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.as_typed.isHidden():
            self._field.take_as_typed()
            return True
        if key == Qt.Key.Key_Escape:
            self._field.choose_nothing()
            return True
        return False
