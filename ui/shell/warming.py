"""Draws, unseen and step by step, what the first page is made of, while the user still types the passphrase.

Qt reads a font, weighs a style rule and draws an icon when it first meets them: here that is before anybody waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.vault.keyring import Role, User
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.header import Header
from ui.kit.labels import ElidedLabel, label
from ui.kit.layouts import holder, row
from ui.kit.rows import ActionRow, Rows
from ui.kit.tag import TagText
from ui.kit.theme import Tone
from ui.shell.navigation import Navigation
from ui.shell.pages import page_classes
from ui.shell.top_bar import TopBar

PAUSE = 20  # ms between two steps, in which a key that was pressed is answered
ICONS = ("phone", "clipboard-list", "list-checks", "scale", "mail", "camera", "smartphone", "shield", "calendar-clock")
_TONES: tuple[Tone, ...] = ("neutral", "warn", "danger", "accent")


class Warming(QObject):
    """Does its steps one by one until they are done or the school is open."""

    def __init__(self, parent: QObject, is_wanted: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_wanted, self._steps = is_wanted, steps()

    def go_on(self) -> None:
        """Take the next step, and come back for the one after it."""
        made = next(self._steps, None) if self._is_wanted() else None
        if made is None:
            self.deleteLater()
            return
        made.grab()
        made.deleteLater()
        QTimer.singleShot(PAUSE, self, self.go_on)


def steps() -> Iterator[QWidget]:
    """The parts of a window with Vandaag in it, without anything that somebody wrote."""
    user = User("", "", Role.DIRECTOR)
    yield TopBar(user, "")
    yield Navigation(page_classes())
    yield Header()
    for name in ICONS:
        card = Card("", tone="danger" if name == ICONS[0] else "", padding=12)
        rows = Rows()
        for tone in _TONES[: 1 + 3 * (name == ICONS[0])]:
            rows.add(ActionRow(name, "-", "-", "-", TagText("-", tone, "clock"), "-", _nothing))
        card.add(rows)
        card.body.addWidget(holder(row(ElidedLabel("-", "quiet"), label("-", "strong"), _buttons(), 1)))
        yield card


def _buttons() -> QWidget:
    return holder(row(button("-", "plus", _nothing, "primary"), icon_button("printer", "-", _nothing)))


def _nothing() -> None:
    """What these buttons do: nobody sees them."""
