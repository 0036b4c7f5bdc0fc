"""The yearly proposal and destroying: what is free, what is held, who confirms, and that nothing is left of it."""

from __future__ import annotations

import zlib
from contextlib import closing
from datetime import date, timedelta

import pytest

from app.application import Meldboek
from app.cases.beside.holds import NewHold
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole
from app.cases.tables import Case
from app.inspector.tables import CallRow
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused, Unavailable
from app.people.tables import Pupil
from app.retention.lines import OfferLine, Second
from app.retention.rules import Standing
from app.retention.service import Disposal
from app.vault.copies import backups, keeping
from app.vault.drawers import cipher
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role
from tests.builders import BOARD, DIRECTOR, Cast

CANARY = "KANARIEVOGEL"


@pytest.fixture
def disposal(meldboek: Meldboek) -> Disposal:
    assert meldboek.disposal is not None
    return meldboek.disposal


def _case(meldboek: Meldboek, cast: Cast, closed: date | None) -> int:
    assert meldboek.casework is not None
    cases, drawer = meldboek.casework.cases, meldboek.store.casework
    assert drawer is not None
    involved = (NewInvolvement(InvolvementRole.ACTOR, cast.stijn), NewInvolvement(InvolvementRole.WITNESS, name=CANARY))
    case_id = cases.report(NewReport(f"Zaak {CANARY}", summary=CANARY, involved=involved))
    cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Gesprek", CANARY))
    if closed is not None:
        with drawer.write("case.closed", f"case:{case_id}") as session:
            row = session.get(Case, case_id)
            assert row is not None
            row.status, row.closed_at = "closed", at(closed.year, closed.month, closed.day, 12)
    return case_id


def _call(meldboek: Meldboek, case_id: int) -> None:
    drawer = meldboek.store.casework
    assert drawer is not None
    blank = dict.fromkeys(
        ("caller_id", "caller", "number", "kind", "reason", "inspector_name", "reference", "facts", "notes", "advice",
         "why_not"), "",
    )  # fmt: skip
    with drawer.write("call.logged") as session:
        row = CallRow(case_id=case_id, case_number="1", started_at=at(2023, 5, 1, 9), ended_at=at(2023, 5, 1, 10))
        for name, value in blank.items():
            setattr(row, name, value)
        row.reached = row.for_board = row.follow_up_done = True
        row.agreed, row.notes = [], CANARY
        session.add(row)


def _leave(meldboek: Meldboek, pupil: int, on: date) -> None:
    with meldboek.store.register.write("pupil.left", f"pupil:{pupil}") as session:
        row = session.get(Pupil, pupil)
        assert row is not None
        row.leave_date = on


def _offered(disposal: Disposal, key: str) -> OfferLine | None:
    return next((line for line in disposal.offer() if line.key == key), None)


