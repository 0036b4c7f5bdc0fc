"""A decision that is contested is never shown as over: not in the list, not at the head of its page, not by colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.measures.facts import Decider, HeardAs, Hearing, Status
from app.measures.lines import NewMeasure, NewNotice, NewProceeding, Outcome
from app.people.rules import PersonKind
from app.protocol.remedy_rules import RemedyKind
from tests.measures.conftest import House, decided, sound_draft
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.tag import Tag
from ui.measures.page import MeasuresPage
from ui.measures.words import status_tag


def _given_warning(house: House, clock: FixedClock) -> int:
    measure_id = decided(house, rung="pupil.WARNING", first_day=None, last_day=None)
    house.measures.communicate(measure_id, NewNotice(clock.today(), "per post"))
    return measure_id


def test_an_objection_that_runs_keeps_a_decision_from_being_over(
    house: House, desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    measure_id = _given_warning(house, clock)
    assert house.measures.measure(measure_id).status is Status.ENDED
    proceeding = house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, clock.today()))
    line = house.measures.measure(measure_id)
    assert (line.status, status_tag(line).text, status_tag(line).tone) == (Status.CONTESTED, "in bezwaar", "warn")
    assert status_tag(replace(line, subject=PersonKind.EMPLOYEE)).text == "in beroep"
    page = MeasuresPage(desk)
    qtbot.addWidget(page)
    page.open(("measure", measure_id))
    assert [tag.what.text for tag in page.header.findChildren(Tag)] == ["in bezwaar"]
    clock.at = at(2026, 11, 18, 9)
    house.measures.proceedings.decide(proceeding, clock.today(), Outcome.REJECTED, "De feiten staan vast.")
    assert house.measures.measure(measure_id).status is Status.ENDED


def test_a_mere_reply_contests_nothing(house: House, clock: FixedClock) -> None:
    measure_id = _given_warning(house, clock)
    house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.REPLY, clock.today()))
    line = house.measures.measure(measure_id)
    assert (line.status, line.in_objection) == (Status.ENDED, False)


def _removal(house: House) -> int:
    """A removal that was decided and given on 16 November."""
    draft = replace(
        sound_draft(house),
        rung="pupil.REMOVAL",
        first_day=None,
        last_day=None,
        decider=Decider.BOARD,
        decided_by="H. van Vliet",
        intent_on=date(2026, 11, 2),
        other_school="SO De Parel",
        other_school_on=date(2026, 11, 9),
        objection_clause=True,
    )
    teacher = Hearing(HeardAs.TEACHER, "J. Hartog", held_at=at(2026, 11, 13, 9), purpose_told=True, report="Verslag")
    draft = replace(draft, hearings=(*draft.hearings, teacher))
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, draft))
    house.measures.decide(measure_id, "De eerdere stappen hielpen niet.")
    house.measures.communicate(measure_id, NewNotice(date(2026, 11, 16), "aangetekend"))
    return measure_id


def test_an_objection_to_a_removal_is_not_turned_down_before_the_parents_were_heard(
    house: House, clock: FixedClock
) -> None:
    measure_id, proceedings = _removal(house), house.measures.proceedings
    first = proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, clock.today()))
    clock.at = at(2026, 12, 1, 9)
    for outcome in (Outcome.REJECTED, Outcome.PARTLY):
        with pytest.raises(Refused, match="objection_not_heard"):
            proceedings.decide(first, clock.today(), outcome, "De feiten staan vast.")
    proceedings.plan_hearing(first, date(2026, 12, 3))
    with pytest.raises(Refused, match="objection_not_heard"):
        proceedings.decide(first, clock.today(), Outcome.REJECTED, "De feiten staan vast.")
    clock.at = at(2026, 12, 4, 9)
    proceedings.decide(first, clock.today(), Outcome.REJECTED, "De feiten staan vast.")
    second = proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, clock.today()))
    proceedings.decide(second, clock.today(), Outcome.UPHELD, "De school had ongelijk.")
    assert house.measures.measure(measure_id).status is Status.QUASHED


def test_an_objection_after_the_term_is_called_late_on_the_page(
    house: House, desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    measure_id = _removal(house)
    clock.at = at(2026, 12, 30, 9)
    late = NewProceeding(RemedyKind.OBJECTION, date(2026, 12, 29))
    in_time = NewProceeding(RemedyKind.DISPUTE, date(2026, 12, 28))
    for new in (late, in_time):
        house.measures.proceedings.receive(measure_id, new)
    lines = {line.kind: line.late_after for line in house.measures.measure(measure_id).proceedings}
    assert lines == {RemedyKind.OBJECTION: date(2026, 12, 28), RemedyKind.DISPUTE: None}
    page = MeasuresPage(desk)
    qtbot.addWidget(page)
    page.open(("measure", measure_id))
    assert page.course is not None
    told = [notice.accessibleName() for notice in page.course.findChildren(Notice)]
    assert len(told) == 1
    assert told[0].startswith("Na de termijn. Te laat: de termijn liep tot en met 28 december 2026.")
