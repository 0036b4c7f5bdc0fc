"""Makes letters findable by subject, addressee, reference and case, in the drawer where they lie."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.letters.reading import template_of
from app.letters.tables import CaseLetter, LetterMixin
from app.vault import search

_KIND = "letter"


def index(session: Session, row: LetterMixin, about: str = "") -> None:
    """Make a letter findable as it stands now; ``about`` is the full name of whom it is about."""
    number = row.case_number if isinstance(row, CaseLetter) else ""
    words = (row.lines[0] if row.lines else "", row.reference or number, template_of(row.template).name, about)
    search.put(session, _KIND, _ref(row), row.subject, " · ".join(word for word in words if word))


def forget(session: Session, row: LetterMixin) -> None:
    """A letter that was thrown away is no longer found."""
    search.take_out(session, _KIND, _ref(row))


def ids(session: Session, text: str, limit: int) -> tuple[int, ...]:
    """The letters that hold these words, the last changed first."""
    hits = search.find(session, text, limit, kinds=(_KIND,))
    return tuple(int(hit.ref.partition(":")[2]) for hit in hits)


def _ref(row: LetterMixin) -> str:
    return f"{_KIND}:{row.id}"
