"""Search by name among 100,000 timeline entries."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from app.kernel.clock import FixedClock, at
from app.vault import search
from app.vault.store import Store, create_store
from tests.bench.measuring import Measured, milliseconds, p95
from tests.builders import CHEAP, DIRECTOR, SCHOOL

ENTRIES = 100_000
_NAMES = "Bakker Mulder Yılmaz Graaf Kuipers Öztürk Berg Nguyen Peeters Smit Haar Hamdaoui Dijk Sluis Veld".split()  # noqa: SIM905 - easier to read
_WORDS = (  # noqa: SIM905
    "gesprek leerling ouders filmpje appgroep bericht moeder vader school klas foto geplaatst verwijderd telefoon "
    "besproken afgesproken groep directeur leerkracht melding verslag reactie brief waarschuwing schorsing"
).split()


def measure(folder: Path) -> Iterator[Measured]:
    """Type every name letter by letter and take the slowest of twenty."""
    store = _filled(folder)
    times = [_look(store, typed) for _ in range(3) for typed in _typed()]
    store.close()
    note = f"{len(times)} searches as typed among {ENTRIES:,} entries"
    yield Measured("name search, p95", p95(times), 16, "ms", note)


def _filled(folder: Path) -> Store:
    store, _ = create_store(folder, SCHOOL, DIRECTOR, FixedClock(at(2026, 11, 16)), CHEAP)
    assert store.casework is not None
    chance = random.Random(1)  # noqa: S311
    for start in range(0, ENTRIES, 10_000):
        with store.casework.write("entries.made") as session:
            for number in range(start, start + 10_000):
                title = f"Gesprek met {chance.choice(_NAMES)} {number % 997}"
                search.put(session, "entry", f"entry:{number}", title, " ".join(chance.choices(_WORDS, k=30)))
    return store


def _typed() -> Iterator[str]:
    for name in _NAMES:
        yield from (name[:size].lower() for size in range(1, len(name) + 1))


def _look(store: Store, typed: str) -> float:
    def look() -> None:
        assert store.casework is not None
        with store.casework.read() as session:
            search.find(session, typed, 20)

    return milliseconds(look)
