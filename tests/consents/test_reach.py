"""From whom a child is withheld, through the register: the question, the matrix, takedowns and the list on paper."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.matrix.overview import CellState
from app.consents.prints.lists import some_paper
from app.consents.publications.lines import NewPublication
from app.consents.publications.takedown_rules import Cause
from app.consents.purposes.lines import PurposeChange
from app.consents.rules import Medium, Policy, Reason
from app.kernel.names import PersonName
from app.people.block_rules import FromWhom, Reach
from app.people.rules import Authority, NewGuardian
from app.protocol.rules import Audience
from tests.builders import Cast

GIVEN, SHOWN, BLOCKED_ON = date(2026, 9, 7), date(2026, 10, 5), date(2026, 11, 2)
OUTSIDE, OTHERS = FromWhom(Reach.OUTSIDE), FromWhom(Reach.OTHER_GROUPS)
GUIDE, APP, PORTAL, LETTER, TRAINING = "SCHOOL_GUIDE", "PARENT_APP", "PARENT_PORTAL", "NEWSLETTER", "TRAINING_INTERNAL"
INSTA, NAME = "SOCIAL_PUBLIC.INSTAGRAM", "NAME_WITH_IMAGE"


@pytest.fixture
def father(meldboek: Meldboek, cast: Cast) -> int:
    """Noor's father, who alone has authority and says yes to everything."""
    for line in meldboek.people.pupil(cast.noor).guardians:
        meldboek.people.set_authority(line.relation_id, Authority.NO, date(2026, 10, 1), "gezagsregister")
    hans = NewGuardian(PersonName("Hans", "", "Berg"), authority=Authority.YES, source="gezagsregister")
    found = meldboek.people.add_guardian(cast.noor, hans)
    answers = tuple(Answer(line.code, yes=True) for line in meldboek.consents.purposes())
    meldboek.consents.record(NewAnswers(cast.noor, found, answers, GIVEN, evidence="map 5A"))
    return found


def _allowed(meldboek: Meldboek, cast: Cast) -> set[str]:
    codes = [line.code for line in meldboek.consents.purposes()]
    return {code for code in codes if meldboek.consents.may(code, Medium.PHOTO, [cast.noor])[0].allowed}


def _block(meldboek: Meldboek, cast: Cast, whom: FromWhom) -> None:
    meldboek.people.block_publication(cast.noor, BLOCKED_ON, None, "veiligheid", whom)


@pytest.mark.usefixtures("father")
def test_who_is_withheld_from_outsiders_is_still_shown_in_school(meldboek: Meldboek, cast: Cast) -> None:
    before = _allowed(meldboek, cast)
    _block(meldboek, cast, OUTSIDE)
    assert _allowed(meldboek, cast) == before & {APP, PORTAL, "SCHOOL_PHOTO", "EVENT_VIDEO", TRAINING}
    [insta] = meldboek.consents.may(INSTA, Medium.PHOTO, [cast.noor])
    assert insta.reason is Reason.BLOCKED_HERE
    [before_block] = meldboek.consents.may(INSTA, Medium.PHOTO, [cast.noor], date(2026, 11, 1))
    assert before_block.allowed


@pytest.mark.usefixtures("father")
def test_who_is_withheld_from_other_groups_is_shown_in_the_own_one(meldboek: Meldboek, cast: Cast) -> None:
    _block(meldboek, cast, OTHERS)
    assert _allowed(meldboek, cast) == {APP, "SCHOOL_PHOTO", TRAINING}


def test_who_is_withheld_from_a_parent_is_shown_to_staff_only(meldboek: Meldboek, cast: Cast, father: int) -> None:
    _block(meldboek, cast, FromWhom(Reach.PERSON, father))
    assert _allowed(meldboek, cast) == {TRAINING}


@pytest.mark.usefixtures("father")
def test_the_newsletter_opens_when_the_school_says_who_reads_it(meldboek: Meldboek, cast: Cast) -> None:
    _block(meldboek, cast, OUTSIDE)
    assert LETTER not in _allowed(meldboek, cast)
    told = PurposeChange("Nieuwsbrief", "Nieuwsbrief", "", Audience.PARENTS, Policy.ONE)
    meldboek.consents.catalogue.change(LETTER, told)
    assert LETTER in _allowed(meldboek, cast)
    own = meldboek.consents.catalogue.add(PurposeChange("Scherm in de hal", "Scherm", "", Audience.PUBLIC, Policy.ONE))
    assert meldboek.consents.may(own, Medium.PHOTO, [cast.noor])[0].reason is Reason.BLOCKED_HERE


@pytest.mark.usefixtures("father")
def test_only_publications_that_the_block_reaches_are_taken_down(meldboek: Meldboek, cast: Cast) -> None:
    for code in (APP, INSTA):
        meldboek.consents.publications.record(NewPublication(SHOWN, code, Medium.PHOTO, code, (cast.noor,)))
    _block(meldboek, cast, OUTSIDE)
    [task] = meldboek.consents.publications.takedowns()
    assert (task.purpose, task.cause, task.since) == (INSTA, Cause.BLOCKED, BLOCKED_ON)


@pytest.mark.usefixtures("father")
def test_the_list_says_for_what_when_it_is_not_for_everything(meldboek: Meldboek, cast: Cast) -> None:
    _block(meldboek, cast, FromWhom())
    assert {about for _row, about in meldboek.consents.lists.blocked().rows} == {""}
    meldboek.people.block_publication(cast.pien, BLOCKED_ON, None, "", OTHERS)
    found = meldboek.consents.lists.blocked()
    told = {row.pupil.id: about for row, about in found.rows}
    assert told[cast.noor] == "Alle doelen"
    assert "Instagram" in told[cast.pien]
    assert "Ouderapp" not in told[cast.pien]
    assert some_paper(found, "De Wilg", meldboek.clock.now()).startswith(b"%PDF")


@pytest.mark.usefixtures("father")
def test_families_that_answered_alike_are_not_mixed_up_by_a_block(meldboek: Meldboek, cast: Cast) -> None:
    _block(meldboek, cast, OUTSIDE)
    matrix = meldboek.consents.matrix()
    row = next(row for row in matrix.rows if row.pupil.id == cast.noor)
    states = {line.code: cell.state for line, cell in zip(matrix.purposes, row.cells, strict=True)}
    assert (states[INSTA], states[NAME], states[APP]) == (CellState.BLOCKED, CellState.BLOCKED, CellState.YES)
    assert sum(other.shows(CellState.BLOCKED) for other in matrix.rows) == 1
