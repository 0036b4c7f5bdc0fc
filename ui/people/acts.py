"""What can be done from a person's card: each opens its sheet, and says afterwards what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.cases.inputs import CaseFilter
from app.kernel.errors import MeldboekError
from app.kernel.texts import _, ngettext
from ui.kit.desk import Desk
from ui.kit.sheet import Sheet
from ui.kit.words import sentence_of
from ui.people import forms
from ui.people.blocks import BlockSheet, unblock
from ui.people.cards import PersonPanel
from ui.people.merging import MergeSheet
from ui.people.nicknames import nicknames_sheet
from ui.people.pupil_sheet import PupilSheet


class Opening(Protocol):
    """The page, as far as the acts need it."""

    panel: PersonPanel

    def open(self, target: object | None) -> None:
        """Show a person."""
        ...

    def group_names(self) -> tuple[str, ...]:
        """The groups that have pupils."""
        ...


class Acts:
    """Carries out what was asked on a card."""

    def __init__(self, desk: Desk, page: Any) -> None:
        self._desk = desk
        self._page: Opening = page
        self._owner: QWidget = page

    def do(self, what: str, about: Any) -> None:
        """Open the sheet for it, or go where it is done."""
        desk, done = self._desk, self.saved
        sheets: dict[str, Callable[[], Sheet]] = {
            "change_pupil": lambda: PupilSheet(desk, about, self._page.group_names(), done),
            "add_guardian": lambda: forms.guardian_sheet(desk, about, done),
            "change_guardian": lambda: forms.change_guardian_sheet(desk, about.relations[0], done),
            "change_guardian_of": lambda: forms.change_guardian_sheet(desk, about, done),
            "change_employee": lambda: forms.employee_sheet(desk, about, done),
            "authority": lambda: forms.authority_sheet(desk, about[0], about[1], done),
            "block": lambda: BlockSheet(desk, about, done),
            "nicknames": lambda: nicknames_sheet(desk, about[0], about[1], done),
            "merge": lambda: MergeSheet(desk, about, self._merged),
        }
        if what in sheets:
            desk.dialogs.open(sheets[what]())
        elif what == "unblock":
            unblock(desk, about[0], about[1], done)
        elif what == "unmerge":
            self._undo_merge(about)
        elif what == "history":
            people, panel = desk.meldboek.people, self._page.panel
            desk.jobs.run(lambda: people.group_history(about), owner=self._owner, done=panel.show_history)
        elif what == "looks":
            self._look_back(about)
        elif what == "consents":
            desk.go("consents", about.id)
        elif what == "cases":
            desk.go("cases", CaseFilter(is_open=None, text=about))
        else:
            self._page.open(about)

    def _look_back(self, person_id: int) -> None:
        casework = self._desk.meldboek.casework
        if casework is not None:
            looks, panel = casework.dossiers.looks, self._page.panel
            self._desk.jobs.run(lambda: looks.of(person_id), owner=self._owner, done=panel.show_looks)

    def added(self, person_id: int) -> None:
        """Somebody was entered."""
        self._page.open(person_id)
        self._desk.messages.info(_("Toegevoegd."))

    def saved(self, _result: object) -> None:
        """Something was changed."""
        self._desk.messages.info(_("Bewaard."))

    def confirmed(self, count: int) -> None:
        """The authority of a group was confirmed."""
        told = ngettext("Het gezag van {n} ouder is bevestigd.", "Het gezag van {n} ouders is bevestigd.", count)
        self._desk.messages.info(told)

    def _merged(self, merge_id: int, kept_id: int) -> None:
        self._page.open(kept_id)
        self._desk.messages.info(_("Samengevoegd."), undo=lambda: self._undo_merge(merge_id))

    def _undo_merge(self, merge_id: int) -> None:
        people = self._desk.meldboek.people
        self._desk.jobs.run(
            lambda: people.undo_merge(merge_id), owner=self._owner, done=self._unmerged, failed=self._refused
        )

    def _unmerged(self, _none: object) -> None:
        self._desk.messages.info(_("Het samenvoegen is ongedaan gemaakt."))

    def _refused(self, error: MeldboekError) -> None:
        self._desk.messages.warning(sentence_of(error))
