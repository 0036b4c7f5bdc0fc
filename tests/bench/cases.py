"""Cases at the size of many years: the list, a long case, search as one types, and saving a line."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from app.application import Meldboek, start
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind, number_of
from app.cases.tables import Case, Entry, Involvement
from app.kernel.clock import FixedClock, at
from app.vault.database import Drawer
from app.vault.store import create_store
from tests import builders
from tests.bench.measuring import Measured, median_of, milliseconds, p95
from tests.builders import CHEAP, DIRECTOR, SCHOOL
from ui.cases.page import CasesPage
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme

NOW = at(2026, 11, 16, 14, 5)
CASES, ENTRIES, LONG = 2_000, 100_000, 500
_WORDS = (
    "gesprek moeder vader filmpje appgroep verwijderd afspraak leerling reactie verslag account plein les "
    "schermafdruk directeur bewerkt bedreiging pauze telefoon excuses"
)
_SEARCHED = ("mulder", "filmpje", "sm-1", "bewerkt excuses", "schermafdruk")


def measure(folder: Path) -> Iterator[Measured]:
    """The promises at the size of the issue, beside a tenth of it: ten times as much may cost twice as much."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    tenth = dict(_timed(folder / "tenth", CASES // 10, ENTRIES // 10))
    whole = dict(_timed(folder / "whole", CASES, ENTRIES))
    limits = {"list of cases, first paint": 100, "case with 500 entries opens": 150, "search in cases, p95": 50}
    for name, took in whole.items():
        yield Measured(f"{name} (2,000 cases)", took, limits.get(name, 50), "ms")
    for name, took in whole.items():
        few = max(tenth[name], 1.0)
        yield Measured(f"{name}: ten times as much", took / few, 2, "x", f"{few:.0f} ms against {took:.0f} ms")


def _timed(folder: Path, cases: int, entries: int) -> Iterator[tuple[str, float]]:
    meldboek = _school(folder, cases, entries)
    assert meldboek.casework is not None
    page = CasesPage(Desk(meldboek, Jobs(inline=True)))
    page.resize(1200, 800)
    page.show()

    def paint() -> None:
        page.reload()
        page.grab()

    def open_case() -> None:
        page.open(1)
        page.grab()

    yield "list of cases, first paint", median_of(paint)
    yield "case with 500 entries opens", median_of(open_case)
    work = meldboek.casework.cases
    looks = [milliseconds(partial(work.search, typed)) for typed in _typed() for _ in range(3)]
    yield "search in cases, p95", p95(looks)
    page.close()
    entry = NewEntry(EntryKind.TALK, "Gesprek met moeder", "Zij belt morgen terug over het filmpje.")
    yield "saving an entry", p95([milliseconds(lambda: work.add_entry(2, entry)) for _ in range(20)])
    meldboek.store.close()


def _typed() -> Iterator[str]:
    """Every word as it is typed, letter by letter."""
    for word in _SEARCHED:
        yield from (word[:size] for size in range(1, len(word) + 1))


def _school(folder: Path, cases: int, entries: int) -> Meldboek:
    store, _ = create_store(folder, SCHOOL, DIRECTOR, FixedClock(NOW), CHEAP)
    meldboek = start(store)
    pupils = builders.cast(meldboek.people)
    assert store.casework is not None
    _fill(store.casework, cases, entries, (pupils.stijn, pupils.pien, pupils.noor, pupils.aylin))
    return meldboek


def _fill(drawer: Drawer, cases: int, entries: int, pupils: tuple[int, ...]) -> None:
    """Rows and index straight into the drawer: below the vault, which would log each of them."""
    chance, words = random.Random(1), _WORDS.split()  # noqa: S311 - the same school every time
    told = [" ".join(chance.choices(words, k=25)) for _ in range(500)]
    opened = [NOW - timedelta(hours=place) for place in range(cases, 0, -1)]
    owners = [1 + place % cases for place in range(entries - LONG)] + [1] * LONG
    with drawer.engine.begin() as connection:
        connection.execute(insert(Case), [_case(place, when) for place, when in enumerate(opened, start=1)])
        parts = [
            {"case_id": place, "person_id": chance.choice(pupils), "role": "actor"} for place in range(1, cases + 1)
        ]
        connection.execute(
            insert(Involvement), [{"person_kind": "pupil", "group_name": "8B", **part} for part in parts]
        )
        for first in range(0, entries, 20_000):
            rows = [_entry(owners[place], place, told) for place in range(first, min(entries, first + 20_000))]
            connection.execute(insert(Entry), rows)
    _index(drawer, owners, told)


def _index(drawer: Drawer, owners: list[int], told: list[str]) -> None:
    """The full-text index as ``search.put`` would leave it, in three statements instead of four for every row."""
    documents, texts, prefixes = [], [], []
    for place, owner in enumerate(owners, start=1):
        title = f"Gesprek {place} met {'Mulder' if place % 7 == 0 else 'Bakker'}"
        documents.append((place, f"case:{owner}#{place}", title))
        texts.append((place, title, told[place % 500]))
        prefixes += [(prefix, place) for prefix in {word[:size].lower() for word in title.split() for size in (1, 2)}]
    pooled = drawer.engine.raw_connection()
    raw: Any = pooled.driver_connection
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO search_documents(id, kind, ref, title) VALUES (?, 'entry', ?, ?)", documents)
    raw.executemany("INSERT INTO search_text(rowid, title, body) VALUES (?, ?, ?)", texts)
    raw.executemany("INSERT INTO search_prefixes(prefix, document_id) VALUES (?, ?)", prefixes)
    raw.execute("COMMIT")
    pooled.close()


def _case(place: int, when: datetime) -> dict[str, object]:
    is_open = place % 10 == 0
    return {
        "id": place,
        "number": number_of("2026-2027", place),
        "title": f"Melding {place}",
        "status": "facts" if is_open else "closed",
        "severity": ("light", "medium", "serious")[place % 3],
        "confidentiality": "leadership",
        "owner_id": "1",
        "owner_name": DIRECTOR.name,
        "platform": "WhatsApp",
        "account": f"groep {place}",
        "knowledge_at": when,
        "reported_at": when,
        "reported_to": "leadership",
        "reported_how": "phone",
        "articles": ["A8"],
        "opened_at": when,
        "changed_at": when,
        "triaged_at": when,
    }


def _entry(case_id: int, place: int, told: list[str]) -> dict[str, object]:
    when = NOW - timedelta(minutes=place % 500_000)
    return {
        "case_id": case_id,
        "kind": "talk",
        "at": when,
        "recorded_at": when,
        "by_id": "1",
        "by_name": DIRECTOR.name,
        "title": f"Gesprek {place}",
        "text": told[place % 500],
    }
