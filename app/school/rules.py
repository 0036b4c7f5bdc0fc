"""What a school's profile must look like, and who may decide which measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.errors import Invalid
from app.kernel.formats import is_brin, is_phone, is_postcode
from app.protocol.rules import Rung

BOARD = "board"
DIRECTOR = "director"

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class SchoolType(StrEnum):
    """Bijzonder or openbaar: decides how objection terms run."""

    PRIVATE = "private"
    PUBLIC = "public"


class WindowPreset(StrEnum):
    """Where the window of the school's envelopes is."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True)
class NewProfile:
    """Everything the school tells about itself; it stands on letters and forms."""

    name: str
    board_name: str
    brin: str = ""
    school_type: SchoolType = SchoolType.PRIVATE
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    board_address: str = ""
    dpo_name: str = ""
    dpo_email: str = ""
    newsletter: str = ""
    region: str = ""
    window: WindowPreset = WindowPreset.LEFT
    preprinted: bool = False


@dataclass(frozen=True)
class Mandate:
    """The board lets this role decide on this rung of a ladder."""

    rung: str
    role: str


@dataclass(frozen=True)
class Signatory:
    """Who stands under a letter."""

    name: str
    job_title: str


def may_decide(rung: Rung, mandates: tuple[Mandate, ...], role: str) -> bool:
    """Whether this role may decide on this rung: the board always, others as the ladder and the board's mandate say."""
    if role == BOARD:
        return True
    return role in rung.deciders and (not rung.mandate or Mandate(rung.code, role) in mandates)


def check_profile(profile: NewProfile) -> None:
    """Raise ``Invalid`` for the first field that cannot be right; empty is allowed but for both names."""
    for field in ("name", "board_name"):
        if not getattr(profile, field).strip():
            raise Invalid(field, f"school.{field}_missing")
    for field, code, good in (
        ("brin", "school.brin", is_brin),
        ("postcode", "school.postcode", is_postcode),
        ("phone", "school.phone", is_phone),
        ("email", "school.email", is_email),
        ("dpo_email", "school.email", is_email),
    ):
        text = getattr(profile, field).strip().upper()
        if text and not good(text):
            raise Invalid(field, code)


def is_email(text: str) -> bool:
    """Whether this looks like one e-mail address."""
    return _EMAIL.fullmatch(text) is not None
