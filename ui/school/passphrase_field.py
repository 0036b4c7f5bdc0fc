"""A field for a new passphrase: shows how hard it is to guess, and proposes one of loose words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.school.passphrases import SHORTEST, Strength, judge, proposed
from ui.kit.buttons import button
from ui.kit.fields import TextField
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.theme import Tone, color, repolish, theme
from ui.kit.words import sentence_of

_TONES: dict[Strength, Tone] = {
    Strength.SHORT: "danger",
    Strength.WEAK: "danger",
    Strength.FAIR: "warn",
    Strength.STRONG: "ok",
}


def sentence(strength: Strength) -> str:
    """What the meter says."""
    return {
        Strength.SHORT: _("Te kort. Neem ten minste {length} tekens.").format(length=SHORTEST),
        Strength.WEAK: _("Makkelijk te raden. Neem vier losse woorden die niets met elkaar te maken hebben."),
        Strength.FAIR: _("Het mag sterker. Voeg nog een los woord toe."),
        Strength.STRONG: _("Sterk genoeg. Schrijf hem niet op bij de computer."),
    }[strength]


class PassphraseField(TextField):
    """``known`` gives names that make a passphrase easy to guess: of the school and of the user."""

    def __init__(self, known: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__(secret=True)
        self._known = known
        self._bar = _Bar()
        advice = _("Vier losse woorden zijn goed te onthouden en moeilijk te raden.")
        self._words = label(advice, "secondary", wrap=True)
        self._propose = button(_("Wachtzin voorstellen"), "", self.propose, "link")
        below = row(self._bar, 1, self._propose, gap=12)
        below.setContentsMargins(0, 4, 0, 0)
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)  # noqa: S101 - a field lays its parts under each other
        inside.addLayout(below)
        inside.addWidget(self._words)
        self.edit.textChanged.connect(self._judge)

    def propose(self) -> None:
        """Put a proposal in the field, readable, so that it can be learned or written down for now."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        self.edit.setText(proposed())
        self.changed.emit()

    def problem(self) -> str:
        strength = judge(self.edit.text(), self._known())
        return sentence(strength) if strength in {Strength.SHORT, Strength.WEAK} else ""

    def set_wrong(self, wrong: bool) -> None:
        """The form says below what is wrong: the meter does not say the same once more."""
        super().set_wrong(wrong)
        self._words.setVisible(not (wrong and self.problem()))

    def _judge(self, typed: str) -> None:
        strength = judge(typed, self._known())
        self._bar.show_strength(strength if typed else None)
        self._words.setText(sentence(strength))
        self._words.setProperty("tone", _TONES[strength])
        repolish(self._words)


class RepeatField(TextField):
    """The same passphrase once more; it says so itself when it is another."""

    def __init__(self, first: PassphraseField) -> None:
        super().__init__(secret=True)
        self._first = first

    def problem(self) -> str:
        if self.edit.text() == self._first.edit.text():
            return ""
        return sentence_of(Invalid("repeat", "school.passphrase_repeat"))


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._strength: Strength | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Hoe sterk de wachtzin is"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(180, 6)

    def show_strength(self, strength: Strength | None) -> None:
        """Fill as many parts as the passphrase is strong."""
        self._strength = strength
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        steps = tuple(Strength)
        filled = steps.index(self._strength) + 1 if self._strength is not None else 0
        part = self.width() / len(steps)
        for at in range(len(steps)):
            on = at < filled and self._strength is not None
            painter.setBrush(color(_TONES[self._strength] if on and self._strength is not None else "line"))
            painter.drawRoundedRect(QRectF(at * part, 0, part - 4, 6), 3, 3)
        painter.end()
