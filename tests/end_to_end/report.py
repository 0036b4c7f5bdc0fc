"""From a phone call to a case: the report with a lock halfway, the triage, and a talk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.cases.rules import CaseSeverity, InvolvementRole, Scope, Status
from tests.end_to_end.cast import DIRECTOR, DIRECTOR_WORDS, JIP, LIES, RAVI, TITLE
from tests.end_to_end.computer import Computer
from tests.end_to_end.hands import Hands

WHO = "Typ een naam: leerling, ouder of medewerker"
PARTS = ((JIP, "deed het"), (RAVI, "getroffen"), (LIES, "getuige"))


def begin_and_lock(computer: Computer, hands: Hands) -> Hands:
    """Halfway the report somebody comes in: Ctrl+L keeps what was typed, closes the store and starts anew."""
    hands.control(Qt.Key.Key_N)
    hands.sees("Nieuwe melding", "Wat er daarna gebeurt")
    hands.fill("In één regel", TITLE)
    hands.person("Betrokkenen", "jip", JIP)
    hands.choose(f"Rol van {JIP}", "deed het")
    folder = computer.meldboek.store.folder
    hands.control(Qt.Key.Key_L)
    assert computer.relaunched == [folder]
    assert not (folder / ".geopend.json").exists()
    computer.ended_by_locking()
    hands = computer.unlock(DIRECTOR, DIRECTOR_WORDS)
    hands.sees("Niet afgemaakt · 1", "Wat u typte, is bewaard.")
    hands.press("Verder gaan")
    hands.sees("Wat u eerder typte, staat er weer.", TITLE, JIP)
    return hands


def finish_the_report(computer: Computer, hands: Hands) -> int:
    """The rest of the report; what lacks is said before anything is kept. Gives the case."""
    hands.fill("Het verhaal", "Moeder Kalloe belt: in de appgroep staat een bewerkte foto van Ravi.")
    hands.fill("Wanneer", "gisteren")
    hands.choose("Waar", "privé, werkt door op school")
    hands.fill("Platform", "WhatsApp")
    for name, part in PARTS[1:]:
        hands.person("Betrokkenen", name.split()[0].lower(), name)
        hands.choose(f"Rol van {name}", part)
    hands.choose(f"Waarover, {JIP}", "Bewerkte foto, meme of deepfake")
    hands.chip("Eerste inschatting", "middel")
    hands.fill("Leiding weet het sinds", "")
    hands.press("Zaak openen")
    hands.sees("Vul in sinds wanneer iemand van de leiding dit weet.")
    hands.fill("Leiding weet het sinds", "vandaag")
    hands.press("Zaak openen")
    hands.sees("De melding is bewaard.", "2026-2027/SM-001", TITLE, "De melding beoordelen")
    (line,) = computer.casework.cases.list()
    card = computer.casework.cases.case(line.id)
    assert {(party.name, party.role) for party in card.parties} == {
        (JIP, InvolvementRole.ACTOR),
        (RAVI, InvolvementRole.AFFECTED),
        (LIES, InvolvementRole.WITNESS),
    }
    return line.id


def triage(computer: Computer, hands: Hands, case_id: int) -> None:
    """Ten questions; one without an answer is said under it."""
    hands.press("Melding beoordelen")
    hands.chip("Heeft dit met school te maken, of merkt de school er iets van?", "ja")
    for question in (
        "Is er nu gevaar, of is er haast?",
        "Deed een medewerker, stagiair, vrijwilliger of ingehuurde kracht dit?",
        "Gaat het om iets seksueels?",
        "Is er naaktbeeld of ander seksueel beeld van iemand onder de 18?",
    ):
        hands.chip(question, "nee")
    hands.press("Beoordeling vastleggen")
    hands.sees("Kies ja, nee of weet ik nog niet.")
    hands.chip("Is het misschien strafbaar?", "ja")
    hands.sees("De school of het bestuur kan een melding of aangifte doen bij de politie.")
    for question in (
        "Zijn er tekenen dat een kind thuis niet veilig is?",
        "Is het een klacht over de school?",
        "Meldt iemand dat er op school iets ernstig mis is (een misstand)?",
    ):
        hands.chip(question, "nee")
    hands.chip("Hoe breed speelt het? (protocol A11)", "klein groepje: gesprek")
    hands.press("Beoordeling vastleggen")
    hands.sees("feiten", f"Het gesprek met {RAVI} voeren", "Ouders van Jip Veenstra inlichten")
    card = computer.casework.cases.case(case_id)
    assert (card.status, card.severity, card.scope) == (Status.FACTS, CaseSeverity.MEDIUM, Scope.SMALL_GROUP)


def talk(computer: Computer, hands: Hands, case_id: int) -> None:
    """A talk with Jip, filed for Jip, in the timeline."""
    hands.press("Gesprek vastleggen")
    hands.fill("Titel", "Gesprek met Jip en ouders")
    hands.fill("Tijd", "13:15")
    hands.fill("Verslag", "Jip zegt dat Ravi Kalloe het zelf grappig vond. Lies ter Horst was erbij.")
    hands.chip("Met wie is gesproken", JIP)
    hands.chip("Komt in het dossier van", JIP)
    hands.press("Hoor en wederhoor")
    hands.press("Toevoegen")
    hands.sees("Gesprek met Jip en ouders", "in het dossier van Jip Veenstra")
    entry = next(one for one in computer.casework.cases.timeline(case_id) if one.title.startswith("Gesprek"))
    assert entry.both_sides
    assert len(entry.filed_for) == 1
