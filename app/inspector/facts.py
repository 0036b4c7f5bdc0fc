"""What to have at hand in a call, prepared from the case with roles instead of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.cases.lines import CaseCard, InvolvementLine
from app.cases.rules import InvolvementRole
from app.inspector.lines import Fact
from app.kernel.calendar import age
from app.kernel.formats import long_date, weekday_time
from app.kernel.texts import N_, _, ngettext
from app.people.basics import Authority
from app.people.rules import EmployeeLine, TaskKind
from app.people.service import People

_CALLED = r"(?:meester|juf|juffrouw|mevrouw|meneer|mevr\.|dhr\.|de heer)"  # how a name is often introduced
_REPORTER = InvolvementRole.REPORTER
_TASKS = {
    TaskKind.EMPLOYED: N_("medewerker"),
    TaskKind.TRAINEE: N_("stagiair"),
    TaskKind.VOLUNTEER: N_("vrijwilliger"),
    TaskKind.HIRED: N_("ingehuurde medewerker"),
}


@dataclass(frozen=True)
class Reporting:
    """Parents who reported: ``others`` counts the other parents of each of their children, ``parties`` are they."""

    others: Mapping[int, int]
    parties: frozenset[int]


def prepared(
    card: CaseCard, board_told_at: datetime | None, words: Mapping[int, str], reporting: Reporting
) -> tuple[Fact, ...]:
    """Who, towards whom, what, since when, who knows and what was told; empty lines are left out."""
    lines = (
        Fact("who", _roles(card.parties, InvolvementRole.ACTOR, words)),
        Fact("towards", _roles(card.parties, InvolvementRole.AFFECTED, words)),
        Fact("what", without_names(_what(card), card.parties)),
        Fact("since", _since(card)),
        Fact("knows", _knows(card, board_told_at, reporting)),
        Fact("informed", _informed(card, reporting.others)),
    )
    return tuple(fact for fact in lines if fact.text)


def known_words(people: People, parties: Iterable[InvolvementLine], today: date) -> dict[int, str]:
    """What the register adds to the role of each person: the age of a pupil, task and years of an employee."""
    parties = tuple(parties)
    own = {asked: line.id for asked, line in people.names([one.person_id for one in parties if one.person_id]).items()}
    pupils = {own[line.person_id] for line in parties if line.is_pupil and line.person_id in own}
    words = {pupil.id: _age(pupil.birth_date, today) for pupil in people.cards(pupils)}
    staff = people.all_employees() if len(own) > len(pupils) else ()
    words |= {one.id: _service(one, today) for one in staff}
    return {asked: words[became] for asked, became in own.items() if became in words}


def reporting_parents(people: People, parties: Iterable[InvolvementLine]) -> Reporting:
    """The parents among the reporters, and how many other parents with authority their children have."""
    parties = tuple(parties)
    known = people.names([one.person_id for one in parties if one.person_id])
    told = {known[one.person_id].id: one.id for one in parties if one.role is _REPORTER and one.person_id in known}
    pupils = {known[one.person_id].id for one in parties if one.is_pupil and one.person_id in known}
    cards = [card for card in people.cards(pupils) if any(one.id in told for one in card.guardians)] if told else []
    others = {
        card.id: sum(one.id not in told and one.authority is not Authority.NO for one in card.guardians)
        for card in cards
    }
    parents = {one.id for card in cards for one in card.guardians}
    return Reporting(others, frozenset(party for person, party in told.items() if person in parents))


def role_word(party: InvolvementLine, words: Mapping[int, str]) -> str:
    """A person as the inspector may hear them: ``leerling uit groep 8, 12 jaar`` or ``medewerker, leerkracht``."""
    known = words.get(party.person_id or 0, "")
    if party.is_pupil:
        year = re.match(r"\d(/\d)?", party.group)
        role = _("leerling uit groep {group}").format(group=year[0]) if year else _("leerling")
        return ", ".join(part for part in (role, known) if part)
    if known:
        return known
    title = re.sub(r"\s*\b\d\S*", "", party.detail.partition(" van ")[0]).strip(" ,·")
    if party.task_holder:
        return _("iemand met een taak op school")
    return title or _("iemand van buiten de school")


def without_names(text: str, parties: Iterable[InvolvementLine]) -> str:
    """The text with the names of those involved replaced by a neutral word."""
    for party in parties:
        word = _("de leerling") if party.is_pupil else _("de medewerker") if party.task_holder else _("deze persoon")
        for name in sorted({party.name, party.first_name, party.surname} - {""}, key=len, reverse=True):
            text = re.sub(rf"\b(?:{_CALLED}\s+)?{re.escape(name)}\b", word, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def as_text(facts: Iterable[Fact], labels: dict[str, str]) -> str:
    """The prepared lines as they are kept with the call."""
    return "\n".join(f"{_(labels[fact.label])}: {fact.text}" for fact in facts)


def _age(born: date | None, today: date) -> str:
    return ngettext("{n} jaar", "{n} jaar", age(born, today)) if born else ""


def _service(one: EmployeeLine, today: date) -> str:
    title = re.sub(r"\s*\b\d\S*", "", one.job_title).strip(" ,·").lower()
    task = _(_TASKS[one.task_kind])
    return ", ".join(part for part in (task, "" if title == task else title, _years(one.start_date, today)) if part)


def _years(start: date | None, today: date) -> str:
    if start is None or start > today:
        return ""
    years = age(start, today)
    if years:
        return ngettext("{n} jaar in dienst", "{n} jaar in dienst", years)
    return _("korter dan een jaar op school")


def _roles(parties: Iterable[InvolvementLine], role: InvolvementRole, words: Mapping[int, str]) -> str:
    named = Counter(role_word(party, words) for party in parties if party.role is role)
    return "; ".join(f"{count} × {word}" if count > 1 else word for word, count in named.items())


def _what(card: CaseCard) -> str:
    return (
        _("{title}, via {platform}").format(title=card.title, platform=card.platform) if card.platform else card.title
    )


def _since(card: CaseCard) -> str:
    when = long_date(card.happened_on) if card.happened_on else card.happened_about
    told = _("gemeld {moment}").format(moment=weekday_time(card.reported_at))
    return f"{when}, {told}" if when else told


def _knows(card: CaseCard, board_told_at: datetime | None, reporting: Reporting) -> str:
    reporters = (party for party in card.parties if party.role is _REPORTER)
    parent = _("de ouder die het meldde")
    known = [parent if party.id in reporting.parties else role_word(party, {}) for party in reporters]
    known.append(_("directeur"))
    if board_told_at is not None:
        known.append(_("bestuur ({moment})").format(moment=weekday_time(board_told_at)))
    return ", ".join(dict.fromkeys(known))


def _informed(card: CaseCard, others: Mapping[int, int]) -> str:
    """A parent who reports it knows it; the other parent of that pupil does not by that."""
    untold = [line.pupil_id for line in card.parents if line.informed is not True]
    told = len(card.parents) - sum(others.get(pupil, 1) > 0 for pupil in untold)
    if not card.parents:
        return ""
    if told == len(card.parents):
        return _("de ouders weten het")
    if any(others.get(pupil) for pupil in untold):
        alone = len(untold) == 1 and others[untold[0]] == 1
        return (
            _("de ouder die het meldde weet het, de andere ouder nog niet")
            if alone
            else _("de ouder die het meldde weet het, andere ouders nog niet")
        )
    return _("nog niet alle ouders weten het") if told else _("de ouders weten het nog niet")
