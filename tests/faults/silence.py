"""Nothing readable on disk: what was entered, searched, drafted and copied stands nowhere as plain text."""

from __future__ import annotations

import secrets
from pathlib import Path

from app.vault import attachments, drafts, search
from app.vault.copies import backups
from app.vault.store import Store
from tests.faults import schools
from tests.faults.tally import Tally


def canaries(folder: Path, count: int) -> Tally:
    """Lay words that occur nowhere else in every place of both drawers, and look for them in every file."""
    place = schools.make(folder / "school")
    words = [f"kanarie{secrets.token_hex(6)}" for _ in range(count)]
    store = schools.opened(place)
    for number, word in enumerate(words):
        _lay(store, word, number)
    wrong = _seen(folder, words)
    backups.make(store)
    wrong += _seen(folder, words)
    store.close()
    return Tally("words laid in the drawers, looked for on disk", count, wrong + _seen(folder, words))


def _lay(store: Store, word: str, number: int) -> None:
    drawer = store.drawers[number % len(store.drawers)]
    with drawer.write("canary.laid", word) as session:
        search.put(session, kind="entry", ref=word, title=word, body=f"{word} in een zin")
        attachments.add(session, word.encode() * 50, word, "text/plain")
    with drawer.read() as session:
        search.find(session, word)
    drafts.save(drawer, form="report", key=word, payload={"text": word})


def _seen(folder: Path, words: list[str]) -> int:
    wanted = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(word in data for data in map(Path.read_bytes, files) for word in wanted)
