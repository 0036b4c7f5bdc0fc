"""What goes into and comes out of the letters: frozen inputs and lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.kernel.findings import Finding
from app.letters.rules import Addressee, Delivery, LetterStatus, Returned, Sending


@dataclass(frozen=True)
class NewLetter:
    """A letter from a template for one person of a case; a measure gives it more facts.

    ``case_id`` 0 is a letter outside any case, such as the answer to a request for access; for the leadership alone.
    """

    template: str
    case_id: int
    person_id: int
    measure_id: int | None = None
    language: str = "nl"


@dataclass(frozen=True)
class LetterText:
    """What stands in the form of a draft: all that can be changed in it."""

    subject: str
    body: str
    address: tuple[str, ...]
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    is_registered: bool = False


@dataclass(frozen=True)
class Wording:
    """The subject and text of a letter as its template gives them."""

    subject: str
    body: str


@dataclass(frozen=True)
class LetterLine:
    """One letter in a list."""

    id: int
    case_id: int
    case_number: str
    measure_id: int | None
    about_id: int
    template: str
    template_name: str
    subject: str
    addressee: str
    reference: str
    status: LetterStatus
    delivery: Delivery
    is_registered: bool
    is_filed: bool
    created_at: datetime
    finalised_at: datetime | None
    sent_at: datetime | None
    sending: Sending | None
    proof: str
    sha256: str
    control: str
    returned: Returned | None
    returned_at: datetime | None
    return_note: str
    language: str

    @property
    def is_final(self) -> bool:
        """Whether it can no longer change."""
        return self.status is LetterStatus.FINAL


@dataclass(frozen=True)
class LetterCard(LetterLine):
    """One letter with its text and what stands in the way of making it final."""

    to: Addressee
    body: str
    closing: str
    signer: str
    signer_title: str
    note: str
    enclosures: tuple[str, ...]
    copies: tuple[str, ...]
    parts: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class NoticeLine:
    """One letter about a consent; ``about_id`` is the pupil."""

    id: int
    about_id: int
    subject: str
    addressee: str
    reference: str
    created_at: datetime


@dataclass(frozen=True)
class TrayLine:
    """One letter in the print tray: addressee and how to send, nothing else."""

    id: int
    lines: tuple[str, ...]
    addressee: str
    place: str
    is_registered: bool
    pages: int
    placed_at: datetime
    posted_at: datetime | None
    posted_by: str
    sending: Sending | None
    proof: str
    can_print: bool
    batch: str
    printed_at: datetime | None
    returned: Returned | None
    returned_at: datetime | None
    return_note: str


@dataclass(frozen=True)
class CameBack:
    """What came back of a letter after it left."""

    at: datetime
    by: str
    what: Returned
    note: str = ""


@dataclass(frozen=True)
class TakenOut:
    """A letter that left the tray because it was posted; kept in memory alone, to lay it back."""

    id: int
    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class Posted:
    """What became of a letter that was put in the tray."""

    at: datetime
    by: str
    sending: Sending
    proof: str
