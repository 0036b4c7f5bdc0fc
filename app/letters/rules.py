"""What a letter is made of and what it must contain: templates, parts, addressees, references, checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.kernel import formats, names
from app.kernel.clock import AMSTERDAM
from app.kernel.findings import Finding, Severity
from app.kernel.names import PersonName, Title
from app.kernel.texts import _, speaking
from app.people.rules import Address, Authority, GuardianLine, RelationKind

BLANK = "‹"  # starts what still has to be filled in: ‹vul in: eerste dag›
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
_PART = re.compile(r"^\[([^\[\]\n]{1,60})\][ \t]*$", re.MULTILINE)


class LetterStatus(StrEnum):
    """A draft may change; a final letter never does."""

    DRAFT = "draft"
    FINAL = "final"


class Delivery(StrEnum):
    """Who sees to printing: the director, or the administrator through the print tray."""

    MYSELF = "myself"
    TRAY = "tray"


class Sending(StrEnum):
    """How a letter left the school."""

    POST = "post"
    REGISTERED = "registered"
    HANDED_OVER = "handed_over"
    EMAIL = "email"


class AddresseeKind(StrEnum):
    """To whom a template writes."""

    GUARDIANS = "guardians"
    GUARDIAN = "guardian"
    EMPLOYEE = "employee"
    PERSON = "person"
    OFFICE = "office"


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
    copies: str = ""
    office: tuple[str, ...] = ()
    needs_jurist: bool = False

    @property
    def is_confidential(self) -> bool:
        """Whether only the addressee should open it."""
        return self.addressee is not AddresseeKind.OFFICE

    @property
    def is_decision(self) -> bool:
        """Whether it carries out a measure, so that the measure must be decided first."""
        return self.code in DECISIONS


@dataclass(frozen=True)
class Addressee:
    """To whom one letter goes: the lines of the address, the opening, and the persons meant."""

    lines: tuple[str, ...]
    salutation: str
    person_ids: tuple[int, ...] = ()
    has_address: bool = True

    @property
    def name(self) -> str:
        """The first line of the address."""
        return self.lines[0] if self.lines else ""


def parse_template(text: str, source: str) -> Template:
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
        copies=fields.get("copies", ""),
        office=tuple(line.strip(" ") for line in fields.get("office", "").split(";") if line.strip()),
        needs_jurist=fields.get("jurist") == "yes",
    )


def blank(label: str) -> str:
    """What stands where a fact is not known yet; it must be replaced before the letter is final."""
    return _("‹vul in: {label}›").format(label=label)


def parts_of(body: str) -> dict[str, str]:
    """The text under each ``[part]``, and under "" what stands before the first."""
    pieces = _PART.split(body)
    parts = {"": pieces[0].strip()}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[name.strip()] = "\n\n".join(filter(None, [parts.get(name.strip(), ""), text.strip()]))
    return parts


def printed(body: str) -> tuple[str, ...]:
    """The paragraphs as they are printed: without the marks of parts."""
    plain = _PART.sub("\n\n", body.replace("\r\n", "\n"))
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", plain) if part.strip())


def day_of(at: datetime) -> str:
    """The day of an instant as a letter writes it."""
    return formats.long_date(at.astimezone(AMSTERDAM).date())


def reference_of(case_number: str, running: int) -> str:
    """The reference of a letter: ``2026-2027/SM-012/BR-01``; without a case ``2026-2027/BR-001`` counts per year."""
    width = 2 if "/" in case_number else 3
    return f"{case_number}/BR-{running:0{width}d}"


def check(template: Template, addressee: Addressee, body: str, delivery: Delivery) -> tuple[Finding, ...]:
    """What stands in the way of making this letter final (rules 12.2), blocks first."""
    parts = parts_of(body)
    found = [
        Finding("letters.part_missing", Severity.BLOCK, values={"part": part})
        for part in template.parts
        if not parts.get(part)
    ]
    if BLANK in body:
        found.append(Finding("letters.unfilled", Severity.BLOCK, values={"blanks": ", ".join(_blanks(body))}))
    if not addressee.name.strip():
        found.append(Finding("letters.no_addressee", Severity.BLOCK))
    if not addressee.has_address:
        weight = Severity.BLOCK if delivery is Delivery.TRAY else Severity.WARN
        found.append(Finding("letters.no_address", weight, values={"name": names_in_text(addressee.name)}))
    return tuple(sorted(found, key=lambda finding: tuple(Severity).index(finding.severity)))


def _blanks(body: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in re.findall(r"‹[^:›\n]*:?([^›\n]*)›?", body)))


def proposed_delivery(kind: AddresseeKind, *, is_sensitive: bool) -> Delivery:
    """The director prints what is about an employee or falls under article 4a; the rest may go through the tray."""
    return Delivery.MYSELF if is_sensitive or kind is AddresseeKind.EMPLOYEE else Delivery.TRAY


def to_person(name: PersonName, title: Title, address: Address, person_id: int) -> Addressee:
    """One person at their own address."""
    lines = address_lines(address)
    return Addressee(
        (names.address_name(title, name), *lines), names.salutation(title, name), (person_id,), bool(lines)
    )


def to_office(office: Sequence[str]) -> Addressee:
    """An office, such as the inspectorate; name, post box or department, and place."""
    lines = tuple(re.sub(r"^(\d{4} [A-Z]{2}) +", r"\1  ", line) for line in office)
    return Addressee(lines, names.unnamed_salutation(), (), len(lines) > 2)


def to_guardians(child: PersonName, guardians: Iterable[GuardianLine], home: Address) -> tuple[Addressee, ...]:
    """One letter per address of those with authority; an address that is not known is taken to be the child's."""
    homes: dict[object, list[tuple[GuardianLine, Address]]] = {}
    for guardian in guardians:
        if guardian.authority is not Authority.NO:
            address = guardian.address if address_lines(guardian.address) else home
            homes.setdefault(_household(guardian, address), []).append((guardian, address))
    return tuple(_household_addressee(child, members) for members in homes.values())


