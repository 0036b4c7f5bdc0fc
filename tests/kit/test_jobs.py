"""The lanes: every question is answered once, on the window's thread, and never to somebody who has gone."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.kernel.errors import MeldboekError, Unavailable
from ui.kit.jobs import Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_the_answer_comes_once_and_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    owner = QObject()
    answers: list[tuple[int, str, bool]] = []
    window = threading.current_thread()
    jobs.run(
        lambda: threading.current_thread().name,
        owner=owner,
        done=lambda lane: answers.append((1, lane, threading.current_thread() is window)),
    )
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(30)
    assert answers == [(1, "database_0", True)]
    jobs.close()


def test_the_database_lane_keeps_the_order_asked(qtbot: QtBot, jobs: Jobs) -> None:
    owner = QObject()
    order: list[int] = []
    for number in range(20):
        jobs.run(partial(int, number), owner=owner, done=order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    jobs.close()


def test_an_expected_failure_goes_to_failed_and_not_to_done(qtbot: QtBot, jobs: Jobs) -> None:
    def work() -> None:
        raise Unavailable("vault.disk_full")

    owner = QObject()
    failures: list[MeldboekError] = []
    jobs.run(work, owner=owner, done=lambda _none: pytest.fail("it did not succeed"), failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].code == "vault.disk_full"
    jobs.close()


def test_an_expected_failure_that_nobody_asked_for_is_told_by_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    def work() -> None:
        raise Unavailable("vault.disk_full")

    owner = QObject()
    told: list[str] = []
    jobs.on_error = lambda error: told.append(error.code)
    jobs.run(work, owner=owner, done=lambda _none: None)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["vault.disk_full"]
    jobs.close()


def test_nobody_is_called_when_the_owner_has_gone(qtbot: QtBot, jobs: Jobs) -> None:
    gate, answers = threading.Event(), list[int]()
    owner, other = QObject(), QObject()
    jobs.run(lambda: gate.wait(5), owner=owner, done=lambda _yes: answers.append(1))
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    jobs.run(lambda: 2, owner=other, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2]
    jobs.close()


def test_work_that_takes_long_shows_that_it_is_busy(qtbot: QtBot, jobs: Jobs) -> None:
    gate, owner = threading.Event(), QObject()
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda busy: busy is True, timeout=3000):
        jobs.run(lambda: gate.wait(5), owner=owner, done=lambda _yes: None)
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda busy: busy is False, timeout=3000):
        gate.set()
    jobs.close()


def test_a_stopped_job_ends_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    started, owner = threading.Event(), QObject()
    seen: list[Progress] = []

    def work(progress: Progress) -> None:
        seen.append(progress)
        started.set()
        for part in range(500):
            progress.step(part / 500)
            threading.Event().wait(0.01)

    failures: list[MeldboekError] = []
    jobs.run_long("Reservekopie", work, owner=owner, done=lambda _none: None, failed=failures.append)
    qtbot.waitUntil(started.is_set)
    seen[0].cancel()
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].code == "kit.cancelled"
    jobs.close()


def test_inline_a_bug_is_not_hidden(qtbot: QtBot) -> None:
    owner = QObject()
    with pytest.raises(ZeroDivisionError):
        Jobs(inline=True).run(lambda: 1 // 0, owner=owner, done=lambda _none: None)


def test_closing_lets_long_work_ask_the_database_to_its_end(qtbot: QtBot, jobs: Jobs) -> None:
    begun, go = threading.Event(), threading.Event()
    answers: list[int] = []

    def work() -> None:
        begun.set()
        go.wait(5)
        answers.append(jobs.on_lane(lambda: 7))

    jobs.render(work, owner=jobs, done=lambda _none: None)
    assert begun.wait(5)
    threading.Timer(0.05, go.set).start()
    jobs.close()
    assert answers == [7]
