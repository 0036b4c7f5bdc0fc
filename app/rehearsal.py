"""Reads Vandaag of a school that exists in memory only, while the user still types the passphrase.

SQLAlchemy prepares a statement, and what turns its rows into objects, when it first meets them: the school here has
one of everything that Vandaag asks for, so that the real one is read with all of that done.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.agenda.service import Agenda
from app.application import make_casework
from app.cases.inputs import NewInvolvement, NewReport, NewTask
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.casework import Casework
from app.consents.publications.lines import NewPublication
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.consents.service import Consents
from app.inspector.lines import CallNotes
from app.kernel.clock import Clock
from app.kernel.names import PersonName
from app.letters.lines import NewLetter
from app.letters.templates.wordings import Wordings
from app.letters.tray.service import Tray
from app.measures.facts import Draft
from app.measures.lines import NewDevice, NewMeasure
from app.people.rules import Address, NewEmployee, NewGuardian, NewPupil
from app.people.service import People
from app.protocol.ladders import Ladders
from app.protocol.service import load_protocol
from app.school.rules import NewProfile
from app.school.service import School
from app.vault.database import Drawer
from app.vault.keyring import CASEWORK, REGISTER, Role, User

_USER = User("rehearsal", "Rehearsal", Role.DIRECTOR)
_REASON = "Oefening, meer niet"
_ALMOST_TWELVE = timedelta(days=12 * 365 - 20)


@dataclass(frozen=True)
class _Stage:
    """The services over two drawers in memory."""

    people: People
    school: School
    consents: Consents
    casework: Casework
    agenda: Agenda
    today: date


def rehearse(clock: Clock) -> None:
    """Play a small school in memory and read its Vandaag; nothing of it is kept."""
    drawers = [Drawer(name, Path(":memory:"), secrets.token_bytes(32), _USER, clock) for name in (REGISTER, CASEWORK)]
    try:
        for drawer in drawers:
            drawer.open(None)
        stage = _stage(drawers[0], drawers[1], clock)
        _play(stage)
        stage.casework.letters.settle()
        stage.agenda.page()
        stage.agenda.urgent()
    finally:
        for drawer in drawers:
            drawer.drop()


def _stage(register: Drawer, drawer: Drawer, clock: Clock) -> _Stage:
    protocol, school, people = load_protocol(), School(register, clock), People(register, clock)
    consents, tray = Consents(register, people, protocol, clock), Tray(register, clock)
    ladders, wordings = Ladders(register, protocol, clock), Wordings(register, clock)
    casework = make_casework(drawer, ladders, protocol, school, people, consents, tray, wordings)
    agenda = Agenda(register, drawer, people, consents, tray, casework, clock)
    return _Stage(people, school, consents, casework, agenda, clock.today())


def _play(stage: _Stage) -> None:
    stage.school.save_profile(NewProfile("Oefening", "Oefening"))
    pupil, guardian, teacher = _enter(stage)
    cases, measures = stage.casework.cases, stage.casework.measures
    actors = tuple(NewInvolvement(InvolvementRole.ACTOR, person) for person in (pupil, guardian, teacher))
    cases.report(NewReport("Oefening"))
    case_id = cases.report(NewReport("Oefening", involved=actors))
    cases.triage(
        case_id,
        NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, transgressive=True, sexual=True, reason=_REASON),
    )
    cases.add_task(case_id, NewTask("Oefening", stage.today))
    measures.propose(NewMeasure(case_id, pupil, Draft("pupil.WARNING", intent_on=stage.today)))
    measures.devices.take(NewDevice(pupil, "telefoon", "Oefening", case_id=case_id))
    stage.casework.letters.draft(NewLetter("invitation", case_id, pupil))
    stage.casework.inspector.start(case_id, CallNotes(advice="Oefening", follow_up_on=stage.today))


def _enter(stage: _Stage) -> tuple[int, int, int]:
    """A pupil who is shown where nobody allowed it, a guardian, and a teacher."""
    name, since = PersonName("Oefening", "van", "Oefening"), stage.today - timedelta(days=400)
    born = stage.today - _ALMOST_TWELVE
    pupil = stage.people.add_pupil(NewPupil(name, "1", born, "8A", 8, enrol_date=since, address=Address()))
    guardian = stage.people.add_guardian(pupil, NewGuardian(name, address=Address()))
    teacher = stage.people.add_employee(NewEmployee(name, job_title="leerkracht 8A", start_date=since))
    purpose = stage.consents.purposes()[0].code
    stage.consents.publications.record(
        NewPublication(stage.today, purpose, Medium.PHOTO, "Oefening", (pupil, teacher), "Oefening", "Oefening")
    )
    stage.consents.rounds.start(NewRound("Oefening", "1", purposes=(purpose,)))
    return pupil, guardian, teacher
