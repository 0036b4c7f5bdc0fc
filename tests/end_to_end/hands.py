"""What somebody at the keyboard can do: find a button by its words, a field by its label, a row by what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.end_to_end.eyes import plain, words_of
from ui.consents.filters import MenuButton
from ui.kit.chips import Chips
from ui.kit.messages import MessageBar
from ui.kit.person_field import _Found
from ui.kit.table import Table
from ui.shell.front import Front
from ui.shell.navigation import NavigationButton

PLAIN_KEY, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
BOX = 10  # a tick or a round mark is hit at its left, not in the middle of its words
Found = TypeVar("Found", bound=QWidget)
Thing = TypeVar("Thing")
Typed = QLineEdit | QPlainTextEdit

PATIENCE = 30_000  # milliseconds; a busy machine is no reason to fail


class Hands:
    """Only what can be seen can be touched: a click on something that is covered or grey fails."""

    def __init__(self, qtbot: QtBot, front: Front) -> None:
        self.qtbot = qtbot
        self.front = front

    @property
    def place(self) -> QWidget:
        """What lies on top: a sheet, or the window."""
        sheets = self.front.dialogs.current
        return sheets[-1] if sheets else self.front

    # --- seeing ---------------------------------------------------------------------

    def words(self) -> str:
        """Everything that can be read on top now."""
        return plain(words_of(self.place))

    def sees(self, *texts: str) -> None:
        """Wait until all of this can be read."""

        def all_there() -> None:
            shown = self.words()
            missing = [text for text in texts if plain(text) not in shown]
            assert not missing, f"{missing} cannot be read in: {shown}"

        self.qtbot.waitUntil(all_there, timeout=PATIENCE)

    def misses(self, *texts: str) -> None:
        """None of this can be read."""
        shown = self.words()
        assert [text for text in texts if plain(text) in shown] == []

    def cell(self, text: str, title: str) -> str:
        """What the cell of this row says in the column with this title; the tip when it is only a symbol."""
        table, at = self._row(text)
        column = next(one for one in table.lines_model.columns if one.title == title)
        return column.words(table.lines_model.shown[at])

    def button(
        self, text: str, kind: type[QAbstractButton] = QAbstractButton, *, first: bool = False
    ) -> QAbstractButton:
        """The button that says this, or whose meaning this is; ``first`` when more lead to the same."""
        buttons = self._visible(kind)
        named = [one for one in buttons if plain(one.text()) == plain(text)] or self._named(kind, text)
        return _one(named[:1] if first else named, text)

    def field(self, label: str, kind: type[Found]) -> Found:
        """The control under this label."""
        return _one(self._named(kind, label), label)

    def labelled(self, start: str, kind: type[Found]) -> Found:
        """The widget of this kind whose accessible name begins so."""
        return _one([one for one in self._visible(kind) if plain(one.accessibleName()).startswith(start)], start)

    # --- the mouse ------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button, on whatever lies there."""
        self._bring_into_view(widget, at)
        spot = widget.mapTo(widget.window(), at or widget.rect().center())
        hit = widget.window().childAt(spot) or widget
        if not widget.isAncestorOf(hit) and self._close_message(hit):
            hit = widget.window().childAt(spot) or widget
        assert widget.isEnabled(), f"grey: {_name(widget)}"
        assert hit is widget or widget.isAncestorOf(hit), f"{_name(widget)} lies under {_name(hit)}"
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(widget.window(), spot))
        self.rest()

    def press(self, text: str, kind: type[QAbstractButton] = QAbstractButton, *, first: bool = False) -> None:
        """Click a button."""
        made = self.button(text, kind, first=first)
        has_box = isinstance(made, QCheckBox | QRadioButton)
        self.click(made, QPoint(BOX, made.height() // 2) if has_box else None)

    def go(self, page: str) -> None:
        """Click a page in the navigation."""
        self.press(page, NavigationButton)

    def row(self, text: str, column: int = 0) -> None:
        """Click the row of a table that says this."""
        table, at = self._row(text)
        index = table.lines_model.index(at, column)
        table.scrollTo(index)
        self.click(table.viewport(), table.visualRect(index).center())

    def chip(self, label: str, option: str) -> None:
        """Press one of the chips under this label or question."""
        chips = self.field(label, Chips)
        self.click(_one([one for one in chips.findChildren(QAbstractButton) if one.text() == option], option))

    def menu(self, shown: str, option: str) -> None:
        """Open the menu of a button and take one of its lines."""
        made = self.button(shown, MenuButton)
        self.click(made)
        menu = made.findChild(QMenu)
        assert menu is not None
        self.qtbot.waitUntil(menu.isVisible, timeout=PATIENCE)
        for action in menu.actions():
            self.tap(menu, Qt.Key.Key_Down)
            if action.text() == option:
                break
        self.tap(menu, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not menu.isVisible(), timeout=PATIENCE)
        self.rest()

    # --- the keyboard ---------------------------------------------------------------

    def fill(self, label: str, text: str, *, last: bool = False) -> None:
        """Type in the field under this label, in place of what stands there; ``last`` when more are called so."""
        found: list[Typed] = [*self._named(QLineEdit, label), *self._named(QPlainTextEdit, label)]
        self.type_over(_one(found[-1:] if last else found, label), text)

    def type_over(self, edit: Typed, text: str) -> None:
        """Type in place of what stands in a field."""
        self.click(edit)
        self.tap(edit, Qt.Key.Key_A, CONTROL)
        self.tap(edit, Qt.Key.Key_Delete)
        self.write(edit, text)

    def write(self, edit: Typed, text: str) -> None:
        """Type behind the cursor."""
        QTest.keyClicks(edit, text)

    def choose(self, label: str, option: str) -> None:
        """Choose from the list under this label, by the arrow keys."""
        combo = self.field(label, QComboBox)
        options = [plain(combo.itemText(at)) for at in range(combo.count())]
        wanted = options.index(option) if option in options else _one(_holding(options, option), option)
        self._bring_into_view(combo, None)
        combo.setFocus()
        while combo.currentIndex() != wanted:
            self.tap(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
        self.rest()

    def person(self, label: str, typed: str, wanted: str) -> None:
        """Type a part of a name and take the person from the list under the field."""
        edit = self.field(label, QLineEdit)
        self.type_over(edit, typed)
        self.qtbot.waitUntil(lambda: bool(self._visible(_Found)), timeout=PATIENCE)
        table = self._visible(_Found)[0].table
        names = [line[0] for line in table.texts()[1:]]
        for _step in range(_one([at for at, name in enumerate(names) if name.startswith(wanted)], wanted)):
            self.tap(edit, Qt.Key.Key_Down)
        self.tap(edit, Qt.Key.Key_Return)
        self.rest()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN_KEY) -> None:
        """Press a key wherever the cursor stands."""
        self.rest()
        self.tap(QApplication.focusWidget() or self.front, key, modifier)
        self.rest()

    def control(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.key(key, CONTROL)

    def tap(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN_KEY) -> None:
        """Press a key in a widget and wait for nothing."""
        QTest.keyClick(widget, key, modifier)

    def rest(self) -> None:
        """Let the window draw itself; without a screen nobody but us gives it the focus."""
        QApplication.processEvents()
        if QApplication.activeWindow() is None:
            self.front.activateWindow()
            QApplication.processEvents()

    # --- inside ---------------------------------------------------------------------

    def _visible(self, kind: type[Found]) -> list[Found]:
        return [one for one in self.place.findChildren(kind) if one.isVisible()]

    def _named(self, kind: type[Found], name: str) -> list[Found]:
        return [one for one in self._visible(kind) if plain(one.accessibleName()) == plain(name)]

    def _row(self, text: str) -> tuple[Table, int]:
        found = [
            (table, at)
            for table in self._visible(Table)
            for at, line in enumerate(table.texts()[1:])
            if plain(text) in plain(" ".join(line))
        ]
        return _one(found, text)

    def _close_message(self, hit: QWidget) -> bool:
        """Press the cross of the message that lies over what is wanted."""
        bars = [bar for bar in self._visible(MessageBar) if bar is hit or bar.isAncestorOf(hit)]
        for bar in bars:
            QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
            self.rest()
        return bool(bars)

    def _bring_into_view(self, widget: QWidget, at: QPoint | None) -> None:
        self.rest()
        parent = widget.parentWidget()
        while parent is not None:
            inside = parent.widget() if isinstance(parent, QScrollArea) else None
            if isinstance(parent, QScrollArea) and inside is not None:
                spot = widget.mapTo(inside, at or widget.rect().center())
                parent.ensureVisible(spot.x(), spot.y(), 30, 30)
                self.rest()
            parent = parent.parentWidget()


def _one(found: Iterable[Thing], wanted: str) -> Thing:
    known = list(found)
    assert len(known) == 1, f"{len(known)} of {wanted!r}"
    return known[0]


def _holding(options: list[str], words: str) -> list[int]:
    return [at for at, text in enumerate(options) if words in text]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {text!r}"
