"""Any list can leave as a workbook with chosen columns; nothing in it acts as a formula, and the log tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.kernel.errors import Refused
from app.vault.keys.keyring import Role
from ui.kit.desk import Desk
from ui.kit.page import Page
from ui.kit.table import Column, Table
from ui.kit.table_export import drawer_of, export_sheet, export_shown, exportable, list_menu, list_workbook
from ui.kit.tag import TagText


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    day: date
    at: datetime


LINES = (
    Line(1, '=HYPERLINK("http://x","klik")', date(2026, 11, 3), datetime(2026, 11, 3, 9, 5, tzinfo=UTC)),
    Line(2, "+31 6 12345678", date.max, datetime(2026, 7, 1, 22, 30, tzinfo=UTC)),
    Line(3, "@Noor", date(2026, 11, 4), datetime(2026, 7, 1, 22, 30, tzinfo=UTC)),
)
COLUMNS = (
    Column("Naam", strong=lambda line: line.name, detail=lambda _line: "groep 8"),
    Column("Dag", lambda line: "geen" if line.day == date.max else "3 nov", sort=lambda line: line.day),
    Column("Gezien", lambda line: f"{line.at:%H:%M}", sort=lambda line: line.at),
    Column("Sinds", lambda _line: "1 jul", sort=lambda line: line.at),
    Column("Stand", tag=lambda _line: TagText("open")),
    Column("Doen", lambda _line: "Openen", verb=True),
    Column("", lambda _line: "x"),
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Page:
    made = Page(desk)
    table = Table(COLUMNS, name="Leerlingen")
    table.set_lines(LINES)
    made.body.addWidget(table)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def _table(page: Page) -> Table:
    found = page.findChild(Table)
    assert isinstance(found, Table)
    return found


def _rows(data: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(data))
    return [tuple(cell.value for cell in row) for row in book["Leerlingen"].iter_rows()]


def test_a_list_leaves_with_the_chosen_columns_as_it_is_shown(page: Page, desk: Desk, tmp_path: Path) -> None:
    table = _table(page)
    table.set_filter("noor")
    sheet = export_sheet(page, table)
    assert sheet.form.values() == {"columns": (0, 1, 2, 3, 4)}
    sheet.form.set_values({"columns": (0, 1)})
    desk.dialogs.answers.append(tmp_path / "leerlingen.xlsx")
    sheet.submit()
    assert _rows((tmp_path / "leerlingen.xlsx").read_bytes()) == [
        ("Naam", "Dag"),
        ("@Noor groep 8", datetime(2026, 11, 4)),  # noqa: DTZ001 - a workbook knows no zones
    ]


def test_no_cell_can_act_as_a_formula(page: Page) -> None:
    table = _table(page)
    data = list_workbook("Leerlingen", list(COLUMNS[:5]), table.lines_model.shown)
    cells = [cell for row in load_workbook(BytesIO(data))["Leerlingen"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "d"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")))


def test_days_and_moments_are_what_they_are_and_no_day_stays_a_word(page: Page) -> None:
    rows = _rows(list_workbook("Leerlingen", list(COLUMNS[:4]), _table(page).lines_model.shown))
    assert rows[1][1:] == (datetime(2026, 11, 3), datetime(2026, 11, 3, 10, 5), datetime(2026, 11, 3))  # noqa: DTZ001
    assert rows[2][1:] == ("geen", datetime(2026, 7, 2, 0, 30), datetime(2026, 7, 2))  # noqa: DTZ001


def test_the_log_tells_which_list_left(page: Page, desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.answers.append(tmp_path / "lijst.xlsx")
    export_sheet(page, _table(page)).submit()
    newest = desk.meldboek.store.register.log(1)[0]
    assert (newest.action, newest.subject) == ("list.exported", "list:Leerlingen")


class _Casework(Page):
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD})


def test_a_list_of_who_holds_casework_is_told_in_that_log(page: Page, desk: Desk, qtbot: QtBot) -> None:
    closed = _Casework(desk)
    qtbot.addWidget(closed)
    assert drawer_of(page) is desk.meldboek.store.register
    assert drawer_of(closed) is desk.meldboek.store.casework


def test_a_list_that_cannot_be_logged_does_not_stay_outside(
    page: Page, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise Refused("vault.closed")

    monkeypatch.setattr(desk.meldboek.store.register, "note", refuse)
    desk.dialogs.answers.append(tmp_path / "lijst.xlsx")
    export_sheet(page, _table(page)).submit()
    assert list(tmp_path.glob("lijst*")) == []


def test_the_workbook_may_hold_more_than_the_screen(page: Page) -> None:
    more = Column("Betrokkenen", text=lambda line: line.upper())
    columns = (Column("Nummer", text=str, in_sheet=lambda line: f"2026/{line}", only_in_sheet=(more,)),)
    table = Table(columns)
    assert [column.title for column in exportable(table)] == ["Nummer", "Betrokkenen"]
    assert _rows(list_workbook("Leerlingen", exportable(table), ("a",))) == [("Nummer", "Betrokkenen"), ("2026/a", "A")]


def test_a_list_that_was_not_saved_is_not_in_the_log(page: Page, desk: Desk) -> None:
    before = desk.meldboek.store.drawers[-1].log(1)
    desk.dialogs.answers.append(None)
    export_sheet(page, _table(page)).submit()
    assert desk.meldboek.store.drawers[-1].log(1) == before


def test_without_a_column_nothing_is_exported(page: Page, desk: Desk) -> None:
    sheet = export_sheet(page, _table(page))
    sheet.form.set_values({"columns": ()})
    sheet.submit()
    assert desk.dialogs.asked == []
    assert sheet.form.note.text()


def test_the_right_mouse_button_copies_and_exports(page: Page) -> None:
    table = _table(page)
    acts = list_menu(page, table).actions()
    assert [(act.text(), act.isEnabled()) for act in acts] == [("Kopiëren", False), ("Exporteren naar Excel", True)]
    table.select(3)
    list_menu(page, table).actions()[0].trigger()
    assert QApplication.clipboard().text().startswith("'@Noor")  # no formula for a workbook
    table.set_filter("niemand")
    assert not list_menu(page, table).actions()[1].isEnabled()


def test_the_menu_opens_on_a_list_and_nowhere_else(page: Page) -> None:
    table = _table(page)
    _ask(page, table.mapTo(page, QPoint(40, 80)))
    assert len(table.findChildren(QMenu)) == 1
    _ask(page, QPoint(2, 2))
    assert len(page.findChildren(QMenu)) == 1


def _ask(page: Page, at: QPoint) -> None:
    QApplication.sendEvent(page, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.mapToGlobal(at)))


def test_the_palette_exports_the_list_of_the_open_page(page: Page, desk: Desk, qtbot: QtBot) -> None:
    desk.dialogs.window = page
    export_shown(page)
    assert desk.dialogs.is_open
    desk.dialogs.current[-1].close_sheet()
    empty = Page(desk)
    qtbot.addWidget(empty)
    empty.show()
    export_shown(empty)
    export_shown(None)
    assert not desk.dialogs.is_open
