"""Above the new and above the changed pupils: leave them all out, or take them all over after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.imports.rules import LineKind
from app.kernel.texts import _
from ui.imports.draft import Draft
from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare

KINDS = frozenset({LineKind.NEW, LineKind.CHANGED, LineKind.MOVED})


class TogetherBar(QWidget):
    """``decided`` after the draft was changed for all rows of one kind."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._draft: Draft | None = None
        self._kind = LineKind.NEW
        self.skip = button(_("Allemaal overslaan"), "ban", lambda: self._decide(skip=True), "quiet")
        self.take = button(_("Allemaal overnemen"), "check", lambda: self._decide(skip=False), "quiet")
        flow = FlowLayout(8)
        self.setLayout(flow)
        for each in (self.skip, self.take):
            flow.addWidget(each)
        self.setFixedHeight(self.skip.sizeHint().height())

    def show_draft(self, draft: Draft, tab: object) -> None:
        """Show it for this tab, when it has several rows to decide about at once."""
        kind = next((kind for kind in KINDS if kind == tab), None)
        self.setVisible(kind is not None and draft.proposal.count(kind) > 1)
        self._draft, self._kind = draft, kind or LineKind.NEW

    def _decide(self, *, skip: bool) -> None:
        if self._draft is not None:
            self._draft.decide_all(self._kind, skip=skip)
            self.decided.emit()
