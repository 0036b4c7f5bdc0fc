"""What to have at hand in a call, prepared from the case with roles instead of names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from app.cases.lines import CaseCard, InvolvementLine
from app.cases.rules import InvolvementRole
from app.inspector.lines import Fact
from app.kernel.formats import long_date, weekday_time
from app.kernel.texts import _


def prepared(card: CaseCard, board_told_at: datetime | None) -> tuple[Fact, ...]:
    """Who, towards whom, what, since when and who knows; empty lines are left out."""
    lines = (
        Fact("who", _roles(card.parties, InvolvementRole.ACTOR)),
        Fact("towards", _roles(card.parties, InvolvementRole.AFFECTED)),
        Fact("what", without_names(_what(card), card.parties)),
        Fact("since", _since(card)),
        Fact("knows", _knows(card, board_told_at)),
    )
    return tuple(fact for fact in lines if fact.text)


def role_word(party: InvolvementLine) -> str:
    """A person as the inspector may hear them: ``medewerker, leerkracht`` or ``leerling uit groep 8``."""
    if party.is_pupil:
        year = re.match(r"\d(/\d)?", party.group)
        return _("leerling uit groep {group}").format(group=year[0]) if year else _("leerling")
    title = re.sub(r"\s*\b\d\S*", "", party.detail.partition(" van ")[0]).strip(" ,·")
    if party.task_holder:
        return _("medewerker, {title}").format(title=title) if title else _("medewerker")
    return title or _("iemand van buiten de school")


def without_names(text: str, parties: Iterable[InvolvementLine]) -> str:
    """The text with the names of those involved replaced by a neutral word."""
    for party in parties:
        word = _("de leerling") if party.is_pupil else _("de medewerker") if party.task_holder else _("deze persoon")
        for name in sorted({party.name, party.first_name, party.surname} - {""}, key=len, reverse=True):
            text = re.sub(rf"\b{re.escape(name)}\b", word, text)
    return text


def as_text(facts: Iterable[Fact], labels: dict[str, str]) -> str:
    """The prepared lines as they are kept with the call."""
    return "\n".join(f"{_(labels[fact.label])}: {fact.text}" for fact in facts)


def _roles(parties: Iterable[InvolvementLine], role: InvolvementRole) -> str:
    words = [role_word(party) for party in parties if party.role is role]
    return "; ".join(dict.fromkeys(words))


def _what(card: CaseCard) -> str:
    return (
        _("{title}, via {platform}").format(title=card.title, platform=card.platform) if card.platform else card.title
    )


def _since(card: CaseCard) -> str:
    when = long_date(card.happened_on) if card.happened_on else card.happened_about
    told = _("gemeld {moment}").format(moment=weekday_time(card.reported_at))
    return f"{when}, {told}" if when else told


def _knows(card: CaseCard, board_told_at: datetime | None) -> str:
    known = [role_word(party) for party in card.parties if party.role is InvolvementRole.REPORTER]
    known.append(_("directeur"))
    if board_told_at is not None:
        known.append(_("bestuur ({moment})").format(moment=weekday_time(board_told_at)))
    return ", ".join(dict.fromkeys(known))
