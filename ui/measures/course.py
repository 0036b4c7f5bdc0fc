"""After the decision: what happened with day, time and name, and a button for each thing that can be recorded next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.kernel.formats import long_date, short_date, weekday_date, weekday_time
from app.kernel.texts import _, ngettext
from app.measures.dates import NOTICES
from app.measures.facts import OVER, Status
from app.measures.lines import MeasureCard, ProceedingLine, StepLine
from app.measures.texts import CARRIED, OUTCOMES, PROCEEDINGS, STEPS
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import Notice
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.rows import PlainRow
from ui.kit.steps import Step, StepList
from ui.measures.words import capital

Record = Callable[[str], object]


class CourseCard(Card):
    """Given, received, told, carried out, talked about, ended; each with the button that records it."""

    def __init__(self, card: MeasureCard, record: Record) -> None:
        super().__init__(_("Na het besluit"))
        self.buttons: dict[str, QWidget] = {}
        self._record, self._card = record, card
        self._is_over = card.status in OVER
        self._given()
        self._told()
        self._contested()
        self._run()
        self._ending()
        if card.warnings_reason:
            words = _("Doorgegaan bij een waarschuwing: {reason}").format(reason=card.warnings_reason)
            self.add(label(words, "secondary", wrap=True))

    def _given(self) -> None:
        card = self._card
        if card.communicated_on is None:
            self._button("communicate", _("Uitreiking vastleggen"))
        elif card.received_on is None:
            self._fact("mail", _("Gegeven op {day}").format(day=weekday_date(card.communicated_on)))
            self._button("receive", _("Ontvangst vastleggen"))
        else:
            self._fact("circle-check", _("Ontvangen op {day}").format(day=weekday_date(card.received_on)))

    def _told(self) -> None:
        card, whom = self._card, NOTICES.get(self._card.rung, "")
        if card.probation_until is not None or (whom == "inspectorate" and card.first_day == card.last_day):
            return
        if whom and card.authority_told_on is not None:
            self._fact("circle-check", _("Gemeld op {day}").format(day=weekday_date(card.authority_told_on)))
        elif whom:
            verb = _("Melding inspectie vastleggen") if whom == "inspectorate" else _("Melding gemeente vastleggen")
            self._button("tell", verb)

    def _contested(self) -> None:
        card = self._card
        if card.objection_until and not card.proceedings:
            self.add(PlainRow("calendar-clock", _("Bezwaar of beroep tot"), weekday_date(card.objection_until)))
        for line in card.proceedings:
            self._proceeding(line)
        self._button("object", _("Bezwaar of beroep vastleggen"))

    def _proceeding(self, line: ProceedingLine) -> None:
        kind = capital(_(PROCEEDINGS[line.kind]))
        if line.decided_on is not None:
            outcome = _(OUTCOMES[line.outcome])
            self._fact("gavel", f"{kind}: {outcome}, {short_date(line.decided_on)}")
            return
        self.add(PlainRow("gavel", _("{kind} van {day}").format(kind=kind, day=weekday_date(line.received_on))))
        if line.late_after is not None:
            late = _(
                "Te laat: de termijn liep tot en met {day}. Het telt toch als de brief op tijd op de post was, of als "
                "er een goede reden is."
            )
            self.add(Notice("warn", _("Na de termijn"), late.format(day=long_date(line.late_after))))
        if line.decide_until is not None:
            self.add(PlainRow("calendar-clock", _("Beslissen tot en met"), weekday_date(line.decide_until)))
        if line.hearing_on is not None:
            self.add(PlainRow("ear", _("Horen"), weekday_date(line.hearing_on)))
        else:
            self._button(f"hear:{line.id}", _("Horen vastleggen"))
        self._button(f"settle:{line.id}", _("Beslissing vastleggen"))

    def _run(self) -> None:
        card = self._card
        if card.carried_out:
            told = capital(_(CARRIED[card.carried_out]))
            self._fact("circle-check", ". ".join(part for part in (told, card.carried_out_note) if part))
        else:
            self._button("carry", _("Uitvoering vastleggen"))
        if card.rung.endswith(".SUSPENSION"):
            self._return_talk()
        self._button("late", _("Gesprek achteraf vastleggen"))

    def _return_talk(self) -> None:
        card = self._card
        if card.return_talk_held_on is not None:
            held = weekday_date(card.return_talk_held_on)
            self._fact("messages-square", _("Gesprek bij terugkeer op {day}").format(day=held))
        elif card.return_talk_at is not None:
            self.add(PlainRow("messages-square", _("Gesprek bij terugkeer"), weekday_time(card.return_talk_at)))
            self._button("returned", _("Gesprek bij terugkeer vastleggen"))
        else:
            self._button("return", _("Gesprek bij terugkeer plannen"))

    def _ending(self) -> None:
        card = self._card
        if card.quashed_on is not None:
            self._fact("gavel", _("Vernietigd op {day}").format(day=weekday_date(card.quashed_on)))
        if card.lapsed_on is not None:
            self._fact("archive", _("Uit het dossier op {day}").format(day=weekday_date(card.lapsed_on)))
        elif card.lapses_on is not None:
            self.add(PlainRow("archive", _("Vervalt op"), short_date(card.lapses_on)))
            if card.status is Status.EXPIRED:
                self._button("lapse", _("Uit het dossier gehaald"), always=True)
        if card.ended_on is not None:
            ended = _("Beëindigd op {day}").format(day=weekday_date(card.ended_on))
            told = _length(card)
            self._fact("flag", " ".join(part for part in (f"{ended}.", told, card.end_reason) if part))
        elif card.status is Status.RUNNING:
            self._button("end", _("Eerder beëindigen"))
        if card.withdrawn_on is not None:
            taken_back = _("Ingetrokken op {day}").format(day=weekday_date(card.withdrawn_on))
            self._fact("undo-2", f"{taken_back}. {card.withdraw_reason}".strip())
        elif card.ended_on is None:
            self._button("withdraw", _("Intrekken"))

    def _fact(self, icon: str, text: str) -> None:
        self.add(PlainRow(icon, text, tone="ok" if icon == "circle-check" else "ink"))

    def _button(self, step: str, verb: str, *, always: bool = False) -> None:
        if self._is_over and not always:
            return
        made = button(verb, "", lambda: self._record(step), "quiet")
        self.buttons[step] = made
        self.add(holder(row(made, 1)))


def _length(card: MeasureCard) -> str:
    """How long it was decided and how long it became, where those differ."""
    planned, actual = card.planned_days, card.actual_days
    if planned is None or actual is None or planned == actual:
        return ""
    decided = ngettext("Besloten: {n} dag.", "Besloten: {n} dagen.", planned)
    return " ".join([decided, ngettext("Geworden: {n} dag.", "Geworden: {n} dagen.", actual)])


class StepsCard(Card):
    """Every step in the order of the days: what, on which day, written down when and by whom."""

    def __init__(self, card: MeasureCard) -> None:
        super().__init__(_("Verloop"))
        steps = StepList("chain")
        steps.set_steps([Step(_(STEPS[line.step]), _noted(line), "done") for line in card.steps])
        self.add(steps)


def _noted(line: StepLine) -> str:
    recorded = _("{day} · vastgelegd {at} door {name}").format(
        day=short_date(line.on), at=weekday_time(line.at), name=line.by
    )
    return "\n".join(part for part in (line.note, recorded) if part)
