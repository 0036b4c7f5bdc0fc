"""However a name, a number, an address or an account is written, it does not stay in somebody else's dossier."""

from __future__ import annotations

import re

import pytest

from app.dossiers.masking_rules import Mask, Other
from app.kernel.names import PersonName
from app.people.rules import PersonKind

OTHERS = (
    Other(2, PersonKind.PUPIL, PersonName("Max", "", "Kuipers"), nicknames=("Maxie", "max_k2015")),
    Other(3, PersonKind.PUPIL, PersonName("Renée", "d'", "Ancona")),
    Other(4, PersonKind.PUPIL, PersonName("Björn", "van 't", "Hof")),
    Other(5, PersonKind.PUPIL, PersonName("Sophie-Anne", "ter", "Braak")),
    Other(6, PersonKind.GUARDIAN, PersonName("Karin", "van der", "Heijden-de Boer"), child_id=2),
    Other(7, PersonKind.EMPLOYEE, PersonName("Marieke", "op den", "Kamp"), nicknames=("juf Mies", "juf")),
)
_TELLING = """max kuipers ren ancona bj hof sophie braak karin heijden boer mies kamp 12345678 abna beukenstraat"""
TELLING = re.findall(r"\S+", _TELLING)


def mask() -> Mask:
    return Mask(Other(1, PersonKind.PUPIL, PersonName("Noor", "de", "Graaf")), (), OTHERS)


@pytest.mark.parametrize(
    "written",
    [
        *("Max' tas", "Max’ tas", "Max's tas", "Maxje", "MAX", "max_k2015", "M a x", "M-a-x", "m.a.x"),
        *(
            "Max\u2060Kuipers",
            "Ｍａｘ",
            "M.K.",
            "chat-max-kuipers.txt",
            "ChatMaxKuipers.pdf",
            "Kuipers, Max",
            "Kuipers, M.",
        ),
        *("Renées tas", "Renee", "d’Ancona", "D'Ancona", "Dancona", "Bjorn", "Björns", "Van ‘t Hof", "v. 't Hof"),
        *("Sophie Anne", "Sophieanne", "S.A. ter Braak", "mw. Van der Heijden", "K. v.d. Heijden", "vd Heijden"),
        *("mevrouw De Boer", "Heijden-de Boer", "juf Mies", "Mies", "juf Op den Kamp", "maxkuipers@hotmail.com"),
        *("06-12345678", "0612345678", "+31 6 12345678", "0031 6 1234 5678", "(06) 12 34 56 78", "06/12345678"),
        *("6 12345678", "0 6 1 2 3 4 5 6 7 8", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "maxk#1234"),
        *("Beukenstraat 31", "Beukenstraat 31a", "beukenstraat 31"),
    ],
)
def test_rules_no_way_of_writing_stays(written: str) -> None:
    shown = mask().text(f"Toen zag ik {written} lopen").casefold()
    assert [word for word in TELLING if word in shown] == []
    assert shown.startswith("toen zag ik ")
    assert shown.endswith(" lopen")


@pytest.mark.parametrize("written", ["snapchat: kuipje", "account ‘kuipje’", "gebruikersnaam: kuipje", "T0612345678"])
def test_rules_what_may_be_an_account_is_looked_at(written: str) -> None:
    looked = mask()
    looked.text(f"Het was {written} gisteren")
    assert [doubt.text for doubt in looked.doubts] in (["kuipje"], ["T0612345678"])


@pytest.mark.parametrize(
    "written",
    ["op 16-11-2026 om 14:05", "op het schoolplein 3 jongens", "A.B.C.", "zaak 2026-2027/SM-001", "6 - 8"],
)
def test_rules_what_is_no_name_or_number_stays(written: str) -> None:
    assert mask().text(f"Dat was {written}.") == f"Dat was {written}."
