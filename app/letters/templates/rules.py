"""A template: what its header declares, its compulsory parts, and how its text is read and printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

DECISIONS = frozenset(
    {
        "access_ban",
        "contact_limit",
        "employee_suspension",
        "employee_warning",
        "guardian_warning",
        "objection_decision",
        "pupil_suspension",
        "pupil_warning",
        "removal",
        "reprimand",
        "summary_dismissal",
    }
)  # the letters that carry out a measure
BLANK = "‹"  # starts what still has to be filled in: ‹vul in: eerste dag›
_STATUTORY = "case_4a"  # kept with the closed file of article 4a
_PART = re.compile(r"^\[([^\[\]\n]{1,60})\][ \t]*$", re.MULTILINE)


class AddresseeKind(StrEnum):
    """To whom a template writes."""

    GUARDIANS = "guardians"
    GUARDIAN = "guardian"
    EMPLOYEE = "employee"
    PERSON = "person"
    OFFICE = "office"
    REQUESTER = "requester"  # whoever asked: a guardian, an employee, or a pupil through the guardians


class SignedBy(StrEnum):
    """Who may sign: the school's leadership, the board or a director with its mandate, or the board."""

    DIRECTOR = "director"
    MANDATE = "mandate"
    BOARD = "board"


@dataclass(frozen=True)
class Template:
    """One letter of the protocol; ``parts`` are compulsory and ``body`` still holds its blanks."""

    code: str
    name: str
    subject: str
    addressee: AddresseeKind
    parts: tuple[str, ...]
    body: str
    is_registered: bool = False
    signed_by: SignedBy = SignedBy.DIRECTOR
    closing: str = ""
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    needs_jurist: bool = False
    retention: str = ""
    language: str = "nl"
    version: int = 0  # 0 is the shipped text, higher is the school's own

    @property
    def is_confidential(self) -> bool:
        """Whether only the addressee should open it."""
        return self.addressee is not AddresseeKind.OFFICE or self.is_closed

    @property
    def is_closed(self) -> bool:
        """Whether it belongs to the closed file of article 4a: for the leadership alone, and in no dossier."""
        return self.retention == _STATUTORY

    @property
    def is_filed(self) -> bool:
        """Whether it enters the dossier of whom it is about, once it is final."""
        return self.is_confidential and not self.is_closed

    @property
    def is_decision(self) -> bool:
        """Whether it carries out a measure, so that the measure must be decided first."""
        return self.code in DECISIONS


def parse_template(text: str, source: str, language: str = "nl") -> Template:
    """Read a template file: lines ``key: value`` between two ``---``, then the body. Raises ValueError."""
    match = re.match(r"---\n(.*?)\n---\n(.*)\Z", text, re.DOTALL)
    if match is None:
        raise ValueError(source)
    fields = dict(line.split(": ", 1) for line in match[1].splitlines() if line.strip())
    parts = tuple(part.strip() for part in fields["parts"].split(","))
    body = match[2].strip()
    if tuple(_PART.findall(body)) != parts:
        raise ValueError(f"{source}: parts")
    return Template(
        code=fields["code"],
        name=fields["name"],
        subject=fields["subject"],
        addressee=AddresseeKind(fields["addressee"]),
        parts=parts,
        body=body,
        is_registered=fields.get("registered") == "yes",
        signed_by=SignedBy(fields.get("signatory", "director")),
        closing=fields.get("closing", ""),
        enclosures=_listed(fields.get("enclosures", "")),
        copies=_listed(fields.get("copies", "")),
        office=_listed(fields.get("office", "")),
        needs_jurist=fields.get("jurist") == "yes",
        retention=fields["retention"],
        language=language,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(";") if item.strip())


def parts_of(body: str) -> dict[str, str]:
    """The text under each ``[part]``, and under "" what stands before the first."""
    pieces = _PART.split(body)
    parts = {"": pieces[0].strip()}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[name.strip()] = "\n\n".join(filter(None, [parts.get(name.strip(), ""), text.strip()]))
    return parts


class PartState(StrEnum):
    """How far a compulsory part is."""

    MISSING = "missing"
    OPEN = "open"  # there is text, with a place that must still be filled in
    FILLED = "filled"


def states_of(parts: Iterable[str], body: str) -> dict[str, PartState]:
    """How far each of these parts is in this text."""
    there = parts_of(body)
    return {part: _state(there.get(part, "")) for part in parts}


def _state(text: str) -> PartState:
    if not text:
        return PartState.MISSING
    return PartState.OPEN if BLANK in text else PartState.FILLED


def printed(body: str) -> tuple[str, ...]:
    """The paragraphs as they are printed: without the marks of parts."""
    plain = _PART.sub("\n\n", body.replace("\r\n", "\n"))
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", plain) if part.strip())
