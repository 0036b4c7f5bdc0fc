"""The last step: what was taken over, and what was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.rules import Result
from app.kernel.texts import _
from ui.imports.preview import rejected_card
from ui.kit.card import Card
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, column, holder, row

SIDE = 344


class ResultStep(QWidget):
    """Counts in large figures; the rows that were left out beside them."""

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._main = Card()
        self._side = Scroll()
        self._side.setFixedWidth(SIDE)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addWidget(self._main, 1)
        inside.addWidget(self._side)

    def show_result(self, result: Result) -> None:
        """Show what was done."""
        self._main.clear()
        middle = Qt.AlignmentFlag.AlignHCenter
        body: QVBoxLayout = self._main.body
        body.addStretch(2)
        body.addWidget(IconLabel("circle-check", "ok", 40), 0, middle)
        body.addWidget(label(_("De klassenlijst is overgenomen"), "heading"), 0, middle)
        body.addSpacing(14)
        body.addWidget(holder(_figures(result)), 0, middle)
        body.addSpacing(14)
        words = label(self._next(result), "quiet", wrap=True)
        words.setAlignment(middle)
        words.setFixedWidth(460)
        body.addWidget(holder(row(1, words, 1)))
        body.addStretch(3)
        clear(self._side.body)
        self._side.setVisible(bool(result.rejected))
        if result.rejected:
            self._side.body.addWidget(rejected_card(result.rejected))

    def _next(self, result: Result) -> str:
        if result.missing:
            return _(
                "Leerlingen die niet in de lijst staan, zijn niet verwijderd. Schrijf hen uit als zij van school zijn. "
                "Kijk ook na wie er gezag heeft: dat staat niet vast door een lijst."
            )
        return _("Kijk nog na wie er gezag heeft over een kind: dat staat niet vast door een lijst.")


def _figures(result: Result) -> QHBoxLayout:
    pairs = (
        (result.new, _("nieuw")),
        (result.changed, _("gewijzigd")),
        (result.unchanged, _("ongewijzigd")),
        (result.missing, _("niet in de lijst")),
    )
    return row(*(_figure(number, text) for number, text in pairs), gap=44)


def _figure(number: int, text: str) -> QVBoxLayout:
    figure, word = label(str(number), "figure"), label(text, "secondary")
    for each in (figure, word):
        each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return column(figure, word, gap=2)
