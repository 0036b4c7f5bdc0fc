"""The people of the story, and the class list that the school's own system would give."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

SCHOOL, BOARD = "Basisschool De Esdoorn", "Stichting Bos en Veld"
DIRECTOR, DIRECTOR_WORDS = "A. Visser", "lamp water kelder zout"
ADMINISTRATOR, ADMINISTRATOR_WORDS = "M. Postma", "krijt bord lampje trein"
JIP, RAVI, LIES, NOOR = "Jip Veenstra", "Ravi Kalloe", "Lies ter Horst", "Noor de Graaf"
OTHERS = ("Ravi", "Kalloe", "Lies", "Horst", "Noor", "Graaf")  # no paper about Jip may name them
TO_PARENTS = "Aan de ouder(s)/verzorger(s) van Jip Veenstra"
TITLE = "Bewerkte foto in de appgroep"

_HEADINGS = (
    "Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Groep",
    "Straat", "Huisnummer", "Postcode", "Woonplaats",
    "Naam verzorger 1", "E-mail verzorger 1", "Naam verzorger 2", "E-mail verzorger 2",
)  # fmt: skip
_PUPILS = (
    ("1001", "Jip", "", "Veenstra", "14-02-2015", "8A", "Beukenstraat", "31", "Hilde Veenstra", "Bas Veenstra"),
    ("1002", "Ravi", "", "Kalloe", "03-05-2015", "8A", "Kerkstraat", "19", "Sharda Kalloe", ""),
    ("1003", "Lies", "ter", "Horst", "21-11-2014", "8A", "Hofpad", "7", "Anke ter Horst", "Wim ter Horst"),
    ("1004", "Noor", "de", "Graaf", "21-06-2018", "5A", "Lindelaan", "2", "Ilse de Graaf", ""),
)


def write_class_list(path: Path) -> Path:
    """A clean list in Excel: four pupils in two groups with their guardians, not who has authority."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEADINGS)
    for *pupil, street, number, one, two in _PUPILS:
        sheet.append((*pupil, street, number, "7521 CD", "Enschede", *_guardian(one), *_guardian(two)))
    book.save(path)
    return path


def _guardian(name: str) -> tuple[str, str]:
    return (name, f"{name.lower().replace(' ', '.')}@voorbeeld.nl") if name else ("", "")
