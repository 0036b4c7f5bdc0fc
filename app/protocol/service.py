"""Loads the protocol from ``data/protocol/*.toml``: read, checked and frozen once at the start."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.kernel.errors import Unavailable
from app.kernel.terms import Span, TermDefinition, TermKind, Unit
from app.kernel.texts import _
from app.protocol.rows import MISSING, TWICE, UNKNOWN_REFERENCE, Row
from app.protocol.rules import (
    Article,
    Audience,
    Behaviour,
    Bound,
    Category,
    Domain,
    Ladder,
    Link,
    Nature,
    Phone,
    Protocol,
    Purpose,
    Requirement,
    Retention,
    Rung,
)

__all__ = ["Protocol", "load_protocol"]

DATA = Path(__file__).resolve().parents[2] / "data" / "protocol"
DECIDERS = ("teacher", "director", "board")
SEVERITIES = ("light", "medium", "serious")
POLICIES = ("ONE", "ALL")

Made = TypeVar("Made")


def load_protocol(folder: Path = DATA) -> Protocol:
    """The protocol as shipped; read once per folder.

    Raises:
        Unavailable: a file is missing or wrong (``protocol.broken``, naming file and key).
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Protocol:
    terms = _rows(folder, "terms", "term", _term)
    articles = _rows(folder, "articles", "article", _article)
    retention = _rows(folder, "retention", "retention", _retention)
    known = _Known({row.code for row in articles}, {row.key for row in terms}, {row.code for row in retention})
    return Protocol(
        articles=articles,
        ladders=_ladders(folder, known),
        categories=_rows(folder, "categories", "category", known.category),
        purposes=_rows(folder, "purposes", "purpose", _purpose),
        terms=terms,
        retention=retention,
        links=_rows(folder, "links", "link", _link),
        phones=_rows(folder, "links", "phone", _phone),
        domains=_rows(folder, "inspector", "domain", _domain),
    )


class _Known:
    """What rows may refer to."""

    def __init__(self, articles: set[str], terms: set[str], retention: set[str]) -> None:
        self.articles = articles
        self.terms = terms
        self.retention = retention
        self.requirements: dict[str, Requirement] = {}

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
            valid_from=row.day("valid_from"),
            valid_to=row.day_or_none("valid_to"),
        )

    def rung(self, row: Row, code: str) -> Rung:
        article, retention, terms = row.text("article"), row.text("retention"), row.texts("terms")
        required, deciders = row.texts("required"), row.texts("deciders")
        self.refer(row, "article", [article], self.articles)
        self.refer(row, "retention", [retention], self.retention)
        self.refer(row, "terms", terms, self.terms)
        self.refer(row, "required", required, set(self.requirements))
        self.refer(row, "deciders", deciders, set(DECIDERS))
        return Rung(
            code=code,
            label=row.text("label"),
            applies_to=row.choices("for", Bound),
            nature=row.choice("nature", Nature),
            deciders=deciders,
            mandate=row.flag("mandate", default=False),
            required=tuple(self.requirements[name] for name in required),
            terms=terms,
            letters=row.texts("letters"),
            retention=retention,
            article=article,
            source=row.text("source"),
            note=row.text("note", ""),
            valid_from=row.day("valid_from"),
            valid_to=row.day_or_none("valid_to"),
        )


def _ladders(folder: Path, known: _Known) -> tuple[Ladder, ...]:
    requirements = _rows(folder, "ladders", "requirement", lambda row, code: Requirement(code, row.text("label")))
    known.requirements = {requirement.code: requirement for requirement in requirements}
    rungs = _rows(folder, "ladders", "rung", known.rung)

    def ladder(row: Row, code: str) -> Ladder:
        article = row.text("article")
        known.refer(row, "article", [article], known.articles)
        row.day("valid_from")
        return Ladder(code, row.text("label"), article, tuple(rung for rung in rungs if rung.ladder == code))

    return _rows(folder, "ladders", "ladder", ladder)


def _article(row: Row, code: str) -> Article:
    texts = row.text("title"), row.text("text")
    return Article(code, *texts, row.choices("binds", Bound), row.day("valid_from"), row.day_or_none("valid_to"))


def _purpose(row: Row, code: str) -> Purpose:
    return Purpose(
        code=code,
        label=row.text("label"),
        short=row.text("short"),
        audience=row.choice("audience", Audience),
        policy=row.one_of("policy", POLICIES),
        channel=row.text("channel", ""),
        default_on=row.flag("default_on", default=True),
        note=row.text("note", ""),
        valid_from=row.day("valid_from"),
        valid_to=row.day_or_none("valid_to"),
    )


def _term(row: Row, key: str) -> TermDefinition:
    span = _span(row)
    has_date = span.unit not in {Unit.HOURS, Unit.NONE}
    target = row.part("target")
    return TermDefinition(
        key=key,
        label=row.text("label"),
        start=row.text("start", empty=not has_date),
        kind=row.choice("kind", TermKind),
        span=span,
        source=row.text("source"),
        valid_from=row.day("valid_from"),
        valid_to=row.day_or_none("valid_to"),
        first_day_counts=row.flag("first_day_counts", default=False),
        extends=row.flag("extends", default=False),
        target=_target(target) if target else None,
        source_public=row.text("source_public", ""),
        reason=row.text("reason", "" if has_date else None),
    )


def _span(row: Row) -> Span:
    return Span(row.number("count"), row.choice("unit", Unit))


def _target(row: Row) -> Span:
    span = _span(row)
    row.done()
    return span


def _retention(row: Row, code: str) -> Retention:
    unit = row.text("unit")
    count = row.number("count") * (12 if unit == "years" else 1)
    kept = {"years": Unit.MONTHS, "months": Unit.MONTHS, "weeks": Unit.WEEKS}
    if unit not in kept:
        raise row.fail("unit", UNKNOWN_REFERENCE, code=unit)
    return Retention(
        code=code,
        label=row.text("label"),
        span=Span(count, kept[unit]),
        anchor=row.text("anchor"),
        behaviour=row.choice("behaviour", Behaviour),
        hold=row.text("hold", ""),
        source=row.text("source"),
        note=row.text("note", ""),
        valid_from=row.day("valid_from"),
        valid_to=row.day_or_none("valid_to"),
    )


def _link(row: Row, code: str) -> Link:
    texts = row.text("title"), row.text("address", empty=True), row.text("text")
    return Link(code, *texts, row.day("valid_from"), row.day_or_none("valid_to"))


def _phone(row: Row, code: str) -> Phone:
    texts = row.text("title"), row.text("number"), row.text("text")
    return Phone(code, *texts, row.day("valid_from"), row.day_or_none("valid_to"))


def _domain(row: Row, code: str) -> Domain:
    return Domain(code, row.text("label"), row.day("valid_from"), row.day_or_none("valid_to"))


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
