"""The card of one employee: what they answered per purpose, and how that came about."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consents.matrix.overview import Cell, CellState
from app.consents.staff.service import StaffCard
from app.consents.texts import STATES, media_words
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import _
from ui.consents.history import history_view
from ui.consents.words import ICONS, INKS
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column, holder
from ui.kit.rows import PlainRow


class StaffView(QWidget):
    """Asks to record an answer or a withdrawal, or to mend one."""

    answer_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    expiry_wanted = Signal(object)
    mend_wanted = Signal(object, object)  # the event, and the card it stands on
    scan_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._card = Card()
        self.setLayout(column(self._card, gap=0))
        self.show_card(None)

    def show_card(self, card: StaffCard | None) -> None:
        """Show an employee, or that none is chosen."""
        self._card.clear()
        if card is None:
            text = _("U ziet dan de antwoorden en het verloop.")
            self._card.add(EmptyState("briefcase", _("Kies een medewerker"), text))
            return
        scroll = Scroll(gap=10)
        scroll.body.setContentsMargins(0, 0, 10, 0)
        for part in self._parts(card):
            scroll.body.addWidget(part)
        self._card.add(scroll)

    def _parts(self, card: StaffCard) -> Iterable[QWidget]:
        employee = card.employee
        ends = [_("uit dienst {date}").format(date=short_date(employee.end_date))] if employee.end_date else []
        detail = " · ".join(part for part in (employee.job_title, *ends) if part)
        yield holder(column(label(full(employee.name), "heading", wrap=True), label(detail, "quiet"), gap=2))
        record = button(_("Antwoord vastleggen"), "", lambda: self.answer_wanted.emit(card), "quiet")
        withdraw = button(_("Intrekken"), "", lambda: self.withdrawal_wanted.emit(card), "quiet")
        end = button(_("Laten verlopen"), "", lambda: self.expiry_wanted.emit(card), "quiet")
        beside = FlowLayout(4)  # under each other when their words are long
        for made in (record, withdraw, end):
            beside.addWidget(made)
        yield holder(beside)
        yield label(_("Antwoorden"), "section")
        for purpose, cell in zip(card.purposes, card.cells, strict=True):
            yield PlainRow(ICONS[cell.state] or "camera", purpose.short, _words(cell), INKS[cell.state])
        yield label(_("Verloop"), "section")
        yield history_view(
            card.history,
            card.shorts,
            len(card.purposes),
            mend=lambda line: self.mend_wanted.emit(line, card),
            scan=self.scan_wanted.emit,
            of_pupil=False,
        )


def _words(cell: Cell) -> str:
    """What a square says of an employee."""
    if cell.state is CellState.PARTLY:
        return _("alleen {media}").format(media=media_words(cell.media))
    return _(STATES[cell.state])
