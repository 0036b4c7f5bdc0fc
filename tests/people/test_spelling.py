"""Groups, telephones, addresses and names written alike."""

from __future__ import annotations

import pytest

from app.kernel.errors import Invalid
from app.people import spelling
from app.people.rules import Address


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("5a", "5A"),
        ("Groep 5A", "5A"),
        ("gr. 5A", "5A"),
        ("groep5a", "5A"),
        ("gr5", "5"),
        ("Groep: 5B", "5B"),
        ("klas 6", "6"),
        ("3-4", "3/4"),
        ("Groep 1 / 2", "1/2"),
        ("1/2 a", "1/2A"),
        ("1-2 rood", "1/2 rood"),
        ("Kabouters", "Kabouters"),
        ("Groep", "Groep"),
        ("Unit\xa01", "Unit 1"),
        ("", ""),
    ],
)
def test_a_group_has_one_name(typed: str, name: str) -> None:
    assert spelling.normal_group(typed) == name


def test_the_year_is_told_by_a_plain_group_only() -> None:
    assert [spelling.year_group_of(name) for name in ("5A", "8", "3/4", "Kabouters", "9")] == [5, 8, None, None, None]


def test_groups_run_from_young_to_old_and_named_ones_last() -> None:
    assert sorted(["Unit", "10", "5B", "1/2", "5A"], key=spelling.group_order) == ["1/2", "5A", "5B", "10", "Unit"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06-12345678", "0612345678"),
        ("612345678", "0612345678"),
        ("31612345678", "0612345678"),
        ("+31 6 1234 5678", "0612345678"),
        ("+31 (0)53 432 80 80", "0534328080"),
        ("+32 470 12 34 56", "+32470123456"),
        ("112", "112"),
        ("", ""),
    ],
)
def test_a_telephone_number_keeps_ten_digits(typed: str, kept: str) -> None:
    assert spelling.normal_phone(typed) == kept


def test_an_address_for_mail_is_lower_case_and_complete() -> None:
    assert spelling.check_email(" mailto:Hans@Voorbeeld.NL ") == "hans@voorbeeld.nl"
    assert spelling.check_email(" ") == ""
    with pytest.raises(Invalid, match=r"people\.email_wrong"):
        spelling.check_email("hans@voorbeeld")


def test_search_words_have_no_accents_capitals_or_hyphens() -> None:
    assert spelling.search_words("Élise van 't", "Smit-Öztürk_Yılmaz") == (
        *("elise", "van", "t", "smit", "ozturk", "yilmaz"),
    )


def test_a_telephone_and_a_postcode_can_exist_or_are_empty() -> None:
    with pytest.raises(Invalid, match=r"people\.phone_wrong"):
        spelling.check_contact("12345")
    with pytest.raises(Invalid, match=r"people\.postcode_wrong"):
        spelling.check_contact("", Address(postcode="12 AB"))
    spelling.check_contact("612345678")
    spelling.check_contact("06-12345678", Address(postcode="7534ab"))
    spelling.check_contact("", Address())
    spelling.check_contact("")
