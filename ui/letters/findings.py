"""What the rules say of a letter, above its pages: every finding, in a column that scrolls when it is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.findings import Finding
from app.kernel.texts import _, ngettext
from app.letters.place_rules import place_of
from ui.kit.buttons import icon_button
from ui.kit.finding import FindingCard
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear

SHARE = 0.45  # of the height beside the list: the letter itself stays in sight
_FEW = 2  # cards that can be counted at a glance


class Findings(QWidget):
    """``chosen`` tells which one was clicked, when it can be mended in the text."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._shown: tuple[Finding, ...] = ()
        self._count = label("", "label")
        self._scroll = Scroll(gap=8)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._count)
        inside.addWidget(self._scroll)
        self._room = 0
        cards = self._scroll.widget()
        if cards is not None:
            cards.installEventFilter(self)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], *, can_mend: bool) -> None:
        """Show these; ``can_mend`` for a draft, in which a click goes to the place."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        clear(self._scroll.body)
        for finding in findings:
            self._scroll.body.addWidget(self._card(finding, can_mend))
        count = len(findings)
        self._count.setText(ngettext("{n} punt bij deze brief", "{n} punten bij deze brief", count))
        self._count.setVisible(count > _FEW)
        self._scroll.verticalScrollBar().setValue(0)
        self.setVisible(bool(findings))
        self._fit()

    def set_room(self, height: int) -> None:
        """How much height there is for these and the letter together."""
        self._room = round(height * SHARE)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _card(self, finding: Finding, can_mend: bool) -> FindingCard:
        parts = [str(finding.values["part"])] if "part" in finding.values else []
        if not can_mend or place_of(finding, str(finding.values.get("names", "")), parts) is None:
            return FindingCard(finding)
        return _Signpost(finding, self)

    def _fit(self) -> None:
        """As high as the cards, until the share of the letter is reached; only then there is a scroll bar.

        The width without a bar decides: else the bar, which makes the cards higher, would come and go for ever.
        """
        wanted = max(self._scroll.body.totalHeightForWidth(self.width()), 0)
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wanted <= self._room else policy.ScrollBarAlwaysOn
        )
        height = min(wanted, self._room)
        if (height, height) != (self._scroll.minimumHeight(), self._scroll.maximumHeight()):
            self._scroll.setFixedHeight(height)


class _Signpost(FindingCard):
    """A finding that brings the user to its place in the text."""

    def __init__(self, finding: Finding, findings: Findings) -> None:
        super().__init__(finding)
        self._findings = findings
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        inside = self.layout()
        if inside is not None:
            inside.addWidget(icon_button("arrow-right", _("Naar deze plek in de tekst"), self._go))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()

    def _go(self) -> None:
        self._findings.chosen.emit(self.finding)
