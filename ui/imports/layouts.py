"""The sheets of a file with the same headings, which are decided about together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.imports.recognition import NO_ROW, Mapping, RecognisedColumn, RecognisedSheet, mapping_of
from app.kernel.texts import _, ngettext

_NAMED = 6
_TRIED = 30  # rows that may hold the headings


@dataclass(frozen=True)
class SheetLayout:
    """Sheets that have the same headings; the first of them stands for all."""

    sheets: tuple[RecognisedSheet, ...]

    @property
    def sheet(self) -> RecognisedSheet:
        """The one that is shown."""
        return self.sheets[0]

    @property
    def fingerprint(self) -> str:
        """By which the layout is known again."""
        return self.sheet.fingerprint

    @property
    def columns(self) -> tuple[RecognisedColumn, ...]:
        """The columns that have a heading."""
        return tuple(column for column in self.sheet.columns if column.header or column.target)

    @property
    def mapping(self) -> Mapping:
        """How it is read now."""
        return mapping_of(self.sheet)

    @property
    def rows(self) -> tuple[tuple[int, str], ...]:
        """The rows in which the headings may stand."""
        last = min(_TRIED, max(1, self.sheet.header_row) + self.sheet.rows - 1)
        rows = ((row, _("koppen in rij {row}").format(row=row)) for row in range(1, last + 1))
        return ((NO_ROW, _("geen koppen")), *rows)

    @property
    def row(self) -> int:
        """The row in which the headings stand now."""
        return self.sheet.header_row or NO_ROW

    def in_row(self, number: int) -> Mapping:
        """The decision that the headings stand in this row."""
        return Mapping(self.sheet.found_as or self.fingerprint, (), self.sheet.subject, number)

    @property
    def guardians(self) -> int:
        """How many guardians a column may be of."""
        return max([2, *(column.guardian for column in self.sheet.columns)])

    @property
    def title(self) -> str:
        """The names of the sheets."""
        names = list(dict.fromkeys(sheet.name for sheet in self.sheets if sheet.name))
        more = ["…"] if len(names) > _NAMED else []
        return ", ".join(names[:_NAMED] + more) or _("lijst")

    @property
    def about(self) -> str:
        """Where the headings stand and how much there is under them."""
        rows = sum(sheet.rows for sheet in self.sheets)
        parts = [
            _("blad {names}").format(names=self.title) if self.sheet.name else "",
            ngettext("{n} rij", "{n} rijen", rows),
            self._group(),
        ]
        return " · ".join(part for part in parts if part)

    def _group(self) -> str:
        if not self.sheet.group:
            return ""
        if len(self.sheets) > 1:
            return _("groep uit het blad of de titel")
        return _("groep {group} uit de titel").format(group=self.sheet.group)

    @staticmethod
    def use_of(mapping: Mapping, column: RecognisedColumn) -> tuple[str, int]:
        """What a column holds by this mapping."""
        found = (use for use in mapping.uses if use.index == column.index)
        return next(((use.target, use.guardian) for use in found), ("", 0))


def layouts_of(sheets: Iterable[RecognisedSheet]) -> tuple[SheetLayout, ...]:
    """The layouts of a file in the order of its sheets; those with people in them first."""
    together: dict[str, list[RecognisedSheet]] = {}
    for sheet in sheets:
        together.setdefault(sheet.fingerprint, []).append(sheet)
    found = [SheetLayout(tuple(each)) for each in together.values()]
    return tuple(sorted(found, key=lambda layout: not layout.sheet.subject))
