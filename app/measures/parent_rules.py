"""Rules of measures towards a parent: talk, warning, limited contact, ban; never suspension or removal."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, HeardAs, Rule
from app.measures.hearing_rules import person_was_heard


def parent_is_heard(draft: Draft, background: Background) -> Iterator[Finding]:
    """A parent tells the own side before a warning or a ban."""
    yield from person_was_heard(draft, background, HeardAs.GUARDIAN, Severity.WARN)


def ban_is_owners_right(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A ban holds for a fixed period; breaking it is trespass."""
    yield Finding("measures.ban_is_trespass", Severity.INFO, N_("Wetboek van Strafrecht artikel 138"))


RULES: dict[str, tuple[Rule, ...]] = {
    "WARNING": (parent_is_heard,),
    "CONTACT_LIMIT": (parent_is_heard,),
    "ACCESS_BAN": (parent_is_heard, ban_is_owners_right),
}
