"""The call sheet: number and reason at the left, facts and notes in the middle; every change is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inspector.lines import CallNotes, CallSheet
from app.inspector.rules import Reason
from app.kernel.errors import MeldboekError, Refused
from ui.inspector.about_cards import SoFarCard
from ui.inspector.notes_card import FactsCard, NotesCard
from ui.inspector.number_card import NumberCard
from ui.inspector.why_cards import DomainCard, ReasonCard
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard, Notice
from ui.kit.labels import bare
from ui.kit.layouts import Scroll, clear, column, row
from ui.kit.theme import GAP
from ui.kit.words import sentence_of

KEEP_AFTER = 2000
BAR = 10  # beside the cards, for scrolling
LEFT = 318


class CallView(QWidget):
    """``keep`` is emitted two seconds after the last change, and at once when the sheet is left."""

    keep = Signal()
    reason_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self.sheet: CallSheet | None = None
        self.number = NumberCard(desk.meldboek.clock)
        self.reason = ReasonCard()
        self.domain = DomainCard(desk.meldboek.protocol.domains)
        self.so_far = SoFarCard()
        self.facts = FactsCard()
        self.notes = NotesCard(desk.meldboek.clock)
        self._bar = column()
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        self._arrange()
        self.reason.chosen.connect(self._reason_changed)
        self.domain.chips.chosen.connect(self._edited)
        self.facts.changed.connect(self._edited)
        self.notes.changed.connect(self._edited)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._timer.isActive()

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show a sheet; what is being typed on the same sheet stays."""
        same = self.sheet is not None and self.sheet.case_id == sheet.case_id
        self.sheet = sheet
        self.number.show_sheet(sheet)
        self.so_far.show_sheet(sheet)
        self.facts.show_sheet(sheet)
        self.notes.show_kind(sheet.notes.kind)
        if not same:
            self._fill(sheet.notes)

    def value(self) -> CallNotes:
        """Everything that stands on the sheet now."""
        before = self.sheet.notes if self.sheet else CallNotes()
        typed = replace(before, reason=self.reason.value(), domain=self.domain.value())
        if self.sheet is not None and not self.sheet.facts:
            typed = replace(typed, facts=self.facts.text.value())
        return self.notes.into(typed)

    def settle(self) -> None:
        """Keep at once what still waited."""
        if self._timer.isActive():
            self._timer.stop()
            self.keep.emit()

    def forget(self) -> None:
        """The sheet was saved: the next one shown starts from its own lines."""
        self._timer.stop()
        self.sheet = None
        clear(self._bar)

    def show_problem(self, words: str) -> None:
        """Say above the notes what was typed and cannot be read."""
        clear(self._bar)
        self._bar.addWidget(Notice("danger", words))

    def show_error(self, error: MeldboekError) -> None:
        """Say above the notes what still misses."""
        clear(self._bar)
        findings = error.findings if isinstance(error, Refused) else ()
        for finding in findings:
            self._bar.addWidget(FindingCard(finding))
        if not findings:
            self._bar.addWidget(Notice("danger", sentence_of(error)))

    def _fill(self, notes: CallNotes) -> None:
        self._timer.stop()
        clear(self._bar)
        self.reason.set_value(notes.reason)
        self.domain.chips.set_value(notes.domain)
        self.facts.text.edit.blockSignals(True)
        self.facts.text.set_value(notes.facts)
        self.facts.text.edit.blockSignals(False)
        self.notes.blockSignals(True)
        self.notes.show_notes(notes)
        self.notes.blockSignals(False)

    def _edited(self) -> None:
        clear(self._bar)
        self._timer.start()

    def _reason_changed(self, reason: Reason) -> None:
        self._edited()
        self.reason_chosen.emit(reason)

    def _arrange(self) -> None:
        left, middle = Scroll(), Scroll()
        left.setFixedWidth(max(LEFT, self.reason.minimumSizeHint().width() + BAR))
        for card in (self.number, self.reason, self.domain, self.so_far):
            left.body.addWidget(card)
        middle.body.addLayout(self._bar)
        middle.body.addWidget(self.facts)
        middle.body.addWidget(self.notes)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        both = row(left, middle, gap=GAP + 2)
        both.setStretch(1, 1)
        inside.addLayout(both)
