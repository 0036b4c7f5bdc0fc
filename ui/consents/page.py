"""Toestemmingen: pupils, publications, rounds, employees and recordings, a tab each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.kernel.texts import N_, _
from ui.consents.part import Part
from ui.consents.photo import PhotoSheet
from ui.consents.publications import PublicationsPart
from ui.consents.pupils import PupilsPart
from ui.consents.purposes import PurposesPart
from ui.consents.rounds import RoundsPart
from ui.consents.staff import StaffPart
from ui.kit.buttons import BETWEEN, set_kind
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.icons import icon
from ui.kit.page import Page, Picture

PARTS: tuple[type[Part], ...] = (PupilsPart, PublicationsPart, RoundsPart, StaffPart, PurposesPart)

NARROW = 560
WITHIN = frozenset({"takedowns", "lessons"})  # lists of the publications that have a name of their own


class ConsentsPage(Page):
    """``open("photo")`` asks the photo question, ``open("entry")`` enters forms, ``open(pupil_id)`` shows a pupil;
    ``open("rounds")`` or ``open(("publications", id))`` opens another tab.
    """

    name: ClassVar[str] = "consents"
    label: ClassVar[str] = N_("Toestemmingen")
    icon: ClassVar[str] = "camera"
    topics: ClassVar[frozenset[str]] = frozenset(
        {"consents", "people", "publications", "rounds", "lessons", "handouts", "letters"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kinds = {kind.key: kind for kind in PARTS if desk.meldboek.user.role in kind.roles}
        self.parts: dict[str, Part] = {}
        self.current = ""
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(_("Onderdelen van Toestemmingen"))
        for kind in self.kinds.values():
            self.tabs.addTab(_(kind.label))
        self.tabs.setVisible(len(self.kinds) > 1)
        self.stack = QStackedWidget()
        self.stack.setMinimumWidth(NARROW)  # else two columns would widen a small window before they can fold
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, self.tabs)
        self.body.addWidget(self.stack, 1)
        self._turn(PupilsPart.key)
        self.tabs.currentChanged.connect(lambda at: self.choose(list(self.kinds)[at]))

    @property
    def pupils(self) -> PupilsPart:
        """The matrix with everything about it."""
        found = self._part(PupilsPart.key)
        assert isinstance(found, PupilsPart)  # noqa: S101 - made under this key
        return found

    @property
    def part(self) -> Part:
        """The tab that is open."""
        return self.parts[self.current]

    def fetch(self) -> tuple[str, Any]:
        return self.current, self.part.fetch()

    def show_lines(self, lines: tuple[str, Any]) -> None:
        key, told = lines
        self.parts[key].show_lines(told)
        if key == self.current:
            self.header.set_title(_(self.label), self.part.subtitle)

    def open(self, target: object | None) -> None:
        key, inner = (target if isinstance(target, tuple) else (target, None)) if target != "photo" else ("", None)
        if target == "photo":
            self.ask_photo()
        elif key in WITHIN:
            self.choose(PublicationsPart.key)
            self.part.open(key)
        elif isinstance(key, str) and key in self.kinds:
            self.choose(key)
            self.part.open(inner)
        elif target is not None:
            self.choose(PupilsPart.key)
            self.pupils.open(target)
        self.refresh()

    def home(self) -> None:
        self.choose(PupilsPart.key)

    def choose(self, key: str) -> None:
        """Open a tab, after asking about what was typed in the one that is open."""
        if key != self.current:
            self._show_tab(self.current)
            leave(self.stack, lambda: self._turn(key))

    def ask_photo(self) -> None:
        """May this child be in the picture?"""
        group = self.pupils.group if self.current == PupilsPart.key else None
        self.desk.dialogs.open(PhotoSheet(self.desk, group, self.pupils.purpose))

    def count(self) -> tuple[int, bool]:
        return self.desk.meldboek.consents.progress().missing, False

    def filter_field(self) -> QWidget | None:
        return self.part.filter_field()

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        kinds = [kind for kind in PARTS[1:] if desk.meldboek.user.role in kind.roles]
        return (
            Picture(cls.name, lambda page: page.pupils.choose_group("5A")),
            Picture("consents_card", _show_contradiction),
            Picture("consents_mend", _show_mending),
            Picture("consents_expire", _show_expiry),
            Picture("consents_withdraw", _show_withdrawal),
            Picture("consents_entry", lambda page: page.pupils.enter_forms()),
            Picture("consents_photo", lambda page: page.ask_photo()),
            *(Picture(f"consents_{kind.key}", partial(_show_tab, key=kind.key)) for kind in kinds),
            Picture("consents_import", lambda page: page.open(("rounds", "import"))),
            Picture("consents_publication_new", lambda page: _sheet_of(page, "publications").record()),
            Picture("consents_lesson_new", lambda page: _sheet_of(page, "publications").allow_lesson()),
            Picture("consents_round_new", lambda page: _sheet_of(page, "rounds").start()),
            Picture("consents_handout_new", lambda page: _sheet_of(page, "staff").hand_out()),
        )

    def _part(self, key: str) -> Part:
        if key not in self.parts:
            made = self.kinds[key](self.desk)
            made.reload_wanted.connect(self.reload)
            made.busy_changed.connect(self._show_primary)
            self.parts[key] = made
            self.stack.addWidget(made)
        return self.parts[key]

    def _turn(self, key: str) -> None:
        self.current = key
        part = self._part(key)
        self.stack.setCurrentWidget(part)
        self._show_tab(key)
        self.header.clear_buttons()
        self.header.set_title(_(self.label), part.subtitle)
        part.verbs(self.header)
        self._photo = self.header.add_button(_("Mag dit kind op beeld?"), "camera", self.ask_photo, primary=True)
        self.refresh()

    def _show_primary(self, busy: bool) -> None:
        """While a form is open, the form's own button is the primary one."""
        set_kind(self._photo, "secondary" if busy else "primary")
        self._photo.setIcon(icon("camera", "ink" if busy else "on_accent", gap=BETWEEN))

    def _show_tab(self, key: str) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(list(self.kinds).index(key))
        self.tabs.blockSignals(False)


def _show_tab(page: ConsentsPage, key: str) -> None:
    page.choose(key)
    page.part.show_first()


def _sheet_of(page: ConsentsPage, key: str) -> Any:
    page.choose(key)
    return page.part


def _show_contradiction(page: ConsentsPage) -> None:
    page.pupils.choose_group("5A")
    page.pupils.show_first_contradiction()


def _show_mending(page: ConsentsPage) -> None:
    _show_contradiction(page)
    card = page.pupils.card.shown
    if card is not None:
        page.pupils.acts.mend(next(line for line in card.history if line.purposes), card)


def _show_expiry(page: ConsentsPage) -> None:
    _show_contradiction(page)
    card = page.pupils.card.shown
    if card is not None:
        page.pupils.acts.expire(card)


def _show_withdrawal(page: ConsentsPage) -> None:
    _show_contradiction(page)
    card = page.pupils.card.shown
    if card is not None:
        page.pupils.acts.withdraw(card.pupil.id)
