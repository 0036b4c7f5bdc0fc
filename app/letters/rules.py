"""What a letter is made of and what it must contain: templates, parts, addressees, references, checks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel import formats, names
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.findings import Finding, Severity
from app.kernel.names import PersonName, Title
from app.kernel.texts import _, speaking
from app.letters.templates.rules import BLANK, AddresseeKind, Template, parts_of
from app.people.rules import Address, Authority, GuardianLine, RelationKind

MOST_LINES = 5  # of an address: the sixth would lie under the date


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


class Returned(StrEnum):
    """What came back to the school after a letter left."""

    RECEIPT = "receipt"
    UNDELIVERABLE = "undeliverable"


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


def blank(label: str) -> str:
    """What stands where a fact is not known yet; it must be replaced before the letter is final."""
    return _("‹vul in: {label}›").format(label=label)


def day_of(at: datetime) -> str:
    """The day of an instant as a letter writes it."""
    return formats.long_date(at.astimezone(AMSTERDAM).date())


def reference_of(case_number: str, running: int) -> str:
    """The reference of a letter: ``2026-2027/SM-012/BR-01``; without a case ``2026-2027/BR-001`` counts per year."""
    width = 2 if "/" in case_number else 3
    return f"{case_number}/BR-{running:0{width}d}"


def series_of_requests(year: str) -> str:
    """What the references of letters outside any case begin with: ``2026-2027/INZ``."""
    return f"{year}/INZ"


def check(
    template: Template, addressee: Addressee, body: str, delivery: Delivery, of_article: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What stands in the way of making this letter final (rules 12.2), blocks first.

    ``of_article`` are the open places that the case fills for all its letters, once it has an article.
    """
    parts = parts_of(body)
    found = [
        Finding("letters.part_missing", Severity.BLOCK, values={"part": part})
        for part in template.parts
        if not parts.get(part)
    ]
    whole = "\n".join((*addressee.lines, body))
    if BLANK in whole:
        places = open_places(whole)
        others = [place for place in places if place not in of_article]
        if len(others) < len(places):
            first = next(place for place in places if place in of_article)
            found.append(Finding("letters.no_article", Severity.BLOCK, values={"place": first}))
        if others:
            values = {"blanks": ", ".join(others), "place": others[0]}
            found.append(Finding("letters.unfilled", Severity.BLOCK, values=values))
    if not addressee.name.strip():
        found.append(Finding("letters.no_addressee", Severity.BLOCK))
    if not addressee.has_address:
        weight = Severity.BLOCK if delivery is Delivery.TRAY else Severity.INFO
        found.append(Finding("letters.no_address", weight, values={"name": names_in_text(addressee.name)}))
    return tuple(sorted(found, key=lambda finding: tuple(Severity).index(finding.severity)))


def check_day_sent(on: date, ready: date, today: date) -> None:
    """Raise Invalid for a day on which a letter that was ready on ``ready`` cannot have left the school."""
    if on > today:
        raise Invalid("on", "letters.sent_in_future")
    if on < ready:
        raise Invalid("on", "letters.sent_before_ready", ready=ready)


def open_places(body: str) -> tuple[str, ...]:
    """What is still to be filled in, each once."""
    return tuple(dict.fromkeys(text.strip() for text in re.findall(r"‹[^:›\n]*:?([^›\n]*)›?", body)))


def lacking(template: Template, body: str) -> tuple[str, ...]:
    """What a letter that nobody reads before it is made does not say yet: open places, then compulsory parts."""
    parts = parts_of(body)
    return (*open_places(body), *(part for part in template.parts if not parts.get(part)))


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
    lines = tuple(_place_line(line) for whole in office for line in whole.split("\n"))
    return Addressee(lines, names.unnamed_salutation(), (), len(lines) > 2)


def _place_line(line: str) -> str:
    """``7500 AA Enschede`` as an envelope wants it: two spaces, and the place in capitals."""
    found = re.match(r"([1-9]\d{3}) ?([A-Z]{2}) +(\S.*)", line.strip())
    return f"{found[1]} {found[2]}  {found[3].upper()}" if found else line


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
