"""What the sample school did with consents: a round that runs, publications, takedowns, employees and recordings."""

from app.application import Meldboek
from app.consents.publications.lines import Takedown
from app.consents.publications.takedown_rules import Cause


def takedowns(director: Meldboek) -> tuple[Takedown, ...]:
    return director.consents.publications.takedowns(open_only=False)


def test_a_round_runs_and_most_families_have_answered(director: Meldboek) -> None:
    running, closed = director.consents.rounds.list()
    assert running.closed_on is None
    assert closed.closed_on is not None
    assert running.close_on is not None
    assert 0.8 < running.families_answered / running.families < 1
    assert 0 < running.reminded < running.forms - running.answered


def test_what_stood_on_the_forms_of_both_years_is_kept(director: Meldboek) -> None:
    last, this = director.consents.rounds.texts({"2", "3"})
    assert (last.version, this.version) == ("2", "3")
    for shown in (last, this):
        assert "☐ ja ☐ nee" in shown.text
        assert "Schoolgids" in shown.text
    assert "YouTube" in this.text
    assert "YouTube" not in last.text
    pupil = director.people.pupils("5A")[1].id
    assert [text.version for text in director.consents.lists.history(pupil).texts] == ["2", "3"]


def test_two_images_must_still_go_after_a_withdrawal_one_is_late_and_one_is_gone(director: Meldboek) -> None:
    today = director.clock.today()
    waiting = [one for one in takedowns(director) if one.done is None]
    assert {one.cause for one in waiting} == {Cause.WITHDRAWN}
    assert sorted(one.target < today for one in waiting) == [False, True]
    assert all(today <= one.limit for one in waiting)
    (gone,) = [one for one in takedowns(director) if one.done]
    assert gone.done is not None
    assert gone.since < gone.done.done_on <= gone.target
    assert gone.done.proof


def test_what_was_published_was_allowed_that_day(director: Meldboek) -> None:
    lines = director.consents.publications.list()
    assert len(lines) == 7
    assert [line.without_consent for line in lines] == [0] * 7


def test_employees_answered_and_three_did_not_sign_for_the_protocol(director: Meldboek) -> None:
    consents = director.consents
    (version,) = consents.handouts.versions()
    assert len(consents.handouts.missing(version)) == 3
    assert {line.person.id for line in consents.handouts.list()} == {one.id for one in director.people.employees()}
    answered = [any(cell.media for cell in row.cells) for row in consents.staff.matrix().rows]
    assert answered.count(False) == 3


def test_one_recording_is_to_come_and_one_was_destroyed(director: Meldboek) -> None:
    coming, past = director.consents.lessons.list()
    assert (coming.destroyed_on, past.destroyed_on is None) == (None, False)
    assert all(line.allowed_on < line.on for line in (coming, past))
