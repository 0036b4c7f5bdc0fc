"""Where a new measure begins: one case and one person in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.cases.lines import CaseCard, CaseLine
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.errors import Invalid
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


def start_sheet(
    desk: Desk, cases: Cases, lines: Sequence[CaseLine], case_id: int | None, go: Callable[[tuple[int, int]], object]
) -> FormSheet:
    """Choose a case and a person; ``go`` gets both."""
    form = Form(desk)
    options = [(line.id, f"{line.short_number}  {line.title}") for line in lines]
    chosen = form.field("case_id", _("Zaak"), ChoiceField(options, case_id, blank=_("Kies een zaak")))
    person = form.field("person_id", _("Voor wie"), ChoiceField((), blank=_("Kies een persoon")))

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
    load()
    return FormSheet(_("Nieuwe maatregel"), form, _("Verder"), _both, go)


def _both(values: dict[str, Any]) -> tuple[int, int]:
    if values["case_id"] is None:
        raise Invalid("case_id", "measures.choose_case")
    if values["person_id"] is None:
        raise Invalid("person_id", "measures.choose_person")
    return values["case_id"], values["person_id"]
