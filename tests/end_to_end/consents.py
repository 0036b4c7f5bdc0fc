"""Consent: the paper forms of a group by keyboard, and the question at the photo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.consents.rules import Medium, Reason
from tests.end_to_end.cast import JIP, LIES, RAVI
from tests.end_to_end.computer import Computer
from tests.end_to_end.hands import Hands
from ui.consents.answers import AnswerTable

INSTAGRAM = "SOCIAL_PUBLIC.INSTAGRAM"


def enter_the_forms(computer: Computer, hands: Hands) -> None:
    """Jip's parents say yes to all; one parent of Lies says no to Instagram; Ravi's form never came."""
    hands.go("Toestemmingen")
    hands.menu("Groep 5A", "Groep 8A")
    hands.sees("Groep 8A · 3 leerlingen", "ontbreekt 3")
    hands.press("Formulieren invoeren")
    for parent in ("Hilde Veenstra", "Bas Veenstra"):
        _form(hands, JIP, parent)
    _form(hands, LIES, "Anke ter Horst")
    _form(hands, LIES, "Wim ter Horst", no_to="Instagram")
    hands.sees(f"Vastgelegd: {LIES}.", RAVI)
    hands.press("Invoeren sluiten")
    hands.sees("ontbreekt 1", "ouders oneens 1")
    assert hands.cell("Jip", "Instagram").endswith("ja")
    assert "oneens" in hands.cell("Lies", "Instagram")
    assert hands.cell("Lies", "Schoolgids").endswith("ja")
    hands.row("Lies", 6)
    hands.sees("Wim ter Horst")


def _form(hands: Hands, child: str, parent: str, no_to: str = "") -> None:
    """One paper form: who signed, where it lies, and the answers by the keys J, N and A."""
    hands.sees(child)
    assert hands.field("Wie antwoordt", QComboBox).currentText().startswith(parent)
    hands.fill("Waar ligt het bewijs", "map toestemmingen 8A")
    table = hands.labelled("Antwoorden", AnswerTable)
    at = next((at for at, line in enumerate(table.lines) if line.label == no_to), None)
    hands.click(table.viewport(), table.visualRect(table.lines_model.index(0, 0)).center())
    for _row in range(at or 0):
        hands.key(Qt.Key.Key_Down)
    if at is not None:
        hands.key(Qt.Key.Key_N)
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_Return)


def ask_at_the_photo(computer: Computer, hands: Hands) -> None:
    """A photo of the whole group on Instagram, then of Jip alone, then of Jip and Lies in the school guide."""
    hands.press("Mag dit kind op beeld?")
    hands.choose("Waar komt het te staan", "Instagram")
    hands.sees("Vink aan wie er op de foto staat.")
    hands.press("Hele groep aanvinken")
    hands.sees(
        "Nee, zo niet. Van 3 leerlingen: 2 leerlingen mogen niet.",
        f"Laat weg of maak onherkenbaar: {LIES}, {RAVI}.",
        "De ouders zijn het oneens. Eén ‘nee’ beslist.",
        "Er is nog geen antwoord. Geen antwoord telt als nee.",
    )
    hands.row(LIES)
    hands.row(RAVI)
    hands.sees("Ja. Deze opname mag: 1 leerling.")
    hands.row(LIES)
    hands.choose("Waar komt het te staan", "Schoolgids")
    hands.sees("Ja. Deze opname mag: 2 leerlingen.")
    hands.press("Sluiten")
    meldboek = computer.meldboek
    ids = [meldboek.people.pupil_by_number(number).id for number in ("1001", "1002", "1003")]
    told = {line.pupil_id: line.reason for line in meldboek.consents.may(INSTAGRAM, Medium.PHOTO, ids)}
    assert [told[pupil] for pupil in ids] == [Reason.ALLOWED, Reason.NO_ANSWER, Reason.PARENTS_DISAGREE]
