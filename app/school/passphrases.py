"""Passphrases: how hard one is to guess, and a proposal of loose Dutch words."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

SHORTEST = 12
_LOOKED_AT = 72  # characters; what follows only makes it stronger and the meter slower
_FAIR, _STRONG = 9.0, 11.0  # powers of ten of guesses; one guess costs this computer about a second
_PROPOSED = 5  # words: 48 bits
_WORDS = Path(__file__).resolve().parents[2] / "resources" / "words" / "nl.txt"
_COMMON = (
    *("welkom", "wachtwoord", "wachtzin", "geheim", "school", "basisschool", "directeur", "juf", "meester", "klas"),
    *("groep", "leerling", "ouders", "meldboek", "protocol", "zomer", "winter", "lente", "herfst", "januari"),
    *("februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
    *("ajax", "feyenoord", "psv", "nederland", "holland", "amsterdam", "rotterdam", "liefde", "schatje", "hallo"),
    *("vakantie", "computer", "qwerty", "test", "ikben", "ditis", "mijn", "sinterklaas", "kerst", "oranje"),
)


class Strength(StrEnum):
    """How a passphrase is judged."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def judge(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """How hard this is to guess for who knows ``known``: the names of the school and of the user."""
    if len(passphrase) < SHORTEST:
        return Strength.SHORT
    # Its lists are large; nobody needs them before the first passphrase is thought up.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    own = [part for name in known for part in name.casefold().split() if len(part) > 2]
    bare = "".join(passphrase.split())  # a space between two words is no riddle to anybody
    found = zxcvbn(bare[:_LOOKED_AT].casefold(), user_inputs=[*own, *_COMMON, *words()])
    power = float(found["guesses_log10"])
    return Strength.WEAK if power < _FAIR else Strength.FAIR if power < _STRONG else Strength.STRONG


def proposed() -> str:
    """Five loose words, drawn by the system's source of chance."""
    return " ".join(secrets.choice(words()) for _ in range(_PROPOSED))


@cache
def words() -> tuple[str, ...]:
    """Short Dutch words that are easy to spell."""
    return tuple(_WORDS.read_text("utf-8").split())
