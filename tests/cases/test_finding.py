"""Finding cases: the list, similar cases, hints, and full text."""

from __future__ import annotations

from app.cases.inputs import (
    CaseFilter,
    LookAlike,
    NewEntry,
    NewInvolvement,
    NewReport,
)
from app.cases.rules import (
    CaseSeverity,
    EntryKind,
    InvolvementRole,
    NewTriage,
)
from app.cases.service import Cases
from tests.builders import Cast


def test_the_list_filters_on_open_weight_words_and_names(cases: Cases, case_id: int, school: Cast) -> None:
    other = cases.report(NewReport("Nepaccount", involved=(NewInvolvement(InvolvementRole.AFFECTED, school.noor),)))
    cases.triage(other, NewTriage(school_related=False, reason="Niet van school."))
    assert [line.id for line in cases.list()] == [case_id]
    assert [line.id for line in cases.list(CaseFilter(is_open=False))] == [other]
    assert len(cases.list(CaseFilter(is_open=None))) == 2
    assert cases.list(CaseFilter(severity=CaseSeverity.SERIOUS)) == ()
    assert [line.id for line in cases.list(CaseFilter(None, text="bewerkte foto"))] == [case_id]
    assert [line.id for line in cases.list(CaseFilter(None, text="graaf"))] == [other]
    assert [line.id for line in cases.list(CaseFilter(None, text="whatsapp rules"))] == [case_id]
    assert cases.list()[0].involved == "Stijn Bakker, Pien Mulder"
    assert cases.count_open() == 1


def test_similar_open_cases_are_shown_before_saving(cases: Cases, case_id: int, school: Cast) -> None:
    (found,) = cases.similar(LookAlike(persons=(school.pien,)))
    assert (found.case.id, found.why) == (case_id, "ook bij Pien Mulder")
    assert cases.similar(LookAlike(account="@8b Rules"))[0].why == "zelfde account of adres: 8B rules"
    assert cases.similar(LookAlike("Weer beledigingen"))[0].why == "ook ‘beledigingen’"
    assert cases.similar(LookAlike("iets anders", persons=(school.noor,))) == ()


def test_words_of_every_report_tie_no_cases_together(cases: Cases, case_id: int) -> None:
    assert cases.similar(LookAlike("Appgroep groep 7: leerling pest leerling")) == ()
    for number in range(3):
        cases.report(NewReport(f"Beledigingen, melding {number}"))
    assert cases.similar(LookAlike("Weer beledigingen")) == ()


def test_a_teacher_who_only_heard_of_it_ties_no_cases_together(cases: Cases, school: Cast) -> None:
    cases.report(NewReport("Een", involved=(NewInvolvement(InvolvementRole.OTHER, school.hartog),)))
    assert cases.similar(LookAlike(persons=(school.hartog,))) == ()


def test_a_person_with_an_earlier_case_gives_a_hint(cases: Cases, case_id: int, school: Cast) -> None:
    later = cases.report(NewReport("Filmpje", involved=(NewInvolvement(InvolvementRole.ACTOR, school.stijn),)))
    (hint,) = cases.file(later).hints
    assert hint.text == "Stijn Bakker was in 12 maanden ook bij 1 andere zaak betrokken."
    assert [line.id for line in hint.cases] == [case_id]


def test_whoever_only_told_of_other_cases_gives_no_hint(cases: Cases, school: Cast) -> None:
    for role in (InvolvementRole.REPORTER, InvolvementRole.WITNESS, InvolvementRole.OTHER):
        cases.report(NewReport(f"Eerder {role}", involved=(NewInvolvement(role, school.hartog),)))
    later = cases.report(NewReport("Bericht", involved=(NewInvolvement(InvolvementRole.ACTOR, school.hartog),)))
    assert cases.file(later).hints == ()


def test_what_was_written_can_be_found(cases: Cases, case_id: int) -> None:
    cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Het was een grap."))
    hits = cases.search("grap")
    assert [(hit.case_id, hit.kind, hit.found) for hit in hits] == [(case_id, "entry", "Gesprek met Stijn")]
    assert [hit.kind for hit in cases.search("Stijn")] == ["entry", "case"]
