"""What was published, and what must be taken down since somebody said no or left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers, NewWithdrawal
from app.consents.publications.lines import NewPublication, NewRemoval, RemovalHow
from app.consents.publications.takedown_rules import Cause
from app.consents.rules import Medium, Reason
from app.consents.staff.service import NewStaffAnswers
from app.kernel.errors import Invalid, Refused
from app.people.rules import NewEmployee
from tests.builders import Cast

GUIDE, BOARD = "SCHOOL_GUIDE", "STAFF_BOARD"
GIVEN, PUBLISHED, TODAY = date(2026, 9, 7), date(2026, 10, 1), date(2026, 11, 16)


def _yes(meldboek: Meldboek, pupil: int) -> int:
    guardian = meldboek.people.pupil(pupil).guardians[0].id
    answers = (Answer(GUIDE, yes=True),)
    meldboek.consents.record(NewAnswers(pupil, guardian, answers, GIVEN, evidence="map 5A"))
    return guardian


def _published(meldboek: Meldboek, *people: int) -> int:
    place = "https://wilgenhof.voorbeeld.nl/1"
    new = NewPublication(PUBLISHED, GUIDE, Medium.PHOTO, "Sportdag groep 5", people, place, note="al geplaatst")
    return meldboek.consents.publications.record(new)


def test_a_publication_keeps_the_answer_of_its_day(meldboek: Meldboek, cast: Cast) -> None:
    _yes(meldboek, cast.noor)
    number = _published(meldboek, cast.noor, cast.stijn)
    card = meldboek.consents.publications.card(number)
    assert [(one.allowed_then, one.reason_then) for one in card.people] == [
        (True, Reason.ALLOWED),
        (False, Reason.NO_ANSWER),
    ]
    line = meldboek.consents.publications.list()[0]
    assert (line.people, line.without_consent, line.open_takedowns) == (2, 1, 1)
    assert line.gone_by == date(2026, 10, 8)  # five working days after it was published
    (seen,) = meldboek.consents.publications.of_person(cast.noor)
    assert (seen.id, seen.title, seen.allowed_then, seen.takedown) == (line.id, line.title, True, None)
    assert meldboek.consents.publications.of_person(cast.pien) == ()


def test_publishing_without_consent_asks_why_and_keeps_the_answer(meldboek: Meldboek, cast: Cast) -> None:
    _yes(meldboek, cast.noor)
    publications = meldboek.consents.publications
    new = NewPublication(PUBLISHED, GUIDE, Medium.PHOTO, "Sportdag", (cast.noor, cast.stijn))
    with pytest.raises(Invalid) as error:
        publications.record(new)
    assert (error.value.field, error.value.values["names"]) == ("note", "Stijn Bakker")
    assert publications.list() == ()
    number = publications.record(replace(new, note="stond al in de krant"))
    assert publications.card(number).note == "stond al in de krant"
    [task] = publications.takedowns()
    assert (task.person.id, task.cause) == (cast.stijn, Cause.NO_CONSENT)


def test_a_withdrawal_opens_a_takedown_with_a_target_and_a_limit(meldboek: Meldboek, cast: Cast) -> None:
    guardian = _yes(meldboek, cast.noor)
    number = _published(meldboek, cast.noor)
    assert meldboek.consents.publications.takedowns() == ()
    ids = meldboek.consents.withdraw(NewWithdrawal(cast.noor, guardian, (GUIDE,), date(2026, 11, 12)))
    [task] = meldboek.consents.publications.takedowns()
    assert (task.publication_id, task.cause, task.since) == (number, Cause.WITHDRAWN, date(2026, 11, 12))
    assert (task.target, task.limit) == (date(2026, 11, 19), date(2026, 12, 14))
    [due] = meldboek.consents.dated()
    assert (due.code, due.on, due.target) == ("consents.dated.takedown", task.target, ("takedowns", number))
    meldboek.consents.correct(ids, "verkeerde leerling")
    assert meldboek.consents.publications.takedowns() == ()


def test_what_was_taken_down_is_kept_and_can_be_opened_again(meldboek: Meldboek, cast: Cast) -> None:
    guardian = _yes(meldboek, cast.noor)
    number = _published(meldboek, cast.noor)
    meldboek.consents.withdraw(NewWithdrawal(cast.noor, guardian, (GUIDE,), date(2026, 11, 12)))
    done = NewRemoval(date(2026, 11, 13), "M. Postma", RemovalHow.REMOVED, "schermafdruk in map 5A")
    meldboek.consents.publications.take_down(number, [cast.noor], done)
    assert meldboek.consents.publications.takedowns() == ()
    [kept] = meldboek.consents.publications.takedowns(open_only=False)
    assert kept.done == done
    meldboek.consents.publications.reopen(number, cast.noor)
    assert len(meldboek.consents.publications.takedowns()) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"done_on": date(2026, 11, 17)}, "consents.in_future"),
        ({"done_on": date(2026, 9, 30)}, "consents.before_publication"),
        ({"done_by": " "}, "consents.nobody"),
    ],
)
def test_a_removal_says_when_and_by_whom(meldboek: Meldboek, cast: Cast, change: dict[str, object], code: str) -> None:
    number = _published(meldboek, cast.noor)
    done = replace(NewRemoval(TODAY, "M. Postma"), **change)  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.publications.take_down(number, [cast.noor], done)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "consents.title_missing"),
        ({"people": ()}, "consents.nobody_visible"),
        ({"on": date(2026, 11, 17)}, "consents.in_future"),
        ({"purpose": "TV"}, "consents.purpose_unknown"),
    ],
)
def test_a_publication_says_what_where_and_who(
    meldboek: Meldboek, cast: Cast, change: dict[str, object], code: str
) -> None:
    new = replace(NewPublication(PUBLISHED, GUIDE, Medium.PHOTO, "Sportdag", (cast.noor,)), **change)  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.publications.record(new)
    assert refusal.value.code == code


def test_a_publication_typed_wrong_is_taken_out(meldboek: Meldboek, cast: Cast) -> None:
    number = _published(meldboek, cast.noor)
    with pytest.raises(Invalid):
        meldboek.consents.publications.remove(number, " ")
    meldboek.consents.publications.remove(number, "dubbel")
    assert meldboek.consents.publications.list() == ()
    assert meldboek.consents.publications.takedowns() == ()
    with pytest.raises(Refused):
        meldboek.consents.publications.card(number)


def test_a_block_takes_down_what_was_allowed(meldboek: Meldboek, cast: Cast) -> None:
    _yes(meldboek, cast.noor)
    _published(meldboek, cast.noor)
    meldboek.people.block_publication(cast.noor, date(2026, 11, 10), None, "geheim adres")
    [task] = meldboek.consents.publications.takedowns()
    assert (task.cause, task.since) == (Cause.BLOCKED, date(2026, 11, 10))


def test_an_employee_answers_alone_and_leaving_opens_a_takedown(meldboek: Meldboek, cast: Cast) -> None:
    staff = meldboek.consents.staff
    assert {line.code for line in staff.purposes()} >= {BOARD, GUIDE}
    answers = (Answer(GUIDE, yes=True), Answer(BOARD, yes=False))
    staff.record(NewStaffAnswers(cast.smit, answers, GIVEN, evidence="personeelsmap"))
    row = next(row for row in staff.matrix().rows if row.employee.id == cast.smit)
    reasons = {line.code: cell.reason for line, cell in zip(staff.matrix().purposes, row.cells, strict=True)}
    assert (reasons[GUIDE], reasons[BOARD]) == (Reason.ALLOWED, Reason.OWN_REFUSAL)
    _published(meldboek, cast.smit)
    old = meldboek.people.employee(cast.smit)
    meldboek.people.change_employee(
        cast.smit, NewEmployee(old.name, old.job_title, start_date=old.start_date, end_date=date(2026, 11, 6))
    )
    [task] = meldboek.consents.publications.takedowns()
    assert (task.cause, task.target) == (Cause.LEFT, date(2026, 12, 6))
    [leaving] = staff.leaving()
    assert (leaving.end_date, leaving.publications, leaving.cleared_on) == (date(2026, 11, 6), 1, None)
    meldboek.consents.publications.take_down(task.publication_id, [cast.smit], NewRemoval(TODAY, "M. Postma"))
    staff.clear(cast.smit, TODAY, "smoelenboek en website")
    assert staff.leaving() == ()


def test_an_employee_takes_consent_back(meldboek: Meldboek, cast: Cast) -> None:
    staff = meldboek.consents.staff
    staff.record(NewStaffAnswers(cast.smit, (Answer(GUIDE, yes=True),), GIVEN, evidence="personeelsmap"))
    staff.withdraw(cast.smit, [GUIDE], TODAY)
    card = staff.card(cast.smit)
    place = [line.code for line in card.purposes].index(GUIDE)
    assert card.cells[place].reason is Reason.OWN_WITHDRAWAL
    assert [line.person for line in card.history] == ["Anja van der Sluis", "Anja van der Sluis"]
    with pytest.raises(Invalid):
        staff.withdraw(cast.smit, ["RESEARCH"], TODAY)
    with pytest.raises(Invalid):
        staff.clear(cast.smit, date(2026, 11, 17), "")
