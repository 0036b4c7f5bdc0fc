"""A measure from the ladder that cannot be decided until it holds, and its letter to the parents."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.letters.rules import Delivery
from app.measures.facts import Status
from tests.end_to_end.cast import BOARD, DIRECTOR, JIP, OTHERS, TO_PARENTS
from tests.end_to_end.computer import Computer
from tests.end_to_end.eyes import paper_text
from tests.end_to_end.hands import Hands

HEARD = (JIP, "H. Veenstra", "B. Veenstra")
WHY = "De foto is heel ernstig en stond dagen in de groep."
REPORT = "Vindt het erg en heeft spijt."


def decide(computer: Computer, hands: Hands) -> int:
    """Fourteen days is stopped with the reason; a week, after everybody was heard, is settled. Gives the measure."""
    hands.press("Maatregel")
    hands.sees("Ladder leerling", "Voorstel:", "Nog niet ingevuld")
    hands.click(hands.labelled("Schorsing.", QWidget))
    hands.sees("Maatregel: schorsing")
    hands.fill("Eerste dag", "17-11-2026")
    hands.fill("Laatste dag", "30-11-2026")
    hands.fill("Feiten waarop het besluit rust", "Jip plaatste een bewerkte foto van een klasgenoot in de appgroep.")
    hands.fill("Waarom deze maatregel, en niet een lichtere", "De foto is door veel kinderen gezien en bleef staan.")
    hands.choose("Functie", "directeur")
    hands.sees("Te lang: 14 dagen", "De laatste dag kan zijn: 23 november 2026", "houdt het vaststellen tegen")
    assert not hands.button("Besluit vaststellen").isEnabled()
    assert computer.casework.measures.overview() == ()
    hands.fill("Laatste dag", "23-11-2026")
    hands.sees("Binnen een week")
    hands.misses("Te lang", "houdt het vaststellen tegen")
    for name in HEARD:
        _hear(hands, name)
    hands.misses("is niet gehoord")
    hands.press("Besluit vaststellen")
    hands.sees("doorgaan kan met een reden", "Nog niet eerder: gesprek, waarschuwing.")
    hands.sees("Leg in een zin uit waarom u toch doorgaat.")
    assert computer.casework.measures.overview() == ()
    hands.fill("Waarom gaat u door", WHY)
    hands.press("Besluit vaststellen")
    hands.sees("Het besluit is vastgesteld. Maak nu de brieven.", "Na het besluit", "besloten")
    (line,) = computer.casework.measures.overview()
    assert (line.person, line.status, line.last_day) == (JIP, Status.DECIDED, date(2026, 11, 23))
    measure = computer.casework.measures.measure(line.id)
    assert measure.warnings_reason == WHY
    assert [one.report for one in measure.draft.hearings] == [REPORT] * len(HEARD)
    return line.id


def _hear(hands: Hands, name: str) -> None:
    hands.press(f"Gesprek vastleggen: {name}")
    hands.fill("Gehoord op", "vandaag")
    hands.fill("Gehoord om", "13:15")
    hands.press("Het doel van het gesprek is vooraf verteld")
    hands.fill("Verslag", REPORT)
    hands.press("Overnemen")


def write_the_letter(computer: Computer, hands: Hands, measure_id: int) -> int:
    """From the measure to the tray; nothing that is blank or that names another child goes out. Gives the letter."""
    hands.press("Brieven maken")
    hands.sees("Schorsing van Jip", "concept")
    letters = computer.casework.letters
    letter = next(line for line in letters.of_measure(measure_id) if line.template == "pupil_suspension")
    hands.row("Schorsing van Jip")
    hands.press("Bewerken")
    hands.sees("Verplichte delen", "inspectie", "bezwaar")
    edit = hands.field("Tekst", QPlainTextEdit)
    hands.click(edit)
    hands.control(Qt.Key.Key_End)
    hands.write(edit, " Het werk ligt klaar bij de administratie.")
    hands.press("Bewaren")
    hands.sees("De tekst is bewaard.")
    hands.press("Vaststellen")
    hands.chip("Wie drukt de brief af?", "In de printbak")
    hands.press("Vaststellen")
    hands.sees("De brief staat vast.", "Printbak · 1")
    made = letters.letter(letter.id)
    assert made.is_final
    assert made.delivery is Delivery.TRAY
    paper = paper_text(letters.preview(letter.id))
    for part in (TO_PARENTS, "Schorsing van Jip", "Het werk ligt klaar", "23 november 2026", BOARD, DIRECTOR):
        assert part in paper
    assert [name for name in OTHERS if name in paper] == []
    hands.press("Printbak · 1")
    hands.sees(TO_PARENTS, "Beukenstraat 31, 7521 CD ENSCHEDE", "gewone post")
    return letter.id
