"""Rows in which nothing stands but one name: a pupil of whom the list says no more, or a line between the pupils."""

from __future__ import annotations

from app.imports.columns.headings import normal
from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, persons
from app.imports.content.name_cells import is_name
from app.imports.readings import Target

_MOST_WORDS = 6
_NO_PUPIL = frozenset(
    """juf juffrouw meester mevrouw mevr mw dhr meneer leerkracht leerkrachten groep klas unit school basisschool obs
    cbs rkbs stichting team directie locatie afdeling einde lijst overzicht""".split()  # noqa: SIM905 - reads better
)


class NamesAlone:
    """Looks at the rows of one sheet that have one cell filled."""

    def __init__(self, layout: Layout) -> None:
        self._column = layout.find(Target.FULL_NAME)
        self._is_first = self._column is not None and self._column.index == min(one.index for one in layout.columns)
        self._titles = {cells.text(cell) for row in layout.above for cell in row}

    def is_pupil(self, row: Row) -> bool:
        """Whether it stands below the names, with columns before it that lines between the pupils begin in."""
        return not self._is_first and bool(self._name(row))

    def is_doubtful(self, row: Row) -> bool:
        """Whether it may be a pupil or a line between them: both begin in the first column."""
        return self._is_first and bool(self._name(row))

    def _name(self, row: Row) -> str:
        if self._column is None or self._column.index >= len(row):
            return ""
        text = cells.text(row[self._column.index])
        told = text in self._titles or _NO_PUPIL.intersection(normal(text).split())
        return text if not told and (persons.plainly(text.split()) or _is_listed(text)) else ""


def _is_listed(text: str) -> bool:
    """``Boer, Tim de``, and no sentence with a comma."""
    surname, comma, rest = (part.split() for part in text.partition(","))
    words = [*surname, *rest]
    capital = all(word[0].isupper() or persons.is_small_infix(word) for word in words)
    return bool(comma and surname and rest) and capital and len(words) <= _MOST_WORDS and is_name(text)
