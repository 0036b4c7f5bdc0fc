"""The school's own purposes: changed, added, switched, and asked again only for what changed."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.purposes.lines import AskedOf, PurposeChange, Validity
from app.consents.rules import Medium, Policy, Reason
from app.kernel.errors import Invalid, Refused
from app.protocol.rules import Audience
from tests.builders import Cast

GUIDE, PRESS, PERSONAL = "SCHOOL_GUIDE", "PRESS", "PERSONAL_ACCOUNT_STAFF"
CHANGE = PurposeChange("Schoolgids, ook online", "Gids", "", Audience.PUBLIC, Policy.ONE)


def _yes(meldboek: Meldboek, pupil: int, *codes: str, on: date = date(2026, 10, 1)) -> None:
    guardian = meldboek.people.pupil(pupil).guardians[0].id
    answers = tuple(Answer(code, yes=True) for code in codes)
    meldboek.consents.record(NewAnswers(pupil, guardian, answers, on, evidence="map 5A"))


def _reason(meldboek: Meldboek, pupil: int, code: str, on: date | None = None) -> Reason:
    return meldboek.consents.may(code, Medium.PHOTO, [pupil], on)[0].reason


def test_the_shipped_purposes_are_all_there_and_a_private_account_is_off(meldboek: Meldboek) -> None:
    lines = {line.code: line for line in meldboek.consents.catalogue.all()}
    assert not lines[PERSONAL].rule.in_use
    assert lines["STAFF_BOARD"].asked_of is AskedOf.EMPLOYEES
    assert "STAFF_BOARD" not in {line.code for line in meldboek.consents.purposes()}
    assert [line.channel for line in meldboek.consents.catalogue.channels()][:2] == ["Facebook", "Instagram"]


def test_a_changed_purpose_gets_a_new_version_from_today(meldboek: Meldboek) -> None:
    catalogue = meldboek.consents.catalogue
    assert catalogue.change(GUIDE, CHANGE) == 2
    assert catalogue.purpose(GUIDE).label == "Schoolgids, ook online"
    assert catalogue.purpose(GUIDE, date(2026, 11, 15)).version == 1
    assert [line.version for line in catalogue.history(GUIDE)] == [2, 1]
    assert catalogue.history(GUIDE)[0].recorded_by == "E. Terpstra"


def test_asking_again_lets_a_yes_lapse_for_that_purpose_only(meldboek: Meldboek, cast: Cast) -> None:
    _yes(meldboek, cast.noor, GUIDE, PRESS)
    meldboek.consents.catalogue.change(GUIDE, PurposeChange(**{**vars(CHANGE), "asks_again": True}))
    assert _reason(meldboek, cast.noor, GUIDE) is Reason.EXPIRED
    assert _reason(meldboek, cast.noor, GUIDE, date(2026, 11, 15)) is Reason.ALLOWED
    assert _reason(meldboek, cast.noor, PRESS) is Reason.ALLOWED
    assert GUIDE in {line.code for line in meldboek.consents.catalogue.changed_since_asked()}
    _yes(meldboek, cast.noor, GUIDE, on=date(2026, 11, 16))
    assert _reason(meldboek, cast.noor, GUIDE) is Reason.ALLOWED
    assert GUIDE not in {line.code for line in meldboek.consents.catalogue.changed_since_asked()}


def test_a_refusal_stands_when_a_purpose_changes(meldboek: Meldboek, cast: Cast) -> None:
    guardian = meldboek.people.pupil(cast.noor).guardians[0].id
    no = (Answer(GUIDE, yes=False),)
    meldboek.consents.record(NewAnswers(cast.noor, guardian, no, date(2026, 10, 1)))
    meldboek.consents.catalogue.change(GUIDE, PurposeChange(**{**vars(CHANGE), "asks_again": True}))
    assert _reason(meldboek, cast.noor, GUIDE) is Reason.REFUSED


def test_the_school_adds_a_purpose_of_its_own(meldboek: Meldboek, cast: Cast) -> None:
    code = meldboek.consents.catalogue.add(
        PurposeChange("Klassenfoto aan de muur", "Muur", "", Audience.STAFF, Policy.ALL)
    )
    assert code == "OWN.1"
    line = meldboek.consents.purposes()[-1]
    assert (line.code, line.is_own, line.rule.policy) == ("OWN.1", True, Policy.ALL)
    _yes(meldboek, cast.noor, code)
    assert _reason(meldboek, cast.noor, code, date(2026, 11, 16)) is Reason.ALLOWED
    assert meldboek.consents.catalogue.add(CHANGE) == "OWN.2"


def test_a_channel_is_switched_off_and_on(meldboek: Meldboek, cast: Cast) -> None:
    catalogue = meldboek.consents.catalogue
    catalogue.switch("SOCIAL_PUBLIC.TIKTOK", in_use=False)
    catalogue.switch("SOCIAL_PUBLIC.TIKTOK", in_use=False)
    assert "SOCIAL_PUBLIC.TIKTOK" not in {line.code for line in meldboek.consents.purposes()}
    assert _reason(meldboek, cast.noor, "SOCIAL_PUBLIC.TIKTOK") is Reason.PURPOSE_OFF
    catalogue.switch("SOCIAL_PUBLIC.TIKTOK", in_use=True)
    assert catalogue.purpose("SOCIAL_PUBLIC.TIKTOK").version == 3


def test_a_private_account_is_used_only_when_that_is_confirmed(meldboek: Meldboek) -> None:
    with pytest.raises(Refused) as refusal:
        meldboek.consents.catalogue.switch(PERSONAL, in_use=True)
    assert refusal.value.code == "consents.personal_account"
    meldboek.consents.catalogue.switch(PERSONAL, in_use=True, confirmed=True)
    assert meldboek.consents.catalogue.purpose(PERSONAL).rule.in_use


def test_an_administrator_changes_no_purpose(as_administrator: Meldboek) -> None:
    catalogue = as_administrator.consents.catalogue
    for work in (
        lambda: catalogue.change(GUIDE, CHANGE),
        lambda: catalogue.add(CHANGE),
        lambda: catalogue.switch(PRESS, in_use=False),
        lambda: catalogue.set_validity(Validity.SCHOOL_YEAR),
    ):
        with pytest.raises(Refused) as refusal:
            work()
        assert refusal.value.code == "consents.leader_only"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("label", " ", "consents.label_missing"),
        ("short", "", "consents.short_missing"),
        ("short", "veel te lang voor een kolom", "consents.short_too_long"),
    ],
)
def test_a_purpose_has_words(meldboek: Meldboek, field: str, value: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.catalogue.change(GUIDE, PurposeChange(**{**vars(CHANGE), field: value}))
    assert (refusal.value.field, refusal.value.code) == (field, code)


def test_a_school_that_asks_every_year_lets_a_yes_end_with_the_year(meldboek: Meldboek, cast: Cast) -> None:
    catalogue = meldboek.consents.catalogue
    assert catalogue.validity() is Validity.UNTIL_CHANGED
    catalogue.set_validity(Validity.SCHOOL_YEAR)
    _yes(meldboek, cast.noor, GUIDE, on=date(2026, 11, 16))
    assert _reason(meldboek, cast.noor, GUIDE, date(2027, 7, 31)) is Reason.ALLOWED
    assert _reason(meldboek, cast.noor, GUIDE, date(2027, 8, 1)) is Reason.EXPIRED


def test_the_school_lets_a_yes_end(meldboek: Meldboek, cast: Cast) -> None:
    _yes(meldboek, cast.noor, GUIDE, PRESS)
    meldboek.consents.expire(cast.noor, [GUIDE], date(2026, 11, 10), "nieuwe drukker")
    assert _reason(meldboek, cast.noor, GUIDE) is Reason.EXPIRED
    assert _reason(meldboek, cast.noor, GUIDE, date(2026, 11, 9)) is Reason.ALLOWED
    assert _reason(meldboek, cast.noor, PRESS) is Reason.ALLOWED
    with pytest.raises(Invalid):
        meldboek.consents.expire(cast.noor, [GUIDE], date(2026, 11, 10), " ")
