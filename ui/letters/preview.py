"""The letter itself beside the list: what it still misses, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.kernel.findings import Finding
from app.kernel.formats import weekday_date, weekday_time
from app.kernel.texts import _
from app.letters.lines import TrayLine
from app.letters.texts import return_word, sending_word
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, holder, row
from ui.kit.pdf_view import PdfView
from ui.kit.rows import FactRow
from ui.letters.findings import Findings


class Preview(QWidget):
    """Findings above, the PDF below; without a letter it says what to choose."""

    def __init__(self, *, envelope_first: bool = False) -> None:
        super().__init__()
        bare(self)
        self.pdf = PdfView()
        self.findings = Findings()
        self._pages = QStackedWidget()
        told = _("De brief staat dan hier zoals hij wordt afgedrukt.")
        if envelope_first:
            told = _("U ziet dan aan wie hij gaat en hoe hij weg moet. De brief zelf ziet u pas als u erom vraagt.")
        nothing = EmptyState("mail-open", _("Kies een brief"), told)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.pdf)
        self._envelope = Scroll(gap=8)
        self._pages.addWidget(self._envelope)
        card = Card(padding=10)
        card.add(self._pages)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.findings)
        inside.addWidget(card, 1)

    def show_pdf(self, data: bytes, findings: Sequence[Finding] = (), *, can_mend: bool = False) -> None:
        """Show this letter with what the rules say of it; ``can_mend`` for a draft."""
        self.findings.show_findings(findings, can_mend=can_mend)
        self.pdf.set_pdf(data)
        self._pages.setCurrentIndex(1 if data else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.findings.set_room(self.height())

    def show_envelope(self, line: TrayLine, look: Callable[[], object]) -> None:
        """Show only what stands on the envelope; ``look`` opens the letter, for who checks it before printing."""
        self.findings.show_findings((), can_mend=False)
        inside = self._envelope.body
        clear(inside)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(label(line.addressee, "heading", wrap=True))
        how = _("Aangetekend, met een bewijs van verzending") if line.is_registered else _("Gewone post")
        rows = [(_("Adres"), line.place or _("geen adres: overhandigen")), (_("Bladzijden"), str(line.pages)),
                (_("Klaar sinds"), weekday_time(line.placed_at))]  # fmt: skip
        text = ""
        if line.posted_at is None or line.sending is None:
            rows.insert(1, (_("Versturen"), how))
            text = _("Druk de brief af, doe hem dicht en verstuur hem. Leg daarna vast hoe hij is weggegaan.")
            if line.printed_at is not None:
                rows.append((_("Afgedrukt"), weekday_time(line.printed_at)))
                text = _("De brief is afgedrukt. Verstuur hem, en leg daarna vast hoe en op welke dag.")
        else:
            rows += [(_("Weg op"), weekday_date(line.posted_at.date())), (_("Hoe"), sending_word(line.sending)),
                     (_("Door"), line.posted_by), (_("Bewijs"), line.proof)]  # fmt: skip
        if line.returned is not None:
            rows.append(
                (_("Terug"), " · ".join(part for part in (return_word(line.returned), line.return_note) if part))
            )
        for word, told in rows:
            if told:
                inside.addWidget(FactRow(word, told, 96))
        inside.addSpacing(8)
        inside.addWidget(label(text, "quiet", wrap=True))
        if line.can_print:
            inside.addWidget(holder(row(button(_("Brief bekijken"), "eye", look), 1)))
            inside.addWidget(label(_("Het logboek onthoudt dat u de brief bekeek."), "quiet", wrap=True))
        self._pages.setCurrentIndex(2)
