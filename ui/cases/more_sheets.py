"""The forms of what a school adds to a case: referrals, what it waits for, and fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from app.cases.beside.lines import NewReferral, OwnFieldLine, OwnKind, ReferralLine, ReferralState
from app.cases.lines import CaseCard
from app.cases.service import Cases
from app.cases.texts import said, word
from app.kernel.errors import Invalid
from app.kernel.formats import long_date, short_date
from app.kernel.texts import _
from ui.cases.words import options
from ui.kit.buttons import button, icon_button
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, Field, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.rows import FactRow

Done = Callable[[Any], object]
WORD = 130


def referral_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Record that another body was asked to take something on."""
    clock = desk.meldboek.clock
    form = Form(desk)
    form.field("body", _("Naar wie"), TextField(placeholder=_("wijkteam, Veilig Thuis, wijkagent")))
    form.need("body", said("cases.no_body"))
    form.field("contact", _("Met wie daar (mag leeg)"), TextField(), beside=True)
    form.field("reason", _("Waarom en met welke vraag"), AreaField(lines=3))
    form.need("reason", said("cases.no_reason"))
    form.field("referred_on", _("Op welke dag"), DateField(clock, clock.today(), past=True))
    form.field("ask_on", _("Navragen op (mag leeg)"), DateField(clock), beside=True)

    def save(values: dict[str, Any]) -> int:
        if values["referred_on"] is None:
            raise Invalid("referred_on", "cases.no_day")
        return cases.referrals.refer(card.id, NewReferral(**values))

    return FormSheet(_("Doorverwijzen"), form, _("Vastleggen"), save, done, width=640)


def answer_sheet(desk: Desk, cases: Cases, card: CaseCard, line: ReferralLine, done: Done) -> FormSheet:
    """Record what the other body answered, and what came of it."""
    clock = desk.meldboek.clock
    form = Form(desk)
    for about, text in (
        (_("gevraagd op"), f"{long_date(line.referred_on)} · {line.by}"),
        (_("met wie daar"), line.contact),
        (_("waarom"), line.reason),
    ):
        if text:
            form.add(FactRow(about, text, WORD))
    states = [state for state in ReferralState if state is not ReferralState.ASKED]
    form.field("state", _("Hoe staat het"), ChipsField(options("referral", states), line.state))
    form.need("state", _("Kies hoe het staat."))
    form.field("on", _("Op welke dag"), DateField(clock, clock.today(), past=True))
    form.field("result", _("Wat is ervan gekomen"), AreaField(line.result, lines=3))

    def save(values: dict[str, Any]) -> None:
        if values["on"] is None:
            raise Invalid("on", "cases.no_day")
        cases.referrals.answer(card.id, line.id, values["state"], values["on"], values["result"])

    return FormSheet(line.body, form, _("Vastleggen"), save, done, width=640)


def waiting_sheet(desk: Desk, cases: Cases, card: CaseCard, used: Sequence[str], done: Done) -> FormSheet:
    """Say in a few words what the case waits for; the words of before are offered."""
    form = Form(desk)
    offered = tuple(dict.fromkeys((*used, *_usual())))[:8]
    what = TextField(card.waits_for, placeholder=_("bijvoorbeeld reactie van de ouders"))
    chips = form.field("offered", _("Vaak gebruikt"), ChipsField([(each, each) for each in offered], card.waits_for))
    chips.changed.connect(lambda: what.set_value(chips.value() or ""))
    form.field("what", _("Waarop wacht de zaak"), what, _("Leeg: de zaak wacht nergens op."))
    work = partial(cases.wait_for, card.id)
    return FormSheet(_("Zaak wacht op"), form, _("Vastleggen"), lambda values: work(values["what"]), done)


def _usual() -> tuple[str, ...]:
    return (_("reactie van de ouders"), _("gesprek dat gepland is"), _("advies van het bestuur"), _("de politie"))


