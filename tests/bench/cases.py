"""Cases at the size of many years: the list, a long case, search as one types, and saving a line."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import DeclarativeBase

from app.application import Meldboek, start
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind, number_of
from app.cases.tables import Case, Entry, Involvement
from app.kernel.clock import FixedClock, at
from app.vault.store import create_store
from tests import builders
from tests.bench.measuring import Measured, p95, window_median_of, working_median_of
from tests.builders import CHEAP, DIRECTOR, SCHOOL
from ui.cases.page import CasesPage
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme

NOW = at(2026, 11, 16, 14, 5)
CASES, ENTRIES, LONG, LONGEST = 2_000, 100_000, 500, 1
OFTEN, STRANGER = 25, 100_000  # one case in so many is about the cast, the others about pupils with five each
LIST, CASE = "list of cases, first paint", "case with 500 entries opens"
SEARCH, SAVE = "search in cases, p95", "saving an entry"
LIMITS = {LIST: 100, CASE: 150, SEARCH: 50, SAVE: 50}
_PART = {
    "person_kind": "pupil",
    "name": "",
    "group_name": "8B",
    "role": "actor",
    "category": "",
    "part": "",
    "task_holder": 0,
}
_WORDS = (
    "gesprek moeder vader filmpje appgroep verwijderd afspraak leerling reactie verslag account plein les "
    "schermafdruk directeur bewerkt bedreiging pauze telefoon excuses"
)
_SEARCHED = ("mulder", "filmpje", "sm-1", "bewerkt excuses", "schermafdruk")


def measure(folder: Path) -> Iterator[Measured]:
    """The promises at the size of the issue, beside ten times as much, which may cost twice as much.

    In processor time: what other programs do meanwhile is not counted.
    """
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    promised = dict(_timed(folder / "promised", CASES, ENTRIES))
    for name, took in promised.items():
        yield Measured(f"{name} (2,000 cases)", took, LIMITS[name], "ms")
    for name, took in _timed(folder / "ten_times", 10 * CASES, 10 * ENTRIES):
        few = max(promised[name], 1.0)
        yield Measured(f"{name}: ten times as much", took / few, 2, "x", f"{few:.0f} ms against {took:.0f} ms")


def _timed(folder: Path, cases: int, entries: int) -> Iterator[tuple[str, float]]:
    meldboek = filled(folder, cases, entries)
    assert meldboek.casework is not None
    page = CasesPage(Desk(meldboek, Jobs(inline=True)))
    page.resize(1200, 800)
    page.show()

    def paint() -> None:
        page.reload()
        page.grab()

    def open_case() -> None:
        page.open(LONGEST)
        page.grab()

    yield LIST, window_median_of(paint)
    yield CASE, window_median_of(open_case)
    work = meldboek.casework.cases
    looks = [working_median_of(partial(work.search, typed), 3) for typed in _typed()]
    yield SEARCH, p95(looks)
    page.close()
    entry = NewEntry(EntryKind.TALK, "Gesprek met moeder", "Zij belt morgen terug over het filmpje.")
    yield SAVE, p95([working_median_of(lambda: work.add_entry(2, entry), 1) for _ in range(20)])
    meldboek.store.close()
    shutil.rmtree(folder)


def _typed() -> Iterator[str]:
    """Every word as it is typed, letter by letter."""
    for word in _SEARCHED:
        yield from (word[:size] for size in range(1, len(word) + 1))


def filled(folder: Path, cases: int, entries: int) -> Meldboek:
    """A school with so many cases, of which one has 500 entries."""
    store, _ = create_store(folder, SCHOOL, DIRECTOR, FixedClock(NOW), CHEAP)
    meldboek = start(store)
    pupils = builders.cast(meldboek.people)
    assert store.casework is not None
    pooled = store.casework.engine.raw_connection()
    _fill(pooled.driver_connection, cases, entries, (pupils.stijn, pupils.pien, pupils.noor, pupils.aylin))
    pooled.close()
    return meldboek


def _fill(raw: Any, cases: int, entries: int, pupils: tuple[int, ...]) -> None:
    """Rows and index straight into the encrypted file: below the vault, which would log each of them."""
    chance, words = random.Random(1), _WORDS.split()  # noqa: S311 - the same school every time
    told = [" ".join(chance.choices(words, k=15)) for _ in range(500)]
    owners = [2 + place % (cases - 1) for place in range(entries - LONG)] + [LONGEST] * LONG
    raw.execute("BEGIN IMMEDIATE")
    opened = (NOW - timedelta(hours=place) for place in range(cases, 0, -1))
    _put(raw, Case, (_case(place, when) for place, when in enumerate(opened, start=1)))
    parts = (
        (place, pupils[place % 4] if place % OFTEN == 1 else STRANGER + place // 5) for place in range(1, cases + 1)
    )
    _put(raw, Involvement, (_PART | {"case_id": place, "person_id": person} for place, person in parts))
    _put(raw, Entry, (_entry(owner, place, told) for place, owner in enumerate(owners, start=1)))
    _index(raw, owners, told)
    raw.execute("COMMIT")


def _put(raw: Any, table: type[DeclarativeBase], rows: Iterator[dict[str, object]]) -> None:
    first = next(rows)
    marks = ", ".join("?" * len(first))
    statement = f"INSERT INTO {table.__tablename__}({', '.join(first)}) VALUES ({marks})"  # noqa: S608 - our own names
    raw.executemany(statement, (tuple(row.values()) for row in chain([first], rows)))


def _index(raw: Any, owners: list[int], told: list[str]) -> None:
    """The full-text index as ``search.put`` would leave it."""
    titles = [f"Gesprek {place} met {'Mulder' if place % 7 == 0 else 'Bakker'}" for place in range(1, len(owners) + 1)]
    numbered = list(enumerate(titles, start=1))
    raw.executemany(
        "INSERT INTO search_documents(id, kind, ref, title) VALUES (?, 'entry', ?, ?)",
        ((place, f"case:{owners[place - 1]}#{place}", title) for place, title in numbered),
    )
    raw.executemany(
        "INSERT INTO search_text(rowid, title, body) VALUES (?, ?, ?)",
        ((place, title, told[place % 500]) for place, title in numbered),
    )
    shorts = ({word[:size].lower() for word in title.split() for size in (1, 2)} for title in titles)
    raw.executemany(
        "INSERT INTO search_prefixes(prefix, document_id) VALUES (?, ?)",
        sorted((short, place) for place, found in enumerate(shorts, start=1) for short in found),
    )


def _text_of(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _case(place: int, when: datetime) -> dict[str, object]:
    at_text = _text_of(when)
    return {
        "id": place,
        "number": number_of("2026-2027", place),
        "title": f"Melding {place}",
        "summary": "",
        "status": "facts" if place % 10 == 0 else "closed",
        "severity": ("light", "medium", "serious")[place % 3],
        "confidentiality": "leadership",
        "is_employee_case": 0,
        "owner_id": "1",
        "owner_name": DIRECTOR.name,
        "platform": "WhatsApp",
        "account": f"groep {place}",
        "happened_about": "",
        "knowledge_at": at_text,
        "reported_at": at_text,
        "reported_to": "leadership",
        "reported_how": "phone",
        "reporter_protected": 0,
        "articles": '["A8"]',
        "task_holder": 0,
        "opened_at": at_text,
        "changed_at": at_text,
        "triaged_at": at_text,
        "closing": "",
    }


def _entry(case_id: int, place: int, told: list[str]) -> dict[str, object]:
    at_text = _text_of(NOW - timedelta(minutes=place % 500_000))
    return {
        "id": place,
        "case_id": case_id,
        "kind": "talk",
        "at": at_text,
        "recorded_at": at_text,
        "by_id": "1",
        "by_name": DIRECTOR.name,
        "title": f"Gesprek {place}",
        "text": told[place % 500],
        "internal": 0,
        "both_sides": 0,
        "is_report": 0,
        "version": 1,
    }
