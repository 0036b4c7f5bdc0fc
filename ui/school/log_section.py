"""The log: who did what and when, in both drawers, in Dutch words; filtered, looked into, checked and printed."""

from __future__ import annotations

from typing import ClassVar

from app.cases.rules import short_number
from app.kernel.formats import short_time
from app.kernel.names import full
from app.kernel.texts import N_, _
from app.school.log_paper import log_paper
from app.vault.keys import recovery
from app.vault.keys.keyring import RECOVERY
from app.vault.trail.audit import AuditLine
from app.vault.trail.verdict import Verdict
from ui.kit.card import Card
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.finding import Notice
from ui.kit.flow import FlowLayout
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import clear, column, holder
from ui.kit.person_field import PersonField
from ui.kit.saving import save_pdf
from ui.kit.table import Column, Table
from ui.school import log_lines
from ui.school.actions import NOUNS
from ui.school.log_lines import LogLine, Wanted
from ui.school.log_sheet import LogSheet
from ui.school.section import Section


class LogSection(Section):
    """The newest lines of both drawers; drafts are left out, they say nothing."""

    key: ClassVar[str] = "log"
    label: ClassVar[str] = N_("Logboek")
    icon: ClassVar[str] = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = Table(
            (
                Column(_("Wanneer"), lambda line: short_time(line.at), 142, sort=lambda line: line.at),
                Column(_("Wie"), lambda line: line.user, 92),
                Column(_("Wat"), lambda line: line.what),
                Column(_("Waarover"), lambda line: line.about, 92),
                Column(_("Waar"), lambda line: line.drawer, 104),
            ),
            name=_("Logboek"),
        )
        self.table.line_activated.connect(self.show_line)
        people = [(user.id, user.name) for user in desk.meldboek.store.users()]
        self.user = ChoiceField([*people, (RECOVERY, _(recovery.NAME))], blank=_("iedereen"))
        nouns = sorted(((noun, _(word)) for noun, word in NOUNS.items()), key=lambda pair: pair[1])
        self.noun = ChoiceField(nouns, blank=_("alles"))
        self.person = PersonField(desk)
        clock = desk.meldboek.clock
        self.first, self.last = DateField(clock, past=True), DateField(clock, past=True)
        self._verdict = column(gap=8)
        self._lay()

    def fetch(self) -> tuple[LogLine, ...]:
        person = self.person.value()
        about, cases = (person, self._cases_of(person)) if isinstance(person, int) else (0, ())
        days = self.first.value(), self.last.value()
        wanted = Wanted(self.user.value() or "", self.noun.value() or "", about, cases, *days)
        return self._named(log_lines.read(self.desk.meldboek.store, wanted))

    def _named(self, lines: tuple[LogLine, ...]) -> tuple[LogLine, ...]:
        people, casework = self.desk.meldboek.people, self.desk.meldboek.casework
        names = {asked: full(one.name) for asked, one in people.names(log_lines.persons_in(lines)).items()}
        moments = casework.cases.moments(log_lines.cases_in(lines)) if casework is not None else {}
        return log_lines.named(lines, names, {one.id: short_number(one.number) for one in moments.values()})

    def _cases_of(self, person_id: int) -> tuple[int, ...]:
        casework = self.desk.meldboek.casework
        return () if casework is None else tuple(case.id for case in casework.cases.cases_of(person_id))

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        self.table.set_lines(lines)

    def verbs(self, header: Header) -> None:
        header.add_button(_("Bewaar als PDF"), "download", self.save)
        header.add_button(_("Controleren"), "shield-check", self.check, primary=True)

    def show_line(self, line: LogLine) -> None:
        """Show what one line changed, before and after."""
        store = self.desk.meldboek.store
        self.desk.jobs.run(lambda: log_lines.one(store, line), owner=self, done=lambda found: self._open(line, found))

    def check(self) -> None:
        """Follow the chain of every drawer from the first line to the last."""
        store, lane = self.desk.meldboek.store, self.desk.jobs.on_lane
        self.desk.jobs.render(lambda: store.verify_aside(lane), owner=self, done=self._judge)

    def save(self) -> None:
        """Keep the shown lines as a PDF with the anchors of the log."""
        meldboek, shown = self.desk.meldboek, self.table.texts()
        anchors = {_(log_lines.DRAWERS[drawer.name]): drawer.short_head() for drawer in meldboek.store.drawers}
        school, at = meldboek.store.keys.school, meldboek.clock.now()
        save_pdf(self.desk, self, _("Logboek.pdf"), lambda: log_paper(school, at, shown, anchors))

    def _open(self, line: LogLine, found: AuditLine | None) -> None:
        if found is not None:
            self.desk.dialogs.open(LogSheet(line, found))

    def _judge(self, verdict: Verdict) -> None:
        clear(self._verdict)
        if verdict.broken_logs or verdict.rolled_back or verdict.damaged:
            text = _(
                "Er is buiten Meldboek om iets veranderd, of er is een oude kopie teruggezet. Kijk bij Gezondheid."
            )
            self._verdict.addWidget(Notice("danger", _("Het logboek klopt niet"), text))
            return
        lines = sum(drawer.head.count for drawer in self.desk.meldboek.store.drawers)
        text = _(
            "Alle {n} regels zijn nagekeken. Niemand heeft een regel veranderd of weggehaald sinds de vorige sluiting. "
            "Wie alle sleutels heeft, kan een heel nieuw logboek maken; dat ziet u aan de code onder oude PDF's."
        )
        self._verdict.addWidget(Notice("ok", _("Het logboek klopt"), text.format(n=lines)))

    def _lay(self) -> None:
        find = SearchField(_("Zoek in het logboek"), 220)
        find.textChanged.connect(self.table.set_filter)
        filters = FlowLayout(gap=12)
        fields = (
            (_("Wie"), self.user, 200),
            (_("Wat"), self.noun, 200),
            (_("Over wie"), self.person, 200),
            (_("Vanaf"), self.first, 170),
            (_("Tot en met"), self.last, 170),
        )
        for text, field, width in fields:
            field.set_name(text)
            field.setFixedWidth(width)
            field.changed.connect(self.read)
            filters.addWidget(holder(column(label(text, "label"), field, gap=3)))
        filters.addWidget(holder(column(label(_("Zoeken"), "label"), find, gap=3)))
        card = Card()
        card.body.addLayout(self._verdict)
        card.body.addLayout(filters)
        card.add(self.table)
        words = _("Open een regel om te zien wat er stond en wat er nu staat. Elke regel hangt aan de vorige.")
        card.add(label(words, "secondary", wrap=True))
        self.body.addWidget(card)
