"""The administrator's share: the print tray without a trace of the case; and what the director sees of it later."""

from __future__ import annotations

from datetime import timedelta

from app.letters.rules import Sending
from tests.end_to_end.cast import (
    ADMINISTRATOR,
    ADMINISTRATOR_WORDS,
    DIRECTOR,
    DIRECTOR_WORDS,
    TITLE,
    TO_PARENTS,
)
from tests.end_to_end.computer import Computer
from tests.end_to_end.eyes import traces
from ui.shell.navigation import NavigationButton

PAGES = ["Vandaag", "Personen", "Toestemmingen", "Brieven", "Beheer"]
SECRETS = ("SM-0", TITLE, "chorsing", "spijt", "appgroep", "bewerkte foto", "rouwensinspecteur", "Zaken", "Dossier")


def post_the_letter(computer: Computer) -> None:
    """She sees her five pages, marks the letter posted, and nothing in her whole window tells of the case."""
    computer.clock.at += timedelta(minutes=20)
    hands = computer.unlock(ADMINISTRATOR, ADMINISTRATOR_WORDS)
    computer.settle()
    assert computer.meldboek.casework is None
    buttons = computer.front.findChildren(NavigationButton)
    assert [button.text() for button in buttons] == PAGES
    for page in PAGES:
        hands.go(page)
    for section in ("School", "Gebruikers", "Reservekopieën", "Taal en weergave"):
        hands.press(section)
    _find_nothing(computer)
    hands.go("Brieven")
    hands.sees("Printbak", "1 brief in de printbak", TO_PARENTS)
    hands.row(TO_PARENTS)
    hands.sees("Druk de brief af, doe hem dicht en verstuur hem.", "Gewone post")
    hands.press("Verstuurd")
    hands.chip("Hoe is de brief weggegaan?", "per post")
    _find_nothing(computer)
    hands.press("Vastleggen")
    hands.sees("Vastgelegd dat de brief is verstuurd.", "De printbak is leeg")
    assert computer.meldboek.tray.waiting() == ()
    hands.press("Verwerkt")
    hands.row(TO_PARENTS)
    hands.sees("per post", "Weg op", ADMINISTRATOR)
    _find_nothing(computer)
    computer.quit()


def _find_nothing(computer: Computer) -> None:
    held = traces(computer.front)
    assert [secret for secret in SECRETS if secret in held] == []


def see_that_it_was_posted(computer: Computer, case_id: int, measure_id: int, letter_id: int) -> None:
    """The director opens again: the letter is gone from the tray, and the case and the measure know of it."""
    hands = computer.unlock(DIRECTOR, DIRECTOR_WORDS)
    hands.go("Brieven")
    hands.press("Vastgesteld · 1")
    hands.sees("Schorsing van Jip", "per post")
    hands.go("Zaken")
    hands.row(TITLE)
    hands.sees("Verstuurd: Schorsing van Jip", f"door {ADMINISTRATOR}")
    letter = computer.casework.letters.letter(letter_id)
    assert letter.sending is Sending.POST
    assert computer.casework.measures.measure(measure_id).communicated_on == computer.clock.today()
    titles = [entry.title for entry in computer.casework.cases.timeline(case_id)]
    assert titles.count("Verstuurd: Schorsing van Jip") == 1
    assert computer.meldboek.store.verify().is_sound
    computer.quit()
