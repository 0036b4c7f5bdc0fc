"""Finds what leads to somebody in running text: mail, telephone, accounts, links, addresses, bank numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from app.kernel.names import fold
from app.kernel.texts import N_, _

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:[\w-]+\.)?(?:tiktok|instagram|snapchat|facebook|youtube|discord|x|twitter)\.(?:com|gg)/\S+",
    re.IGNORECASE,
)
_DOT = r"(?:\.|\s?[(\[](?:dot|punt)[)\]]\s?|\s(?:dot|punt)\s)"
_EMAIL = re.compile(
    rf"[\w.+-]+\s?(?:@|[(\[](?:at|apenstaartje)[)\]]|\s(?:at|apenstaartje)\s)\s?[\w-]+(?:{_DOT}[\w-]+)+", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w/.-])(?!\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})\b(?![-.]\d| \d\d \d\d\b))"
    r"(?:(?:\+\s?\d{2}[ .-]?|00\d{2}[ .-]?|\(?0 ?)(?:\(0\)\s?)?[1-9](?:[ .()/–-]{0,3}\d){8}"
    r"|6[ -]{1,3}\d(?:[ -]?\d){7})(?![\w/])"
)
_BANK = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){9}\d\b", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\w@.])@[\w.]{2,}\b|\b[\w.]{2,}#\d{4}\b")
_NAMED_ACCOUNT = re.compile(
    r"(?<=\b)(?P<before>(?:account(?:naam)?|gebruikersnaam|snap(?:chat)?|insta(?:gram)?|tiktok|profiel|nickname|bijnaam)"
    r"(?: (?:is|heet|van hem|van haar|met de naam))?[:\s]+[“‘\"']?)"
    r"(?P<name>[\w.]*[_\d][\w.]*[a-z][\w.]*|[a-z][\w.]*[_\d][\w.]*)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b[A-ZÀ-Ý][\w’'-]*(?:straat|laan|weg|plein|hof|pad|dijk|kade|gracht|singel|steeg|dreef|erf|brink)"
    r"\s+\d{1,4}(?:\s?[a-zA-Z])?\b"
    r"|\b[a-zà-ý]{3,}(?:straat|laan|gracht|singel|dreef|steeg)\s+\d{1,4}(?:\s?[a-zA-Z])?\b"
)
_OFFICE = re.compile(r"\bpostbus\s+\d+\s*,?\s*\Z", re.IGNORECASE)  # nobody lives in a box at the post office
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b")
_KINDS = (
    (_LINK, N_("[link]")),
    (_EMAIL, N_("[e-mailadres]")),
    (_BANK, N_("[rekeningnummer]")),
    (_PHONE, N_("[telefoonnummer]")),
    (_ACCOUNT, N_("[account]")),
    (_STREET, N_("[adres]")),
    (_POSTCODE, N_("[postcode]")),
)


class Contacts:
    """Takes out everything that leads to a person, but for what is the school's or the subject's own."""

    def __init__(self, kept: Iterable[str]) -> None:
        self._kept = {_bare(text) for text in kept if text.strip()}

    def without(self, text: str, had: Iterable[str] = ()) -> tuple[str, Counter[tuple[str, str]]]:
        """The text with a word for each, and what was replaced how often; ``had`` stays as well."""
        found: Counter[tuple[str, str]] = Counter()
        kept = self._kept | {_bare(text) for text in had}

        def put(match: re.Match[str], shown: str) -> str:
            said = match[0].rstrip(".,;:)") if shown == _("[link]") else match[0]
            if _bare(said) in kept or _OFFICE.search(match.string, max(0, match.start() - 24), match.start()):
                return match[0]
            found[said.strip(), shown] += 1
            return shown + match[0][len(said) :]

        def named(match: re.Match[str]) -> str:
            found[match["name"], _("[account]")] += 1
            return match["before"] + _("[account]")

        for pattern, word in _KINDS:
            shown = _(word)
            text = pattern.sub(lambda match, shown=shown: put(match, shown), text)  # type: ignore[misc]  # a lambda with a default has no type
        return _NAMED_ACCOUNT.sub(named, text), found


def _bare(text: str) -> str:
    return fold(re.sub(r"[\s.,()-]", "", text))
