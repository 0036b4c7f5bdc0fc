"""Which text an answer was given on, when a pupil's own word counts, and the list that needs a purpose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app import sentences
from app.consents.answers.forms import Answer, NewAnswers, NewRequest, NewWithdrawal
from app.consents.rules import EventKind
from app.consents.service import Consents
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from tests import builders
from tests.builders import Cast

TODAY = date(2026, 11, 16)
GUIDE = "SCHOOL_GUIDE"


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def cast(people: People) -> Cast:
    return builders.cast(people)


@pytest.fixture
def consents(register: Drawer, people: People, clock: FixedClock) -> Consents:
    return Consents(register, people, load_protocol(), clock)


@pytest.mark.parametrize(
    ("number", "given_on", "version"),
    [
        ("WH-1", date(2026, 10, 20), "1"),
        ("", date(2026, 10, 20), "2"),
        ("WH-9", date(2026, 10, 20), "2"),
        ("", date(2026, 9, 20), "1"),
        ("WH-2", date(2026, 9, 20), "1"),
        ("", date(2026, 8, 1), ""),
    ],
)
def test_an_answer_keeps_the_version_of_the_form_of_this_pupil(
    consents: Consents, people: People, cast: Cast, number: str, given_on: date, version: str
) -> None:
    consents.ask(
        [
            NewRequest(cast.noor, date(2026, 10, 1), "WH-2", "2"),
            NewRequest(cast.noor, date(2026, 9, 1), "WH-1", "1"),
            NewRequest(cast.stijn, date(2026, 10, 10), "WH-9", "9"),
        ]
    )
    guardian = people.pupil(cast.noor).guardians[0].id
    new = NewAnswers(cast.noor, guardian, (Answer(GUIDE, True),), given_on, evidence="map", form_number=number)
    consents.record(new)
    (line,) = [line for line in consents.history(cast.noor) if line.kind is EventKind.GIVEN]
    assert line.text_version == version


def test_a_pupil_takes_consent_back_alone_only_from_twelve_and_from_september_2026(
    consents: Consents, cast: Cast
) -> None:
    own = NewWithdrawal(cast.pien, None, (GUIDE,), TODAY)
    for wrong, field, code in (
        (replace(own, pupil_id=cast.stijn), "guardian_id", "consents.own_too_young"),
        (replace(own, received_on=date(2026, 8, 31)), "received_on", "consents.own_too_early"),
    ):
        with pytest.raises(Invalid, match=code) as invalid:
            consents.withdraw(wrong)
        assert invalid.value.field == field
        assert sentences.sentence(invalid.value).endswith(".")
    assert consents.history(cast.stijn) == ()
    consents.withdraw(own)
    assert len(consents.history(cast.pien)) == 1


def test_the_list_for_the_classroom_needs_a_purpose_and_is_not_logged_without(
    consents: Consents, cast: Cast, register: Drawer
) -> None:
    assert cast.noor
    with pytest.raises(Invalid, match="no_purposes_for_list"):
        consents.no_photo_list(None, (), builders.SCHOOL)
    assert "list.printed" not in [line.action for line in register.log()]
    assert consents.no_photo_list(None, (GUIDE,), builders.SCHOOL).startswith(b"%PDF")
