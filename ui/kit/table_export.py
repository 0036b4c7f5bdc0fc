"""Any list of a page as a workbook: the user chooses the columns, and the log tells which list left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _, ngettext
from app.sheets.workbook import Sheet, Value, workbook
from app.vault.drawers.database import Drawer
from ui.kit.chips_field import ChipsField
from ui.kit.dialogs import safe_name
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.saving import save_noted
from ui.kit.table import Table
from ui.kit.table_model import Column

if TYPE_CHECKING:
    from ui.kit.page import Page


@dataclass(frozen=True)
class Listing:
    """A list that can leave, whatever it is drawn with."""

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Any, ...]


def export_sheet(page: Page, table: Table) -> FormSheet:
    """Ask which columns of a table go along; rows are those that are shown now."""
    return listing_sheet(page, Listing(table.accessibleName(), tuple(exportable(table)), table.lines_model.shown))


def listing_sheet(page: Page, listing: Listing) -> FormSheet:
    """Ask which columns go along, then where the workbook goes."""
    name, columns, lines = listing.name, listing.columns, listing.lines
    form = Form(page.desk)
    options = [(place, column.title) for place, column in enumerate(columns)]
    chips = ChipsField(options, tuple(range(len(columns))), many=True)
    rows = ngettext(
        "De lijst zoals u die nu ziet: {n} regel.", "De lijst zoals u die nu ziet: {n} regels.", len(lines)
    ).format(n=len(lines))
    form.field("columns", _("Welke kolommen"), chips, rows)
    form.need("columns", _("Kies ten minste één kolom."))
    told = _("In dit bestand staan persoonsgegevens zonder slot. Bewaar het bij de school en gooi het weg na gebruik.")
    form.add(Notice("warn", "", told))

    def asked(values: dict[str, Any]) -> None:
        wanted = [columns[place] for place in values["columns"]]
        drawer = drawer_of(page)
        save_noted(
            page.desk,
            page,
            safe_name(name.lower()) + ".xlsx",
            _("Lijst exporteren"),
            lambda: list_workbook(name, wanted, lines),
            lambda: drawer.note("list.exported", f"list:{name}"),
        )

    return FormSheet(_("{list} exporteren").format(list=name), form, _("Exporteren"), lambda values: values, asked)


def drawer_of(page: Page) -> Drawer:
    """Whose log tells that a list left: that of casework for a page that only those see who hold casework."""
    store = page.desk.meldboek.store
    is_casework = all(role.holds_casework for role in page.roles)
    return store.casework if is_casework and store.casework is not None else store.register


def list_workbook(name: str, columns: list[Column], lines: tuple[Any, ...]) -> bytes:
    """One tab with these columns; days are days and nothing in it can act as a formula."""
    rows = tuple(tuple(cell_of(column, line) for column in columns) for line in lines)
    return workbook([Sheet(name, tuple(column.title for column in columns), rows)])


def cell_of(column: Column, line: Any) -> Value:
    """What a cell says; a day that the column sorts on goes along as a day."""
    if column.in_sheet is not None:
        told: Value = column.in_sheet(line)
        return told
    words = column.words(line)
    order = column.sort(line) if column.sort and not (column.strong or column.detail or column.tag) else None
    if not words or not isinstance(order, date) or order.year in {date.min.year, date.max.year}:
        return words
    if isinstance(order, datetime):
        moment = order.astimezone(AMSTERDAM) if order.tzinfo else order
        return moment.replace(tzinfo=None, microsecond=0) if ":" in words else moment.date()
    return order


def exportable(table: Table) -> list[Column]:
    """The columns that say something: no buttons, no signs without a name."""
    shown = [column for column in table.lines_model.columns if column.title and not column.verb]
    return [each for column in shown for each in (column, *column.only_in_sheet)]


def ask_export(page: Page, table: Table) -> None:
    """Open the question which columns go along."""
    page.desk.dialogs.open(export_sheet(page, table))


def shown_table(page: Page) -> Table | None:
    """The list that a page shows now, or None."""
    found = [table for table in page.findChildren(Table) if table.isVisible() and exportable(table)]
    return found[0] if found else None


def list_menu(page: Page, table: Table) -> QMenu:
    """What can be done with a list of a page by the right mouse button."""
    menu = QMenu(table)
    _add(menu, _("Kopiëren"), table.copy, is_on=table.selected is not None)
    if exportable(table):
        shown = bool(table.lines_model.shown)
        _add(menu, _("Exporteren naar Excel"), lambda: ask_export(page, table), is_on=shown)
    return menu


def open_menu(page: Page, event: QContextMenuEvent) -> None:
    """Show what can be done with the list under the mouse, if there is one."""
    under: QWidget | None = page.childAt(event.pos())
    while under is not None and not isinstance(under, Table):
        under = under.parentWidget()
    if under is not None:
        list_menu(page, under).popup(event.globalPos())


def export_shown(page: Page | None) -> None:
    """Export the list that a page shows now; says so when there is none."""
    table = shown_table(page) if page is not None else None
    if page is not None and table is not None:
        ask_export(page, table)
    elif page is not None and not page.export_list():
        page.desk.messages.info(_("Op deze pagina staat geen lijst om te exporteren."))


def _add(menu: QMenu, text: str, act: Callable[[], object], *, is_on: bool) -> None:
    action = QAction(text, menu)
    action.setEnabled(is_on)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
