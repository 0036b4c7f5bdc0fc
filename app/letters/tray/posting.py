"""What became of letters in the print tray, told to the tray and at once to the case when the user may see cases."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from app.letters.rules import Returned, Sending
from app.letters.service import Letters
from app.letters.tray.service import Tray


def post(
    tray: Tray,
    letters: Letters | None,
    ids: Collection[int],
    sending: Sending,
    proof: str = "",
    on: date | None = None,
) -> Callable[[], None] | None:
    """Say how these letters of the tray left the school. Gives what undoes it, when no case was told of it."""
    taken = tray.post_all(ids, sending, proof, on)
    if letters is None:
        return lambda: tray.put_back(taken)
    letters.settle()
    return None


def correct(tray: Tray, letters: Letters | None, letter_id: int, sending: Sending, proof: str, on: date) -> None:
    """Say better how and when a letter of the tray left the school."""
    tray.correct(letter_id, sending, proof, on)
    if letters is not None:
        letters.settle()


def came_back(tray: Tray, letters: Letters | None, letter_id: int, what: Returned, note: str = "") -> None:
    """Say what came back of a letter that left through the tray."""
    tray.came_back(letter_id, what, note)
    if letters is not None:
        letters.settle()
