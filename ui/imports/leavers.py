"""Above the pupils that are not in the list: let them all leave per a date, or leave them as they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.clock import Clock
from app.kernel.texts import _
from ui.imports.draft import Draft
from ui.kit.buttons import button
from ui.kit.date_fields import DateField
from ui.kit.finding import Notice
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare


class LeaversBar(QWidget):
    """``decided`` after the draft was changed for all of them."""

    decided = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        bare(self)
        self._clock = clock
        self._draft: Draft | None = None
        self.on = DateField(clock, clock.today())
        self.on.setFixedWidth(196)
        self.on.set_name(_("Uitgeschreven per"))
        self.leave = button(_("Allemaal uitschrijven per"), "user-x", self._leave)
        self.keep = button(_("Allemaal laten staan"), "", self._keep)
        told = _(
            "In deze lijst ontbreken veel leerlingen. Is het een lijst van één groep of van een deel van de school, "
            "laat hen dan staan. Is het de hele school, schrijf hen dan uit."
        )
        self._partial = Notice("warn", _("Staat de hele school in deze lijst?"), told)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.setSpacing(10)
        inside.addWidget(self._partial)
        controls = bare(QWidget())
        flow = FlowLayout(8)
        controls.setLayout(flow)
        for widget in (self.leave, self.on, self.keep):
            flow.addWidget(widget)
        inside.addWidget(controls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No higher than what is in it: the table below has the rest."""
        inside = self.layout()
        if inside is not None:
            self.setFixedHeight(inside.heightForWidth(self.width()))

    def show_draft(self, draft: Draft) -> None:
        """Show it for this comparison."""
        if self._draft is not draft:
            days = {decision.on for row in draft.missing() if (decision := draft.decision(row)).on}
            proposed = {row.pupil.proposed.on for row in draft.missing() if row.pupil and row.pupil.proposed.on}
            self.on.set_value(max(days or proposed, default=self._clock.today()))
        self._draft = draft
        self._partial.setVisible(draft.looks_partial)
        self._fit()

    def _leave(self) -> None:
        on = self.on.value()
        if self._draft is not None and on is not None and not self.on.problem():
            self._draft.leave_missing(on)
            self.decided.emit()

    def _keep(self) -> None:
        if self._draft is not None:
            self._draft.keep_missing()
            self.decided.emit()
