"""The main job through the real window, on a real encrypted store: the director's day, and the administrator's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock
from app.vault.keys import keyring
from tests.builders import CHEAP
from tests.end_to_end import account, beginning, consents, office, report, sanction
from tests.end_to_end.computer import Computer


@pytest.fixture
def computer(
    qtbot: QtBot, qapp: QApplication, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Computer:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr(keyring, "Cost", lambda: CHEAP)
    return Computer(qtbot, qapp, clock)


def test_the_main_job_from_the_first_start_to_the_posted_letter(computer: Computer, tmp_path: Path) -> None:
    beginning.first_run(computer, tmp_path / "esdoorn")
    hands = beginning.unlock_as_director(computer)
    beginning.settle_the_school(computer, hands)
    beginning.read_the_class_list(computer, hands, tmp_path)
    beginning.confirm_authority(computer, hands)
    consents.enter_the_forms(computer, hands)
    consents.ask_at_the_photo(computer, hands)

    hands = report.begin_and_lock(computer, hands)
    case_id = report.finish_the_report(computer, hands)
    report.triage(computer, hands, case_id)
    report.talk(computer, hands, case_id)
    measure_id = sanction.decide(computer, hands)
    letter_id = sanction.write_the_letter(computer, hands, measure_id)
    account.call_the_inspector(computer, hands, case_id)
    account.read_the_timeline(hands)
    account.save_the_dossier(computer, hands, tmp_path)
    computer.quit()

    office.post_the_letter(computer)
    office.see_that_it_was_posted(computer, case_id, measure_id, letter_id)
