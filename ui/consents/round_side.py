"""Beside the forms: how far each group is, what can be printed, and whose birthday asks for a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.consents.dates import BirthdayLine
from app.consents.purposes.lines import PurposeLine
from app.consents.rounds.lines import FormLine, RoundLine
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import _
from ui.consents.round_papers import PaperOrders
from ui.consents.round_table import is_open
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import Notice
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, column, holder, row

BAR = 76


class RoundSide(QWidget):
    """Asks to start another round or to close this one; papers it orders itself."""

    start_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, papers: PaperOrders) -> None:
        super().__init__()
        bare(self)
        self._papers = papers
        self._scroll = Scroll(gap=14)
        self.setLayout(column(self._scroll, gap=0))

    def show_round(
        self,
        chosen: RoundLine | None,
        forms: Sequence[FormLine],
        changed: Sequence[PurposeLine],
        birthdays: Sequence[BirthdayLine],
        *,
        due: bool,
    ) -> None:
        """Show everything about this round."""
        clear(self._scroll.body)
        if changed:
            names = ", ".join(line.short for line in changed)
            self._add(Notice("warn", _("Opnieuw vragen: {names}").format(names=names), _ask_again()))
        if due:
            self._add(self._yearly())
        if chosen is not None:
            self._add(self._print(chosen, [line for line in forms if is_open(line)]))
            self._add(self._groups(chosen, forms))
        if birthdays:
            self._add(self._birthdays(birthdays))

    def _add(self, widget: QWidget) -> None:
        self._scroll.body.addWidget(widget)

    def _yearly(self) -> QWidget:
        card = Card(_("Begin van het schooljaar"))
        card.add(label(_("Herinner elk gezin aan de keuzes die nu gelden."), "quiet", wrap=True))
        make = button(_("Overzicht per gezin"), "printer", self._papers.yearly)
        return card.add(holder(row(make, 1)))

    def _print(self, chosen: RoundLine, missing: Sequence[FormLine]) -> QWidget:
        card = Card(_("Afdrukken"))
        card.add(holder(row(button(_("Formulieren"), "printer", lambda: self._papers.forms(chosen)), 1)))
        if missing:
            remind = button(_("Herinneringsbrieven"), "mail", lambda: self._papers.reminders(chosen, missing))
            card.add(holder(row(remind, 1)))
        if chosen.closed_on:
            return card.add(label(_("Gesloten op {date}").format(date=short_date(chosen.closed_on)), "quiet"))
        return card.add(holder(row(button(_("Ronde sluiten"), "", self.close_wanted.emit, "quiet"), 1)))

    def _groups(self, chosen: RoundLine, forms: Sequence[FormLine]) -> QWidget:
        card = Card(_("Per groep"))
        total = Counter(line.pupil.group for line in forms)
        waiting = Counter(line.pupil.group for line in forms if is_open(line))
        for group, count in total.items():
            back = count - waiting[group]
            bar = QProgressBar(maximum=count, value=back, textVisible=False)
            bar.setMaximumWidth(BAR)
            bar.setMinimumWidth(BAR // 4)  # gives way to longer words
            words = _("{back} van {count}").format(back=back, count=count)
            bar.setAccessibleName(f"{group}: {words}")
            make = button(_("Formulieren"), "", lambda one=group: self._papers.forms(chosen, one), "quiet")  # type: ignore[misc] # mypy cannot see the default
            card.add(holder(row(label(group or _("zonder groep")), 1, bar, label(words, "secondary"), make, gap=10)))
        return card

    def _birthdays(self, lines: Sequence[BirthdayLine]) -> QWidget:
        card = Card(_("Wordt 12 of 16"))
        for line in lines:
            words = _("wordt {age} op {date}").format(age=line.becomes, date=short_date(line.on))
            make = button(_("Brief maken"), "", lambda one=line: self._papers.birthday(one), "quiet")  # type: ignore[misc] # mypy cannot see the default
            who = column(label(full(line.pupil.name), "strong", wrap=True), label(words, "secondary", wrap=True), gap=1)
            card.add(holder(row(who, 1, make)))
        return card


def _ask_again() -> str:
    return _("Deze doelen zijn nieuw of gewijzigd nadat er is gevraagd. Start een ronde voor deze doelen.")
