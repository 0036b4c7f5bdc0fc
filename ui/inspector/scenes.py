"""The states of the page of the inspector that are drawn for the manual and the checks."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.inspector.chain import Step
from app.inspector.lines import AgreedStep, CallNotes
from app.inspector.rules import Reason, Suspicion
from app.kernel.texts import _
from ui.kit.page import Picture


def pictures() -> tuple[Picture, ...]:
    """The sheet before, during and without a case, the log, a call in it, and the sheets over them."""
    return (
        Picture("inspector"),
        Picture("inspector_call", in_a_call),
        Picture("inspector_log", lambda page: page.open("log")),
        Picture("inspector_log_call", in_the_log),
        Picture("inspector_without_case", lambda page: page.open(("call", None))),
        Picture("inspector_step", lambda page: page.record_step(Step.CONCLUSION)),
        Picture("inspector_help", lambda page: page.acts.help()),
    )


def in_a_call(page: Any) -> None:
    """The page while a call runs."""
    page.open(("call", page.case_id))
    page.call.reason.set_value(Reason.STATUTORY_4A)
    page.call.notes.show_notes(
        CallNotes(
            notes=_("Eerst niet zelf met de medewerker in gesprek gaan over de feiten."),
            advice=_("Aangifte lijkt aangewezen; overleg met de zedenpolitie."),
            suspicion=Suspicion.NOT_YET,
            agreed=(AgreedStep(_("Bestuur bellen"), _("directeur"), date(2026, 11, 16)),),
        )
    )
    if page.main.text() == _("Gesprek beginnen"):
        page.start_or_finish()


def in_the_log(page: Any) -> None:
    """A call of the log with what was agreed in it, when there is one."""
    page.open("log")
    shown = page.log.table.lines_model.shown
    wanted = next((line for line in shown if line.notes.agreed), shown[0] if shown else None)
    if wanted is not None:
        page.log.table.select(wanted.id)
