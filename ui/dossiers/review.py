"""What was masked: every replacement, and the doubtful words on which the user decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.evidence.files import PDF, PICTURES
from app.dossiers.rules import Choices, Dossier, DossierAttachment, Doubt, Replacement
from app.kernel.texts import _, ngettext
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column, row
from ui.kit.rows import Rows
from ui.kit.table import Column, Table

SHOWN = 40


class Review(QWidget):
    """Calls ``decided`` with the new choices whenever the user keeps or hides a word."""

    def __init__(self, decided: Callable[[Choices], object]) -> None:
        super().__init__()
        bare(self)
        self._decided = decided
        self.choices = Choices()
        nothing = EmptyState(
            "shield-check", _("Geen namen van anderen"), _("In dit dossier hoefde niets vervangen te worden.")
        )
        columns = (
            Column(_("Stond er"), lambda line: line.text),
            Column(_("Staat er nu"), lambda line: line.shown, 126),
            Column(_("Keer"), lambda line: str(line.times), 46, "right"),
        )
        self.table = Table(columns, empty=nothing, name=_("Vervangen namen"), key=_key)
        self._doubts = Rows()
        self._doubtful = Card(_("Twijfelachtig"))
        scroll = Scroll(gap=0)
        scroll.body.addWidget(self._doubts)
        self._doubtful.body.addWidget(scroll, 1)
        self._files = Rows()
        self._filed = Card(_("Bijlagen"))
        filed = Scroll(gap=0)
        filed.body.addWidget(self._files)
        self._filed.body.addWidget(filed, 1)
        self._replaced = Card(_("Vervangen"))
        self._replaced.body.addWidget(self.table, 1)
        self.hide_field = TextField(placeholder=_("Nog een woord of naam"))
        self.hide_field.set_name(_("Ook afschermen"))
        self._replaced.body.addLayout(row(self.hide_field, button(_("Afschermen"), "eye-off", self.hide_word)))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(self._doubtful, 2)
        inside.addWidget(self._filed, 2)
        inside.addWidget(self._replaced, 3)
        self._doubtful.hide()
        self._filed.hide()

    def start_over(self) -> None:
        """Forget the choices; they belong to one person."""
        self.choices = Choices()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show what was masked in this dossier."""
        self.setVisible(dossier is not None)
        if dossier is None:
            return
        self.table.set_lines(dossier.replacements)
        times = sum(line.times for line in dossier.replacements)
        self._replaced.set_title(
            ngettext("{n} keer vervangen", "{n} keer vervangen", times) if times else _("Vervangen")
        )
        self._doubts.clear()
        for doubt in dossier.doubts[:SHOWN]:
            self._doubts.add(self._doubt_row(doubt))
        self._doubtful.set_title(
            ngettext("{n} woord om na te kijken", "{n} woorden om na te kijken", len(dossier.doubts))
        )
        may_change = [one for one in dossier.attachments if self._may_change(one)]
        self._files.clear()
        for one in may_change:
            self._files.add(self._file_row(one))
        files = ngettext("{n} bijlage", "{n} bijlagen", len(may_change))
        self._filed.set_title(files)
        self._filed.setVisible(bool(may_change))
        self._doubtful.setVisible(bool(dossier.doubts))

    def hide_word(self) -> None:
        """Mask one more word everywhere in this dossier."""
        word = self.hide_field.value()
        if word:
            self.hide_field.set_value("")
            self._choose(replace(self.choices, hide=(*self.choices.hide, word)))

    def keep(self, doubt: Doubt) -> None:
        """Let a doubtful word stand."""
        self._choose(replace(self.choices, keep=(*self.choices.keep, doubt.text)))

    def hide_doubt(self, doubt: Doubt) -> None:
        """Mask a doubtful word."""
        self._choose(replace(self.choices, hide=(*self.choices.hide, doubt.text)))

    def attach(self, one: DossierAttachment) -> None:
        """Take a file in as it is: the user looked at it."""
        leave = tuple(number for number in self.choices.leave if number != one.entry_id)
        self._choose(replace(self.choices, attach=(*self.choices.attach, one.entry_id), leave=leave))

    def leave_out(self, one: DossierAttachment) -> None:
        """Leave a file out; the chronology says so."""
        attach = tuple(number for number in self.choices.attach if number != one.entry_id)
        self._choose(replace(self.choices, attach=attach, leave=(*self.choices.leave, one.entry_id)))

    def _may_change(self, one: DossierAttachment) -> bool:
        """Whether the user decides on it: what was destroyed or may not be spread stays out."""
        return bool(one.data) or one.entry_id in self.choices.leave or one.mime in {*PICTURES, PDF}

    def _file_row(self, one: DossierAttachment) -> QWidget:
        made = bare(QWidget())
        told = one.why or (_("afgedekte kopie") if one.is_masked else _("zoals het is"))
        words = column(label(one.name, "strong", wrap=True), label(told, "secondary", wrap=True), gap=1)
        if one.data:
            verb = button(_("Weglaten"), "", lambda: self.leave_out(one), "quiet")
        else:
            verb = button(_("Toch opnemen, nagekeken"), "", lambda: self.attach(one), "quiet")
        verb.setAccessibleName(f"{verb.text()}: {one.name}")
        words.addLayout(row(1, verb, gap=4))
        words.setContentsMargins(0, 6, 0, 2)
        made.setLayout(words)
        return made

    def _choose(self, choices: Choices) -> None:
        self.choices = choices
        self._decided(choices)

    def _doubt_row(self, doubt: Doubt) -> QWidget:
        made = bare(QWidget())
        stays = doubt.text == doubt.shown
        state = _("staat er nu gewoon") if stays else _("is nu {shown}").format(shown=doubt.shown)
        buttons = row(1, button(_("Laten staan"), "", lambda: self.keep(doubt), "quiet"), gap=4)
        if stays:
            buttons.addWidget(button(_("Afschermen"), "", lambda: self.hide_doubt(doubt), "quiet"))
        words = column(
            label(f"{doubt.text} · {state}", "strong", wrap=True),
            label(f"… {doubt.context} …", "secondary", wrap=True),
            gap=1,
        )
        words.addLayout(buttons)
        words.setContentsMargins(0, 6, 0, 2)
        made.setLayout(words)
        return made


def _key(line: Replacement) -> tuple[str, str]:
    return line.text, line.shown
