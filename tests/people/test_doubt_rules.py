"""What is asked about before a typed pupil is kept."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Invalid
from app.kernel.names import PersonName
from app.people.doubt_rules import check_group, doubts, is_school_age
from app.people.rules import NewPupil, PupilLine
from app.sentences import sentence, title

TODAY = date(2026, 11, 16)
NAME = PersonName("Saar", "van", "Dijk")
GROUPS = ("4A", "5A")


def before(group: str, birth: date | None) -> PupilLine:
    return PupilLine(7, "9", NAME, group, None, birth, active=True)


def test_rules_know_the_ages_of_a_primary_school() -> None:
    assert is_school_age(date(2016, 3, 4), TODAY)
    assert is_school_age(date(2026, 11, 17), TODAY)  # judged elsewhere
    assert not is_school_age(date(2025, 11, 20), TODAY)
    assert not is_school_age(date(2010, 11, 16), TODAY)


@pytest.mark.parametrize("group", ["99Z", "9", "7/9", "12 b", "100"])
def test_rules_refuse_a_year_that_does_not_exist(group: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_group(group)
    assert sentence(refused.value) == f"Groep {group} kan niet: een basisschool heeft groep 1 tot en met 8."


@pytest.mark.parametrize("group", ["", "8B", "7/8", "0", "Plusklas", "Dolfijnen 12"])
def test_rules_leave_other_groups(group: str) -> None:
    check_group(group)


def test_rules_ask_about_an_age_and_a_new_group() -> None:
    new = NewPupil(NAME, birth_date=date(2025, 11, 20), group="3A")
    age, group = doubts(new, None, GROUPS, TODAY)
    assert title(age) == "0 jaar: klopt dat?"
    assert sentence(age).startswith("Wie op 20 november 2025 is geboren, is nu 0 jaar.")
    assert title(group) == "Groep 3A bestaat nog niet. Nieuwe groep maken?"
    assert sentence(group) == "Deze groepen hebben nu leerlingen: 4A, 5A."
    (first,) = doubts(NewPupil(NAME, group="3A"), None, (), TODAY)
    assert sentence(first) == "Er zijn nog geen groepen met leerlingen."


def test_rules_ask_nothing_of_what_fits_or_stood_there_already() -> None:
    assert doubts(NewPupil(NAME, birth_date=date(2016, 3, 4), group="5A"), None, GROUPS, TODAY) == ()
    assert doubts(NewPupil(NAME), None, GROUPS, TODAY) == ()
    odd = NewPupil(NAME, birth_date=date(2009, 3, 4), group="9Z")
    assert doubts(odd, before("9Z", date(2009, 3, 4)), GROUPS, TODAY) == ()
    with pytest.raises(Invalid, match="no_such_year"):
        doubts(odd, before("5A", None), GROUPS, TODAY)
    with pytest.raises(Invalid, match="name_missing"):
        doubts(NewPupil(PersonName("", "", "")), None, GROUPS, TODAY)
