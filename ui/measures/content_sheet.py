"""Ask somebody to remove a message: in which case, who, where it stands; nobody of the school removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.cases.lines import CaseCard, CaseLine
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.measures.lines import NewContent
from app.measures.service import Measures
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


def content_sheet(
    desk: Desk, cases: Cases, measures: Measures, lines: Sequence[CaseLine], done: Callable[[Any], object]
) -> FormSheet:
    """Record that the owner was asked to take a message or image away."""
    form = Form(desk)
    clock = desk.meldboek.clock
    options = [(line.id, f"{line.short_number}  {line.title}") for line in lines]
    chosen = form.field("case_id", _("Zaak"), ChoiceField(options, blank=_("Kies een zaak")))
    person = form.field("person_id", _("Aan wie gevraagd"), ChoiceField((), blank=_("Kies een persoon")))
    form.field("platform", _("Platform"), TextField(placeholder=_("bijvoorbeeld TikTok")))
    form.field("place", _("Adres of plaats"), TextField(), _("Waar het bericht staat. Bewaar geen kopie."), beside=True)
    form.field("asked_on", _("Gevraagd op"), DateField(clock, clock.today()))
    form.field("parents_told_on", _("Ouders ingelicht op"), DateField(clock), beside=True)

    def show_people(card: CaseCard) -> None:
        parties = [party for party in card.parties if party.person_id is not None]
        parties.sort(key=lambda party: party.role is not InvolvementRole.ACTOR)
        names = {party.person_id: f"{party.name}, {party.detail}".strip(", ") for party in parties}
        person.set_options(tuple(names.items()))
        if names:
            person.set_value(next(iter(names)))

    def load() -> None:
        wanted = chosen.value()
        if wanted is not None:
            desk.jobs.run(lambda: cases.case(wanted), owner=form, done=show_people)

    chosen.changed.connect(load)
    save = lambda values: measures.contents.ask(_asked(values))  # noqa: E731 - one expression
    return FormSheet(_("Bericht laten verwijderen"), form, _("Vastleggen"), save, done, width=600)


def _asked(values: dict[str, Any]) -> NewContent:
    if values["case_id"] is None:
        raise Invalid("case_id", "measures.choose_case")
    if values["person_id"] is None:
        raise Invalid("person_id", "measures.choose_person")
    return NewContent(**values)
