"""Cases that may be about the same: same persons, same account, same words; suggestions, never conclusions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import chain

from sqlalchemy import ColumnElement, func, not_, or_, select
from sqlalchemy.orm import Session

from app.cases import access, phones
from app.cases.file_lines import Hint
from app.cases.inputs import CaseFilter, LookAlike
from app.cases.lines import CaseCard, CaseHit, SimilarCase
from app.cases.reading import case_lines
from app.cases.rules import TO_JUDGE, InvolvementRole, Status
from app.cases.tables import Case, Entry, Involvement
from app.kernel.names import fold, full
from app.kernel.texts import _, ngettext
from app.people.service import People
from app.protocol import law
from app.vault import search
from app.vault.keys.keyring import User

MOST_SIMILAR = 5
_MOST_HITS = 400
_REF = re.compile(r"case:(\d+)")
_KINDS = ("case", "entry", "evidence")
_WORD_LENGTH, _MOST_WORDS = 5, 4
_RARE, _MANY, _SHORTEST_ADDRESS, _MOST_OTHERS = 3, 3, 3, 50
"""A word that stands in more cases than this tells nothing about what this report is about."""
_EVERYDAY = """
account appgroep appgroepen appje appjes bericht berichten buiten filmpje filmpjes gedeeld gemaakt geplaatst
gesprek getagd groep groepen groepsapp groepschat instagram jongen jongens juist kinderen klassen leerkracht
leerling leerlingen media medeleerling meester meisje meisjes melding moeder online opname opnames ouder
ouders pesten plaatst school scholen snapchat social sociale telefoon tiktok tijdens tussen vader video
whatsapp youtube zonder
"""
_COMMON = frozenset(_EVERYDAY.split())  # they stand in many reports, whatever those are about
_CONCERNED = (InvolvementRole.ACTOR, InvolvementRole.AFFECTED)
_TELLING = (InvolvementRole.ACTOR, InvolvementRole.AFFECTED, InvolvementRole.GUARDIAN, InvolvementRole.WITNESS)


def case_id_of(ref: str) -> int | None:
    """The case that a search reference such as ``case:12#55`` belongs to."""
    found = _REF.match(ref)
    return int(found[1]) if found else None


def filtered(session: Session, people: People, user: User, wanted: CaseFilter) -> list[ColumnElement[bool]]:
    """The conditions of a list of cases."""
    archived = Case.archived_at.is_not(None)
    conditions: list[ColumnElement[bool]] = [archived if wanted.archived else ~archived]
    if wanted.is_open is not None and not wanted.archived:
        closed = Case.status == Status.CLOSED
        conditions.append(~closed if wanted.is_open else closed)
    if wanted.to_judge:
        conditions.append(Case.status.in_(TO_JUDGE))
    if wanted.severity is not None:
        conditions.append(Case.severity == wanted.severity)
    if wanted.category:
        about = select(Involvement.case_id).where(Involvement.category == wanted.category)
        conditions.append(Case.id.in_(about))
    if wanted.text.strip():
        conditions.append(Case.id.in_(_with_words(session, people, user, wanted.text)))
    return conditions


def found(session: Session, user: User, text: str, limit: int) -> tuple[CaseHit, ...]:
    """What holds these words in the cases that the user may see, newest first."""
    hits = [(case_id_of(hit.ref), hit) for hit in _hits(session, user, text, limit)]
    ids = {case_id for case_id, _hit in hits}
    shown = select(Case).where(Case.id.in_(ids), Case.archived_at.is_(None))
    cases = {case.id: case for case in session.scalars(shown)}
    return tuple(
        CaseHit(cases[case_id].id, cases[case_id].number, cases[case_id].title, hit.kind, hit.title, hit.snippet)
        for case_id, hit in hits
        if case_id in cases
    )


def _hits(session: Session, user: User, text: str, limit: int) -> tuple[search.Hit, ...]:
    """What holds these words; a telephone number in every way in which people write it."""
    found: dict[str, search.Hit] = {}
    for spelled in phones.spellings(text) or (text,):
        found |= {hit.ref: hit for hit in _seen(session, user, spelled, limit)}
    return tuple(found.values())[:limit]


