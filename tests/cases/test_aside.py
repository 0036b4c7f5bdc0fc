"""Stepping aside, and the second signature under a case about an employee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.cases.beside.signing import PaperSignature
from app.cases.inputs import NewClosure, NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole, NewTriage, Outcome
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import PersonName
from app.people.rules import NewEmployee
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.keys.keyring import User
from app.vault.store import Store, open_store
from tests.builders import BOARD, COORDINATOR, DIRECTOR, Cast
from tests.cases import samples


@pytest.fixture(autouse=True)
def users(cases: Cases, store: Store) -> dict[str, User]:
    cases.aside.follow_users(store.users)
    return {user.name: user for user in store.users()}


@pytest.fixture
def as_board(store: Store, folder: Path, clock: FixedClock) -> Iterator[Cases]:
    store.close()
    opened = open_store(folder, BOARD.name, BOARD.passphrase, clock)
    assert opened.casework is not None
    yield Cases(opened.casework, People(opened.register, clock), load_protocol(), clock)
    opened.close()


def test_who_steps_aside_sees_nothing_of_the_case_any_more(cases: Cases, case_id: int, users: dict[str, User]) -> None:
    cases.aside.step_aside(case_id, users[DIRECTOR.name], "Mijn zus is de moeder", users[BOARD.name])
    assert cases.list() == ()
    assert cases.search("appgroep") == ()
    assert cases.count_open() == 0
    for work in (cases.case, cases.timeline, cases.file, cases.note_opened):
        with pytest.raises(Refused) as refused:
            work(case_id)
        assert (refused.value.code, refused.value.values) == ("cases.stepped_aside", {"name": BOARD.name})
    with pytest.raises(Refused):
        cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Toch nog iets"))


def test_another_takes_over_and_may_let_them_back(
    cases: Cases, case_id: int, users: dict[str, User], request: pytest.FixtureRequest
) -> None:
    cases.aside.step_aside(case_id, users[DIRECTOR.name], "Familie", users[BOARD.name])
    board: Cases = request.getfixturevalue("as_board")
    assert board.case(case_id).owner == BOARD.name
    (line,) = board.file(case_id).aside
    assert (line.name, line.reason, line.replaced_by) == (DIRECTOR.name, "Familie", BOARD.name)
    assert board.timeline(case_id)[0].title == "E. Terpstra doet een stap opzij"
    with pytest.raises(Invalid):
        board.aside.step_aside(case_id, users[BOARD.name], "Ook familie", users[DIRECTOR.name])
    with pytest.raises(Invalid):
        board.aside.let_back(case_id, line.user_id, " ")
    board.aside.let_back(case_id, line.user_id, "Blijkt een ander te zijn")
    assert board.file(case_id).aside == ()


def test_stepping_aside_asks_for_a_reason_and_for_another_leader(
    cases: Cases, case_id: int, users: dict[str, User]
) -> None:
    me, board, helper = users[DIRECTOR.name], users[BOARD.name], users[COORDINATOR.name]
    for reason, other in ((" ", board), ("Familie", helper), ("Familie", me), ("Familie", None)):
        with pytest.raises(Invalid):
            cases.aside.step_aside(case_id, me, reason, other)


def test_a_user_who_turns_out_to_be_involved_steps_aside_by_itself(cases: Cases, people: People, school: Cast) -> None:
    terpstra = people.add_employee(NewEmployee(PersonName("Els", "", "Terpstra"), job_title="directeur"))
    reporter = NewReport("Gehoord", involved=(NewInvolvement(InvolvementRole.REPORTER, terpstra),))
    assert cases.case(cases.report(reporter)).owner == DIRECTOR.name
    about = cases.report(NewReport("Over mijzelf", involved=(NewInvolvement(InvolvementRole.ACTOR, terpstra),)))
    with pytest.raises(Refused) as refused:
        cases.case(about)
    assert refused.value.code == "cases.stepped_aside"


def test_with_nobody_else_the_case_stays_open_and_says_so(cases: Cases, people: People, users: dict[str, User]) -> None:
    cases.aside.follow_users(lambda: [users[DIRECTOR.name]])
    terpstra = people.add_employee(NewEmployee(PersonName("Els", "", "Terpstra"), job_title="directeur"))
    about = cases.report(NewReport("Over mijzelf", involved=(NewInvolvement(InvolvementRole.ACTOR, terpstra),)))
    assert "er is niemand anders" in cases.timeline(about)[-1].title + cases.timeline(about)[0].title


def closed(school: Cast, cases: Cases, case_id: int) -> None:
    outcomes = tuple((party.id, Outcome.ESTABLISHED) for party in cases.case(case_id).parties)
    cases.close(case_id, NewClosure("Afgerond.", outcomes, despite="Nazorg loopt door."))


def test_a_case_about_an_employee_needs_a_second_signature(
    cases: Cases, school: Cast, users: dict[str, User], request: pytest.FixtureRequest
) -> None:
    about = cases.report(NewReport("Opmerking", involved=(NewInvolvement(InvolvementRole.ACTOR, school.hartog),)))
    cases.triage(about, NewTriage(True, task_holder=True))
    with pytest.raises(Refused) as refused:
        closed(school, cases, about)
    assert [finding.code for finding in refused.value.findings] == ["cases.close.signature"]
    with pytest.raises(Refused):
        cases.signing.sign(about)
    board: Cases = request.getfixturevalue("as_board")
    board.signing.sign(about, "Akkoord")
    signature = board.file(about).signature
    assert signature is not None
    assert (signature.name, signature.on_paper, signature.note) == (BOARD.name, False, "Akkoord")
    with pytest.raises(Refused):
        closed(school, board, about)


def test_a_signature_on_paper_counts_until_the_case_is_reopened(cases: Cases, school: Cast) -> None:
    about = cases.report(NewReport("Opmerking", involved=(NewInvolvement(InvolvementRole.ACTOR, school.hartog),)))
    cases.triage(about, NewTriage(True, task_holder=True))
    paper = PaperSignature("H. van Vliet", date(2026, 11, 16), samples.pdf(), "akkoord.pdf")
    for wrong in (
        PaperSignature(" ", date(2026, 11, 16), samples.pdf(), "a.pdf"),
        PaperSignature("H. van Vliet", date(2026, 11, 17), samples.pdf(), "a.pdf"),
        PaperSignature("e. terpstra", date(2026, 11, 16), samples.pdf(), "a.pdf"),
        PaperSignature("H. van Vliet", date(2026, 11, 16), b"MZ", "a.pdf"),
    ):
        with pytest.raises(Invalid):
            cases.signing.sign_on_paper(about, wrong)
    cases.signing.sign_on_paper(about, paper)
    assert cases.signing.scan(about).name == "akkoord.pdf"
    closed(school, cases, about)
    cases.reopen(about, "Nieuwe melding")
    assert cases.file(about).signature is None
    with pytest.raises(Refused):
        cases.signing.scan(about)
    with pytest.raises(Refused):
        closed(school, cases, about)


def test_a_case_is_handed_over_with_a_reason_to_who_may_see_it(
    cases: Cases, case_id: int, users: dict[str, User]
) -> None:
    board, coordinator = users[BOARD.name], users[COORDINATOR.name]
    with pytest.raises(Invalid):
        cases.aside.hand_over(case_id, board, " ")
    for wrong in (coordinator, users[DIRECTOR.name]):
        with pytest.raises(Invalid, match="no_handler"):
            cases.aside.hand_over(case_id, wrong, "Op vakantie.")
    cases.aside.hand_over(case_id, board, "Op vakantie.")
    assert cases.case(case_id).owner == BOARD.name
    cases.let_in(case_id, (coordinator,))
    cases.aside.hand_over(case_id, coordinator, "Kent de kinderen.")
    newest = cases.timeline(case_id)[0]
    assert (newest.title, newest.text) == ("S. Koning behandelt de zaak", "Kent de kinderen.")
    cases.aside.step_aside(case_id, board, "Familie", users[DIRECTOR.name])
    with pytest.raises(Invalid, match="no_handler"):
        cases.aside.hand_over(case_id, board, "Toch weer.")


def test_a_coordinator_hands_nothing_over(cases: Cases, case_id: int, request: pytest.FixtureRequest) -> None:
    cases.let_in(case_id, tuple(user for user in cases.aside.candidates() if user.name == COORDINATOR.name))
    work: Cases = request.getfixturevalue("as_coordinator")
    with pytest.raises(Refused):
        work.aside.hand_over(case_id, work._drawer.user, "Ik kan het.")
