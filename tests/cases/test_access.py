"""A coordinator sees only the pupil cases that were granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.cases.inputs import CaseFilter, NewEntry, NewEvidence, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole, NewTriage
from app.cases.service import Cases
from app.kernel.errors import Refused
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User
from app.vault.store import Store
from tests.builders import COORDINATOR, Cast

AsCoordinator = Callable[[], Cases]


def coordinator(store: Store) -> User:
    return next(user for user in store.users() if user.name == COORDINATOR.name)


@pytest.fixture
def told(store: Store, cases: Cases, school: Cast) -> dict[str, int]:
    """A granted case, one that was granted and taken back, one that was not, and one about a teacher."""
    user = coordinator(store)
    ids = {name: cases.report(NewReport(name)) for name in ("granted", "revoked", "secret")}
    cases.let_in(ids["granted"], (user,))
    cases.let_in(ids["revoked"], (user,))
    cases.let_in(ids["revoked"], ())
    teacher = (NewInvolvement(InvolvementRole.ACTOR, school.hartog),)
    ids["teacher"] = cases.report(NewReport("teacher", involved=teacher))
    with pytest.raises(Refused):
        cases.let_in(ids["teacher"], (user,))
    return ids


def test_a_coordinator_sees_only_what_was_granted(told: dict[str, int], as_coordinator: Cases) -> None:
    cases = as_coordinator
    assert [line.id for line in cases.list(CaseFilter(None))] == [told["granted"]]
    assert cases.case(told["granted"]).title == "granted"
    for name in ("revoked", "secret", "teacher"):
        with pytest.raises(Refused):
            cases.case(told[name])
    assert {hit.case_id for hit in cases.search("teacher secret granted")} <= {told["granted"]}
    assert cases.count_open() == 1


def test_a_coordinator_may_report_but_not_decide(told: dict[str, int], as_coordinator: Cases) -> None:
    own = as_coordinator.report(NewReport("Wat ik hoorde"))
    assert as_coordinator.case(own).owner == COORDINATOR.name
    with pytest.raises(Refused):
        as_coordinator.triage(own, NewTriage(True))
    as_coordinator.add_entry(told["granted"], NewEntry(EntryKind.NOTE, "Gesproken met de groep"))


def test_what_is_internal_is_read_by_the_leadership_and_by_who_wrote_it(
    told: dict[str, int], cases: Cases, request: pytest.FixtureRequest
) -> None:
    case_id = told["granted"]
    hidden = cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Onder vier ogen", "lavendel", internal=True))
    cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Het was een grap."))
    shown = cases.files.attach(case_id, NewEvidence(b"Hoi", "appje.txt", words="pioenroos"))
    theirs: Cases = request.getfixturevalue("as_coordinator")
    own = theirs.add_entry(case_id, NewEntry(EntryKind.NOTE, "Wat ik vermoed", "klaproos", internal=True))
    read = {entry.id for entry in theirs.timeline(case_id)}
    assert {shown, own} <= read
    assert hidden not in read
    assert theirs.search("lavendel") == ()
    assert [line.id for line in theirs.list(CaseFilter(text="lavendel"))] == []
    assert {theirs.search(word)[0].case_id for word in ("klaproos", "pioenroos", "grap")} == {case_id}
    for act in (lambda: theirs.versions(case_id, hidden), lambda: theirs.correct(case_id, hidden, "x", "y")):
        with pytest.raises(Refused, match="entry_unknown"):
            act()


def test_a_coordinator_is_told_what_the_leadership_does(told: dict[str, int], as_coordinator: Cases) -> None:
    file = as_coordinator.file(told["granted"])
    assert (file.step.title, file.step.action) == ("De melding beoordelen", "note")
    assert "de directie" in file.step.text
    assert file.points == ()


def test_a_case_that_turns_out_to_be_about_a_teacher_is_closed_to_the_coordinator(
    store: Store, cases: Cases, school: Cast
) -> None:
    case_id = cases.report(NewReport("appje"))
    cases.let_in(case_id, (coordinator(store),))
    cases.involve(case_id, NewInvolvement(InvolvementRole.ACTOR, school.smit))
    assert cases.case(case_id).is_employee_case


def test_who_was_let_in_and_by_whom_stays_on_the_case(store: Store, cases: Cases, case_id: int) -> None:
    user = coordinator(store)
    cases.let_in(case_id, (user,))
    cases.let_in(case_id, (user,))
    (line,) = cases.case(case_id).access
    assert (line.name, line.by) == (COORDINATOR.name, "E. Terpstra")
    assert cases.case(case_id).confidentiality == "granted"
    cases.let_in(case_id, ())
    assert cases.case(case_id).access == ()
    assert cases.case(case_id).confidentiality == "leadership"


def test_old_finds_reach_a_coordinator_behind_many_hidden_ones(
    store: Store, cases: Cases, request: pytest.FixtureRequest
) -> None:
    old = cases.report(NewReport("Nepaccount van lang geleden"))
    cases.let_in(old, (coordinator(store),))
    for number in range(30):
        cases.report(NewReport(f"Nepaccount {number}"))
    as_coordinator: Cases = request.getfixturevalue("as_coordinator")
    assert [hit.case_id for hit in as_coordinator.search("nepaccount", limit=5)] == [old]
    assert [line.id for line in as_coordinator.list(CaseFilter(text="nepaccount"))] == [old]


def test_opening_a_case_leaves_a_line_in_the_log(cases: Cases, case_id: int, casework: Drawer) -> None:
    cases.note_opened(case_id)
    (line,) = casework.log(1)
    assert (line.action, line.subject) == ("case.opened", f"case:{case_id}")


@pytest.mark.parametrize("sees_files", [False, True])
def test_photos_need_a_right_of_their_own(
    store: Store, cases: Cases, request: pytest.FixtureRequest, sees_files: bool
) -> None:
    user, case_id = coordinator(store), cases.report(NewReport("Foto"))
    cases.let_in(case_id, (user,), with_files=())
    cases.let_in(case_id, (user,), with_files=(user.id,) if sees_files else ())
    shown = cases.files.attach(case_id, NewEvidence(b"Hoi", "appje.txt", words="pioenroos"))
    assert cases.case(case_id).access[0].sees_files == sees_files
    theirs: Cases = request.getfixturevalue("as_coordinator")
    own = theirs.files.attach(case_id, NewEvidence(b"Dag", "eigen.txt", words="klaproos"))
    assert shown in {entry.id for entry in theirs.timeline(case_id)}  # that it is there is no secret
    assert bool(theirs.search("pioenroos")) == sees_files
    assert theirs.search("klaproos")
    for act in (theirs.files.load, theirs.files.glance):
        assert act(case_id, own).data == b"Dag"
        if sees_files:
            assert act(case_id, shown).data == b"Hoi"
            continue
        with pytest.raises(Refused, match="no_files"):
            act(case_id, shown)
