"""What stands beside a case: links, kept filters, questions asked first, prevention, complaints."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.beside.lines import AskedWhen, NewPrevention, NewQuestion, PreventionKind
from app.cases.inputs import CaseFilter, NewReport
from app.cases.rules import CaseSeverity
from app.cases.service import Cases
from app.kernel.errors import Invalid, Refused
from tests.builders import Cast
from tests.cases import samples

TODAY = date(2026, 11, 16)


def test_two_cases_are_linked_once_and_taken_apart(cases: Cases, case_id: int) -> None:
    other = cases.report(NewReport("Nepaccount"))
    cases.links.link(other, case_id, "Zelfde groep kinderen")
    (line,) = cases.file(case_id).links
    assert (line.case_id, line.title, line.reason) == (other, "Nepaccount", "Zelfde groep kinderen")
    assert cases.file(other).links[0].case_id == case_id
    for first, second, reason in ((case_id, other, "Nog eens"), (case_id, case_id, "Zelf"), (case_id, other, " ")):
        with pytest.raises(Invalid):
            cases.links.link(first, second, reason)
    cases.links.unlink(case_id, line.id)
    cases.links.unlink(case_id, line.id)
    assert cases.file(other).links == ()


def test_a_filter_is_kept_under_a_name_and_replaced(cases: Cases) -> None:
    cases.filters.keep("Ernstig en open", CaseFilter(severity=CaseSeverity.SERIOUS))
    cases.filters.keep("Ernstig en open", CaseFilter(None, CaseSeverity.SERIOUS, " appgroep "))
    (line,) = cases.filters.all()
    assert (line.is_open, line.severity, line.text) == (None, "serious", "appgroep")
    assert not line.to_judge
    cases.filters.keep("Ernstig en open", CaseFilter(to_judge=True))
    (line,) = cases.filters.all()
    assert line.to_judge
    cases.filters.forget(line.id)
    assert cases.filters.all() == ()
    for name in (" ", "x" * 41):
        with pytest.raises(Invalid):
            cases.filters.keep(name, CaseFilter())


def test_who_asked_first_is_on_record_with_the_advice(cases: Cases, case_id: int, school: Cast) -> None:
    asked = NewQuestion(AskedWhen.BEFORE_PUBLISHING, TODAY, "Mag deze foto?", "Alleen van wie mag.", "", school.hartog)
    cases.prevention.asked(asked)
    cases.prevention.asked(
        NewQuestion(
            AskedWhen.GOING_WRONG, TODAY, "Ouder wordt boos", "Bellen", "IB'er", name="stagiair", case_id=case_id
        )
    )
    first, second = cases.prevention.questions()
    assert (second.who, second.advised_by) == ("Jan Hartog", "E. Terpstra")
    assert (first.who, first.advised_by, first.case_number) == ("stagiair", "IB'er", "2026-2027/SM-001")
    for wrong in (
        NewQuestion(AskedWhen.DOUBT, TODAY, "Mag dit?", "", ""),
        NewQuestion(AskedWhen.DOUBT, TODAY, " ", "", "", school.hartog),
        NewQuestion(AskedWhen.DOUBT, date(2026, 11, 17), "Mag dit?", "", "", school.hartog),
    ):
        with pytest.raises(Invalid):
            cases.prevention.asked(wrong)


def test_prevention_stands_alone_or_under_a_case(cases: Cases, case_id: int) -> None:
    cases.prevention.record(NewPrevention(PreventionKind.AGREEMENT, TODAY, "Afspraken appgroep", "8B", case_id=case_id))
    cases.prevention.record(
        NewPrevention(PreventionKind.MEETING, date(2026, 12, 1), "Ouderavond", speaker="Bureau Jeugd & Media")
    )
    meeting, agreement = cases.prevention.entries()
    assert (meeting.speaker, meeting.case_id) == ("Bureau Jeugd & Media", None)
    assert (agreement.groups, agreement.case_number) == ("8B", "2026-2027/SM-001")
    with pytest.raises(Invalid):
        cases.prevention.record(NewPrevention(PreventionKind.LESSON, TODAY, ""))
    with pytest.raises(Refused):
        cases.prevention.record(NewPrevention(PreventionKind.LESSON, TODAY, "Les", case_id=99))


def test_the_board_answers_a_complaint_within_four_weeks_of_the_opinion(cases: Cases, case_id: int) -> None:
    complaint = cases.complaints.receive(case_id, "Te late reactie van school", date(2026, 10, 1))
    cases.complaints.to_committee(case_id, complaint, date(2026, 10, 5))
    due = cases.complaints.opinion(case_id, complaint, date(2026, 11, 2), "Deels gegrond.")
    assert due == date(2026, 11, 30)
    assert [line.id for line in cases.complaints.waiting()] == [complaint]
    cases.complaints.answer(case_id, complaint, TODAY, "Wij nemen het advies over.")
    (line,) = cases.complaints.of_case(case_id)
    assert (line.answered_on, line.handled_on, line.opinion) == (TODAY, TODAY, "Deels gegrond.")
    assert cases.complaints.waiting() == ()


def test_papers_of_a_complaint_are_kept_apart_from_the_case(cases: Cases, case_id: int) -> None:
    complaint = cases.complaints.receive(case_id, "Te late reactie", TODAY)
    before = cases.timeline(case_id)
    cases.complaints.add_paper(case_id, complaint, samples.pdf("Klaagschrift"), "klacht.pdf")
    (paper,) = cases.complaints.of_case(case_id)[0].papers
    assert cases.complaints.paper(case_id, paper.id).name == "klacht.pdf"
    assert cases.timeline(case_id) == before
    assert cases.search("klaagschrift") == cases.search("klacht.pdf") == ()
    with pytest.raises(Refused):
        cases.complaints.paper(case_id, 99)


def test_the_days_of_a_complaint_stand_in_their_order(cases: Cases, case_id: int) -> None:
    with pytest.raises(Invalid):
        cases.complaints.receive(case_id, "Te laat", date(2026, 11, 17))
    with pytest.raises(Invalid):
        cases.complaints.receive(case_id, " ", TODAY)
    complaint = cases.complaints.receive(case_id, "Te laat", date(2026, 11, 2))
    with pytest.raises(Invalid):
        cases.complaints.to_committee(case_id, complaint, date(2026, 11, 1))
    with pytest.raises(Refused):
        cases.complaints.answer(case_id, 99, TODAY, "")


def test_a_coordinator_sees_no_complaint_and_no_question(case_id: int, as_coordinator: Cases) -> None:
    for work in (
        lambda: as_coordinator.complaints.of_case(case_id),
        lambda: as_coordinator.complaints.receive(case_id, "x", TODAY),
        as_coordinator.complaints.waiting,
        as_coordinator.prevention.questions,
    ):
        with pytest.raises(Refused):
            work()
    assert as_coordinator.prevention.entries() == ()
