"""What stands around the rows of a list: titles that name a group or a date, and lines below that count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from app.imports.content import cells
from app.people.spelling import normal_group

_FOOTER = re.compile(
    r"^(?:(?:sub|eind)?totaal\b|totale\b|aantal\b"
    r"|pagina\b|blad \d|afgedrukt\b|geprint\b|printdatum\b|gemiddeld|peildatum\b"
    r"|[jmv] ?[:=] ?\d|jongens? ?[:=\d]|meisjes? ?[:=\d]|jongens$|meisjes$|legenda\b|bron ?:|gemaakt op|uitgedraaid"
    r"|\d+ (?:leerlingen|jongens|meisjes|kinderen)\b|som\b|einde (?:lijst|overzicht)|-+ ?\d* ?-+$|vertrouwelijk\b"
    r"|dit (?:overzicht|document|bestand)\b|schooljaar\b|datum ?:|exportdatum\b)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:groep|groepslijst|klas|klassenlijst|klasselijst|unit|stamgroep|leerlingenlijst|leerlinglijst|gr\.)(?![\w])"
    r"\s*(?:van\s+)?(?:groep\s+)?:?\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_AFTER_GROUP = re.compile(
    r"\s{2,}|\t|\s+(?=juf|meester|leerkracht|mevr|mw|dhr|leerlingen|schooljaar|\d{4}|\()|[,;(|]|\s[-–]\s", re.IGNORECASE
)
_PAIR = re.compile(r"^(\d{1,2}\s*[-/–]\s*\d{1,2}(?!\d|[-/]\d)(?:\s?[a-zA-Z]\b)?|\d{1,2}\s?[a-zA-Z]?\b(?![-/.]\d))")
_COLOUR = re.compile(r"\s+(rood|blauw|groen|geel|oranje|paars|wit|roze|zwart|bruin|turquoise)\b", re.IGNORECASE)
_KNOWN_GROUP = re.compile(r"\d{1,2}(?:/\d{1,2})?(?: ?[a-zA-Z])?")
_OF_A_LIST = re.compile(
    r"^(?:lijst|leerlingen|kinderen|ouders|ouderlijst|overzicht|export)[\s_:-]+(?=\d)", re.IGNORECASE
)
_NO_GROUP = frozenset(["overzicht", "lijst", "indeling", "naam", "leerkracht", "alle", "en", "onbekend", "per"])
_DATED = re.compile(
    r"\b(?:peildatum|per|datum|stand|d\.d\.)\s*:?\s*(?P<day>\d{1,2}[-/. ]\w+[-/. ]\d{4}|\d{4}-\d\d-\d\d)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(20\d\d)\s*[-/]\s*(20\d\d|\d\d)\b")
_YEAR_COLUMN = re.compile(r"(?:school|cursus)jaar\b|school ?year\b", re.IGNORECASE)
_BRIN = re.compile(r"\bbrin\w*\s*:?\s*(\d\d[A-Z]{2}(?:\d\d)?)\b", re.IGNORECASE)


def is_footer(line: str) -> bool:
    """Whether this begins a line of totals, a page number or another line that is of no pupil."""
    return not line.isdecimal() and _FOOTER.match(line) is not None


def group_of_title(line: str) -> str:
    """The group that a title names: ``Groep: 1/2   juf Anneke`` and ``Groepslijst 5B`` do."""
    found = _GROUP.search(line)
    if found is None:
        return ""
    name = found["name"].strip()
    if digits := _PAIR.match(name):
        if found[0].casefold().startswith("unit"):
            return f"Unit {digits[1].strip()}"
        colour = _COLOUR.match(name[digits.end() :])
        return digits[1].strip() + (f" {colour[1]}" if colour else "")
    named = _AFTER_GROUP.split(name, maxsplit=1)[0].strip()
    alone = found.start() == 0 and " " not in named
    return named if (":" in line or alone) and named.casefold() not in _NO_GROUP and named[:1].isalpha() else ""


def group_of_row(texts: list[str]) -> str:
    """The group that a row of titles names, also when word and name stand in cells of their own."""
    if len(texts) == 2 and texts[0].rstrip(" :").casefold() in ("groep", "klas", "unit", "stamgroep"):
        return group_of_title(f"groep: {texts[1]}")
    return next((group for text in texts if (group := group_of_title(text))), "")


def group_of_sheet(name: str) -> str:
    """The group that the name of a sheet is: ``Groep 3-4`` and ``5B`` are, ``Blad1`` is not."""
    if re.fullmatch(r"(?:blad|sheet|tabel|lijst|leerlingen)\s?\d*", name.strip(), re.IGNORECASE):
        return ""
    name = _OF_A_LIST.sub("", name)
    if named := group_of_title(name):
        return normal_group(named)
    known = normal_group(name)
    return known if known != name.strip() or _KNOWN_GROUP.fullmatch(known) else ""


def reference_date(line: str, this_year: int) -> date | None:
    """The day for which a title says the list holds."""
    found = _DATED.search(line)
    if found is None:
        return None
    try:
        return cells.day(found["day"], this_year)
    except ValueError:
        return None


def school_year(line: str) -> str:
    """The school year in a title, as ``2026-2027``."""
    found = _YEAR.search(line)
    if found is None:
        return ""
    first, second = int(found[1]), int(found[2]) % 100
    return f"{first}-{first + 1}" if second == (first + 1) % 100 else ""


def school_year_of(header: str, words: Iterable[str]) -> str:
    """The school year in a column of its own, when all of it says the same."""
    if not _YEAR_COLUMN.match(header.strip()):
        return ""
    found = {school_year(word) for word in words if word}
    return found.pop() if len(found) == 1 else ""


def brin(line: str) -> str:
    """The BRIN number in a title."""
    found = _BRIN.search(line)
    return found[1].upper() if found else ""
