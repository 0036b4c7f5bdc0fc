"""Where in the form of a draft a finding can be mended, and where its open places are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.findings import Finding
from app.letters.templates.rules import BLANK

_OPEN = re.compile(r"‹[^›\n]*›?")
_FIELDS = {"letters.no_subject": "subject", "letters.no_address": "address", "letters.no_addressee": "address"}


@dataclass(frozen=True)
class Place:
    """A field of the form, and what to select in it."""

    field: str
    start: int = 0
    end: int = 0


def place_of(finding: Finding, body: str, parts: Sequence[str]) -> Place | None:
    """Where to go for this finding; None for what cannot be mended in the letter itself."""
    if finding.code in _FIELDS:
        return Place(_FIELDS[finding.code])
    values = {name: str(value) for name, value in finding.values.items()}
    if "part" in values:
        at = _start_of(values["part"], body, parts)
        return Place("body", at, at)
    if "place" in values:
        return _found(re.compile(rf"‹[^›\n]*{re.escape(values['place'])}[^›\n]*›?"), body) or Place("address")
    if finding.code == "letters.other_name":
        return _found(re.compile(re.escape(values["names"].partition(", ")[0])), body)
    return None


def next_open(body: str, after: int) -> Place | None:
    """The next open place behind this position, or the first of all."""
    found = _OPEN.search(body, after) or _OPEN.search(body)
    return Place("body", found.start(), found.end()) if found else None


def has_open(body: str) -> bool:
    """Whether there is an open place."""
    return BLANK in body


def _found(pattern: re.Pattern[str], body: str) -> Place | None:
    found = pattern.search(body)
    return Place("body", found.start(), found.end()) if found else None


def _start_of(part: str, body: str, parts: Sequence[str]) -> int:
    """Under the line of this part; when the line is gone, behind the part that comes before it."""
    own = _mark(part).search(body)
    if own:
        return own.end()
    before = [found for one in parts[: parts.index(part)] if (found := _mark(one).search(body))]
    if not before:
        return 0
    following = re.compile(r"^\[[^\[\]\n]+\][ \t]*$", re.MULTILINE).search(body, before[-1].end())
    return len(body[: following.start()].rstrip()) if following else len(body)


def _mark(part: str) -> re.Pattern[str]:
    return re.compile(rf"^\[{re.escape(part)}\][ \t]*\n?", re.MULTILINE)
