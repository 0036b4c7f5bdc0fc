"""Beheer: sections at the left, one of them open at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from app.kernel.texts import N_, _
from app.vault.keys import second_factor
from app.vault.keys.keyring import Role, User
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.layouts import column, holder, row
from ui.kit.page import Page, Picture
from ui.school.backups import BackupsSection
from ui.school.conduct import ConductSection
from ui.school.display import DisplaySection
from ui.school.health import HealthSection
from ui.school.log_section import LogSection
from ui.school.profile import ProfileSection
from ui.school.protocol_section import ProtocolSection
from ui.school.retention import RetentionSection
from ui.school.section import Section
from ui.school.signing import SigningSection
from ui.school.terms import TermsSection
from ui.school.users import UsersSection

SECTIONS: tuple[type[Section], ...] = (
    ProfileSection,
    SigningSection,
    UsersSection,
    ProtocolSection,
    TermsSection,
    RetentionSection,
    BackupsSection,
    LogSection,
    HealthSection,
    ConductSection,
    DisplaySection,
)
LIST = 236


class SchoolPage(Page):
    """Targets are the keys of the sections: ``"school"``, ``"backups"``, ``"log"`` ..."""

    name: ClassVar[str] = "school"
    label: ClassVar[str] = N_("Beheer")
    icon: ClassVar[str] = "settings-2"
    topics: ClassVar[frozenset[str]] = frozenset({"school"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.header.set_title(_("Beheer"))
        self.stack = QStackedWidget()
        self.sections: dict[str, Section] = {}
        self._choices = QButtonGroup(self)
        choices = column(gap=2)
        for kind in SECTIONS:
            if desk.meldboek.user.role in kind.roles:
                choices.addWidget(self._choice(kind))
        choices.addStretch(1)
        side = holder(choices)
        side.setFixedWidth(max(LIST, side.sizeHint().width()))
        both = row(side, self.stack, gap=22)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)
        self._kinds = {kind.key: kind for kind in SECTIONS if desk.meldboek.user.role in kind.roles}
        self.current = ""
        self._show(next(iter(self._kinds)))

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self.sections[self.current]

    def open(self, target: object | None) -> None:
        if isinstance(target, str) and target in self._kinds and target != self.current:
            self.choose(target)
        else:
            self.refresh()

    def choose(self, key: str) -> None:
        """Open a section, after asking about what was typed in the one that is open."""
        self._button(self.current).setChecked(True)
        if key != self.current:
            leave(self.stack, lambda: self._turn(key))

    def fetch(self) -> tuple[str, Any]:
        return self.current, self.section.fetch()

    def show_lines(self, lines: tuple[str, Any]) -> None:
        key, told = lines
        self.sections[key].show_lines(told)

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        kinds = [kind for kind in SECTIONS if desk.meldboek.user.role in kind.roles]
        sections = [Picture(f"school_{kind.key}", lambda page, key=kind.key: page.open(key)) for kind in kinds]  # type: ignore[misc] # mypy cannot see the default
        if desk.meldboek.user.role is not Role.DIRECTOR:
            return tuple(sections)
        return (
            *sections,
            Picture("school_user_role", _change_a_role),
            Picture("school_user_away", _take_away),
            Picture("school_key_file", _make_key_file),
        )

    def _turn(self, key: str) -> None:
        self._show(key)
        self.refresh()

    def _show(self, key: str) -> None:
        self.current = key
        if key not in self.sections:
            self.sections[key] = self._kinds[key](self.desk)
            self.stack.addWidget(self.sections[key])
        self.stack.setCurrentWidget(self.sections[key])
        self._button(key).setChecked(True)
        self.header.clear_buttons()
        self.header.set_title(_("Beheer"), _(self._kinds[key].label))
        self.section.verbs(self.header)

    def _choice(self, kind: type[Section]) -> Any:
        made = button(_(kind.label), kind.icon, lambda: self.choose(kind.key), "navigation")
        made.setCheckable(True)
        made.setObjectName(kind.key)
        self._choices.addButton(made)
        return made

    def _button(self, key: str) -> Any:
        return next(made for made in self._choices.buttons() if made.objectName() == key)


def _change_a_role(page: SchoolPage) -> None:
    _on_another_user(page, UsersSection.change_role)


def _take_away(page: SchoolPage) -> None:
    _on_another_user(page, UsersSection.remove_user)


def _on_another_user(page: SchoolPage, act: Callable[[UsersSection, User], None]) -> None:
    page.open(UsersSection.key)
    own = page.desk.meldboek.user.id
    other = next((user for user in page.desk.meldboek.store.users() if user.id != own), None)
    if isinstance(page.section, UsersSection) and other is not None:
        act(page.section, other)


def _make_key_file(page: SchoolPage) -> None:
    page.open(UsersSection.key)
    page.desk.dialogs.answers.append(Path(second_factor.NAME).absolute())
    if isinstance(page.section, UsersSection):
        page.section.change_key_file()
