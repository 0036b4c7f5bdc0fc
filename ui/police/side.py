"""The side of the police's page: one row with everything in it, or what a melding and an aangifte are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.beside.holds import HoldLine
from app.kernel.texts import _
from app.police.lines import PoliceLine
from app.police.texts import ADVICE
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import FindingCard
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column
from ui.kit.rows import FactRow, PlainRow
from ui.police.words import BookRow, facts, texts

WORD = 104


class SideCard(QWidget):
    """``number`` is that of the police; ``complete`` is called with a report, ``lift`` with a request that is over."""

    def __init__(
        self, number: str, complete: Callable[[PoliceLine], object], lift: Callable[[HoldLine], object]
    ) -> None:
        super().__init__()
        bare(self)
        self._number, self._complete, self._lift = number, complete, lift
        scroll = Scroll()
        self._card = Card()
        scroll.body.addWidget(self._card)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroll)
        self.show_row(None)

    def show_row(self, line: BookRow | None) -> None:
        """Show a row of the list, or the help."""
        self._card.clear()
        if line is None:
            self._show_help()
            return
        self._card.set_title(line.kind)
        for word, text in facts(line.source):
            self._card.add(FactRow(word, text, WORD))
        for title, text in texts(line.source):
            self._card.body.addSpacing(4)
            self._card.body.addLayout(column(label(title, "label"), label(text, wrap=True, selectable=True), gap=3))
        self._card.body.addSpacing(6)
        if isinstance(line.source, PoliceLine):
            source = line.source
            for finding in source.findings:
                self._card.add(FindingCard(finding, _("om aan te vullen")))
            self._card.add(button(_("Aanvullen"), "pencil", lambda: self._complete(source)))
        elif isinstance(line.source, HoldLine) and line.source.lifted_at is None:
            hold = line.source
            self._card.add(button(_("Verzoek opheffen"), "check", lambda: self._lift(hold)))

    def _show_help(self) -> None:
        self._card.set_title(_("Melding of aangifte?"))
        for title, key in ((_("Melding"), "melding"), (_("Aangifte"), "aangifte"), (_("Mag of moet"), "must")):
            self._card.body.addLayout(column(label(title, "strong"), label(_(ADVICE[key]), wrap=True), gap=3))
        self._card.body.addSpacing(4)
        self._card.add(PlainRow("school", _(ADVICE["address"]), tone="ink2"))
        self._card.add(PlainRow("eye-off", _(ADVICE["evidence"]), tone="ink2"))
        urgent = _("Is er nu gevaar? Bel 112. Geen spoed: {number}.").format(number=self._number)
        self._card.add(PlainRow("siren", urgent, tone="ink2"))
