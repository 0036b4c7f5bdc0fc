"""The form of an aangifte says what holds for the case that is chosen in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewReport
from app.cases.rules import NewTriage
from app.casework import Casework
from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.kernel.clock import at
from app.police.rules import PoliceKind
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.police.advice import CaseAdvice
from ui.police.page import PolicePage

EARLY = at(2026, 11, 16, 8)


def _cases(work: Casework) -> tuple[int, int]:
    """A threat among pupils, and a case to which article 4a applies with a consult that was held."""
    threat = work.cases.report(NewReport("Bedreiging in een appgroep"))
    work.cases.triage(threat, NewTriage(school_related=True, possibly_criminal=True))
    chat = work.cases.report(NewReport("Berichten aan een leerling", knowledge_at=EARLY))
    work.cases.triage(chat, NewTriage(school_related=True, task_holder=True, sexual=True))
    work.inspector.record_step(chat, NewStep(Step.CONSULT, at(2026, 11, 16, 9)))
    return threat, chat


def _conclude(work: Casework, case_id: int, found: Suspicion) -> None:
    new = NewStep(Step.CONCLUSION, at(2026, 11, 16, 10), "Na het overleg.", found, "H. van Vliet")
    work.inspector.record_step(case_id, new)


def _sheet(desk: Desk) -> FormSheet:
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def _told(sheet: FormSheet) -> str:
    (advice,) = sheet.findChildren(CaseAdvice)
    return " ".join(each.text() for each in advice.findChildren(QLabel) if each.isVisibleTo(advice))


def test_the_form_of_an_aangifte_follows_the_chosen_case(desk: Desk, qtbot: QtBot) -> None:
    work = desk.meldboek.casework
    assert work is not None
    threat, chat = _cases(work)
    _conclude(work, chat, Suspicion.YES)
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.open(("aangifte", chat))
    page.show()
    sheet = _sheet(desk)
    assert "onverwijld aangifte doen" in _told(sheet)
    assert "binnen twee werkdagen" not in _told(sheet)
    field = sheet.form.rows["case_id"].field
    field.set_value(threat)
    field.changed.emit()
    assert "binnen twee werkdagen" in _told(sheet)
    assert "onverwijld" not in _told(sheet)
    field.set_value(chat)
    field.changed.emit()
    assert "verplicht" in _told(sheet)


def test_before_the_conclusion_the_consult_comes_first_also_for_a_melding(desk: Desk, qtbot: QtBot) -> None:
    work = desk.meldboek.casework
    assert work is not None
    _threat, chat = _cases(work)
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.open(("melding", chat))
    page.show()
    assert "Overleg eerst met de vertrouwensinspecteur" in _told(_sheet(desk))
    _conclude(work, chat, Suspicion.NO)
    page.report(PoliceKind.AANGIFTE)
    assert "binnen twee werkdagen" in _told(_sheet(desk))
