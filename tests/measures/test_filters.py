"""Counting and filtering in the database tells the same as the status of every line, however long the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.clock import FixedClock, at
from app.measures.facts import OVER, Status
from app.measures.lines import MeasureFilter, MeasureLine, Wanted
from app.measures.tables import MeasureRow, ProceedingRow
from app.protocol.remedy_rules import RemedyKind
from app.vault.store import Store
from tests.measures.conftest import House, furnish, propose
from ui.kit.desk import Desk
from ui.measures.page import MeasuresPage

TODAY = date(2026, 11, 16)  # a Monday
DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=3))
ENDS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=6), TODAY + timedelta(days=7))


def _changes() -> Iterator[dict[str, object]]:
    """Every combination of what a filter looks at."""
    settled = {"settled_by": "E. Terpstra", "settled_at": at(2026, 11, 2, 9), "decided_on": date(2026, 11, 2)}
    yield {"intent_on": TODAY}
    yield {"intent_on": TODAY, "withdrawn_on": TODAY}
    for first, last, ended in product(DAYS, ENDS, DAYS):
        yield settled | {"first_day": first, "last_day": last, "ended_on": ended}
        yield settled | {"first_day": first, "last_day": last, "ended_on": ended, "communicated_on": TODAY}
    for until, first, ended in product(DAYS, DAYS, DAYS):
        yield settled | {"probation_until": until, "first_day": first, "ended_on": ended, "communicated_on": TODAY}
        yield settled | {"probation_until": until, "last_day": first}
    for lapses, over in product(DAYS, ("lapsed_on", "quashed_on", "withdrawn_on", "received_on")):
        given = {"communicated_on": TODAY, "lapses_on": lapses, "first_day": TODAY}
        yield settled | given
        yield settled | given | {over: TODAY}
        yield settled | given | {"delivery_proof": "3STEST"}


@pytest.fixture
def full(store: Store, clock: FixedClock) -> House:
    """A school with a measure for every combination."""
    house = furnish(store, clock)
    pattern = propose(house)
    assert store.casework is not None
    with store.casework.write("test.filled") as session:
        row = session.get_one(MeasureRow, pattern)
        kept = {name.key: getattr(row, name.key) for name in MeasureRow.__table__.columns if name.key != "id"}
        empty = {"decided_on": None, "first_day": None, "last_day": None, "settled_by": "", "settled_at": None}
        rows = [MeasureRow(**kept | empty | change) for change in _changes()]
        session.add_all(rows)
        session.flush()
        session.add_all(_proceeding(row.id) for row in rows[::3] if row.settled_at is not None)
    return house


def _proceeding(measure_id: int) -> ProceedingRow:
    """Every other one an objection, or a mere reply that contests nothing."""
    kind = RemedyKind.OBJECTION if measure_id % 2 else RemedyKind.REPLY
    return ProceedingRow(measure_id=measure_id, kind=kind.value, received_on=TODAY, outcome="", note="")


def _belongs(line: MeasureLine, wanted: Wanted) -> bool:
    """What the status of a line says of a filter."""
    at_once = line.status in {Status.DECIDED, Status.RUNNING}
    in_force = at_once or line.status is Status.CONDITIONAL
    sunday = TODAY + timedelta(days=6)
    return {
        Wanted.ALL: True,
        Wanted.PROPOSALS: line.status in {Status.PROPOSED, Status.ANNOUNCED},
        Wanted.DECIDED: line.decided_on is not None and line.status is not Status.WITHDRAWN,
        Wanted.RUNNING: line.status is Status.RUNNING,
        Wanted.ENDING: at_once and line.last_day is not None and TODAY <= line.last_day <= sunday,
        Wanted.OBJECTION: line.in_objection,
        Wanted.UNDELIVERED: in_force and line.communicated_on is None,
        Wanted.UNPROVEN: line.communicated_on is not None and not line.has_proof and line.status not in OVER,
        Wanted.EXPIRED: line.status in OVER,
    }[wanted]


def test_the_database_counts_as_the_status_of_every_line_does(full: House) -> None:
    lines = full.measures.of_person(full.cast.stijn)
    counted = full.measures.counted()
    expected = Counter(wanted for line in lines for wanted in Wanted if _belongs(line, wanted))
    assert counted == {wanted: expected[wanted] for wanted in Wanted}
    assert len(lines) > 200
    assert min(counted.values()) > 0
    assert {line.status for line in lines} == set(Status)


@pytest.mark.parametrize("wanted", list(Wanted))
def test_a_filter_lists_the_newest_that_belong_to_it(full: House, wanted: Wanted) -> None:
    lines = full.measures.of_person(full.cast.stijn)
    belonging = [line.id for line in reversed(lines) if _belongs(line, wanted)]
    assert [line.id for line in full.measures.overview(MeasureFilter(wanted))] == belonging
    if wanted is not Wanted.ALL:
        assert [line.id for line in full.measures.overview(MeasureFilter(wanted, 3))] == belonging[:3]


def test_the_chips_count_what_the_list_leaves_out_and_it_says_so(desk: Desk, qtbot: QtBot, meldboek: Meldboek) -> None:
    page = MeasuresPage(desk)
    qtbot.addWidget(page)
    page.show()
    counts = dict.fromkeys(Wanted, 0) | {Wanted.ALL: 812, Wanted.EXPIRED: 640}
    page.overview.show_lines((), counts)
    assert page.overview.rest.isVisibleTo(page)
    assert page.overview.rest.text() == "Dit zijn de nieuwste 0. Excel krijgt ze alle."
    page.overview.show_lines((), dict.fromkeys(Wanted, 0))
    assert not page.overview.rest.isVisibleTo(page)
