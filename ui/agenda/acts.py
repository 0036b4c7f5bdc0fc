"""What can be done with a line of Vandaag: go there, let it wait, bring it back, print, take the dates along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject

from app.agenda import exports
from app.agenda.rules import WEEK, AgendaItem, last_day_off
from app.kernel.calendar import working_day_from
from app.kernel.formats import long_date
from app.kernel.texts import _
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.saving import save_pdf

YEAR = timedelta(days=366)


class Acts(QObject):
    """The verbs of Vandaag; ``changed`` follows each that changed something."""

    def __init__(self, desk: Desk, owner: QObject, changed: Callable[[], object]) -> None:
        super().__init__(owner)
        self.desk, self._owner, self._changed = desk, owner, changed
        self.show_whole: Callable[[str], object] = lambda _title: None
        self.show_month: Callable[[], object] = lambda: None

    def go(self, item: AgendaItem) -> None:
        """Go where it is done."""
        self.desk.go(item.page, item.target)

    def put_off(self, item: AgendaItem) -> None:
        """Ask until when, and why."""
        self.desk.dialogs.open(snooze_sheet(self.desk, item, lambda _result: self._changed()))

    def bring_back(self, item: AgendaItem) -> None:
        """Show it again now."""
        agenda = self.desk.meldboek.agenda
        self._run(lambda: agenda.putting_off.bring_back(item))

    def finish(self, item: AgendaItem) -> None:
        """A proposal of the yearly calendar was done."""
        agenda, code = self.desk.meldboek.agenda, item.key.split(":")[1]
        self._run(lambda: agenda.yearly.finish(code))

    def print_lists(self) -> None:
        """The lists as a PDF on A4."""
        meldboek = self.desk.meldboek

        def paper() -> bytes:
            school = meldboek.school.profile().name
            return exports.agenda_paper(meldboek.agenda.today(), school, meldboek.user.name, meldboek.clock.now())

        save_pdf(self.desk, self._owner, _("vandaag.pdf"), paper, title=_("Vandaag opslaan"))

    def save_calendar(self) -> None:
        """Every day of the coming year for another calendar, without anybody's name."""
        meldboek = self.desk.meldboek

        def file() -> bytes:
            today = meldboek.clock.today()
            return exports.calendar_file(meldboek.agenda.between(today, today + YEAR), meldboek.clock.now())

        save_pdf(self.desk, self._owner, _("meldboek.ics"), file, title=_("Agenda opslaan"))

    def _run(self, work: Callable[[], object]) -> None:
        self.desk.jobs.run(work, owner=self._owner, done=lambda _result: self._changed())


def snooze_sheet(desk: Desk, item: AgendaItem, done: Callable[[object], object]) -> FormSheet:
    """Until when it can wait, and why; the reason stays with the thing itself."""
    clock, agenda = desk.meldboek.clock, desk.meldboek.agenda
    today = clock.today()
    last = last_day_off(item, today)
    proposed = min(last, working_day_from(today + WEEK))
    form = Form(desk)
    hint = _("Uiterlijk {day}.").format(day=long_date(last))
    form.field("until", _("Laat het wachten tot"), DateField(clock, proposed), hint)
    where = _("Alleen u ziet deze regel dan niet. De reden blijft bewaard bij de zaak.")
    if not item.in_case:
        where = _("Alleen u ziet deze regel dan niet. De reden blijft bewaard.")
    form.field("reason", _("Waarom kan het wachten?"), AreaField(lines=2), where)
    form.need("until", _("Kies een dag."))
    title = _("Uitstellen: {title}").format(title=item.title)

    def save(values: dict[str, object]) -> None:
        until, reason = values["until"], str(values["reason"])
        agenda.putting_off.put_off(item, until, reason)  # type: ignore[arg-type] # a date: the form asked for it

    return FormSheet(title, form, _("Uitstellen"), save, done)
