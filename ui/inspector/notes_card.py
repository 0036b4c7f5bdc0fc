"""What to have at hand, and what is typed during the call."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.inspector.lines import AgreedStep, CallNotes, CallSheet
from app.inspector.rules import CallKind, Suspicion
from app.inspector.texts import FACTS, SUSPICIONS
from app.kernel.clock import Clock
from app.kernel.texts import _
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.fields import AreaField, Field, TextField
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
    """Notes, advice, conclusion, what was agreed; every change is told so that it can be kept."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(_("Aantekeningen tijdens het gesprek"))
        self.notes = AreaField(lines=7)
        self.notes.set_name(_("Aantekeningen tijdens het gesprek"))
        self.advice = AreaField(lines=3)
        self.suspicion = ChipsField([(each, _(SUSPICIONS[each])) for each in Suspicion])
        self.agreed = AreaField(lines=2, placeholder=_("Elke afspraak op een eigen regel"))
        self.follow_up = DateField(clock)
        self.inspector = TextField(placeholder=_("mag leeg blijven"))
        self.reference = TextField(placeholder=_("mag leeg blijven"))
        self.body.setSpacing(12)
        self.body.addWidget(self.notes, 1)
        self._suspicion_row = FormRow(_("Redelijk vermoeden?"), self.suspicion)
        self._beside(FormRow(_("Advies"), self.advice), self._suspicion_row)
        self._beside(FormRow(_("Wat is afgesproken"), self.agreed), FormRow(_("Terugbellen op"), self.follow_up))
        self._beside(FormRow(_("Naam van de inspecteur"), self.inspector), FormRow(_("Kenmerk"), self.reference))
        fields: tuple[Field, ...] = (self.notes, self.advice, self.suspicion, self.agreed)
        for field in (*fields, self.follow_up, self.inspector, self.reference):
            field.changed.connect(self.changed)

    def show_notes(self, notes: CallNotes) -> None:
        """Show what was typed before."""
        self.notes.set_value(notes.notes)
        self.advice.set_value(notes.advice)
        self.suspicion.set_value(notes.suspicion)
        self.agreed.set_value("\n".join(step.what for step in notes.agreed))
        self.follow_up.set_value(notes.follow_up_on)
        self.inspector.set_value(notes.inspector_name)
        self.reference.set_value(notes.reference)

    def show_kind(self, kind: CallKind) -> None:
        """A call that only tells of an aangifte has no conclusion."""
        self._suspicion_row.setVisible(kind is CallKind.CONSULT)

    def into(self, notes: CallNotes) -> CallNotes:
        """The sheet with what stands here now."""
        agreed = (line.strip() for line in self.agreed.value().splitlines())
        return replace(
            notes,
            notes=self.notes.value(),
            advice=self.advice.value(),
            suspicion=self.suspicion.value(),
            agreed=tuple(AgreedStep(line) for line in agreed if line),
            follow_up_on=self.follow_up.value(),
            inspector_name=self.inspector.value(),
            reference=self.reference.value(),
        )

    def _beside(self, left: QWidget, right: QWidget) -> None:
        both = row(gap=14)
        for made in (left, right):
            both.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
