"""The term calculator: choose a term and a day, and see the last day, the day to aim at, and why."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from app.kernel.errors import MeldboekError
from app.kernel.formats import long_weekday_date
from app.kernel.terms import Sector, TermResult
from app.kernel.texts import N_, _
from app.protocol.terms import term
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.layouts import clear, column
from ui.kit.words import sentence_of
from ui.school.profile import WIDTH
from ui.school.section import Section
from ui.school.words import why


class TermsSection(Section):
    """Nothing is kept; it only counts."""

    key: ClassVar[str] = "terms"
    label: ClassVar[str] = N_("Termijnen berekenen")
    icon: ClassVar[str] = "calendar-clock"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        clock, protocol = desk.meldboek.clock, desk.meldboek.protocol
        table = protocol.term_table(clock.today())
        self.form = Form(desk)
        options = [(key, row.label) for key, row in table.items() if row.key != "retention.*"]
        self.form.field("key", _("Termijn"), ChoiceField(options, options[0][0]))
        self.form.field("start", _("Begint op"), DateField(clock, clock.today()))
        sectors = [(Sector.PRIVATE, _("bijzonder")), (Sector.PUBLIC, _("openbaar"))]
        self.form.field("sector", _("Onderwijs"), ChipsField(sectors, Sector.PRIVATE), beside=True)
        self.begins = label("", "secondary", wrap=True)
        self.form.add(self.begins)
        self.form.changed.connect(self.count)
        question, self.answer = Card(_("Wat wilt u weten?")), Card(_("Uitkomst"))
        question.add(self.form)
        self._told = QVBoxLayout()
        self.answer.body.addLayout(self._told)
        for card in (question, self.answer):
            card.setMaximumWidth(WIDTH)
            self.body.addWidget(card)
        self.body.addStretch(1)

    def fetch(self) -> Sector:
        return Sector(self.desk.meldboek.school.profile().school_type.value)

    def show_lines(self, lines: Sector) -> None:
        self.form.set_values({"sector": lines})
        self.form.mark_clean()
        self.count()

    def count(self) -> None:
        """Count again with what stands in the form."""
        self.form.mark_clean()
        clear(self._told)
        values, protocol = self.form.values(), self.desk.meldboek.protocol
        begins = protocol.term(values["key"]).start
        self.begins.setText(_("Tel vanaf: {moment}.").format(moment=begins) if begins else "")
        if values["start"] is None:
            self._told.addWidget(label(_("Vul een datum in."), "quiet"))
            return
        try:
            self._show(term(protocol, values["key"], values["start"], values["sector"]))
        except MeldboekError as error:
            self._told.addWidget(Notice("info", "", sentence_of(error)))

    def _show(self, result: TermResult) -> None:
        self._told.setSpacing(12)
        last = column(label(_("Laatste dag"), "label"), label(long_weekday_date(result.last_day), "heading"), gap=2)
        self._told.addLayout(last)
        if result.target is not None:
            aim = column(label(_("Streefdag"), "label"), label(long_weekday_date(result.target), "strong"), gap=2)
            self._told.addLayout(aim)
        for words in why(result):
            self._told.addWidget(label(words, "quiet", wrap=True))
