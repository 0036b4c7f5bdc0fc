"""The ladders of the school: add an own measure, close one, or merge it into another; nothing used is deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.texts import N_, _
from app.protocol.ladders import Ladders, NewRung
from app.protocol.rules import Bound, Nature, Protocol, Rung
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, TextField
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
# what a school may ask before the decision on a measure of its own; the form has a field for each
REQUIRED = {
    "pupil": ("reasons", "letter", "parents_informed", "heard_pupil", "heard_parents", "heard_teacher"),
    "employee": ("reasons", "letter", "heard_employee", "interest_stated", "intent_announced", "views_received",
                 "decision_registered", "jurist", "dossier_complete"),
}  # fmt: skip
ASKED_PER_LADDER = {"applies_to": "pupil"} | {f"required_{ladder}": ladder for ladder in REQUIRED}
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

    def change(self, rung: Rung) -> None:
        """Say an own measure otherwise."""
        self._desk.dialogs.open(rung_sheet(self._desk, self._ladders, lambda _none: self.refresh(), rung))

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
        verbs = [button(_("Sluiten of samenvoegen"), "", lambda: self.close_rung(rung), "quiet")]
        if not is_open:
            verbs = [button(_("Weer gebruiken"), "", lambda: self.reopen(rung), "quiet")]
        elif rung.is_own:
            verbs.insert(0, button(_("Wijzigen"), "", lambda: self.change(rung), "quiet"))
        for verb in verbs:
            verb.setAccessibleName(f"{verb.text()}: {rung.label}")
        made = row(PersonRow(rung.label, f"{whom} · {rung.source}", tag), *verbs, gap=8)
        made.setStretch(0, 1)
        return holder(made)


def rung_sheet(desk: Desk, ladders: Ladders, done: Callable[[Any], object], rung: Rung | None = None) -> FormSheet:
    """Add a measure to a ladder, for the protocol leaves its lists open ("onder meer"); or say an own one otherwise."""
    form = Form(desk)
    protocol, today = ladders.protocol(), desk.meldboek.clock.today()
    options = [(ladder.code, ladder.label) for ladder in protocol.ladders]
    ladder = form.field("ladder", _("Ladder"), ChoiceField(options, rung.ladder if rung else options[0][0]))
    after = form.field("after", _("Komt na"), ChoiceField(()), beside=True)
    _add_words(form, rung)
    _add_decision(form, protocol, rung)

    def fill() -> None:
        others = [one for one in protocol.ladder(ladder.value()).on(today) if rung is None or one.code != rung.code]
        after.set_options([(one.code, one.label) for one in others])
        after.set_value(_before(protocol, rung) if rung else others[-1].code)
        for name, made in form.rows.items():
            if name in ASKED_PER_LADDER:
                made.setVisible(ASKED_PER_LADDER[name] == ladder.value())

    ladder.changed.connect(fill)
    fill()
    form.rows["ladder"].field.inner.setEnabled(rung is None)
    title = _("Maatregel toevoegen") if rung is None else _("Wijzigen: {rung}").format(rung=rung.label)
    verb = _("Toevoegen") if rung is None else _("Bewaren")

    def save(values: dict[str, Any]) -> Any:
        new = _new(values)
        return ladders.add(new) if rung is None else ladders.change(rung.code, new)

    return FormSheet(title, form, verb, save, done, width=640)


def _add_words(form: Form, rung: Rung | None) -> None:
    name = rung.label if rung else ""
    form.field("label", _("Naam"), TextField(name, placeholder=_("bijvoorbeeld hersteltaak")))
    natures = [(nature, _(word)) for nature, word in NATURES.items()]
    form.field("nature", _("Soort"), ChoiceField(natures, rung.nature if rung else Nature.PEDAGOGIC), beside=True)
    families = [(one, _(BOUND[one])) for one in (Bound.PUPIL, Bound.GUARDIAN)]
    form.field("applies_to", _("Voor wie"), ChipsField(families, rung.applies_to if rung else (), many=True))
    form.field("note", _("Uitleg op de ladder"), TextField(rung.note if rung else ""))


def _add_decision(form: Form, protocol: Protocol, rung: Rung | None) -> None:
    """Who decides, whether the board's mandate is needed for it, and what must stand there before."""
    deciders = [(one, _(word)) for one, word in DECIDERS.items()]
    chosen = rung.deciders if rung else ("director", "board")
    form.field("deciders", _("Wie besluit"), ChipsField(deciders, chosen, many=True))
    asks = rung is not None and rung.mandate
    mandate = CheckField(_("De directeur heeft hiervoor mandaat van het bestuur nodig"), asks)
    form.field("mandate", "", mandate, _("Het bestuur geeft het mandaat bij Ondertekening en mandaten."))
    labels = {one.code: one.label for one in protocol.requirements}
    required = tuple(one.code for one in rung.required) if rung else ("reasons",)
    for ladder, codes in REQUIRED.items():
        needed = ChipsField([(code, labels[code]) for code in codes], required, many=True)
        form.field(f"required_{ladder}", _("Nodig vóór het besluit"), needed)


def _before(protocol: Protocol, rung: Rung) -> str:
    """The code of the rung under which this one stands."""
    codes = [one.code for one in protocol.ladder(rung.ladder).rungs]
    return codes[codes.index(rung.code) - 1]


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
    required = {ladder: set(values.pop(f"required_{ladder}") or ()) for ladder in REQUIRED}
    asked = required[values["ladder"]]
    asked |= {"intent_announced"} if "views_received" in asked else set()  # views are views on something
    families = tuple(values.pop("applies_to") or ())
    is_family = values["ladder"] == "pupil"
    return NewRung(
        **values | {"deciders": tuple(values["deciders"] or ())},
        applies_to=families if is_family else (Bound.EMPLOYEE,),
        required=tuple(code for code in REQUIRED[values["ladder"]] if code in asked),
    )
