"""The log of calls and attempts, and one call with everything in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.rules import short_number
from app.inspector.lines import CallLine
from app.inspector.rules import AdviceFollowed, CallKind
from app.inspector.texts import FOLLOWED, KINDS, REASONS, SUSPICIONS
from app.kernel.formats import long_date, short_time, weekday_time
from app.kernel.texts import _, ngettext
from app.protocol.rules import Domain as Subject
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column
from ui.kit.rows import FactRow
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

WIDTH = 104


class LogView(Card):
    """The calls of a school year, newest first."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        super().__init__()
        self._subjects = {subject.code: subject.label for subject in subjects}
        nothing = EmptyState(
            "phone", _("Nog geen gesprekken"), _("Elk gesprek en elke poging komt hier te staan, ook zonder gehoor.")
        )
        self.table = Table(self._columns(), empty=nothing, name=_("Gesprekken"))
        self.add(self.table)

    def show_lines(self, lines: Sequence[CallLine]) -> None:
        """Show these calls."""
        self.table.set_lines(lines)
        reached = sum(line.reached for line in lines)
        missed = sum(not line.reached and not line.is_running for line in lines)
        calls = ngettext("{n} gesprek", "{n} gesprekken", reached)
        attempts = ngettext("{n} keer geen gehoor", "{n} keer geen gehoor", missed)
        self.set_title(f"{calls} · {attempts}" if lines else "")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Wanneer"), lambda line: short_time(line.started_at), 148, sort=lambda line: line.started_at),
            Column(_("Duur"), minutes, 74, "right", sort=lambda line: line.length),
            Column(_("Uitkomst"), width=140, tag=state_tag),
            Column(_("Zaak"), lambda line: short_number(line.case_number) or "–", 84),
            Column(_("Domein"), lambda line: self._subjects.get(line.notes.domain or "", "–"), 150),
            Column(_("Advies"), lambda line: line.notes.advice.replace("\n", " ")),
        )


class CallDetail(QWidget):
    """One call at the side; what may still be added has a button."""

    def __init__(
        self,
        attach: Callable[[CallLine, int], object],
        weigh: Callable[[CallLine], object],
        close_follow_up: Callable[[CallLine], object],
    ) -> None:
        super().__init__()
        bare(self)
        self._attach, self._weigh, self._close = attach, weigh, close_follow_up
        self._scroll = Scroll()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        self._card = Card()
        self._scroll.body.addWidget(self._card)
        self.show_line(None, ())

    def show_line(self, line: CallLine | None, cases: Sequence[tuple[int, str]]) -> None:
        """Show a call, or what to choose."""
        self._card.clear()
        if line is None:
            self._card.set_title(_("Kies een gesprek"))
            self._card.add(label(_("Het hele gesprek staat dan hier."), "quiet", wrap=True))
            return
        self._card.set_title(weekday_time(line.started_at))
        for word, text in facts(line):
            self._card.add(FactRow(word, text, WIDTH))
        for title, text in texts(line):
            self._card.body.addSpacing(4)
            self._card.body.addLayout(column(label(title, "label"), label(text, wrap=True, selectable=True), gap=3))
        self._card.body.addSpacing(6)
        self._add_verbs(line, cases)

    def _add_verbs(self, line: CallLine, cases: Sequence[tuple[int, str]]) -> None:
        if line.is_running:
            return
        if line.case_id is None and cases:
            choice = ChoiceField(cases, blank=_("Kies een zaak"))
            choice.set_name(_("Zaak"))
            join = button(_("Bij zaak voegen"), "link", lambda: choice.value() and self._attach(line, choice.value()))
            self._card.add(choice, join)
        if line.reached and line.notes.advice and line.notes.advice_followed is None:
            self._card.add(button(_("Advies gevolgd?"), "clipboard-check", lambda: self._weigh(line)))
        if line.notes.follow_up_on is not None and not line.follow_up_done:
            self._card.add(button(_("Teruggebeld"), "phone-call", lambda: self._close(line)))


def minutes(line: CallLine) -> str:
    """How long a call took, in whole minutes."""
    if line.is_running or not line.reached:
        return "–"
    return _("{minutes} min").format(minutes=max(1, round(line.length / timedelta(minutes=1))))


def state_tag(line: CallLine) -> TagText:
    """What became of a call."""
    if line.is_running:
        return TagText(_("loopt nu"), "accent", "phone-call")
    return TagText(_("gesproken"), "ok", "phone") if line.reached else TagText(_("geen gehoor"), "warn", "phone-missed")


def facts(line: CallLine) -> list[tuple[str, str]]:
    """The short facts of a call; those that are empty are left out."""
    notes = line.notes
    told = (
        (_("Zaak"), line.case_number or _("zonder zaak")),
        (_("Soort"), _(KINDS[notes.kind])),
        (_("Waarom"), _(REASONS[notes.reason])),
        (_("Beller"), _("{name}, namens het bestuur").format(name=line.caller) if notes.for_board else line.caller),
        (_("Inspecteur"), notes.inspector_name),
        (_("Kenmerk"), notes.reference),
        (_("Vermoeden"), _conclusion(line)),
        (_("Terugbellen"), long_date(notes.follow_up_on) if notes.follow_up_on else ""),
        (_("Gevolgd"), _followed(notes.advice_followed)),
    )
    return [(word, text) for word, text in told if text]


def texts(line: CallLine) -> list[tuple[str, str]]:
    """The longer texts of a call; those that are empty are left out."""
    notes = line.notes
    told = (
        (_("Feiten zoals verteld"), notes.facts),
        (_("Aantekeningen"), notes.notes),
        (_("Advies"), notes.advice),
        (_("Waarom niet gevolgd"), notes.why_not),
        (_("Wat is afgesproken"), "\n".join(step.what for step in notes.agreed)),
    )
    return [(title, text) for title, text in told if text]


def _conclusion(line: CallLine) -> str:
    suspicion = line.notes.suspicion
    return _(SUSPICIONS[suspicion]) if suspicion and line.notes.kind is CallKind.CONSULT else ""


def _followed(value: AdviceFollowed | None) -> str:
    return _(FOLLOWED[value]) if value else ""
