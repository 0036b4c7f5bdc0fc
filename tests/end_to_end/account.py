"""Asking the inspector, and giving account: the call sheet with its clock, and the dossier on paper."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from app.inspector.rules import Domain, Suspicion
from tests.end_to_end.cast import JIP, OTHERS, TITLE
from tests.end_to_end.computer import Computer
from tests.end_to_end.eyes import paper_text
from tests.end_to_end.hands import Hands

ASKED = "Hoe pakken we het in de groep aan?"
ADVICE = "Praat met de groep en kijk over twee weken terug."
PURPOSE = "inzage door mevrouw Veenstra"


def call_the_inspector(computer: Computer, hands: Hands, case_id: int) -> None:
    """Six minutes on the telephone; without a subject the call cannot be finished."""
    hands.go("Inspecteur")
    hands.choose("Zaak", "SM-001")
    hands.sees("0900 - 111 3 111", "nu open, tot 17:00", "zonder namen, uit de zaak gehaald", "nog niet begonnen")
    hands.press("Vrijwillig advies")
    hands.press("Gesprek beginnen")
    hands.sees("00:00", "begonnen ma 16 nov")
    computer.clock.at += timedelta(minutes=6)
    notes = hands.labelled("Aantekeningen tijdens het gesprek", QPlainTextEdit)
    hands.type_over(notes, ASKED)
    hands.press("Gesprek afronden")
    hands.sees("Kies een domein", "Kies waar het gesprek over ging.")
    hands.press("psychisch geweld")
    hands.fill("Advies", ADVICE)
    hands.chip("Redelijk vermoeden, volgens de inspecteur?", "nee")
    hands.press("Gesprek afronden")
    hands.sees("Het gesprek is vastgelegd.", "Logboek · 1", "Praat met de groep")
    (line,) = computer.casework.inspector.log("2026-2027")
    call = computer.casework.inspector.view(line.id)
    assert (call.case_id, call.length) == (case_id, timedelta(minutes=6))
    assert (call.notes.notes, call.notes.advice) == (ASKED, ADVICE)
    assert (call.notes.domain, call.notes.suspicion) == (Domain.MENTAL_VIOLENCE, Suspicion.NO)


def read_the_timeline(hands: Hands) -> None:
    """Everything that was done stands in the case, newest first."""
    hands.go("Zaken")
    hands.sees(
        TITLE,
        "Verloop",
        "Brief: Schorsing van Jip",
        f"Besluit: schorsing · {JIP}",
        "Gesprek met Jip en ouders",
        "Melding beoordeeld",
        "Zaak geopend",
    )


def save_the_dossier(computer: Computer, hands: Hands, folder: Path) -> None:
    """The dossier of Jip as a file; no other child can be read in it."""
    path = folder / "dossier.pdf"
    hands.go("Dossiers")
    hands.person("Persoon", "veenstra jip", JIP)
    hands.sees("2 keer vervangen", "leerling B", "leerling C")
    hands.fill("Gemaakt voor", PURPOSE)
    computer.front.dialogs.answers.append(path)
    hands.press("Dossier opslaan")
    hands.sees("Opgeslagen als dossier.pdf.")
    text = paper_text(path.read_bytes())
    for part in (JIP, "Gesprek met Jip en ouders", "Besluit: schorsing", "bewerkte foto van een klasgenoot"):
        assert part in text
    assert PURPOSE in text
    assert "Toestemmingen" not in text  # nobody asked for them
    assert [name for name in OTHERS if name in text] == []
    drawer = computer.meldboek.store.casework
    assert drawer is not None
    assert "dossier.exported" in {line.action for line in drawer.log(5)}
