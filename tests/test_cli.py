"""The command line, as a script uses it: exit codes, one JSON document, reasons on stderr."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app import cli, usage
from app.kernel.clock import SystemClock
from app.vault.keys import second_factor
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR, DIRECTOR


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Type a command with the passphrase on stdin; gives (exit code, document, stderr)."""

    def type_it(*words: object, passphrase: str = "") -> tuple[int, Any, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(passphrase + "\n"))
        code = cli.main([str(word) for word in words])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out.startswith(("{", "[")) else told.out, told.err

    return type_it


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A small sample school, made by the command itself."""
    folder = tmp_path_factory.mktemp("demo") / "school"
    kept, sys.stdout = sys.stdout, io.StringIO()
    try:
        assert cli.main(["demo", str(folder), "--pupils", "40", "--json"]) == 0
        made: dict[str, Any] = json.loads(sys.stdout.getvalue())
    finally:
        sys.stdout = kept
    return made


def _as(made: dict[str, Any], role: str = "director") -> tuple[list[object], str]:
    user = next(user for user in made["users"] if user["role"] == role)
    return ["--user", user["name"], "--passphrase-stdin", "--json"], user["passphrase"]


def test_a_demo_tells_its_store_users_and_recovery_key(sample: dict[str, Any]) -> None:
    assert set(sample) == {"store", "users", "recovery_key"}
    assert [user["role"] for user in sample["users"]] == ["director", "administrator", "board", "coordinator"]


def test_people_are_listed_with_guardians_in_the_shape_of_a_class_list(run: Any, sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample, "administrator")
    code, pupils, _ = run("people", sample["store"], *words, passphrase=passphrase)
    assert code == 0
    assert len(pupils) == 40
    keys = {"number", "first_name", "infix", "surname", "birth_date", "group", "year_group", "guardians"}
    assert all(set(pupil) == keys for pupil in pupils)
    group = pupils[0]["group"]
    _, some, _ = run("people", sample["store"], "--group", group, *words, passphrase=passphrase)
    assert some == [pupil for pupil in pupils if pupil["group"] == group]


def test_a_list_is_read_without_and_then_with_effect(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Leerlingnummer", "Roepnaam", "Achternaam", "Geboortedatum", "Groep", "BSN"])
    book.worksheets[0].append(["9001", "Fien", "Zandstra", "03-04-2017", "5A", "111222333"])
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    school = shutil.copytree(sample["store"], tmp_path / "school")
    words, passphrase = _as(sample, "administrator")
    code, dry, _ = run("import", school, path, "--dry-run", *words, passphrase=passphrase)
    assert (code, dry["new"], dry["missing"]) == (0, 1, 40)
    assert [column["header"] for column in dry["dropped_columns"]] == ["BSN"]
    assert set(dry) == {"new", "changed", "unchanged", "missing", "rejected", "dropped_columns", "groups"}
    _, before, _ = run("people", school, *words, passphrase=passphrase)
    assert len(before) == 40
    _, wet, _ = run("import", school, path, *words, passphrase=passphrase)
    assert wet == dry
    _, after, _ = run("people", school, *words, passphrase=passphrase)
    assert len(after) == 41


def test_the_photo_question_is_answered_per_pupil_in_the_order_asked(run: Any, sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample)
    _, pupils, _ = run("people", sample["store"], *words, passphrase=passphrase)
    asked = [pupils[3]["number"], pupils[1]["number"]]
    question = ["--purpose", "WEBSITE_PUBLIC", "--medium", "photo", "--pupil", *asked]
    code, answers, _ = run("may", sample["store"], *question, *words, passphrase=passphrase)
    assert code == 0
    assert [answer["number"] for answer in answers] == asked
    assert all(set(answer) == {"number", "allowed", "reason"} for answer in answers)


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (["--purpose", "NIETS", "--medium", "photo", "--pupil", "1"], 1),
        (["--purpose", "WEBSITE_PUBLIC", "--medium", "photo", "--pupil", "0"], 1),
    ],
)
def test_an_unknown_purpose_or_pupil_is_refused_with_a_reason(
    run: Any, sample: dict[str, Any], extra: list[str], code: int
) -> None:
    words, passphrase = _as(sample)
    given, out, reason = run("may", sample["store"], *extra, *words, passphrase=passphrase)
    assert given == code
    assert out == ""
    assert reason.strip().endswith(".")
    assert "NIETS" not in extra or "SOCIAL_PUBLIC.INSTAGRAM" in reason


def test_a_term_is_computed(run: Any, sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample)
    code, term, _ = run("terms", sample["store"], "removal.objection", "2026-03-12", *words, passphrase=passphrase)
    assert code == 0
    assert term["last_day"] == "2026-04-23"
    assert set(term) == {"key", "start", "last_day", "target", "kind", "extended_from", "source"}


def test_a_day_may_be_written_as_people_do(run: Any, sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample)
    code, term, _ = run("terms", sample["store"], "removal.objection", "12-3-2026", *words, passphrase=passphrase)
    assert (code, term["last_day"]) == (0, "2026-04-23")


@pytest.mark.parametrize("key", ["4a.consult", "inspector.hours", "geen.termijn"])
def test_what_is_no_term_is_refused_with_its_reason(run: Any, sample: dict[str, Any], key: str) -> None:
    words, passphrase = _as(sample)
    code, _, reason = run("terms", sample["store"], key, "2026-03-12", *words, passphrase=passphrase)
    assert code == 1
    assert reason.strip()


def test_a_dossier_is_written_and_an_administrator_gets_none(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    words, passphrase = _as(sample)
    _, pupils, _ = run("people", sample["store"], *words, passphrase=passphrase)
    out = tmp_path / "dossier.pdf"
    one = ["--pupil", pupils[0]["number"], "--out", out]
    assert run("dossier", sample["store"], *one, *words, passphrase=passphrase)[0] == 0
    assert out.read_bytes().startswith(b"%PDF")
    words, passphrase = _as(sample, "administrator")
    code, _, reason = run("dossier", sample["store"], *one, *words, passphrase=passphrase)
    assert code == 1
    assert reason.strip()


def test_a_sound_store_verifies_for_both_users(run: Any, sample: dict[str, Any]) -> None:
    for role in ("director", "administrator"):
        words, passphrase = _as(sample, role)
        code, verdict, _ = run("verify", sample["store"], *words, passphrase=passphrase)
        assert (code, verdict["sound"]) == (0, True)


def test_a_wrong_passphrase_is_exit_code_one_with_a_sentence(run: Any, folder: Path) -> None:
    words = ["people", folder, "--user", DIRECTOR.name, "--passphrase-stdin"]
    code, out, reason = run(*words, passphrase=ADMINISTRATOR.passphrase)
    assert (code, out) == (1, "")
    assert "wachtzin" in reason


def test_a_key_file_is_named_on_the_command_line(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    options, passphrase = _as(sample, "board")
    store = open_store(Path(sample["store"]), str(options[1]), passphrase, SystemClock())
    path = tmp_path / second_factor.NAME
    secret = second_factor.joined(passphrase, second_factor.make(path, store.folder))
    store.change_passphrase(passphrase, secret)
    store.close()
    code, _document, told = run("verify", sample["store"], *options, passphrase=passphrase)
    assert code == 1
    assert "sleutelbestand" in told
    code, document, _told = run("verify", sample["store"], *options, "--key-file", path, passphrase=passphrase)
    assert code == 0
    assert document["sound"]
    store = open_store(Path(sample["store"]), str(options[1]), secret, SystemClock())
    store.change_passphrase(secret, passphrase)
    store.close()


def test_wrong_usage_is_exit_code_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["people"])
    assert caught.value.code == 2
    assert "Dit ontbreekt nog: store, --user." in capsys.readouterr().err


def test_a_demo_without_pupils_has_users_and_no_people(run: Any, tmp_path: Path) -> None:
    code, made, _ = run("demo", tmp_path / "leeg", "--pupils", "0", "--json")
    words, passphrase = _as(made)
    assert code == 0
    assert run("people", made["store"], *words, passphrase=passphrase)[1] == []


def test_a_demo_wants_an_empty_folder(run: Any, tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("x")
    code, _, reason = run("demo", tmp_path, "--json")
    assert code == 1
    assert "leeg" in reason


def test_without_json_counts_and_every_rejected_row_are_told(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    words, passphrase = _as(sample)
    words.remove("--json")
    _, pupils, _ = run("people", sample["store"], *words, "--json", passphrase=passphrase)
    taken = pupils[0]
    book = Workbook()
    book.worksheets[0].append(["Leerlingnummer", "Roepnaam", "Achternaam", "Geboortedatum", "Groep"])
    book.worksheets[0].append([taken["number"], "Xantippe", "Quist", "01-02-2016", "5A"])
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    code, told, wrong = run("import", sample["store"], path, "--dry-run", *words, passphrase=passphrase)
    assert code == 0
    assert told.startswith("0 nieuw, 0 gewijzigd")
    assert "1 geweigerd" in told
    assert wrong.startswith("rij 2, Leerlingnummer: Xantippe Quist is NIET overgenomen: leerlingnummer")
    assert taken["surname"] in wrong


def test_an_unknown_group_is_refused_naming_the_groups(run: Any, sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample)
    code, document, wrong = run("people", sample["store"], "--group", "9Z", *words, passphrase=passphrase)
    assert (code, document) == (1, "")
    assert wrong.startswith("Er is geen groep 9Z")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], "Dit ontbreekt nog: VERB."),
        (["demo"], "Dit ontbreekt nog: dir."),
        (["vlieg"], "Bij VERB kan 'vlieg' niet. Kies uit:"),
        (["demo", "x", "--pupils", "veel"], "Bij --pupils kan 'veel' niet."),
        (["demo", "x", "--pupils"], "Bij --pupils hoort een waarde."),
        (["terms", "x", "removal.objection", "31-11-2026"], "Schrijf een dag als 2026-11-16 of 16-11-2026."),
        (["demo", "x", "--hoog"], "Dit kent Meldboek niet: --hoog."),
        (["dossier", "x", "--user", "A", "--out", "y"], "Kies een van: --pupil --employee."),
        (["dossier", "x", "--user", "A", "--out", "y", "--pupil", "1", "--employee", "2"], "gaan niet samen."),
    ],
)
def test_wrong_usage_is_explained_in_dutch(capsys: pytest.CaptureFixture[str], typed: list[str], told: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(typed)
    said = capsys.readouterr().err
    assert said.startswith("Gebruik: meldboek")
    assert told in said


def test_what_argparse_says_otherwise_points_to_the_help() -> None:
    assert usage.complaint("something new") == "Deze opdracht klopt niet. Vraag met --help hoe het moet."


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main(["people", "--help"])
    said = capsys.readouterr().out
    assert "toon deze uitleg" in said
    assert not {"usage:", "options:", "positional"} & set(said.split())


def test_an_unexpected_error_tells_its_place_and_nothing_that_it_held(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_args: object, **_more: object) -> None:
        raise KeyError("Noor de Graaf")

    monkeypatch.setattr("app.sample.school.build", break_down)
    code, told, wrong = run("demo", tmp_path / "school")
    assert (code, told) == (1, "")
    assert "KeyError" in wrong
    assert "app/cli.py" in wrong
    assert "Noor" not in wrong


def test_a_reader_that_has_heard_enough_is_no_error(sample: dict[str, Any]) -> None:
    words, passphrase = _as(sample)
    command = [sys.executable, "-m", "ui.shell.main", "people", sample["store"], *map(str, words)]
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(  # noqa: S603 - our own command
        command, input=passphrase + "\n", stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")
