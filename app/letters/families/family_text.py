"""The text on a family's paper: a template that is filled but for the names and numbers of one family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.kernel.errors import Refused
from app.kernel.names import full
from app.kernel.texts import _
from app.letters import rules
from app.letters.contents.grammar import listing
from app.letters.templates.filling import filled
from app.letters.templates.rules import Template, parts_of
from app.people.rules import PupilLine

_NAMES, _CHILDREN, _NUMBERS = "\N{WHITE SQUARE}1", "\N{WHITE SQUARE}2", "\N{WHITE SQUARE}3"  # filled in per family
_BEFORE = frozenset({"", "waarvoor", "keuze", "wat wij weten"})


@dataclass(frozen=True)
class Family:
    """The children of one family, with the numbers of their forms; ``group`` is that of the first."""

    group: str
    children: tuple[PupilLine, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class FamilyText:
    """What stands before the boxes, and after them."""

    subject: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def of(self, family: Family) -> FamilyText:
        """The same with the names of this family."""
        told = [_("{name} (groep {group})").format(name=full(one.name), group=one.group) for one in family.children]
        for_names = listing([child.name.first_name or full(child.name) for child in family.children])
        return self.put(for_names, listing(told), listing(list(family.numbers)))

    def put(self, first_names: str, children: str, numbers: str) -> FamilyText:
        """The same with these words for names, children and numbers."""
        values = {_NAMES: first_names, _CHILDREN: children, _NUMBERS: numbers}

        def put(text: str) -> str:
            for token, value in values.items():
                text = text.replace(token, value)
            return text

        return FamilyText(put(self.subject), tuple(map(put, self.before)), tuple(map(put, self.after)))


def text_of(template: Template, values: Mapping[str, object]) -> FamilyText:
    """The text of all families. Raises Refused when it has an open place, or lacks what is compulsory."""
    lacking = rules.lacking(template, filled(template.body, _with_tokens(values)))
    if lacking:
        raise Refused("letters.not_whole", blanks=", ".join(lacking))
    return as_it_is(template, values)


def as_it_is(template: Template, values: Mapping[str, object]) -> FamilyText:
    """The text with what it still lacks."""
    given = _with_tokens(values)
    parts = {name: text for name, text in parts_of(filled(template.body, given)).items() if text}
    before = tuple(text for name, text in parts.items() if name in _BEFORE)
    after = tuple(text for name, text in parts.items() if name not in _BEFORE)
    return FamilyText(filled(template.subject, given), before, after)


def _with_tokens(values: Mapping[str, object]) -> Mapping[str, object]:
    return {**values, "first_names": _NAMES, "children": _CHILDREN, "numbers": _NUMBERS}
