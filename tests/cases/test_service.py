"""Cases from report to closure, on the real encrypted store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cases.inputs import (
    NewEntry,
    NewInvolvement,
    NewReport,
    NewTask,
    ParentsTold,
)
from app.cases.rules import (
    CaseSeverity,
    EntryKind,
    Flag,
    InvolvementRole,
    NewTriage,
    ReportedHow,
    Scope,
    Status,
)
from app.cases.service import Cases
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.vault.drawers.database import Drawer
from tests.builders import Cast

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (400).to_bytes(4) + (800).to_bytes(4) + b"pixels"


def test_a_report_becomes_a_case_with_a_number_its_persons_and_a_first_line(cases: Cases, case_id: int) -> None:
    card = cases.case(case_id)
    assert (card.number, card.status, card.severity) == ("2026-2027/SM-001", Status.INTAKE, CaseSeverity.MEDIUM)
    assert [(party.name, party.role, party.detail) for party in card.parties] == [
        ("Stijn Bakker", InvolvementRole.ACTOR, "groep 8B"),
        ("Pien Mulder", InvolvementRole.AFFECTED, "groep 8B"),
        ("Een buurvrouw", InvolvementRole.REPORTER, "van buiten de school"),
    ]
    assert card.knowledge_at == at(2026, 11, 16, 8, 40)
    assert card.articles == ("A8",)
    assert [(entry.title, entry.is_report) for entry in cases.timeline(case_id)] == [
        ("Zaak geopend", False),
        ("Melding, telefoon", True),
    ]
    assert [(line.pupil, line.informed) for line in card.parents] == [("Stijn Bakker", None), ("Pien Mulder", None)]


def test_numbers_run_per_school_year_and_are_never_used_twice(cases: Cases, clock: FixedClock) -> None:
    first = cases.report(NewReport("Een"))
    second = cases.report(NewReport("Twee"))
    clock.at = at(2027, 8, 30, 9)
    third = cases.report(NewReport("Drie"))
    numbers = [cases.case(each).short_number for each in (first, second, third)]
    assert numbers == ["SM-001", "SM-002", "SM-001"]
    assert cases.case(third).number == "2027-2028/SM-001"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "  "}, "title"),
        ({"happened_on": date(2026, 11, 17)}, "happened_on"),
        ({"knowledge_at": at(2026, 11, 16, 15)}, "knowledge_at"),
        ({"reported_at": at(2026, 11, 16, 15)}, "reported_at"),
        ({"involved": (NewInvolvement(InvolvementRole.WITNESS, name=" "),)}, "involved"),
        ({"involved": (NewInvolvement(InvolvementRole.WITNESS, 1),) * 2}, "involved"),
    ],
)
def test_a_report_that_cannot_be_right_is_refused_at_its_field(
    cases: Cases, report: NewReport, change: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        cases.report(replace(report, **change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert cases.list() == ()


def test_a_person_may_have_two_roles_but_not_one_role_twice(cases: Cases, case_id: int, school: Cast) -> None:
    cases.involve(case_id, NewInvolvement(InvolvementRole.WITNESS, school.pien))
    with pytest.raises(Invalid):
        cases.involve(case_id, NewInvolvement(InvolvementRole.AFFECTED, school.pien))
    with pytest.raises(Invalid):
        cases.involve(case_id, NewInvolvement(InvolvementRole.REPORTER, name="een Buurvrouw"))


def test_triage_sets_flags_and_brings_the_case_to_the_facts(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, sexual=True, scope=Scope.CLASS))
    card = cases.case(case_id)
    assert card.flags == {Flag.STATUTORY_CONSULT_DUE}
    assert (card.status, card.severity, card.scope) == (Status.FACTS, CaseSeverity.SERIOUS, Scope.CLASS)
    assert card.is_employee_case
    assert card.evaluate_on == date(2026, 12, 14)
    (call,) = cases.due_calls()
    assert call.case_number == "2026-2027/SM-001"
    assert (call.due_at, call.red_from) == (at(2026, 11, 16, 17), at(2026, 11, 17, 8, 40))


def test_a_second_triage_takes_flags_back(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, acute=True, complaint=True))
    cases.triage(case_id, NewTriage(True, complaint=True))
    assert cases.case(case_id).flags == {Flag.COMPLAINT}


def test_a_case_that_is_not_the_schools_ends_at_triage_with_the_reason(cases: Cases, case_id: int) -> None:
    with pytest.raises(Invalid):
        cases.triage(case_id, NewTriage(school_related=False))
    cases.triage(case_id, NewTriage(school_related=False, reason="Speelt in de voetbalclub."))
    card = cases.case(case_id)
    assert (card.status, card.closing) == (Status.CLOSED, "Speelt in de voetbalclub.")


def test_the_next_step_walks_through_the_protocol(cases: Cases, case_id: int, school: Cast, clock: FixedClock) -> None:
    assert cases.file(case_id).step.action == "triage"
    cases.triage(case_id, NewTriage(True, CaseSeverity.MEDIUM))
    step = cases.file(case_id).step
    assert (step.title, step.source) == ("Het gesprek met Pien Mulder voeren", "protocol A11")
    for party in cases.case(case_id).parties[:2]:
        cases.add_entry(case_id, NewEntry(EntryKind.TALK, f"Gesprek met {party.name}", heard=(party.id,)))
    assert cases.file(case_id).step.title == "De ouders van Stijn Bakker inlichten"
    for pupil in (school.stijn, school.pien):
        cases.inform_parents(case_id, ParentsTold(pupil, how="telefoon"))
    assert cases.file(case_id).step.action == "move:approach"
    cases.move(case_id, Status.APPROACH, "Beide kanten zijn gehoord.")
    assert cases.file(case_id).step.action == "talk"
    cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Groepsgesprek"))
    assert cases.file(case_id).step.action == "move:measures"
    cases.move(case_id, Status.MEASURES, "De afspraken zijn gemaakt.")
    assert cases.file(case_id).step.action == "measure"
    cases.add_entry(case_id, NewEntry(EntryKind.DECISION, "Besluit: waarschuwing"))
    assert cases.file(case_id).step.action == "move:aftercare"
    cases.move(case_id, Status.AFTERCARE, "Eén waarschuwing is genoeg.")
    action = cases.file(case_id).step.action
    cases.finish_task(case_id, int(action.removeprefix("task:")))
    assert cases.file(case_id).step.action == "move:evaluation"
    cases.move(case_id, Status.EVALUATION, "De nazorg is gedaan.")
    assert cases.file(case_id).step.title == "Evalueren op 14 december 2026"
    clock.at += timedelta(weeks=5)
    assert cases.file(case_id).step.action == "close"


def test_a_case_does_not_skip_triage_nor_move_without_a_reason(cases: Cases, case_id: int) -> None:
    with pytest.raises(Refused) as refused:
        cases.move(case_id, Status.MEASURES, "haast")
    assert refused.value.findings[0].code == "cases.move.triage_first"
    with pytest.raises(Invalid):
        cases.move(case_id, Status.TRIAGE, " ")


def test_a_correction_keeps_the_old_version_readable(cases: Cases, case_id: int, clock: FixedClock) -> None:
    entry = cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Hij zegt niets."))
    clock.at += timedelta(hours=1)
    cases.correct(case_id, entry, "Gesprek met Stijn", "Hij zegt dat het een grap was.")
    line = next(each for each in cases.timeline(case_id) if each.id == entry)
    assert (line.text, line.version) == ("Hij zegt dat het een grap was.", 2)
    (old,) = cases.versions(case_id, entry)
    assert (old.version, old.text) == (1, "Hij zegt niets.")


def test_an_entry_enters_nobodys_dossier_unless_it_is_filed(cases: Cases, case_id: int, school: Cast) -> None:
    entry = cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn"))
    assert cases.items_for_dossier(school.stijn) == ()
    cases.file_for(case_id, entry, (school.stijn,))
    (item,) = cases.items_for_dossier(school.stijn)
    assert (item.case_number, item.entry.title) == ("2026-2027/SM-001", "Gesprek met Stijn")
    assert cases.items_for_dossier(school.pien) == ()
    cases.file_for(case_id, entry, ())
    assert cases.items_for_dossier(school.stijn) == ()


def test_the_timeline_is_newest_first_and_filters_by_kind(cases: Cases, case_id: int) -> None:
    cases.add_entry(case_id, NewEntry(EntryKind.CALL, "Telefoon", at=at(2026, 11, 16, 9)))
    cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Morgen nabellen", "met moeder"))
    entries = cases.timeline(case_id)
    assert entries[0].at >= entries[-1].at
    assert [entry.title for entry in cases.timeline(case_id, [EntryKind.NOTE])] == ["Morgen nabellen"]
    with pytest.raises(Invalid):
        cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Straks", at=at(2026, 11, 16, 16)))


def test_parents_are_told_or_it_says_why_not(cases: Cases, case_id: int, school: Cast) -> None:
    with pytest.raises(Invalid):
        cases.inform_parents(case_id, ParentsTold(school.stijn))
    with pytest.raises(Invalid):
        cases.inform_parents(case_id, ParentsTold(school.stijn, informed=False))
    with pytest.raises(Invalid):
        cases.inform_parents(case_id, ParentsTold(school.noor, how="telefoon"))
    cases.inform_parents(case_id, ParentsTold(school.stijn, informed=False, reason="politie vraagt te wachten"))
    cases.inform_parents(case_id, ParentsTold(school.pien, how="telefoon", at=at(2026, 11, 16, 9, 10)))
    stijn, pien = cases.case(case_id).parents
    assert (stijn.informed, stijn.reason) == (False, "politie vraagt te wachten")
    assert (pien.informed, pien.at, pien.by) == (True, at(2026, 11, 16, 9, 10), "E. Terpstra")


def test_tasks_are_listed_by_day_and_leave_a_line_when_done(cases: Cases, case_id: int) -> None:
    later = cases.add_task(case_id, NewTask("Verslag ter reactie", date(2026, 11, 18)))
    cases.add_task(case_id, NewTask("Ooit"))
    first = cases.add_task(case_id, NewTask("Moeder bellen", date(2026, 11, 16), "J. Hartog"))
    assert [task.title for task in cases.open_tasks()] == ["Moeder bellen", "Verslag ter reactie", "Ooit"]
    cases.finish_task(case_id, first, "Zij is tevreden.")
    cases.finish_task(case_id, first)
    assert next(task.id for task in cases.open_tasks()) == later
    assert [entry.title for entry in cases.timeline(case_id, [EntryKind.TASK])] == ["Gedaan: Moeder bellen"]


def test_the_evaluation_can_be_planned_on_another_day(cases: Cases, case_id: int) -> None:
    with pytest.raises(Invalid):
        cases.plan_evaluation(case_id, date(2026, 11, 13))
    cases.plan_evaluation(case_id, date(2027, 1, 11))
    assert cases.case(case_id).evaluate_on == date(2027, 1, 11)


def test_an_unknown_case_or_line_is_refused(cases: Cases, case_id: int) -> None:
    with pytest.raises(Refused):
        cases.case(999)
    with pytest.raises(Refused):
        cases.correct(case_id, 999, "x", "")
    with pytest.raises(Refused):
        cases.files.load(case_id, 999)


def test_a_report_by_letter_or_without_words_has_its_own_first_line(cases: Cases) -> None:
    letter = cases.report(NewReport("Brief van ouders", "Wij maken ons zorgen.", reported_how=ReportedHow.WRITTEN))
    assert [entry.kind for entry in cases.timeline(letter)] == [EntryKind.STATUS, EntryKind.LETTER]
    assert len(cases.timeline(cases.report(NewReport("Zonder tekst")))) == 1


def test_every_write_leaves_a_line_in_the_log(cases: Cases, case_id: int, casework: Drawer) -> None:
    cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Gebeld"))
    assert [line.action for line in casework.log(2)] == ["entry.added", "case.reported"]
