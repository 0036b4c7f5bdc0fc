"""The entry point: a verb never loads Qt, and the sample school says its own passphrases."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.imports.process.wire import asked
from app.vault.keys.keydocument import Glance
from ui.shell import places
from ui.shell.sample_hint import SCHOOL, passphrases

USERS = (("E. Terpstra", "director"), ("M. Postma", "administrator"), ("H. van Vliet", "board"))


def _python(words: str) -> str:
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)  # noqa: S603
    return ran.stdout + ran.stderr


def test_a_verb_goes_to_the_command_line_without_qt(tmp_path: Path) -> None:
    words = (
        "import sys, ui.shell.main as entry\n"
        f"code = entry.main(['people', {str(tmp_path / 'nergens')!r}, '--user', 'x', '--passphrase-stdin'])\n"
        "print(code, 'PySide6' in sys.modules)"
    )
    assert "1 False" in _python(f"import sys, io; sys.stdin = io.StringIO('geheim'); {words}")


def test_the_reader_of_class_lists_starts_without_qt(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_text("dit is geen werkmap")
    words = (
        "import sys, ui.shell.main as entry\n"
        f"entry.main(['--worker', 'import', {str(path)!r}, {asked(date(2026, 11, 16), ())!r}])\n"
        "print('PySide6' in sys.modules)"
    )
    assert _python(words).strip().endswith("False")


def test_only_the_sample_school_tells_its_passphrases() -> None:
    from app.sample.source import read  # noqa: PLC0415 - only here

    people = tuple((user["name"], user["role"]) for user in read("school")["user"])
    assert passphrases(Glance(SCHOOL, people))["E. Terpstra"] == "wilg sloot fiets regen"
    assert passphrases(Glance(SCHOOL, (*people, ("Iemand Anders", "director")))) == {}
    assert passphrases(Glance("De Esdoorn", people)) == {}


def test_the_last_store_is_remembered_by_its_path_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_note", lambda: tmp_path / "config" / "laatste-school.txt")
    assert places.last_folder() is None
    school = tmp_path / "school"
    school.mkdir()
    places.remember(school)
    assert places.last_folder() == school
    school.rmdir()
    assert places.last_folder() is None
