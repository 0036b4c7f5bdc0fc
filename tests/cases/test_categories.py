"""Kinds of reports that the school adds to those of the protocol."""

from __future__ import annotations

import pytest

from app.cases.beside.category_lines import CategoryLine, NewCategory, heaviest, offered
from app.cases.inputs import CaseFilter, NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.cases.service import Cases
from app.kernel.errors import Invalid, Refused
from app.protocol.rules import Bound
from tests.builders import Cast

PRANK = NewCategory("Prank of challenge", (Bound.PUPIL, Bound.GUARDIAN), CaseSeverity.MEDIUM, "A7")


def line(cases: Cases, code: str) -> CategoryLine:
    return next(one for one in cases.categories.all() if one.code == code)


def test_an_own_kind_stands_after_those_of_the_protocol_and_can_be_renamed(cases: Cases) -> None:
    code = cases.categories.add(PRANK)
    assert [one.code for one in cases.categories.all() if one.is_own] == [code]
    assert line(cases, "CYBERBULLYING").severity is CaseSeverity.MEDIUM
    cases.categories.change(code, NewCategory("Uitdaging", (Bound.EMPLOYEE,), CaseSeverity.SERIOUS, "C1", sexual=True))
    assert line(cases, code) == CategoryLine(
        code, "Uitdaging", (Bound.EMPLOYEE,), CaseSeverity.SERIOUS, "C1", True, is_own=True
    )


def test_a_hidden_kind_is_offered_to_nobody_but_stays_where_it_was_chosen(cases: Cases, school: Cast) -> None:
    code = cases.categories.add(PRANK)
    did = NewInvolvement(InvolvementRole.ACTOR, school.stijn, category=code)
    case_id = cases.report(NewReport("Een uitdaging", involved=(did,)))
    cases.categories.hide(code)
    cases.categories.hide(code)
    known = cases.categories.all()
    assert code not in {one.code for one in offered(known, Bound.PUPIL)}
    assert code in {one.code for one in offered(known, Bound.PUPIL, kept=code)}
    assert cases.file(case_id).about == {code: "Prank of challenge"}
    cases.categories.bring_back(code)
    assert code in {one.code for one in offered(cases.categories.all(), None)}


def test_a_kind_is_offered_to_those_of_its_side_only(cases: Cases) -> None:
    code = cases.categories.add(PRANK)
    known = cases.categories.all()
    assert code in {one.code for one in offered(known, Bound.GUARDIAN)}
    assert code not in {one.code for one in offered(known, Bound.EMPLOYEE)}


def test_the_heaviest_kind_says_how_heavy_a_report_usually_is(cases: Cases) -> None:
    known = cases.categories.all()
    assert heaviest(known, ("EXCLUSION", "THREAT")) is CaseSeverity.SERIOUS
    assert heaviest(known, ()) is None


def test_cases_are_listed_by_kind_and_a_kept_filter_remembers_it(cases: Cases, school: Cast) -> None:
    code = cases.categories.add(PRANK)
    did = NewInvolvement(InvolvementRole.ACTOR, school.stijn, category=code)
    case_id = cases.report(NewReport("Een uitdaging", involved=(did,)))
    cases.report(NewReport("Iets anders"))
    wanted = CaseFilter(category=code)
    assert [one.id for one in cases.list(wanted)] == [case_id]
    cases.filters.keep("Pranks", wanted)
    assert [one.category for one in cases.filters.all()] == [code]


def test_the_article_of_a_kind_comes_with_the_case_also_of_who_is_added_later(cases: Cases, school: Cast) -> None:
    code = cases.categories.add(PRANK)
    case_id = cases.report(NewReport("Een uitdaging"))
    assert cases.case(case_id).articles == ()
    cases.involve(case_id, NewInvolvement(InvolvementRole.ACTOR, school.stijn, category=code))
    assert cases.case(case_id).articles == ("A7",)


def test_triage_says_of_which_kind_each_part_is(cases: Cases, case_id: int) -> None:
    actor = next(one for one in cases.case(case_id).parties if one.role is InvolvementRole.ACTOR)
    code = cases.categories.add(PRANK)
    cases.triage(case_id, NewTriage(school_related=True, about=((actor.id, code),)))
    card = cases.case(case_id)
    assert [one.category for one in card.parties if one.id == actor.id] == [code]
    assert "A7" in card.articles
    with pytest.raises(Invalid):
        cases.triage(case_id, NewTriage(school_related=True, about=((actor.id, "OWN_99"),)))


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewCategory(" ", (Bound.PUPIL,)), "title"),
        (NewCategory("discriminatie", (Bound.PUPIL,)), "title"),
        (NewCategory("prank OF challenge", (Bound.PUPIL,)), "title"),
        (NewCategory("x" * 61, (Bound.PUPIL,)), "title"),
        (NewCategory("Nieuw", ()), "sides"),
    ],
)
def test_a_kind_needs_a_name_of_its_own_and_a_side(cases: Cases, new: NewCategory, field: str) -> None:
    cases.categories.add(PRANK)
    with pytest.raises(Invalid) as refused:
        cases.categories.add(new)
    assert refused.value.field == field


def test_there_is_room_for_forty_kinds(cases: Cases) -> None:
    for number in range(40):
        cases.categories.add(NewCategory(f"Soort {number}", (Bound.PUPIL,)))
    with pytest.raises(Invalid):
        cases.categories.add(PRANK)


def test_a_kind_of_the_protocol_stays_as_it_is(cases: Cases) -> None:
    for act in (cases.categories.hide, cases.categories.bring_back):
        for code in ("THREAT", "OWN_7", "OWN_x"):
            with pytest.raises(Refused):
                act(code)
    with pytest.raises(Refused):
        cases.categories.change("THREAT", PRANK)


def test_only_the_leadership_changes_the_kinds(as_coordinator: Cases) -> None:
    with pytest.raises(Refused):
        as_coordinator.categories.add(PRANK)
