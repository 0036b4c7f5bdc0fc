"""Beside the form: what the rules say while you type, what happened after the decision, and the letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.kernel.findings import Finding, Severity
from app.kernel.formats import weekday_date
from app.kernel.texts import N_, _
from app.letters.lines import LetterLine
from app.measures.facts import Status
from app.measures.lines import MeasureCard, Recipient
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import FindingCard, Notice, effect
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.rows import PlainRow

# what is merely empty is said in one card, or a new form would be a wall of red
ABSENT = {
    "measures.first_day_missing": N_("eerste dag"),
    "measures.last_day_missing": N_("laatste dag"),
    "measures.facts_missing": N_("feiten"),
    "measures.reasons_missing": N_("redenen"),
    "measures.decider_missing": N_("wie besluit"),
    "measures.knowledge_missing": N_("sinds wanneer de leiding het weet"),
}
AUTHORITIES = {"pupil.SUSPENSION": "inspectorate", "pupil.REMOVAL": "municipality"}


class FindingsColumn(QWidget):
    """Heading, findings, and whatever cards come under them."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        self._findings: tuple[Finding, ...] | None = None
        self._cards = column(gap=10)
        self.below = column(gap=10)
        scroll = Scroll(10)
        self._heading = label(heading, "section")
        scroll.body.addWidget(self._heading)
        scroll.body.addLayout(self._cards)
        scroll.body.addLayout(self.below)
        outer = row(scroll, gap=0)
        self.setLayout(outer)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown now."""
        return self._findings or ()

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; nothing moves when they are the same as before."""
        if findings == self._findings:
            return
        self._findings = findings
        clear(self._cards)
        absent = [_(ABSENT[finding.code]) for finding in findings if finding.code in ABSENT]
        if absent:
            words = ", ".join(absent)
            what = words[:1].upper() + words[1:]
            self._cards.addWidget(Notice("danger", _("Nog niet ingevuld"), what, effect(Severity.BLOCK)))
        for finding in findings:
            if finding.code not in ABSENT:
                self._cards.addWidget(FindingCard(finding))
        self._heading.setVisible(bool(findings))


class LettersCard(Card):
    """To whom the decision goes; one button makes the letters."""

    def __init__(
        self, recipients: Sequence[Recipient], letters: Sequence[LetterLine], make: Callable[[], object]
    ) -> None:
        super().__init__(_("Brieven bij dit besluit"))
        for letter in letters:
            self.add(PlainRow("mail", letter.addressee or letter.subject, letter.template_name))
        if not letters:
            for one in recipients:
                place = ", ".join(part for part in (one.name, one.place) if part)
                self.add(PlainRow("mail", _("Aan {name}").format(name=place)))
        self._authorities = {
            "measures.tell_inspectorate": PlainRow("mail", _("Aan de Inspectie van het Onderwijs")),
            "measures.tell_municipality": PlainRow("mail", _("Aan de leerplichtambtenaar van de gemeente")),
        }
        self.add(*self._authorities.values())
        self.show_authorities(())
        self.making = button(_("Brieven bekijken") if letters else _("Brieven maken"), "mail-plus", make, "quiet")
        self.add(holder(row(self.making, 1)))

    def show_authorities(self, findings: Sequence[Finding]) -> None:
        """Add those whom the rules say must be told."""
        codes = {finding.code for finding in findings}
        for code, line in self._authorities.items():
            line.setVisible(code in codes)


class CourseCard(Card):
    """After the decision: given, told, objected to, ended; each with the button that records it."""

    def __init__(self, card: MeasureCard, record: Callable[[str], object]) -> None:
        super().__init__(_("Na het besluit"))
        self.buttons: dict[str, QWidget] = {}
        self._record = record
        self._fact(_("Besloten op {day}"), card.decided_on, "")
        self._fact(_("Gegeven op {day}"), card.communicated_on, "communicate", _("Uitreiking vastleggen"), card)
        told = AUTHORITIES.get(card.rung, "")
        if (told and card.first_day != card.last_day) or told == "municipality":
            verb = _("Melding inspectie vastleggen") if told == "inspectorate" else _("Melding gemeente vastleggen")
            self._fact(_("Gemeld op {day}"), card.authority_told_on, "tell", verb, card)
        if card.objection_until and not card.objection_on:
            self.add(PlainRow("calendar-clock", _("Bezwaar of beroep tot"), weekday_date(card.objection_until)))
        self._fact(_("Bezwaar van {day}"), card.objection_on, "object", _("Bezwaar vastleggen"), card)
        if card.objection_on:
            self._fact(_("Beslist op {day}"), card.objection_decided_on, "settle", _("Beslissing vastleggen"), card)
        self._ending(card)

    def _fact(self, text: str, day: object, step: str, verb: str = "", card: MeasureCard | None = None) -> None:
        if day is not None:
            self.add(PlainRow("circle-check", text.format(day=weekday_date(day)), tone="ok"))  # type: ignore[arg-type]
        elif verb and card is not None and card.status is not Status.WITHDRAWN:
            self._button(step, verb)

    def _ending(self, card: MeasureCard) -> None:
        if card.ended_on is not None:
            ended = _("Beëindigd op {day}").format(day=weekday_date(card.ended_on))
            self.add(PlainRow("flag", f"{ended}. {card.end_reason}".strip()))
        elif card.status is Status.RUNNING:
            self._button("end", _("Eerder beëindigen"))
        if card.withdrawn_on is not None:
            taken_back = _("Ingetrokken op {day}").format(day=weekday_date(card.withdrawn_on))
            self.add(PlainRow("undo-2", f"{taken_back}. {card.withdraw_reason}".strip()))
        elif card.ended_on is None:
            self._button("withdraw", _("Intrekken"))
        if card.warnings_reason:
            self.add(
                label(
                    _("Doorgegaan bij een waarschuwing: {reason}").format(reason=card.warnings_reason),
                    "secondary",
                    wrap=True,
                )
            )

    def _button(self, step: str, verb: str) -> None:
        made = button(verb, "", lambda: self._record(step), "quiet")
        self.buttons[step] = made
        self.add(holder(row(made, 1)))
