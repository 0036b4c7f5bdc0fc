"""What the reading process says to the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.imports import wire, worker
from app.imports.reading import read_file
from tests.imports.lists import HEADINGS, NOOR, clean, workbook


def test_a_reading_comes_through_the_pipe_unchanged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", (*HEADINGS, "BSN"), NOOR, (3, "", "", "", "gisteren"))
    reading = read_file(path, 2026)
    assert reading.rejected
    assert reading.dropped
    assert wire.understood("lijst.xlsx", wire.told(reading)) == reading


def test_a_reading_without_its_last_line_is_none(tmp_path: Path) -> None:
    lines = list(wire.told(read_file(clean(tmp_path / "lijst.xlsx"), 2026)))
    assert wire.understood("lijst.xlsx", lines[:-1]) is None


def test_only_dates_are_told_as_text() -> None:
    with pytest.raises(TypeError):
        wire._plain(object())


def test_the_worker_says_why_it_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_limit", lambda: None)
    (tmp_path / "leeg.csv").touch()
    for name, code in (("leeg.csv", "imports.empty"), ("weg.csv", "imports.not_readable")):
        assert worker.main([str(tmp_path / name), "2026"]) == 0
        assert wire.understood("", capsys.readouterr().out.splitlines()) == code
    path = clean(tmp_path / "lijst.xlsx")
    worker.main([str(path), "2026"])
    assert wire.understood("lijst.xlsx", capsys.readouterr().out.splitlines()) == read_file(path, 2026)
