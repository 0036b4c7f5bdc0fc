"""The log of calls and attempts: a school year, filters, and the list without names on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.rules import short_number
from app.inspector.lines import CallLine
from app.inspector.paper import minutes
from app.inspector.texts import REASONS, SHOWN
from app.kernel.formats import short_time
from app.kernel.texts import _, ngettext
from app.protocol.rules import Domain as Subject
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.labels import bare
from ui.kit.layouts import row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

ALL = ""


class LogView(QWidget):
    """The calls of a school year, newest first; ``turn`` is called with another year."""

    def __init__(self, subjects: Sequence[Subject], turn: Callable[[str], object], paper: Callable[[], object]) -> None:
        super().__init__()
        bare(self)
        self._subjects = {subject.code: subject.label for subject in subjects}
        nothing = EmptyState(
            "phone", _("Nog geen gesprekken"), _("Elk gesprek en elke poging komt hier te staan, ook zonder gehoor.")
        )
        self.table = Table(self._columns(), empty=nothing, name=_("Gesprekken"))
        self.search = SearchField(_("Zoek in de gesprekken"), 180)
        self.search.textChanged.connect(self.table.set_filter)
        self.year = _choice(_("Schooljaar"), (), 130)
        self.year.changed.connect(lambda: turn(self.year.value()))
        self.domain = _choice(_("Domein"), ((ALL, _("Alle domeinen")), *self._subjects.items()), 168)
        shown = tuple((code, _(text)) for code, text in SHOWN.items())
        self.state = _choice(_("Uitkomst"), ((ALL, _("Alles")), *shown), 150)
        for choice in (self.domain, self.state):
            choice.changed.connect(self._filter)
        self._card = Card()
        self._card.top.addWidget(button(_("PDF zonder namen"), "printer", paper, "quiet"))
        self._card.add(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row(self.search, 1, self.year, self.domain, self.state))
        inside.addWidget(self._card, 1)

    def show_lines(self, lines: Sequence[CallLine], years: Sequence[str], year: str) -> None:
        """Show these calls."""
        self.year.set_options([(each, each) for each in years])
        self.year.set_value(year)
        self.table.set_lines(lines)
        reached = sum(line.reached for line in lines)
        missed = sum(not line.reached and not line.is_running for line in lines)
        calls = ngettext("{n} gesprek", "{n} gesprekken", reached)
        attempts = ngettext("{n} keer geen gehoor", "{n} keer geen gehoor", missed)
        self._card.set_title(f"{calls} · {attempts}" if lines else "")

    def _filter(self) -> None:
        domain, state = self.domain.value() or ALL, self.state.value() or ALL
        is_all = domain == ALL and state == ALL
        self.table.set_keep(None if is_all else lambda line: _passes(line, domain, state))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Wanneer"), lambda line: short_time(line.started_at), 148, sort=lambda line: line.started_at),
            Column(_("Duur"), minutes, 66, "right", sort=lambda line: line.length),
            Column(_("Uitkomst"), width=126, tag=state_tag),
            Column(_("Zaak"), lambda line: short_number(line.case_number) or "–", 76),
            Column(_("Domein"), lambda line: self._subjects.get(line.notes.domain or "", "–"), 112),
            Column(_("Advies"), _advice),
        )


def _choice(name: str, options: Sequence[tuple[str, str]], width: int) -> ChoiceField:
    made = ChoiceField(options)
    made.set_name(name)
    made.setFixedWidth(width)
    return made


def _advice(line: CallLine) -> str:
    return line.notes.advice.replace("\n", " ") or _(REASONS[line.notes.reason])


def _passes(line: CallLine, domain: str, state: str) -> bool:
    if domain not in {ALL, line.notes.domain}:
        return False
    waits = line.notes.follow_up_on is not None and not line.follow_up_done
    undone = any(step.done_on is None for step in line.notes.agreed)
    unweighed = bool(line.reached and line.notes.advice and line.notes.advice_followed is None)
    found = {
        "reached": line.reached,
        "missed": not line.reached and not line.is_running,
        "open": waits or undone or unweighed,
        "loose": line.case_id is None,
    }
    return found.get(state, True)


def state_tag(line: CallLine) -> TagText:
    """What became of a call."""
    if line.is_running:
        return TagText(_("loopt nu"), "accent", "phone-call")
    return TagText(_("gesproken"), "ok", "phone") if line.reached else TagText(_("geen gehoor"), "warn", "phone-missed")
