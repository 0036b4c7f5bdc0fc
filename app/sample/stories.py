"""The steps of the invented cases: the report, triage, talks, evidence, tasks, and the end."""

from __future__ import annotations

from datetime import timedelta

from app.cases.beside.signing import PaperSignature
from app.cases.inputs import NewClosure, NewEntry, NewEvidence, NewInvolvement, NewReport, NewTask, ParentsTold
from app.cases.rules import (
    CaseSeverity,
    EntryKind,
    InvolvementRole,
    NewTriage,
    Outcome,
    Place,
    ReportedHow,
    ReportedTo,
    Scope,
    Status,
)
from app.sample.picture import screenshot
from app.sample.scene import Scene
from app.sample.source import Table, read
from app.vault.keys.keyring import Role


def report(scene: Scene, row: Table) -> None:
    """Take down the report with which a case begins; one that came on the day before may have come on a Sunday."""
    told = row["report"]
    came = scene.day(row["ago"]) - timedelta(days=told.get("days_before", 0))
    reported_at = scene.moment(came, told.get("reported_at", row["at"]))
    scene.ids[row["key"]] = scene.work.cases.report(
        NewReport(
            title=row["title"],
            summary=told["summary"],
            happened_on=scene.day(told["happened_ago"]) if "happened_ago" in told else None,
            happened_about=scene.told(told.get("happened_about", "")),
            place=Place(told["place"]),
            platform=told["platform"],
            account=told.get("account", ""),
            involved=tuple(_involvement(scene, party) for party in row["parties"]),
            reported_to=ReportedTo(told["reported_to"]),
            reported_how=ReportedHow(told["reported_how"]),
            reported_at=reported_at,
            knowledge_at=reported_at,
            reporter_protected=told.get("reporter_protected", False),
            severity=CaseSeverity(told["severity"]),
        )
    )


def _involvement(scene: Scene, party: Table) -> NewInvolvement:
    who = scene.who(party["who"])
    return NewInvolvement(
        role=InvolvementRole(party["role"]),
        person_id=who.id,
        name=who.name if who.id is None else "",
        category=party.get("category", ""),
        part=party.get("part", ""),
        task_holder=party.get("task_holder", False),
    )


def triage(scene: Scene, case_id: int, step: Table) -> None:
    """Answer the questions of triage."""
    answers = dict(step["triage"])
    scope = Scope(answers.pop("scope")) if "scope" in answers else None
    severity = CaseSeverity(answers.pop("severity"))
    scene.work.cases.triage(case_id, NewTriage(school_related=True, severity=severity, scope=scope, **answers))


def entry(scene: Scene, case_id: int, step: Table) -> None:
    """Write a line in the timeline."""
    new = step["entry"]
    scene.work.cases.add_entry(
        case_id,
        NewEntry(
            kind=EntryKind(new["kind"]),
            title=new["title"],
            text=scene.told(new["text"]),
            internal=new.get("internal", False),
            heard=scene.involvements(case_id, new.get("heard", [])),
            both_sides=new.get("both_sides", False),
            files_for=tuple(scene.person(name) for name in new.get("files", ())),
        ),
    )


def file(scene: Scene, case_id: int, step: Table) -> None:
    """Let the report with which the case began enter the dossier of these persons."""
    persons = tuple(scene.person(name) for name in step["file"]["for"])
    for line in scene.work.cases.timeline(case_id):
        if line.is_report:
            scene.work.cases.file_for(case_id, line.id, persons)


def evidence(scene: Scene, case_id: int, step: Table) -> None:
    """Attach a screenshot."""
    new = step["evidence"]
    taken = scene.days.clock.now() - timedelta(hours=12)
    data = screenshot(case_id)
    scene.work.cases.files.attach(case_id, NewEvidence(data, new["name"], new["description"], taken, new["source"]))


def parents(scene: Scene, case_id: int, step: Table) -> None:
    """Tell the parents of a child."""
    told = step["parents"]
    scene.work.cases.inform_parents(case_id, ParentsTold(scene.person(told["who"]), how=told["how"]))


def task(scene: Scene, case_id: int, step: Table) -> None:
    """Plan something to do."""
    new = step["task"]
    due = scene.coming(new["in"])
    scene.work.cases.add_task(case_id, NewTask(new["title"], due, new.get("owner", ""), new.get("template", "")))


def finish(scene: Scene, case_id: int, step: Table) -> None:
    """Tick off the task that came from a template."""
    done = step["finish"]
    for line in scene.work.cases.case(case_id).tasks:
        if line.template == done["template"] and line.done_on is None:
            scene.work.cases.finish_task(case_id, line.id, done["note"])


def evaluate(scene: Scene, case_id: int, step: Table) -> None:
    """Set the day on which the case is looked back on."""
    scene.work.cases.plan_evaluation(case_id, scene.coming(step["evaluate"]["in"]))


def grant(scene: Scene, case_id: int, _step: Table) -> None:
    """Let the coordinator into the case."""
    for user in scene.users:
        if user.role is Role.COORDINATOR:
            scene.work.cases.let_in(case_id, (user,))


def move(scene: Scene, case_id: int, step: Table) -> None:
    """Bring the case to another status."""
    scene.work.cases.move(case_id, Status(step["move"]["to"]), step["move"]["reason"])


def close(scene: Scene, case_id: int, step: Table) -> None:
    """Close the case with an outcome for each who did it."""
    end = step["close"]
    outcomes = tuple(
        (involvement, Outcome(outcome))
        for name, outcome in end["outcomes"].items()
        for involvement in scene.involvements(case_id, [name])
    )
    if scene.work.cases.case(case_id).is_employee_case:
        signed_on = scene.days.clock.now().date()
        paper = PaperSignature(_board(), signed_on, screenshot(case_id), "handtekening.png")
        scene.work.cases.signing.sign_on_paper(case_id, paper)
    scene.work.cases.close(case_id, NewClosure(scene.told(end["reason"]), outcomes, end.get("despite", "")))


def _board() -> str:
    """The name of the board member, who signs on paper."""
    return next(str(user["name"]) for user in read("school")["user"] if user["role"] == "board")
