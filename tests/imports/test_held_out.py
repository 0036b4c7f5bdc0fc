"""Mixtures of headings, orders and habits that schools make, kept apart: every field of them is read right."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from app.imports.readings import ReadEmployee, ReadGuardian, Reading, ReadPupil
from app.kernel.names import PersonName
from tests.imports.writers import WRITERS, Sheets

TODAY = date(2026, 11, 16)
KEPT_APART = [
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("held_out.txt", "strangers.txt", "autumn.txt", "winter.txt", "spring.txt", "summer.txt")
]
CASES = {
    name: (kind, body)
    for text in KEPT_APART
    for name, kind, body in re.findall(r"^# (\w+), ([\w .-]+)\n(.*?)\n\n", text, re.MULTILINE | re.DOTALL)
}


def cell(written: str) -> object:
    if written.startswith("@"):
        return date.fromisoformat(written[1:])
    if written.startswith("="):
        return int(written[1:])
    return written.replace("\\n", "\n").replace("\\xa0", "\xa0")


def sheets(body: str) -> Sheets:
    parts = re.split(r"^\[(.+)\]$", body, flags=re.MULTILINE)[1:]
    return [
        (name, [list(map(cell, row.split(" | "))) if row != "|" else [] for row in rows.strip("\n").split("\n")])
        for name, rows in zip(parts[::2], parts[1::2], strict=True)
    ]


def line(*parts: str) -> str:
    return " ; ".join(parts).rstrip(" ;")


def named(name: PersonName) -> tuple[str, str]:
    return "/".join((name.first_name, name.infix, name.surname)), name.initials


def pupil(one: ReadPupil) -> str:
    at = one.address
    where = " ".join(filter(None, (at.street, at.number, at.postcode, at.city)))
    year, gone = str(one.year_group or ""), "" if one.active else "weg"
    return line(one.number, *named(one.name), str(one.birth_date or ""), one.group, year, gone, where)


def guardian(one: ReadGuardian) -> str:
    since = str(one.since or "")
    return "- " + line(*named(one.name), one.email, one.phone, one.authority.value, one.relation, one.title, since)


def employee(one: ReadEmployee) -> str:
    start, end = str(one.start_date or ""), str(one.end_date or "")
    return "+ " + line(one.number, *named(one.name), one.job_title, start, end, one.email, one.phone)


def told(reading: Reading) -> list[str]:
    found: list[str] = []
    for one in reading.pupils:
        found += [pupil(one), *map(guardian, one.guardians)]
    found += map(employee, reading.employees)
    return found + [f"! {one.place.row} {one.code}" for one in reading.rejected]


def listed(folder: Path, kind: str, written: str) -> Path:
    ending, write = WRITERS[kind]
    path = folder / f"lijst{ending}"
    write(path, sheets(written))
    return path


def raw(folder: Path, kind: str, written: str) -> Path:
    """The file itself stands in the list: ``raw .xml utf-16``; ``§`` leaves a line empty."""
    _raw, ending, encoding = kind.split()
    path = folder / f"lijst{ending}"
    path.write_bytes(written.replace("§", "\n").encode(encoding))
    return path


@pytest.mark.parametrize("name", CASES)
def test_every_field_of_the_list_is_read(name: str, tmp_path: Path) -> None:
    kind, body = CASES[name]
    written, expected = body.split("\n=>\n")
    path = raw(tmp_path, kind, written) if kind.startswith("raw") else listed(tmp_path, kind, written)
    assert told(read_file(path, TODAY)) == expected.split("\n")
