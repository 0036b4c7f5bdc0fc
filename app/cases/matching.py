"""Cases that may be about the same: same persons, same account, same words; suggestions, never conclusions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.inputs import CaseFilter
from app.cases.lines import CaseCard, CaseLine, Hint, SimilarCase
from app.cases.reading import case_lines
from app.cases.rules import LOOK_BACK, InvolvementRole, Status
from app.cases.tables import Case, Involvement
from app.kernel.texts import _, ngettext
from app.people.service import People
from app.vault import search

MOST_SIMILAR = 5
_MOST_HITS = 400
_REF = re.compile(r"case:(\d+)")
_WORD_LENGTH = 5


def case_id_of(ref: str) -> int | None:
    """The case that a search reference such as ``case:12#55`` belongs to."""
    found = _REF.match(ref)
    return int(found[1]) if found else None


def filtered(session: Session, people: People, wanted: CaseFilter) -> list[ColumnElement[bool]]:
    """The conditions of a list of cases."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.is_open is not None:
        closed = Case.status == Status.CLOSED
        conditions.append(~closed if wanted.is_open else closed)
    if wanted.severity is not None:
        conditions.append(Case.severity == wanted.severity)
    if wanted.text.strip():
        conditions.append(Case.id.in_(_found(session, people, wanted.text)))
    return conditions


def _found(session: Session, people: People, text: str) -> set[int]:
    hits = {case_id_of(hit.ref) for hit in search.find(session, text, limit=_MOST_HITS)}
    persons = [line.id for line in people.find(text)]
    involved = session.scalars(select(Involvement.case_id).where(Involvement.person_id.in_(persons)))
    return {case_id for case_id in hits if case_id is not None} | set(involved)


def similar(
    session: Session, people: People, visible: ColumnElement[bool], title: str, account: str, persons: Collection[int]
) -> tuple[SimilarCase, ...]:
    """Open cases with one of these persons, this account, or a telling word of this title; best reasons first."""
    reasons: dict[int, str] = {}
    by_person = select(Involvement.case_id).where(Involvement.person_id.in_(persons))
    for case_id in session.scalars(by_person):
        reasons.setdefault(case_id, _("zelfde persoon"))
    if account.strip():
        for case_id in session.scalars(select(Case.id).where(Case.account == account.strip())):
            reasons.setdefault(case_id, _("zelfde account"))
    for word in _telling_words(title):
        for hit in search.find(session, word, limit=20):
            case_id = case_id_of(hit.ref) or 0
            reasons.setdefault(case_id, _("zelfde woord: {word}").format(word=word))
    query = (
        select(Case)
        .where(Case.id.in_(reasons), Case.status != Status.CLOSED, visible)
        .order_by(Case.changed_at.desc())
        .limit(MOST_SIMILAR)
    )
    lines = case_lines(session, people, session.scalars(query).all())
    return tuple(SimilarCase(line, reasons[line.id]) for line in lines)


def _telling_words(title: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", title) if len(word) >= _WORD_LENGTH][:4]


def hints(session: Session, people: People, visible: ColumnElement[bool], card: CaseCard) -> tuple[Hint, ...]:
    """For who did or suffered it: the other cases of the last twelve months."""
    concerned = {
        party.person_id: party.name
        for party in card.parties
        if party.person_id is not None and party.role in {InvolvementRole.ACTOR, InvolvementRole.AFFECTED}
    }
    others = _others(session, visible, card.id, concerned, card.opened_at - LOOK_BACK)
    lines = {line.id: line for line in case_lines(session, people, list(others.values()))}
    found = session.execute(
        select(Involvement.person_id, Involvement.case_id)
        .where(Involvement.person_id.in_(concerned), Involvement.case_id.in_(lines))
        .distinct()
        .order_by(Involvement.case_id.desc())
    ).all()
    return tuple(_hints(concerned, lines, [(person, case) for person, case in found if person is not None]))


def _others(
    session: Session, visible: ColumnElement[bool], case_id: int, persons: Iterable[int], since: datetime
) -> dict[int, Case]:
    with_them = select(Involvement.case_id).where(Involvement.person_id.in_(list(persons)))
    query = select(Case).where(Case.id.in_(with_them), Case.id != case_id, Case.opened_at >= since, visible)
    return {row.id: row for row in session.scalars(query)}


def _hints(concerned: dict[int, str], lines: dict[int, CaseLine], found: Sequence[tuple[int, int]]) -> Iterable[Hint]:
    for person_id, name in concerned.items():
        cases = tuple(lines[case_id] for person, case_id in found if person == person_id)
        if cases:
            yield Hint(_with_name(name, len(cases)), cases)


def _with_name(name: str, count: int) -> str:
    others = ngettext("{n} andere zaak", "{n} andere zaken", count)
    return _("{name} was in 12 maanden ook bij {others} betrokken.").format(name=name, others=others)
