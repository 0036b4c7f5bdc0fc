"""The forms of what follows on a request, and of breaches, each in a sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.access_requests.lines import BreachDecision, BreachLine, NewBreach, RequestCard
from app.access_requests.rules import Risk, Telling
from app.access_requests.texts import RISKS, TELLINGS
from app.casework import Casework
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet

Done = Callable[[Any], object]


def casework_of(desk: Desk) -> Casework:
    """The casework of who sees this page."""
    casework = desk.meldboek.casework
    assert casework is not None  # noqa: S101 - the shell makes this page only for those who hold casework
    return casework


def extension_sheet(desk: Desk, card: RequestCard, done: Done) -> FormSheet:
    """Take two months more, with the reason."""
    form = Form(desk)
    form.field("reason", _("Waarom is meer tijd nodig"), AreaField(), _("Vertel dit ook aan de vrager."))
    work = casework_of(desk).access_requests
    return FormSheet(_("Verlengen"), form, _("Verlengen"), lambda values: work.extend(card.id, values["reason"]), done)


def answer_sheet(desk: Desk, card: RequestCard, done: Done) -> FormSheet:
    """Write down that the answer was given."""
    form, clock = Form(desk), desk.meldboek.clock
    form.field("on", _("Gegeven op"), DateField(clock, clock.today(), past=True))
    form.field("how", _("Hoe"), TextField(placeholder=_("per post, afgehaald")), beside=True)
    hint = _("Staat onder aan elke bladzijde, zoals 9b41 07de.")
    form.field("control", _("Controlegetal van het dossier"), TextField(card.control), hint)

    def save(values: dict[str, Any]) -> None:
        casework_of(desk).access_requests.answer(card.id, values["how"], values["on"], values["control"])

    return FormSheet(_("Antwoord gegeven"), form, _("Vastleggen"), save, done)


def breach_sheet(desk: Desk, done: Done) -> FormSheet:
    """Write down a breach of data."""
    form, clock = Form(desk), desk.meldboek.clock
    now = clock.now()
    form.field("happened", _("Wat is er gebeurd"), AreaField())
    form.field("day", _("Ontdekt op"), DateField(clock, now.date(), past=True))
    form.field("time", _("Om"), TimeField(now.time()), beside=True)
    form.field("data", _("Welke gegevens"), TextField())
    form.field("persons", _("Van wie, en hoeveel"), TextField(placeholder=_("bijvoorbeeld 1 leerling, 2 ouders")))
    form.field("consequences", _("Mogelijke gevolgen"), AreaField())
    form.field("actions", _("Wat is er gedaan"), AreaField())

    def save(values: dict[str, Any]) -> int:
        day, time = values.pop("day"), values.pop("time")
        found = datetime.combine(day, time, AMSTERDAM) if day and time else None
        return casework_of(desk).access_requests.breaches.record(NewBreach(discovered_at=found, **values))

    return FormSheet(_("Datalek vastleggen"), form, _("Vastleggen"), save, done, width=620, scrolls=True)


def breach_decision_sheet(desk: Desk, line: BreachLine, done: Done) -> FormSheet:
    """Decide on a breach: the risk, whether it is reported, and who was told."""
    form, clock = Form(desk), desk.meldboek.clock
    form.field("risk", _("Risico voor betrokkenen"), ChipsField([(one, _(RISKS[one])) for one in Risk], line.risk))
    tellings = [(one, _(TELLINGS[one])) for one in Telling]
    form.field("telling", _("Autoriteit Persoonsgegevens"), ChipsField(tellings, line.telling))
    form.field("why", _("Waarom"), AreaField(line.why))
    told = line.told_at.astimezone(AMSTERDAM) if line.told_at else None
    form.field("day", _("Gemeld op"), DateField(clock, told.date() if told else None, past=True))
    form.field("time", _("Om"), TimeField(told.time() if told else None), beside=True)
    form.field("late_why", _("Waarom later dan 72 uur"), TextField(line.late_why))
    persons = line.persons_told_at.astimezone(AMSTERDAM).date() if line.persons_told_at else None
    form.field("persons_on", _("Betrokkenen ingelicht op"), DateField(clock, persons, past=True))
    form.field("persons_told", _("Wie, en hoe"), TextField(line.persons_told), beside=True)

    def save(values: dict[str, Any]) -> None:
        day, time, on = values["day"], values["time"], values["persons_on"]
        decision = BreachDecision(
            risk=Risk(values["risk"] or Risk.NONE),
            telling=Telling(values["telling"] or Telling.TOLD),
            why=values["why"],
            told_at=datetime.combine(day, time or datetime.min.time(), AMSTERDAM) if day else None,
            late_why=values["late_why"],
            persons_told_at=datetime.combine(on, datetime.min.time(), AMSTERDAM) if on else None,
            persons_told=values["persons_told"],
        )
        casework_of(desk).access_requests.breaches.decide(line.id, decision)

    return FormSheet(_("Besluit over het datalek"), form, _("Vaststellen"), save, done, width=620, scrolls=True)
