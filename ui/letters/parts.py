"""The compulsory parts of a letter as tags: filled, still open, or gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.texts import _
from app.letters.templates.rules import PartState, states_of
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, holder
from ui.kit.tag import Tag
from ui.kit.theme import Tone

_LOOKS: dict[PartState, tuple[Tone, str]] = {
    PartState.FILLED: ("ok", "check"),
    PartState.OPEN: ("warn", "pencil"),
    PartState.MISSING: ("danger", "circle-x"),
}


class PartTags(QWidget):
    """A green tick only at a part that is really filled."""

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__()
        bare(self)
        self._parts = tuple(parts)
        self._flow = FlowLayout(6)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(label(_("Verplichte delen"), "label"))
        inside.addWidget(bare(holder(self._flow)))
        self._states: dict[str, PartState] = {}

    def show_parts(self, body: str) -> None:
        """Show how far each part is in this text."""
        states = states_of(self._parts, body)
        if states == self._states:
            return
        self._states = states
        clear(self._flow)
        for part, state in states.items():
            tone, icon = _LOOKS[state]
            tag = Tag(part, tone, icon)
            tag.setAccessibleName(f"{part}: {_state_word(state)}")
            self._flow.addWidget(tag)


def _state_word(state: PartState) -> str:
    words = {
        PartState.FILLED: _("ingevuld"),
        PartState.OPEN: _("nog een open plek"),
        PartState.MISSING: _("ontbreekt"),
    }
    return words[state]
