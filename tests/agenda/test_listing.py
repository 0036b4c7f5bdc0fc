"""Vandaag as a workbook: every line with its day and its kind, columns as chosen, and nothing that can act."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.agenda.exports import agenda_paper
from app.agenda.rules import AgendaItem, AgendaLists, PutOff
from app.application import Meldboek
from app.cases.inputs import NewReport, NewTask
from app.cases.rules import NewTriage
from app.kernel.clock import at
from tests.builders import Cast
from ui.agenda.listing import listing_of
from ui.agenda.page import AgendaPage
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.table_export import export_shown, list_workbook

NOW = at(2026, 11, 16, 14, 5)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_word_of_a_case_can_act_as_a_formula(first: str) -> None:
    text = f"{first}HYPERLINK(1)"
    item = AgendaItem("task:1", "", text, text, at(2026, 11, 16, 15), "cases", tag=text, source="task")
    lists = AgendaLists(today=(item,), put_off=(PutOff(item, date(2026, 11, 20), text),))
    listing = listing_of(lists, NOW)
    page = load_workbook(BytesIO(list_workbook(listing.name, list(listing.columns), listing.lines)))["Vandaag"]
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
    acting = [cell for cell in cells if cell.data_type == "s" and "HYPERLINK" in str(cell.value)]
    assert len(acting) == 7
    assert all(cell.quotePrefix for cell in acting)


def test_the_user_chooses_the_columns_and_gets_every_line(
    desk: Desk, meldboek: Meldboek, cast: Cast, qtbot: QtBot, tmp_path: Path
) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Veel te doen"))
    cases.triage(case_id, NewTriage(True))
    day = meldboek.clock.today() + timedelta(days=2)
    for number in range(12):
        cases.add_task(case_id, NewTask(f"Taak {number}", day))
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    export_shown(page)
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"columns": (1, 3, 4)})
    desk.dialogs.answers.append(tmp_path / "vandaag.xlsx")
    sheet.submit()
    rows = list(load_workbook(tmp_path / "vandaag.xlsx")["Vandaag"].iter_rows(values_only=True))
    assert rows[0] == ("Wat", "Wanneer", "Dagen over")
    assert ("Taak 11", datetime(2026, 11, 18), 2) in rows  # noqa: DTZ001 - a workbook knows no zones
    assert len(rows) - 1 == sum(
        len(getattr(meldboek.agenda.today(), name)) for name in ("today", "week", "later", "waits")
    )
    assert desk.meldboek.store.register.log(1)[0].action == "list.exported"


def test_a_print_of_very_many_lines_says_that_there_are_more() -> None:
    items = tuple(AgendaItem(f"task:{n}", "", "Bellen", "", NOW.date(), "cases") for n in range(230))
    pdf = agenda_paper(AgendaLists(today=items), "School", "E. Terpstra", NOW)
    assert "nog 30" in _text(pdf)


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
