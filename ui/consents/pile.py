"""Entering a pile of forms: whose form comes next, what was recorded last, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.consents.answers.forms import NewAnswers
from app.consents.answers.history import ConsentCard
from app.consents.matrix.overview import CellState, Matrix, MatrixRow
from app.consents.rounds.lines import FormTarget
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from ui.consents.entry import EntryPanel, Saved
from ui.consents.matrix import MatrixTable
from ui.kit.desk import Desk
from ui.kit.words import sentence_of


class Place(Protocol):
    """The tab, as far as the pile needs it."""

    desk: Desk
    table: MatrixTable
    group: str | None
    pupil: int | None

    def enter_next_of(self, group: str | None) -> None:
        """Show a group and go on entering there."""
        ...

    def turn_to(self, widget: QWidget) -> None:
        """Show the form beside the matrix."""
        ...

    def turn_back(self) -> None:
        """Show the card again."""
        ...


class Pile:
    """Child after child; ``last`` is what can be taken back, newest at the end."""

    def __init__(self, place: Place) -> None:
        self._place, self._desk = place, place.desk
        self.is_series = False
        self.last: list[Saved] = []
        self._by_number = False
        self._touched: int | None = None  # whose answers were recorded or taken back last

    @cached_property
    def panel(self) -> EntryPanel:
        """The form; made when it is first needed."""
        panel = EntryPanel(self._desk)
        panel.saved.connect(self._saved)
        panel.numbered.connect(self.find)
        panel.skipped.connect(lambda pupil: self.enter(self.next_missing(pupil), series=True))
        panel.left.connect(self._place.turn_back)
        return panel

    def begin(self) -> None:
        """Enter forms, beginning with the chosen child or the first who lacks an answer."""
        self._by_number = False
        self.enter(self._first_missing(), series=True)

    def enter(self, pupil_id: int | None, *, series: bool) -> None:
        """Enter a form of this child, after asking about what was typed for another."""
        if pupil_id is None:
            self._group_is_done()
        elif self.panel.pupil_id != pupil_id or not self.panel.isVisible():
            self.is_series = series
            self.panel.form.may_leave(lambda: self._fetch(pupil_id, self._start))

    def find(self, number: str) -> None:
        """Enter the form with this number, typed or scanned."""
        rounds = self._desk.meldboek.consents.rounds
        self._desk.jobs.run(
            lambda: rounds.find(number),
            owner=self.panel,
            done=lambda found: self._found(number, found),
            failed=self._not_found,
        )

    def undo(self) -> None:
        """Take back the last key, or else the last form that was recorded, and show it again to change it."""
        if self.panel.isVisible() and self.panel.undo():
            return
        if not self.last:
            self._desk.messages.info(_("Er is niets om ongedaan te maken."))
            return
        saved, consents = self.last.pop(), self._desk.meldboek.consents
        self._touched = saved.forms[0].pupil_id
        note = _("ongedaan gemaakt bij het invoeren")
        self._desk.jobs.run(
            lambda: (consents.correct(saved.event_ids, note), consents.card(saved.forms[0].pupil_id))[1],
            owner=self.panel,
            done=lambda card: self._undone(card, saved),
        )

    def with_new_rows(self, matrix: Matrix) -> Matrix:
        """While forms are entered only the children at hand change; the rest is read again afterwards."""
        consents, known = self._desk.meldboek.consents, {row.pupil.id for row in matrix.rows}
        fresh = {one: consents.row(one) for one in {self._place.pupil, self._touched} if one in known}
        return replace(matrix, rows=tuple(fresh.get(row.pupil.id, row) for row in matrix.rows))

    def next_missing(self, after: int | None) -> int | None:
        """The first pupil below this one (or from the top) who still lacks an answer."""
        rows: Sequence[MatrixRow] = self._place.table.lines_model.shown
        at = next((place for place, line in enumerate(rows, 1) if line.pupil.id == after), 0)
        below = [*rows[at:], *rows[:at]]
        return next(
            (line.pupil.id for line in below if line.pupil.id != after and line.shows(CellState.NO_ANSWER)), None
        )

    def _first_missing(self) -> int | None:
        """The chosen pupil if one lacks an answer, else the first below who does."""
        chosen = self._place.table.selected
        pupil = self._place.pupil
        lacks = chosen is not None and chosen.pupil.id == pupil and chosen.shows(CellState.NO_ANSWER)
        return pupil if lacks else self.next_missing(pupil)

    def _group_is_done(self) -> None:
        """Nobody of the group lacks an answer: go on with the school, or stop."""
        if self._place.group is not None:
            self._place.enter_next_of(None)
        else:
            self._desk.messages.info(_("Van alle leerlingen is er een antwoord."))
            self._place.turn_back()

    def _fetch(self, pupil_id: int, done: Any) -> None:
        consents = self._desk.meldboek.consents
        self._desk.jobs.run(lambda: consents.card(pupil_id), owner=self.panel, done=done)

    def _start(self, card: ConsentCard, target: FormTarget | None = None) -> None:
        self._place.pupil = card.pupil.id
        self._place.turn_to(self.panel)
        purposes = tuple(each.purpose for each in card.purposes)
        self.panel.show_card(card, purposes, serial=self.is_series, target=target)
        table = self._place.table
        if not table.select(card.pupil.id, max(0, table.currentIndex().column()), quietly=True):
            table.unselect()  # a number can be of any group

    def _found(self, number: str, found: FormTarget | None) -> None:
        if found is None:
            self.panel.number.selectAll()
            self._desk.messages.warning(
                _("Er is geen formulier met nummer {number}. Kijk het nummer na.").format(number=number)
            )
            return
        self.is_series = self._by_number = True
        self.panel.number.clear()
        self.panel.form.may_leave(lambda: self._fetch(found.pupil_id, lambda card: self._start(card, found)))

    def _not_found(self, error: MeldboekError) -> None:
        self.panel.number.selectAll()
        self._desk.messages.warning(sentence_of(error))

    def _saved(self, saved: Saved) -> None:
        self.last.append(saved)
        self._touched = saved.forms[0].pupil_id
        words = _("Vastgelegd: {name}.").format(name=saved.name)
        if self.is_series and saved.others_to_go:
            words = _("Vastgelegd: {name}, antwoord van {signers}. Nu de andere ouder.").format(
                name=saved.name, signers=saved.signers
            )
        self._desk.messages.info(words, undo=self.undo)
        first = saved.forms[0]
        if not self.is_series:
            self._place.turn_back()
        elif saved.others_to_go:
            self._fetch(first.pupil_id, lambda card: self._start(card, saved.target))
        elif self._by_number:
            self.panel.wait_for_number()
        else:
            self.enter(self.next_missing(first.pupil_id), series=True)

    def _undone(self, card: ConsentCard, saved: Saved) -> None:
        first: NewAnswers = saved.forms[0]
        self._start(card, saved.target)
        self.panel.show_again(first)
        self._desk.messages.info(
            _("Ongedaan gemaakt: {name}. Verbeter het formulier en leg het opnieuw vast.").format(name=saved.name)
        )
