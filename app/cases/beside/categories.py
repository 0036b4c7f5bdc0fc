"""What a report can be about: the kinds of the protocol, and those that the school adds to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, limits
from app.cases.beside.category_lines import CategoryLine, NewCategory
from app.cases.beside.tables import OwnCategory
from app.cases.rules import OF_IMAGERY, CaseSeverity
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.protocol.rules import Bound, Protocol
from app.vault.drawers.database import Drawer

OWN = "OWN_"
LONGEST = 60
MOST = 40
SIDES = (Bound.PUPIL, Bound.GUARDIAN, Bound.EMPLOYEE)


class Categories:
    """Adding a kind, saying it otherwise, hiding it and bringing it back; those of the protocol stay as they are."""

    def __init__(self, casework: Drawer, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock
        self._shipped = tuple(shipped(protocol))

    def all(self) -> tuple[CategoryLine, ...]:
        """Every kind, those of the protocol first; also what is no longer offered."""
        with self._drawer.read() as session:
            return (*self._shipped, *(_line(row) for row in _rows(session)))

    def articles(self, codes: Collection[str]) -> dict[str, str]:
        """The article of the protocol under each of these kinds. Raises Invalid for a code that is none."""
        known = {line.code: line.article for line in (self.all() if any(map(_is_own, codes)) else self._shipped)}
        for code in codes:
            if code not in known:
                raise Invalid("key", "protocol.unknown_code", name=code)
        return {code: known[code] for code in codes}

    def add(self, new: NewCategory) -> str:
        """Offer a kind of the school's own from now on; gives its code. Leadership only."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("category.added") as session:
            if len(_rows(session)) >= MOST:
                raise Invalid("title", "cases.many_categories", most=MOST)
            row = OwnCategory()
            self._fill(session, row, new)
            session.add(row)
            session.flush()
            return f"{OWN}{row.id}"

    def change(self, code: str, new: NewCategory) -> None:
        """Say an own kind otherwise, also where it was chosen before. Leadership only."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("category.changed", f"category:{code}") as session:
            self._fill(session, _own(session, code), new)

    def hide(self, code: str) -> None:
        """Offer an own kind no longer; where it was chosen it stays. Leadership only."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("category.retired", f"category:{code}") as session:
            row = _own(session, code)
            row.retired_at = row.retired_at or self._clock.now()

    def bring_back(self, code: str) -> None:
        """Offer an own kind again. Leadership only."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("category.brought_back", f"category:{code}") as session:
            _own(session, code).retired_at = None

    def _fill(self, session: Session, row: OwnCategory, new: NewCategory) -> None:
        title = limits.line("title", new.title, most=LONGEST)
        if not title:
            raise Invalid("title", "cases.no_name")
        others = [line.title for line in self._shipped]
        others += [one.title for one in _rows(session) if one.id != row.id]
        if title.casefold() in {other.casefold() for other in others}:
            raise Invalid("title", "cases.category_twice")
        if not new.sides:
            raise Invalid("sides", "cases.category_for_nobody")
        row.title, row.severity = title, new.severity
        row.sides = [side.value for side in SIDES if side in new.sides]
        row.article, row.sexual = new.article, new.sexual


def shipped(protocol: Protocol) -> Iterable[CategoryLine]:
    """The kinds of the protocol."""
    for row in protocol.categories:
        severity = CaseSeverity(row.severity)
        yield CategoryLine(row.code, row.label, row.applies_to, severity, row.article, row.code in OF_IMAGERY)


def titles(session: Session, protocol: Protocol, codes: Iterable[str]) -> Mapping[str, str]:
    """How these kinds are called now."""
    wanted = set(codes)
    known = {row.code: row.label for row in protocol.categories}
    if any(map(_is_own, wanted)):
        known |= {f"{OWN}{row.id}": row.title for row in _rows(session)}
    return {code: known[code] for code in wanted if code in known}


def _is_own(code: str) -> bool:
    return code.startswith(OWN)


def _rows(session: Session) -> list[OwnCategory]:
    return list(session.scalars(select(OwnCategory).order_by(OwnCategory.id)))


def _own(session: Session, code: str) -> OwnCategory:
    number = code.removeprefix(OWN)
    row = session.get(OwnCategory, int(number)) if _is_own(code) and number.isdecimal() else None
    if row is None:
        raise Refused("cases.category_is_shipped")
    return row


def _line(row: OwnCategory) -> CategoryLine:
    sides = tuple(Bound(side) for side in row.sides)
    told = (f"{OWN}{row.id}", row.title, sides, CaseSeverity(row.severity), row.article, row.sexual)
    return CategoryLine(*told, is_own=True, is_hidden=row.retired_at is not None)
