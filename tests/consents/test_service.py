"""The register of consent on a real drawer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.consents.answers.forms import Answer, How, NewAnswers, NewRequest, NewWithdrawal
from app.consents.matrix.overview import CellState
from app.consents.rules import EventKind, Medium, Reason, Standing
from app.consents.service import Consents
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.people.rules import Authority
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from tests import builders
from tests.builders import Cast

TODAY = date(2026, 11, 16)
SEPTEMBER = date(2026, 9, 3)
GUIDE, INSTAGRAM = "SCHOOL_GUIDE", "SOCIAL_PUBLIC.INSTAGRAM"
PHOTO = frozenset({Medium.PHOTO})


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def cast(people: People) -> Cast:
    return builders.cast(people)


@pytest.fixture
def consents(register: Drawer, people: People, clock: FixedClock) -> Consents:
    return Consents(register, people, load_protocol(), clock)


def form(people: People, pupil: int, which: int = 0, yes: bool = True, *codes: str) -> NewAnswers:
    """A signed form of one of the guardians."""
    guardian = people.pupil(pupil).guardians[which].id
    answers = tuple(Answer(code, yes) for code in codes or (GUIDE,))
    return NewAnswers(pupil, guardian, answers, SEPTEMBER, evidence="map toestemmingen 5A", form_number="WH-0037")


def reason(
    consents: Consents, pupil: int, purpose: str = GUIDE, medium: Medium = Medium.PHOTO, on: date | None = None
) -> Reason:
    return consents.may(purpose, medium, [pupil], on)[0].reason


def test_a_recorded_yes_allows_from_its_own_day(consents: Consents, people: People, cast: Cast) -> None:
    assert reason(consents, cast.noor) is Reason.NO_ANSWER
    consents.record(form(people, cast.noor))
    assert reason(consents, cast.noor) is Reason.ALLOWED
    assert reason(consents, cast.noor, on=date(2026, 9, 2)) is Reason.NO_ANSWER


def test_the_answer_comes_per_pupil_in_the_order_asked(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.noor))
    lines = consents.may(GUIDE, Medium.PHOTO, [cast.stijn, cast.noor])
    assert [(line.number, line.allowed) for line in lines] == [("1001", False), ("1003", True)]


def test_a_refusal_of_one_parent_wins(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.stijn, 0, True, GUIDE))
    consents.record(form(people, cast.stijn, 1, False, GUIDE))
    assert reason(consents, cast.stijn) is Reason.PARENTS_DISAGREE
    assert consents.matrix("8B").count(CellState.DISAGREE) == 1


def test_public_purposes_need_both_parents(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.stijn, 0, True, INSTAGRAM))
    assert reason(consents, cast.stijn, INSTAGRAM) is Reason.NOT_ALL_ANSWERED
    consents.record(form(people, cast.stijn, 1, True, INSTAGRAM))
    assert reason(consents, cast.stijn, INSTAGRAM) is Reason.ALLOWED


def test_a_yes_on_assumed_authority_waits_for_the_declaration(consents: Consents, people: People, cast: Cast) -> None:
    unsure = form(people, cast.aylin)
    consents.record(unsure)
    assert reason(consents, cast.aylin) is Reason.AUTHORITY_UNCONFIRMED
    consents.record(replace(unsure, declares_authority=True))
    assert reason(consents, cast.aylin) is Reason.ALLOWED
    guardian = people.pupil(cast.aylin).guardians[0]
    assert (guardian.authority, guardian.authority_since) == (Authority.YES, SEPTEMBER)
    assert guardian.authority_source == "eigen verklaring op formulier WH-0037"


def test_a_declaration_does_not_overrule_that_there_is_no_authority(
    consents: Consents, people: People, cast: Cast
) -> None:
    guardian = people.pupil(cast.stijn).guardians[1]
    people.set_authority(guardian.relation_id, Authority.NO, date(2026, 1, 1), "beschikking rechtbank")
    with pytest.raises(Refused, match="authority_denied"):
        consents.record(replace(form(people, cast.stijn, 1), declares_authority=True))
    assert consents.history(cast.stijn) == ()


def test_a_withdrawal_acts_from_the_day_it_was_received(consents: Consents, people: People, cast: Cast) -> None:
    new = form(people, cast.noor, 0, True, GUIDE, "PRESS")
    consents.record(new)
    consents.withdraw(NewWithdrawal(cast.noor, new.guardian_id, ("PRESS",), date(2026, 10, 12), How.EMAIL))
    assert reason(consents, cast.noor, "PRESS") is Reason.WITHDRAWN
    assert reason(consents, cast.noor, "PRESS", on=date(2026, 10, 11)) is Reason.ALLOWED
    assert reason(consents, cast.noor) is Reason.ALLOWED


def test_a_pupil_of_twelve_withdraws_and_only_the_pupil_lifts_it(
    consents: Consents, people: People, cast: Cast
) -> None:
    consents.record_all([form(people, cast.pien, 0), form(people, cast.pien, 1)])
    consents.withdraw(NewWithdrawal(cast.pien, None, (GUIDE,), date(2026, 10, 12), How.IN_PERSON))
    assert reason(consents, cast.pien) is Reason.OWN_WITHDRAWAL
    consents.record(replace(form(people, cast.pien), given_on=TODAY))
    assert reason(consents, cast.pien) is Reason.OWN_WITHDRAWAL
    own = NewAnswers(cast.pien, None, (Answer(GUIDE, yes=True),), TODAY, evidence="briefje in map 8B")
    consents.record(own)
    assert reason(consents, cast.pien) is Reason.ALLOWED


def test_a_yes_for_photo_only_takes_film_and_sound_back(consents: Consents, people: People, cast: Cast) -> None:
    everything = form(people, cast.noor)
    consents.record(everything)
    photo = replace(everything, answers=(Answer(GUIDE, yes=True, media=PHOTO),), given_on=TODAY)
    consents.record(photo)
    assert reason(consents, cast.noor) is Reason.ALLOWED
    assert reason(consents, cast.noor, medium=Medium.FILM) is Reason.WITHDRAWN
    row = next(row for row in consents.matrix("5A").rows if row.pupil.id == cast.noor)
    assert (row.cells[0].state, row.cells[0].media) == (CellState.PARTLY, (Medium.PHOTO,))


def test_narrowing_is_seen_within_one_pile_too(consents: Consents, people: People, cast: Cast) -> None:
    first = form(people, cast.noor)
    second = replace(first, answers=(Answer(GUIDE, yes=True, media=PHOTO),), given_on=TODAY)
    consents.record_all([first, second])
    assert reason(consents, cast.noor, medium=Medium.SOUND) is Reason.WITHDRAWN


def test_a_blocked_pupil_is_never_shown(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.noor))
    people.block_publication(cast.noor, TODAY, None, "geheim adres")
    assert reason(consents, cast.noor) is Reason.BLOCKED
    assert consents.matrix("5A").count(CellState.BLOCKED) == 1


def test_a_correction_brings_back_what_was_there(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.noor))
    wrong = consents.record(replace(form(people, cast.noor, 0, False), given_on=TODAY))
    assert reason(consents, cast.noor) is Reason.REFUSED
    undone = consents.correct(wrong, "verkeerde regel getypt")
    assert reason(consents, cast.noor) is Reason.ALLOWED
    consents.correct(undone, "het was toch goed")
    assert reason(consents, cast.noor) is Reason.REFUSED


def test_an_invalid_form_never_counted(consents: Consents, people: People, cast: Cast) -> None:
    consents.invalidate(consents.record(form(people, cast.noor)), "geen handtekening")
    assert reason(consents, cast.noor, on=date(2026, 10, 1)) is Reason.NO_ANSWER
    with pytest.raises(Invalid, match="no_note"):
        consents.invalidate([1], " ")
    with pytest.raises(Refused, match="event_unknown"):
        consents.correct([999], "weg")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answers": ()}, "consents.no_answers"),
        ({"answers": (Answer(GUIDE, yes=True, media=frozenset()),)}, "consents.no_media"),
        ({"answers": (Answer("TV", yes=False),)}, "consents.purpose_unknown"),
        ({"given_on": date(2026, 11, 17)}, "consents.in_future"),
        ({"how": How.IN_PERSON}, "consents.verbal_yes"),
        ({"evidence": " "}, "consents.no_evidence"),
        ({"last_day": date(2026, 9, 2)}, "consents.ends_before_start"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(
    consents: Consents, people: People, cast: Cast, change: dict[str, object], code: str
) -> None:
    with pytest.raises(Invalid, match=code):
        consents.record(replace(form(people, cast.noor), **change))  # type: ignore[arg-type] # one of many fields
    assert consents.history(cast.noor) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"purposes": ()}, "consents.no_purposes"),
        ({"media": frozenset()}, "consents.no_media"),
        ({"received_on": date(2026, 11, 17)}, "consents.in_future"),
    ],
)
def test_a_withdrawal_names_what_and_when(consents: Consents, cast: Cast, change: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid, match=code):
        consents.withdraw(replace(NewWithdrawal(cast.noor, None, (GUIDE,), TODAY), **change))  # type: ignore[arg-type]


def test_a_stranger_and_an_unknown_pupil_are_refused(consents: Consents, people: People, cast: Cast) -> None:
    stranger = people.pupil(cast.stijn).guardians[0].id
    with pytest.raises(Refused, match="guardian_unknown"):
        consents.record(replace(form(people, cast.noor), guardian_id=stranger))
    with pytest.raises(Refused, match="unknown"):
        consents.may(GUIDE, Medium.PHOTO, [cast.noor, 9999])
    with pytest.raises(Invalid, match="purpose_unknown"):
        consents.may("TV", Medium.PHOTO, [cast.noor])


def test_a_verbal_refusal_can_be_recorded(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(replace(form(people, cast.noor, 0, False), how=How.IN_PERSON, evidence=""))
    assert reason(consents, cast.noor) is Reason.REFUSED


def test_a_purpose_that_the_school_does_not_use_is_never_allowed(
    consents: Consents, people: People, cast: Cast
) -> None:
    consents.record(form(people, cast.noor, 0, True, "PERSONAL_ACCOUNT_STAFF"))
    assert reason(consents, cast.noor, "PERSONAL_ACCOUNT_STAFF") is Reason.PURPOSE_OFF
    assert "PERSONAL_ACCOUNT_STAFF" not in [line.code for line in consents.purposes()]


def test_the_card_shows_both_parents_beside_each_other(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.stijn, 0, True))
    consents.record(form(people, cast.stijn, 1, False))
    card = consents.card(cast.stijn)
    guide = card.purposes[0]
    assert card.age == 11
    assert [answer.standings[0] for answer in guide.answers] == [Standing.YES, Standing.REFUSED]
    assert [answer.on for answer in guide.answers] == [SEPTEMBER, SEPTEMBER]
    assert guide.cell.state is CellState.DISAGREE


def test_the_pupil_stands_on_the_card_after_an_own_word(consents: Consents, cast: Cast) -> None:
    consents.withdraw(NewWithdrawal(cast.pien, None, (GUIDE,), TODAY))
    assert consents.card(cast.pien).purposes[0].answers[-1].guardian is None


def test_the_history_tells_everything_newest_first(consents: Consents, people: People, cast: Cast) -> None:
    consents.ask([NewRequest(cast.noor, date(2026, 8, 24), "WH-0037", "3")])
    ids = consents.record(form(people, cast.noor, 0, True, GUIDE, "PRESS"))
    consents.correct(ids, "verkeerde regel", ["PRESS"])
    taken, given, asked = consents.history(cast.noor)
    assert (asked.kind, asked.purposes, asked.form_number) == (EventKind.ASKED, (), "WH-0037")
    assert (given.kind, given.purposes, given.text_version) == (EventKind.GIVEN, (GUIDE, "PRESS"), "3")
    assert (given.how, given.evidence, given.authority) == (How.SIGNED_FORM, "map toestemmingen 5A", "yes")
    assert (given.recorded_by, given.counts) == ("E. Terpstra", True)
    assert (taken.kind, taken.note, taken.purposes) == (EventKind.CORRECTED, "verkeerde regel", ("PRESS",))
    assert consents.text_version() == "3"


def test_an_answer_taken_out_for_every_purpose_no_longer_counts(consents: Consents, people: People, cast: Cast) -> None:
    ids = consents.record(form(people, cast.noor, 0, True, GUIDE, "PRESS"))
    consents.correct(ids, "verkeerde regel", ["PRESS"])
    assert (reason(consents, cast.noor, "PRESS"), reason(consents, cast.noor)) == (Reason.NO_ANSWER, Reason.ALLOWED)
    last = consents.correct(ids, "ook deze", [GUIDE])
    assert [line.counts for line in consents.history(cast.noor)] == [True, True, False]
    consents.correct(last, "deze niet")
    assert reason(consents, cast.noor) is Reason.ALLOWED
    assert [line.counts for line in consents.history(cast.noor)] == [True, False, True, True]


def test_progress_counts_families(consents: Consents, people: People, cast: Cast) -> None:
    consents.record(form(people, cast.stijn, 0, True))
    consents.record(form(people, cast.stijn, 1, False))
    consents.record(form(people, cast.noor))
    found = consents.progress("2026-2027")
    assert (found.answered, found.total, found.missing, found.contradicting) == (2, 4, 2, 1)
    assert consents.progress("2025-2026").answered == 0


def test_a_failed_form_changes_nothing_at_all(consents: Consents, people: People, cast: Cast) -> None:
    good = replace(form(people, cast.aylin), declares_authority=True)
    bad = replace(good, guardian_id=people.pupil(cast.stijn).guardians[0].id)
    with pytest.raises(Refused):
        consents.record_all([good, bad])
    assert consents.history(cast.aylin) == ()
    assert people.pupil(cast.aylin).guardians[0].authority is Authority.ASSUMED


def test_every_event_leaves_its_line_in_the_log(
    consents: Consents, people: People, cast: Cast, register: Drawer
) -> None:
    consents.record(form(people, cast.noor))
    assert (register.log(1)[0].action, register.log(1)[0].subject) == ("answers.recorded", f"person:{cast.noor}")
