"""Destroying rows: nothing of them is found in the file any more, and the log still holds."""

from __future__ import annotations

import zlib
from contextlib import closing
from typing import Any

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewEvidence, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole
from app.casework import Casework
from app.vault import destroying
from app.vault.drawers import cipher
from app.vault.drawers.database import Drawer
from tests.builders import Cast

CANARY = "KANARIEVOGEL"


def _plain(drawer: Drawer) -> str:
    """Everything in a drawer in readable form, after closing it: every cell, packed details unpacked."""
    found: list[str] = []
    drawer.close()
    with closing(cipher.raw(drawer.path, drawer.key)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for name in names:
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 - a name of its own
                found.extend(_read(cell) for cell in row)
    return "\n".join(found)


def _read(cell: object) -> str:
    if not isinstance(cell, bytes):
        return str(cell)
    try:
        return zlib.decompress(cell).decode()
    except zlib.error:
        return cell.decode("latin-1")


def _case(casework: Casework, cast: Cast, word: str) -> int:
    case_id = casework.cases.report(
        NewReport(
            f"Zaak {word}",
            summary=f"over {word}",
            account=word,
            involved=(
                NewInvolvement(InvolvementRole.ACTOR, cast.stijn),
                NewInvolvement(InvolvementRole.WITNESS, name=f"buur {word}"),
            ),
        )
    )
    entry = casework.cases.add_entry(case_id, NewEntry(EntryKind.NOTE, f"gesprek {word}", f"tekst {word} lang" * 500))
    casework.cases.correct(case_id, entry, f"gesprek beter {word}", f"verbeterd {word}")
    casework.cases.files.attach(case_id, NewEvidence(f"inhoud {word}".encode(), f"{word}.txt", word, words=word))
    return case_id


def test_of_a_destroyed_case_nothing_is_left_and_the_log_holds(meldboek: Meldboek, cast: Cast) -> None:
    casework, drawer = meldboek.casework, meldboek.store.casework
    assert casework is not None
    assert drawer is not None
    gone, stays = _case(casework, cast, CANARY), _case(casework, cast, "BLIJVERTJE")
    assert casework.cases.search(CANARY)
    done = destroying.destroy(drawer, "material.destroyed", "retention:1", {"cases": [gone]})
    assert done.rows["cases"] == 1
    assert len(done.files) == 1
    assert not casework.cases.search(CANARY)
    assert casework.cases.case(stays).title == "Zaak BLIJVERTJE"
    assert meldboek.store.verify().is_sound
    text = _plain(drawer)
    assert CANARY not in text
    assert "BLIJVERTJE" in text


def test_what_stays_without_names_keeps_its_row_and_its_values_hold(meldboek: Meldboek, cast: Cast) -> None:
    casework, drawer = meldboek.casework, meldboek.store.casework
    assert casework is not None
    assert drawer is not None
    case_id = _case(casework, cast, CANARY)
    blanks: dict[str, dict[str, object]] = {
        "cases": {"title": "Zaak zonder namen", "summary": "", "account": ""},
        "involvements": {"person_id": None, "name": "", "group_name": ""},
    }
    destroying.destroy(drawer, "material.pseudonymised", "retention:1", {"cases": [case_id]}, blanks)
    assert casework.cases.case(case_id).title == "Zaak zonder namen"
    assert drawer.row_counts()["involvements"] == 2
    assert meldboek.store.verify().is_sound
    assert CANARY not in _plain(drawer)


def test_a_line_that_told_of_others_too_still_lets_them_be_checked(meldboek: Meldboek, cast: Cast) -> None:
    """The whole import lies in one line of the log; one pupil of it goes, the others are held against it later."""
    drawer = meldboek.store.register
    with drawer.write("pupils.renamed") as session:
        for pupil in (cast.noor, cast.aylin):
            row = session.get(_person(drawer), pupil)
            assert row is not None
            row.city = f"{CANARY}{pupil}"
    destroying.destroy(drawer, "material.destroyed", "retention:2", {"persons": [cast.noor]})
    assert meldboek.store.verify().is_sound
    names = {line.id for line in meldboek.people.pupils()}
    assert cast.noor not in names
    assert cast.aylin in names
    with drawer.write("pupils.renamed") as session:  # a page of before is put back behind the log
        session.connection().exec_driver_sql("UPDATE persons SET city = 'Elders' WHERE id = ?", (cast.aylin,))
    assert meldboek.store.verify().altered_rows == (f"register/persons:{cast.aylin}",)
    text = _plain(drawer)
    assert f"{CANARY}{cast.noor}" not in text


def _person(drawer: Drawer) -> Any:
    mappers = drawer.tables.base.registry.mappers
    return next(mapper.class_ for mapper in mappers if getattr(mapper.local_table, "name", "") == "persons")
