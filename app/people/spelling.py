"""How names, groups, telephones and e-mail addresses are written alike, so that they can be compared and found."""

from __future__ import annotations

import re
from functools import lru_cache

from app.kernel.errors import Invalid
from app.kernel.formats import is_phone, is_postcode, phone_digits
from app.kernel.names import fold
from app.people.basics import Address


def search_words(*texts: str) -> tuple[str, ...]:
    """The folded words of these texts, in order; a hyphen splits a word, an apostrophe does not."""
    return tuple(word for text in texts if text for word in _words_of(text))


def searched(*texts: str) -> str:
    """The words by which somebody is found, each behind a space."""
    return "".join([_spaced(text) for text in texts if text])


@lru_cache(maxsize=32768)
def _spaced(text: str) -> str:
    return "".join(f" {word}" for word in _words_of(text))


@lru_cache(maxsize=32768)
def _words_of(text: str) -> tuple[str, ...]:
    return (text,) if text.isdecimal() else tuple(_WORD.findall(fold(text.replace("-", " ").replace("_", " "))))


_WORD = re.compile(r"\w+")
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_GROUP_WORD = re.compile(r"^(?:groep|klas|gr)(?![^\W\d_])[\s.:]*", re.IGNORECASE)
_GROUP_PAIR = re.compile(r"^(\d{1,2})\s*[-/–]\s*(\d{1,2})(.*)$")
_GROUP_LETTER = re.compile(r"^(\d{1,2}(?:/\d{1,2})?)\s*[-./]?\s*([a-zA-Z])$")


@lru_cache(maxsize=4096)
def normal_group(label: str) -> str:
    """The name by which a group is known: ``Groep 5a`` and ``gr. 5A`` are ``5A``, ``3-4`` is ``3/4``."""
    text = " ".join(label.replace("\xa0", " ").split())
    text = _GROUP_WORD.sub("", text) or text
    text = _GROUP_PAIR.sub(r"\1/\2\3", text)
    letter = _GROUP_LETTER.match(text)
    return letter.group(1) + letter.group(2).upper() if letter else text


def year_group_of(group: str) -> int | None:
    """The year group that a group's name tells: ``5A`` is 5; a combined or named group tells none."""
    found = re.match(r"^([1-8])[A-Z]?$", group)
    return int(found.group(1)) if found else None


def group_order(group: str) -> tuple[int, int, str]:
    """By the years a group holds, then by name; a group without a number comes last."""
    found = re.match(r"(\d{1,2})", group)
    return (0, int(found.group(1)), group) if found else (1, 0, group)


def check_email(email: str) -> str:
    """The address in lower case; one that cannot receive mail is refused."""
    text = email.strip().removeprefix("mailto:").lower()
    if text and not _EMAIL.fullmatch(text):
        raise Invalid("email", "people.email_wrong")
    return text


def normal_phone(text: str) -> str:
    """Ten digits for a Dutch number, also when a sheet lost its zero; a foreign number keeps its plus."""
    if len(text) == 10 and text.isdecimal() and text[0] == "0":
        return text
    digits = phone_digits(text)
    if re.fullmatch(r"31[1-9]\d{8}", digits):
        digits = digits[2:]
    return "0" + digits if re.fullmatch(r"[1-9]\d{8}", digits) else digits


def check_contact(phone: str, address: Address | None = None) -> None:
    """What was typed as telephone or postcode can be one."""
    if phone.strip() and not is_phone(normal_phone(phone)):
        raise Invalid("phone", "people.phone_wrong")
    if address and address.postcode.strip() and not is_postcode(address.postcode):
        raise Invalid("postcode", "people.postcode_wrong")
