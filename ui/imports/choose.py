"""The first step: which file; with the sentence why a file was refused, and what was read before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.imports.results import ImportLine
from app.kernel.formats import short_date, short_time
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.fields import CheckField
from ui.kit.finding import Notice
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, holder, row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

HISTORY, LEAST = 268, 150


class ChooseStep(QWidget):
    """``wanted`` when the user wants to point at a file, ``undo_wanted`` with an earlier import."""

    wanted = Signal()
    template_wanted = Signal()
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._title = label("", "heading")
        self._text = label("", "quiet", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(520)
        self._button = button(_("Bestand kiezen"), "folder-open", self.wanted.emit)
        self.only_look = CheckField(_("Alleen kijken, niets overnemen"))
        self._template = button(_("Leeg sjabloon bewaren"), "download", self.template_wanted.emit, "quiet")
        self._problem = QVBoxLayout()
        self.history = Table(_columns(), name=_("Eerder ingelezen"), empty=_nothing_yet())
        self.history.verb_clicked.connect(lambda line, _at: self._undo(line))
        self.history.line_activated.connect(self._undo)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self._place(), 2)
        before = Card(_("Eerder ingelezen"), padding=12)
        before.setMinimumHeight(LEAST)
        before.setMaximumHeight(HISTORY)
        before.body.addWidget(self.history)
        inside.addWidget(before, 1)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Ask for a file."""
        clear(self._problem)
        self._title.setText(_("Sleep de klassenlijst hierheen"))
        self._text.setText(
            _(
                "Elk bestand uit uw schoolsysteem is goed: Excel, ODS, CSV, EDEXML of een webpagina. U ziet eerst "
                "wat er verandert. Er wordt niets bewaard voordat u dat zegt, en u kunt het daarna ongedaan maken."
            )
        )
        self._show_controls(True)

    def show_reading(self, name: str) -> None:
        """Say that the file is being read."""
        clear(self._problem)
        self._title.setText(_("De lijst wordt gelezen"))
        self._text.setText(name)
        self._show_controls(False)

    def show_problem(self, text: str) -> None:
        """Say why the file cannot be taken, and ask for another."""
        self.show_waiting()
        notice = Notice("danger", _("Dit bestand is niet ingelezen"), text)
        notice.setFixedWidth(520)
        self._problem.addWidget(holder(row(1, notice, 1)))

    def show_history(self, lines: Sequence[ImportLine]) -> None:
        """Show what was read before, newest first."""
        self.history.set_lines(lines)

    def _undo(self, line: ImportLine) -> None:
        if line.undone_at is None:
            self.undo_wanted.emit(line)

    def _show_controls(self, shown: bool) -> None:
        for widget in (self._button, self.only_look, self._template):
            widget.setVisible(shown)

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
        card.body.addWidget(self.only_look, 0, middle)
        card.body.addSpacing(6)
        card.body.addLayout(self._problem)
        card.body.addStretch(3)
        card.body.addWidget(self._template, 0, middle)
        return card


def _nothing_yet() -> EmptyState:
    return EmptyState("history", _("Nog geen klassenlijst ingelezen"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), text=lambda line: short_time(line.at), width=164, sort=lambda line: line.at),
        Column(_("Bestand"), text=lambda line: line.file_name),
        Column(_("Door"), text=lambda line: line.user_name, width=116),
        Column(_("Nieuw"), text=lambda line: str(line.new), width=64, align="right", sort=lambda line: line.new),
        Column(
            _("Gewijzigd"), text=lambda line: str(line.changed), width=84, align="right", sort=lambda line: line.changed
        ),
        Column(
            _("Uitgeschreven"), text=lambda line: str(line.left), width=106, align="right", sort=lambda line: line.left
        ),
        Column("", text=_undo_text, tag=_undone_tag, width=156, tip=_undone_tip, verb=True),
    )


def _undo_text(line: ImportLine) -> str:
    return _("Ongedaan maken") if line.undone_at is None else ""


def _undone_tag(line: ImportLine) -> TagText | None:
    return None if line.undone_at is None else TagText(_("ongedaan gemaakt"), "neutral", "undo-2")


def _undone_tip(line: ImportLine) -> str:
    if line.undone_at is None:
        return ""
    return _("{date} door {name}").format(date=short_date(line.undone_at.date()), name=line.undone_by)
