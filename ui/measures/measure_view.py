"""One measure: its ladder at the left, the form in the middle; what is beside it stands in the page's side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.rules import short_number
from app.kernel.findings import Finding, blocks
from app.kernel.formats import day_month, short_date
from app.kernel.texts import N_, _
from app.measures import rules
from app.measures.facts import OVER, Background, Decider, Draft, Status
from app.measures.form_lines import LadderView, MeasureForm, RungEvent, RungLine
from app.measures.lines import MeasureLine
from app.measures.texts import STATUSES
from app.people.rules import PersonKind
from app.school.rules import may_decide
from app.sentences import sentence
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll
from ui.kit.steps import State, Step, StepList
from ui.measures.decision_form import DecisionForm
from ui.measures.words import known_for

WIDE, NARROW = 240, 198
LADDERS = {
    PersonKind.PUPIL: N_("Ladder leerling"),
    PersonKind.GUARDIAN: N_("Ladder ouder"),
    PersonKind.EMPLOYEE: N_("Ladder medewerker"),
}


class MeasureView(QWidget):
    """``judged`` carries the findings after every change."""

    judged = Signal(object)

    def __init__(self, desk: Desk, opening: MeasureForm) -> None:
        super().__init__()
        bare(self)
        self.opening = opening
        self.is_fixed = opening.card is not None and (
            opening.card.settled_at is not None or opening.card.status in OVER
        )
        self.form = DecisionForm(desk, opening, fixed=self.is_fixed)
        self.ladder = LadderCard(opening, self.choose_rung)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addWidget(self.ladder)
        paper = Card()
        scroll = Scroll()
        scroll.body.addWidget(self.form)
        paper.body.addWidget(scroll)
        inside.addWidget(paper, 1)
        self.form.changed.connect(self.judge)

    @property
    def draft(self) -> Draft:
        """What stands in the form."""
        return self.form.draft()

    def choose_rung(self, rung: object) -> None:
        """Turn the measure into another one of the ladder."""
        if self.is_fixed or not isinstance(rung, str):
            return
        self.form.clear_errors()
        self.form.show_rung(rung)
        self.ladder.show_rung(rung)
        self.judge()

    def judge(self) -> None:
        """Ask the rules; they are pure and quick, so this happens on every key."""
        self.judged.emit(rules.findings(self.draft, self.opening.background))

    @staticmethod
    def is_blocked(findings: tuple[Finding, ...]) -> bool:
        """Whether the decision cannot be settled."""
        return bool(blocks(findings))


class LadderCard(Card):
    """The rungs in the protocol's order, with this person's history on them."""

    def __init__(self, opening: MeasureForm, chosen: Callable[[object], None]) -> None:
        super().__init__(_(LADDERS[opening.ladder.subject]))
        self.fit(narrow=False)
        self._opening = opening
        self.steps = StepList()
        self.steps.step_chosen.connect(chosen)
        self._scroll = Scroll(8)
        self.body.addWidget(self._scroll, 1)
        self._chosen = 0
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._show_chosen())
        self._tell(self.steps)
        if opening.ladder.subject is PersonKind.EMPLOYEE and opening.draft.knowledge_at is not None:
            self._tell(
                *(label(words, "secondary", wrap=True) for words in known_for(opening.background, opening.draft))
            )
        if opening.proposal is not None and opening.measure_id is None:
            rung = opening.background.label(opening.proposal.rung)
            self._tell(label(_("Voorstel: {rung}").format(rung=rung), "strong", wrap=True))
            for reason in opening.proposal.reasons:
                self._tell(label(sentence(reason), "secondary", wrap=True))
        self.show_rung(opening.draft.rung)

    def _tell(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._scroll.body.addWidget(widget)

    def fit(self, *, narrow: bool) -> None:
        """Leave more room to the form in a small window."""
        self.setFixedWidth(NARROW if narrow else WIDE)

    def show_rung(self, rung: str) -> None:
        """Mark the rung that the form is about."""
        ladder: LadderView = self._opening.ladder
        self.steps.set_steps([self.step(line, rung) for line in ladder.rungs])
        self._chosen = next((at for at, line in enumerate(ladder.rungs) if line.code == rung), 0)

    def _show_chosen(self) -> None:
        """In a small window the ladder is taller than its card: show the rung that the form is about."""
        chosen = self.steps.row(self._chosen)
        if chosen is not None:
            self._scroll.ensureWidgetVisible(chosen, 0, 0)

    def step(self, line: RungLine, rung: str) -> Step:
        """How one rung is drawn while the form is about this other or same one."""
        others = [measure for measure in line.measures if measure.id != self._opening.measure_id]
        ref = None if line.is_closed else line.code
        return Step(line.label, self._note(line, others, rung), self._state(line, others, rung), ref=ref)

    def _note(self, line: RungLine, others: Sequence[MeasureLine], rung: str) -> str:
        decided = next((measure for measure in reversed(others) if measure.decided_on), None)
        event = line.events[-1] if line.events else None
        if decided is not None and decided.decided_on:
            return f"{short_date(decided.decided_on)} · {short_number(decided.case_number)}"
        if event is not None and line.code != rung:
            return _happened(line.code, event)
        if line.code == rung:
            return _(STATUSES[self._opening.status or Status.PROPOSED])
        if others:
            return _(STATUSES[others[-1].status])
        if line.is_closed:
            return _("gesloten")
        return _("alleen door het bestuur") if _only_board(line.code, self._opening.background) else ""

    @staticmethod
    def _state(line: RungLine, others: Sequence[MeasureLine], rung: str) -> State:
        if line.code == rung:
            return "now"
        if any(not event.is_done for event in line.events):
            return "runs"
        if line.events or any(measure.decided_on for measure in others):
            return "done"
        return "blocked" if line.is_closed else "open"


def _happened(code: str, event: RungEvent) -> str:
    """``in bewaring sinds 16 nov · telefoon`` while it lasts, ``16 nov 2026 · telefoon`` once it is done."""
    if event.is_done:
        return f"{short_date(event.on)} · {event.text}"
    since = _("in bewaring sinds {day}") if code.endswith(".DEVICE_CUSTODY") else _("gevraagd {day}, nog niet weg")
    return f"{since.format(day=day_month(event.on))} · {event.text}"


def _only_board(code: str, background: Background) -> bool:
    rung = background.rung(code)
    return rung is not None and rung.mandate and not may_decide(rung, background.mandates, Decider.DIRECTOR)
