"""Plays every step of every story in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.sample import sanctions, stories
from app.sample.source import Table
from app.sample.stories import Scene

STEPS: Mapping[str, Callable[[Scene, int, Table], None]] = {
    "triage": stories.triage,
    "entry": stories.entry,
    "evidence": stories.evidence,
    "parents": stories.parents,
    "task": stories.task,
    "finish": stories.finish,
    "move": stories.move,
    "close": stories.close,
    "measure": sanctions.measure,
    "letter": sanctions.letter,
    "write": sanctions.write,
    "device": sanctions.device,
    "content": sanctions.content,
    "call": sanctions.call,
    "unanswered": sanctions.unanswered,
    "police": sanctions.police,
}


def play(scene: Scene) -> None:
    """Let everything happen, day after day."""
    for moment in stories.moments(scene):
        scene.days.go(moment.day, moment.at)
        if moment.step["do"] == "report":
            stories.report(scene, moment.case)
        else:
            STEPS[moment.step["do"]](scene, scene.ids[moment.case["key"]], moment.step)
