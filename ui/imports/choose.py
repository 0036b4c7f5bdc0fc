"""The first step: which file; with the sentence why a file was refused, and what was read before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.service import ImportLine
from app.kernel.formats import short_time
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import Notice
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, holder, row
from ui.kit.rows import PersonRow, Rows

SIDE = 344


class ChooseStep(QWidget):
    """``wanted`` when the user wants to point at a file."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._title = label("", "section")
        self._text = label("", "quiet", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(430)
        self._button = button(_("Bestand kiezen"), "folder-open", self.wanted.emit)
        self._problem = QVBoxLayout()
        self._history = Rows()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addWidget(self._place(), 1)
        before = Card(_("Eerder ingelezen"))
        before.setFixedWidth(SIDE)
        before.add(self._history)
        before.body.addStretch(1)
        inside.addWidget(before)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Ask for a file."""
        clear(self._problem)
        self._title.setText(_("Sleep de klassenlijst hierheen"))
        self._text.setText(
            _(
                "Of kies het bestand dat u uit uw schoolsysteem hebt gehaald: Excel, ODS, CSV of een webpagina. "
                "U ziet eerst wat er verandert. Er wordt niets bewaard voordat u dat zegt."
            )
        )
        self._button.show()

    def show_reading(self, name: str) -> None:
        """Say that the file is being read."""
        clear(self._problem)
        self._title.setText(_("De lijst wordt gelezen"))
        self._text.setText(name)
        self._button.hide()

    def show_problem(self, text: str) -> None:
        """Say why the file cannot be taken, and ask for another."""
        self.show_waiting()
        notice = Notice("danger", _("Dit bestand is niet ingelezen"), text)
        notice.setFixedWidth(520)
        self._problem.addWidget(holder(row(1, notice, 1)))

    def show_history(self, lines: Sequence[ImportLine]) -> None:
        """Show what was read before, newest first."""
        self._history.clear()
        for line in lines[:8]:
            counts = _("{new} nieuw, {changed} gewijzigd").format(new=line.new, changed=line.changed)
            self._history.add(PersonRow(line.file_name, f"{short_time(line.at)} · {line.user_name}\n{counts}"))
        if not lines:
            self._history.add(label(_("Nog geen klassenlijst ingelezen."), "quiet", wrap=True))

    def _place(self) -> Card:
        card = Card()
        middle = Qt.AlignmentFlag.AlignHCenter
        card.body.addStretch(2)
        card.body.addWidget(IconLabel("file-spreadsheet", "accent", 40), 0, middle)
        card.body.addSpacing(4)
        card.body.addWidget(self._title, 0, middle)
        card.body.addLayout(row(1, self._text, 1))
        card.body.addSpacing(6)
        card.body.addWidget(self._button, 0, middle)
        card.body.addSpacing(10)
        card.body.addLayout(self._problem)
        card.body.addStretch(3)
        return card
