"""The row above the matrix: which group, which purposes, which pupils; and what the symbols mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.consents.matrix.overview import CellState
from app.consents.purposes.lines import PurposeLine
from app.consents.texts import STATES
from app.kernel.texts import N_, _
from app.protocol.rules import Audience
from ui.consents.words import ICONS, INKS
from ui.kit.buttons import Kind, set_kind
from ui.kit.icons import IconLabel, icon
from ui.kit.labels import bare, label
from ui.kit.layouts import column, holder, row
from ui.kit.tag import Tag
from ui.kit.theme import RADIUS_TAG, Tone, color

AUDIENCES: tuple[tuple[str, str, frozenset[Audience]], ...] = (
    ("all", N_("Alle doelen"), frozenset(Audience)),
    ("public", N_("Voor iedereen te zien"), frozenset({Audience.PUBLIC})),
    ("parents", N_("Alleen voor ouders"), frozenset({Audience.PARENTS, Audience.CLASS_PARENTS, Audience.AS_CHANNEL})),
    (
        "school",
        N_("School en opleiding"),
        frozenset({Audience.STAFF, Audience.TRAINING_INSTITUTE, Audience.THIRD_PARTY}),
    ),
)
PARTLY = {
    "camera": N_("alleen foto"),
    "video": N_("alleen film"),
    "mic": N_("alleen geluid"),
    "circle-dot": N_("deels"),
}


class MenuButton(QPushButton):
    """A button that shows the chosen option and offers the others; ``chosen`` gives the value."""

    chosen = Signal(object)

    def __init__(self, kind: Kind = "secondary", name: str = "") -> None:
        super().__init__()
        set_kind(self, kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self.setIcon(icon("chevron-down", "accent" if kind == "chosen" else "ink", 16))
        self._name = name
        self._options: tuple[tuple[Any, str], ...] = ()
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2))))
        self.value: Any = None

    def set_options(self, options: Sequence[tuple[Any, str]], value: Any) -> None:
        """Offer these, with one of them chosen."""
        self._options = tuple(options)
        self._menu.clear()
        for each, text in self._options:
            self._menu.addAction(text).triggered.connect(partial(self.choose, each))
        self._show(value)

    def choose(self, value: Any, _checked: bool = False) -> None:
        """Choose, and tell."""
        self._show(value)
        self.chosen.emit(value)

    def _show(self, value: Any) -> None:
        self.value = value
        words = next((text for each, text in self._options if each == value), "")
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")


class TagSwitch(Tag):
    """A tag that filters when it is pressed, and again shows all."""

    switched = Signal(bool)

    def __init__(self, tone: Tone, icon: str) -> None:
        super().__init__("", tone, icon)
        self.on = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def switch(self, on: bool) -> None:
        """Filter or not, and tell."""
        self.on = on
        self.update()
        self.switched.emit(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.on or self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent" if self.hasFocus() else self.what.tone), 1.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), RADIUS_TAG, RADIUS_TAG)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.switch(not self.on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.switch(not self.on)
        else:
            super().keyPressEvent(event)


class CountTags(QWidget):
    """How many pupils lack an answer, contradict or are shielded; pressing one filters on it."""

    filtered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        kinds: tuple[tuple[CellState, Tone, str], ...] = (
            (CellState.NO_ANSWER, "neutral", "circle-question-mark"),
            (CellState.DISAGREE, "warn", "users"),
            (CellState.BLOCKED, "neutral", "shield"),
        )
        self.tags = {state: TagSwitch(tone, icon) for state, tone, icon in kinds}
        inside = row(gap=8)
        self.setLayout(inside)
        for state, tag in self.tags.items():
            inside.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
            tag.switched.connect(lambda on, one=state: self._switched(one, on))

    def show_counts(self, count: Callable[[CellState], int]) -> None:
        """Say how many there are of each."""
        words = {
            CellState.NO_ANSWER: _("ontbreekt {n}"),
            CellState.DISAGREE: _("ouders oneens {n}"),
            CellState.BLOCKED: _("afgeschermd {n}"),
        }
        for state, tag in self.tags.items():
            number = count(state)
            tone: Tone = "warn" if state is CellState.DISAGREE and number else "neutral"
            tag.set(words[state].format(n=number), tone, tag.what.icon)

    def _switched(self, state: CellState, on: bool) -> None:
        for other, tag in self.tags.items():
            if other is not state and tag.on:
                tag.on = False
                tag.update()
        self.filtered.emit(state if on else None)


class Legend(QWidget):
    """What the symbols mean; those for part of the media only while they can be seen."""

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._partly: dict[str, QWidget] = {}
        inside = row(gap=12)
        self.setLayout(inside)
        words = {**STATES, CellState.DISAGREE: N_("oneens")}
        for state in (CellState.YES, CellState.NO, CellState.NO_ANSWER, CellState.DISAGREE, CellState.BLOCKED):
            inside.addWidget(_meaning(ICONS[state], INKS[state], _(words[state])))
        for symbol, text in PARTLY.items():
            self._partly[symbol] = _meaning(symbol, INKS[CellState.PARTLY], _(text))
            inside.addWidget(self._partly[symbol])
        inside.addStretch(1)

    def show_partly(self, symbols: Collection[str]) -> None:
        """Explain these symbols too."""
        for symbol, shown in self._partly.items():
            shown.setVisible(symbol in symbols)


class FilterRow(QWidget):
    """Group, purposes and counts, with the legend behind them, or under them when the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self.groups = MenuButton("chosen", _("Groep"))
        self.audience = MenuButton(name=_("Doelen"))
        self.audience.set_options(audience_options(), "all")
        self.counts, self.legend = CountTags(), Legend()
        self._first = row(self.groups, self.audience, self.counts, 1, gap=8)
        self._second = row(gap=8)
        self.setLayout(column(self._first, self._second, gap=8))
        self._first.addWidget(self.legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put the legend where it fits."""
        wanted = sum(each.sizeHint().width() + 8 for each in (self.groups, self.audience, self.counts, self.legend))
        target, other = (self._first, self._second) if wanted + 16 <= self.width() else (self._second, self._first)
        if target.indexOf(self.legend) < 0:
            other.removeWidget(self.legend)
            target.addWidget(self.legend)


def _meaning(symbol: str, ink: str, text: str) -> QWidget:
    return holder(row(IconLabel(symbol, ink, 14), label(text, "secondary"), gap=4))


def audience_options() -> tuple[tuple[str, str], ...]:
    """The choices of purposes."""
    return tuple((name, _(text)) for name, text, _audiences in AUDIENCES)


def keeps(choice: str) -> Callable[[PurposeLine], bool]:
    """Whether a purpose belongs to a choice."""
    audiences = next(audiences for name, _text, audiences in AUDIENCES if name == choice)
    return lambda purpose: purpose.audience in audiences
