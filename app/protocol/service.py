"""Loads the protocol from ``data/protocol/*.toml``: read, checked and frozen once at the start."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.kernel.errors import Unavailable
from app.kernel.texts import _
from app.protocol import makers
from app.protocol.remedy_rules import Remedy
from app.protocol.rows import MISSING, TWICE, UNKNOWN_REFERENCE, Row
from app.protocol.rules import (
    Bound,
    Category,
    Ladder,
    Nature,
    Protocol,
    Requirement,
    Rung,
)

__all__ = ["Protocol", "load_protocol"]

DATA = Path(__file__).resolve().parents[2] / "data" / "protocol"
DECIDERS = ("teacher", "director", "board")
SEVERITIES = ("light", "medium", "serious")

Made = TypeVar("Made")


def load_protocol(folder: Path = DATA) -> Protocol:
    """The protocol as shipped; read once per folder.

    Raises:
        Unavailable: a file is missing or wrong (``protocol.broken``, naming file and key).
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Protocol:
    terms = _rows(folder, "terms", "term", makers.term)
    articles = _rows(folder, "articles", "article", makers.article)
    retention = _rows(folder, "retention", "retention", makers.retention)
    known = _Known({row.code for row in articles}, {row.key for row in terms}, {row.code for row in retention})
    return Protocol(
        articles=articles,
        ladders=_ladders(folder, known),
        categories=_rows(folder, "categories", "category", known.category),
        purposes=_rows(folder, "purposes", "purpose", makers.purpose),
        terms=terms,
        retention=retention,
        links=_rows(folder, "links", "link", makers.link),
        phones=_rows(folder, "links", "phone", makers.phone),
        domains=_rows(folder, "inspector", "domain", makers.domain),
        requirements=tuple(known.requirements.values()),
        remedies=_rows(folder, "remedies", "remedy", known.remedy),
        numbers=_rows(folder, "numbers", "number", makers.number),
        hours=_rows(folder, "inspector", "hours", makers.hours),
    )


class _Known:
    """What rows may refer to."""

    def __init__(self, articles: set[str], terms: set[str], retention: set[str]) -> None:
        self.articles = articles
        self.terms = terms
        self.retention = retention
        self.requirements: dict[str, Requirement] = {}
        self.rungs: set[str] = set()

    def refer(self, row: Row, key: str, codes: Sequence[str], to: set[str]) -> None:
        for code in codes:
            if code not in to:
                raise row.fail(key, UNKNOWN_REFERENCE, code=code)

    def category(self, row: Row, code: str) -> Category:
        article = row.text("article")
        self.refer(row, "article", [article], self.articles)
        return Category(
            code=code,
            label=row.text("label"),
            article=article,
            applies_to=row.choices("for", Bound),
            severity=row.one_of("severity", SEVERITIES),
            hints=row.texts("hints", ()),
            **row.days(),
        )

    def remedy(self, row: Row, code: str) -> Remedy:
        made = makers.remedy(row, code)
        self.refer(row, "rungs", made.rungs, self.rungs)
        self.refer(row, "term", [key for key in (made.term, made.decision_term) if key], self.terms)
        return made

    def rung(self, row: Row, code: str) -> Rung:
        article, retention, terms = row.text("article"), row.text("retention"), row.texts("terms")
        required, deciders = row.texts("required"), row.texts("deciders")
        advised = row.texts("advised", ())
        self.refer(row, "article", [article], self.articles)
        self.refer(row, "retention", [retention], self.retention)
        self.refer(row, "terms", terms, self.terms)
        self.refer(row, "required", required, set(self.requirements))
        self.refer(row, "advised", advised, set(self.requirements))
        self.refer(row, "deciders", deciders, set(DECIDERS))
        return Rung(
            code=code,
            label=row.text("label"),
            applies_to=row.choices("for", Bound),
            nature=row.choice("nature", Nature),
            deciders=deciders,
            mandate=row.flag("mandate", default=False),
            required=tuple(self.requirements[name] for name in required),
            advised=tuple(self.requirements[name] for name in advised),
            terms=terms,
            letters=row.texts("letters"),
            retention=retention,
            article=article,
            source=row.text("source"),
            note=row.text("note", ""),
            **row.days(),
        )


def _ladders(folder: Path, known: _Known) -> tuple[Ladder, ...]:
    requirements = _rows(folder, "ladders", "requirement", lambda row, code: Requirement(code, row.text("label")))
    known.requirements = {requirement.code: requirement for requirement in requirements}
    rungs = _rows(folder, "ladders", "rung", known.rung)
    known.rungs = {rung.code for rung in rungs}

    def ladder(row: Row, code: str) -> Ladder:
        article = row.text("article")
        known.refer(row, "article", [article], known.articles)
        row.day("valid_from")
        return Ladder(code, row.text("label"), article, tuple(rung for rung in rungs if rung.ladder == code))

    return _rows(folder, "ladders", "ladder", ladder)


def _rows(folder: Path, name: str, table: str, make: Callable[[Row, str], Made]) -> tuple[Made, ...]:
    """All rows of one table, each checked; the key of a row with its first day may stand there once."""
    file = f"{name}.toml"
    made: list[Made] = []
    seen: set[tuple[str, object]] = set()
    tables = _file(folder, file).get(table)
    if not isinstance(tables, list) or not tables:
        raise Row(file, table, {}).fail("", MISSING)
    for number, values in enumerate(tables, start=1):
        row = Row(file, f"{table} {number}", values)
        code = row.text("key" if table == "term" else "code")
        row.name(code)
        if (code, values.get("valid_from")) in seen:
            raise row.fail("", TWICE)
        seen.add((code, values.get("valid_from")))
        made.append(make(row, code))
        row.done()
    return tuple(made)


@cache
def _file(folder: Path, file: str) -> dict[str, object]:
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except OSError as error:
        raise Unavailable("protocol.broken", file=file, key="-", problem=_("het bestand is niet te lezen")) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unavailable("protocol.broken", file=file, key="-", problem=str(error)) from error
