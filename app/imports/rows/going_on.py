"""Groups that stand beside the first pupil only, as in a merged cell, or in brackets behind the name."""

from __future__ import annotations

import re

from app.imports.columns.layout import Layout
from app.imports.content import cells
from app.imports.readings import Target
from app.imports.rows.getters import cell_of

_BEHIND = re.compile(r"\((?:groep |gr\.? ?)?([0-8](?:[/-][1-8])?\s?[A-Za-z]?)\)\s*$", re.IGNORECASE)
_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)


def groups_go_on(layout: Layout) -> bool:
    """Every group is named once, beginning with the first pupil, and at least as many pupils have none beside them."""
    if layout.find(Target.GROUP) is None:
        return False
    names = [cell_of(layout, target) for target in _NAMES]
    group = cell_of(layout, Target.GROUP)
    said: list[str] = []
    for row in layout.sheet.rows[layout.first :]:
        if any(cells.text(name(row)) for name in names):
            told = cells.group(group(row))
            if told and told in said:
                return False
            said.append(told)
    named = len(said) - said.count("")
    return bool(said and said[0]) and said.count("") >= named


def group_behind(name: str) -> str:
    """The group in brackets behind a name, in a list that has no column for it: ``Tim de Boer (5A)``."""
    found = _BEHIND.search(name)
    return cells.group(found[1]) if found else ""
