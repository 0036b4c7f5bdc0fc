"""The ladders of the school: add an own measure, close one, or merge it into another; nothing used is deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.texts import N_, _
from app.protocol.ladders import Ladders, NewRung
from app.protocol.rules import Bound, Nature, Rung
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.rows import PersonRow
from ui.kit.sheet import Sheet
from ui.kit.tag import TagText

BOUND = {Bound.PUPIL: N_("leerling"), Bound.GUARDIAN: N_("ouder"), Bound.EMPLOYEE: N_("medewerker")}
NATURES = {
    Nature.PEDAGOGIC: N_("pedagogisch"),
    Nature.INSTRUCTION: N_("aanwijzing"),
    Nature.ORDER: N_("ordemaatregel"),
}
DECIDERS = {"teacher": N_("leerkracht"), "director": N_("directeur"), "board": N_("bestuur")}


class LaddersSheet(Sheet):
    """Both ladders with a button per rung; every change is written at once."""

    def __init__(self, desk: Desk, ladders: Ladders) -> None:
        super().__init__(_("Ladders van de school"), width=680, scrolls=True)
        self._desk, self._ladders = desk, ladders
        self._rows = column(gap=8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.add_button(_("Sluiten"), self.dismiss)
        self.add_button(_("Maatregel toevoegen"), self.add, "primary")
        self.refresh()

    def refresh(self) -> None:
        """Show the ladders as they are now."""
        clear(self._rows)
        today = self._desk.meldboek.clock.today()
        for ladder in self._ladders.protocol().ladders:
            self._rows.addWidget(label(ladder.label, "section"))
            standing = {rung.code for rung in ladder.on(today)}
            for rung in ladder.rungs:
                self._rows.addWidget(self._row(rung, is_open=rung.code in standing))

    def add(self) -> None:
        """Ask for an own measure."""
        self._desk.dialogs.open(rung_sheet(self._desk, self._ladders, lambda _code: self.refresh()))

    def close_rung(self, rung: Rung) -> None:
        """Ask whether it is closed or merged."""
        self._desk.dialogs.open(close_sheet(self._desk, self._ladders, rung, lambda _none: self.refresh()))

    def reopen(self, rung: Rung) -> None:
        """Put it back on the ladder."""
        self._desk.jobs.run(lambda: self._ladders.reopen(rung.code), owner=self, done=lambda _none: self.refresh())

    def _row(self, rung: Rung, *, is_open: bool) -> Any:
        whom = ", ".join(_(BOUND[bound]) for bound in rung.applies_to if bound in BOUND)
        own = TagText(_("van de school"), "accent") if rung.is_own else None
        tag = own if is_open else TagText(_("gesloten"), "neutral")
        verb = button(_("Sluiten of samenvoegen"), "", lambda: self.close_rung(rung), "quiet")
        if not is_open:
            verb = button(_("Weer gebruiken"), "", lambda: self.reopen(rung), "quiet")
        verb.setAccessibleName(f"{verb.text()}: {rung.label}")
        made = row(PersonRow(rung.label, f"{whom} · {rung.source}", tag), verb, gap=8)
        made.setStretch(0, 1)
        return holder(made)


def rung_sheet(desk: Desk, ladders: Ladders, done: Callable[[Any], object]) -> FormSheet:
    """Add a measure to a ladder; the protocol leaves its lists open ("onder meer")."""
    form = Form(desk)
    protocol = ladders.protocol()
    options = [(ladder.code, ladder.label) for ladder in protocol.ladders]
    ladder = form.field("ladder", _("Ladder"), ChoiceField(options, options[0][0]))
    after = form.field("after", _("Komt na"), ChoiceField(()), beside=True)
    form.field("label", _("Naam"), TextField(placeholder=_("bijvoorbeeld hersteltaak")))
    form.field("applies_to", _("Voor wie"), ChipsField([(one, _(word)) for one, word in BOUND.items()], many=True))
    natures = [(nature, _(word)) for nature, word in NATURES.items()]
    form.field("nature", _("Soort"), ChoiceField(natures, Nature.PEDAGOGIC), beside=True)
    deciders = [(one, _(word)) for one, word in DECIDERS.items()]
    form.field("deciders", _("Wie besluit"), ChipsField(deciders, ("director", "board"), many=True))
    needed = [(one.code, one.label) for one in protocol.requirements]
    form.field("required", _("Nodig vóór het besluit"), ChipsField(needed[:8], ("reasons",), many=True))
    form.field("note", _("Uitleg op de ladder"), AreaField(lines=2))

    def fill() -> None:
        rungs = protocol.ladder(ladder.value()).on(desk.meldboek.clock.today())
        after.set_options([(rung.code, rung.label) for rung in rungs])
        after.set_value(rungs[-1].code)

    ladder.changed.connect(fill)
    fill()
    return FormSheet(_("Maatregel toevoegen"), form, _("Toevoegen"), lambda v: ladders.add(_new(v)), done, width=640)


def close_sheet(desk: Desk, ladders: Ladders, rung: Rung, done: Callable[[Any], object]) -> FormSheet:
    """Close a rung, or merge it into another of the same ladder; measures that rest on it stay."""
    form = Form(desk)
    others = ladders.protocol().ladder(rung.ladder).on(desk.meldboek.clock.today())
    options = [(other.code, other.label) for other in others if other.code != rung.code]
    hint = _("Leeg laten om alleen te sluiten. De geschiedenis komt dan bij de andere maatregel te staan.")
    form.field("merged_into", _("Samenvoegen met"), ChoiceField(options, blank=_("niet samenvoegen")), hint)
    title = _("Sluiten: {rung}").format(rung=rung.label)

    def save(values: dict[str, Any]) -> None:
        ladders.close(rung.code, merged_into=values["merged_into"] or "")

    return FormSheet(title, form, _("Sluiten"), save, done)


def _new(values: dict[str, Any]) -> NewRung:
    many: dict[str, Any] = {name: tuple(values.pop(name) or ()) for name in ("applies_to", "deciders", "required")}
    return NewRung(**values, **many)
