"""Three things that happen at school, and the three different roads that law and protocol ask after them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.cases.beside.signing import PaperSignature
from app.cases.inputs import NewClosure, NewInvolvement, NewReport
from app.cases.rules import Flag, InvolvementRole, NewTriage, Outcome
from app.cases.service import Cases
from app.inspector import paper
from app.inspector.chain import Step, StepState
from app.inspector.lines import AgreedStep, CallNotes, NewStep
from app.inspector.rules import AdviceFollowed, CallKind, Domain, Reason, Suspicion
from app.inspector.service import Inspector
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.people.rules import NewEmployee, TaskKind
from app.police.rules import NewDecision, NewPoliceReport, PoliceKind, PoliceOutcome
from app.police.service import Police
from tests.builders import Cast

KNOWN = at(2026, 11, 16, 8, 40)


@dataclass(frozen=True)
class Office:
    """The services of the director, and a clock that the story moves."""

    cases: Cases
    inspector: Inspector
    police: Police
    clock: FixedClock

    def at(self, hour: int, minute: int, day: int = 16) -> datetime:
        """Move the clock to this moment of November 2026, and give it."""
        self.clock.at = at(2026, 11, day, hour, minute)
        return self.clock.at


@pytest.fixture
def office(meldboek: Meldboek, clock: FixedClock) -> Office:
    work = meldboek.casework
    assert work is not None
    return Office(work.cases, work.inspector, work.police, clock)


def _case(office: Office, title: str, actor: NewInvolvement, affected: int | None, triage: NewTriage) -> int:
    office.at(8, 55)
    involved = (actor,) if affected is None else (actor, NewInvolvement(InvolvementRole.AFFECTED, affected))
    report = NewReport(title, platform="Snapchat", involved=involved, knowledge_at=KNOWN, reported_at=KNOWN)
    case_id = office.cases.report(report)
    office.cases.triage(case_id, triage)
    return case_id


def _call(office: Office, case_id: int, sheet: CallNotes, minutes: int = 12) -> int:
    call_id = office.inspector.start(case_id, sheet)
    office.clock.at += timedelta(minutes=minutes)
    office.inspector.finish(call_id, sheet)
    return call_id


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", " ")


def _codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {finding.code.rpartition(".")[2] for finding in refused.value.findings}


def test_a_teachers_chat_with_a_pupil_leads_to_aangifte_in_its_order(office: Office, cast: Cast) -> None:
    """Statutory: a sexual offence by a teacher; the whole chain, and the paper that proves its times."""
    teacher = NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True)
    judged = NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason="Seksuele vragen in de chat.")
    case_id = _case(office, "Privéchat met een leerling", teacher, cast.stijn, judged)
    assert office.inspector.sheet(case_id).notes.reason is Reason.STATUTORY_4A
    told = office.at(9, 5)
    office.inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, told, "gebeld", by="E. Terpstra"))
    office.at(9, 10)
    asked = CallNotes(Reason.STATUTORY_4A, domain=Domain.SEXUAL_INTIMIDATION, advice="Doe aangifte.", for_board=True)
    office.inspector.record_no_answer(case_id, asked)
    aangifte = NewPoliceReport(PoliceKind.AANGIFTE, told, "E. Terpstra", "Seksuele berichten aan een leerling")
    with pytest.raises(Refused, match=r"police\.chain_first"):
        office.police.add(case_id, aangifte)
    office.at(9, 20)
    _call(office, case_id, replace(asked, suspicion=Suspicion.YES))
    concluded = NewStep(Step.CONCLUSION, office.at(9, 40), "De berichten zelf.", Suspicion.YES, "H. van Vliet")
    office.inspector.record_step(case_id, concluded)
    with pytest.raises(Refused) as refused:
        office.police.add(case_id, replace(aangifte, at=office.clock.now()))
    assert _codes(refused) == {"needs_parents_told", "needs_person_told"}
    with pytest.raises(Refused, match=r"police\.must_report"):
        office.police.decide_not(case_id, NewDecision(date(2026, 11, 16), "bestuur", "Ouders willen het niet."))
    office.inspector.record_step(case_id, NewStep(Step.PARENTS_TOLD, office.at(10, 0), by="E. Terpstra"))
    office.inspector.record_step(case_id, NewStep(Step.PERSON_TOLD, office.at(10, 30), by="H. van Vliet"))
    office.at(11, 30)
    office.police.add(case_id, replace(aangifte, at=office.clock.now()))
    office.at(11, 45)
    _call(office, case_id, CallNotes(Reason.STATUTORY_4A, CallKind.NOTIFICATION, domain=Domain.SEXUAL_INTIMIDATION), 4)
    chain = office.inspector.chain(case_id)
    assert [step.step for step in chain] == [
        Step.BOARD_INFORMED,
        Step.CONSULT,
        Step.CONCLUSION,
        Step.PARENTS_TOLD,
        Step.PERSON_TOLD,
        Step.REPORT,
        Step.INSPECTOR_TOLD,
    ]
    moments = [step.done.at for step in chain if step.done]
    assert moments == sorted(moments)
    assert all(step.state is StepState.DONE for step in chain)
    assert {Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE} <= office.cases.case(case_id).met
    proof = text_of(paper.chain_note(office.inspector.account(case_id), "De Wilgenhof", office.clock.now()))
    for words in (
        "08:40",
        "Seksuele vragen in de chat",
        "09:05",
        "geen gehoor",
        "09:20",
        "10:30",
        "H. van Vliet",
        "11:45",
    ):
        assert words in proof
    assert "Hartog" not in proof


def test_a_trainee_who_films_a_class_is_discussed_and_ends_without_suspicion(
    office: Office, cast: Cast, meldboek: Meldboek
) -> None:
    """Statutory too, for a trainee has a task at school; the conclusion is no, so follow-up and no aangifte."""
    trainee = meldboek.people.add_employee(
        NewEmployee(PersonName("Daan", "", "Vos"), start_date=date(2026, 9, 1), task_kind=TaskKind.TRAINEE)
    )
    actor = NewInvolvement(InvolvementRole.ACTOR, trainee, task_holder=True)
    judged = NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason="Filmde in de kleedkamer.")
    case_id = _case(office, "Stagiair filmt een klas", actor, cast.noor, judged)
    sheet = office.inspector.sheet(case_id)
    assert sheet.facts[0].text == "stagiair, korter dan een jaar op school"
    assert sheet.is_statutory
    assert sheet.warning is not None
    office.inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, office.at(9, 0)))
    office.at(9, 15)
    agreed = (AgreedStep("Beelden laten verwijderen", "directeur", date(2026, 11, 17)),)
    said = CallNotes(
        Reason.STATUTORY_4A,
        domain=Domain.SEXUAL_INTIMIDATION,
        advice="Spreek de opleiding aan.",
        suspicion=Suspicion.NO,
        agreed=agreed,
        follow_up_on=date(2026, 11, 20),
    )
    first = _call(office, case_id, said)
    cleared = NewStep(Step.CONCLUSION, office.clock.now(), "Niets seksueels te zien.", Suspicion.NO, "H. van Vliet")
    office.inspector.record_step(case_id, cleared)
    assert [step.step for step in office.inspector.chain(case_id)][-1] is Step.FOLLOW_UP
    with pytest.raises(Refused) as refused:
        office.inspector.record_step(case_id, NewStep(Step.PARENTS_TOLD, office.clock.now()))
    assert _codes(refused) == {"not_in_this_chain"}
    assert {due.code for due in office.inspector.dated()} == {
        "inspector.date.agreed",
        "inspector.date.follow_up",
        "inspector.date.follow_up_step",
    }
    office.inspector.tick_agreed(first, 0)
    office.at(10, 0, day=20)
    assert office.inspector.prepare_follow_up(first) == case_id
    again = office.inspector.sheet(case_id).notes
    assert again.follow_up_of == first
    _call(office, case_id, replace(again, advice="Klaar.", suspicion=Suspicion.NO), 5)
    ended = NewStep(Step.FOLLOW_UP, office.clock.now(), "Nazorg gegeven, opleiding ingelicht.")
    office.inspector.record_step(case_id, ended)
    assert office.inspector.dated() == ()
    assert all(step.state is StepState.DONE for step in office.inspector.chain(case_id))
    decided = NewDecision(date(2026, 11, 20), "E. Terpstra", "Er is geen strafbaar feit.")
    assert office.police.decide_not(case_id, decided)


def test_a_rude_public_post_is_called_about_under_the_protocol_only(office: Office, cast: Cast) -> None:
    """Protocol D3: no article 4a; the call is due, blocks closing, and the advice is weighed."""
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.smit, task_holder=True)
    judged = NewTriage(True, task_holder=True, transgressive=True, reason="Scheldwoorden over een collega.")
    case_id = _case(office, "Openbaar bericht over een collega", actor, None, judged)
    sheet = office.inspector.sheet(case_id)
    assert sheet.due is not None
    assert (sheet.due.reason, sheet.is_statutory) == (Reason.PROTOCOL_D3, False)
    assert office.inspector.chain(case_id) == ()
    (party,) = office.cases.case(case_id).parties
    closure = NewClosure("Gesprek gevoerd.", ((party.id, Outcome.ESTABLISHED),), despite="Toch.")
    with pytest.raises(Refused) as refused:
        office.cases.close(case_id, closure)
    assert "protocol_call" in _codes(refused)
    office.at(16, 50)
    said = CallNotes(Reason.PROTOCOL_D3, domain=Domain.MENTAL_VIOLENCE, advice="Spreek de collega erbij.")
    call_id = _call(office, case_id, said)
    office.inspector.weigh_advice(call_id, AdviceFollowed.PARTLY, "De collega was ziek.")
    melding = NewPoliceReport(PoliceKind.MELDING, office.clock.now(), "E. Terpstra", "Belediging")
    line = office.police.add(case_id, melding)
    office.at(9, 0, day=18)
    done = replace(melding, outcome=PoliceOutcome.DISMISSED, closed_on=date(2026, 11, 18))
    office.police.complete(line, done)
    scan = PaperSignature("H. van Vliet", date(2026, 11, 18), b"Akkoord", "akkoord.txt")
    office.cases.signing.sign_on_paper(case_id, scan)
    office.cases.close(case_id, closure)
    assert not office.cases.case(case_id).is_open
    (flag,) = office.cases.case(case_id).raised
    assert (flag.by, flag.why) == ("E. Terpstra", "Scheldwoorden over een collega.")
    assert flag.met_at == at(2026, 11, 16, 17, 2)
