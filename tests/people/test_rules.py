"""Authority, enrolment, age and blocks on a date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.kernel.errors import Invalid
from app.kernel.names import PersonName
from app.people import rules
from app.people.rules import Authority, AuthorityRecord, BlockLine, NewEmployee, NewPupil, Period

MORNING, NOON = datetime(2026, 9, 3, 8, tzinfo=UTC), datetime(2026, 9, 3, 12, tzinfo=UTC)
ON = date(2026, 11, 16)


def record(authority: Authority, since: date | None, at: datetime = MORNING) -> AuthorityRecord:
    return AuthorityRecord(authority, since, "bron", at)


def test_without_a_statement_nothing_is_known_of_authority() -> None:
    assert rules.authority_on([], ON) is None
    assert rules.authority_on([record(Authority.YES, date(2026, 11, 17))], ON) is None


def test_the_newest_statement_that_has_begun_holds() -> None:
    assumed, yes = record(Authority.ASSUMED, None), record(Authority.YES, date(2026, 9, 3))
    later = record(Authority.NO, date(2026, 12, 1))
    assert rules.authority_on([later, yes, assumed], ON) is yes
    assert rules.authority_on([later, yes, assumed], date(2026, 9, 2)) is assumed


def test_of_one_day_the_last_recorded_statement_holds() -> None:
    first, corrected = record(Authority.YES, ON, MORNING), record(Authority.NO, ON, NOON)
    assert rules.authority_on([corrected, first], ON) is corrected


@pytest.mark.parametrize(
    ("enrol", "leave", "enrolled"),
    [
        (None, None, True),
        (ON, None, True),
        (date(2026, 11, 17), None, False),
        (None, ON, False),
        (None, date(2026, 11, 17), True),
    ],
)
def test_a_pupil_is_enrolled_up_to_the_day_of_leaving(enrol: date | None, leave: date | None, enrolled: bool) -> None:
    assert rules.is_enrolled(enrol, leave, ON) is enrolled


def test_a_birthday_on_the_leap_day_comes_on_the_first_of_march() -> None:
    born = date(2016, 2, 29)
    assert [rules.age_on(born, on) for on in (date(2027, 2, 28), date(2027, 3, 1), date(2028, 2, 29))] == [10, 11, 12]


def test_a_block_holds_from_and_with_its_days() -> None:
    block = BlockLine(1, Period(ON, ON), "geheim adres")
    assert rules.is_blocked([block], ON)
    assert not rules.is_blocked([block], date(2026, 11, 17))
    assert not rules.is_blocked([block], date(2026, 11, 15))
    assert Period().holds(ON)


def test_a_person_has_some_name() -> None:
    with pytest.raises(Invalid, match=r"people\.name_missing"):
        rules.check_name(PersonName(" ", "de", ""))
    rules.check_name(PersonName("Noor", "", ""))


def test_a_pupil_is_born_and_stays_a_while() -> None:
    name = PersonName("Noor", "", "Bos")
    with pytest.raises(Invalid, match=r"people\.birth_date_in_future"):
        rules.check_pupil(NewPupil(name, birth_date=date(2026, 11, 17)), ON)
    with pytest.raises(Invalid, match=r"people\.end_before_start"):
        rules.check_pupil(NewPupil(name, enrol_date=ON, leave_date=date(2026, 1, 1)), ON)
    rules.check_pupil(NewPupil(name, birth_date=ON, enrol_date=ON, leave_date=ON), ON)


def test_who_confirms_authority_tells_the_source_and_does_not_look_ahead() -> None:
    with pytest.raises(Invalid, match=r"people\.authority_source_missing"):
        rules.check_authority(Authority.NO, ON, " ", ON)
    with pytest.raises(Invalid, match=r"people\.authority_in_future"):
        rules.check_authority(Authority.YES, date(2026, 11, 17), "register", ON)
    rules.check_authority(Authority.ASSUMED, None, "", ON)
    rules.check_authority(Authority.YES, ON, "register", ON)


def test_an_employee_has_a_name_and_leaves_after_arriving() -> None:
    name = PersonName("Anja", "", "Smit")
    with pytest.raises(Invalid, match=r"people\.name_missing"):
        rules.check_employee(NewEmployee(PersonName("", "", " ")))
    with pytest.raises(Invalid, match=r"people\.end_before_start"):
        rules.check_employee(NewEmployee(name, start_date=ON, end_date=date(2026, 1, 1)))
    rules.check_employee(NewEmployee(name, start_date=ON, end_date=ON))
