"""Names found in running text."""

from __future__ import annotations

import pytest

from app.kernel.names import PersonName
from app.letters.names.mention_rules import UNSURE, Known, Names, replaced

TEUN = Known(PersonName("Teun", "", "Mulder"), "")
NAMES = Names(
    [
        TEUN,
        Known(PersonName("Noor", "de", "Graaf"), "leerling B"),
        Known(PersonName("Lisa", "", "Mulder"), "leerling C"),
        Known(PersonName("Zoë", "", "Jansen-de Wit"), "leerling D"),
        Known(PersonName("Annemarie", "van den", "Berg", "A.M."), "medewerker 1"),
        Known(PersonName("Bo", "", "Visser"), "leerling E"),
        Known(PersonName("Bo", "", "Smit"), "leerling F"),
        Known(PersonName("Mees", "'t", "Hart"), "leerling I"),
        Known(PersonName("", "", "Jeugdbescherming Oost"), "voogd van leerling B"),
        Known(PersonName("", "", ""), "niemand"),
        Known(PersonName("Roos", "", "Bakker"), "leerling G", is_close=False),
        Known(PersonName("Sanne", "", "Koolmees"), "leerling J", False, nicknames=("De Ree", "sneeuw_pop")),
        Known(PersonName("Hugo", "", "Bakker"), "leerling H", is_close=False),
    ],
    kept=("Basisschool De Wilgenhof",),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Noor de Graaf en Teun Mulder", "leerling B en Teun Mulder"),
        ("N. de Graaf, De Graaf, Graaf, Noor", "leerling B, leerling B, leerling B, leerling B"),
        ("noors tas, Noor's tas, Noors tas", "leerling B’s tas, leerling B’s tas, leerling B’s tas"),
        ("NOOR DE GRAAF", "leerling B"),
        ("Vandenberg, AvdBerg, AvdB, AM van den Berg", "medewerker 1, medewerker 1, medewerker 1, medewerker 1"),
        ("Noordzee en graven", "Noordzee en graven"),
        ("mevrouw Van den Berg", "medewerker 1"),
        ("de heer A.M. van den Berg", "medewerker 1"),
        ("juf Annemarie zei", "medewerker 1 zei"),
        ("Lisa Mulder en Lisa", "leerling C en leerling C"),
        ("Zoe Jansen-De Wit", "leerling D"),
        ("Bo Visser en Bo", f"leerling E en {UNSURE}"),
        ("met sanne, sneeuw_pop en Sneeuw_pop", f"met {UNSURE}, leerling J en leerling J"),
        ("toen kwam De Ree, een koolmees en Koolmees", f"toen kwam leerling J, een koolmees en {UNSURE}"),
        ("Roos Bakker en R. Bakker", "leerling G en leerling G"),
        ("Toen kwam Bakker, de bakker", f"Toen kwam {UNSURE}, de bakker"),
        ("Toen plukte Roos een roos. Roos ruikt.", f"Toen plukte {UNSURE} een roos. {UNSURE} ruikt."),
        ("visser op het water, bij Visser", "visser op het water, bij leerling E"),
        ("Jeugdbescherming Oost belt", "voogd van leerling B belt"),
        ("Basisschool De Wilgenhof", "Basisschool De Wilgenhof"),
        ("Noor G. en noor g, N.d.G.", "leerling B. en leerling B g, leerling B."),
        ("Bakker kwam", "Bakker kwam"),
        ("zag 't Hart en ’t Hart", "zag leerling I en leerling I"),
        ("Noor\n\nde Graaf", "leerling B\n\nleerling B"),
        ("", ""),
    ],
)
def test_names_of_others_are_replaced_and_own_names_stay(text: str, shown: str) -> None:
    assert replaced(text, NAMES.find(text)) == shown


def test_a_surname_that_is_also_anothers_stays_but_is_doubtful() -> None:
    (found,) = NAMES.find("familie Mulder")
    assert (found.shown, found.is_doubtful) == ("Mulder", True)


def test_an_own_name_that_somebody_far_off_shares_is_not_doubtful() -> None:
    names = Names([TEUN, Known(PersonName("Teun", "", "Prins"), "leerling B", is_close=False)], kept=("!",))
    (found,) = names.find("Teun was er")
    assert not found.is_doubtful


def test_a_name_in_small_letters_is_doubtful_when_it_stands_alone() -> None:
    (found,) = NAMES.find("noor is er ook")
    assert (found.text, found.shown, found.is_doubtful) == ("noor", "leerling B", True)


def test_a_full_name_is_never_doubtful() -> None:
    assert not any(found.is_doubtful for found in NAMES.find("Noor de Graaf, roos bakker, N. de Graaf"))


def test_the_words_of_a_name_may_be_split_by_a_line_or_hyphen() -> None:
    assert len(NAMES.find("Noor de\nGraaf en Zoë Jansen - de Wit")) == 2


def test_a_far_name_that_is_also_a_word_is_only_looked_at_where_a_sentence_begins() -> None:
    (found,) = NAMES.find("Bakker kwam langs")
    assert (found.shown, found.is_doubtful) == ("Bakker", True)


def test_a_nickname_of_signs_alone_names_nobody() -> None:
    names = Names([Known(PersonName("Noor", "", "Smit"), "leerling B", nicknames=("!!", "Nootje"))])
    assert replaced("Nootje!! en Noor!!", names.find("Nootje!! en Noor!!")) == "leerling B!! en leerling B!!"
