"""The answers on one form: a row per purpose, filled in with J and N without leaving the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from app.consents.answers.forms import EVERY_MEDIUM, Answer
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import Medium
from app.kernel.texts import _, ngettext
from ui.kit.fields import Field
from ui.kit.labels import label
from ui.kit.table import Column, Table

ROW_HEIGHT, LOWEST = 24, 20
YES_COLUMN, NO_COLUMN, MEDIA_COLUMNS = 1, 2, {3: Medium.PHOTO, 4: Medium.FILM, 5: Medium.SOUND}
MEDIA_KEYS = {Qt.Key.Key_1: Medium.PHOTO, Qt.Key.Key_2: Medium.FILM, Qt.Key.Key_3: Medium.SOUND}


@dataclass(frozen=True)
class AnswerLine:
    """One purpose on the form; ``yes`` is None while nothing is filled in.

    ``apart`` when photo, film and sound have boxes of their own; without a cross there the answer is for all three.
    """

    code: str
    label: str
    about: str = ""
    yes: bool | None = None
    media: frozenset[Medium] = EVERY_MEDIUM
    apart: bool = True


class AnswerTable(Table):
    """J yes, N no, Space nothing, then the next row; 1, 2, 3 before it: photo, film, sound alone; A: the rest yes.

    The boxes stand as they do on the paper.
    ``other_key`` tells of any other letter, for what else stands on the form.
    """

    least = 90
    edited = Signal()
    other_key = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            (
                Column(_("Doel"), text=lambda line: line.label, tip=lambda line: line.about),
                Column(_("Ja"), width=36, align="center", icon=lambda line: "check" if line.yes else "", tone=_ok),
                Column(
                    _("Nee"), width=42, align="center", icon=lambda line: "x" if line.yes is False else "", tone=_no
                ),
                _medium(_("Foto"), 44, Medium.PHOTO),
                _medium(_("Film"), 44, Medium.FILM),
                _medium(_("Geluid"), 56, Medium.SOUND),
            ),
            name=_("Antwoorden per doel"),
            row=ROW_HEIGHT,
            key=lambda line: line.code,
        )
        self._past: list[tuple[AnswerLine, ...]] = []
        self.horizontalHeader().setFixedHeight(28)
        self.verticalHeader().setMinimumSectionSize(LOWEST)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(lambda index: self._clicked(index.row(), index.column()))

    @property
    def lines(self) -> list[AnswerLine]:
        """The rows as they stand."""
        return list(self.lines_model.lines)

    @property
    def wanted(self) -> int:
        """The height in which every row can still be read."""
        return len(self.lines) * LOWEST + self.horizontalHeader().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make the rows lower rather than leave one out of sight."""
        room = self.viewport().height() // max(1, len(self.lines))
        self.verticalHeader().setDefaultSectionSize(max(LOWEST, min(ROW_HEIGHT, room)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        answers = {Qt.Key.Key_J: True, Qt.Key.Key_N: False, Qt.Key.Key_Space: None}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key in answers:
            self.fill(self.currentIndex().row(), answers[key])
            self._go(self.currentIndex().row() + 1)
        elif key == Qt.Key.Key_A:
            self._put([replace(line, yes=True) if line.yes is None else line for line in self.lines])
        elif key in MEDIA_KEYS:
            self._toggle(self.currentIndex().row(), MEDIA_KEYS[key])
        elif Qt.Key.Key_A < key <= Qt.Key.Key_Z:
            self.other_key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def undo(self) -> bool:
        """Take the last key back; False when there is none to take back."""
        if not self._past:
            return False
        before = self._past.pop()
        now = self.lines
        changed = next((at for at, line in enumerate(before) if line != now[at]), 0)
        self.set_lines(before)
        self._go(changed)
        self.edited.emit()
        return True

    def forget(self) -> None:
        """What is filled in now is where taking back ends."""
        self._past.clear()

    def fill(self, row: int, yes: bool | None) -> None:
        """Answer one row."""
        self._change(row, yes=yes)

    def start(self) -> None:
        """Stand on the first row."""
        self._go(0)

    def _clicked(self, row: int, column: int) -> None:
        line = self.lines[row]
        if column in {YES_COLUMN, NO_COLUMN}:
            wanted = column == YES_COLUMN
            self._change(row, yes=None if line.yes is wanted else wanted)
        elif column in MEDIA_COLUMNS:
            self._toggle(row, MEDIA_COLUMNS[column])

    def _toggle(self, row: int, medium: Medium) -> None:
        if 0 <= row < len(self.lines) and self.lines[row].apart:
            media = self.lines[row].media
            chosen = frozenset({medium}) if media == EVERY_MEDIUM else media ^ {medium}
            self._change(row, media=chosen or EVERY_MEDIUM)

    def _change(self, row: int, **changes: Any) -> None:
        lines = self.lines
        if 0 <= row < len(lines):
            lines[row] = replace(lines[row], **changes)
            self._put(lines)

    def _put(self, lines: Sequence[AnswerLine]) -> None:
        row = self.currentIndex().row()
        self._past.append(tuple(self.lines))
        self.set_lines(lines)
        self._go(row)
        self.edited.emit()

    def _go(self, row: int) -> None:
        lines = self.lines
        if lines:
            self.select(lines[max(0, min(row, len(lines) - 1))].code, quietly=True)


class AnswersField(Field):
    """Gives the answers that were filled in."""

    def __init__(self) -> None:
        self.table = AnswerTable()
        super().__init__(self.table)
        self._beside = label("", "quiet")
        self._beside.hide()
        inside = self.layout()
        assert inside is not None  # noqa: S101 - every field has one
        inside.addWidget(self._beside)
        self.table.edited.connect(self.changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_hidden()

    def _tell_hidden(self) -> None:
        """Say how many rows are out of sight: the key for all the rest answers those too."""
        over = self.table.wanted - self.height()
        hidden = -(-(over + self._beside.sizeHint().height()) // LOWEST) if over > 0 else 0
        told = ngettext("{n} doel staat buiten beeld: scrol.", "{n} doelen staan buiten beeld: scrol.", hidden)
        self._beside.setText(told)
        self._beside.setVisible(hidden > 0)

    def set_purposes(self, purposes: Sequence[PurposeLine]) -> None:
        """Start an empty form with these purposes; nothing is filled in beforehand."""
        self.table.set_lines(
            [AnswerLine(line.code, line.short, line.label, apart=line.media_apart) for line in purposes]
        )
        self.table.forget()
        self.table.fit()
        self._tell_hidden()
        self.table.start()

    def set_name(self, name: str) -> None:
        super().set_name(name or _("Antwoorden per doel"))

    def value(self) -> tuple[Answer, ...]:
        return tuple(Answer(line.code, line.yes, line.media) for line in self.table.lines if line.yes is not None)

    def set_value(self, value: Any) -> None:
        self.restore([(answer.purpose, answer.yes, answer.media) for answer in value or ()])

    def keep(self) -> list[list[Any]]:
        return [[line.code, line.yes, sorted(line.media)] for line in self.table.lines if line.yes is not None]

    def restore(self, kept: Any) -> None:
        given = {code: (yes, media) for code, yes, media in kept or ()}
        lines = []
        for line in self.table.lines:
            yes, media = given.get(line.code, (None, EVERY_MEDIUM))
            lines.append(replace(line, yes=yes, media=frozenset(Medium(one) for one in media)))
        self.table.set_lines(lines)
        self.table.forget()


def _ok(_line: Any) -> str:
    return "ok"


def _no(_line: Any) -> str:
    return "danger"


def _medium(title: str, width: int, medium: Medium) -> Column:
    """The box of one medium: a cross when the answer is for that alone, a dot where there may be one."""

    def is_marked(line: AnswerLine) -> bool:
        return line.media != EVERY_MEDIUM and medium in line.media

    def tone(line: AnswerLine) -> str:
        return "ink2" if not is_marked(line) else "danger" if line.yes is False else "ok"

    return Column(
        title,
        text=lambda line: "·" if line.apart and not is_marked(line) else "",
        width=width,
        align="center",
        icon=lambda line: "check" if is_marked(line) else "",
        tone=tone,
    )
