"""Columns that spaces put below each other, and the encodings of old programs."""

from __future__ import annotations

import pytest

from app.imports.formats import aligned
from app.imports.formats.decoding import decoded

LIST = """Roepnaam  Achternaam  Groep
Noor      Graaf, de   5A
Groepslijst van groep 6
Mees      Bos         6
"""


def test_a_title_between_the_rows_stays_whole() -> None:
    assert aligned.rows(LIST) == [
        ["Roepnaam", "Achternaam", "Groep"],
        ["Noor", "Graaf, de", "5A"],
        ["Groepslijst van groep 6"],
        ["Mees", "Bos", "6"],
    ]


def test_a_text_without_headings_has_no_aligned_rows() -> None:
    assert aligned.rows("Beste ouders,\n\nMorgen  is  er  geen school.\n") == []
    assert aligned.rows("") == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
def test_names_with_accents_are_read_in_every_encoding(encoding: str) -> None:
    text = "Zoë;Günther\nJosé;Núñez\n"
    assert decoded(text.encode(encoding)) == text


def test_apostrophes_and_capitals_of_windows_stay_those_of_windows() -> None:
    text = "Ans;’t Hart\nŽeljko;Ćosić\nÉva;d’Arc\nŠime;Ruš\n".replace("Ć", "C").replace("ć", "c")
    assert decoded(text.encode("cp1252")) == text
