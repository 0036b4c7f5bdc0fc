"""The house as a test: who may import what, and what may stand where."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parents[1]
FEATURES = (
    "school",
    "people",
    "imports",
    "consents",
    "cases",
    "measures",
    "inspector",
    "police",
    "letters",
    "dossiers",
    "access_requests",
    "agenda",
    "insights",
    "retention",
)

# a feature may know those that stand on its line, and never the other way round
ARROWS = {
    "school": (),
    "people": (),
    "imports": ("people",),
    "consents": ("people", "school"),
    "cases": ("people", "school"),
    "inspector": ("cases", "people", "school"),
    "police": ("cases", "inspector", "people", "school"),
    "measures": ("cases", "people", "school"),
    "letters": ("measures", "cases", "people", "school", "consents"),
    "dossiers": ("letters", "measures", "cases", "people", "school", "consents"),
    "access_requests": ("dossiers", "letters", "cases", "people", "consents", "school"),
    "retention": (
        "people",
        "consents",
        "cases",
        "inspector",
        "police",
        "measures",
        "letters",
        "school",
        "access_requests",
    ),
    "agenda": (
        "people",
        "consents",
        "cases",
        "inspector",
        "police",
        "measures",
        "letters",
        "access_requests",
        "school",
    ),
    "insights": ("people", "consents", "cases", "inspector", "police", "measures", "letters", "school"),
}


def _sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_app_does_not_know_qt_or_the_window() -> None:
    (
        archrule("app stands on its own")
        .match("app", "app.*")
        .should_not_import("PySide6", "PySide6.*", "shiboken6", "ui", "ui.*")
        .check("app")
    )


def test_the_window_does_not_know_the_database() -> None:
    (
        archrule("ui asks services")
        .match("ui.*")
        .should_not_import("sqlalchemy", "sqlalchemy.*", "sqlcipher3", "sqlcipher3.*", "app.*.*tables")
        .check("ui", only_direct_imports=True)
    )


def test_rules_are_pure() -> None:
    (
        archrule("rules know the kernel, the protocol and other rules")
        .match("app.*.rules", "app.*.*_rules")
        .should_not_import("sqlalchemy*", "app.vault*", "app.*.service", "app.*.*tables", "reportlab*", "openpyxl*")
        .check("app", only_direct_imports=True)
    )


def test_the_kernel_knows_nobody() -> None:
    (
        archrule("the ground floor")
        .match("app.kernel*")
        .should_not_import("app.vault*", "app.protocol*", *(f"app.{feature}*" for feature in FEATURES))
        .check("app")
    )


def test_the_vault_knows_only_the_kernel() -> None:
    (
        archrule("the vault")
        .match("app.vault*")
        .should_not_import("app.protocol*", *(f"app.{feature}*" for feature in FEATURES))
        .check("app")
    )


@pytest.mark.parametrize("feature", FEATURES)
def test_arrows_between_features_run_one_way(feature: str) -> None:
    strangers = [f"app.{other}*" for other in FEATURES if other != feature and other not in ARROWS[feature]]
    foreign_tables = [f"app.{other}.*tables" for other in FEATURES if other != feature]
    rule = archrule(f"{feature} knows only {ARROWS[feature]}").match(f"app.{feature}", f"app.{feature}.*")
    rule.should_not_import(*strangers, *foreign_tables).check("app", only_direct_imports=True)


@pytest.mark.parametrize("feature", [*FEATURES, "kit"])
def test_a_feature_of_the_window_knows_the_kit_and_itself(feature: str) -> None:
    if not (ROOT / "ui" / feature).exists():
        return
    others = [f"ui.{other}*" for other in (*FEATURES, "shell") if other != feature]
    archrule(f"ui.{feature}").match(f"ui.{feature}*").should_not_import(*others).check("ui", only_direct_imports=True)


def test_every_source_begins_by_saying_what_it_is_for() -> None:
    silent = [_name(path) for path in _sources("app", "ui", "tests") if not ast.get_docstring(_tree(path))]
    assert [name for name in silent if not name.endswith("tests/__init__.py")] == []


def test_no_file_is_longer_than_300_lines() -> None:
    long = {_name(path): n for path in _sources("app", "ui", "tests") if (n := len(_text(path).splitlines())) > 300}
    assert long == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        f"{_name(path)}:{node.name}"
        for path in _sources("app", "ui")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 40
    ]
    assert long == []


@pytest.mark.parametrize(
    ("pattern", "allowed"),
    [
        (r"\bdatetime\.(now|today|utcnow)\(|\bdate\.today\(|\btime\.time\(", ("app/kernel/clock.py",)),
        (r"(?<!\")\b(QMessageBox|QFileDialog)\b", ("ui/kit/dialogs.py",)),  # in quotes it names Qt's own words
        (r"\bPRAGMA\b|\bVACUUM\b|\bATTACH\b|exec_driver_sql|sqlalchemy import .*\btext\b", ("app/vault/",)),
        (r"\bimport (socket|urllib|http|requests|ssl|ftplib|smtplib)\b|from (socket|urllib|http|ssl)\b|QtNetwork", ()),
        (r"\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b|NotImplementedError", ()),
        (r"\bgc\.(collect|enable|disable|freeze)\(", ("app/kernel/garbage.py", "app/imports/process/")),
        (r"#[0-9A-Fa-f]{6}\b", ("ui/kit/theme.py", "app/pdf/")),
    ],
)
def test_some_things_stand_in_one_place_only(pattern: str, allowed: tuple[str, ...]) -> None:
    found = [
        f"{_name(path)}:{number}"
        for path in _sources("app", "ui")
        if not _name(path).startswith(allowed or ("nowhere",))
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if re.search(pattern, line)
    ]
    assert found == []


def test_no_name_of_a_room_is_a_broom_cupboard() -> None:
    cupboards = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}
    assert [_name(path) for path in _sources("app", "ui") if path.stem in cupboards] == []


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path))
