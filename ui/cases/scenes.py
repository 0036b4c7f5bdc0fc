"""The states of the page of cases that are drawn for the manual and the checks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from app.cases.beside.lines import OwnFieldLine, OwnKind, ReferralLine, ReferralState
from app.cases.evidence import loose
from app.cases.inputs import CaseFilter
from app.vault.drafts import DraftLine
from ui.cases import more_sheets, report_drafts
from ui.kit.desk import Desk
from ui.kit.page import Page, Picture

PREVENTION = "prevention"
_SHEETS = (
    *("triage", "make_safe", "inform", "involve", "move_to", "plan_evaluation", "close_case", "add_task"),
    *(
        "grant",
        "complain",
        "hand_over",
        "aside",
        "link",
        "refer",
        "wait",
        "shield",
        "prevent",
        "fill_own",
        "look_at_evidence",
    ),
)
_STAFF = ("sign",)  # only in a case about an employee
_SEVERAL = 3


def pictures(desk: Desk) -> tuple[Picture, ...]:
    """The list, the case with the longest story with its sheets, a new report, and prevention."""
    casework = desk.meldboek.casework
    lines = casework.cases.list() if casework else ()
    first = lines[0].id if lines else None
    staff = next((line.id for line in lines if line.is_employee_case), first)

    def sheet(act: str, case_id: int | None = first) -> Callable[[Any], object]:
        def show(page: Any) -> None:
            page.open(case_id)
            getattr(page.view, act)()

        return show

    return (
        Picture("cases"),
        Picture("several_cases", _choose_several),
        Picture("case", lambda page: page.open(first)),
        Picture("report", lambda page: page.open(("draft", report_drafts.FIRST))),
        Picture("report_drafts", _show_drafts),
        Picture("prevention", lambda page: page.open(PREVENTION)),
        *(Picture(f"prevention_{act}", _of_prevention(act)) for act in ("record", "ask", "newsletter")),
        *(Picture(f"case_{act}", sheet(act)) for act in _SHEETS),
        *(Picture(f"case_{act}", sheet(act, staff)) for act in _STAFF),
        Picture("case_answer", lambda page: _show_answer(page, first)),
        Picture("own_fields", _show_own_fields),
        Picture("kinds", _show_kinds),
        Picture("kind", _show_kind),
        Picture("case_which", sheet("choose_measure")),
    )


def _show_kinds(page: Any) -> None:
    page.open(CaseFilter())
    page.list_acts.change_kinds()


def _show_kind(page: Any) -> None:
    _show_kinds(page)
    page.desk.dialogs.current[-1].add()


def _choose_several(page: Any) -> None:
    page.open(CaseFilter())
    table = page.list.table
    rows = table.selectionModel()
    for place in range(min(_SEVERAL, table.model().rowCount())):
        rows.select(table.model().index(place, 0), rows.SelectionFlag.Select | rows.SelectionFlag.Rows)


def _show_drafts(page: Page) -> None:
    """Two reports that were begun; only drawn, nothing is kept."""
    drawer, now = page.desk.meldboek.store.casework, page.desk.meldboek.clock.now()
    if drawer is not None:
        found = (
            DraftLine(loose.REPORT, "new", now - timedelta(minutes=20), "Filmpje van het schoolplein"),
            DraftLine(loose.REPORT, "new-2", now - timedelta(hours=3)),
        )
        page.desk.dialogs.open(report_drafts.DraftsSheet(page.desk, drawer, found, lambda _key: None))


def _of_prevention(act: str) -> Callable[[Any], object]:
    def show(page: Any) -> None:
        page.open(PREVENTION)
        getattr(page.prevention, act)()

    return show


def _show_answer(page: Any, case_id: int | None) -> None:
    """What another body answered; the referral itself is only drawn."""
    page.open(case_id)
    today = page.desk.meldboek.clock.today()
    asked = today - timedelta(days=5)
    state = ReferralState.ACCEPTED
    page.view.answer(
        ReferralLine(1, "Wijkteam", "mevrouw De Wit", "Hulp thuis", asked, today, state, "", None, "E. Terpstra")
    )


def _show_own_fields(page: Page) -> None:
    """Fields of the school's own, to add to or to stop asking; only drawn."""
    casework = page.desk.meldboek.casework
    if casework is not None:
        fields = (
            OwnFieldLine(1, "Mentor", OwnKind.TEXT, ()),
            OwnFieldLine(2, "Besproken in het zorgteam", OwnKind.DAY, ()),
        )
        page.desk.dialogs.open(more_sheets.manage_sheet(page.desk, casework.cases, fields, lambda _none: None))
