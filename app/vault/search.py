"""Finding things in one drawer: newest first, middles of words too, with or without accents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.kernel.names import plain_letters, unaccented

DDL = (
    "CREATE VIRTUAL TABLE search_text USING fts5(title, body, tokenize = 'trigram remove_diacritics 1')",
    "INSERT INTO search_text(search_text, rank) VALUES ('secure-delete', 1)",
)
_SHORT = 3  # a trigram index knows nothing of fewer letters
_LONG = (
    "SELECT d.kind, d.ref, d.title, snippet(search_text, 1, '', '', '…', 24) FROM search_text "
    "JOIN search_documents d ON d.id = search_text.rowid WHERE search_text MATCH :match{and_also} "
    "ORDER BY search_text.rowid DESC LIMIT :limit"
)
_SHORT_ONLY = (
    "SELECT d.kind, d.ref, d.title, '' FROM search_prefixes p JOIN search_documents d ON d.id = p.document_id "
    "WHERE p.prefix = :short0{and_also} ORDER BY p.document_id DESC LIMIT :limit"
)
_AND_ALSO = " AND EXISTS (SELECT 1 FROM search_prefixes q WHERE q.prefix = :short{number} AND q.document_id = d.id)"
_NUMBER = "CAST(substr(d.ref, instr(d.ref, ':') + 1) AS INTEGER)"  # of ``case:12#55``: 12
_KNOWN = text("SELECT id FROM search_documents WHERE kind = :kind AND ref = :ref")
_ADD = text("INSERT INTO search_documents(kind, ref, title) VALUES (:kind, :ref, :title) RETURNING id")
_ADD_TEXT = text("INSERT INTO search_text(rowid, title, body) VALUES (:id, :title, :body)")
_ADD_PREFIX = text("INSERT INTO search_prefixes(prefix, document_id) VALUES (:prefix, :id)")
_FORGET = (
    text("DELETE FROM search_text WHERE rowid = :id"),
    text("DELETE FROM search_prefixes WHERE document_id = :id"),
    text("DELETE FROM search_documents WHERE id = :id"),
)


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
    number = session.execute(_ADD, {"kind": kind, "ref": ref, "title": title}).scalar_one()
    session.execute(_ADD_TEXT, {"id": number, "title": plain_letters(title), "body": plain_letters(body)})
    prefixes = sorted({word[:size] for word in unaccented(title).split() for size in (1, 2)})
    if prefixes:
        session.execute(_ADD_PREFIX, [{"id": number, "prefix": prefix} for prefix in prefixes])


def take_out(session: Session, kind: str, ref: str) -> None:
    """Make a thing no longer findable."""
    number = session.execute(_KNOWN, {"kind": kind, "ref": ref}).scalar()
    if number is not None:
        for statement in _FORGET:
            session.execute(statement, {"id": number})


def find(
    session: Session,
    words: str,
    limit: int = 50,
    *,
    kinds: Collection[str] = (),
    among: Collection[int] | None = None,
    but: Collection[int] = (),
) -> tuple[Hit, ...]:
    """What holds all of these words, newest first; a word of one or two letters is the start of one in the title.

    With ``kinds`` only things of those kinds; ``among`` and ``but`` keep to, or leave out, references by the number
    in them (12 in ``case:12#55``), so that the limit counts only what may be seen.
    """
    parts = unaccented(words).split()
    if not parts or (among is not None and not among):
        return ()
    long = [part for part in parts if len(part) >= _SHORT]
    short = [part for part in parts if len(part) < _SHORT]
    values: dict[str, object] = {"limit": limit, **{f"short{number}": part for number, part in enumerate(short)}}
    if long:
        values["match"] = " ".join('"' + part.replace('"', '""') + '"' for part in long)
    others = range(0 if long else 1, len(short))
    also = "".join(_AND_ALSO.format(number=number) for number in others) + _kept(kinds, among, but, values)
    query = (_LONG if long else _SHORT_ONLY).format(and_also=also)
    return tuple(Hit(*row) for row in session.execute(text(query), values))


def _kept(
    kinds: Collection[str], among: Collection[int] | None, but: Collection[int], values: dict[str, object]
) -> str:
    """The conditions on the document, with their values put beside the others."""
    conditions = ""
    if kinds:
        names = {f"kind{place}": kind for place, kind in enumerate(kinds)}
        values.update(names)
        conditions += f" AND d.kind IN ({', '.join(':' + name for name in names)})"
    if among is not None:
        conditions += f" AND {_NUMBER} IN ({', '.join(str(int(number)) for number in among)})"
    if but:
        conditions += f" AND {_NUMBER} NOT IN ({', '.join(str(int(number)) for number in but)})"
    return conditions
