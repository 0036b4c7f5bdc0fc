"""Beside the form: what the rules say while you type, what happened after the decision, and the letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.kernel.findings import Finding, Severity
from app.kernel.texts import _
from app.letters.lines import LetterLine
from app.letters.rules import Addressee, names_in_text
from app.measures.lines import MeasureCard
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.fields import AreaField
from ui.kit.finding import TONES, FindingCard, Notice, effect
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.rows import PlainRow
from ui.measures.words import ABSENT, capital


class FindingsColumn(QWidget):
    """Heading, findings with the reason to go on right under the warnings, and whatever cards come under them."""

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        self._findings: tuple[Finding, ...] | None = None
        self._heavy, self._light = column(gap=10), column(gap=10)
        self.below = column(gap=10)
        scroll = Scroll(10)
        self._heading = label(heading, "section")
        self.reason = Form(desk)
        self.reason.field(
            "reason", _("Waarom gaat u door"), AreaField(lines=2), _("Eén zin; die wordt bij het besluit bewaard.")
        )
        scroll.body.addWidget(self._heading)
        scroll.body.addLayout(self._heavy)
        scroll.body.addWidget(self.reason)
        scroll.body.addLayout(self._light)
        scroll.body.addLayout(self.below)
        outer = row(scroll, gap=0)
        self.setLayout(outer)
        self.reason.hide()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown now."""
        return self._findings or ()

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; nothing moves when they are the same as before."""
        if findings == self._findings:
            return
        self._findings = findings
        clear(self._heavy)
        clear(self._light)
        for severity in (Severity.BLOCK, Severity.WARN):
            self._show_absent(severity)
        for finding in findings:
            if finding.code not in ABSENT:
                heavy = finding.severity in {Severity.BLOCK, Severity.WARN}
                (self._heavy if heavy else self._light).addWidget(FindingCard(finding))
        self._heading.setVisible(bool(findings))
        self.reason.clear_errors()
        self.reason.setVisible(any(finding.severity is Severity.WARN for finding in findings))

    def _show_absent(self, severity: Severity) -> None:
        """One card for all that is empty and weighs the same."""
        own = [finding for finding in self.findings if finding.severity is severity and finding.code in ABSENT]
        if own:
            what = capital(", ".join(_(ABSENT[finding.code]) for finding in own))
            self._heavy.addWidget(Notice(TONES[severity], _("Nog niet ingevuld"), what, effect(severity)))

    def start_reason(self, reason: str = "") -> None:
        """Begin with this reason for another measure."""
        self.reason.set_values({"reason": reason})
        self.reason.clear_errors()
        self.reason.mark_clean()


def is_ungiven(card: MeasureCard) -> bool:
    """Whether this was decided and whom it is for was not told yet."""
    return card.settled_at is not None and card.communicated_on is None and card.ended_on is None


class LettersCard(Card):
    """To whom the decision goes; one button makes the letters. It ``is_next`` when that is what remains to be done."""

    def __init__(
        self,
        recipients: Sequence[Addressee],
        letters: Sequence[LetterLine],
        make: Callable[[], object],
        *,
        is_next: bool = False,
    ) -> None:
        super().__init__(_("Brieven bij dit besluit"))
        self._has_letters = bool(letters)
        for letter in letters:
            self.add(PlainRow("mail", letter.addressee or letter.subject, letter.template_name))
        if not letters:
            for one in recipients:
                place = ", ".join((names_in_text(one.name), *one.lines[1:2]))
                self.add(PlainRow("mail", _("Aan {name}").format(name=place)))
        self._authorities = {
            "measures.tell_inspectorate": PlainRow("mail", _("Aan de Inspectie van het Onderwijs")),
            "measures.tell_municipality": PlainRow("mail", _("Aan de leerplichtambtenaar van de gemeente")),
        }
        self.add(*self._authorities.values())
        self.show_authorities(())
        words = _("Brieven bekijken") if letters else _("Brieven maken")
        self.making = button(words, "mail-plus", make, "primary" if is_next else "quiet")
        self.add(holder(row(self.making, 1)))

    def show_authorities(self, findings: Sequence[Finding]) -> None:
        """Add those whom the rules say must be told."""
        codes = {finding.code for finding in findings}
        for code, line in self._authorities.items():
            line.setVisible(code in codes and not self._has_letters)
