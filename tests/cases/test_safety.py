"""Safety first: what was done at once is written down, and the haste is over until somebody sees a new danger."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import Flag, InvolvementRole, NewTriage, Scope
from app.cases.service import Cases
from app.kernel.errors import Invalid
from tests.builders import Cast
from ui.cases.page import CasesPage
from ui.cases.triage_form import TriageForm
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet

DONE = "112 gebeld. Pien zit bij juf Smit, haar moeder komt."


def test_what_was_done_is_in_the_timeline_and_the_next_step_follows(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, acute=True))
    assert cases.file(case_id).step.title == "Eerst veiligheid"
    with pytest.raises(Invalid, match="no_text"):
        cases.make_safe(case_id, " ")
    cases.make_safe(case_id, DONE)
    newest = cases.timeline(case_id)[0]
    assert (newest.title, newest.text, newest.internal) == ("Eerst veiligheid: wat er is gedaan", DONE, False)
    assert cases.file(case_id).step.title == "Het gesprek met Pien Mulder voeren"


def test_a_new_danger_asks_for_it_again(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, acute=True))
    cases.make_safe(case_id, DONE)
    cases.triage(case_id, NewTriage(True, acute=True))
    assert Flag.ACUTE in cases.case(case_id).met
    cases.triage(case_id, NewTriage(True))
    cases.triage(case_id, NewTriage(True, acute=True))
    assert Flag.ACUTE not in cases.case(case_id).met


def test_the_button_of_the_next_step_asks_for_one_line(page: CasesPage, known: Cases) -> None:
    case_id = known.report(NewReport("Bedreiging op het plein"))
    known.triage(case_id, NewTriage(True, acute=True))
    page.open(case_id)
    assert page.view.step.button.text() == "Vastleggen wat u deed"
    page.view.step.button.click()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.submit()
    assert page.desk.dialogs.is_open
    sheet.form.rows["done"].field.set_value(DONE)
    sheet.submit()
    assert page.desk.dialogs.current == []
    assert page.focusWidget() is page.view.step.button
    assert Flag.ACUTE in known.case(case_id).met


def test_how_wide_it_is_among_pupils_is_not_asked_of_what_an_adult_did(
    desk: Desk, known: Cases, cast: Cast, qtbot: QtBot
) -> None:
    asked = {}
    for name, person in (("pupil", cast.stijn), ("teacher", cast.hartog)):
        did = NewInvolvement(InvolvementRole.ACTOR, person)
        suffered = NewInvolvement(InvolvementRole.AFFECTED, cast.pien)
        form = TriageForm(desk, known.case(known.report(NewReport(name, involved=(did, suffered)))))
        qtbot.addWidget(form)
        asked[name] = (form.rows["scope"].isHidden(), form.triage().scope)
    assert asked == {"pupil": (False, Scope.SMALL_GROUP), "teacher": (True, None)}


def test_under_article_4a_the_school_does_not_look_into_what_is_criminal(cases: Cases, case_id: int) -> None:
    unknown = frozenset({"possibly_criminal", "child_abuse"})
    cases.triage(case_id, NewTriage(True, task_holder=True, sexual=True, unknown=unknown))
    assert [task.template for task in cases.case(case_id).tasks] == ["find_out_child_abuse"]


def test_a_question_about_something_sexual_goes_to_the_inspector_when_staff_did_it(cases: Cases, case_id: int) -> None:
    unknown = frozenset({"sexual"})
    cases.triage(case_id, NewTriage(True, unknown=unknown))
    assert [task.title for task in cases.case(case_id).tasks] == ["Uitzoeken of het om iets seksueels gaat"]
    other = cases.report(NewReport("Berichten aan een leerling"))
    cases.triage(other, NewTriage(True, task_holder=True, unknown=unknown))
    (task,) = cases.case(other).tasks
    assert task.title == "De vertrouwensinspecteur vragen of het om iets seksueels gaat"
    assert cases.file(other).step.title == "Eerst weten of het om iets seksueels gaat"
