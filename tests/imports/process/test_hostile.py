"""Whatever is in a file: within seconds it ends in a reading or in one clear sentence."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from app.imports.process import child, wire, worker
from app.imports.texts import TEXTS
from app.kernel.errors import Refused, Unavailable
from tests.imports import hostile

ASKED = wire.asked(date(2026, 11, 16), [])
MOST_SECONDS = 10.0
GOOD = "ends in a reading"
IN_CHILD = (
    *("far cell", "ods columns", "laughing edexml", "deep xml", "one line", "last row", "long cells"),
    *("unclosed comments", "deep page", "empty lines", "many sheets", "text too large", "unreadable dates"),
)
READ = frozenset({"zeros in text"})


def _answer(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    began = time.perf_counter()
    said = json.loads(worker.answer(path, ASKED))
    assert time.perf_counter() - began < MOST_SECONDS
    if "refused" not in said:
        return GOOD
    assert said["refused"] in TEXTS
    return str(said["refused"])


def test_a_good_list_in_every_format_is_read(tmp_path: Path) -> None:
    for name, content in hostile.sound(tmp_path).items():
        assert _answer(tmp_path / "lijst.xls", content) == GOOD, name


def test_a_list_that_was_cut_off_or_damaged_ends_in_a_sentence_or_a_reading(tmp_path: Path) -> None:
    spoiled = list(hostile.spoiled(hostile.sound(tmp_path)))
    answers = {name: _answer(tmp_path / "lijst.xlsx", content) for name, content in spoiled}
    assert len(answers) >= 80
    cut = {
        name: answer for name, answer in answers.items() if "cut" in name and name.split()[0] in ("xlsx", "ods", "xml")
    }
    assert set(cut.values()) <= {"imports.damaged", "imports.no_workbook", "imports.no_headings"}, cut


@pytest.mark.parametrize("name", hostile.BINARY)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    answer = _answer(tmp_path / "lijst.xlsx", hostile.BINARY[name])
    assert (answer == GOOD) is (name in READ), answer


@pytest.mark.parametrize("name", ["protected office", "protected old"])
def test_a_password_is_named_as_the_reason(tmp_path: Path, name: str) -> None:
    assert _answer(tmp_path / "lijst.xlsx", hostile.BINARY[name]) == "imports.protected"


@pytest.mark.parametrize("name", [name for name in hostile.LARGE if name not in IN_CHILD])
def test_a_file_that_would_harm_is_stopped(tmp_path: Path, name: str) -> None:
    _answer(tmp_path / "lijst.xlsx", hostile.LARGE[name]())


def _code(path: Path) -> str:
    try:
        child.read_in_child(path, date(2026, 11, 16))
    except (Refused, Unavailable) as error:
        return error.code
    return GOOD


@pytest.mark.parametrize("name", IN_CHILD)
def test_the_window_outlives_every_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(hostile.LARGE[name]())
    began = time.perf_counter()
    assert _code(path) in (*TEXTS, GOOD)
    assert time.perf_counter() - began < MOST_SECONDS + 2
