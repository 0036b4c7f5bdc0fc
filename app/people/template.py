"""The empty workbook with which a school without a pupil system enters its people: explained, with choices."""

from __future__ import annotations

from collections.abc import Sequence

from app.kernel.texts import _
from app.people.export import EMPLOYEES, PUPILS
from app.sheets.blank import Blank, BlankList, blank_workbook

_GUARDIANS = 2
_YEARS = ("1", "2", "3", "4", "5", "6", "7", "8")


def template_workbook(groups: Sequence[str] = ()) -> bytes:
    """The .xlsx to fill in; the groups that the school has can be chosen, others may be typed."""
    lists = (BlankList(PUPILS, _pupil_columns(groups)), BlankList(EMPLOYEES, _employee_columns()))
    return blank_workbook(_("Mensen invullen voor Meldboek"), _steps(), lists)


def _steps() -> tuple[str, ...]:
    return (
        _("1. Vul op het blad Leerlingen per leerling één rij in. De groene koppen zijn nodig, de rest mag leeg."),
        _("2. Vul op het blad Medewerkers in wie er op school werkt. Hoeft dat niet, laat dat blad dan leeg."),
        _("3. Staan de koppen in een andere volgorde, of laat u een kolom weg? Dat geeft niet. Wijzig de koppen niet."),
        _("4. Bewaar het bestand en sleep het in Meldboek. U ziet eerst wat er verandert."),
        _("5. Zet hier geen burgerservicenummer, godsdienst of medische gegevens in. Die bewaart Meldboek niet."),
    )


def _pupil_columns(groups: Sequence[str]) -> tuple[Blank, ...]:
    return (
        Blank("Leerlingnummer", _("Het nummer uit uw administratie. Nullen vooraan blijven staan."), "0123"),
        Blank("Roepnaam", _("Zoals het kind op school heet."), "Noor", needed=True),
        Blank("Tussenvoegsel", _("Alleen het tussenvoegsel."), "van der"),
        Blank("Achternaam", _("Zonder tussenvoegsel."), "Berg", needed=True),
        Blank("Geboortedatum", _("Dag-maand-jaar."), "21-06-2018", needed=True, day=True),
        Blank("Groep", _("De groep van dit schooljaar."), "5A", needed=True, choices=tuple(groups), open=True),
        Blank("Leerjaar", _("Alleen nodig bij een combinatiegroep."), "5", choices=_YEARS),
        Blank("Inschrijfdatum", _("De eerste dag op uw school."), "22-08-2022", day=True),
        *_address(""),
        *(column for number in range(1, _GUARDIANS + 1) for column in _guardian_columns(number)),
    )


def _guardian_columns(number: int) -> tuple[Blank, ...]:
    whose = f" verzorger {number}"
    yes_no = _("ja of nee. Leeg als u het niet zeker weet: dan vraagt Meldboek het u later.")
    return (
        Blank(f"Roepnaam{whose}", _("Zoals de ouder of verzorger zich noemt."), "Ilse"),
        Blank(f"Tussenvoegsel{whose}", _("Alleen het tussenvoegsel."), "van der"),
        Blank(f"Achternaam{whose}", _("Zonder tussenvoegsel."), "Berg"),
        Blank(f"E-mail{whose}", _("Eén adres."), "ilse@voorbeeld.nl"),
        Blank(f"Telefoon{whose}", _("Eén nummer. De nul vooraan blijft staan."), "0612345678"),
        Blank(f"Gezag{whose}", yes_no, "ja", choices=("ja", "nee")),
        *_address(whose),
    )


def _address(whose: str) -> tuple[Blank, ...]:
    told = (
        _("Alleen als het adres van deze ouder bekend moet zijn voor brieven.") if whose else _("Waar het kind woont.")
    )
    return (
        Blank(f"Straat{whose}", told, "Hofpad"),
        Blank(f"Huisnummer{whose}", _("Met toevoeging."), "7a"),
        Blank(f"Postcode{whose}", _("Vier cijfers en twee letters."), "7522 AA"),
        Blank(f"Woonplaats{whose}", "", "Enschede"),
    )


def _employee_columns() -> tuple[Blank, ...]:
    return (
        Blank("Roepnaam", _("Zoals men hem of haar op school noemt."), "Tom", needed=True),
        Blank("Tussenvoegsel", _("Alleen het tussenvoegsel."), "de"),
        Blank("Achternaam", _("Zonder tussenvoegsel."), "Vos", needed=True),
        Blank("Functie", _("Wat iemand op school doet."), "leerkracht", needed=True),
        Blank("E-mail", _("Eén adres."), "t.devos@voorbeeld.nl"),
        Blank("Telefoon", _("Eén nummer. De nul vooraan blijft staan."), "0612345678"),
        Blank("In dienst sinds", _("De eerste werkdag."), "01-08-2024", day=True),
    )
