"""Rounds: numbered forms per family, who has not answered, and reminders."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.rounds import form_numbers
from app.consents.rounds.lines import NewRound, RoundKind
from app.consents.rules import EventKind
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from tests.builders import Cast

ROUND = NewRound("Start schooljaar", "4", close_on=date(2026, 12, 1))


def _answer(meldboek: Meldboek, pupil: int, number: str = "") -> None:
    guardian = meldboek.people.pupil(pupil).guardians[0].id
    answers = tuple(Answer(line.code, yes=True) for line in meldboek.consents.purposes())
    new = NewAnswers(pupil, guardian, answers, date(2026, 11, 16), evidence="map", form_number=number)
    meldboek.consents.record(new)


def test_a_round_numbers_a_form_for_every_child_in_class_order(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    size = rounds.preview(ROUND)
    assert (size.pupils, size.families, size.groups) == (4, 4, (("5A", 2), ("8B", 2)))
    number = rounds.start(ROUND)
    forms = rounds.forms(number)
    assert [form.pupil.id for form in forms] == [cast.noor, cast.aylin, cast.stijn, cast.pien]
    assert forms[0].number == form_numbers.numbered(number, 1)
    assert [form.pupil.id for form in rounds.forms(number, "8B")] == [cast.stijn, cast.pien]
    asked = meldboek.consents.history(cast.noor)[0]
    assert (asked.kind, asked.form_number, asked.text_version) == (EventKind.ASKED, forms[0].number, "4")


def test_an_answer_shows_in_the_round_and_keeps_its_text(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    number = rounds.start(ROUND)
    first = rounds.forms(number)[0]
    _answer(meldboek, cast.noor, first.number)
    line = rounds.current()
    assert line is not None
    assert (line.answered, line.forms, line.families_answered, line.families) == (1, 4, 1, 4)
    assert rounds.forms(number)[0].answered_on == date(2026, 11, 16)
    assert meldboek.consents.history(cast.noor)[0].text_version == "4"
    [due] = meldboek.consents.dated()
    assert (due.code, due.on, due.values["left"]) == ("consents.dated.round", date(2026, 12, 1), 3)


def test_what_came_back_is_counted_beyond_the_first_form(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    rounds.start(ROUND)
    for pupil in (cast.noor, cast.pien, cast.stijn):
        _answer(meldboek, pupil)
    line = rounds.current()
    assert line is not None
    assert (repr(line.answered), repr(line.families_answered)) == ("3", "3")


def test_a_number_is_found_however_it_was_typed(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    number = rounds.forms(rounds.start(ROUND))[2].number
    for text in (number, number.replace("-", ""), f" {number.replace('-', ' ')} "):
        found = rounds.find(text)
        assert found is not None
        assert (found.pupil_id, found.text_version) == (cast.stijn, "4")
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    with pytest.raises(Invalid):
        rounds.find(wrong)
    assert rounds.find("WH-9") is None
    assert rounds.find("") is None


def test_a_form_tells_whether_it_was_entered_and_whether_its_round_is_over(meldboek: Meldboek, cast: Cast) -> None:
    consents = meldboek.consents
    round_id = consents.rounds.start(ROUND)
    number = next(form.number for form in consents.rounds.forms(round_id) if form.pupil.id == cast.noor)
    before = consents.rounds.find(number)
    assert before is not None
    assert (before.recorded_on, before.round_name) == (None, "")
    guardian, purpose = meldboek.people.pupil(cast.noor).guardians[0].id, consents.purposes()[0].code
    new = NewAnswers(
        cast.noor, guardian, (Answer(purpose, yes=True),), date(2026, 11, 16), evidence="map", form_number=number
    )
    events = consents.record(new)
    after = consents.rounds.find(number)
    assert after is not None
    assert after.recorded_on == date(2026, 11, 16)
    consents.correct(events, "ongedaan gemaakt")
    consents.rounds.close(round_id)
    over = consents.rounds.find(number)
    assert over is not None
    assert (over.recorded_on, over.round_name) == (None, ROUND.name)


def test_an_older_form_is_found_by_the_number_it_had(meldboek: Meldboek, cast: Cast) -> None:
    from app.consents.answers.forms import NewRequest  # noqa: PLC0415

    meldboek.consents.ask([NewRequest(cast.pien, date(2026, 9, 1), "WH-1002", "3")])
    found = meldboek.consents.rounds.find("WH-1002")
    assert found is not None
    assert (found.pupil_id, found.text_version) == (cast.pien, "3")


def test_who_was_silent_gets_a_form_in_the_next_round(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    rounds.close(rounds.start(ROUND))
    assert rounds.current() is None
    _answer(meldboek, cast.noor)
    again = rounds.start(NewRound("Nog niet geantwoord", "4", RoundKind.NOT_ANSWERED))
    assert cast.noor not in {form.pupil.id for form in rounds.forms(again)}
    assert [line.name for line in rounds.list()] == ["Nog niet geantwoord", "Start schooljaar"]


def test_a_round_asks_only_for_what_is_new(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    rounds.start(ROUND)
    with pytest.raises(Refused):
        rounds.start(NewRound("Nieuw", "5", RoundKind.NEW_PURPOSES))
    meldboek.consents.catalogue.switch("PERSONAL_ACCOUNT_STAFF", in_use=True, confirmed=True)
    number = rounds.start(NewRound("Nieuw", "5", RoundKind.NEW_PURPOSES, groups=("5A",)))
    assert rounds.list()[0].purposes == ("PERSONAL_ACCOUNT_STAFF",)
    assert len(rounds.forms(number)) == 2
    assert cast.noor in {form.pupil.id for form in rounds.forms(number)}


def test_a_reminder_is_noted(meldboek: Meldboek, cast: Cast) -> None:
    rounds = meldboek.consents.rounds
    number = rounds.start(ROUND)
    rounds.remind([form.id for form in rounds.forms(number) if form.pupil.id == cast.pien])
    assert rounds.list()[0].reminded == 1
    form = next(form for form in rounds.forms(number) if form.pupil.id == cast.pien)
    assert (form.reminded_on, form.reminders) == (date(2026, 11, 16), 1)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewRound(" ", "4"), "consents.round_name_missing"),
        (NewRound("Start", " "), "consents.text_version_missing"),
        (NewRound("Start", "4", close_on=date(2026, 11, 1)), "consents.closes_too_early"),
    ],
)
def test_a_round_has_a_name_and_a_text(meldboek: Meldboek, cast: Cast, new: NewRound, code: str) -> None:
    assert cast
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.rounds.start(new)
    assert refusal.value.code == code


def test_the_yearly_round_is_due_at_the_start_of_the_year(meldboek: Meldboek, cast: Cast, clock: FixedClock) -> None:
    rounds = meldboek.consents.rounds
    assert not rounds.is_due()
    clock.at = at(2027, 9, 6, 9)
    assert rounds.is_due()
    assert "consents.dated.round_due" in {due.code for due in meldboek.consents.dated()}
    rounds.start(NewRound("Start schooljaar", "5"))
    assert not rounds.is_due()


def test_an_unknown_round_is_refused(meldboek: Meldboek) -> None:
    with pytest.raises(Refused):
        meldboek.consents.rounds.forms(7)


@pytest.mark.parametrize("number", [form_numbers.numbered(round_, place) for round_ in (1, 12) for place in (1, 999)])
def test_the_check_digit_notices_every_wrong_digit(number: str) -> None:
    assert form_numbers.is_right(number)
    digits = number.replace("-", "")
    for place, sign in enumerate(digits):
        for other in "0123456789".replace(sign, ""):
            assert not form_numbers.is_right(digits[:place] + other + digits[place + 1 :])
