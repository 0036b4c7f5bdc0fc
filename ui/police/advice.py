"""What a melding or an aangifte is, in the words of the case that is chosen: where article 4a counts it is a duty."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.texts import _
from app.police.rules import Obligation, PoliceKind
from app.police.service import Police
from app.police.texts import ADVICE, OBLIGED
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.labels import bare
from ui.kit.layouts import clear


class CaseAdvice(QWidget):
    """Follows the chosen case; until one is chosen it says what holds in general."""

    def __init__(self, desk: Desk, police: Police, kind: PoliceKind) -> None:
        super().__init__()
        bare(self)
        self._desk, self._police, self._kind = desk, police, kind
        self._case_id: int | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._show(Obligation.FREE)

    def follow(self, case_id: int | None) -> None:
        """Say what holds for this case."""
        if case_id == self._case_id:
            return
        self._case_id = case_id
        if case_id is None:
            self._show(Obligation.FREE)
            return
        self._desk.jobs.run(
            lambda: self._police.obligation(case_id),
            owner=self,
            done=lambda found: self._show(found) if self._case_id == case_id else None,
        )

    def _show(self, obligation: Obligation) -> None:
        clear(self._inside)
        if obligation is Obligation.FREE:
            self._inside.addWidget(Notice("info", "", _(ADVICE[self._kind])))
            return
        title, text = OBLIGED[obligation]
        self._inside.addWidget(Notice("danger", _(title), _(text), "WPO artikel 4a"))
