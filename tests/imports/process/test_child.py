"""The reading process: refused files, crashes, hangs, and nothing left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.imports.process import child
from app.imports.report import remarks
from app.imports.results import Result
from app.imports.service import Imports
from app.imports.texts import TEXTS
from app.kernel.clock import FixedClock
from app.kernel.errors import Refused, Unavailable
from app.people.service import People
from app.vault.drawers.database import Drawer
from tests.imports.lists import clean, workbook


@pytest.fixture
def imports(register: Drawer, clock: FixedClock) -> Imports:
    return Imports(register, People(register, clock), clock)


def test_a_file_that_is_no_list_is_refused_in_a_sentence(imports: Imports, tmp_path: Path) -> None:
    (tmp_path / "brief.xlsx").write_bytes(b"%PDF-1.7\x00")
    with pytest.raises(Refused) as refusal:
        imports.read(tmp_path / "brief.xlsx")
    assert "Dit is een pdf" in TEXTS[refusal.value.code]
    with pytest.raises(Refused, match=r"imports\.not_readable"):
        imports.read(tmp_path / "weg.xlsx")


def _child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    script = tmp_path / "child.py"
    script.write_text(body, encoding="utf-8")
    monkeypatch.setattr(child, "_command", lambda _worker: [sys.executable, str(script)])


@pytest.mark.parametrize(
    "body",
    [
        f"import os; os.kill(os.getpid(), {int(signal.SIGABRT)})",
        "raise SystemExit(3)",
        "print('{\"pupils\": []}')",
        "print('halverwege {')",
    ],
)
def test_a_child_that_dies_is_one_clear_sentence(
    imports: Imports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    _child(tmp_path, monkeypatch, body)
    with pytest.raises(Unavailable, match=r"imports\.reading_broke_down"):
        imports.read(clean(tmp_path / "lijst.xlsx"))


def test_a_child_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _child(tmp_path, monkeypatch, "import signal; signal.pause()")
    with pytest.raises(Unavailable, match=r"imports\.reading_took_too_long"):
        child.read_in_child(clean(tmp_path / "lijst.xlsx"), date(2026, 11, 16), seconds=0.5)


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command("import") == [sys.executable, "--worker", "import"]


def test_reading_leaves_no_file_behind(imports: Imports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "tmp"
    empty.mkdir()
    monkeypatch.setenv("TMPDIR", str(empty))
    imports.read(clean(tmp_path / "lijst.xlsx"))
    assert list(empty.iterdir()) == []


def test_a_file_that_does_not_open_within_seconds_is_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 0.001)
    with pytest.raises(Unavailable, match="reading_took_too_long"):
        child.read_in_child(clean(tmp_path / "lijst.xlsx"), date(2026, 11, 16))


def test_the_command_line_hears_what_is_dropped_and_what_asks_for_a_look(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", ("Naam", "BSN", "Ouders"), ("Noor Bos", 111222333, "Ilse"))
    reading = child.read_in_child(path, date(2026, 11, 16))
    result = Result(1, 0, 0, 0, (), reading.dropped, ())
    doubt, dropped = remarks(result, reading.doubts)
    assert doubt.startswith("controleer rij 2, Ouders: Noor Bos")
    assert dropped == "BSN: niet bewaard"


def test_a_process_that_is_ready_reads_the_next_file(imports: Imports, tmp_path: Path) -> None:
    path = clean(tmp_path / "lijst.xlsx")
    cold = imports.read(path)
    imports.prepare()
    assert imports.read(path) == cold
    assert imports.read(path) == cold


def test_a_process_that_died_while_it_waited_is_not_missed(tmp_path: Path) -> None:
    ready = child.Ready()
    ready._process.kill()
    ready._process.wait()
    path = clean(tmp_path / "lijst.xlsx")
    assert len(child.read_in_child(path, date(2026, 11, 16), ready=ready).pupils) == 2


def test_a_process_that_nobody_wants_any_more_ends(imports: Imports) -> None:
    imports.rest()
    imports.prepare()
    imports.prepare()
    assert imports._ready is not None
    process = imports._ready._process
    assert process.poll() is None
    imports.rest()
    assert process.returncode is not None


def test_a_process_that_hears_nothing_ends_by_itself() -> None:
    process = child._started("import", (), subprocess.PIPE)
    said, _unheard = process.communicate()
    assert (said, process.returncode) == (b"", 0)
