"""Where a new measure begins: one case and one person in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.cases.lines import CaseLine
from app.cases.service import Cases
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.measures.person_in_case import add_person_in_case, both_of


def start_sheet(
    desk: Desk, cases: Cases, lines: Sequence[CaseLine], case_id: int | None, go: Callable[[tuple[int, int]], object]
) -> FormSheet:
    """Choose a case and a person; ``go`` gets both."""
    form = Form(desk)
    add_person_in_case(form, desk, cases, lines, _("Voor wie"), case_id)
    return FormSheet(_("Nieuwe maatregel"), form, _("Verder"), both_of, go)
