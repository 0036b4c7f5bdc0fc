"""Text files in which spaces put the columns below each other, as old programs print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.imports.columns.headings import heading
from app.imports.columns.layout import Row
from app.imports.limits import MOST_CELLS
from app.imports.readings import Target
from app.imports.refusal import FileRefusedError

_TRIED = 60  # lines in which the headings may stand
_WIDEST = 1000
_LOOKED_AT = 2000  # lines by which it is seen where a column begins
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_APART = re.compile(r"\s{2,}")
_WORD = re.compile(r"\S+")
_RULE = re.compile(r"[\s|+]*[-=]{2,}[\s|+]+[-=]{2,}[-=\s|+]*")
_RUN = re.compile(r"[-=]+")
_MOST_IN_TITLE = 2


def rows(text: str) -> list[Row]:
    """The rows of such a file, the headings among them; none when no line holds headings that stand apart."""
    lines = [line[:_WIDEST].expandtabs() for line in text.splitlines()]
    at, starts = _best([_headings(lines, index) for index in range(min(len(lines), _TRIED))])
    if not starts:
        return []
    if len(lines) * len(starts) > MOST_CELLS:
        raise FileRefusedError("imports.too_large")
    below = [line for line in lines[at + 1 : at + _LOOKED_AT] if line.strip()]
    cuts = [_cut(below, lines[at], start) for start in starts[1:]]
    told = [_apart(line) for line in lines[:at]]
    return [*told, _pieces(lines[at], cuts), *(_row(line, cuts) for line in lines[at + 1 :])]


def _best(found: Sequence[tuple[int, list[int]]]) -> tuple[int, list[int]]:
    """The line with the most headings, and where they begin."""
    hits = max((count for count, _starts in found), default=0)
    return next(((at, starts) for at, (count, starts) in enumerate(found) if count == hits > 1), (0, []))


def _headings(lines: Sequence[str], at: int) -> tuple[int, list[int]]:
    """How many headings a line holds, a name among them, and where they begin."""
    starts = _ruled(lines, at) or _begun(lines[at], lines[at + 1 : at + _TRIED])
    found = [target for text in _pieces(lines[at], starts[1:]) if text and (target := heading(text).target)]
    return (len(found), starts) if _NAMES.intersection(found) else (0, [])


def _ruled(lines: Sequence[str], at: int) -> list[int]:
    """Where the columns begin by the rule below the headings: ``-----  ----------``."""
    rule = lines[at + 1] if at + 1 < len(lines) else ""
    return [run.start() for run in _RUN.finditer(rule)] if _RULE.fullmatch(rule) else []


def _begun(line: str, below: Sequence[str]) -> list[int]:
    """Where headings begin: behind two spaces, or behind one when the lines below leave it open, too."""
    starts: list[int] = []
    phrase, end = "", 0
    for word in _WORD.finditer(line):
        gap = word.start() - end
        if not starts or gap > 1 or (_is_open(below, end) and _are_two(phrase, word[0])):
            starts.append(word.start())
            phrase = word[0]
        else:
            phrase = f"{phrase} {word[0]}"
        end = word.end()
    return starts


def _is_open(lines: Sequence[str], place: int) -> bool:
    return all(line[place : place + 1] in ("", " ") for line in lines)


def _are_two(phrase: str, word: str) -> bool:
    return heading(phrase).target is not None and heading(f"{phrase} {word}").target is None


def _cut(below: Sequence[str], headings: str, start: int) -> int:
    """Where a column begins: at its heading, or before it when numbers stand to the right."""
    ahead = headings[:start].rstrip()
    places = range(max(len(ahead), 1), start)
    blanks = {place: sum(line[place : place + 1] in ("", " ") for line in below) for place in places}
    return 1 + max(places, key=lambda place: (blanks[place], place), default=start - 1)


def _row(line: str, cuts: Sequence[int]) -> Row:
    """The cells of a line; a title runs through where columns end."""
    through = any(line[cut - 1 : cut].strip() for cut in cuts)
    title = _apart(line)
    return title if through and len(title) <= _MOST_IN_TITLE else _pieces(line, cuts)


def _pieces(line: str, cuts: Sequence[int]) -> list[str]:
    cells = [line[start:end].strip(" |") for start, end in zip([0, *cuts], [*cuts, _WIDEST], strict=True)]
    return cells if any(cells) else []


def _apart(line: str) -> list[str]:
    return _APART.split(line.strip()) if line.strip() else []
