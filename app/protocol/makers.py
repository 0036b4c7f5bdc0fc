"""Makes the frozen rows of the protocol from the rows of its files."""

from __future__ import annotations

from app.kernel.terms import Sector, Span, TermDefinition, TermKind, Unit
from app.protocol.remedy_rules import Begins, Hours, Number, Remedy, RemedyKind
from app.protocol.rows import UNKNOWN_REFERENCE, Row
from app.protocol.rules import Article, Audience, Behaviour, Bound, Domain, Link, Phone, Purpose, Retention

POLICIES = ("ONE", "ALL")


def article(row: Row, code: str) -> Article:
    """One article."""
    texts = row.text("title"), row.text("text")
    return Article(code, *texts, row.choices("binds", Bound), **row.days())


def purpose(row: Row, code: str) -> Purpose:
    """One purpose of consent."""
    return Purpose(
        code=code,
        label=row.text("label"),
        short=row.text("short"),
        audience=row.choice("audience", Audience),
        policy=row.one_of("policy", POLICIES),
        channel=row.text("channel", ""),
        default_on=row.flag("default_on", default=True),
        note=row.text("note", ""),
        **row.days(),
    )


def term(row: Row, key: str) -> TermDefinition:
    """One term."""
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
        **row.days(),
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


def retention(row: Row, code: str) -> Retention:
    """One retention period."""
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
        **row.days(),
    )


def link(row: Row, code: str) -> Link:
    """One address for help."""
    texts = row.text("title"), row.text("address", empty=True), row.text("text")
    return Link(code, *texts, **row.days())


def phone(row: Row, code: str) -> Phone:
    """One telephone number."""
    texts = row.text("title"), row.text("number"), row.text("text")
    return Phone(code, *texts, **row.days())


def domain(row: Row, code: str) -> Domain:
    """One subject of the vertrouwensinspecteur."""
    return Domain(code, row.text("label"), **row.days())


def number(row: Row, code: str) -> Number:
    """One number."""
    texts = row.text("label"), row.number("value"), row.text("source")
    return Number(code, *texts, **row.days())


def hours(row: Row, code: str) -> Hours:
    """Opening hours, as ``08:00``."""
    opens, closes = row.moment("opens"), row.moment("closes")
    return Hours(code, opens, closes, row.text("source"), **row.days())


def remedy(row: Row, code: str) -> Remedy:
    """One way to contest a decision."""
    return Remedy(
        code=code,
        label=row.text("label"),
        kind=row.choice("kind", RemedyKind),
        rungs=row.texts("rungs"),
        sectors=row.choices("sectors", Sector),
        term=row.text("term", ""),
        begins=row.choice("begins", Begins),
        decision_term=row.text("decision_term", ""),
        decision_begins=Begins(row.one_of("decision_begins", ("received", "term_end"))),
        source=row.text("source"),
        note=row.text("note", ""),
        **row.days(),
    )
