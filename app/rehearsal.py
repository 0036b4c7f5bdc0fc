"""A small school that exists in memory only, played and read while the user still types the passphrase.

SQLAlchemy prepares a statement, and what turns its rows into objects, when it first meets them: the school here has
one of everything that Vandaag asks for, so that the real one is read with all of that done.
"""

from __future__ import annotations

from datetime import timedelta

from app.application import Meldboek, start
from app.cases.inputs import NewInvolvement, NewReport, NewTask
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.casework import Casework
from app.consents.publications.lines import NewPublication
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.inspector.lines import CallNotes
from app.inspector.rules import Reason
from app.kernel.clock import Clock
from app.kernel.names import PersonName
from app.letters.lines import NewLetter
from app.measures.facts import Draft
from app.measures.lines import NewDevice, NewMeasure
from app.people.rules import Address, NewEmployee, NewGuardian, NewPupil
from app.school.rules import NewProfile
from app.vault.drawers.in_memory import MemoryStore
from app.vault.keys.keyring import Role, User

_USER = User("rehearsal", "Rehearsal", Role.DIRECTOR)
_REASON = "Oefening, meer niet"
_ALMOST_TWELVE = timedelta(days=12 * 365 - 20)


def rehearse(clock: Clock) -> Meldboek:
    """Play a small school in memory and read its Vandaag. Let go of it with ``meldboek.store.abandon()``."""
    store = MemoryStore(_USER, clock)
    try:
        meldboek = start(store)
        if meldboek.casework is not None:
            _play(meldboek, meldboek.casework)
        meldboek.settle()
        meldboek.agenda.page()
        meldboek.agenda.urgent()
    except BaseException:
        store.abandon()
        raise
    return meldboek


def _play(stage: Meldboek, casework: Casework) -> None:
    stage.school.save_profile(NewProfile("Oefening", "Oefening"))
    pupil, guardian, teacher = _enter(stage)
    cases, measures, today = casework.cases, casework.measures, stage.clock.today()
    actors = tuple(NewInvolvement(InvolvementRole.ACTOR, person) for person in (pupil, guardian, teacher))
    cases.report(NewReport("Oefening"))
    case_id = cases.report(NewReport("Oefening", involved=actors))
    cases.triage(
        case_id,
        NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, transgressive=True, sexual=True, reason=_REASON),
    )
    cases.add_task(case_id, NewTask("Oefening", today))
    measures.propose(NewMeasure(case_id, pupil, Draft("pupil.WARNING", intent_on=today)))
    measures.devices.take(NewDevice(pupil, "telefoon", "Oefening", case_id=case_id))
    casework.letters.draft(NewLetter("invitation", case_id, pupil))
    casework.inspector.start(case_id, CallNotes(Reason.STATUTORY_4A, advice="Oefening", follow_up_on=today))


def _enter(stage: Meldboek) -> tuple[int, int, int]:
    """A pupil who is shown where nobody allowed it, a guardian, and a teacher."""
    today = stage.clock.today()
    name, since, born = PersonName("Oefening", "van", "Oefening"), today - timedelta(days=400), today - _ALMOST_TWELVE
    pupil = stage.people.add_pupil(NewPupil(name, "1", born, "8A", 8, enrol_date=since, address=Address()))
    guardian = stage.people.add_guardian(pupil, NewGuardian(name, address=Address()))
    teacher = stage.people.add_employee(NewEmployee(name, job_title="leerkracht 8A", start_date=since))
    purpose = stage.consents.purposes()[0].code
    stage.consents.publications.record(
        NewPublication(today, purpose, Medium.PHOTO, "Oefening", (pupil, teacher), "Oefening", "Oefening")
    )
    stage.consents.rounds.start(NewRound("Oefening", "1", purposes=(purpose,)))
    return pupil, guardian, teacher
