"""What the reading process says to the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.imports.process import wire, worker
from app.imports.reading import read_file
from app.imports.recognition import ColumnUse, Mapping
from tests.imports.lists import HEADINGS, NOOR, clean, workbook

TODAY = date(2026, 11, 16)
ASKED = wire.asked(TODAY, [])


def test_a_reading_comes_through_the_pipe_unchanged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", (*HEADINGS, "BSN"), NOOR, (3, "", "", "", "gisteren"))
    reading = read_file(path, TODAY)
    assert reading.rejected
    assert reading.dropped
    assert wire.understood("lijst.xlsx", wire.told(reading)) == reading


def test_what_was_decided_about_columns_comes_through_too() -> None:
    mapping = Mapping("abc", (ColumnUse(0, "number"), ColumnUse(2, "full_name", 1)))
    assert wire.asked_for(wire.asked(TODAY, [mapping])) == (TODAY, (mapping,))


def test_a_reading_that_was_cut_off_is_none(tmp_path: Path) -> None:
    said = wire.told(read_file(clean(tmp_path / "lijst.xlsx"), TODAY))
    assert wire.understood("lijst.xlsx", said[:-1]) is None
    assert wire.understood("lijst.xlsx", "") is None


def test_the_worker_says_why_it_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "limit", lambda: None)
    (tmp_path / "leeg.csv").touch()
    for name, code in (("leeg.csv", "imports.empty"), ("weg.csv", "imports.not_readable")):
        assert worker.main([str(tmp_path / name), ASKED]) == 0
        assert wire.understood("", capsys.readouterr().out) == code
    path = clean(tmp_path / "lijst.xlsx")
    worker.main([str(path), ASKED])
    assert wire.understood("lijst.xlsx", capsys.readouterr().out) == read_file(path, TODAY)
