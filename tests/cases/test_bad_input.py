"""Bad input: refused or limited in words, never a crash."""

from __future__ import annotations

from datetime import date

import pytest

from app import sentences
from app.cases.inputs import CaseFilter, NewEntry, NewInvolvement, NewReport, NewTask
from app.cases.rules import EntryKind, InvolvementRole
from app.cases.service import Cases
from app.kernel.clock import at
from app.kernel.errors import Invalid
from tests.builders import Cast

LONG = "x" * 100_000
ODD = "<b>Zoë</b> 😀👨‍👩‍👧 مرحبا \u202eomgekeerd\u0000 & 'quote\""


def test_html_emoji_and_words_from_right_to_left_are_kept_as_text(cases: Cases, case_id: int) -> None:
    entry = cases.add_entry(case_id, NewEntry(EntryKind.NOTE, ODD, ODD))
    line = next(one for one in cases.timeline(case_id) if one.id == entry)
    assert line.title == "<b>Zoë</b> 😀👨‍👩‍👧 مرحبا omgekeerd & 'quote\""
    assert cases.search("zoe")[0].found == line.title


@pytest.mark.parametrize("report", [NewReport(LONG), NewReport("x", LONG), NewReport("x", platform=LONG)])
def test_a_hundred_thousand_characters_are_refused_with_the_number(cases: Cases, report: NewReport) -> None:
    with pytest.raises(Invalid) as refused:
        cases.report(report)
    assert "100.000" in sentences.sentence(refused.value)
    assert cases.list(CaseFilter(None)) == ()


def test_long_texts_are_refused_everywhere(cases: Cases, case_id: int) -> None:
    entry = cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "kort"))
    for work in (
        lambda: cases.add_entry(case_id, NewEntry(EntryKind.NOTE, LONG)),
        lambda: cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "x", LONG)),
        lambda: cases.correct(case_id, entry, "x", LONG),
        lambda: cases.add_task(case_id, NewTask(LONG)),
        lambda: cases.involve(case_id, NewInvolvement(InvolvementRole.WITNESS, name=LONG)),
        lambda: cases.filters.keep(LONG, CaseFilter()),
    ):
        with pytest.raises(Invalid) as refused:
            work()
        assert refused.value.code == "cases.too_long"


def test_it_cannot_happen_before_the_child_was_born(cases: Cases, school: Cast) -> None:
    persons = (NewInvolvement(InvolvementRole.AFFECTED, school.noor),)
    with pytest.raises(Invalid) as refused:
        cases.report(NewReport("x", happened_on=date(2016, 1, 1), involved=persons))
    assert sentences.sentence(refused.value) == "Op deze dag was Noor de Graaf nog niet geboren."


def test_the_leadership_cannot_know_before_it_happened(cases: Cases) -> None:
    with pytest.raises(Invalid) as refused:
        cases.report(NewReport("x", happened_on=date(2026, 11, 12), knowledge_at=at(2026, 11, 11, 9)))
    assert (refused.value.field, refused.value.code) == ("knowledge_at", "cases.known_before")


def test_search_takes_any_text(cases: Cases, case_id: int) -> None:
    for nonsense in (LONG, '"', "*", "AND OR NOT", "\u202e", "😀", "'; DROP TABLE cases"):
        assert isinstance(cases.search(nonsense), tuple)
    assert [hit.case_id for hit in cases.search("a")] == [case_id]


def test_the_name_of_a_protected_reporter_is_not_found(cases: Cases, school: Cast) -> None:
    persons = (NewInvolvement(InvolvementRole.REPORTER, name="Buurvrouw Jansen"),)
    cases.report(NewReport("Gehoord", reporter_protected=True, involved=persons))
    assert cases.search("jansen") == ()


def test_a_talk_waits_for_the_reaction_to_its_report(cases: Cases, case_id: int) -> None:
    entry = cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek"))
    for sent, due in ((date(2026, 11, 17), None), (date(2026, 11, 16), date(2026, 11, 15))):
        with pytest.raises(Invalid):
            cases.send_for_comment(case_id, entry, sent, due)
    cases.send_for_comment(case_id, entry, date(2026, 11, 16), date(2026, 11, 20))
    for on in (date(2026, 11, 15), date(2026, 11, 17)):
        with pytest.raises(Invalid):
            cases.receive_comment(case_id, entry, on, "")
    cases.receive_comment(case_id, entry, date(2026, 11, 16), "Klopt zo.")
    line = cases.timeline(case_id)[0]
    assert (line.comment_due, line.comment_on, line.comment) == (date(2026, 11, 20), date(2026, 11, 16), "Klopt zo.")