def shield_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Keep the name of who reported it to the leadership from now on, or no longer."""
    form = Form(desk)
    shielded = not card.reporter_protected
    title = _("Naam van de melder beschermen") if shielded else _("Bescherming van de melder opheffen")
    hides = _(
        "Wie de zaak met toegang ziet, leest dan ‘beschermde melder’ en vindt de naam niet. "
        "Schrijf de naam ook niet in het verloop."
    )
    shows = _("Wie toegang tot de zaak heeft, ziet dan weer wie het meldde.")
    form.add(label(hides if shielded else shows, "quiet", wrap=True))
    form.field("reason", _("Waarom"), AreaField(lines=2))
    form.need("reason", said("cases.no_reason"))

    def save(values: dict[str, Any]) -> None:
        cases.shield_reporter(card.id, shielded=shielded, reason=values["reason"])

    return FormSheet(title, form, _("Beschermen") if shielded else _("Opheffen"), save, done)


def own_sheet(desk: Desk, cases: Cases, card: CaseCard, fields: Sequence[OwnFieldLine], done: Done) -> FormSheet:
    """Fill in the school's own fields; the leadership can add some from here."""
    form = Form(desk)
    for one in fields:
        form.field(_name(one), one.title, _field(desk, one, card.own_values.get(str(one.id), "")))
    if not fields:
        form.add(label(_("Er zijn nog geen eigen velden."), "quiet", wrap=True))

    def save(values: dict[str, Any]) -> None:
        cases.own_fields.fill(card.id, {one.id: _as_text(values[_name(one)]) for one in fields})

    sheet = FormSheet(_("Eigen velden"), form, _("Vastleggen"), save, done)
    if desk.meldboek.user.role.leads:

        def manage() -> None:
            sheet.close_sheet()
            desk.dialogs.open(manage_sheet(desk, cases, fields, done))

        form.add(holder(row(button(_("Velden toevoegen of weghalen"), "", manage, "link"), 1)))
    return sheet


def manage_sheet(desk: Desk, cases: Cases, fields: Sequence[OwnFieldLine], done: Done) -> FormSheet:
    """Add a field to all cases, or ask one no longer."""
    form = Form(desk)
    for one in fields:
        form.add(_in_use(desk, cases, one, done))
    form.field("title", _("Nieuw veld"), TextField(placeholder=_("bijvoorbeeld Locatie")))
    form.need("title", said("cases.no_name"))
    kinds = form.field("kind", _("Wat vult u in"), ChipsField(options("own", OwnKind), OwnKind.TEXT))
    form.field("choices", _("Keuzes, elk op een eigen regel"), AreaField(lines=3))

    def fit() -> None:
        form.rows["choices"].setVisible(kinds.value() is OwnKind.CHOICE)

    kinds.changed.connect(fit)
    fit()

    def save(values: dict[str, Any]) -> int:
        return cases.own_fields.add(values["title"], values["kind"], tuple(values["choices"].splitlines()))

    return FormSheet(_("Velden van de school"), form, _("Toevoegen"), save, done)


def _in_use(desk: Desk, cases: Cases, one: OwnFieldLine, done: Done) -> Any:
    def retire() -> None:
        shown.hide()
        desk.jobs.run(lambda: cases.own_fields.retire(one.id), owner=desk.dialogs, done=done)

    words = label(f"{one.title} · {word('own', one.kind)}", "quiet", wrap=True)
    inside = row(words, icon_button("x", _("‘{name}’ niet meer vragen").format(name=one.title), retire), gap=8)
    inside.setStretch(0, 1)
    shown = holder(inside)
    return shown


def _name(one: OwnFieldLine) -> str:
    return f"own_{one.id}"


def _field(desk: Desk, one: OwnFieldLine, value: str) -> Field:
    if one.kind is OwnKind.DAY:
        made = DateField(desk.meldboek.clock)
        made.restore(value)
        return made
    if one.kind is OwnKind.YES_NO:
        return ChipsField([(each, each) for each in (_("ja"), _("nee"))], value or None)
    if one.kind is OwnKind.CHOICE:
        return ChoiceField([(each, each) for each in one.choices], value or None, blank=_("niet ingevuld"))
    return TextField(value)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else (short_date(value) if value else "")
