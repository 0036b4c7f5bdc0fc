"""Killing while letters go between the drawers: out of casework, into the tray, and the word that they were posted."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from app.application import start
from tests.faults import acts, schools
from tests.faults.tally import Tally
from tests.faults.whole import all_there, with_people

LETTERS = 6
_BEFORE = 1.05  # so much more time than the work takes


def outboxes(folder: Path, rounds: int) -> Tally:
    """Kill so many times while a row of letters is made final, laid in the tray and posted."""
    chance = random.Random(16)  # noqa: S311 - only moments
    template, letters = _with_drafts(folder / "template")
    place = schools.copy(template, folder / "school")
    began = time.perf_counter()
    _finished(place, letters)
    longest = (time.perf_counter() - began) * _BEFORE
    wrong = told = 0
    for _round in range(rounds):
        place = schools.copy(template, folder / "school")
        said = _killed(place, letters, chance.random() * longest)
        told += len(said)
        wrong += not all_there(place, said)
    return Tally("kill -9 between the drawers", rounds, wrong, f"{told} letters and posts told")


def _with_drafts(folder: Path) -> tuple[Path, list[int]]:
    """A closed school with drafts of letters about measures that were decided."""
    with_people(folder)
    store = schools.opened(folder)
    meldboek = start(store)
    letters = []
    for number in range(LETTERS):
        acts.report(meldboek, number, tell=str)
        letters.append(acts.draft(meldboek))
    store.close()
    return folder, letters


def _finished(place: Path, letters: list[int]) -> None:
    handle = os.open(os.devnull, os.O_WRONLY)
    _bring(place, letters, handle)
    os.close(handle)


def _killed(place: Path, letters: list[int], wait: float) -> list[str]:
    """Let a child bring the letters through until it is killed; gives what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _bring(place, letters, writing)
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode().splitlines()


def _bring(place: Path, letters: list[int], told: int) -> None:
    store = schools.opened(place)
    meldboek = start(store)
    for letter in letters:
        os.write(told, f"{acts.finalise(meldboek, letter)}\n".encode())
        acts.post(meldboek, tell=lambda words: os.write(told, f"{words}\n".encode()))
    store.close()
