"""From a class list and a workbook of answers to yes or no, through the command line, for many families at once."""

from __future__ import annotations

import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app import cli
from app.kernel.clock import FixedClock, at
from tests.builders import ADMINISTRATOR
from tests.consents.families import ALL, FAMILIES, ONE, TODAY, Family

PERSONAL = "PERSONAL_ACCOUNT_STAFF"
CELLS = [(family, day) for family in FAMILIES for day in (TODAY, *family.earlier)]


def type_it(*words: object) -> Any:
    """Type a command as the administrator; gives the document."""
    told = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(f"{ADMINISTRATOR.passphrase}\n"))
        patch.setattr(sys, "stdout", told)
        patch.setattr(cli, "SystemClock", lambda: FixedClock(at(2026, 11, 16, 14, 5)))
        options = ["--user", ADMINISTRATOR.name, "--passphrase-stdin", "--json"]
        assert cli.main([str(word) for word in (*words, *options)]) == 0
    return json.loads(told.getvalue())


def class_list(path: Path) -> Path:
    """The class list with every family."""
    book = Workbook()
    heads = ["Leerlingnummer", "Roepnaam", "Achternaam", "Geboortedatum", "Groep"]
    for which in (1, 2):
        heads += [f"Naam verzorger {which}", f"E-mail verzorger {which}", f"Gezag verzorger {which}"]
    book.worksheets[0].append(heads)
    for number, family in enumerate(FAMILIES):
        row: list[object] = [_number(number), f"Kind{number}", f"Zandstra{number}", family.born, "5A"]
        for letter, gezag in zip("ab", family.gezag, strict=False):
            row += [f"{letter.upper()}. Zandstra{number}", _mail(letter, number), gezag]
        book.worksheets[0].append(row)
    book.save(path)
    return path


def answers(path: Path) -> Path:
    """The workbook with everything that was said; the day is a date in one row and text in the next."""
    book = Workbook()
    book.worksheets[0].append(["Leerlingnummer", "Verzorger", "Datum", ONE, ALL, PERSONAL, "Schoenmaat"])
    for number, family in enumerate(FAMILIES):
        for place, (who, day, said) in enumerate(family.said):
            name = "leerling" if who == "kind" else _mail(who, number).upper()
            told: object = day if place % 2 == 0 else day.strftime("%d-%m-%Y")
            book.worksheets[0].append([_number(number), name, told, said, said.upper(), said, 32])
    book.save(path)
    return path


def _number(place: int) -> str:
    return f"0{100 + place}"


def _mail(letter: str, place: int) -> str:
    return f"{letter}{place}@voorbeeld.nl"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, _template: Path) -> dict[date, dict[str, Any]]:
    """What the command line says of every family on every day that a family names."""
    folder = Path(shutil.copytree(_template, tmp_path_factory.mktemp("families") / "school"))
    files = tmp_path_factory.mktemp("files")
    assert type_it("import", folder, class_list(files / "lijst.xlsx"))["new"] == len(FAMILIES)
    book = answers(files / "antwoorden.xlsx")
    dry = type_it("import-consents", folder, book, "--dry-run")
    wet = type_it("import-consents", folder, book)
    assert dry == wet
    again = type_it("import-consents", folder, book)
    assert (again["new"], again["changed"]) == (0, 0)
    days = {day for _family, day in CELLS}
    found = {day: type_it("consents", folder, "--on", day.isoformat()) for day in days}
    return {day: {"result": wet, **{one["number"]: one["answers"] for one in lines}} for day, lines in found.items()}


@pytest.mark.parametrize(("family", "day"), CELLS, ids=lambda value: getattr(value, "name", str(value)))
def test_every_family_gets_its_answer(told: dict[date, dict[str, Any]], family: Family, day: date) -> None:
    given = told[day][_number(FAMILIES.index(family))]
    wanted = dict(zip((ONE, ALL), family.earlier.get(day, (family.one, family.all)), strict=True))
    assert {code: given[code]["reason"] for code in wanted} == wanted
    assert all(given[code]["allowed"] is (reason == "allowed") for code, reason in wanted.items())
    assert given[PERSONAL]["allowed"] is False


def test_the_result_has_the_keys_of_an_import(told: dict[date, dict[str, Any]]) -> None:
    result = told[TODAY]["result"]
    assert set(result) == {"new", "changed", "unchanged", "missing", "rejected", "dropped_columns", "groups"}
    assert result["rejected"] == []
    assert [column["header"] for column in result["dropped_columns"]] == ["Schoenmaat"]
    assert result["groups"] == ["5A"]
    assert result["missing"] == sum(not family.said for family in FAMILIES)
    assert result["new"] + result["changed"] + result["unchanged"] == sum(len(family.said) for family in FAMILIES)


def test_every_purpose_is_told_also_one_that_the_school_does_not_use(told: dict[date, dict[str, Any]]) -> None:
    given = told[TODAY][_number(0)]
    assert given["PERSONAL_ACCOUNT_STAFF"] == {"allowed": False, "reason": "purpose_off"}
    assert "SOCIAL_PUBLIC.TIKTOK" in given
    assert "STAFF_BOARD" not in given
