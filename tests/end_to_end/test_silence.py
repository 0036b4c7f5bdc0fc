"""Meldboek never goes online: a whole session opens no socket, in Python or below it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end import quiet_session

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a session on the sample school said of itself."""
    place = tmp_path_factory.mktemp("quiet")
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(place / "settings")}
    command = [sys.executable, "-m", "tests.end_to_end.quiet_session", str(place / "school")]
    ran = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return answer


def test_the_session_opened_every_page_of_both_users(heard: dict[str, Any]) -> None:
    pages = [seen.split() for seen in heard["seen"]]
    assert {page for user, page in pages if user == "director"} > {page for user, page in pages if user != "director"}
    assert len(pages) >= 15


def test_no_socket_is_opened_that_could_leave_this_computer(heard: dict[str, Any]) -> None:
    assert heard["talk"] == []
    assert heard["open"] == []


def test_the_listener_would_have_heard_it() -> None:
    before = len(quiet_session.TALK)
    quiet_session.listen("socket.__new__", (None, socket.AF_INET, socket.SOCK_STREAM, 0))
    assert len(quiet_session.TALK) == before + 1


def test_the_network_part_of_qt_is_never_loaded(heard: dict[str, Any]) -> None:
    assert heard["network"] is False
