"""The plain fields of a form: text, area, choice, tick, chips. Each gives and takes one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.kernel.texts import _
from ui.kit.icons import icon
from ui.kit.labels import bare
from ui.kit.theme import repolish

LONGEST = 1_000_000  # characters: Qt alone would cut a line at 32,767 without a word


class Field(QWidget):
    """What every field can do; ``changed`` after each change by the user."""

    changed = Signal()
    left = Signal()
    grows = False
    kept_in_drafts = True
    is_moment = False

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        bare(self)
        self.inner = inner
        self.setFocusProxy(inner)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(inner)

    def value(self) -> Any:
        """The value as the use case wants it; every field says its own."""
        return None

    def set_value(self, value: Any) -> None:
        """Show this value; every field does so in its own way."""

    def problem(self) -> str:
        """The sentence for what cannot be understood as typed, or nothing."""
        return ""

    def keep(self) -> Any:
        """The value as a draft keeps it: plain JSON."""
        return self.value()

    def restore(self, kept: Any) -> None:
        """Take back what ``keep`` gave."""
        self.set_value(kept)

    def set_name(self, name: str) -> None:
        """Give the control its name for those who cannot see the label."""
        self.inner.setAccessibleName(name)

    def take_focus(self) -> None:
        """Go to the control, or to the first one when there are several."""
        if self.focusProxy() is not None:
            self.setFocus()
            return
        stops = (child for child in self.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((child for child in stops if child.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def set_wrong(self, wrong: bool) -> None:
        """Mark the control, or take the mark away."""
        self.inner.setProperty("wrong", "true" if wrong else "false")
        repolish(self.inner)


class TextField(Field):
    """One line of text; leading and trailing spaces are dropped, but not from what is secret."""

    def __init__(self, value: str = "", *, placeholder: str = "", secret: bool = False) -> None:
        self.edit = QLineEdit(maxLength=LONGEST, text=value)
        super().__init__(self.edit)
        self.edit.setCursorPosition(0)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self.changed)
        self._seen, self._secret = not secret, secret
        self.kept_in_drafts = not secret
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            show = self.edit.addAction(icon("eye", "ink2"), QLineEdit.ActionPosition.TrailingPosition)
            show.setToolTip(_("Tonen of verbergen (Ctrl T)"))
            show.setShortcut("Ctrl+T")
            show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            show.triggered.connect(self._toggle)
            self._show = show

    def value(self) -> str:
        return self.edit.text() if self._secret else self.edit.text().strip()

    def set_value(self, value: Any) -> None:
        self.edit.setText(value or "")
        self.edit.setCursorPosition(0)

    def _toggle(self) -> None:
        self._seen = not self._seen
        mode = QLineEdit.EchoMode.Normal if self._seen else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._show.setIcon(icon("eye-off" if self._seen else "eye", "ink2"))


class AreaField(Field):
    """Several lines of text; Tab goes to the next field. ``grows`` lets it take what room there is."""

    def __init__(self, value: str = "", *, lines: int = 4, placeholder: str = "", grows: bool = False) -> None:
        self.edit = QPlainTextEdit(value)
        super().__init__(self.edit)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        self._lines, self.grows = lines, grows
        self._fit()
        self.edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        self.edit.setPlainText(value or "")

    def _fit(self) -> None:
        height = self.edit.fontMetrics().lineSpacing() * self._lines + 22
        self.edit.setMinimumHeight(height)
        if not self.grows:
            self.edit.setMaximumHeight(height)


class _Combo(QComboBox):
    """A choice that the wheel of the mouse cannot change by accident; a text that does not fit ends in an ellipsis."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def shown_text(self) -> str:
        """What can be read of the chosen text."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 2)
        self.setToolTip("" if shown == self.currentText() else self.currentText())
        return shown

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        super().showPopup()
        shown, popup = min(self.count(), self.maxVisibleItems()), self.view().window()
        rows = sum(self.view().sizeHintForRow(at) for at in range(shown))
        wanted = rows + popup.height() - self.view().viewport().height()  # Qt forgets the padding of the style sheet
        if wanted > popup.height():
            popup.resize(popup.width(), wanted)


class ChoiceField(Field):
    """One of a list; ``options`` are (value, label). With ``blank`` nothing is chosen at first."""

    def __init__(self, options: Sequence[tuple[Any, str]], value: Any = None, *, blank: str = "") -> None:
        self.combo = _Combo()
        super().__init__(self.combo)
        self.combo.setMaxVisibleItems(14)
        self.combo.setItemDelegate(QStyledItemDelegate(self.combo))  # Qt's own for a combo box knows no style sheet
        self._blank = blank
        self._options: list[tuple[Any, str]] = []
        self.set_options(options)
        self.set_value(value)
        self.combo.activated.connect(lambda _at: self.changed.emit())

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the chosen one stays when it is among them."""
        before = self.value()
        self._options = ([(None, self._blank)] if self._blank else []) + list(options)
        self.combo.clear()
        self.combo.addItems([text for _value, text in self._options])
        self.set_value(before)

    def value(self) -> Any:
        at = self.combo.currentIndex() if hasattr(self, "combo") else -1
        return self._options[at][0] if 0 <= at < len(self._options) else None

    def set_value(self, value: Any) -> None:
        for at, (each, _text) in enumerate(self._options):
            if each == value or str(each) == str(value):
                self.combo.setCurrentIndex(at)
                return

    def keep(self) -> Any:
        value = self.value()
        return value if value is None or isinstance(value, int) else str(value)


class CheckField(Field):
    """A tick with its sentence behind it."""

    def __init__(self, text: str, value: bool = False) -> None:
        self.check = QCheckBox(text)
        super().__init__(self.check)
        self.check.setChecked(value)
        self.check.clicked.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        self.check.setChecked(bool(value))

    def set_name(self, name: str) -> None:
        self.check.setAccessibleName(name or self.check.text())


class SearchField(QLineEdit):
    """A field that filters what is under it; Escape empties it."""

    def __init__(self, placeholder: str, width: int = 240) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFixedWidth(width)
        self.setClearButtonEnabled(False)
        self.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
