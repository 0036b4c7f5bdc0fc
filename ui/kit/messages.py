"""Short messages at the bottom of the window, with an undo where that is possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QLabel, QLineEdit, QWidget

from app.kernel.texts import _
from ui.kit.buttons import button, icon_button
from ui.kit.icons import IconLabel, icon
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.theme import repolish

SECONDS, READ = 8, 4  # that a word of thanks stays, and that a warning takes to be read
EDGE, STEP, WATCH = 20, 24, 250
_ICONS = {"": "circle-check", "warn": "triangle-alert", "danger": "circle-x"}


@dataclass(frozen=True)
class Message:
    """What is said, how heavy, and how to undo it."""

    text: str
    tone: Literal["", "warn", "danger"] = ""
    undo: Callable[[], object] | None = None


class Messages(QObject):
    """``info`` goes away by itself; warnings and errors stay until they are closed or another page is opened."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.last: Message | None = None

    def info(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell that something was done."""
        self._say(Message(text, "", undo))

    def warning(self, text: str) -> None:
        """Tell that something needs attention."""
        self._say(Message(text, "warn"))

    def error(self, text: str) -> None:
        """Tell that something failed, and what to do."""
        self._say(Message(text, "danger"))

    def _say(self, message: Message) -> None:
        self.last = message
        self.said.emit(message)


class MessageBar(QFrame):
    """Floats above the bottom of its parent and shows the last message; one that was read goes with the page."""

    def __init__(self, messages: Messages, parent: QWidget, page_turned: SignalInstance | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        self._icon = IconLabel("circle-check", "surface")
        self._text = label("", wrap=True)
        self._undo = button(_("Ongedaan maken"), "", self._undo_it, "quiet")
        self._close = icon_button("x", _("Bericht sluiten"), self.hide)
        inside = row(self._icon, self._text, self._undo, self._close, gap=10)
        inside.setContentsMargins(14, 8, 8, 8)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self._message: Message | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._watch = QTimer(self, interval=WATCH)  # what lies under it may change while it is there
        self._watch.timeout.connect(self._give_way)
        parent.installEventFilter(self)
        messages.said.connect(self.show_message)
        self._since = QElapsedTimer()
        if page_turned is not None:
            page_turned.connect(self._turn)
        self.hide()

    def _turn(self) -> None:
        if self._message is not None and self._message.tone and self._since.hasExpired(READ * 1000):
            self.hide()

    def show_message(self, message: Message) -> None:
        """Show this message in place of what was there."""
        self._message = message
        self.setProperty("tone", message.tone)
        self._icon.show_icon(_ICONS[message.tone], message.tone or "surface")
        self._close.setIcon(icon("x", "ink" if message.tone else "surface"))
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self._undo.setVisible(message.undo is not None)
        repolish(self)
        repolish(self._text)
        self.show()
        self.raise_()
        self._place()
        self._since.start()
        self._timer.stop() if message.tone else self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        room = min(560, parent.width() - 48)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        width = min(room, max(320, words + (130 if self._undo.isVisibleTo(self) else 0) + 110))
        self.setFixedWidth(width)
        self._text.setMinimumHeight(self._text.heightForWidth(width - (250 if self._undo.isVisibleTo(self) else 110)))
        self.adjustSize()
        self.move(self._free_place(parent))
        self._watch.start()

    def _give_way(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.pos() != (spot := self._free_place(parent)):
            self.move(spot)

    def _free_place(self, parent: QWidget) -> QPoint:
        """In the middle at the bottom, or as near to that as no button, field or error lies under it."""
        taken = _touched_in(parent, self)
        middle, lowest = (parent.width() - self.width()) // 2, parent.height() - self.height() - EDGE
        for top in range(lowest, parent.height() // 2, -STEP):
            for left in (middle, EDGE, parent.width() - self.width() - EDGE):
                spot = QRect(QPoint(left, top), self.size())
                if not any(spot.intersects(each) for each in taken):
                    return spot.topLeft()
        return QPoint(middle, lowest)

    def _undo_it(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.undo is not None:
            message.undo()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def] # Qt's own type is not exact here
        if event.key() == Qt.Key.Key_Escape:
            self.hide()


def _touched_in(parent: QWidget, bar: QWidget) -> list[QRect]:
    """Where the buttons, fields and errors are that can be seen, within whatever scrolls around them."""
    found = []
    touched = (each for kind in (QAbstractButton, QComboBox, QLineEdit) for each in parent.findChildren(kind))
    errors = (each for each in parent.findChildren(QLabel) if each.property("tone") == "danger" and each.text())
    for made in (*touched, *errors):
        if not made.isVisible() or bar.isAncestorOf(made):
            continue
        shown, above = QRect(made.mapTo(parent, QPoint(0, 0)), made.size()), made.parentWidget()
        while above is not None and above is not parent:
            shown &= QRect(above.mapTo(parent, QPoint(0, 0)), above.size())
            above = above.parentWidget()
        if not shown.isEmpty():
            found.append(shown)
    return found