def _plain(drawer: Drawer) -> str:
    found: list[str] = []
    drawer.close()
    with closing(cipher.raw(drawer.path, drawer.key)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 - a name of its own
                found.extend(_read(cell) for cell in row)
    return "\n".join(found)


def _read(cell: object) -> str:
    try:
        return zlib.decompress(cell).decode() if isinstance(cell, bytes) else str(cell)
    except zlib.error:
        return cell.decode("latin-1") if isinstance(cell, bytes) else ""


def test_a_case_is_offered_two_years_after_it_closed(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    old, young = _case(meldboek, cast, date(2024, 11, 16)), _case(meldboek, cast, date(2024, 11, 17))
    still_open = _case(meldboek, cast, None)
    line = _offered(disposal, f"case:{old}")
    assert line is not None
    assert (line.category, line.standing, line.free_on) == ("case", Standing.FREE, date(2026, 11, 16))
    assert line.keeps_counts
    assert _offered(disposal, f"case:{young}") is None
    assert _offered(disposal, f"case:{still_open}") is None


def test_a_hold_stays_the_hand(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    assert meldboek.casework is not None
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    meldboek.casework.cases.holds.place(case_id, NewHold("Politie Twente", "onderzoek", date(2026, 1, 1)))
    line = _offered(disposal, f"case:{case_id}")
    assert line is not None
    assert (line.standing, line.held_by) == (Standing.HELD, ("asked",))
    with pytest.raises(Refused, match=r"retention\.not_free"):
        disposal.destroy([line.key])


def test_names_go_and_the_count_stays(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    casework, register = meldboek.store.casework, meldboek.store.register
    assert casework is not None
    (line,) = disposal.destroy([f"case:{case_id}"])
    assert (line.count, line.is_nameless, line.by_name) == (1, True, DIRECTOR.name)
    assert casework.row_counts()["cases"] == 1
    assert _offered(disposal, f"case:{case_id}") is None
    assert meldboek.store.verify().is_sound
    assert backups.made(meldboek.store.folder)
    assert CANARY not in _plain(casework)
    assert CANARY not in _plain(register)


def test_two_persons_decide_about_what_the_inspector_was_told(
    meldboek: Meldboek, cast: Cast, disposal: Disposal
) -> None:
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    _call(meldboek, case_id)
    key = f"case:{case_id}"
    board = next(user for user in meldboek.store.users() if user.role is Role.BOARD)
    with pytest.raises(Refused, match=r"retention\.second_person"):
        disposal.destroy([key])
    with pytest.raises(Refused, match=r"retention\.not_yourself"):
        disposal.destroy([key], Second(meldboek.user.id, DIRECTOR.passphrase))
    with pytest.raises(Unavailable, match=r"vault\.wrong_passphrase"):
        disposal.destroy([key], Second(board.id, "niet de juiste"))
    (line,) = disposal.destroy([key], Second(board.id, BOARD.passphrase))
    assert (line.confirmed_by, line.label) == (BOARD.name, disposal.done()[0].label)
    casework = meldboek.store.casework
    assert casework is not None
    assert casework.row_counts()["inspector_calls"] == casework.row_counts()["cases"] == 0
    assert meldboek.store.verify().is_sound
    assert CANARY not in _plain(casework)


def test_a_signed_paper_stands_for_the_second_person(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    _call(meldboek, case_id)
    paper = Second(name="H. van Vliet", signed_on=date(2026, 11, 10), scan=b"%PDF-1.4", scan_name="getekend.pdf")
    late = Second(name="H. van Vliet", signed_on=date(2026, 11, 17), scan=b"%PDF-1.4", scan_name="getekend.pdf")
    with pytest.raises(Refused, match=r"retention\.paper_missing"):
        disposal.destroy([f"case:{case_id}"], Second(name="H. van Vliet"))
    with pytest.raises(Invalid, match=r"retention\.in_future"):
        disposal.destroy([f"case:{case_id}"], late)
    (line,) = disposal.destroy([f"case:{case_id}"], paper)
    assert (line.confirmed_by, line.confirmed_on) == ("H. van Vliet", date(2026, 11, 10))


def test_a_pupil_goes_two_years_after_leaving_with_the_parents_of_no_other(
    meldboek: Meldboek, cast: Cast, disposal: Disposal
) -> None:
    _leave(meldboek, cast.noor, date(2024, 7, 31))
    register = meldboek.store.register
    before = register.row_counts()["persons"]
    (line,) = disposal.destroy([f"person:{cast.noor}"])
    assert line.count == 1
    assert register.row_counts()["persons"] == before - 2
    assert meldboek.store.verify().is_sound
    assert "Graaf" not in _plain(register)


def test_who_stands_in_a_case_that_is_kept_stays(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    _case(meldboek, cast, None)
    _leave(meldboek, cast.stijn, date(2024, 7, 31))
    line = _offered(disposal, f"person:{cast.stijn}")
    assert line is not None
    assert (line.standing, line.held_by) == (Standing.HELD, ("in_case",))


def test_what_was_destroyed_leaves_the_older_backups_after_a_month(
    meldboek: Meldboek, cast: Cast, disposal: Disposal, clock: FixedClock
) -> None:
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    disposal.destroy([f"case:{case_id}"])
    before = backups.made(meldboek.store.folder)[0].path
    clock.at += timedelta(days=31)
    _case(meldboek, cast, None)
    keeping.keep(meldboek.store)
    assert not before.exists()
