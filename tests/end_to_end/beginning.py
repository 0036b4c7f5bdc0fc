"""How a school begins: first run, unlocking, users and mandates, the class list, who has authority."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.people.rules import Authority
from app.vault.keys.keyring import Role
from tests.end_to_end.cast import (
    ADMINISTRATOR,
    ADMINISTRATOR_WORDS,
    BOARD,
    DIRECTOR,
    DIRECTOR_WORDS,
    JIP,
    NOOR,
    SCHOOL,
    write_class_list,
)
from tests.end_to_end.computer import Computer
from tests.end_to_end.hands import Hands


def first_run(computer: Computer, folder: Path) -> None:
    """School, director, passphrase, and the recovery key typed back."""
    hands = computer.start()
    hands.press("Nieuwe school beginnen")
    hands.press("Verder")
    hands.sees("Vul de naam van de school in.")
    hands.fill("Naam van de school", SCHOOL)
    hands.fill("Naam van het schoolbestuur", BOARD)
    computer.front.dialogs.answers.append(folder)
    hands.press("Andere map")
    hands.press("Verder")
    hands.fill("Naam", DIRECTOR)
    hands.fill("Wachtzin", "kort")
    hands.press("Verder")
    hands.sees("Te kort")
    hands.fill("Wachtzin", DIRECTOR_WORDS)
    hands.fill("Wachtzin nog een keer", DIRECTOR_WORDS)
    hands.press("Verder")
    key = hands.labelled("Herstelsleutel", QLabel).text()
    hands.fill("Typ de herstelsleutel over van uw papier", "een gok")
    hands.press("Meldboek openen")
    hands.sees("Dit is niet de herstelsleutel.")
    hands.fill("Typ de herstelsleutel over van uw papier", key.replace("\n", " ").replace("-", " ").lower())
    hands.press("Meldboek openen")
    hands.sees("Zo begint u", "maandag 16 november", DIRECTOR, SCHOOL)
    assert computer.remembered == folder
    computer.quit()


def unlock_as_director(computer: Computer) -> Hands:
    """A wrong passphrase says so; the right one opens."""
    hands = computer.start()
    hands.sees(SCHOOL)
    hands.fill("Wachtzin", "lamp water kelder suiker")
    hands.press("Openen")
    hands.sees("Deze wachtzin klopt niet.")
    assert computer.front.shell is None
    hands.fill("Wachtzin", DIRECTOR_WORDS)
    hands.key(Qt.Key.Key_Return)
    hands.sees("Vandaag", "Zaken", "Inspecteur", "Dossiers")
    return hands


def settle_the_school(computer: Computer, hands: Hands) -> None:
    """The letterhead, the administrator as a user, and the mandate of the board to suspend."""
    hands.go("Beheer")
    for label, text in (
        ("BRIN", "99ZZ"),
        ("Straat en nummer", "Esdoornlaan 4"),
        ("Postcode", "7521 AB"),
        ("Plaats", "Enschede"),
        ("Telefoon", "053 123 45 67"),
        ("E-mail", "info@esdoorn.voorbeeld.nl"),
    ):
        hands.fill(label, text)
    hands.press("Bewaren")
    hands.sees("De gegevens van de school zijn bewaard.")
    hands.press("Gebruikers")
    hands.press("Gebruiker toevoegen")
    hands.fill("Naam", ADMINISTRATOR)
    hands.chip("Rol", "administratie")
    hands.fill("Wachtzin", ADMINISTRATOR_WORDS)
    hands.fill("Wachtzin, nog een keer", ADMINISTRATOR_WORDS)
    hands.press("Toevoegen")
    hands.sees(f"{ADMINISTRATOR} kan dit Meldboek nu openen.", "leerlingen, toestemmingen en de printbak; geen zaken")
    hands.press("Ondertekening en mandaten")
    hands.press("Schorsing · ladder leerling · WPO artikel 40c")
    hands.press("Bewaren")
    hands.sees("Ondertekening en mandaten zijn bewaard.")
    roles = {user.name: user.role for user in computer.meldboek.store.users()}
    assert roles == {DIRECTOR: Role.DIRECTOR, ADMINISTRATOR: Role.ADMINISTRATOR}
    assert [mandate.rung for mandate in computer.meldboek.school.mandates()] == ["pupil.SUSPENSION"]


def read_the_class_list(computer: Computer, hands: Hands, folder: Path) -> None:
    """Choose the file, look at what changes, take it over."""
    hands.go("Personen")
    hands.sees("Nog geen leerlingen")
    computer.front.dialogs.answers.append(write_class_list(folder / "klassenlijst.xlsx"))
    hands.press("Klassenlijst inlezen", first=True)
    hands.press("Bestand kiezen", first=True)
    hands.sees("klassenlijst.xlsx", "Kijk of de kolommen goed zijn herkend.", "Naam verzorger 1")
    hands.press("Verder")
    hands.sees("Er is nog niets overgenomen.", JIP, NOOR)
    assert computer.meldboek.people.pupils() == ()
    hands.press("Klassenlijst overnemen")
    hands.sees("De klassenlijst is overgenomen", "4 nieuw", "Kijk nu na wie er gezag heeft.")
    hands.press("Naar Personen")
    hands.sees("4 leerlingen · 2 groepen", "gezag niet bevestigd")


def confirm_authority(computer: Computer, hands: Hands) -> None:
    """The whole of group 8A at once; group 5A is left for later."""
    hands.choose("Groep", "Groep 8A")
    hands.press("Gezag bevestigen", first=True)
    hands.sees("Groep 8A · 5 ouders")
    hands.fill("Waaruit blijkt dat", "gezagsregister")
    hands.press("Gezag van 5 ouders bevestigen")
    hands.sees("Het gezag van 5 ouders is bevestigd.")
    people = computer.meldboek.people
    known = {
        number: {line.authority for line in people.pupil_by_number(number).guardians} for number in ("1001", "1004")
    }
    assert known == {"1001": {Authority.YES}, "1004": {Authority.ASSUMED}}
