"""The heavier steps of the invented cases: measures, letters, devices, messages taken away, calls and the police."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time, timedelta

from app.inspector.chain import Step
from app.inspector.lines import AgreedStep, CallNotes, NewStep
from app.inspector.rules import AdviceFollowed, Domain, Reason
from app.letters.lines import NewLetter
from app.letters.rules import Sending
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewContent, NewDevice, NewMeasure, NewNotice
from app.police.rules import NewPoliceReport, PoliceKind
from app.sample.scene import Scene
from app.sample.source import Table

DECIDERS = {Decider.DIRECTOR: "E. Terpstra, directeur", Decider.BOARD: "drs. H. van Vliet, voorzitter van het bestuur"}
NAMED = "de naam is die van de andere ouder"  # why a letter goes on that names somebody beside the pupil


def measure(scene: Scene, case_id: int, step: Table) -> None:
    """Propose a measure and, where the story says so, decide and communicate it."""
    new, measures = step["measure"], scene.work.measures
    person = scene.person(new["who"])
    made = measures.propose(NewMeasure(case_id, person, _draft(scene, step, new)))
    scene.ids[new["key"]] = made
    if "intent" in new:
        registered = new["rung"].startswith("employee.")
        measures.announce_intent(made, scene.day(new["intent"]), registered=registered, counsel_told=registered)
    if "decide" not in new:
        return
    measures.decide(made, new["decide"])
    if "communicated" in new:
        measures.communicate(made, NewNotice(scene.day(step["ago"]), new["communicated"], new.get("proof", "")))
    if "authority" in new:
        measures.tell_authority(made, scene.day(new["authority"]))


def _draft(scene: Scene, step: Table, new: Table) -> Draft:
    first = scene.day(new["first"]) if "first" in new else None
    first = scene.coming(new["first_in"]) if "first_in" in new else first
    decided = scene.day(step["ago"]) if "decide" in new else None
    decider = Decider(new.get("decider", Decider.DIRECTOR))
    return Draft(
        rung=new["rung"],
        first_day=first,
        last_day=first + timedelta(days=new["lasts"] - 1) if first and "lasts" in new else None,
        decided_on=decided,
        decider=decider,
        decided_by=DECIDERS[decider],
        facts=scene.told(new["facts"]),
        reasons=scene.told(new.get("reasons", "")),
        hearings=tuple(_hearing(scene, held) for held in new.get("hearings", ())),
        intent_on=scene.day(new["intent"]) if "intent" in new else None,
        intent_registered=new["rung"].startswith("employee."),
        counsel_told=new["rung"].startswith("employee."),
        registered=new["rung"].startswith("employee."),
        other_school=new.get("other_school", ""),
        other_school_on=scene.day(new["other_school_ago"]) if "other_school_ago" in new else None,
        objection_clause=new.get("objection_clause", False),
    )


def _hearing(scene: Scene, held: Table) -> Hearing:
    who = scene.who(held["who"])
    known = Hearing(HeardAs(held["as"]), who.name, who.id, scene.has_authority(held["who"]))
    if "at" not in held:
        return known
    return replace(
        known,
        invited_on=scene.day(held["ago"] + 1),
        purpose_told=True,
        assistance_told=True,
        held_at=scene.instant(held["ago"], held["at"]),
        report=held["report"],
    )


def letter(scene: Scene, _case_id: int, step: Table) -> None:
    """Write the letters of a measure; a draft stays a draft, others are made final and sent, to an office by post."""
    new, letters = step["letter"], scene.work.letters
    measure_id = scene.ids[new["measure"]]
    made = letters.draft_for_measure(measure_id)
    if new.get("draft"):
        return
    to_person = {line.id for line in letters.of_measure(measure_id) if line.is_filed}
    for letter_id in made:
        letters.finalise(letter_id, to_tray=False, reason=NAMED)
        letters.mark_sent(letter_id, Sending(new["sent"]) if letter_id in to_person else Sending.POST)


def write(scene: Scene, case_id: int, step: Table) -> None:
    """Write a letter from a template, fill in what it asks, and put it in the print tray."""
    new, letters = step["write"], scene.work.letters
    for made in letters.draft(NewLetter(new["template"], case_id, scene.person(new["who"]))):
        body = letters.letter(made).body
        for text in new["fill"]:
            body = re.sub("‹[^›]*›", scene.told(text), body, count=1)
        letters.change(made, body)
        letters.finalise(made, to_tray=True, reason=NAMED)


def device(scene: Scene, case_id: int, step: Table) -> None:
    """Take a device into custody, and give it back when the story says when."""
    new, devices = step["device"], scene.work.measures.devices
    taken = devices.take(
        NewDevice(
            person_id=scene.person(new["who"]),
            what=new["what"],
            taken_by=new["by"],
            damage=new.get("damage", ""),
            case_id=case_id,
            kept_where=new["where"],
            parents_told_at=scene.days.clock.now(),
            return_on=None if "back" in new else scene.coming(0),
        )
    )
    if "back" in new:
        scene.days.go(scene.day(step["ago"]), time.fromisoformat(new["back"]))
        devices.give_back(taken, new["to"], by=new["by"], signed=True)


def content(scene: Scene, case_id: int, step: Table) -> None:
    """Ask to take a message away, and record that it is gone."""
    new, contents = step["content"], scene.work.measures.contents
    asked = contents.ask(NewContent(case_id, scene.person(new["who"]), new["place"], new["platform"]))
    if "gone" in new:
        contents.gone(asked, new["presence"], new["proof"])


def call(scene: Scene, case_id: int, step: Table) -> None:
    """Call the inspector and finish after the minutes of the story."""
    sheet = _sheet(scene, step["call"])
    started = scene.work.inspector.start(case_id, sheet)
    later = scene.days.clock.now() + timedelta(minutes=step["minutes"])
    scene.days.go(later.date(), later.time())
    scene.work.inspector.finish(started, sheet)


def unanswered(scene: Scene, case_id: int, step: Table) -> None:
    """Call the inspector while nobody answers."""
    scene.work.inspector.record_no_answer(case_id, _sheet(scene, step["call"]))


def chain(scene: Scene, case_id: int, step: Table) -> None:
    """Record a duty of article 4a that was done."""
    new = step["chain"]
    at = scene.instant(step["ago"], new["at"])
    scene.work.inspector.record_step(case_id, NewStep(Step(new["step"]), at, new.get("note", "")))


def _sheet(scene: Scene, new: Table) -> CallNotes:
    return CallNotes(
        reason=Reason(new["reason"]),
        domain=Domain(new["domain"]),
        inspector_name=new.get("inspector_name", ""),
        reference=new.get("reference", ""),
        facts=new["facts"],
        notes=new.get("notes", ""),
        advice=new.get("advice", ""),
        advice_followed=AdviceFollowed(new["followed"]) if "followed" in new else None,
        agreed=tuple(AgreedStep(one["what"], one["who"], scene.coming(one["in"])) for one in new.get("agreed", ())),
        follow_up_on=scene.coming(new["follow_up_in"]) if "follow_up_in" in new else None,
    )


def police(scene: Scene, case_id: int, step: Table) -> None:
    """Tell the police."""
    new = step["police"]
    scene.work.police.add(
        case_id,
        NewPoliceReport(
            kind=PoliceKind(new["kind"]),
            at=scene.days.clock.now(),
            by=new["by"],
            offence=new["offence"],
            unit=new["unit"],
            officer=new.get("officer", ""),
            registration_number=new["registration_number"],
            evidence=new["evidence"],
            parents_told_on=scene.day(new["parents"]),
        ),
    )
