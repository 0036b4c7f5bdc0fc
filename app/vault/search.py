"""Finding things in one drawer: newest first, middles of words too, with or without accents."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.vault.tables import VaultTables

DDL = (
    "CREATE VIRTUAL TABLE search_text USING fts5(title, body, tokenize = 'trigram remove_diacritics 1')",
    "INSERT INTO search_text(search_text, rank) VALUES ('secure-delete', 1)",
)
_SHORT = 3  # a trigram index knows nothing of fewer letters
_PREFIX = "d.id IN (SELECT document_id FROM search_prefixes WHERE prefix = :{blank})"
_LONG = (
    "SELECT d.kind, d.ref, d.title, snippet(search_text, 1, '', '', '…', 24) FROM search_text "
    "JOIN search_documents d ON d.id = search_text.rowid WHERE {where} ORDER BY search_text.rowid DESC LIMIT :limit"
)
_SHORT_ONLY = "SELECT d.kind, d.ref, d.title, '' FROM search_documents d WHERE {where} ORDER BY d.id DESC LIMIT :limit"


@dataclass(frozen=True)
class Hit:
    """Something found: its kind, the reference under which its feature knows it, and the words around the match."""

    kind: str
    ref: str
    title: str
    snippet: str


def put(session: Session, kind: str, ref: str, title: str, body: str = "") -> None:
    """Make a thing findable; the same kind and reference replace what stood there."""
    take_out(session, kind, ref)
    tables = _tables(session)
    document = tables.search(kind=kind, ref=ref, title=title)  # type: ignore[call-arg]
    session.add(document)
    session.flush()
    session.execute(
        text("INSERT INTO search_text(rowid, title, body) VALUES (:id, :title, :body)"),
        {"id": document.id, "title": title, "body": body},
    )
    session.add_all(
        tables.prefixes(prefix=prefix, document_id=document.id)  # type: ignore[call-arg]
        for prefix in sorted({word[:size] for word in folded(title).split() for size in (1, 2)})
    )


def take_out(session: Session, kind: str, ref: str) -> None:
    """Make a thing no longer findable."""
    tables = _tables(session)
    document = session.scalars(select(tables.search).filter_by(kind=kind, ref=ref)).first()
    if document is None:
        return
    for statement in (
        "DELETE FROM search_text WHERE rowid = :id",
        "DELETE FROM search_prefixes WHERE document_id = :id",
    ):
        session.execute(text(statement), {"id": document.id})
    session.delete(document)
    session.flush()


def find(session: Session, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """What holds all of these words, newest first; a word of one or two letters is the start of one in the title."""
    parts = folded(words).split()
    if not parts:
        return ()
    long = [part for part in parts if len(part) >= _SHORT]
    short = [part for part in parts if len(part) < _SHORT]
    return tuple(_hits(session, long, short, limit))


def folded(words: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _hits(session: Session, long: list[str], short: list[str], limit: int) -> list[Hit]:
    values: dict[str, object] = {"limit": limit}
    where = []
    for number, part in enumerate(short):
        where.append(_PREFIX.format(blank=f"short{number}"))
        values[f"short{number}"] = part
    if long:
        values["match"] = " ".join('"' + part.replace('"', '""') + '"' for part in long)
        where.insert(0, "search_text MATCH :match")
    query = (_LONG if long else _SHORT_ONLY).format(where=" AND ".join(where))
    return [Hit(*row) for row in session.execute(text(query), values)]


def _tables(session: Session) -> VaultTables:
    tables = session.info["drawer"].tables
    assert isinstance(tables, VaultTables)  # noqa: S101 - narrows the type
    return tables
