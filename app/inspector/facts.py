"""What to have at hand in a call, prepared from the case with roles instead of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from app.cases.lines import CaseCard, InvolvementLine
from app.cases.rules import InvolvementRole
from app.inspector.lines import Fact
from app.kernel.calendar import age
from app.kernel.formats import long_date, weekday_time
from app.kernel.texts import N_, _, ngettext
from app.people.rules import EmployeeLine, TaskKind
from app.people.service import People

_CALLED = r"(?:meester|juf|juffrouw|mevrouw|meneer|mevr\.|dhr\.|de heer)"  # how a name is often introduced
_TASKS = {
    TaskKind.EMPLOYED: N_("medewerker"),
    TaskKind.TRAINEE: N_("stagiair"),
    TaskKind.VOLUNTEER: N_("vrijwilliger"),
    TaskKind.HIRED: N_("ingehuurde medewerker"),
}


def prepared(card: CaseCard, board_told_at: datetime | None, words: Mapping[int, str]) -> tuple[Fact, ...]:
    """Who, towards whom, what, since when, who knows and what was told; empty lines are left out."""
    lines = (
        Fact("who", _roles(card.parties, InvolvementRole.ACTOR, words)),
        Fact("towards", _roles(card.parties, InvolvementRole.AFFECTED, words)),
        Fact("what", without_names(_what(card), card.parties)),
        Fact("since", _since(card)),
        Fact("knows", _knows(card, board_told_at)),
        Fact("informed", _informed(card)),
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


def _knows(card: CaseCard, board_told_at: datetime | None) -> str:
    known = [role_word(party, {}) for party in card.parties if party.role is InvolvementRole.REPORTER]
    known.append(_("directeur"))
    if board_told_at is not None:
        known.append(_("bestuur ({moment})").format(moment=weekday_time(board_told_at)))
    return ", ".join(dict.fromkeys(known))


def _informed(card: CaseCard) -> str:
    told = sum(line.informed is True for line in card.parents)
    if not card.parents:
        return ""
    if told == len(card.parents):
        return _("de ouders weten het")
    return _("nog niet alle ouders weten het") if told else _("de ouders weten het nog niet")
