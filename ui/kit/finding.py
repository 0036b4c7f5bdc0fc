"""What a rule found, on its soft colour: heading, sentence, and where the rule comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.kernel.findings import Finding, Severity
from app.kernel.texts import _
from ui.kit.icons import IconLabel
from ui.kit.labels import label
from ui.kit.layouts import column
from ui.kit.theme import Tone
from ui.kit.words import aloud

TONES: dict[Severity, Tone] = {
    Severity.BLOCK: "danger",
    Severity.WARN: "warn",
    Severity.INFO: "info",
    Severity.OK: "ok",
}
ICONS = {"danger": "circle-x", "warn": "triangle-alert", "info": "bell", "ok": "circle-check"}


class Notice(QFrame):
    """A coloured note with an icon; for findings and for whatever else must stand out."""

    def __init__(self, tone: Tone, title: str, text: str = "", source: str = "", icon: str = "") -> None:
        super().__init__()
        self.setProperty("look", "finding")
        self.setProperty("tone", tone)
        self.setAccessibleName(aloud(title, text))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 10, 14, 11)
        inside.setSpacing(10)
        inside.addWidget(IconLabel(icon or ICONS.get(tone, "info"), tone, 17), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=3)
        if title:
            words.addWidget(label(title, "strong", tone=tone, wrap=True))
        if text:
            words.addWidget(label(text, wrap=True))
        if source:
            words.addWidget(label(source, "secondary", wrap=True))
        inside.addLayout(words, 1)


class FindingCard(Notice):
    """One finding with its sentences; the foot names the source and what it means for going on."""

    def __init__(self, finding: Finding, note: str = "") -> None:
        # The sentences pull in every feature; a kit import must stay light.
        from app.sentences import sentence, title  # noqa: PLC0415

        foot = " · ".join(part for part in (finding.source, note or effect(finding.severity)) if part)
        super().__init__(TONES[finding.severity], title(finding), sentence(finding), foot)
        self.finding = finding


def effect(severity: Severity) -> str:
    """What a finding of this weight does to the step it is about."""
    if severity is Severity.BLOCK:
        return _("houdt het vaststellen tegen")
    return _("doorgaan kan met een reden") if severity is Severity.WARN else ""
