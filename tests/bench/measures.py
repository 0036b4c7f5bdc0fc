"""The findings of one measure, and the overview of five thousand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.application import start
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.kernel.clock import FixedClock, at
from app.measures import rules
from app.measures.facts import Decider, Draft
from app.measures.lines import MeasureFilter, NewMeasure, Wanted
from app.measures.tables import MeasureRow
from app.vault.keys.keyring import NewUser, Role
from app.vault.store import create_store
from tests import builders
from tests.bench.measuring import Measured, median_of
from tests.measures.situations import background, suspension

COUNT = 5_000


def measure(folder: Path) -> Iterator[Measured]:
    """Judge one draft with fifty earlier measures; list five thousand on a real store."""
    known = background()
    known = replace(known, earlier=tuple(replace(known.earlier[0], measure_id=number) for number in range(50)))
    yield Measured("all findings of a measure", median_of(lambda: rules.findings(suspension(), known), 50), 5, "ms")
    yield from _overview(folder)


def _overview(folder: Path) -> Iterator[Measured]:
    clock = FixedClock(at(2026, 11, 16, 14, 5))
    user = NewUser("E. Terpstra", Role.DIRECTOR, "wilg sloot fiets regen")
    store, _key = create_store(folder, builders.SCHOOL, user, clock, builders.CHEAP)
    meldboek = start(store)
    builders.profile(meldboek.school)
    cast = builders.cast(meldboek.people)
    assert meldboek.casework is not None
    measures, cases = meldboek.casework.measures, meldboek.casework.cases
    case_id = cases.report(NewReport("Zaak", involved=(NewInvolvement(InvolvementRole.ACTOR, cast.stijn),)))
    first = date(2024, 9, 2)
    draft = Draft("pupil.SUSPENSION", first, first, decided_on=first, decider=Decider.BOARD, facts="x", reasons="x")
    made = measures.propose(NewMeasure(case_id, cast.stijn, draft))
    assert store.casework is not None
    with store.casework.write("bench.filled") as session:
        pattern = session.get_one(MeasureRow, made)
        columns = [column.key for column in MeasureRow.__table__.columns if column.key != "id"]
        known = {name: getattr(pattern, name) for name in columns}
        for number in range(COUNT):
            day = first + timedelta(days=number % 700)
            days = {"first_day": day, "last_day": day, "decided_on": day, "communicated_on": day}
            session.add(MeasureRow(**known | days | {"settled_at": clock.now(), "settled_by": user.name}))
    listed = median_of(lambda: (measures.overview(), measures.counted()))
    yield Measured("overview of 5,000 measures", listed, 150, "ms", f"{len(measures.overview())} shown, all counted")
    lapsed = median_of(lambda: measures.overview(MeasureFilter(Wanted.EXPIRED)))
    yield Measured("one filter of 5,000 measures", lapsed, 150, "ms")
    yield Measured("days of 5,000 measures", median_of(lambda: measures.dated(clock.today())), 100, "ms")
    store.close()
