"""The form beside a case in which a line is added to its timeline."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.cases.inputs import NewEntry
from app.cases.lines import CaseCard
from app.cases.rules import EntryKind, Flag, InvolvementRole
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from ui.cases.words import options
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.layouts import Scroll, row

KINDS = (EntryKind.TALK, EntryKind.CALL, EntryKind.NOTE, EntryKind.LETTER, EntryKind.DECISION)


class EntryForm(Form):
    """The fields of one line; only what is typed is asked, the rest is filled in."""

    def __init__(
        self, desk: Desk, card: CaseCard, kind: EntryKind, title: str = "", heard: tuple[int, ...] = ()
    ) -> None:
        drawer = desk.meldboek.store.casework
        super().__init__(desk, drafts=(drawer, "entry", str(card.id)) if drawer else None)
        clock = desk.meldboek.clock
        if Flag.STATUTORY_CONSULT_DUE in card.flags - card.met:
            self.add(Notice("warn", _("Hoor nog niemand"), said("cases.step.statutory_consult_due"), "WPO artikel 4a"))
        self.kind = self.field("kind", _("Soort"), ChipsField(options("kind", KINDS), kind))
        self.title = self.field("title", _("Titel"), TextField(title, placeholder=_("bijvoorbeeld Gesprek met moeder")))
        self.field("at", _("Dag"), DateField(clock, clock.today(), past=True), share=5)
        self._began = clock.now().replace(second=0, microsecond=0)
        self.field("time", _("Tijd"), TimeField(self._began.timetz()), beside=True, share=2)
        words = AreaField(lines=8, placeholder=_("Wat is er gezegd of gedaan? Feiten, in de woorden van wie het zei."))
        self.text = self.field("text", _("Verslag"), words)
        parties = [(party.id, party.name) for party in card.parties if party.role is not InvolvementRole.OTHER]
        self.parties = parties
        if parties:
            self.heard = self.field("heard", _("Met wie is gesproken"), ChipsField(parties, heard, many=True))
            self._guessed = heard
            self._first_names = {party.first_name.casefold(): party.id for party in card.parties if party.first_name}
            self.title.changed.connect(self._guess_heard)
        persons = {party.person_id: party.name for party in card.parties if party.person_id is not None}
        if persons:
            filed = ChipsField(list(persons.items()), (), many=True)
            self.field(
                "files_for", _("Komt in het dossier van"), filed, _("Kiest u niemand, dan blijft het in de zaak.")
            )
        self.field("both_sides", "", CheckField(_("Hoor en wederhoor")))
        self.field("internal", "", CheckField(_("Intern: alleen voor de schoolleiding"), value=kind is EntryKind.NOTE))

    def _guess_heard(self) -> None:
        """Choose whom the title of a talk names, until the user chose somebody."""
        if self.kind.value() not in {EntryKind.TALK, EntryKind.CALL} or tuple(self.heard.value()) != self._guessed:
            return
        words = re.findall(r"[^\W\d_]+", self.title.value().casefold())
        offered = {party for party, _name in self.parties}
        named = [self._first_names[word] for word in words if word in self._first_names]
        self._guessed = tuple(dict.fromkeys(one for one in named if one in offered))
        self.heard.set_value(self._guessed)
        self._guessed = tuple(self.heard.value())

    def entry(self) -> NewEntry:
        """What was typed, as the use case takes it."""
        values = self.values()
        day, moment = values.pop("at"), values.pop("time")
        now = self.desk.meldboek.clock.now()
        at = datetime.combine(day, moment, AMSTERDAM) if day and moment else now
        return NewEntry(at=now if at == self._began else at, **values)


class EntryCard(Card):
    """The form with its buttons; ``finished`` when it was saved or given up."""

    finished = Signal()

    def __init__(
        self, desk: Desk, cases: Cases, card: CaseCard, kind: EntryKind, title: str = "", heard: tuple[int, ...] = ()
    ) -> None:
        super().__init__(_("Aan verloop toevoegen"), accent=True)
        self._cases, self._case_id = cases, card.id
        self.form = EntryForm(desk, card, kind, title, heard)
        scroll = Scroll()
        scroll.body.addWidget(self.form)
        self.body.addWidget(scroll, 1)
        cancel = button(_("Annuleren"), "", lambda: self.form.may_leave(self.finished.emit))
        self.save_button = button(_("Toevoegen"), "", self.save, "primary")
        self.save_button.setToolTip(_("Ctrl+Enter"))
        foot = row(self.form.note, 1, cancel, self.save_button)
        foot.setStretch(0, 3)
        self.body.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and _with_ctrl(event):
            self.save()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Close as Escape does: what was typed is kept and stands here again next time."""
        self.form.keep_draft()
        self.finished.emit()

    def save(self) -> None:
        """Add the line; the form stays when that fails."""
        if not self.form.check():
            return
        entry = self.form.entry()
        work, case_id = self._cases.add_entry, self._case_id
        self.form.submit(lambda: work(case_id, entry), lambda _id: self.finished.emit())


def _with_ctrl(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
