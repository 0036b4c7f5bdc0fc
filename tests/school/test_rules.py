"""What a school's profile must look like, and who decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.kernel.errors import Invalid
from app.school import rules
from app.school.rules import Mandate, NewProfile

PROFILE = NewProfile(
    name="Basisschool De Wilgenhof",
    board_name="Stichting Openbare Weide",
    brin="12AB",
    postcode="7534 AB",
    phone="053 432 80 80",
    email="info@wilgenhof.example",
)


def test_a_complete_profile_is_accepted() -> None:
    rules.check_profile(PROFILE)


def test_a_profile_with_only_both_names_is_accepted() -> None:
    rules.check_profile(NewProfile(name="De Wilgenhof", board_name="Stichting Weide"))


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("name", " ", "school.name_missing"),
        ("board_name", "", "school.board_name_missing"),
        ("brin", "1ABC", "school.brin"),
        ("postcode", "0534 AB", "school.postcode"),
        ("postcode", "7534 SS", "school.postcode"),
        ("phone", "12345", "school.phone"),
        ("email", "info@wilgenhof", "school.email"),
        ("dpo_email", "fg at bestuur.nl", "school.email"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(field: str, text: str, code: str) -> None:
    with pytest.raises(Invalid) as error:
        rules.check_profile(replace(PROFILE, **{field: text}))
    assert (error.value.field, error.value.code) == (field, code)


@pytest.mark.parametrize("text", ["12AB", "12AB03", "12ab"])
def test_a_school_or_location_code_is_a_brin(text: str) -> None:
    assert rules.is_brin(text)


@pytest.mark.parametrize("text", ["0900-1113111", "0800-8051", "+31 6 12345678", "06-1234 5678", "0900 8844"])
def test_service_numbers_and_foreign_notation_are_telephone_numbers(text: str) -> None:
    assert rules.is_phone(text)


@pytest.mark.parametrize("text", ["7534AB", "7534 ab"])
def test_a_postcode_may_miss_its_space_or_capitals(text: str) -> None:
    assert rules.is_postcode(text)


def test_the_board_decides_everything() -> None:
    assert all(rules.may_decide((), rung, "board") for rung in rules.RESERVED_RUNGS)


def test_a_director_may_warn_without_a_mandate() -> None:
    assert rules.may_decide((), "pupil.WARNING", "director")


def test_a_director_suspends_only_with_the_boards_mandate() -> None:
    mandate = Mandate("pupil.SUSPENSION", "director")
    assert not rules.may_decide((), "pupil.SUSPENSION", "director")
    assert rules.may_decide((mandate,), "pupil.SUSPENSION", "director")


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_others_decide_nothing(role: str) -> None:
    assert not rules.may_decide((Mandate("pupil.WARNING", role),), "pupil.WARNING", role)
