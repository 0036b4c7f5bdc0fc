"""Plays every step of every story in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.sample import around, sanctions, stories
from app.sample.scene import Moment, Scene
from app.sample.source import Table

STEPS: Mapping[str, Callable[[Scene, int, Table], None]] = {
    "triage": stories.triage,
    "entry": stories.entry,
    "file": stories.file,
    "evidence": stories.evidence,
    "parents": stories.parents,
    "task": stories.task,
    "finish": stories.finish,
    "evaluate": stories.evaluate,
    "grant": stories.grant,
    "move": stories.move,
    "close": stories.close,
    "measure": sanctions.measure,
    "letter": sanctions.letter,
    "write": sanctions.write,
    "device": sanctions.device,
    "content": sanctions.content,
    "call": sanctions.call,
    "unanswered": sanctions.unanswered,
    "chain": sanctions.chain,
    "police": sanctions.police,
    "request": around.request,
    "breach": around.breach,
    "prevention": around.prevention,
    "asked": around.asked,
}


def play(scene: Scene, moments: Iterable[Moment]) -> None:
    """Let these things happen, one after the other."""
    for moment in moments:
        scene.days.go(moment.day, moment.at)
        scene.last = moment.last
        if moment.step["do"] == "report":
            stories.report(scene, moment.case)
        else:
            STEPS[moment.step["do"]](scene, scene.ids[moment.case["key"]], moment.step)
