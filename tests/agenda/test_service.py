"""Vandaag gathers from every feature what has a date; an administrator sees no trace of casework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.agenda.rules import AgendaLists, week_of
from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport, NewTask, ParentsTold
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.inspector.lines import CallNotes
from app.kernel.clock import FixedClock
from app.kernel.names import PersonName
from app.letters.lines import NewLetter
from app.measures.lines import NewDevice
from app.people.rules import NewPupil
from tests.builders import CROSSED, Cast
from ui.agenda.page import AgendaPage
from ui.kit.cell_row import CellRow, ClickRow
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs


def keys(lists: AgendaLists) -> dict[str, list[str]]:
    return {name: [item.key for item in getattr(lists, name)] for name in ("overdue", "today", "week", "later")}


def test_a_call_that_is_due_stands_on_top_and_turns_red_after_24_hours(
    meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Bericht", involved=(NewInvolvement(InvolvementRole.ACTOR, cast.hartog),)))
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, transgressive=True, reason=CROSSED))
    (call,) = [item for item in meldboek.agenda.today().today if item.key.startswith("call")]
    assert (call.page, call.target, call.tag) == ("inspector", ("call", case_id), "over 3 uur")
    clock.at += timedelta(hours=25)
    (late,) = [item for item in meldboek.agenda.today().overdue if item.key.startswith("call")]
    assert (late.tag, late.tone) == ("24 uur verstreken", "danger")
    clock.at += timedelta(days=4)
    (late,) = [item for item in meldboek.agenda.today().overdue if item.key.startswith("call")]
    assert (late.tag, late.tone) == ("5 dagen te laat", "danger")


def test_the_board_hears_of_a_case_under_article_4a_today_above_letters_that_wait(
    meldboek: Meldboek, cast: Cast
) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True)
    known = NewReport("Bericht", involved=(actor, NewInvolvement(InvolvementRole.AFFECTED, cast.stijn)))
    case_id = cases.report(known)
    meldboek.casework.letters.draft(NewLetter("invitation", case_id, cast.stijn))
    cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason=CROSSED))
    found = [item.title for item in meldboek.agenda.today().today]
    assert found[:2] == ["Vertrouwensinspecteur bellen", "Bestuur inlichten"]
    assert found.index("Bestuur inlichten") < found.index("Brief afmaken en ondertekenen")
    (board,) = [item for item in meldboek.agenda.today().today if item.title == "Bestuur inlichten"]
    assert (board.page, board.target, board.can_wait) == ("inspector", ("call", case_id), False)
    (point,) = [each for each in cases.file(case_id).points if each.title == "Bestuur inlichten"]
    assert point.due_on == board.day == date(2026, 11, 16)


def test_reports_tasks_and_evaluations_of_cases_have_their_day(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    fresh = cases.report(NewReport("Nieuw"))
    judged = cases.report(NewReport("Beoordeeld"))
    cases.triage(judged, NewTriage(True))
    task = cases.add_task(judged, NewTask("Moeder bellen", date(2026, 11, 18)))
    found = keys(meldboek.agenda.today())
    assert f"triage:{fresh}" in found["today"]
    assert f"task:{task}" in found["week"]
    assert f"evaluate:{judged}" in found["later"]
    overview = meldboek.agenda.overview()
    assert [line.id for line in overview.cases] == [judged, fresh]
    assert overview.cases_open == 2


def test_parents_to_call_stand_on_vandaag_until_they_know(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    pupils = tuple(NewInvolvement(InvolvementRole.AFFECTED, person) for person in (cast.stijn, cast.pien))
    case_id = cases.report(NewReport("Foto", involved=(*pupils, NewInvolvement(InvolvementRole.ACTOR, cast.hartog))))

    def asked() -> list[str]:
        return [item.subject for item in meldboek.agenda.today().today if item.key == f"parents:{case_id}"]

    assert asked() == ["zaak SM-001 · Stijn Bakker, Pien Mulder"]
    cases.inform_parents(case_id, ParentsTold(cast.stijn, informed=True, how="telefoon"))
    assert asked() == ["zaak SM-001 · Pien Mulder"]
    cases.inform_parents(case_id, ParentsTold(cast.pien, informed=False, reason="De politie vroeg te wachten."))
    assert asked() == []


def test_where_article_4a_counts_its_chain_says_when_parents_hear(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    involved = (
        NewInvolvement(InvolvementRole.ACTOR, cast.hartog),
        NewInvolvement(InvolvementRole.AFFECTED, cast.stijn),
    )
    case_id = cases.report(NewReport("Berichten", involved=involved))
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, sexual=True))
    lists = meldboek.agenda.today()
    assert f"parents:{case_id}" not in {item.key for item in (*lists.overdue, *lists.today)}


def test_what_is_overdue_stays_in_the_week_that_is_shown_today(meldboek: Meldboek, clock: FixedClock) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Nieuw"))
    clock.at += timedelta(days=14)
    (item,) = [one for one in meldboek.agenda.between(*_days(clock)) if one.target == case_id]
    assert (item.day, item.tone) == (date(2026, 11, 16), "danger")
    clock.at += timedelta(days=14)
    assert not [one for one in meldboek.agenda.between(date(2026, 12, 21), date(2026, 12, 27)) if one.due]


def test_letters_devices_and_follow_ups_have_their_line(meldboek: Meldboek, cast: Cast, clock: FixedClock) -> None:
    casework = meldboek.casework
    assert casework is not None
    stijn = NewInvolvement(InvolvementRole.ACTOR, cast.stijn)
    case_id = casework.cases.report(NewReport("Filmpje in de les", involved=(stijn,)))
    (letter, *_rest) = casework.letters.draft(NewLetter("invitation", case_id, cast.stijn))
    casework.measures.devices.take(NewDevice(cast.stijn, "telefoon", "J. Hartog", case_id=case_id))
    notes = CallNotes(advice="Bel volgende week terug.", follow_up_on=date(2026, 11, 20))
    casework.inspector.start(case_id, notes)
    lists = meldboek.agenda.today()
    items = {item.key.partition(":")[0]: item for item in (*lists.overdue, *lists.today, *lists.week)}
    assert (items["letter"].page, items["letter"].target, items["letter"].tag) == ("letters", letter, "concept")
    assert items["measure"].icon == "smartphone"
    assert items["inspector"].target == ("call", case_id)
    clock.at += timedelta(days=1)
    assert [item.icon for item in meldboek.agenda.today().overdue if item.page == "measures"] == ["smartphone"]


def test_a_letter_in_the_tray_is_announced_to_who_prints(as_administrator: Meldboek) -> None:
    as_administrator.tray.place("k1", b"%PDF-1.7", ("Aan de ouders",), is_registered=False, pages=1)
    (item,) = as_administrator.agenda.today().today
    assert (item.title, item.subject) == ("Brieven printen en posten", "1 brief ligt klaar in de bak")
    assert as_administrator.agenda.urgent() == (1, False)


def test_birthdays_that_give_a_say_are_announced_a_month_ahead(meldboek: Meldboek) -> None:
    for name, born in (("Thijs", date(2014, 11, 20)), ("Sam", date(2014, 12, 30)), ("Kim", date(2015, 11, 20))):
        meldboek.people.add_pupil(NewPupil(PersonName(name, "", "Kuipers"), "", born, "8A", 8, date(2019, 8, 1)))
    items = [item for item in meldboek.agenda.today().week if item.icon == "user-check"]
    assert [item.title for item in items] == ["Thijs Kuipers wordt 12"]


def test_an_administrator_sees_consents_and_no_trace_of_cases(as_administrator: Meldboek) -> None:
    agenda = as_administrator.agenda
    lists, overview = agenda.today(), agenda.overview()
    pages = {item.page for item in (*lists.overdue, *lists.today, *lists.week, *lists.later, *lists.waits)}
    assert "consents" in pages
    assert pages <= {"consents", "imports", "people"}
    assert (overview.cases, overview.measures, overview.cases_open) == ((), (), 0)
    assert overview.progress.missing == 4


def test_the_page_of_the_director_goes_where_its_buttons_say(
    desk: Desk, cast: Cast, meldboek: Meldboek, qtbot: QtBot
) -> None:
    assert meldboek.casework is not None
    case_id = meldboek.casework.cases.report(NewReport("Filmpje in de les"))
    went: list[tuple[str, object | None]] = []

    def go(page: str, target: object | None = None) -> None:
        went.append((page, target))

    desk.go = go
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    for button in page.findChildren(QPushButton):
        if button.text() in {"Nieuwe melding", "Mag dit kind op beeld?", "Beoordelen"}:
            button.click()
    assert set(went) == {("cases", "new"), ("consents", "photo"), ("cases", case_id)}
    assert page.header.title == "Vandaag"
    assert page.count() == (1, False)


def test_the_page_of_the_administrator_names_no_case(as_administrator: Meldboek, qtbot: QtBot) -> None:
    page = AgendaPage(Desk(as_administrator, Jobs(inline=True)))
    qtbot.addWidget(page)
    page.show()
    words = {label.text() for label in page.findChildren(QLabel)} | {b.text() for b in page.findChildren(QPushButton)}
    words |= {row.words for row in page.findChildren(CellRow)} | {
        r.accessibleName() for r in page.findChildren(ClickRow)
    }
    assert not any("zaak" in text.lower() or "melding" in text.lower() for text in words)
    assert any("gezinnen" in text for text in words)


def test_an_empty_day_is_friendly(desk: Desk, qtbot: QtBot) -> None:
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_lines(replace(page.fetch(), lists=AgendaLists(), steps=(), begun=()))
    assert any(label.text() == "Vandaag vraagt niets uw aandacht" for label in page.findChildren(QLabel))


def _days(clock: FixedClock) -> tuple[date, date]:
    days = week_of(clock.today())
    return days[0], days[-1]
