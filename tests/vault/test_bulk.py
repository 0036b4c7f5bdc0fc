"""Many rows at once: entered, changed, taken out and put back, all of it told in the log."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from app.people.tables import Person, Pupil
from app.vault.drawers import bulk
from app.vault.drawers.database import Drawer
from app.vault.trail import audit

ROW = {"kind": "pupil", "surname": "Graaf", "sort_name": "graaf", "folded": " graaf", "exact": True}


def entered(register: Drawer, count: int = 2) -> list[int]:
    with register.write("people.added") as session:
        ids = bulk.insert(session, Person, [{**ROW, "first_name": f"Noor {n}"} for n in range(count)])
        bulk.insert(session, Pupil, [{"id": key, "birth_date": date(2017, 6, 21)} for key in ids])
    return ids


def test_rows_come_in_with_their_defaults_and_types(register: Drawer) -> None:
    first, second = entered(register)
    with register.read() as session:
        person, pupil = session.get(Person, second), session.get(Pupil, first)
        assert person is not None
        assert pupil is not None
        assert (person.first_name, person.email, person.exact, person.merged_into) == ("Noor 1", "", True, None)
        assert (pupil.birth_date, pupil.number) == (date(2017, 6, 21), "")


def test_the_log_tells_every_row_and_holds(register: Drawer) -> None:
    first, second = entered(register)
    with register.write("people.changed") as session:
        bulk.change(session, Person, {first: {"surname": "Bos"}, second: {"surname": "Graaf"}})
    with register.write("people.gone") as session:
        bulk.delete(session, Pupil, [first])
    gone, changed, new = (line.changes for line in register.log(3))
    assert changed == (("persons", first, {"surname": ("Graaf", "Bos")}),)
    assert gone[0][:2] == ("pupils", first)
    assert gone[0][2]["birth_date"] == ("2017-06-21", None)
    assert [change[:2] for change in new] == [
        *(("persons", first), ("persons", second), ("pupils", first), ("pupils", second))
    ]
    assert new[0][2]["first_name"] == (None, "Noor 0")
    assert "merged_into" not in new[0][2]
    assert register.broken_line() is None


def test_many_rows_come_in_whole_and_in_order(register: Drawer) -> None:
    ids = entered(register, 127)  # more than stand together in one statement, and a remainder
    assert ids == list(range(ids[0], ids[0] + 127))
    with register.read() as session:
        held = bulk.current(session, Person, ["first_name", "surname"], ids)
        days = bulk.current(session, Pupil, ["birth_date"], ids)
    assert [held[key] for key in ids] == [(f"Noor {n}", "Graaf") for n in range(127)]
    assert set(days.values()) == {("2017-06-21",)}
    assert len(register.log(1)[0].changes) == 254


def test_an_id_is_never_given_out_twice(register: Drawer) -> None:
    first, second = entered(register)
    with register.write("people.gone") as session:
        bulk.delete(session, Pupil, [second])
        bulk.delete(session, Person, [second])
    assert entered(register, 1) == [second + 1]
    assert first != second


def test_what_a_block_throws_away_is_not_told(register: Drawer) -> None:
    head = register.head
    with pytest.raises(IntegrityError), register.write("people.added") as session:
        bulk.insert(session, Person, [ROW, {**ROW, "kind": None}])
    assert register.head == head
    assert register.row_counts()["persons"] == 0


def test_old_values_come_back_from_the_log(register: Drawer) -> None:
    (first,) = entered(register, 1)
    with register.write("people.changed") as session:
        bulk.change(session, Pupil, {first: {"birth_date": None, "number": "12"}})
    with register.read() as session:
        (batch,) = audit.batches(session, register.tables, register.head.count) or ()
    assert (batch.kind, batch.columns) == (audit.Kind.CHANGED, ("id", "birth_date", "number"))
    with register.write("people.restored") as session:
        bulk.put_back(session, Pupil, batch.columns[1:], {first: batch.rows[0][1:3]})
        assert bulk.current(session, Pupil, ["number", "birth_date"], [first, 99]) == {first: ("", "2017-06-21")}


def test_a_line_without_rows_holds_no_batches(register: Drawer) -> None:
    register.note("thing.seen")
    with register.read() as session:
        assert audit.batches(session, register.tables, register.head.count) is None


def test_topics_of_many_rows_are_announced(register: Drawer) -> None:
    heard: list[frozenset[str]] = []
    register.listeners.append(heard.append)
    entered(register)
    assert heard == [frozenset({"people"})]


def test_what_all_rows_hold_alike_stands_in_the_file_and_in_the_log_of_every_row(register: Drawer) -> None:
    rows = [{**ROW, "first_name": name, "surname": "'s-Graaf; --", "exact": False} for name in ("Noor", "Mees")]
    with register.write("people.added") as session:
        ids = bulk.insert(session, Person, rows)
    with register.read() as session:
        found = [session.get(Person, key) for key in ids]
        assert [(one.first_name, one.surname, one.exact) for one in found if one] == [
            ("Noor", "'s-Graaf; --", False),
            ("Mees", "'s-Graaf; --", False),
        ]
        (batch,) = audit.batches(session, register.tables, register.head.count) or ()
    assert [dict(zip(batch.columns, row, strict=True))["surname"] for row in batch.rows] == ["'s-Graaf; --"] * 2
    assert register.altered_rows() == ()
