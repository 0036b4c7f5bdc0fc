"""What a school's profile must look like, and who decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.kernel.errors import Invalid
from app.protocol.service import load_protocol
from app.school import rules
from app.school.rules import Mandate, NewProfile

PROFILE = NewProfile(
    name="Basisschool De Wilgenhof",
    board_name="Stichting Openbare Weide",
    brin="12ab",
    postcode="7534ab",
    phone="053 432 80 80",
    email="info@wilgenhof.example",
)
PROTOCOL = load_protocol()


def test_a_complete_profile_is_accepted() -> None:
    rules.check_profile(PROFILE)


def test_a_profile_with_only_both_names_is_accepted() -> None:
    rules.check_profile(NewProfile(name="De Wilgenhof", board_name="Stichting Weide"))


@pytest.mark.parametrize(
    ("profile", "field", "code"),
    [
        (replace(PROFILE, name=" "), "name", "school.name_missing"),
        (replace(PROFILE, board_name=""), "board_name", "school.board_name_missing"),
        (replace(PROFILE, brin="1ABC"), "brin", "school.brin"),
        (replace(PROFILE, postcode="0534 AB"), "postcode", "school.postcode"),
        (replace(PROFILE, postcode="7534 SS"), "postcode", "school.postcode"),
        (replace(PROFILE, phone="12345"), "phone", "school.phone"),
        (replace(PROFILE, email="info@wilgenhof"), "email", "school.email"),
        (replace(PROFILE, dpo_email="fg at bestuur.nl"), "dpo_email", "school.email"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(profile: NewProfile, field: str, code: str) -> None:
    with pytest.raises(Invalid) as error:
        rules.check_profile(profile)
    assert (error.value.field, error.value.code) == (field, code)


def test_the_board_decides_everything() -> None:
    assert all(rules.may_decide(rung, (), "board") for rung in PROTOCOL.rungs())


def test_a_director_may_warn_without_a_mandate() -> None:
    assert rules.may_decide(PROTOCOL.rung("pupil.WARNING"), (), "director")


def test_a_director_suspends_only_with_the_boards_mandate() -> None:
    suspension, mandate = PROTOCOL.rung("pupil.SUSPENSION"), Mandate("pupil.SUSPENSION", "director")
    assert not rules.may_decide(suspension, (), "director")
    assert rules.may_decide(suspension, (mandate,), "director")


def test_a_director_never_dismisses() -> None:
    dismissal = PROTOCOL.rung("employee.DISMISSAL")
    assert not rules.may_decide(dismissal, (Mandate("employee.DISMISSAL", "director"),), "director")


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_others_decide_nothing(role: str) -> None:
    assert not rules.may_decide(PROTOCOL.rung("pupil.WARNING"), (Mandate("pupil.WARNING", role),), role)
