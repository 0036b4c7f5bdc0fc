"""What a destruction takes out of both drawers: worked out and written down first, so that it can be finished later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.cases import keeping as case_keeping
from app.letters.tray import keeping as letter_keeping
from app.people import keeping as people_keeping
from app.retention import things
from app.retention.things import Thing
from app.vault import destroying
from app.vault.copies import keeping
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import CASEWORK, REGISTER

_TABLES = {
    things.CASE: "cases",
    things.CALL: "inspector_calls",
    things.DEVICE: "devices",
    things.REQUEST: "access_requests",
}
Roots = dict[str, list[int]]


@dataclass(frozen=True)
class Work:
    """The rows by table that go out of each drawer, the cases of which only the names go, and the files."""

    tray: list[int]
    whole: Roots
    nameless: list[int]
    register: Roots
    files: Mapping[str, list[int]]

    def as_plan(self) -> dict[str, Any]:
        """As it is kept until all of it is gone."""
        return {name: getattr(self, name) for name in ("tray", "whole", "nameless", "register", "files")}


def planned(register: Drawer, casework: Drawer, chosen: Collection[Thing]) -> Work:
    """What goes with these things: letters in the tray, guardians of nobody else, and the files of all of it."""
    whole: dict[str, set[int]] = defaultdict(set)
    nameless: set[int] = set()
    persons = {thing.id for thing in chosen if thing.kind == things.PERSON}
    for thing in chosen:
        if thing.category == things.NAMELESS:
            nameless.add(thing.id)
        elif thing.kind in _TABLES:
            whole[_TABLES[thing.kind]].add(thing.id)
    cases = whole["cases"] | nameless
    guardians = people_keeping.guardians_of_only(register, persons)
    tray = letter_keeping.tray_ids(register, casework, cases, persons)
    mine = {"persons": persons | guardians}
    mine["destructions"] = {thing.id for thing in chosen if thing.kind == things.PROOF}
    roots = {CASEWORK: {**whole, "cases": cases}, REGISTER: {**mine, "print_tray": set(tray)}}
    files = {drawer.name: sorted(_files(drawer, roots[drawer.name])) for drawer in (register, casework)}
    return Work(sorted(tray), _sorted(whole), sorted(nameless), _sorted(mine), files)


def carry_out(register: Drawer, casework: Drawer, work: Work) -> None:
    """The tray first, then casework, then the register. What is gone already is passed over."""
    if work.tray:
        destroying.destroy(register, keeping.DESTROYED, "tray", {"print_tray": work.tray})
    if work.whole:
        destroying.destroy(casework, keeping.DESTROYED, "casework", work.whole)
    if work.nameless:
        kept = case_keeping.blanks(case_keeping.NAMELESS)
        destroying.destroy(casework, "material.pseudonymised", "cases", {"cases": work.nameless}, kept)
    if work.register:
        destroying.destroy(register, keeping.DESTROYED, "persons", work.register)


def files_gone(register: Drawer, casework: Drawer, work: Work) -> int:
    """How many of the files are there no more; one that something else refers to as well has stayed."""
    gone = 0
    for drawer in (register, casework):
        wanted, table = work.files[drawer.name], drawer.tables.attachments
        with drawer.read() as session:
            left = session.scalars(select(table.id).where(table.id.in_(wanted))).all()
        gone += len(wanted) - len(left)
    return gone


def _files(drawer: Drawer, roots: Mapping[str, set[int]]) -> frozenset[int]:
    return destroying.files_under(drawer, {table: ids for table, ids in roots.items() if ids})


def _sorted(roots: Mapping[str, set[int]]) -> Roots:
    return {table: sorted(ids) for table, ids in roots.items() if ids}
