"""Small grammar for letters: whole sentences, lists, periods, and a text that does without the pupil's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from app.kernel.formats import long_weekday_date
from app.kernel.names import PersonName, full
from app.kernel.texts import _
from app.letters.names.mention_rules import starts_sentence


def as_sentence(text: str) -> str:
    """What was typed, with a capital in front and a full stop at the end where these are missing."""
    plain = text.strip()
    if plain[:1].islower():
        size = 2 if plain.startswith("ij") else 1
        plain = plain[:size].upper() + plain[size:]
    return plain + "." if plain[-1:].isalnum() or plain.endswith(")") else plain


def listing(items: Sequence[str], last: str = "") -> str:
    """``a, b en c``; ``last`` stands before the last item instead of ``en``."""
    return (last or _(" en ")).join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def period(first: date, last: date) -> str:
    """``op maandag 16 november 2026``, or ``van ... tot en met ...``."""
    if first == last:
        return _("op {day}").format(day=long_weekday_date(first))
    return _("van {first} tot en met {last}").format(first=long_weekday_date(first), last=long_weekday_date(last))


def without_name(text: str, name: PersonName) -> str:
    """The text with this pupil as ``de leerling``, for who knows the pupil from elsewhere."""
    forms = sorted({form for form in (full(name), name.first_name) if form}, key=len, reverse=True)
    if not forms:
        return text
    pattern = rf"\b({'|'.join(map(re.escape, forms))})(['’]?s|['’])?(?!\w)"

    def instead(found: re.Match[str]) -> str:
        word = _("diens") if found[2] else _("de leerling")
        return word[0].upper() + word[1:] if starts_sentence(text, found.start()) else word

    return re.sub(pattern, instead, text)
