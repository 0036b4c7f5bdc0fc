"""How cases are said on screen: tags with their tones, dates, and what happened where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from app.cases.beside.category_lines import CategoryLine
from app.cases.lines import CaseCard, EntryLine, InvolvementLine
from app.cases.rules import CaseSeverity, Confidentiality, InvolvementRole, Status
from app.cases.texts import word
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import clock_time, long_date, short_date, weekday, weekday_date, weekday_time
from app.kernel.texts import _
from ui.kit.tag import TagText
from ui.kit.theme import Tone

_SEVERITY_TONES: dict[CaseSeverity, Tone] = {
    CaseSeverity.LIGHT: "neutral",
    CaseSeverity.MEDIUM: "warn",
    CaseSeverity.SERIOUS: "danger",
}
_ROLE_TONES: dict[InvolvementRole, Tone] = {InvolvementRole.ACTOR: "warn", InvolvementRole.AFFECTED: "info"}


def severity_tag(severity: CaseSeverity) -> TagText:
    """Light is quiet, serious is red."""
    return TagText(word("severity", severity), _SEVERITY_TONES[severity])


def status_tag(status: Status) -> TagText:
    """Where the case stands."""
    return TagText(word("status", status), "neutral" if status is Status.CLOSED else "info")


def waiting_tag(what: str) -> TagText:
    """What the case waits for, in the school's own words."""
    return TagText(_("wacht op {what}").format(what=what), "warn", "clock")


def confidentiality_tag(confidentiality: Confidentiality) -> TagText:
    """Who may see it."""
    return TagText(word("confidentiality", confidentiality), "neutral", "lock")


def role_tag(line: InvolvementLine) -> TagText:
    """The person's part in one word, or the word that the user gave it."""
    return TagText(line.part or word("role", line.role), _ROLE_TONES.get(line.role, "neutral"))


def options(kind: str, codes: Iterable[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Choices for a field, with their words."""
    return [(code, word(kind, code)) for code in codes]


def kind_options(lines: Iterable[CategoryLine]) -> list[tuple[str, str]]:
    """Choices of what a part is about."""
    return [(line.code, line.title) for line in lines]


def what_and_where(card: CaseCard) -> tuple[str, ...]:
    """The lines of the card "Wat en waar"."""
    place = card.platform
    if card.account:
        place = _("{platform}, ‘{account}’").format(platform=card.platform or _("account"), account=card.account)
    when = card.happened_about or (long_date(card.happened_on) if card.happened_on else "")
    where = word("place", card.place) if card.place else ""
    behalf = _("gemeld namens {name}").format(name=card.on_behalf_of) if card.on_behalf_of else ""
    shielded = _("naam van de melder beschermd") if card.reporter_protected else ""
    shared = _("persoonsgegevens gedeeld") if card.personal_data else ""
    owner = _("behandeld door {name}").format(name=card.owner)
    own = tuple(f"{title}: {text}" for title, text in card.own)
    return tuple(
        line for line in (place, when, where, behalf, shielded, shared, articles_of(card), owner, *own) if line
    )


def articles_of(card: CaseCard) -> str:
    """The articles of the protocol that this case is about."""
    return _("protocol {articles}").format(articles=", ".join(card.articles)) if card.articles else ""


def outcome_of(party: InvolvementLine) -> str:
    """How it ended for somebody, with why; nothing before that was written down."""
    if party.outcome is None:
        return ""
    told = _("uitkomst: {outcome}").format(outcome=word("outcome", party.outcome))
    return _("{told}, {why}").format(told=told, why=party.outcome_why) if party.outcome_why else told


def known_since(card: CaseCard) -> str:
    """Since when the leadership knows."""
    return _("bekend sinds {at}").format(at=weekday_time(card.knowledge_at))


def day_or_time(at: datetime, today: date) -> str:
    """Short: today and this week by day and time, else the date."""
    local = at.astimezone(AMSTERDAM)
    if abs((today - local.date()).days) < 6:
        return f"{weekday(local.date())[:2]} {clock_time(local)}"
    return short_date(local.date())


def due_text(due: date | None, note: str, today: date) -> str:
    """Until when, or for whom."""
    if due is None:
        return note
    return _("vandaag") if due == today else weekday_date(due)


def entry_time(entry: EntryLine, today: date) -> str:
    """When an entry happened; with the year when that is not this one."""
    at = entry.at.astimezone(AMSTERDAM)
    if at.year == today.year:
        return weekday_time(at)
    return f"{short_date(at.date())} {clock_time(at)}"
