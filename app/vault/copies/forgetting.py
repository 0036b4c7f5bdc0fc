"""Taking a destroyed file out of every backup too: a copy that stays is no destruction.

May be broken off at any moment and done again: a backup is either as it was, or clean.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from sqlcipher3 import dbapi2

from app.kernel.errors import Unavailable
from app.vault.copies import container, second
from app.vault.copies.backups import FOLDER
from app.vault.drawers import cipher
from app.vault.keys.keyring import CASEWORK
from app.vault.store import Store

_AT_WORK = ".vernietigen-"
_SEARCHED = (
    "DELETE FROM search_text WHERE rowid = ?",
    "DELETE FROM search_prefixes WHERE document_id = ?",
    "DELETE FROM search_documents WHERE id = ?",
)


@dataclass(frozen=True)
class Forgotten:
    """How many copies lost the file, and the names of those that could not be opened or are out of reach."""

    cleaned: int
    left: tuple[str, ...]


def forget(store: Store, digests: Collection[str]) -> Forgotten:
    """Take these files, and the words in them, out of the copies of casework beside the store and in its second place.

    Slow: not for the database lane.
    """
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    cleaned, left = 0, []
    for rest in (store.folder / FOLDER).glob(f"{_AT_WORK}*"):  # of a time that was broken off
        shutil.rmtree(rest, ignore_errors=True)
    for path in _copies(store.folder / FOLDER):
        try:
            if path.suffix == container.SUFFIX:
                cleaned += _from_backup(path, secrets, digests)
            else:
                cleaned += _from_copy(path, secrets[CASEWORK], digests) is not None
        except (Unavailable, dbapi2.Error, OSError, KeyError):
            left.append(path.name)
    there = second.chosen(store.folder)
    if there is not None:
        far_cleaned, far_left = _from_afar(there, secrets, digests)
        cleaned, left = cleaned + far_cleaned, left + far_left
    return Forgotten(cleaned, tuple(left))


def _copies(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob(f"*{container.SUFFIX}"))
    yield from sorted(folder.glob(f"{CASEWORK}*.db"))


def _from_afar(
    place: second.SecondPlace, secrets: Mapping[str, bytes], digests: Collection[str]
) -> tuple[int, list[str]]:
    """The same in the second place; a stick that is not there now is named as a whole."""
    if not place.is_there:
        return 0, [str(place.folder)]
    cleaned, left = 0, []
    for path in sorted(place.folder.glob(f"*{container.SUFFIX}")):
        try:
            cleaned += _from_backup(path, secrets, digests)
        except (Unavailable, dbapi2.Error, OSError, KeyError):
            left.append(str(path))
    return cleaned, left


def _from_backup(path: Path, secrets: Mapping[str, bytes], digests: Collection[str]) -> bool:
    """Unpack a backup, clean its casework, and pack it again under the same name; whether anything went."""
    manifest = container.manifest(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=_AT_WORK) as place:
        parts = {name: Path(place) / name for name in manifest["sha256"]}
        for name, part in parts.items():
            container.unpack(path, name, part)
        mine = [part for name, part in parts.items() if name.startswith(CASEWORK)]
        counts = [_from_copy(part, secrets[CASEWORK], digests) for part in mine]
        found = next((each for each in counts if each is not None), None)
        if found is None:
            return False
        if CASEWORK in manifest.get("counts", {}):
            manifest["counts"][CASEWORK] = found
        manifest["sha256"] |= {part.name: _digest(part) for part in mine}
        content = {name: value for name, value in manifest.items() if name != "macs"}
        fresh = container.pack(Path(place), container.moment_of(path), container.signed(content, secrets), parts)
        fresh.replace(path)
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _from_copy(path: Path, key: bytes, digests: Collection[str]) -> dict[str, int] | None:
    """Clean one copy of the drawer; how many rows each table holds then, None when there was nothing of it."""
    with closing(cipher.raw(path, key)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it may touch the disk on the way out
        gone = _words_gone(connection, digests) + _files_gone(connection, digests)
        connection.commit()
        if not gone:
            return None
        connection.execute("VACUUM")
        return cipher.row_counts(connection)


def _files_gone(connection: Connection, digests: Collection[str]) -> int:
    """The files themselves, also those with a report that was still being typed."""
    marks, values = ", ".join("?" for _ in digests), tuple(digests)
    files = connection.execute(f"DELETE FROM attachments WHERE sha256 IN ({marks})", values)  # noqa: S608 - only question marks
    drafts = connection.execute(f"DELETE FROM drafts WHERE key IN ({marks})", values)  # noqa: S608
    return files.rowcount + drafts.rowcount


def _words_gone(connection: Connection, digests: Collection[str]) -> int:
    """What the search index holds of the words in them."""
    marks = ", ".join("?" for _ in digests)
    query = (
        "SELECT d.id FROM search_documents d JOIN evidence e ON d.kind = 'evidence' "  # noqa: S608
        f"AND d.ref = 'case:' || e.case_id || '#' || e.entry_id WHERE e.sha256 IN ({marks})"
    )
    found = connection.execute(query, tuple(digests)).fetchall()
    for statement in _SEARCHED:
        connection.executemany(statement, found)
    return len(found)
