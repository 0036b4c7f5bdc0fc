"""Buttons in the few kinds there are: one primary per screen, quiet ones in rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from ui.kit.icons import icon as tinted
from ui.kit.theme import ICON, repolish

Kind = Literal[
    "secondary", "primary", "danger", "quiet", "icon", "chip", "option", "chosen", "navigation", "search", "link"
]
BETWEEN = 4
_ICON_TONES = {
    "primary": "on_accent",
    "danger": "surface",
    "quiet": "accent",
    "link": "accent",
    "chosen": "accent",
    "search": "ink2",
}


def button(
    text: str, icon: str = "", slot: Callable[[], object] | None = None, kind: Kind = "secondary"
) -> QPushButton:
    """A push button; its text is a verb. For a button with only an icon, use ``icon_button``."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        gap = BETWEEN if text else 0
        made.setIcon(tinted(icon, _ICON_TONES.get(kind, "ink"), ICON, gap))
        made.setIconSize(QSize(ICON + gap, ICON))
    if slot is not None:
        made.clicked.connect(lambda _checked=False: slot())
    return made


def icon_button(icon: str, meaning: str, slot: Callable[[], object] | None = None) -> QPushButton:
    """A button that shows only an icon; ``meaning`` is its tip and is read aloud."""
    made = button("", icon, slot, "icon")
    made.setToolTip(meaning)
    made.setAccessibleName(meaning)
    return made


def set_kind(made: QPushButton, kind: Kind) -> None:
    """Turn a button into another kind, for example primary to secondary."""
    made.setProperty("kind", kind)
    repolish(made)
