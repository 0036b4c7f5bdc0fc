"""Calls, the chain and the police are for director and board alone: no list, search, dossier or export shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.application import Meldboek, open_meldboek, start
from app.cases.beside.holds import NewHold
from app.cases.inputs import NewEvidence, NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.casework import Casework
from app.dossiers.service import Dossiers
from app.inspector.chain import Step
from app.inspector.lines import CallNotes, NewStep
from app.inspector.rules import Domain, Reason, Suspicion
from app.kernel.clock import FixedClock
from app.kernel.errors import Refused
from app.police.lines import NewPack
from app.police.rules import NewDecision, NewPoliceReport, PoliceKind
from app.vault import search
from app.vault.store import open_store
from tests.builders import BOARD, COORDINATOR, Cast

SECRET = "waterlelie"
SAID = CallNotes(
    Reason.VOLUNTARY,
    domain=Domain.MENTAL_VIOLENCE,
    facts=SECRET,
    notes=SECRET,
    advice=SECRET,
    suspicion=Suspicion.NO,
)


@pytest.fixture
def work(meldboek: Meldboek) -> Casework:
    assert meldboek.casework is not None
    return meldboek.casework


@pytest.fixture
def case_id(work: Casework, meldboek: Meldboek, cast: Cast) -> int:
    """A pupil's case that a coordinator was let into, with a call and a report to the police."""
    affected = NewInvolvement(InvolvementRole.AFFECTED, cast.noor)
    made = work.cases.report(NewReport("Bedreiging in een appgroep", involved=(affected,)))
    work.cases.triage(made, NewTriage(school_related=True, possibly_criminal=True))
    work.inspector.finish(work.inspector.start(made, SAID), SAID)
    now = meldboek.clock.now()
    work.police.add(made, NewPoliceReport(PoliceKind.MELDING, now, "E. Terpstra", SECRET, evidence=SECRET))
    work.police.decide_not(made, NewDecision(now.date(), SECRET, SECRET))
    work.cases.holds.place(made, NewHold("Politie", SECRET, now.date()))
    coordinator = next(user for user in meldboek.store.users() if user.name == COORDINATOR.name)
    work.cases.let_in(made, (coordinator,))
    return made


def test_nothing_said_stands_in_the_search_of_anyone(work: Casework, meldboek: Meldboek, case_id: int) -> None:
    casework = meldboek.store.drawers[-1]
    with casework.read() as session:
        assert search.find(session, SECRET, limit=50) == ()
    assert work.cases.search(SECRET) == ()


def test_nothing_said_stands_in_a_timeline(work: Casework, case_id: int) -> None:
    told = " ".join(f"{entry.title} {entry.text}" for entry in work.cases.timeline(case_id))
    assert SECRET not in told
    assert "Melding bij de politie" in told


def test_a_coordinator_reads_nothing_of_police_or_inspector(
    meldboek: Meldboek, case_id: int, clock: FixedClock
) -> None:
    meldboek.store.close()
    store = open_store(meldboek.store.folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    cases = start(store).casework.cases  # type: ignore[union-attr] # a coordinator holds casework
    told = " ".join(f"{entry.title} {entry.text}" for entry in cases.timeline(case_id)).lower()
    assert "melding bij de politie" not in told
    assert "inspecteur" not in told
    assert cases.search("politie") == ()
    assert [point.title for point in cases.file(case_id).points if "olitie" in point.title] == []
    store.close()


def test_nothing_said_stands_in_a_dossier(work: Casework, case_id: int, cast: Cast) -> None:
    dossiers: Dossiers = work.dossiers
    assert SECRET not in repr(dossiers.compile(cast.noor))


def test_a_coordinator_is_refused_everywhere(meldboek: Meldboek, case_id: int, folder: Path, clock: FixedClock) -> None:
    meldboek.store.close()
    theirs = open_meldboek(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    work = theirs.casework
    assert work is not None
    now = clock.now()
    report = NewPoliceReport(PoliceKind.MELDING, now, "S. Koning", "Iets")
    attempts: tuple[Callable[[], Any], ...] = (
        work.inspector.log,
        work.inspector.years,
        work.inspector.dated,
        lambda: work.inspector.sheet(case_id),
        lambda: work.inspector.view(1),
        lambda: work.inspector.note_of(1),
        lambda: work.inspector.account(case_id),
        lambda: work.inspector.chain(case_id),
        lambda: work.inspector.start(case_id, SAID),
        lambda: work.inspector.keep(case_id, SAID),
        lambda: work.inspector.record_no_answer(case_id, SAID),
        lambda: work.inspector.tick_agreed(1, 0),
        lambda: work.inspector.prepare_follow_up(1),
        lambda: work.inspector.read_along(1),
        lambda: work.inspector.attach_to_case(1, case_id),
        lambda: work.inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, now)),
        lambda: work.inspector.correct_step(case_id, NewStep(Step.BOARD_INFORMED, now), "x"),
        work.police.book,
        work.police.dated,
        lambda: work.police.of_case(case_id),
        lambda: work.police.view(1),
        lambda: work.police.add(case_id, report),
        lambda: work.police.complete(1, report),
        lambda: work.police.decide_not(case_id, NewDecision(now.date(), "x", "x")),
        lambda: work.police.pack(case_id, NewPack("x")),
        work.cases.holds.all,
        lambda: work.cases.holds.place(case_id, NewHold("x", "x", date(2026, 11, 16))),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match="only_leadership"):
            attempt()
    counsel = work.cases.file(case_id).counsel
    assert counsel.is_empty
    assert work.cases.file(case_id).held == ()
    assert SECRET not in repr(theirs.agenda)
    theirs.store.close()


def test_who_stepped_aside_sees_no_call_and_no_police(work: Casework, meldboek: Meldboek, case_id: int) -> None:
    me = meldboek.user
    board = next(user for user in meldboek.store.users() if user.name == BOARD.name)
    work.cases.aside.step_aside(case_id, me, "Het is mijn neef.", board)
    assert work.inspector.log() == ()
    assert work.police.of_case(case_id) == ()
    book = work.police.book()
    assert (book.reports, book.decisions, book.holds, book.packs) == ((), (), (), ())
    for attempt in (
        lambda: work.inspector.view(1),
        lambda: work.inspector.tick_agreed(1, 0),
        lambda: work.inspector.prepare_follow_up(1),
        lambda: work.police.view(1),
    ):
        with pytest.raises(Refused, match=r"cases\.stepped_aside"):
            attempt()


def test_every_look_stays_in_the_log(work: Casework, meldboek: Meldboek, case_id: int) -> None:
    entry = work.cases.files.attach(case_id, NewEvidence(b"Wat er stond", "bericht.txt"))
    work.inspector.note_sheet(case_id)
    work.inspector.note_log()
    work.inspector.view(1)
    work.inspector.note_of(1)
    work.inspector.account(case_id)
    work.police.note_book(case_id)
    work.police.view(1)
    pack = work.police.pack(case_id, NewPack("Wat er gebeurde.", entries=(entry,)))
    work.police.note_pack(pack, b"%PDF-")
    actions = [line.action for line in meldboek.store.drawers[-1].log(9)]
    assert actions == [
        "police_pack.made",
        "police_pack.drafted",
        "police_report.viewed",
        "police.viewed",
        "statutory_step.printed",
        "call.printed",
        "call.viewed",
        "inspector_log.viewed",
        "inspector_sheet.viewed",
    ]
