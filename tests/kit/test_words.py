"""What is read aloud of a note: a title and a text as sentences, each with one full stop."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.kit.finding import Notice
from ui.kit.words import aloud


@pytest.mark.parametrize(
    ("title", "text", "read"),
    [
        ("Te lang: 14 dagen", "Kies een andere dag.", "Te lang: 14 dagen. Kies een andere dag."),
        ("Nee, zo niet.", "Laat weg: Noor.", "Nee, zo niet. Laat weg: Noor."),
        ("Mag dit?", "Ja.", "Mag dit? Ja."),
        ("Klaar", "", "Klaar."),
        ("Klaar.", "", "Klaar."),
        ("", "Alleen een tekst.", "Alleen een tekst."),
    ],
)
def test_a_note_is_read_aloud_with_one_full_stop_after_each_sentence(title: str, text: str, read: str) -> None:
    assert aloud(title, text) == read


def test_a_notice_is_named_as_it_is_read_aloud(qtbot: QtBot) -> None:
    notice = Notice("danger", "2 leerlingen mogen niet.", "Laat weg of maak onherkenbaar: Noor, Pien.")
    qtbot.addWidget(notice)
    assert notice.accessibleName() == "2 leerlingen mogen niet. Laat weg of maak onherkenbaar: Noor, Pien."