def _seen(session: Session, user: User, text: str, limit: int) -> tuple[search.Hit, ...]:
    """Only in what may be seen: a limit that also counts the rest would hide old finds from a coordinator."""
    if user.role.leads:
        return search.find(session, text, limit, kinds=_KINDS, but=access.hidden_from(session, user))
    granted = frozenset(session.scalars(access.visible_ids(user)))
    closed = or_(not_(access.readable_by(user)), access.files_closed_to(user))
    internal = select(Entry.case_id, Entry.id).where(Entry.case_id.in_(granted), closed)
    hidden = {f"case:{case_id}#{entry_id}" for case_id, entry_id in session.execute(internal)}
    found = search.find(session, text, limit + len(hidden), kinds=_KINDS, among=granted)
    return tuple(hit for hit in found if hit.ref not in hidden)[:limit]


def places(session: Session, user: User, text: str) -> dict[int, str]:
    """For each case with these words: where the newest of them stands; a name alone is told by the list itself."""
    told: dict[int, str] = {}
    for hit in _hits(session, user, text, _MOST_HITS):
        case_id = case_id_of(hit.ref)
        if case_id is not None and hit.kind != "case":
            place = _("bewijs: {title}") if hit.kind == "evidence" else _("verloop: {title}")
            told.setdefault(case_id, place.format(title=hit.title))
    return told


def _with_words(session: Session, people: People, user: User, text: str) -> set[int]:
    hits = {case_id_of(hit.ref) for hit in _hits(session, user, text, _MOST_HITS)}
    persons = people.aliases(*(line.id for line in people.find(text)))
    parts = select(Involvement.case_id).where(Involvement.person_id.in_(persons), access.known_to(user))
    return {case_id for case_id in hits if case_id is not None} | set(session.scalars(parts))


def similar(session: Session, people: People, user: User, look: LookAlike) -> tuple[SimilarCase, ...]:
    """Open cases with one of these persons, this address, or a rare word of this title; best reasons first."""
    reasons: dict[int, str] = {}
    is_open = (Case.status != Status.CLOSED, access.visible_to(user))
    for case_id, reason in chain(
        _by_person(session, people, look.persons, is_open),
        _by_address(session, look.account, is_open),
        _by_word(session, user, look.title),
    ):
        reasons.setdefault(case_id, reason)
    query = select(Case).where(Case.id.in_(reasons), *is_open)
    rows = {row.id: row for row in session.scalars(query)}
    kept = [rows[case_id] for case_id in reasons if case_id in rows][:MOST_SIMILAR]
    return tuple(SimilarCase(line, reasons[line.id]) for line in case_lines(session, people, kept))


def _by_person(
    session: Session, people: People, persons: Collection[int], is_open: Iterable[ColumnElement[bool]]
) -> Iterator[tuple[int, str]]:
    """Whoever did or suffered it there; a teacher who was told of many cases ties none of them together."""
    query = (
        select(Involvement.case_id, Involvement.person_id)
        .join(Case, Case.id == Involvement.case_id)
        .where(Involvement.person_id.in_(people.aliases(*persons)), Involvement.role.in_(_TELLING), *is_open)
        .order_by(Case.changed_at.desc())
    )
    rows = session.execute(query).all()
    names = people.names([person_id for _case, person_id in rows if person_id is not None])
    for case_id, person_id in rows:
        if person_id in names:
            yield case_id, _("ook bij {name}").format(name=full(names[person_id].name))


def _by_address(session: Session, account: str, is_open: Iterable[ColumnElement[bool]]) -> Iterator[tuple[int, str]]:
    if len(account.strip()) < _SHORTEST_ADDRESS:
        return
    query = select(Case.id, Case.account).where(_same_address(account), *is_open).order_by(Case.changed_at.desc())
    for case_id, known in session.execute(query):
        yield case_id, _("zelfde account of adres: {account}").format(account=known)