def _household(guardian: GuardianLine, address: Address) -> object:
    if not address_lines(address) or guardian.relation is RelationKind.GUARDIAN_INSTITUTION:
        return guardian.id
    place = address.postcode.replace(" ", "").upper() or names.fold(address.city)
    return place, names.fold(address.number), "" if address.postcode else names.fold(address.street)


def _household_addressee(child: PersonName, members: Sequence[tuple[GuardianLine, Address]]) -> Addressee:
    guardian, address = members[0]
    if len(members) == 1:
        return to_person(guardian.name, guardian.title, address, guardian.id)
    lines = address_lines(address)
    return Addressee(
        (names.parents_address_name(child), *lines),
        names.parents_salutation(child.first_name or names.full(child)),
        tuple(guardian.id for guardian, _address in members),
        bool(lines),
    )


def address_lines(address: Address) -> tuple[str, ...]:
    """Street and number, postcode and place; nothing when the address is not complete."""
    street = f"{address.street} {address.number}".strip()
    if not street or not address.city.strip():
        return ()
    return street, formats.postcode_place(address.postcode, address.city)


def twin_note(others: Sequence[Addressee]) -> str:
    """The line that tells each parent that the other gets the same letter."""
    if not others:
        return ""
    shown = _(" en ").join(names_in_text(other.name) for other in others)
    return _("Een brief met dezelfde inhoud gaat vandaag naar {names}.").format(names=shown)


@speaking("nl")
def names_in_text(address_name: str) -> str:
    """The first line of an address within a sentence: ``de heer R. Mulder``, ``de ouder(s)/verzorger(s) van Noor``."""
    to = _("Aan {name}").format(name="")
    if address_name.startswith(to):
        return address_name.removeprefix(to)
    return re.sub("^(De heer|Mevrouw) ", lambda title: title[0].lower(), address_name)
