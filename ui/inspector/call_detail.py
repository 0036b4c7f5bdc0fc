"""One call of the log at the side, with what may still be added; without one, the counts of the year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inspector.lines import CallLine
from app.inspector.paper import agreed_line, caller, counted, outcome, second_reader, suspicion, texts, told_on
from app.inspector.texts import FOLLOWED, REASONS
from app.kernel.formats import long_date, weekday_time
from app.kernel.texts import _
from app.protocol.rules import Domain as Subject
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.fields import ChoiceField
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column, holder, row
from ui.kit.rows import FactRow

WIDTH = 112


@dataclass(frozen=True)
class CallVerbs:
    """What can be done with a call that was finished."""

    attach: Callable[[CallLine, int], object]
    weigh: Callable[[CallLine], object]
    call_back: Callable[[CallLine], object]
    close_follow_up: Callable[[CallLine], object]
    tick: Callable[[CallLine, int], object]
    read_along: Callable[[CallLine], object]
    note: Callable[[CallLine], object]


class CallDetail(QWidget):
    """Shows ``counted`` of a year until a call is chosen."""

    def __init__(self, verbs: CallVerbs, user: str, subjects: Sequence[Subject]) -> None:
        super().__init__()
        bare(self)
        self._verbs, self._user, self._subjects = verbs, user, subjects
        scroll = Scroll()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroll)
        self._card = Card()
        scroll.body.addWidget(self._card)

    def show_counts(self, lines: Sequence[CallLine], year: str) -> None:
        """Show how many calls there were this year, about what."""
        self._card.clear()
        self._card.set_title(_("Schooljaar {year}").format(year=year))
        for word, number in counted(lines, self._subjects):
            self._card.add(FactRow(word, number, 210))
        self._card.add(label(_("Kies een gesprek om het hele gesprek te zien."), "secondary", wrap=True))

    def show_line(self, line: CallLine, cases: Sequence[tuple[int, str]]) -> None:
        """Show a call."""
        self._card.clear()
        self._card.set_title(weekday_time(line.started_at))
        for word, text in facts(line):
            self._card.add(FactRow(word, text, WIDTH))
        for title, text in texts(line)[:-1] if line.notes.agreed else texts(line):
            self._card.body.addSpacing(4)
            self._card.body.addLayout(column(label(title, "label"), label(text, wrap=True, selectable=True), gap=3))
        self._add_agreed(line)
        self._card.body.addSpacing(6)
        if not line.is_running:
            self._add_verbs(line, cases)

    def _add_agreed(self, line: CallLine) -> None:
        if line.notes.agreed:
            self._card.body.addSpacing(4)
            self._card.add(label(_("Wat is afgesproken"), "label"))
        for number, step in enumerate(line.notes.agreed):
            words = label(agreed_line(step), wrap=True)
            name = "circle-check" if step.done_on else "circle"
            meaning = _("Gedaan: {what}") if step.done_on else _("Afvinken: {what}")
            mark = icon_button(name, meaning.format(what=step.what), partial(self._verbs.tick, line, number))
            mark.setEnabled(step.done_on is None)
            inside = row(mark, words, gap=6)
            inside.setStretch(1, 1)
            self._card.add(holder(inside))

    def _add_verbs(self, line: CallLine, cases: Sequence[tuple[int, str]]) -> None:
        if line.case_id is None and cases:
            choice = ChoiceField(cases, blank=_("Kies een zaak"))
            choice.set_name(_("Zaak"))
            self._card.add(choice, button(_("Bij zaak voegen"), "link", partial(self._attach, line, choice)))
        if line.reached and line.notes.advice and line.notes.advice_followed is None:
            self._card.add(button(_("Advies gevolgd?"), "clipboard-check", partial(self._verbs.weigh, line)))
        if line.notes.follow_up_on is not None and not line.follow_up_done:
            self._card.add(button(_("Terugbellen"), "phone-call", partial(self._verbs.call_back, line), "primary"))
            self._card.add(button(_("Is al teruggebeld"), "check", partial(self._verbs.close_follow_up, line)))
        elif line.reached:
            self._card.add(button(_("Vervolggesprek"), "phone-call", partial(self._verbs.call_back, line)))
        if line.reached and not line.read_at and line.caller != self._user:
            self._card.add(button(_("Meegelezen"), "eye", partial(self._verbs.read_along, line)))
        self._card.add(button(_("Notitie als PDF"), "file-text", partial(self._verbs.note, line)))

    def _attach(self, line: CallLine, choice: ChoiceField) -> None:
        if choice.value():
            self._verbs.attach(line, choice.value())


def facts(line: CallLine) -> list[tuple[str, str]]:
    """The short facts of a call; those that are empty are left out."""
    notes = line.notes
    told = (
        (_("Zaak"), line.case_number or _("zonder zaak")),
        (_("Soort"), outcome(line)),
        (_("Waarom"), _(REASONS[notes.reason])),
        (_("Beller"), caller(line)),
        (_("Inspecteur"), notes.inspector_name),
        (_("Kenmerk"), notes.reference),
        (_("Vermoeden volgens inspecteur"), suspicion(line)),
        (_("Ouders"), told_on(notes.parents_told_on) if line.reached else ""),
        (_("Betrokkene"), told_on(notes.person_told_on) if line.reached else ""),
        (_("Terugbellen"), long_date(notes.follow_up_on) if notes.follow_up_on else ""),
        (_("Gevolgd"), _(FOLLOWED[notes.advice_followed]) if notes.advice_followed else ""),
        (_("Meegelezen"), second_reader(line)),
    )
    return [(word, text) for word, text in told if text]
