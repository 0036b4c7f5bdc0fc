"""Toestemmingen: the matrix of a group, a pupil's card beside it, entering forms, and the photo question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.consents.history import ConsentCard
from app.consents.overview import CellState, Matrix, MatrixRow
from app.kernel.texts import N_, _, ngettext
from app.people.rules import GroupLine
from ui.consents.card import CardView
from ui.consents.entry import EntryPanel, Saved
from ui.consents.filters import CountTags, Legend, MenuButton, audience_options, keeps
from ui.consents.form_paper import save_consent_form
from ui.consents.matrix import MatrixTable, by_first_name
from ui.consents.no_photo import save_no_photo_list
from ui.consents.photo import PhotoSheet
from ui.consents.withdrawal import withdrawal_sheet
from ui.kit.buttons import BETWEEN, set_kind
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.icons import icon
from ui.kit.layouts import row
from ui.kit.page import Page, Picture

CARD_WIDTH, ENTRY_WIDTH = 340, 440


@dataclass(frozen=True)
class View:
    """What the page shows: the groups, the matrix of one of them, and the card of the chosen pupil."""

    groups: tuple[GroupLine, ...]
    matrix: Matrix
    card: ConsentCard | None


class ConsentsPage(Page):
    """``open("photo")`` asks the photo question, ``open("entry")`` enters forms, ``open(pupil_id)`` shows a pupil."""

    name: ClassVar[str] = "consents"
    label: ClassVar[str] = N_("Toestemmingen")
    icon: ClassVar[str] = "camera"
    topics: ClassVar[frozenset[str]] = frozenset({"consents", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group: str | None = None
        self.pupil: int | None = None
        self.purpose: str | None = None
        self._view: View | None = None
        self._chosen_group = False
        self._last: tuple[int, ...] = ()
        self._serial = False
        self._wants_entry = False
        self.header.add_button(_("Wie mag niet op beeld"), "printer", self.print_list)
        self.header.add_button(_("Formulieren invoeren"), "keyboard", self.enter_forms)
        self._photo = self.header.add_button(_("Mag dit kind op beeld?"), "camera", self.ask_photo, primary=True)
        self._build_filters()
        self._build_matrix()
        self._build_side()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)

    # --- what the page shows ---------------------------------------------------

    def fetch(self) -> View:
        meldboek = self.desk.meldboek
        groups = meldboek.people.groups()
        if not self._chosen_group and groups:
            self.group, self._chosen_group = groups[0].name, True
        card = meldboek.consents.card(self.pupil) if self.pupil else None
        return View(groups, meldboek.consents.matrix(self.group), card)

    def show_lines(self, lines: Any) -> None:
        view: View = lines
        self._view = view
        matrix = view.matrix
        if matrix.group is not None:
            matrix = Matrix(matrix.on, matrix.group, matrix.purposes, tuple(sorted(matrix.rows, key=by_first_name)))
        pupils = ngettext("{n} leerling", "{n} leerlingen", len(matrix.rows))
        place = _("Groep {group}").format(group=self.group) if self.group else _("Hele school")
        self.header.set_title(_(self.label), f"{place} · {pupils} · {_('peildatum vandaag')}")
        options = [(line.name, _("Groep {group}").format(group=line.name)) for line in view.groups]
        self.groups.set_options([*options, (None, _("Hele school"))], self.group)
        self.table.show_matrix(matrix)
        self.counts.show_counts(matrix.count)
        self._show_card(view.card)
        if self._wants_entry:
            self._wants_entry = False
            self._to_entry(self._next_missing(None), serial=True)

    def open(self, target: object | None) -> None:
        if target == "photo":
            self.ask_photo()
        elif target == "entry":
            self.enter_forms()
        elif isinstance(target, int):
            self.show_pupil(target)
        self.refresh()

    def count(self) -> tuple[int, bool]:
        return self.desk.meldboek.consents.progress().missing, False

    def filter_field(self) -> QWidget | None:
        return self.groups

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return (
            Picture(cls.name, lambda page: page.choose_group("5A")),
            Picture("consents_entry", lambda page: page.enter_forms()),
            Picture("consents_photo", lambda page: page.ask_photo()),
        )

    # --- what the user does -------------------------------------------------------

    def choose_group(self, group: str | None) -> None:
        """Show another group, or the school."""
        self.group, self._chosen_group = group, True
        self.reload()

    def show_pupil(self, pupil_id: int) -> None:
        """Show the card of this pupil, in the pupil's own group."""
        self.pupil, self.purpose = pupil_id, None
        people = self.desk.meldboek.people
        self.desk.jobs.run(
            lambda: people.pupil(pupil_id).group, owner=self, done=lambda group: self.choose_group(group or None)
        )

    def ask_photo(self) -> None:
        """May this child be in the picture?"""
        self.desk.dialogs.open(PhotoSheet(self.desk, self.group, self.purpose))

    def enter_forms(self) -> None:
        """Enter a pile of forms, child after child."""
        if self._view is None:
            self._wants_entry = True
            self.reload()
        else:
            self._to_entry(self._first_missing(), serial=True)

    def print_list(self) -> None:
        """The list for the classroom cupboard: who may not be shown, without reasons."""
        if self._view is not None:
            save_no_photo_list(self.desk, self, self._view.matrix, keeps(self.audience.value))

    def undo(self) -> None:
        """Take out what was recorded last; what was there before counts again."""
        last, self._last = self._last, ()
        if last:
            consents = self.desk.meldboek.consents
            note = _("ongedaan gemaakt bij het invoeren")
            self.desk.jobs.run(lambda: consents.correct(last, note), owner=self, done=lambda _ids: self._undone())

    @property
    def is_entering(self) -> bool:
        """Whether the form stands beside the matrix."""
        return self.side.currentWidget() is not self.card

    # --- building -------------------------------------------------------------------

    def _build_filters(self) -> None:
        self.groups = MenuButton("chosen", _("Groep"))
        self.groups.chosen.connect(self.choose_group)
        self.audience = MenuButton(name=_("Doelen"))
        self.audience.set_options(audience_options(), "all")
        self.audience.chosen.connect(lambda choice: self.table.show_purposes(keeps(choice)))
        self.counts = CountTags()
        self.counts.filtered.connect(self._keep)
        filters = row(self.groups, self.audience, self.counts, 1, Legend(), gap=8)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertLayout(1, filters)

    def _build_matrix(self) -> None:
        self.table = MatrixTable(self.desk.meldboek.consents.purposes())
        self.table.cell_selected.connect(self._cell_selected)
        self.table.cell_activated.connect(lambda line, _column: self._to_entry(line.pupil.id, serial=False))
        self.body.addWidget(Card(padding=8).add(self.table), 1)

    def _build_side(self) -> None:
        self.card = CardView()
        self.card.answer_wanted.connect(lambda pupil: self._to_entry(pupil, serial=False))
        self.card.withdrawal_wanted.connect(self._withdraw)
        self.card.form_wanted.connect(lambda card: save_consent_form(self.desk, self, card))
        self.side = QStackedWidget()
        self.side.addWidget(self.card)
        self.set_side(self.side, CARD_WIDTH)

    @cached_property
    def panel(self) -> EntryPanel:
        """The form; made when it is first needed."""
        panel = EntryPanel(self.desk)
        panel.saved.connect(self._saved)
        panel.skipped.connect(lambda pupil: self._to_entry(self._next_missing(pupil), serial=True))
        panel.left.connect(self._to_card)
        self.side.addWidget(panel)
        return panel

    # --- inside ---------------------------------------------------------------------

    def _cell_selected(self, line: MatrixRow, column: int) -> None:
        purpose = self.table.purpose_at(column)
        self.purpose = purpose.code if purpose else None
        if self.is_entering:
            self._to_entry(line.pupil.id, serial=self._serial)
            return
        self.pupil = line.pupil.id
        self._fetch_card(line.pupil.id, self._show_card)

    def _fetch_card(self, pupil_id: int, done: Any) -> None:
        consents = self.desk.meldboek.consents
        self.desk.jobs.run(lambda: consents.card(pupil_id), owner=self, done=done)

    def _show_card(self, card: ConsentCard | None) -> None:
        if card is None:
            self.card.show_nothing()
        elif card.pupil.id == self.pupil:
            self.card.show_card(card, self.purpose)

    def _keep(self, state: CellState | None) -> None:
        self.table.set_keep(None if state is None else lambda line: line.shows(state))

    def _to_entry(self, pupil_id: int | None, *, serial: bool) -> None:
        if pupil_id is None:
            self._group_is_done()
            return
        if self.is_entering and self.panel.pupil_id == pupil_id:
            return
        self._serial = serial
        self.panel.form.may_leave(lambda: self._fetch_card(pupil_id, self._start_entry))

    def _group_is_done(self) -> None:
        """Nobody of the group lacks an answer: go on with the school, or stop."""
        if self.group is not None:
            self._wants_entry = True
            self.choose_group(None)
        else:
            self.desk.messages.info(_("Van alle leerlingen is er een antwoord."))
            self._to_card()

    def _start_entry(self, card: ConsentCard) -> None:
        self.pupil = card.pupil.id
        self._turn_side(self.panel, ENTRY_WIDTH)
        self.panel.show_card(card, self.desk.meldboek.consents.purposes(), serial=self._serial)
        self.table.select(card.pupil.id, max(0, self.table.currentIndex().column()), quietly=True)

    def _to_card(self) -> None:
        self._turn_side(self.card, CARD_WIDTH)
        if self.pupil is not None:
            self._fetch_card(self.pupil, self._show_card)

    def _turn_side(self, widget: QWidget, width: int) -> None:
        """Show the card or the form; the form's own button is then the primary one."""
        self.side.setFixedWidth(width)
        self.side.setCurrentWidget(widget)
        entering = self.is_entering
        set_kind(self._photo, "secondary" if entering else "primary")
        self._photo.setIcon(icon("camera", "ink" if entering else "on_accent", gap=BETWEEN))

    def _saved(self, saved: Saved) -> None:
        self._last = saved.event_ids
        self.desk.messages.info(_("Vastgelegd: {name}.").format(name=saved.name), undo=self.undo)
        if not self._serial:
            self._to_card()
        elif saved.others_to_go:
            self._fetch_card(saved.pupil_id, self._start_entry)
        else:
            self._to_entry(self._next_missing(saved.pupil_id), serial=True)

    def _undone(self) -> None:
        self.desk.messages.info(_("Ongedaan gemaakt. Wat er eerder stond, telt weer."))

    def _first_missing(self) -> int | None:
        """The chosen pupil if one lacks an answer, else the first below who does."""
        chosen = self.table.selected
        lacks = chosen is not None and chosen.pupil.id == self.pupil and chosen.shows(CellState.NO_ANSWER)
        return self.pupil if lacks else self._next_missing(self.pupil)

    def _next_missing(self, after: int | None) -> int | None:
        """The first pupil below this one (or from the top) who still lacks an answer."""
        rows: Sequence[MatrixRow] = self.table.lines_model.shown
        at = next((place for place, line in enumerate(rows, 1) if line.pupil.id == after), 0)
        below = [*rows[at:], *rows[:at]]
        return next(
            (line.pupil.id for line in below if line.pupil.id != after and line.shows(CellState.NO_ANSWER)), None
        )

    def _withdraw(self, pupil_id: int) -> None:
        self._fetch_card(pupil_id, lambda card: self.desk.dialogs.open(withdrawal_sheet(self.desk, card)))
