"""Every action that is written in a log has Dutch words."""

from __future__ import annotations

import re
from pathlib import Path

from ui.school.actions import NOUNS, VERBS, told

APP = Path(__file__).resolve().parents[2] / "app"
_ACTION = re.compile(r"""(?:\.write|\.note|_open)\(\s*"([a-z_]+\.[a-z_]+)\"""")


def test_every_action_in_the_source_has_words() -> None:
    found = {action for path in APP.rglob("*.py") for action in _ACTION.findall(path.read_text("utf-8"))}
    silent = {
        action for action in found if not action.startswith("draft.") and told(action, "")[0].startswith("andere")
    }
    assert silent == set()


def test_an_action_reads_as_noun_and_verb() -> None:
    assert told("case.closed", "case:12") == ("zaak: gesloten", "zaak 12")
    assert told("tray.viewed", "") == ("printbak: bekeken", "")


def test_what_is_unknown_is_not_shown_as_code() -> None:
    assert told("thing.happened", "thing:3") == ("andere wijziging", "3")


def test_words_are_kept_in_order() -> None:
    assert list(NOUNS) == sorted(NOUNS)
    assert list(VERBS) == sorted(VERBS)
