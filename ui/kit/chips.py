"""Chips: small buttons beside each other to choose one or several of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare


class Chips(QWidget):
    """``options`` are (value, label); ``chosen`` is emitted with the value, or a tuple when ``many``."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        many: bool = False,
        kind: Literal["chip", "option"] = "chip",
        value: object = None,
    ) -> None:
        super().__init__()
        bare(self)
        self._many = many
        self._buttons: dict[object, QPushButton] = {}
        inside = FlowLayout(6)
        self.setLayout(inside)
        for each, text in options:
            made = button(text, "", kind=kind)
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, one=each: self._pressed(one))
            self._buttons[each] = made
            inside.addWidget(made)
        self.set_value(value)

    def value(self) -> object:
        """The chosen value, None, or a tuple of values when ``many``."""
        on = tuple(value for value, made in self._buttons.items() if made.isChecked())
        return on if self._many else (on[0] if on else None)

    def set_value(self, value: object) -> None:
        """Choose without telling anyone."""
        wanted = value if self._many and isinstance(value, tuple | list | set | frozenset) else (value,)
        for each, made in self._buttons.items():
            made.setChecked(each in wanted)

    def set_text(self, value: object, text: str) -> None:
        """Change what a chip says, for example its count."""
        self._buttons[value].setText(text)
        self._buttons[value].setAccessibleName(text)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def] # Qt's own type is not exact here
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _pressed(self, value: object) -> None:
        if not self._many:
            self.set_value(value)
        self.chosen.emit(self.value())
