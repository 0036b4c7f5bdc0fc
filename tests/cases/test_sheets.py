"""The small forms over a case, each saved through the real service."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.beside.holds import NewHold
from app.cases.inputs import NewEntry, NewInvolvement, NewReport, NewTask, ParentsTold
from app.cases.rules import EntryKind, InvolvementRole, NewTriage, Outcome, Status
from app.cases.service import Cases
from tests.builders import CROSSED, Cast
from tests.cases import samples
from ui.cases.case_view import CaseView, read_case
from ui.cases.involved_field import InvolvedField
from ui.cases.triage_form import WHY, TriageForm, TriageSheet, questions
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.sheet import Sheet

PNG = samples.picture()


@pytest.fixture
def case_id(known: Cases, cast: Cast) -> int:
    parties = (
        NewInvolvement(InvolvementRole.ACTOR, cast.stijn),
        NewInvolvement(InvolvementRole.AFFECTED, cast.pien),
    )
    case_id = known.report(NewReport("Appgroep groep 8", "Pien wil niet naar school.", involved=parties))
    known.triage(case_id, NewTriage(True))
    return case_id


def test_every_question_of_triage_has_its_name_for_who_cannot_see(desk: Desk, known: Cases, case_id: int) -> None:
    form = TriageForm(desk, known.case(case_id))
    assert [form.rows[name].field.inner.accessibleName() for name, _text in questions()] == [
        text for _name, text in questions()
    ]


def test_the_field_of_the_involved_has_its_name(desk: Desk, qtbot: QtBot) -> None:
    field = InvolvedField(desk)
    qtbot.addWidget(field)
    field.set_name("Betrokkenen")
    assert field.search.edit.accessibleName() == "Betrokkenen"


@pytest.fixture
def view(desk: Desk, known: Cases, case_id: int, qtbot: QtBot) -> CaseView:
    made = CaseView(desk, known)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    show(made, known, case_id)
    return made


def show(view: CaseView, known: Cases, case_id: int) -> None:
    view.show_lines(read_case(known, case_id), date(2026, 11, 16))


def save(view: CaseView, **values: Any) -> FormSheet:
    sheet = view._desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    for name, value in values.items():
        sheet.form.rows[name].field.set_value(value)
    sheet.submit()
    return sheet


def test_parents_are_informed_from_the_next_step(view: CaseView, known: Cases, case_id: int, cast: Cast) -> None:
    view.act("parents")
    save(view, pupil_id=(cast.stijn,), how="telefoon")
    assert known.case(case_id).parents[0].how == "telefoon"
    view.inform()
    sheet = save(view, pupil_id=(cast.pien,), informed=False)
    assert sheet.form.rows["reason"].error == "Schrijf op waarom."
    show(view, known, case_id)


def test_a_task_is_planned_and_ticked_off_in_the_list(view: CaseView, known: Cases, case_id: int) -> None:
    view.add_task()
    save(view, title="Moeder bellen", due_on=date(2026, 11, 13))
    show(view, known, case_id)
    (task,) = known.open_tasks()
    view.open.action_wanted.emit(f"task:{task.id}")
    assert known.open_tasks() == ()


def test_the_evaluation_is_planned_on_another_day(view: CaseView, known: Cases, case_id: int) -> None:
    view.plan_evaluation()
    sheet = save(view, on=None)
    assert sheet.form.rows["on"].error == "Kies een dag."
    save(view, on=date(2027, 1, 11))
    assert known.case(case_id).evaluate_on == date(2027, 1, 11)


def test_a_person_is_added_by_choosing(
    view: CaseView, known: Cases, case_id: int, meldboek: Meldboek, cast: Cast
) -> None:
    view.involve()
    sheet = view._desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    field = sheet.form.rows["involved"].field
    assert isinstance(field, InvolvedField)
    field.add_person(meldboek.people.person(cast.hartog))
    sheet.submit()
    assert sheet.form.rows["involved"].error == "Kies een rol voor Jan Hartog."
    field.rows[0].role.set_value(InvolvementRole.OTHER)
    sheet.submit()
    assert known.case(case_id).parties[-1].name == "Jan Hartog"


def test_the_next_phase_asks_for_a_reason(view: CaseView, known: Cases, case_id: int) -> None:
    view.act("move:approach")
    sheet = save(view)
    assert sheet.form.rows["reason"].error == "Schrijf op waarom."
    save(view, reason="Beide kanten zijn gehoord.")
    assert known.case(case_id).status is Status.APPROACH


def test_closing_asks_the_outcomes_and_why_the_rest_may_stay_open(view: CaseView, known: Cases, case_id: int) -> None:
    actor, affected = known.case(case_id).parties
    view.act("close")
    sheet = save(view, reason="Afspraken gemaakt.")
    assert sheet.form.rows[f"outcome_{actor.id}"].error == "Kies een uitkomst."
    assert sheet.form.rows["despite"].error == "Schrijf op waarom."
    assert "Ouders nog niet ingelicht" in words_of(sheet)
    values = {f"outcome_{actor.id}": Outcome.NOT_PROVEN, f"outcome_{affected.id}": Outcome.HELPED}
    save(view, despite="De ouders waren bij het gesprek.", **values)
    assert sheet.form.rows[f"why_{actor.id}"].error == "Schrijf op waarom dit de uitkomst is."
    save(view, **{f"why_{actor.id}": "Niemand heeft het bericht zelf gezien."})
    assert known.case(case_id).status is Status.CLOSED
    show(view, known, case_id)
    assert not view.open.task_button.isVisible()
    view.act("reopen")
    save(view, reason="Het gaat door.")
    assert known.case(case_id).status is Status.FACTS


def test_closing_tells_first_what_stops_it_and_leads_there(
    view: CaseView, known: Cases, case_id: int, meldboek: Meldboek
) -> None:
    known.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    assert meldboek.store.casework is not None
    known.holds.place(case_id, NewHold("Politie Twente", "Onderzoek loopt.", date(2026, 11, 16)))
    show(view, known, case_id)
    went: list[tuple[str, object]] = []

    def go(page: str, target: object | None = None) -> None:
        went.append((page, target))

    view._desk.go = go
    for verb in ("Bellen voorbereiden", "Naar de politie in deze zaak", "Ouders inlichten", "Tweede handtekening"):
        view.act("close")
        sheet = view._desk.dialogs.current[-1]
        assert isinstance(sheet, FormSheet)
        assert not sheet.button.isEnabled()
        assert "reason" not in sheet.form.rows
        next(one for one in sheet.findChildren(QPushButton) if one.text() == verb).click()
    assert went == [("inspector", ("call", case_id)), ("police", case_id)]
    signing, informing = view._desk.dialogs.current[-1], view._desk.dialogs.current[-2]
    assert (informing.accessibleName(), signing.accessibleName()) == ("Ouders inlichten", "Handtekening op papier")


def words_of(sheet: Sheet) -> str:
    return " ".join(one.text() for one in sheet.findChildren(QLabel) if one.isVisibleTo(sheet))


def test_a_line_is_corrected_and_filed_from_its_sheet(view: CaseView, known: Cases, case_id: int, cast: Cast) -> None:
    entry_id = known.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Hij zegt niets."))
    for text in ("Hij zegt dat het een grap was.", "Hij zegt dat het een grap was. Hij heeft spijt."):
        show(view, known, case_id)
        entry = next(each for each in known.timeline(case_id) if each.id == entry_id)
        view.timeline.entry_chosen.emit(entry)
        save(view, text=text, files_for=(cast.stijn,))
    assert len(known.versions(case_id, entry_id)) == 2
    assert [item.entry.id for item in known.items_for_dossier(cast.stijn)] == [entry_id]


def test_a_file_is_chosen_described_and_seen_inside_the_program(
    view: CaseView, known: Cases, case_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "scherm.png"
    path.write_bytes(PNG)
    view._desk.dialogs.answers.append(path)
    view.attach_file()
    save(view, description="schermafdruk", source="moeder", day=date(2026, 11, 15))
    show(view, known, case_id)
    (entry,) = known.timeline(case_id, [EntryKind.EVIDENCE])
    view.timeline.entry_chosen.emit(entry)
    assert isinstance(view._desk.dialogs.current[-1], Sheet)


def test_a_step_leads_to_the_page_that_does_it(view: CaseView, case_id: int, cast: Cast) -> None:
    went: list[tuple[str, object]] = []

    def go(page: str, target: object | None = None) -> None:
        went.append((page, target))

    view._desk.go = go
    view.act("inspector")
    view.act("measure")
    assert went == [("inspector", ("call", case_id)), ("measures", ("new", case_id, cast.stijn))]
    view.act("note")
    assert view.entry is not None
    assert view.entry.form.kind.value() is EntryKind.NOTE


def test_who_adds_a_talk_before_the_statutory_consult_is_warned(view: CaseView, known: Cases, case_id: int) -> None:
    known.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    show(view, known, case_id)
    view.add_entry()
    assert view.entry is not None
    assert any("Hoor nog niemand" in label.text() for label in view.entry.form.findChildren(QLabel))


def test_aftercare_is_recorded_from_the_next_step(view: CaseView, known: Cases, case_id: int) -> None:
    task = known.add_task(case_id, NewTask("Nazorg Pien", template="aftercare"))
    show(view, known, case_id)
    view.act(f"task:{task}")
    assert save(view).form.rows["note"].error == "Schrijf op wat er is gezegd of gedaan."
    save(view, note="Pien gaat weer graag naar school.")
    assert known.open_tasks() == ()
    assert known.timeline(case_id)[0].text == "Pien gaat weer graag naar school."


def test_triage_asks_why_a_line_was_crossed(desk: Desk, known: Cases, case_id: int, qtbot: QtBot) -> None:
    sheet = TriageSheet(desk, known, known.case(case_id), lambda: None)
    qtbot.addWidget(sheet)
    rows = sheet.form.rows
    for name, _text in questions():
        rows[name].field.set_value(name in {"school_related", "task_holder"})
    assert not rows[WHY].isVisibleTo(sheet)
    rows["transgressive"].field.set_value(True)
    sheet.form.changed.emit()
    assert rows[WHY].isVisibleTo(sheet)
    sheet.save()
    assert rows[WHY].error.startswith("Leg in een zin uit waarom")
    rows[WHY].field.set_value(CROSSED)
    sheet.save()
    (flag,) = known.case(case_id).raised
    assert flag.why == CROSSED
    assert not TriageForm(desk, known.case(case_id)).hollow


def test_the_talk_that_comes_next_has_its_name_and_who_is_heard(view: CaseView, known: Cases, case_id: int) -> None:
    step = known.file(case_id).step
    view.act(step.action)
    assert view.entry is not None
    form = view.entry.form
    assert form.title.value() == "Gesprek met Pien Mulder"
    view.entry.save()
    assert known.file(case_id).step.title == "Het gesprek met Stijn Bakker voeren"


def test_several_parents_are_told_at_once(view: CaseView, known: Cases, case_id: int, cast: Cast) -> None:
    view.inform()
    assert save(view, pupil_id=()).form.rows["pupil_id"].error == "Kies van wie de ouders zijn ingelicht."
    save(view, pupil_id=(cast.stijn, cast.pien), how="telefoon")
    assert [line.informed for line in known.case(case_id).parents] == [True, True]


def test_no_measure_is_recorded_as_a_decision(view: CaseView, known: Cases, case_id: int) -> None:
    known.move(case_id, Status.MEASURES, "De aanpak is klaar.")
    for party in known.case(case_id).parents:
        known.inform_parents(case_id, ParentsTold(party.pupil_id, how="telefoon"))
    show(view, known, case_id)
    next(one for one in view.step.findChildren(QPushButton) if one.text() == "Geen maatregel nodig").click()
    assert view.entry is not None
    assert view.entry.form.kind.value() is EntryKind.DECISION
    view.entry.form.text.set_value("De leerlingen hebben het zelf goedgemaakt.")
    view.entry.save()
    show(view, known, case_id)
    assert view.right.currentWidget() is view._right_side
    assert known.file(case_id).step.action == "move:aftercare"
