"""A field for several persons: found while you type, each with a button to take them out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonKind, PersonLine
from ui.kit.buttons import icon_button
from ui.kit.desk import Desk
from ui.kit.fields import Field
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, row
from ui.kit.person_field import PersonField

HIGH, LINE = 132, 30


class PersonsField(Field):
    """The value is a tuple of ids of persons."""

    def __init__(self, desk: Desk, kinds: frozenset[PersonKind], placeholder: str = "") -> None:
        self.search = PersonField(desk, kinds=kinds, placeholder=placeholder)
        super().__init__(self.search)
        self.setFocusProxy(self.search.edit)
        self._desk = desk
        self._lines: dict[int, PersonLine] = {}
        self._list = Scroll(gap=2)
        self._rows: QVBoxLayout = self._list.body
        inside = self.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self._list)
        self.search.changed.connect(self._take)
        self._show()

    def value(self) -> tuple[int, ...]:
        return tuple(self._lines)

    def set_value(self, value: Any) -> None:
        """Take ids of persons; their names are looked up."""
        wanted = tuple(value or ())
        people = self._desk.meldboek.people
        self._desk.jobs.run(
            lambda: people.names(wanted), owner=self, done=lambda names: self._put(names[one] for one in wanted)
        )

    def keep(self) -> list[int]:
        return list(self._lines)

    def set_name(self, name: str) -> None:
        self.search.set_name(name)

    def _put(self, lines: Iterable[PersonLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self._show()

    def _take(self) -> None:
        line = self.search.line
        if line is not None:
            self._lines[line.id] = line
            self.search.set_value(None)
            self._show()
            self.changed.emit()

    def _drop(self, person_id: int) -> None:
        self._lines.pop(person_id, None)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._rows)
        for line in self._lines.values():
            self._rows.addWidget(self._row(line))
        self._list.setVisible(bool(self._lines))
        self._list.setFixedHeight(min(HIGH, LINE * len(self._lines)))

    def _row(self, line: PersonLine) -> QWidget:
        made = bare(QWidget())
        name = full(line.name)
        out = icon_button("x", _("{name} weghalen").format(name=name), lambda: self._drop(line.id))
        inside = row(label(name), label(line.detail, "secondary"), 1, out, gap=8)
        made.setLayout(inside)
        return made
