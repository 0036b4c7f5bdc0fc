"""The small cards around the timeline: who, what and where, parents, next step, open items, hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.cases.lines import CaseCard, Hint, NextStep, OpenPoint
from app.kernel.texts import _
from ui.cases.words import day_or_time, due_text, known_since, role_tag, what_and_where
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.rows import PersonRow, PlainRow
from ui.kit.tag import Tag


class InvolvedCard(Card):
    """Everybody in the case with their part."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Betrokkenen"))
        self.add_button = icon_button("user-plus", _("Persoon toevoegen"), self.add_wanted.emit)
        self.top.addWidget(self.add_button)

    def show_card(self, card: CaseCard) -> None:
        """Show the parties of this case."""
        self.clear()
        self.set_title(_("Betrokkenen · {n}").format(n=len(card.parties)))
        for line in card.parties:
            self.add(PersonRow(line.name, line.detail, role_tag(line)))
        if not card.parties:
            self.add(
                label(_("Nog niemand. Voeg toe wie het deed, wie het overkwam en wie het zag."), "quiet", wrap=True)
            )


class WhereCard(Card):
    """What happened where, and since when it is known."""

    def __init__(self) -> None:
        super().__init__(_("Wat en waar"))

    def show_card(self, card: CaseCard) -> None:
        """Show the circumstances of this case."""
        self.clear()
        for line in (*what_and_where(card), known_since(card)):
            self.add(label(line, "quiet", wrap=True, selectable=True))


class ParentsCard(Card):
    """Per pupil whether the parents know."""

    inform_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Ouders ingelicht"))
        self.inform_button = icon_button(
            "phone-call", _("Vastleggen dat ouders zijn ingelicht"), self.inform_wanted.emit
        )
        self.top.addWidget(self.inform_button)

    def show_card(self, card: CaseCard, today: date) -> None:
        """Show the parents of the pupils in this case."""
        self.clear()
        self.setVisible(bool(card.parents))
        for line in card.parents:
            if line.informed and line.at is not None:
                self.add(PlainRow("check", line.pupil, day_or_time(line.at, today), "ok", _("ingelicht")))
            elif line.informed is False:
                row = PlainRow("minus", line.pupil, _("bewust niet"), "ink2", _("bewust niet ingelicht"))
                row.setToolTip(line.reason)
                self.add(row)
            else:
                self.add(PlainRow("circle", line.pupil, _("nog niet"), "warn", _("nog niet ingelicht")))


class NextStepCard(Card):
    """What the protocol and the law ask now; its button does it."""

    action_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Volgende stap"), accent=True)

    def show_step(self, step: NextStep) -> None:
        """Show this step."""
        self.clear()
        self.add(label(step.title, "heading", wrap=True), label(step.text, "quiet", wrap=True))
        if step.source:
            self.add(label(step.source, "secondary", wrap=True))
        self.button = button(verb_of(step.action), "", lambda: self.action_wanted.emit(step.action), "primary")
        self.add(self.button)


def verb_of(action: str) -> str:
    """What the button of a next step says."""
    kind = action.partition(":")[0]
    verbs = {
        "triage": _("Melding beoordelen"),
        "talk": _("Gesprek vastleggen"),
        "inspector": _("Bellen voorbereiden"),
        "parents": _("Ouders inlichten"),
        "measure": _("Maatregel kiezen"),
        "move": _("Naar de volgende fase"),
        "task": _("Nazorg afvinken"),
        "close": _("Zaak afsluiten"),
        "reopen": _("Zaak heropenen"),
    }
    return verbs.get(kind, _("Notitie maken"))


class OpenCard(Card):
    """What is done and what is open before the case may close."""

    task_wanted = Signal()
    finish_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Nog open voor afronding"))
        self.task_button = icon_button("plus", _("Taak toevoegen"), self.task_wanted.emit)
        self.top.addWidget(self.task_button)

    def show_points(self, points: Sequence[OpenPoint], today: date) -> None:
        """Show these points."""
        self.clear()
        for point in points:
            right = "" if point.is_done else due_text(point.due_on, point.note, today)
            late = not point.is_done and point.due_on is not None and point.due_on < today
            icon, tone = ("circle-check", "ok") if point.is_done else ("circle", "danger" if late else "ink2")
            meaning = _("gedaan") if point.is_done else (_("te laat") if late else _("open"))
            row = PlainRow(icon, point.title, right, tone, meaning)
            if point.task_id is not None:
                self._let_finish(row, point.title, point.task_id)
            self.add(row)

    def _let_finish(self, row: PlainRow, title: str, task_id: int) -> None:
        tick = icon_button("check", _("Afvinken: {task}").format(task=title), lambda: self.finish_wanted.emit(task_id))
        layout = row.layout()
        if layout is not None:
            layout.addWidget(tick)


class HintCard(Card):
    """A suggestion with the cases behind it."""

    def __init__(self, hint: Hint, go: Callable[[int], object]) -> None:
        super().__init__()
        self.top.insertWidget(0, Tag(_("let op"), "warn", "triangle-alert"))
        self.add(label(hint.text, wrap=True))
        for line in hint.cases[:3]:
            verb = _("Bekijk {number}").format(number=line.short_number)
            shown = button(verb, "", partial(go, line.id), "link")
            shown.setToolTip(line.title)
            self.body.addWidget(shown)
