"""A sheet: a card in the middle of the window over a veil; for what the user must decide or fill in."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.kit.buttons import Kind, button
from ui.kit.labels import label
from ui.kit.layouts import Scroll, row


class Sheet(QWidget):
    """Fill ``body``, add buttons (the primary one last), then ``dialogs.open(sheet)``.

    One that ``scrolls`` takes the height of the window; with ``snug`` no more than what is in it.
    """

    closed = Signal()

    def __init__(self, title: str, *, width: int = 480, scrolls: bool = False, snug: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._card = QFrame(self)
        self._card.setProperty("look", "card")
        self._width = width
        outer = QVBoxLayout(self._card)
        outer.setContentsMargins(26, 22, 26, 22)
        outer.setSpacing(14)
        self._heading = label(title, "heading", wrap=True)
        outer.addWidget(self._heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._scroll = Scroll(gap=10) if scrolls else None
        if self._scroll is not None:
            self.body = self._scroll.body
            outer.addWidget(self._scroll, 1)
            self._scroll.tell(self)
        else:
            outer.addLayout(self.body, 1)
        self._buttons = row(1, gap=8)
        self._made: list[QPushButton] = []
        outer.addLayout(self._buttons)
        self._is_snug = snug
        self._before: QWidget | None = None
        self._below = 0

    def add_button(self, text: str, slot: object = None, kind: Kind = "secondary") -> QPushButton:
        """Add a button at the right end."""
        made = button(text, "", slot if callable(slot) else None, kind)
        self._buttons.addWidget(made)
        self._made.append(made)
        return made

    def add_note(self, note: QWidget) -> None:
        """Put words at the left of the buttons, such as how many fields are wrong."""
        self._buttons.insertWidget(0, note, 1)

    def may_close(self) -> bool:
        """False keeps the sheet open; override it to ask about what was typed and call ``close_sheet`` later."""
        return True

    def dismiss(self) -> None:
        """Close as Escape does: only when nothing is lost."""
        if self.may_close():
            self.close_sheet()

    def close_sheet(self) -> None:
        """Close without asking."""
        self._leave()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def put_over(self, window: QWidget, below: int = 0) -> None:
        """Lie over a window, under its bar on top that stays in reach; ``Dialogs`` calls this."""
        self._before, self._below = QApplication.focusWidget(), below
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect().adjusted(0, below, 0, 0))
        self._place()
        self.show()
        self.raise_()
        self._place()
        self._focus_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is window and window is not None:
            self.setGeometry(window.rect().adjusted(0, self._below, 0, 0))
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest and self._is_snug:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the sheet."""
        stops = self._stops()
        here = QApplication.focusWidget()
        if not stops:
            return True
        at = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab goes to, in the order of the window's own chain: rows that came later stand where they are read."""
        found, at = list[QWidget](), self._card.nextInFocusChain()
        while at is not None and at is not self._card:
            if self._card.isAncestorOf(at) and _takes_tab(at):
                found.append(at)
            at = at.nextInFocusChain()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_default(as_is=not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(8, 14, 16, 110))
        painter.end()

    def _place(self) -> None:
        width = min(self._width, self.width() - 48)
        self._card.setFixedWidth(width)
        height = min(self._card_height(width), self.height() - (48 if self._scroll is None else 80))
        self._card.setGeometry((self.width() - width) // 2, max(24, (self.height() - height) * 2 // 5), width, height)

    def _card_height(self, width: int) -> int:
        inside = self._card.layout()
        if self._scroll is None or inside is None:
            wraps = inside is not None and inside.hasHeightForWidth()  # its own wish is that of a narrower sheet
            return inside.totalHeightForWidth(width) if inside and wraps else self._card.sizeHint().height()
        if not self._is_snug:
            return self.height()
        edges = inside.contentsMargins() + self._card.contentsMargins()
        room = width - edges.left() - edges.right()
        around = edges.top() + edges.bottom() + 2 * inside.spacing() + self._buttons.sizeHint().height()
        return around + self._heading.heightForWidth(room) + self._scroll.wanted(room)

    def _focus_first(self) -> None:
        fields = [child for child in self._card.findChildren(QWidget) if _takes_tab(child)]
        typed = [field for field in fields if not isinstance(field, QPushButton) or field.isCheckable()]
        safe = [field for field in fields if field.property("kind") != "danger"]  # Enter destroys nothing by itself
        if typed or fields:
            (typed or safe[-1:] or fields)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_default(self, *, as_is: bool) -> None:
        """Enter presses the button that has the focus; with Ctrl always the one that the sheet is for."""
        here = QApplication.focusWidget()
        pressed = here if as_is and isinstance(here, QPushButton) else None
        main = [made for made in self._made if made.property("kind") in {"primary", "danger"}]
        if pressed is not None or main:
            (pressed or main[-1]).click()

    def _leave(self) -> None:
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        before = self._before  # what is under the sheet may have been made anew meanwhile
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)


def sheet_around(widget: QWidget) -> Sheet | None:
    """The sheet that a widget lies in, if any."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Sheet):
        above = above.parentWidget()
    return above


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
