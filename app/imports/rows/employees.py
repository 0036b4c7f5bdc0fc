"""The rows of a list of employees."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.imports.columns import titles
from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts, name_cells
from app.imports.readings import Place, ReadEmployee, Rejection, Target
from app.imports.rows.getters import LONGEST, RowRefusedError, cell_of, day_of, found_in, number_of, text_of
from app.imports.rows.pupils import name_of
from app.kernel.names import PersonName


@dataclass
class StaffReader:
    """Goes down one sheet and collects who works at the school."""

    layout: Layout
    today: date
    sheet: str = ""
    employees: list[ReadEmployee] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    def read(self) -> None:
        """Read every row below the headings."""
        layout, year = self.layout, self.today.year
        name, number, job = name_of(layout), number_of(layout), text_of(layout, Target.JOB_TITLE)
        start, end = day_of(layout, Target.START_DATE, year), day_of(layout, Target.END_DATE, year)
        emails = found_in(layout, Target.EMAIL, 0, contacts.emails)
        phones = found_in(layout, Target.PHONE, 0, contacts.phones)
        group, whole = cell_of(layout, Target.GROUP), text_of(layout, Target.FULL_NAME)
        for index in range(layout.first, len(layout.sheet.rows)):
            row = layout.sheet.rows[index]
            if not any(row) or self._is_skipped(row):
                continue
            place = Place(index + 1, "", self.sheet)
            try:
                called, title = _addressed(whole(row)) or (name(row), "")
                contact = _contact(emails(row), phones(row))
                employee = ReadEmployee(place, called, number(row), job(row), start(row), end(row), *contact)
                self.employees.append(replace(employee, group=cells.group(group(row))[:LONGEST], title=title))
            except RowRefusedError as refusal:
                self.rejected.append(
                    Rejection(place._replace(column=refusal.column), refusal.code, value=refusal.value)
                )

    def _is_skipped(self, row: Row) -> bool:
        said = [text for cell in row if (text := cells.text(cell))]
        repeated = len(said) > 1 and sum(text in self.layout.words for text in said) * 2 > len(said)
        return not said or repeated or titles.is_footer(said[0]) or (len(said) == 1 and len(self.layout.columns) > 1)


def _addressed(whole: str) -> tuple[PersonName, str] | None:
    """``Juf Anneke de Boer``: the name and how she is addressed; None when nobody is."""
    found = name_cells.several(whole) if whole else ()
    return (found[0].name, found[0].title) if len(found) == 1 and found[0].title else None


def _contact(emails: tuple[str, ...], phones: tuple[str, ...]) -> tuple[str, str]:
    return next(iter(emails), ""), next(iter(contacts.mobile_first(phones)), "")
