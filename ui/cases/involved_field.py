"""A field for several persons: found while you type, each with a role and what their part was about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.cases.beside.categories import shipped
from app.cases.beside.category_lines import CategoryLine, offered
from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.cases.texts import said
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonKind, PersonLine
from app.protocol.rules import Bound
from ui.cases.words import kind_options, options
from ui.kit.buttons import icon_button
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, Field
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.person_field import PersonField
from ui.kit.wrong import bring_into_view

_BOUND = {
    PersonKind.PUPIL: Bound.PUPIL,
    PersonKind.GUARDIAN: Bound.GUARDIAN,
    PersonKind.EMPLOYEE: Bound.EMPLOYEE,
}
ROLE_WIDTH, CATEGORY_WIDTH, NARROW, ASKED = 140, 200, 640, 520
QWIDGETSIZE_MAX = (1 << 24) - 1
SENT_ON = "sent_on"  # who sent something on did it too, and is told as such


@dataclass(frozen=True)
class Someone:
    """A person of the register, or the name of somebody from outside."""

    name: str
    detail: str
    person_id: int | None = None
    kind: PersonKind | None = None


class InvolvedField(Field):
    """The value is a tuple of ``NewInvolvement``."""

    def __init__(self, desk: Desk, kinds: Sequence[CategoryLine] = ()) -> None:
        self.search = PersonField(
            desk,
            placeholder=_("Typ een naam: leerling, ouder, medewerker of iemand van buiten"),
            otherwise=_("‘{name}’ toevoegen als iemand van buiten"),
            parents=True,
        )
        super().__init__(self.search)
        self._kinds = tuple(kinds or shipped(desk.meldboek.protocol))
        self.rows: list[InvolvedRow] = []
        self._preferred: tuple[InvolvementRole, str] | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)  # noqa: S101 - the field made it so
        inside.setSpacing(8)
        inside.insertLayout(0, self._place)
        self.search.changed.connect(self._typed)
        self.search.otherwise_wanted.connect(self.add_outsider)

    def value(self) -> tuple[NewInvolvement, ...]:
        return tuple(row.value() for row in self.rows)

    def set_value(self, value: Any) -> None:  # noqa: ARG002 - every field can be set
        """Only an empty value can be set: persons come by choosing."""
        self._empty()

    def set_name(self, name: str) -> None:
        self.search.set_name(name)

    def set_wrong(self, wrong: bool) -> None:
        self.search.set_wrong(wrong and not self._without_role())
        for each in self.rows:
            each.role.set_wrong(wrong and each.role.value() is None)

    def take_focus(self) -> None:
        missing = self._without_role()
        (missing[0].role if missing else self.search).setFocus()

    def problem(self) -> str:
        if self.search.edit.text().strip():
            return _("Kies de persoon uit de lijst, of voeg de naam toe als iemand van buiten.")
        missing = [row.who.name for row in self._without_role()]
        return _("Kies een rol voor {names}.").format(names=", ".join(missing)) if missing else ""

    def keep(self) -> list[dict[str, Any]]:
        return [row.keep() for row in self.rows]

    def restore(self, kept: Any) -> None:
        self._empty()
        for entry in kept or []:
            kind = PersonKind(entry["kind"]) if entry["kind"] else None
            added = self._add(Someone(entry["name"], entry["detail"], entry["person_id"], kind))
            added.role.set_value(entry["role"])
            added.with_task.set_value(entry.get("task_holder", False))
            added.show_categories()
            added.category.set_value(entry["category"])
            added.fit()

    def prefer(self, role: InvolvementRole, category: str) -> None:
        """Propose this category for whoever gets this role, as long as none was chosen."""
        self._preferred = (role, category)
        for each in self.rows:
            each.propose(role, category)

    def persons(self) -> tuple[int, ...]:
        """The ids of those who are in the register."""
        return tuple(row.who.person_id for row in self.rows if row.who.person_id is not None)

    def add_person(self, line: PersonLine) -> InvolvedRow:
        """Add a person of the register, as choosing in the list does."""
        added = self._add(Someone(full(line.name), line.detail, line.id, line.kind))
        added.role.setFocus()
        self.changed.emit()
        return added

    def add_outsider(self, name: str) -> InvolvedRow:
        """Add somebody from outside the school by name."""
        added = self._add(Someone(name, _("van buiten de school")))
        self.search.set_value(None)
        added.role.setFocus()
        self.changed.emit()
        return added

    def _typed(self) -> None:
        if self.search.line is not None:
            line = self.search.line
            self.search.set_value(None)
            self.add_person(line)
            return
        self.changed.emit()

    def _without_role(self) -> list[InvolvedRow]:
        return [row for row in self.rows if row.role.value() is None]

    def _add(self, who: Someone) -> InvolvedRow:
        added = InvolvedRow(who, self._kinds)
        added.changed.connect(self.changed)
        added.removed.connect(lambda: self._remove(added))
        added.role.changed.connect(lambda: added.propose(*self._preferred) if self._preferred else None)
        self.rows.append(added)
        self._place.addWidget(added)
        added.show()  # a row that is not shown yet cannot take the focus
        search = self.search.edit  # Tab reads the rows from top to bottom and comes back here
        before = _stop_before(search, added)
        for stop in added.stops:
            QWidget.setTabOrder(before, stop)
            before = stop
        QWidget.setTabOrder(before, search)
        QTimer.singleShot(0, self, lambda: bring_into_view(self.search))  # the rows push it down
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
        self.search.set_value(None)

    @property
    def chosen(self) -> tuple[CategoryLine, ...]:
        """What the parts of these persons are about."""
        codes = {row.category.value() for row in self.rows}
        return tuple(kind for kind in self._kinds if kind.code in codes)


def _stop_before(search: QWidget, added: QWidget) -> QWidget:
    """What Tab visits before the search field, the new row left out."""
    before = search.previousInFocusChain()
    while before is not None and before is not search and (added.isAncestorOf(before) or not _is_stop(before)):
        before = before.previousInFocusChain()
    return before or search


def _is_stop(widget: QWidget) -> bool:
    return widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


class InvolvedRow(QWidget):
    """One person with a role and a category; who has a task at school stands on the side of the employees."""

    changed = Signal()
    removed = Signal()

    def __init__(self, who: Someone, kinds: Sequence[CategoryLine]) -> None:
        super().__init__()
        bare(self)
        self.who, self._kinds = who, kinds
        no_parent = {InvolvementRole.GUARDIAN} if who.kind is PersonKind.PUPIL else set()
        roles = [role for role in InvolvementRole if role not in no_parent]
        choices: list[tuple[object, str]] = [*options("role", roles)]
        choices.insert(1 + roles.index(InvolvementRole.ACTOR), (SENT_ON, _("stuurde door")))
        self.role = ChoiceField(choices, blank=_("Kies een rol"))
        self.role.set_name(_("Rol van {name}").format(name=who.name))
        self.category = ChoiceField((), blank=_("waarover (mag leeg)"))
        self.category.set_name(_("Waarover, {name}").format(name=who.name))
        self.with_task = CheckField(_("heeft een taak op school"))
        self.with_task.setToolTip(
            _("Stagiair, vrijwilliger of ingehuurde kracht: voor hen gelden de regels voor medewerkers.")
        )
        self.with_task.setVisible(who.kind not in {PersonKind.PUPIL, PersonKind.EMPLOYEE})
        self.role.setFixedWidth(ROLE_WIDTH)
        self.category.setMinimumWidth(CATEGORY_WIDTH)
        self.no_picture = label(said("cases.sexual_imagery.person"), "secondary", tone="danger", wrap=True)
        for field in (self.role, self.category, self.with_task):
            field.changed.connect(self.changed)
        self.with_task.changed.connect(self.show_categories)
        words = holder(column(label(who.name, "strong", wrap=True), label(who.detail, "secondary", wrap=True), gap=0))
        meaning = _("{name} weghalen").format(name=who.name)
        self.remove = icon_button("x", meaning, self.removed.emit)
        asked = row(self.role, self.category, self.remove, gap=8)
        asked.setStretch(1, 1)
        self._asked = holder(asked)
        self._line = row(words, self._asked, gap=8)
        self._line.setStretch(0, 1)
        self.setLayout(column(self._line, self.no_picture, self.with_task, gap=2))
        self.stops = (self.role.combo, self.category.combo, self.remove, self.with_task.check)
        self.category.changed.connect(self.fit)
        self.show_categories()
        self.fit()

    def show_categories(self) -> None:
        """Offer what can be this person's part."""
        kind = PersonKind.EMPLOYEE if self.with_task.value() else self.who.kind
        self.category.set_options(kind_options(self._offered(kind)))

    def propose(self, role: InvolvementRole, category: str) -> None:
        """Take this category when the person has this role, it can be theirs, and none was chosen."""
        fits = category in {one.code for one in self._offered(self.who.kind)}
        if self._role() is role and fits and not self.category.value():
            self.category.set_value(category)
            self.fit()

    def fit(self) -> None:
        """Warn right here where a picture may be one that nobody may keep."""
        sexual = {one.code for one in self._kinds if one.sexual}
        self.no_picture.setVisible(self.category.value() in sexual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the choices stand under the name, so that both can be read."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._line.setSpacing(2 if is_narrow else 8)
        self._line.setDirection(way)
        self._asked.setMinimumWidth(0 if is_narrow else ASKED)
        self._asked.setMaximumWidth(QWIDGETSIZE_MAX if is_narrow else ASKED)

    def _offered(self, kind: PersonKind | None) -> tuple[CategoryLine, ...]:
        return offered(self._kinds, _BOUND[kind] if kind else None)

    def value(self) -> NewInvolvement:
        """The input of the use case."""
        name = "" if self.who.person_id is not None else self.who.name
        task = bool(self.with_task.value())
        part = _("stuurde door") if self.role.value() == SENT_ON else ""
        category = self.category.value() or ""
        return NewInvolvement(self._role(), self.who.person_id, name, category, part, task)

    def _role(self) -> InvolvementRole:
        chosen: InvolvementRole = InvolvementRole.ACTOR if self.role.value() == SENT_ON else self.role.value()
        return chosen

    def keep(self) -> dict[str, Any]:
        """What a draft keeps of this row."""
        return {
            "name": self.who.name,
            "detail": self.who.detail,
            "person_id": self.who.person_id,
            "kind": self.who.kind or "",
            "role": str(self.role.value() or ""),
            "category": self.category.value() or "",
            "task_holder": bool(self.with_task.value()),
        }
