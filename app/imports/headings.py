"""What a column holds, told by its heading: every spelling that Dutch school systems use."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.imports.rules import Target

_PUPIL_SYNONYMS: dict[Target, str] = {
    Target.NUMBER: """leerlingnummer|leerling nr|leerlingnr|leerling nummer|lln nr|llnr|lln nummer|llnnr|stamnummer|
        stamnr|stam nr|nummer|nr|leerlingcode|admin nummer|administratienummer|key|leerling id|leerlingid""",
    Target.FIRST_NAME: "roepnaam|voornaam|roep naam",
    Target.GIVEN_NAMES: "voornamen|doopnamen|officiele voornamen",
    Target.INITIALS: "voorletters|voorl|voorletter|initialen",
    Target.INFIX: "tussenvoegsel|tussenv|tvs|tv|tussenvoegsels|voorvoegsel|voorvoegsels|voorv|tussen voegsel",
    Target.SURNAME: "achternaam|geslachtsnaam|familienaam",
    Target.FULL_NAME: "naam|leerling|volledige naam|leerlingnaam|naam voluit|kind|leerlingen",
    Target.GROUP: """groep|groepsnaam|groep naam|klas|klasnaam|stamgroep|basisgroep|huidige groep|lesgroep|unit|
        groepnaam""",
    Target.YEAR_GROUP: "leerjaar|jaargroep|jaar|niveau",
    Target.BIRTH_DATE: """geboortedatum|geb datum|gebdat|geboren|geboren op|geb|geboorte datum|gebdatum|
        geboortedat""",
    Target.ENROL_DATE: "inschrijfdatum|datum inschrijving|instroomdatum|instroom|datum in",
    Target.LEAVE_DATE: "uitschrijfdatum|datum uitschrijving|uitstroomdatum|uitstroom|datum uit",
    Target.GENDER: "geslacht|m v|j m|m j|v m|sekse|jongen meisje",
    Target.TEACHER: """leerkracht|groepsleerkracht|leraar|klassenmentor 1|klassenmentor|mentor|groepsleraar|
        leerkrachten""",
}
_SHARED_SYNONYMS: dict[Target, str] = {
    Target.EMAIL: """e mail|email|e mailadres|emailadres|mail|mailadres|e mailadressen|emailadressen|e mail adres|
        email adres|mailadressen|e mails|emails""",
    Target.PHONE: """telefoon|tel|telefoonnummer|telefoonnummers|mobiel|mobiele telefoon|mobiel nummer|mobielnummer|
        gsm|06|06 nummer|tel nr|telnr|telefoon thuis|noodnummer|telefoon mobiel|tel mobiel|telefoonnr|mobiele nummer|
        tel thuis""",
    Target.AUTHORITY: """gezag|ouderlijk gezag|wettelijk vertegenwoordiger|w v|wv|gezagdrager|gezaghebbend|
        heeft gezag""",
    Target.STREET: "adres|straat|straatnaam",
    Target.HOUSE_NUMBER: "huisnummer|huisnr|huis nr|nr huis",
    Target.ADDITION: "toevoeging|huisnummer toevoeging|huisnummertoevoeging|toev",
    Target.POSTCODE: "postcode|pc",
    Target.CITY: "woonplaats|plaats",
}
_BLOCKED = """bsn|burgerservicenummer|burger service nummer|sofinummer|sofi nummer|sofi|pgn|persoonsgebonden nummer|
    onderwijsnummer|bsn ondwnr 4|bsn onderwijsnummer|persoonsgebondennummer|nationaliteit|nationaliteiten|geboorteland|
    geboorteplaats|land|land vader|land moeder|land van herkomst|etniciteit|gewicht|leerlinggewicht|onderwijsscore|
    godsdienst|religie|geloof|kerkgenootschap|medisch|medische gegevens|medische bijzonderheden|huisarts|medicatie|
    medicijnen|allergie|allergieen|dieet|polisnummer|zorgverzekering|verzekering|thuistaal|fotourl|foto url|foto|eck id|
    eckid|eck"""
_BLOCKED_WORDS = """bsn|burgerservicenummer|sofinummer|pgn|onderwijsnummer|nationaliteit|geboorteland|etniciteit|
    godsdienst|religie|medisch|medische|huisarts|medicatie|allergie|allergieen|polisnummer|thuistaal"""
_GUARDIAN_WORDS = """verzorger|verzorgers|ouder|ouders|moeder|vader|contactpersoon|contactpersonen|voogd|ouderverzorger|
    oudersverzorgers"""
_NAMED = frozenset({"moeder", "vader"})
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "1e": 1, "2e": 2, "3e": 3, "eerste": 1, "tweede": 2}
_FILLING = frozenset({"van", "de", "het", "en", "of"})
_PUPIL_WORDS = frozenset({"leerling", "kind", "lln", "leerlingen"})


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split("|")]


def _by_word(table: dict[Target, str]) -> dict[str, Target]:
    return {word: target for target, words in table.items() for word in _split(words)}


_PUPIL = _by_word(_PUPIL_SYNONYMS) | _by_word(_SHARED_SYNONYMS)
_OF_GUARDIANS = (Target.FIRST_NAME, Target.INITIALS, Target.INFIX, Target.SURNAME)
_GUARDIAN = (
    _by_word(_SHARED_SYNONYMS)
    | _by_word({target: _PUPIL_SYNONYMS[target] for target in _OF_GUARDIANS})
    | dict.fromkeys(("", "naam", "volledige naam", "namen"), Target.FULL_NAME)
)
_ALWAYS_BLOCKED = frozenset(_split(_BLOCKED))
_BLOCKING = frozenset(_split(_BLOCKED_WORDS))
_GUARDING = frozenset(_split(_GUARDIAN_WORDS))


@dataclass(frozen=True)
class Heading:
    """What one heading says: the target, and of which guardian (``""`` is the pupil, ``"*"`` a guardian not told)."""

    target: Target | None
    guardian: str = ""


def normal(text: str) -> str:
    """A heading without capitals, accents and punctuation: ``Lln. nr.`` is ``lln nr``."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


@lru_cache(maxsize=4096)
def heading(text: str) -> Heading:
    """What a column with this heading holds; no target when the heading says nothing to Meldboek."""
    words = normal(text).split()
    plain = " ".join(words)
    if plain in _ALWAYS_BLOCKED or _BLOCKING.intersection(words):
        return Heading(Target.BLOCKED)
    if plain in _PUPIL:
        return Heading(_PUPIL[plain])
    if _GUARDING.intersection(words):
        return _of_guardian(words)
    return Heading(_PUPIL.get(" ".join(_without(words, _PUPIL_WORDS | _FILLING))))


def _of_guardian(words: list[str]) -> Heading:
    named = next((word for word in words if word in _NAMED), "")
    order = next((_ORDINALS[word] for word in words if word in _ORDINALS), 0)
    rest = [word for word in _without(words, _GUARDING | _FILLING) if word not in _ORDINALS]
    target = _GUARDIAN.get(" ".join(rest))
    return Heading(target, named or (str(order) if order else "*")) if target else Heading(None)


def _without(words: list[str], dropped: frozenset[str]) -> list[str]:
    return [word for word in words if word not in dropped]


def is_guardian_name(text: str) -> bool:
    """Whether this heading only names a guardian, as the upper row of a heading in two rows does."""
    found = heading(text)
    return bool(found.guardian) and found.target is Target.FULL_NAME
