"""How measures are written on screen: status as a tag, period, who was heard."""

from __future__ import annotations

from collections.abc import Collection

from app.kernel.calendar import hours_between
from app.kernel.findings import Finding, Severity
from app.kernel.formats import day_month, short_date, weekday_date, weekday_time
from app.kernel.texts import N_, _, ngettext
from app.measures.facts import Background, Draft, HeardAs, Hearing, Status
from app.measures.lines import MeasureLine
from app.measures.texts import HEARD_AS, STATUSES
from app.people.rules import PersonKind
from ui.kit.tag import TagText
from ui.kit.theme import Tone

# what is merely empty is said in one card, or a new form would be a wall of red
ABSENT = {
    "measures.first_day_missing": N_("eerste dag"),
    "measures.last_day_missing": N_("laatste dag"),
    "measures.facts_missing": N_("feiten"),
    "measures.reasons_missing": N_("redenen"),
    "measures.decider_missing": N_("wie besluit"),
    "measures.knowledge_missing": N_("sinds wanneer de leiding het weet"),
}
_TAGS: dict[Status, tuple[Tone, str]] = {
    Status.PROPOSED: ("neutral", "pencil"),
    Status.ANNOUNCED: ("info", "mail"),
    Status.DECIDED: ("accent", "gavel"),
    Status.CONDITIONAL: ("info", "hourglass"),
    Status.RUNNING: ("warn", "hourglass"),
    Status.CONTESTED: ("warn", "gavel"),
    Status.ENDED: ("ok", "check"),
    Status.EXPIRED: ("neutral", "archive"),
    Status.QUASHED: ("neutral", "gavel"),
    Status.WITHDRAWN: ("neutral", "undo-2"),
}


def status_tag(line: MeasureLine, unsent: Collection[int] = ()) -> TagText:
    """The status as icon, word and colour; ``unsent`` are the measures of which a letter is still a draft."""
    if line.id in unsent and line.status in {Status.DECIDED, Status.ENDED}:
        return TagText(_("brief nog concept"), "warn", "pencil")
    tone, icon = _TAGS[line.status]
    return TagText(contested(line) if line.status is Status.CONTESTED else _(STATUSES[line.standing]), tone, icon)


def contested(line: MeasureLine) -> str:
    """How a decision that somebody does not agree with is called."""
    return _("in beroep") if line.subject is PersonKind.EMPLOYEE else _("in bezwaar")


def weight_tags(findings: tuple[Finding, ...]) -> tuple[TagText, ...]:
    """How many cards stand in the way and how many ask a reason, each by itself; what is merely empty is one card."""
    found = []
    blocking = cards(findings, Severity.BLOCK)
    if blocking:
        words = ngettext("{n} punt houdt dit tegen", "{n} punten houden dit tegen", blocking)
        found.append(TagText(words, "danger", "ban"))
    asking = cards(findings, Severity.WARN)
    if asking:
        found.append(TagText(ngettext("{n} punt vraagt een reden", "{n} punten vragen een reden", asking), "warn"))
    return tuple(found)


def cards(findings: tuple[Finding, ...], severity: Severity) -> int:
    """How many cards of this weight stand beside the form."""
    own = [finding.code for finding in findings if finding.severity is severity]
    return sum(code not in ABSENT for code in own) + any(code in ABSENT for code in own)


def period(line: MeasureLine) -> str:
    """``17 nov t/m 23 nov 2026``, one day, or nothing."""
    if line.first_day is None:
        return ""
    if line.last_day is None:
        return _("vanaf {day}").format(day=short_date(line.first_day))
    if line.first_day == line.last_day:
        return short_date(line.last_day)
    return _("{first} t/m {last}").format(first=day_month(line.first_day), last=short_date(line.last_day))


def lowered(text: str) -> str:
    """A label as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """A word as it begins a sentence."""
    return text[:1].upper() + text[1:]


def who(hearing: Hearing) -> str:
    """``R. Bakker, ouder, gezag``."""
    parts = [hearing.name]
    if hearing.role is not HeardAs.PUPIL:
        parts.append(_(HEARD_AS[hearing.role]))
    if hearing.has_authority:
        parts.append(_("gezag"))
    if hearing.assisted_by.strip():
        parts.append(_("met {name}").format(name=hearing.assisted_by.strip()))
    return ", ".join(parts)


def how_far(hearing: Hearing) -> str:
    """How far a hearing is: invited, held, with a report or not."""
    if hearing.held_at is not None:
        report = _("verslag") if hearing.report.strip() else _("nog geen verslag")
        report = _("achteraf, {report}").format(report=report) if hearing.is_late else report
        return f"{weekday_time(hearing.held_at)}, {report}"
    if hearing.why_not.strip():
        return _("niet gehoord, met reden")
    if hearing.planned_at is not None:
        return _("afgesproken {at}").format(at=weekday_time(hearing.planned_at))
    if hearing.invited_on is not None:
        return _("uitgenodigd {day}").format(day=weekday_date(hearing.invited_on))
    return _("nog niet uitgenodigd")


def known_for(background: Background, draft: Draft) -> tuple[str, ...]:
    """Since when the leadership knows, and when the last step was written down; a clock that always stands there."""
    if draft.knowledge_at is None:
        return ()
    hours = int(hours_between(draft.knowledge_at, background.now))
    told = [_("Bekend sinds {at}: {hours} uur.").format(at=weekday_time(draft.knowledge_at), hours=hours)]
    if background.last_activity_at is not None:
        told.append(_("Laatste stap: {at}.").format(at=weekday_time(background.last_activity_at)))
    return tuple(told)
