"""One field in a form: its label above it, its hint and its error under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.fields import CheckField, Field
from ui.kit.labels import bare, label


class FormRow(QWidget):
    """A labelled field; ``show_error`` puts a sentence under it and marks the control."""

    def __init__(self, text: str, field: Field, hint: str = "") -> None:
        super().__init__()
        bare(self)
        self.field = field
        self._hint = label(hint, "secondary", wrap=True)
        self._hint.setVisible(bool(hint))
        self._title = label(text, "label")
        self._error = label("", "secondary", tone="danger", wrap=True)
        self._error.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(5)
        if text and not isinstance(field, CheckField):
            self._title.setBuddy(field.inner)
            inside.addWidget(self._title)
        inside.addWidget(field)
        inside.addWidget(self._hint)
        inside.addWidget(self._error)
        field.set_name(text)

    def wrap_title(self) -> FormRow:
        """Let a long question take more lines where the row is narrow; gives itself."""
        self._title.setWordWrap(True)
        return self

    def set_title(self, text: str) -> None:
        """Ask for something else in the same field."""
        self._title.setText(text)
        self.field.set_name(text)

    @property
    def error(self) -> str:
        """The sentence under the field, or nothing."""
        return self._error.text()

    def show_error(self, text: str) -> None:
        """Say what is wrong with this field; nothing takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.field.inner.setAccessibleDescription(text or self._hint.text())
        self.field.set_wrong(bool(text))
