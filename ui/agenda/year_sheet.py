"""The yearly calendar: what the year asks, to plan, tick off or leave out with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.agenda.texts import YEAR_STATES
from app.agenda.year import YearLine, YearState
from app.agenda.yearly import Yearly
from app.kernel.formats import day_month, short_date
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.rows import Rows
from ui.kit.sheet import Sheet
from ui.kit.tag import Tag
from ui.kit.theme import Tone

_TONES: dict[YearState, Tone] = {YearState.DONE: "ok", YearState.PLANNED: "info", YearState.SKIPPED: "neutral"}


class YearSheet(Sheet):
    """The proposals of this school year in order; every change is written at once."""

    def __init__(self, desk: Desk, yearly: Yearly) -> None:
        super().__init__(_("Jaarkalender {year}").format(year=yearly.current()), width=760, scrolls=True)
        self._desk, self._yearly = desk, yearly
        self.body.addWidget(label(_("Voorstellen. De school beslist wat zij wanneer doet."), "quiet", wrap=True))
        self._rows = column(gap=0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.add_button(_("Sluiten"), self.dismiss, "primary")
        self.refresh()

    def refresh(self) -> None:
        """Read the calendar again."""
        self._desk.jobs.run(self._yearly.lines, owner=self, done=self._show)

    def finish(self, line: YearLine) -> None:
        """It was done."""
        self._run(partial(self._yearly.finish, line.proposal.code))

    def reopen(self, line: YearLine) -> None:
        """Propose it again."""
        self._run(partial(self._yearly.reopen, line.proposal.code))

    def plan(self, line: YearLine) -> None:
        """Ask for a day."""
        form = Form(self._desk)
        form.field("on", _("Op welke dag?"), DateField(self._desk.meldboek.clock, line.due))
        form.field("note", _("Wie doet het, of wat is er bijzonder?"), TextField(line.note))
        form.need("on", _("Kies een dag."))
        code = line.proposal.code
        sheet = FormSheet(
            _(line.proposal.title),
            form,
            _("Plannen"),
            lambda values: self._yearly.plan(code, values["on"], values["note"]),
            lambda _result: self.refresh(),
        )
        self._desk.dialogs.open(sheet)

    def skip(self, line: YearLine) -> None:
        """Ask why the school leaves it out this year."""
        form = Form(self._desk)
        form.field("note", _("Waarom dit jaar niet?"), AreaField(lines=2))
        code = line.proposal.code
        sheet = FormSheet(
            _(line.proposal.title),
            form,
            _("Overslaan"),
            lambda values: self._yearly.skip(code, values["note"]),
            lambda _result: self.refresh(),
        )
        self._desk.dialogs.open(sheet)

    def _show(self, lines: tuple[YearLine, ...]) -> None:
        clear(self._rows)
        rows = Rows()
        for line in lines:
            rows.add(self._row(line))
        self._rows.addWidget(rows)

    def _row(self, line: YearLine) -> QWidget:
        period = label(f"{day_month(line.first)} – {day_month(line.last)}", "quiet", wrap=True)
        period.setFixedWidth(120)
        told = line.note if line.state is not YearState.OPEN and line.note else _(line.proposal.text)
        words = column(label(_(line.proposal.title), "strong", wrap=True), label(told, "quiet", wrap=True), gap=1)
        made = row(period, holder(words), gap=12)
        made.setStretch(1, 1)
        if line.state is not YearState.OPEN:
            day = f" {short_date(line.on)}" if line.on else ""
            made.addWidget(Tag(_(YEAR_STATES[line.state]) + day, _TONES[line.state]))
        for text, slot in self._verbs(line):
            verb = button(text, "", partial(slot, line), "quiet")
            verb.setAccessibleName(f"{text}: {_(line.proposal.title)}")
            made.addWidget(verb)
        made.setContentsMargins(0, 7, 0, 7)
        return holder(made)

    def _verbs(self, line: YearLine) -> tuple[tuple[str, Callable[[YearLine], None]], ...]:
        if line.state in {YearState.DONE, YearState.SKIPPED}:
            return ((_("Toch doen"), self.reopen),)
        return ((_("Gedaan"), self.finish), (_("Plannen"), self.plan), (_("Overslaan"), self.skip))

    def _run(self, work: Callable[[], None]) -> None:
        self._desk.jobs.run(work, owner=self, done=lambda _result: self.refresh())
