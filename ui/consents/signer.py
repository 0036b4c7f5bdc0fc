"""Above a form: whose answer it is, in large letters, and the field for the number on the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.consents.rounds.lines import FormTarget
from app.kernel.formats import long_date
from app.kernel.texts import _
from ui.kit.finding import Notice
from ui.kit.icons import icon
from ui.kit.labels import label
from ui.kit.layouts import clear, column, row
from ui.kit.theme import repolish


class NumberField(QLineEdit):
    """Typed or scanned; Enter finds the form."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Nummer van formulier"))
        self.setAccessibleName(_("Nummer van formulier"))
        self.setToolTip(_("Typ of scan het nummer op het formulier en druk op Enter."))
        self.setFixedWidth(190)
        self.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)


class SignerBand(QFrame):
    """``Antwoord van: Sanne de Graaf (moeder)`` with ``formulier 1 van 2``; another colour for every next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "finding")
        self.words = label("", "heading", wrap=True)
        self._place = label("", "strong")
        inside = row(self.words, self._place, gap=10)
        inside.setStretch(0, 1)
        inside.setContentsMargins(12, 8, 12, 9)
        self.setLayout(inside)

    @property
    def text(self) -> str:
        """Everything that stands here."""
        return str(self.accessibleName())

    def show_signer(self, names: Sequence[str], at: int, of: int) -> None:
        """Say whose answer it is, and which form of this child."""
        words = _("Antwoord van: {names}").format(names=_(" en ").join(names))
        if len(names) > 1:
            place, tone = _("samen op één formulier"), "ok"
        elif at == 0:
            place, tone = _("telt niet mee: geen gezag"), "danger"
        else:
            place, tone = _("formulier {at} van {of}").format(at=at, of=of), "info" if at == 1 else "warn"
        self._show(words, place, tone)

    def show_own(self, first_name: str) -> None:
        """The pupil answers."""
        self._show(_("Antwoord van: {names}").format(names=first_name), _("de leerling zelf"), "info")

    def _show(self, words: str, place: str, tone: str) -> None:
        for each, text in ((self.words, words), (self._place, place)):
            each.setText(text)
            each.setProperty("tone", tone)
            repolish(each)
        self.setProperty("tone", tone)
        repolish(self)
        self.setAccessibleName(f"{words}, {place}")


class PaperNote(QWidget):
    """Says of the form in hand that it was entered before, or that its round is over."""

    def __init__(self) -> None:
        super().__init__()
        self.is_old = False  # today is not the day on which it was signed
        self._notices = column(gap=6)
        self.setLayout(self._notices)
        self.hide()

    def tell(self, target: FormTarget | None, *, everybody_answered: bool) -> None:
        """Look at what is known of this form."""
        clear(self._notices)
        self.is_old = target is not None and bool(target.round_name)
        said = []
        if target is not None and target.recorded_on is not None and everybody_answered:
            words = _("Dit formulier is al vastgelegd op {day}.")
            said.append(words.format(day=long_date(target.recorded_on)))
        if target is not None and self.is_old:
            words = _("Dit formulier is van {round}. Wat daarna is geantwoord, blijft gelden.")
            said.append(words.format(round=target.round_name))
        if said:
            self._notices.addWidget(Notice("warn", "", " ".join(said)))
        self.setVisible(bool(said))
