"""The quick set of the proof, with every run of the tests."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from tests.faults import (
    between,
    copying,
    corpus,
    filling,
    growing,
    killing,
    logs,
    memory,
    model,
    power,
    quiet,
    seeing,
    sharing,
    silence,
    tampering,
    undoing,
    whole,
)
from tests.faults.disk import Content, Disk


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    tally = killing.writers(tmp_path, 10)
    assert tally.holds, tally.line()


def test_a_folder_that_is_renamed_after_a_kill_opens_as_well(tmp_path: Path) -> None:
    tally = killing.writers(tmp_path, 3, renamed=True)
    assert tally.holds, tally.line()


def test_a_kill_during_a_change_of_keys_or_files_leaves_one_whole_store(tmp_path: Path) -> None:
    for tally in killing.steps(tmp_path, 3):
        assert tally.holds, tally.line()


def test_the_whole_program_is_killed_at_work_and_keeps_what_it_told(tmp_path: Path) -> None:
    tally = whole.programs(tmp_path, 2)
    assert tally.holds, tally.line()


def test_a_power_loss_leaves_all_that_was_told_as_kept(tmp_path: Path) -> None:
    tallies = power.losses(tmp_path, 20) if power.can_trace() else []
    assert all(tally.holds for tally in tallies), [tally.line() for tally in tallies]


def test_the_disk_after_a_power_loss_has_what_was_synced_and_may_miss_the_rest(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - only fates
    found = set()
    for _time in range(40):
        content = Content()
        content.write(0, b"synced")
        content.sync()
        content.write(6, b"written")
        found.add(content.after_power_loss(chance))
    assert found == {b"synced", b"syncedwritten"}
    disk = Disk("/school", {"keys.json": content}, {"keys.json": content})
    fresh = Content(bytearray(b"new"), bytearray(b"new"))
    disk.name({"keys.json": fresh, "keys.json.new": None})
    names = set()
    for number in range(20):
        disk.lay_out(tmp_path / str(number), chance)
        names.add((tmp_path / str(number) / "keys.json").read_bytes()[:3])
    assert names == {b"syn", b"new"}


@pytest.mark.parametrize("number", range(4))
def test_every_alteration_is_noticed(tmp_path: Path, number: int) -> None:
    tally = tampering.damages(tmp_path, 15, 4, 3)[number]
    assert tally.holds, tally.line()


def test_what_is_put_back_to_before_is_noticed(tmp_path: Path) -> None:
    tallies = tampering.older(tmp_path, 2)
    assert all(tally.holds for tally in tallies), [tally.line() for tally in tallies]


def test_a_killed_migration_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    tally = growing.migrations(tmp_path, 3)
    assert tally.holds, tally.line()


def test_what_is_backed_up_comes_back_row_by_row(tmp_path: Path) -> None:
    tally = copying.cycles(tmp_path, 3)
    assert tally.holds, tally.line()


def test_a_second_copy_is_refused_with_a_name_and_let_in_after_a_kill(tmp_path: Path) -> None:
    tally = sharing.two_copies(tmp_path, 3)
    assert tally.holds, tally.line()


def test_a_clock_that_jumps_breaks_nothing_and_going_back_is_told(tmp_path: Path) -> None:
    tally = sharing.clocks(tmp_path)
    assert tally.holds, tally.line()


def test_every_promised_day_keeps_its_backup() -> None:
    tally = copying.thinned(30)
    assert tally.holds, tally.line()


def test_a_full_disk_is_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    tallies = filling.levels(tmp_path, 12)
    assert all(tally.holds for tally in tallies), [tally.line() for tally in tallies]
    assert any("0 refused" not in tally.note for tally in tallies)


def test_a_list_that_meets_a_full_disk_is_taken_over_wholly_or_not_at_all(tmp_path: Path) -> None:
    tally = filling.lists(tmp_path, 3)
    assert tally.holds, tally.line()


def test_a_full_disk_at_a_migration_is_a_sentence_and_it_goes_on_when_there_is_room(tmp_path: Path) -> None:
    tallies = list(growing.on_full_disks(tmp_path, 3))
    assert all(tally.holds for tally in tallies), [tally.line() for tally in tallies]


def test_a_kill_between_the_drawers_loses_no_letter_and_sends_none_twice(tmp_path: Path) -> None:
    tally = between.outboxes(tmp_path, 3)
    assert tally.holds, tally.line()


@pytest.mark.parametrize("number", range(5))
def test_every_change_of_the_log_is_found(tmp_path: Path, number: int) -> None:
    tally = logs.altered(tmp_path, 1)[number]
    assert tally.holds, tally.line()


def test_a_long_log_is_checked_whole(tmp_path: Path) -> None:
    tally = logs.checked(tmp_path / "school", 20_000)
    assert tally.holds, tally.line()


def test_broken_and_harmful_files_end_in_a_sentence_or_a_reading(tmp_path: Path) -> None:
    for tally in (corpus.papers(24), corpus.lists(tmp_path / "lists", 6)):
        assert tally.holds, tally.line()


def test_a_drawer_agrees_with_a_dictionary() -> None:
    tally = model.agrees(4)
    assert tally.holds, tally.line()


def test_nothing_that_was_entered_stands_readable_on_disk(tmp_path: Path) -> None:
    tally = silence.canaries(tmp_path, 20)
    assert tally.holds, tally.line()


def test_the_whole_program_asks_for_no_connection_and_writes_nothing_readable(tmp_path: Path) -> None:
    tallies = quiet.whole_program(tmp_path / "school", 4) if power.can_trace() else []
    assert all(tally.holds for tally in tallies), [tally.line() for tally in tallies]


def test_no_word_and_no_key_stays_in_memory_after_locking(tmp_path: Path) -> None:
    tally = memory.locked(tmp_path, 1) if memory.can_look() else None
    assert tally is None or tally.holds, tally.line() if tally else ""


def test_thirty_acts_are_undone_the_last_first(tmp_path: Path) -> None:
    tally = undoing.rows(tmp_path, 1)
    assert tally.holds, tally.line()


def test_what_is_cut_off_nameless_or_too_small_is_found(qapp: QApplication) -> None:
    window = QWidget()
    word, field, press = QLabel("Ondertekening", window), QLineEdit(window), QPushButton("Ja", window)
    word.setFixedSize(20, 20)
    press.setStyleSheet("QPushButton { min-height: 20px; max-height: 20px; padding: 0; border: none; }")
    press.setFixedWidth(200)
    field.setFixedHeight(30)
    for below, each in enumerate((word, field, press)):
        each.move(0, below * 40)
    window.show()
    qapp.processEvents()
    assert list(seeing._wrong(word)) == ["'Ondertekening' is cut off"]
    assert list(seeing._wrong(field)) == ["without a name"]
    assert list(seeing._wrong(press)) == ["'Ja' is 200 x 20"]
    window.close()


def test_what_stands_over_its_neighbour_or_out_of_its_place_is_found(qapp: QApplication) -> None:
    window = QWidget()
    window.resize(300, 100)
    first, second = QLabel("Ouders", window), QLabel("Alle groepen", window)
    for each in (first, second):
        each.adjustSize()
    second.move(first.width() - 10, 0)
    window.show()
    qapp.processEvents()
    assert list(seeing._wrong(first)) == ["'Ouders' does not fit in its place"]
    second.move(first.width(), 0)
    assert list(seeing._wrong(first)) == []
    first.move(0, 90)
    assert list(seeing._wrong(first)) == ["'Ouders' does not fit in its place"]
    window.close()
