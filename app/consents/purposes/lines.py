"""For what the school asks consent: the protocol's purposes with the school's own words laid over them, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.consents.rules import Policy, PurposeRule
from app.kernel.errors import Invalid
from app.protocol.rules import Audience, Protocol, Purpose
from app.protocol.version_rules import holds


class AskedOf(StrEnum):
    """Whom a purpose concerns."""

    PUPILS = "pupils"
    EMPLOYEES = "employees"
    BOTH = "both"


class Validity(StrEnum):
    """How long a yes holds: until somebody changes it, or for one school year."""

    UNTIL_CHANGED = "until_changed"
    SCHOOL_YEAR = "school_year"


PERSONAL_ACCOUNT = "PERSONAL_ACCOUNT_STAFF"
OWN = "OWN."
SOCIAL = "SOCIAL_PUBLIC."
_LONGEST_SHORT = 14
_ONE_ANSWER = frozenset({"SCHOOL_GUIDE", "SCHOOL_PHOTO", "NAME_WITH_IMAGE", "STAFF_BOARD"})  # print, portraits, names
_MAYBE_PUBLIC = frozenset({"NEWSLETTER"})  # may stand on the public site too, until the school says who sees it
_OF_EMPLOYEES = frozenset({"STAFF_BOARD"})
_OF_BOTH = frozenset(
    {"SCHOOL_GUIDE", "PARENT_APP", "PARENT_PORTAL", "NEWSLETTER", "WEBSITE_PUBLIC", "SCHOOL_PHOTO", "PRESS",
     "EVENT_VIDEO", "TRAINING_INTERNAL", "TRAINING_EXTERNAL"}
)  # fmt: skip


@dataclass(frozen=True)
class PurposeLine:
    """A purpose as screens and forms show it; ``short`` heads its column in the matrix."""

    code: str
    label: str
    short: str
    audience: Audience
    rule: PurposeRule
    note: str = ""
    version: int = 1
    channel: str = ""
    is_own: bool = False
    asked_of: AskedOf = AskedOf.PUPILS

    @property
    def of_pupils(self) -> bool:
        """Whether pupils and their guardians are asked."""
        return self.asked_of is not AskedOf.EMPLOYEES

    @property
    def media_apart(self) -> bool:
        """Whether photo, film and sound may each have an answer of their own."""
        return self.code not in _ONE_ANSWER

    @property
    def of_employees(self) -> bool:
        """Whether employees are asked."""
        return self.asked_of is not AskedOf.PUPILS


@dataclass(frozen=True)
class PurposeChange:
    """What the school says of a purpose; ``asks_again`` lets every earlier yes lapse, for this purpose only."""

    label: str
    short: str
    channel: str
    audience: Audience
    policy: Policy
    note: str = ""
    asks_again: bool = False


@dataclass(frozen=True)
class PurposeVersion:
    """One version of a purpose in this school."""

    version: int
    from_day: date
    label: str
    policy: Policy
    in_use: bool
    asks_again: bool
    recorded_at: datetime | None
    recorded_by: str


@dataclass(frozen=True)
class Edit:
    """One row of the school's own words about a purpose."""

    code: str
    version: int
    from_day: date
    label: str
    short: str
    channel: str
    audience: Audience
    policy: Policy
    note: str
    in_use: bool
    asked_of: AskedOf
    asks_since: date | None
    recorded_at: datetime
    recorded_by: str


def shipped(protocol: Protocol, on: date) -> tuple[PurposeLine, ...]:
    """The purposes that come with the program, in the protocol's order, switched off ones too."""
    return tuple(_shipped(purpose) for purpose in protocol.purposes if holds(purpose, on))


def laid_over(lines: Iterable[PurposeLine], edits: Iterable[Edit], on: date) -> tuple[PurposeLine, ...]:
    """These purposes as the school has them on a day; its own purposes come last."""
    newest: dict[str, Edit] = {}
    for edit in edits:
        if edit.from_day <= on and edit.version > (newest[edit.code].version if edit.code in newest else 0):
            newest[edit.code] = edit
    known = [_edited(newest.pop(line.code)) if line.code in newest else line for line in lines]
    return (*known, *(_edited(edit) for edit in sorted(newest.values(), key=lambda edit: _number(edit.code))))


def check(change: PurposeChange) -> None:
    """A purpose has a label that says what happens and a short head for its column."""
    if not change.label.strip():
        raise Invalid("label", "consents.label_missing")
    if not change.short.strip():
        raise Invalid("short", "consents.short_missing")
    if len(change.short.strip()) > _LONGEST_SHORT:
        raise Invalid("short", "consents.short_too_long", most=_LONGEST_SHORT)


def _shipped(purpose: Purpose) -> PurposeLine:
    return PurposeLine(
        code=purpose.code,
        label=purpose.label,
        short=purpose.short,
        audience=purpose.audience,
        rule=PurposeRule(
            Policy(purpose.policy),
            purpose.default_on,
            audience=None if purpose.code in _MAYBE_PUBLIC else purpose.audience,
        ),
        note=purpose.note,
        channel=purpose.channel,
        asked_of=_asked_of(purpose.code),
    )


def _asked_of(code: str) -> AskedOf:
    if code in _OF_EMPLOYEES:
        return AskedOf.EMPLOYEES
    return AskedOf.BOTH if code in _OF_BOTH or code.startswith(SOCIAL) else AskedOf.PUPILS


def _edited(edit: Edit) -> PurposeLine:
    return PurposeLine(
        code=edit.code,
        label=edit.label,
        short=edit.short,
        audience=edit.audience,
        rule=PurposeRule(edit.policy, edit.in_use, edit.asks_since, edit.audience),
        note=edit.note,
        version=edit.version,
        channel=edit.channel,
        is_own=edit.code.startswith(OWN),
        asked_of=edit.asked_of,
    )


def _number(code: str) -> tuple[int, str]:
    tail = code.removeprefix(OWN)
    return (int(tail), "") if tail.isdigit() else (0, code)