def _same_address(account: str) -> ColumnElement[bool]:
    """The same account but for what tells no two apart: capitals, ``@``, ``https://www.``, a last slash."""
    wanted = re.sub(r"^(https?://)?(www\.)?@?", "", account.strip().lower()).rstrip("/")
    lower: ColumnElement[str] = func.lower(Case.account)
    bare = lower
    for prefix in ("https://", "http://", "www."):
        bare = func.replace(bare, prefix, "")
    holds_it = func.instr(lower, wanted) > 0  # most accounts are done with here
    return holds_it & (func.rtrim(func.ltrim(bare, "@"), "/") == wanted)


def _by_word(session: Session, user: User, title: str) -> Iterator[tuple[int, str]]:
    words = [
        word for word in re.findall(r"[^\W\d_]+", title) if len(word) >= _WORD_LENGTH and fold(word) not in _COMMON
    ]
    for word in words[:_MOST_WORDS]:
        hits = _hits(session, user, word, 50)
        cases = {case_id for case_id in (case_id_of(hit.ref) for hit in hits) if case_id is not None}
        if len(cases) <= _RARE and len(hits) < 50:
            yield from ((case_id, _("ook ‘{word}’").format(word=word)) for case_id in sorted(cases, reverse=True))


def hints(session: Session, people: People, visible: ColumnElement[bool], card: CaseCard) -> tuple[Hint, ...]:
    """For who did or suffered it: the other cases of the last twelve months."""
    concerned = {
        party.person_id: party.name
        for party in card.parties
        if party.person_id is not None and party.role in _CONCERNED
    }
    own = {entry: person for person in concerned for entry in people.aliases(person)}
    others = _others(session, visible, card.id, own, card.opened_at - law.look_back())
    parts = select(Involvement.person_id, Involvement.case_id).where(
        Involvement.case_id.in_(others), Involvement.role.in_(_CONCERNED)
    )
    found = {(own[person], case) for person, case in session.execute(parts) if person in own}
    of_each = {one: sorted((case for person, case in found if person == one), reverse=True) for one in concerned}
    shown = {case for cases in of_each.values() for case in cases[:MOST_SIMILAR]}
    lines = {line.id: line for line in case_lines(session, people, [others[case] for case in shown])}
    told = (
        Hint(_with_name(concerned[one], len(cases)), tuple(lines[case] for case in cases[:MOST_SIMILAR]))
        for one, cases in of_each.items()
        if cases
    )
    return (*told, *_on_platform(session, people, visible, card))


def _on_platform(session: Session, people: People, visible: ColumnElement[bool], card: CaseCard) -> Iterator[Hint]:
    """The same account in another case, or so many cases on one platform that it stands out."""
    since = (Case.id != card.id, Case.opened_at >= card.opened_at - law.look_back(), visible)
    same = session.scalars(select(Case.id).where(_same_address(card.account))).all() if card.account else ()
    for value, condition, enough, text in (
        (card.account, Case.id.in_(same), 1, _("Account of adres ‘{value}’ komt ook voor in {others}.")),
        (card.platform, Case.platform == card.platform, _MANY, _("In 12 maanden gingen ook {others} over {value}.")),
    ):
        if not value:
            continue
        count = session.scalars(select(func.count(Case.id)).where(condition, *since)).one()
        if count >= enough:
            newest = select(Case).where(condition, *since).order_by(Case.opened_at.desc()).limit(MOST_SIMILAR)
            others = ngettext("{n} andere zaak", "{n} andere zaken", count)
            lines = case_lines(session, people, session.scalars(newest).all())
            yield Hint(text.format(value=value, others=others), lines)
            return


def _others(
    session: Session, visible: ColumnElement[bool], case_id: int, persons: Iterable[int], since: datetime
) -> dict[int, Case]:
    with_them = select(Involvement.case_id).where(
        Involvement.person_id.in_(list(persons)), Involvement.role.in_(_CONCERNED)
    )
    query = select(Case).where(Case.id.in_(with_them), Case.id != case_id, Case.opened_at >= since, visible)
    newest = query.order_by(Case.opened_at.desc()).limit(_MOST_OTHERS)
    return {row.id: row for row in session.scalars(newest)}


def _with_name(name: str, count: int) -> str:
    others = ngettext("{n} andere zaak", "{n} andere zaken", count)
    return _("{name} was in 12 maanden ook bij {others} betrokken.").format(name=name, others=others)
