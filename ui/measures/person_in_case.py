"""Two fields that belong together: a case, and one of the persons in it, whoever did something first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.cases.lines import CaseCard, CaseLine
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.errors import Invalid
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.form import Form


def add_person_in_case(
    form: Form, desk: Desk, cases: Cases, lines: Sequence[CaseLine], asked: str, case_id: int | None = None
) -> None:
    """Add ``case_id`` and ``person_id`` to a form; ``asked`` is what stands above the person."""
    options = [(line.id, f"{line.short_number}  {line.title}") for line in lines]
    chosen = form.field("case_id", _("Zaak"), ChoiceField(options, case_id, blank=_("Kies een zaak")))
    person = form.field("person_id", asked, ChoiceField((), blank=_("Kies een persoon")))

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


def both_of(values: dict[str, Any]) -> tuple[int, int]:
    """The case and the person; raises Invalid for what was not chosen."""
    if values["case_id"] is None:
        raise Invalid("case_id", "measures.choose_case")
    if values["person_id"] is None:
        raise Invalid("person_id", "measures.choose_person")
    return values["case_id"], values["person_id"]
