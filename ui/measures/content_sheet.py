"""Ask somebody to remove a message: in which case, who, where it stands; nobody of the school removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.cases.lines import CaseLine
from app.cases.service import Cases
from app.kernel.texts import _
from app.measures.lines import NewContent
from app.measures.service import Measures
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.measures.person_in_case import add_person_in_case, both_of


def content_sheet(
    desk: Desk, cases: Cases, measures: Measures, lines: Sequence[CaseLine], done: Callable[[Any], object]
) -> FormSheet:
    """Record that the owner was asked to take a message or image away."""
    form = Form(desk)
    clock = desk.meldboek.clock
    add_person_in_case(form, desk, cases, lines, _("Aan wie gevraagd"))
    form.field("platform", _("Platform"), TextField(placeholder=_("bijvoorbeeld TikTok")))
    form.field("place", _("Adres of plaats"), TextField(), _("Waar het bericht staat. Bewaar geen kopie."), beside=True)
    form.field("asked_on", _("Gevraagd op"), DateField(clock, clock.today()))
    form.field("parents_told_on", _("Ouders ingelicht op"), DateField(clock), beside=True)

    save = lambda values: measures.contents.ask(_asked(values))  # noqa: E731 - one expression
    return FormSheet(_("Bericht laten verwijderen"), form, _("Vastleggen"), save, done, width=600)


def _asked(values: dict[str, Any]) -> NewContent:
    both_of(values)
    return NewContent(**values)
