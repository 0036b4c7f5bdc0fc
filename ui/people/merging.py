"""Merging somebody who was entered twice: first what moves and what is lost, then the button; it can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.kernel.errors import MeldboekError
from app.kernel.names import full
from app.kernel.texts import N_, _
from app.people.merge_rules import MergePreview
from app.people.rules import PersonLine
from app.sentences import sentence
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.layouts import clear, holder, row
from ui.kit.person_field import PersonField
from ui.kit.rows import FactRow, PlainRow
from ui.kit.sheet import Sheet
from ui.kit.words import sentence_of

FIELD = 120
FIELDS = {
    "first_name": N_("roepnaam"),
    "infix": N_("tussenvoegsel"),
    "surname": N_("achternaam"),
    "initials": N_("voorletters"),
    "email": N_("e-mail"),
    "phone": N_("telefoon"),
    "street": N_("straat"),
    "house_number": N_("huisnummer"),
    "postcode": N_("postcode"),
    "city": N_("plaats"),
    "number": N_("leerlingnummer"),
    "birth_date": N_("geboren"),
    "enrol_date": N_("op school sinds"),
    "job_title": N_("functie"),
    "start_date": N_("in dienst sinds"),
}


class MergeSheet(Sheet):
    """``done`` gets the id of the merge and of the person who stays."""

    def __init__(self, desk: Desk, line: PersonLine, done: Callable[[int, int], object]) -> None:
        super().__init__(_("Samenvoegen"), width=600)
        self._desk, self._done = desk, done
        self._kept, self._gone = line, line
        told = _(
            "Staat {name} er twee keer in? Zoek de ander. U ziet eerst wat er gebeurt; daarna kunt u het terugdraaien."
        )
        self.body.addWidget(label(told.format(name=full(line.name)), "quiet", wrap=True))
        self.form = Form(desk)
        self.other = self.form.field("other", _("Samenvoegen met"), PersonField(desk, kinds=frozenset({line.kind})))
        self.other.changed.connect(self._chosen)
        self.body.addWidget(self.form)
        self.preview = QVBoxLayout()
        self.preview.setSpacing(8)
        self.body.addLayout(self.preview)
        self.add_button(_("Annuleren"), self.close_sheet)
        self.button = self.add_button(_("Samenvoegen"), self.submit, "primary")
        self.button.setEnabled(False)

    def submit(self) -> None:
        """Merge them."""
        people, gone, kept = self._desk.meldboek.people, self._gone.id, self._kept.id
        self.button.setEnabled(False)
        self._desk.jobs.run(lambda: people.merge(gone, kept), owner=self, done=self._merged, failed=self._refused)

    def turn(self) -> None:
        """Let the other one stay."""
        self._kept, self._gone = self._gone, self._kept
        self._ask()

    def _chosen(self) -> None:
        line = self.other.line
        if line is None:
            clear(self.preview)
            self.button.setEnabled(False)
            return
        self._gone = line if line.id != self._kept.id else self._gone
        self._ask()

    def _ask(self) -> None:
        people, gone, kept = self._desk.meldboek.people, self._gone.id, self._kept.id
        self._desk.jobs.run(lambda: people.merge_preview(gone, kept), owner=self, done=self._show, failed=self._refused)

    def _show(self, found: MergePreview) -> None:
        clear(self.preview)
        self.button.setEnabled(True)
        told = _("{kept} blijft. {gone} gaat daarin op.").format(kept=_who(found.kept), gone=_who(found.gone))
        swap = button(_("Omdraaien"), "", self.turn, "quiet")
        line = row(label(told, "strong", wrap=True), swap)
        line.setStretch(0, 1)
        self.preview.addWidget(holder(line))
        for move in found.moves:
            self.preview.addWidget(PlainRow("arrow-right", sentence(move.code, count=move.count)))
        if found.differences:
            self.preview.addWidget(label(_("Dit verschilt"), "section"))
        for one in found.differences:
            self.preview.addWidget(FactRow(_(FIELDS[one.field]), _difference(one.kept, one.gone), FIELD))

    def _merged(self, merge_id: int) -> None:
        self.close_sheet()
        self._done(merge_id, self._kept.id)

    def _refused(self, error: MeldboekError) -> None:
        clear(self.preview)
        self.button.setEnabled(False)
        self.preview.addWidget(Notice("danger", "", sentence_of(error)))


def _who(line: PersonLine) -> str:
    return f"{full(line.name)} ({line.detail})" if line.detail else full(line.name)


def _difference(kept: str, gone: str) -> str:
    if not kept:
        return _("{value} komt erbij").format(value=gone)
    return _("{kept} blijft, {gone} vervalt").format(kept=kept, gone=gone) if gone else kept
