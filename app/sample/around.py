"""What happens around the invented cases: a request about own data, a breach, a lesson, a question asked first."""

from __future__ import annotations

from app.access_requests.lines import BreachDecision, NewBreach, NewRequest
from app.access_requests.rules import Capacity, Kind, Risk, Telling
from app.cases.beside.lines import AskedWhen, NewPrevention, NewQuestion, PreventionKind
from app.sample.scene import Scene
from app.sample.source import Table


def request(scene: Scene, _case_id: int, step: Table) -> None:
    """A parent asks what was written down about the child."""
    new = step["request"]
    asker = scene.who(new["by"])
    scene.work.access_requests.receive(
        NewRequest(
            kind=Kind(new["kind"]),
            person_id=scene.person(new["who"]),
            requester=asker.name,
            capacity=Capacity.REPRESENTATIVE,
            requester_id=asker.id,
            identity=new["identity"],
            wish=new["wish"],
            received_on=scene.day(step["ago"]),
        )
    )


def breach(scene: Scene, _case_id: int, step: Table) -> None:
    """Something went to the wrong people; what was decided, and done."""
    new, breaches = step["breach"], scene.work.access_requests.breaches
    number = breaches.record(
        NewBreach(
            happened=new["happened"],
            discovered_at=scene.instant(step["ago"], new["discovered"]),
            data=new["data"],
            persons=new["persons"],
            consequences=new["consequences"],
            actions=new["actions"],
        )
    )
    breaches.decide(number, BreachDecision(Risk(new["risk"]), Telling.NOT_NEEDED, new["why"]))
    breaches.close(number)


def prevention(scene: Scene, case_id: int, step: Table) -> None:
    """A lesson or a meeting after a case."""
    new = step["prevention"]
    scene.work.cases.prevention.record(
        NewPrevention(
            PreventionKind(new["kind"]),
            scene.day(step["ago"]),
            new["title"],
            new["groups"],
            new["text"],
            case_id=case_id,
        )
    )


def asked(scene: Scene, _case_id: int, step: Table) -> None:
    """An employee asks before publishing."""
    new = step["asked"]
    scene.work.cases.prevention.asked(
        NewQuestion(
            AskedWhen(new["kind"]),
            scene.day(step["ago"]),
            new["question"],
            new["advice"],
            scene.users[0].name,
            person_id=scene.person(new["who"]),
        )
    )
