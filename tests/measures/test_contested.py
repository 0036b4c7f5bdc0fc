"""A decision that is contested is never shown as over: not in the list, not at the head of its page, not by colour."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock, at
from app.measures.facts import Status
from app.measures.lines import NewNotice, NewProceeding, Outcome
from app.people.rules import PersonKind
from app.protocol.remedy_rules import RemedyKind
from tests.measures.conftest import House, decided
from ui.kit.desk import Desk
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
