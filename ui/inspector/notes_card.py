"""What to have at hand, and what is typed during the call."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.inspector.lines import CallNotes, CallSheet
from app.inspector.rules import CallKind, Suspicion
from app.inspector.texts import FACTS, SUSPICIONS
from app.kernel.clock import Clock
from app.kernel.texts import _
from ui.inspector.agreed_field import AgreedField
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.fields import AreaField, CheckField, Field, TextField
from ui.kit.form_row import FormRow
from ui.kit.icons import IconLabel
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.rows import FactRow

LABEL = 78


class FactsCard(Card):
    """Facts with roles instead of names: prepared from the case, or typed when there is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Houd bij de hand"))
        self.text = AreaField(lines=3, placeholder=_("Wie, tegenover wie, wat en sinds wanneer. Zonder namen."))
        self.text.set_name(_("Houd bij de hand"))
        self.text.changed.connect(self.changed)
        self._rows: list[QWidget] = []
        self.body.setSpacing(7)
        self.add(self.text)
        self._foot = label("", "secondary")
        self.body.addLayout(row(IconLabel("eye-off", "ink2", 14), self._foot, 1, gap=6))

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show the prepared facts of this sheet, or a field for them."""
        for made in self._rows:
            self.body.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._rows = [FactRow(_(FACTS[fact.label]), fact.text, LABEL) for fact in sheet.facts]
        for at, made in enumerate(self._rows):
            self.body.insertWidget(at, made)
        self.text.setVisible(not sheet.facts)
        self._foot.setText(_("zonder namen, uit de zaak gehaald") if sheet.facts else _("noem geen namen"))


class NotesCard(Card):
    """Notes, advice, what the inspector thinks, what was agreed; every change is told so that it can be kept."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(_("Aantekeningen tijdens het gesprek"))
        self.notes = AreaField(lines=7)
        self.notes.set_name(_("Aantekeningen tijdens het gesprek"))
        self.advice = AreaField(lines=3)
        self.suspicion = ChipsField([(each, _(SUSPICIONS[each])) for each in Suspicion])
        self.agreed = AgreedField(clock)
        self.follow_up, self.parents_on, self.person_on = DateField(clock), DateField(clock), DateField(clock)
        self.for_board = CheckField(_("ik bel namens het bestuur"))
        self.inspector = TextField(placeholder=_("mag leeg blijven"))
        self.reference = TextField(placeholder=_("mag leeg blijven"))
        self.body.setSpacing(12)
        self.body.addWidget(self.notes, 1)
        self._suspicion_row = FormRow(_("Redelijk vermoeden, volgens de inspecteur?"), self.suspicion).wrap_title()
        self._beside(FormRow(_("Advies"), self.advice), self._suspicion_row)
        self.body.addWidget(FormRow(_("Wat is afgesproken"), self.agreed))
        self._beside(
            FormRow(_("Ouders ingelicht op"), self.parents_on), FormRow(_("Betrokkene ingelicht op"), self.person_on)
        )
        self._beside(FormRow(_("Terugbellen op"), self.follow_up), FormRow("", self.for_board))
        self._beside(FormRow(_("Naam van de inspecteur"), self.inspector), FormRow(_("Kenmerk"), self.reference))
        for field in self._fields():
            field.changed.connect(self.changed)

    def show_notes(self, notes: CallNotes) -> None:
        """Show what was typed before."""
        self.notes.set_value(notes.notes)
        self.advice.set_value(notes.advice)
        self.suspicion.set_value(notes.suspicion)
        self.agreed.set_value(notes.agreed)
        self.follow_up.set_value(notes.follow_up_on)
        self.parents_on.set_value(notes.parents_told_on)
        self.person_on.set_value(notes.person_told_on)
        self.for_board.set_value(notes.for_board)
        self.inspector.set_value(notes.inspector_name)
        self.reference.set_value(notes.reference)

    def show_kind(self, kind: CallKind) -> None:
        """A call that only tells of an aangifte asks no view of it."""
        self._suspicion_row.setVisible(kind is CallKind.CONSULT)

    def into(self, notes: CallNotes) -> CallNotes:
        """The sheet with what stands here now."""
        return replace(
            notes,
            notes=self.notes.value(),
            advice=self.advice.value(),
            suspicion=self.suspicion.value(),
            agreed=self.agreed.value(),
            follow_up_on=self.follow_up.value(),
            parents_told_on=self.parents_on.value(),
            person_told_on=self.person_on.value(),
            for_board=self.for_board.value(),
            inspector_name=self.inspector.value(),
            reference=self.reference.value(),
        )

    def problem(self) -> str:
        """What was typed here and cannot be read, such as a day; empty when all is well."""
        return next((words for field in self._fields() if (words := field.problem())), "")

    def _fields(self) -> tuple[Field, ...]:
        days = (self.follow_up, self.parents_on, self.person_on)
        return (
            self.notes,
            self.advice,
            self.suspicion,
            self.agreed,
            *days,
            self.for_board,
            self.inspector,
            self.reference,
        )

    def _beside(self, left: QWidget, right: QWidget) -> None:
        both = row(gap=14)
        for made in (left, right):
            both.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
