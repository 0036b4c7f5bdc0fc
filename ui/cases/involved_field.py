"""A field for several persons: found while you type, each with a role and what their part was about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonKind, PersonLine
from app.protocol.rules import Bound
from ui.cases.words import options
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, Field
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.person_field import PersonField

_FIRST_ROLE = {
    PersonKind.PUPIL: InvolvementRole.AFFECTED,
    PersonKind.GUARDIAN: InvolvementRole.REPORTER,
    PersonKind.EMPLOYEE: InvolvementRole.OTHER,
}
_BOUND = {
    PersonKind.PUPIL: Bound.PUPIL,
    PersonKind.GUARDIAN: Bound.GUARDIAN,
    PersonKind.EMPLOYEE: Bound.EMPLOYEE,
}
ROLE_WIDTH, CATEGORY_WIDTH = 130, 210


@dataclass(frozen=True)
class Someone:
    """A person of the register, or the name of somebody from outside."""

    name: str
    detail: str
    person_id: int | None = None
    kind: PersonKind | None = None


class InvolvedField(Field):
    """The value is a tuple of ``NewInvolvement``."""

    def __init__(self, desk: Desk) -> None:
        self.search = PersonField(desk, placeholder=_("Typ een naam: leerling, ouder of medewerker"))
        super().__init__(self.search)
        self._desk = desk
        self.rows: list[InvolvedRow] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        self._outsider = button("", "user-plus", self.add_outsider, "quiet")
        self._outsider.hide()
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)  # noqa: S101 - the field made it so
        inside.setSpacing(8)
        inside.insertLayout(0, self._place)
        inside.addWidget(self._outsider)
        self.search.changed.connect(self._typed)

    def value(self) -> tuple[NewInvolvement, ...]:
        return tuple(row.value() for row in self.rows)

    def set_value(self, value: Any) -> None:  # noqa: ARG002 - every field can be set
        """Only an empty value can be set: persons come by choosing."""
        self._empty()

    def set_name(self, name: str) -> None:
        self.search.set_name(name)

    def set_wrong(self, wrong: bool) -> None:
        self.search.set_wrong(wrong)

    def problem(self) -> str:
        if self.search.edit.text().strip():
            return _("Kies de persoon uit de lijst, of voeg de naam toe als iemand van buiten.")
        return ""

    def keep(self) -> list[dict[str, Any]]:
        return [row.keep() for row in self.rows]

    def restore(self, kept: Any) -> None:
        self._empty()
        for entry in kept or []:
            kind = PersonKind(entry["kind"]) if entry["kind"] else None
            added = self._add(Someone(entry["name"], entry["detail"], entry["person_id"], kind))
            added.role.set_value(entry["role"])
            added.category.set_value(entry["category"])

    def persons(self) -> tuple[int, ...]:
        """The ids of those who are in the register."""
        return tuple(row.who.person_id for row in self.rows if row.who.person_id is not None)

    def add_person(self, line: PersonLine) -> InvolvedRow:
        """Add a person of the register, as choosing in the list does."""
        added = self._add(Someone(full(line.name), line.detail, line.id, line.kind))
        added.role.setFocus()
        self.changed.emit()
        return added

    def add_outsider(self) -> None:
        """Add what was typed as the name of somebody from outside the school."""
        name = self.search.edit.text().strip()
        if name:
            added = self._add(Someone(name, _("van buiten de school")))
            self._clear_search()
            added.role.setFocus()
            self.changed.emit()

    def _typed(self) -> None:
        if self.search.line is not None:
            line = self.search.line
            self._clear_search()
            self.add_person(line)
            return
        name = self.search.edit.text().strip()
        self._outsider.setText(_("‘{name}’ toevoegen als iemand van buiten").format(name=name))
        self._outsider.setVisible(len(name) > 2)
        self.changed.emit()

    def _clear_search(self) -> None:
        self.search.set_value(None)
        self._outsider.hide()

    def _add(self, who: Someone) -> InvolvedRow:
        added = InvolvedRow(who, self._categories(who.kind))
        added.changed.connect(self.changed)
        added.removed.connect(lambda: self._remove(added))
        self.rows.append(added)
        self._place.addWidget(added)
        return added

    def _remove(self, gone: InvolvedRow) -> None:
        self.rows.remove(gone)
        gone.hide()
        gone.deleteLater()
        self.search.setFocus()
        self.changed.emit()

    def _empty(self) -> None:
        self.rows = []
        clear(self._place)
        self._clear_search()

    def _categories(self, kind: PersonKind | None) -> list[tuple[str, str]]:
        protocol = self._desk.meldboek.protocol
        found = protocol.categories_for(_BOUND[kind]) if kind else protocol.categories
        return [(category.code, category.label) for category in found]


class InvolvedRow(QWidget):
    """One person with a role and a category."""

    changed = Signal()
    removed = Signal()

    def __init__(self, who: Someone, categories: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        bare(self)
        self.who = who
        first = _FIRST_ROLE[who.kind] if who.kind else InvolvementRole.REPORTER
        self.role = ChoiceField(options("role", InvolvementRole), first)
        self.role.set_name(_("Rol van {name}").format(name=who.name))
        self.category = ChoiceField(categories, blank=_("waarover (mag leeg)"))
        self.category.set_name(_("Waarover, {name}").format(name=who.name))
        self.role.setFixedWidth(ROLE_WIDTH)
        self.category.setFixedWidth(CATEGORY_WIDTH)
        for field in (self.role, self.category):
            field.changed.connect(self.changed)
        words = holder(column(label(who.name, "strong"), label(who.detail, "secondary"), gap=0))
        meaning = _("{name} weghalen").format(name=who.name)
        remove = icon_button("x", meaning, self.removed.emit)
        inside = row(words, self.role, self.category, remove, gap=8)
        inside.setStretch(0, 1)
        self.setLayout(inside)

    def value(self) -> NewInvolvement:
        """The input of the use case."""
        name = "" if self.who.person_id is not None else self.who.name
        return NewInvolvement(self.role.value(), self.who.person_id, name, self.category.value() or "")

    def keep(self) -> dict[str, Any]:
        """What a draft keeps of this row."""
        return {
            "name": self.who.name,
            "detail": self.who.detail,
            "person_id": self.who.person_id,
            "kind": self.who.kind or "",
            "role": str(self.role.value()),
            "category": self.category.value() or "",
        }
