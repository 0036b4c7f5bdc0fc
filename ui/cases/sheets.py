"""The small forms over a case: persons, parents, tasks, another phase, closing and reopening."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from app.cases.beside.category_lines import CategoryLine
from app.cases.inputs import NewInvolvement, NewTask, ParentsTold
from app.cases.lines import CaseCard, TaskLine
from app.cases.rules import Status, acute_advice
from app.cases.service import Cases
from app.cases.task_rules import fitting
from app.cases.texts import said
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import _
from ui.cases.involved_field import InvolvedField
from ui.cases.words import options
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

Done = Callable[[Any], object]


def involve_sheet(desk: Desk, cases: Cases, card: CaseCard, kinds: Sequence[CategoryLine], done: Done) -> FormSheet:
    """Add persons in their roles."""
    form = Form(desk)
    form.field("involved", _("Wie"), InvolvedField(desk, kinds))

    def save(values: dict[str, Any]) -> None:
        persons: tuple[NewInvolvement, ...] = values["involved"]
        for person in persons:
            cases.involve(card.id, person)

    return FormSheet(_("Personen toevoegen"), form, _("Toevoegen"), save, done, width=720)


def parents_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done, pupil_id: int | None = None) -> FormSheet:
    """Record that the parents of one or more pupils were told, or why not."""
    clock = desk.meldboek.clock
    waiting = [line for line in card.parents if line.informed is None] or list(card.parents)
    form = Form(desk)
    pupils = [(line.pupil_id, line.pupil) for line in waiting]
    first = pupil_id or (pupils[0][0] if pupils else None)
    form.field("pupil_id", _("Ouders van"), ChipsField(pupils, (first,) if first else (), many=True))
    form.need("pupil_id", _("Kies van wie de ouders zijn ingelicht."))
    answers = form.field("informed", "", ChipsField([(True, _("ingelicht")), (False, _("bewust niet"))], value=True))
    form.field("day", _("Dag"), DateField(clock, clock.today()))
    now = clock.now().timetz().replace(second=0, microsecond=0)
    form.field("time", _("Tijd"), TimeField(now), beside=True)
    form.field("how", _("Hoe"), TextField(placeholder=_("telefoon, gesprek, brief")))
    form.field("by", _("Door wie"), TextField(desk.meldboek.user.name), beside=True)
    form.field("reason", _("Waarom niet"), AreaField(lines=2))

    def fit() -> None:
        form.rows["how"].setVisible(bool(answers.value()))
        form.rows["reason"].setVisible(not answers.value())

    answers.changed.connect(fit)
    fit()

    def save(values: dict[str, Any]) -> None:
        day, moment, chosen = values.pop("day"), values.pop("time"), values.pop("pupil_id")
        at = datetime.combine(day, moment, AMSTERDAM) if day and moment else None
        for pupil in chosen:
            cases.inform_parents(card.id, ParentsTold(pupil, at=at, **values))

    return FormSheet(_("Ouders inlichten"), form, _("Vastleggen"), save, done, width=640)


def task_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Plan something to do."""
    clock = desk.meldboek.clock
    form = Form(desk)
    proposed = {one.code: one for one in fitting(card.status, _kinds(card), [task.template for task in card.tasks])}
    title = TextField()
    due = DateField(clock)
    if proposed:
        names = [(one.code, _(one.title)) for one in proposed.values()]
        template = form.field("template", _("Past bij deze zaak"), ChipsField(names, ""))

        def take() -> None:
            chosen = proposed.get(template.value() or "")
            if chosen is not None:
                title.set_value(_(chosen.title))
                due.set_value(chosen.due(clock.today()))

        template.changed.connect(take)
    form.field("title", _("Wat moet er gebeuren"), title)
    form.field("due_on", _("Voor welke dag"), due)
    form.field("owner_name", _("Door wie"), TextField(card.owner), beside=True)

    def save(values: dict[str, Any]) -> int:
        template = values.pop("template", "") or ""
        return cases.add_task(card.id, NewTask(template=template, **values))

    return FormSheet(_("Taak toevoegen"), form, _("Toevoegen"), save, done, width=640)


def _kinds(card: CaseCard) -> set[str]:
    """What the parts in this case are about; personal data that were shared count as a kind."""
    return {party.category for party in card.parties} | ({"PERSONAL_DATA"} if card.personal_data else set())


def aftercare_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done, task: TaskLine) -> FormSheet:
    """Tick off aftercare with what was said: how it goes now with whoever suffered it."""
    form = Form(desk)
    form.field("note", task.title, AreaField(lines=4, placeholder=_("Hoe gaat het nu? Wat is er afgesproken?")))
    form.need("note", said("cases.no_text"))
    work = partial(cases.finish_task, card.id, task.id)
    return FormSheet(_("Nazorg vastleggen"), form, _("Vastleggen"), lambda values: work(values["note"]), done)


def safety_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Write down what was done at once for the safety of those involved."""
    form = Form(desk)
    form.add(label(said(acute_advice(card.flags - card.met)), "quiet", wrap=True))
    form.field(
        "done", _("Wat hebt u gedaan?"), AreaField(lines=3, placeholder=_("Wie is bij het kind? Wie is gebeld?"))
    )
    form.need("done", said("cases.no_text"))
    title, verb = _("Eerst veiligheid"), _("Vastleggen")
    return FormSheet(title, form, verb, lambda values: cases.make_safe(card.id, values["done"]), done)


def evaluation_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Set the day of the evaluation."""
    form = Form(desk)
    form.field("on", _("Op welke dag"), DateField(desk.meldboek.clock, card.evaluate_on))

    def save(values: dict[str, Any]) -> None:
        if values["on"] is None:
            raise Invalid("on", "cases.no_day")
        cases.plan_evaluation(card.id, values["on"])

    return FormSheet(_("Evaluatie plannen"), form, _("Plannen"), save, done, width=420)


def move_sheet(desk: Desk, cases: Cases, card: CaseCard, to: Status | None, done: Done) -> FormSheet:
    """Bring the case to another phase, with the reason."""
    form = Form(desk)
    phases = [choice for choice in options("status", Status) if choice[0] not in {Status.CLOSED, card.status}]
    order = list(Status)
    following = order[order.index(card.status) + 1]
    form.field("to", _("Naar welke fase"), ChoiceField(phases, to or following))
    form.field("reason", _("Waarom"), AreaField(lines=3))
    return FormSheet(
        _("Naar een andere fase"),
        form,
        _("Naar deze fase"),
        lambda values: cases.move(card.id, values["to"], values["reason"]),
        done,
    )


def reopen_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Take a closed case up again."""
    form = Form(desk)
    form.field("reason", _("Waarom"), AreaField(lines=3))
    return FormSheet(
        _("Zaak heropenen"), form, _("Heropenen"), lambda values: cases.reopen(card.id, values["reason"]), done
    )
