"""Rules of measures towards a parent: talk, warning, limited contact, ban; never suspension or removal."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, Rule
from app.measures.remedies import remedies_are_known


def ban_is_owners_right(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A ban holds for a fixed period; breaking it is trespass."""
    yield Finding("measures.ban_is_trespass", Severity.INFO, N_("Wetboek van Strafrecht artikel 138"))


def ban_is_in_proportion(draft: Draft, background: Background) -> Iterator[Finding]:
    """A long ban must be reasoned."""
    weeks = background.number("access_ban.weeks")
    if draft.days is not None and draft.days > weeks * 7:
        yield Finding("measures.ban_too_long", Severity.WARN, N_("zorgvuldigheid"), {"weeks": weeks})


def ban_keeps_information(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A parent keeps the right to information about the child, and the child keeps its lessons."""
    yield Finding("measures.ban_keeps_information", Severity.INFO, N_("BW 1:377c; WPO artikel 11"))


RULES: dict[str, tuple[Rule, ...]] = {
    "WARNING": (remedies_are_known,),
    "CONTACT_LIMIT": (ban_keeps_information, remedies_are_known),
    "ACCESS_BAN": (ban_is_in_proportion, ban_is_owners_right, ban_keeps_information, remedies_are_known),
}
