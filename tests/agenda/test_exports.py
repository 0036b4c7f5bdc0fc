"""What leaves Vandaag: paper with everything, a calendar with nobody in it, weeks and months."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.agenda import exports
from app.agenda.rules import AgendaLists, between, week_of, weeks_of_month
from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport, NewTask
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.kernel.names import PersonName
from app.letters.lines import NewLetter
from app.measures.lines import NewDevice
from app.people.rules import NewPupil
from tests.builders import CROSSED, Cast
from ui.agenda.page import AgendaPage
from ui.agenda.period import DayItem, Period
from ui.agenda.year_sheet import YearSheet
from ui.kit.desk import Desk

NAMES = ("Stijn", "Bakker", "Hartog", "Kuipers", "Thijs", "moeder", "Geheim", "telefoon", "SM-0", "E. Terpstra")


def fill(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    cases, measures = meldboek.casework.cases, meldboek.casework.measures
    hartog = NewInvolvement(InvolvementRole.ACTOR, cast.hartog)
    case_id = cases.report(NewReport("Geheim van Stijn", involved=(hartog,)))
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, transgressive=True, reason=CROSSED))
    cases.add_task(case_id, NewTask("Stijn en zijn moeder bellen", date(2026, 11, 18)))
    measures.devices.take(NewDevice(cast.stijn, "telefoon", "J. Hartog", case_id=case_id))
    stijn = cases.report(NewReport("Filmpje", involved=(NewInvolvement(InvolvementRole.ACTOR, cast.stijn),)))
    meldboek.casework.letters.draft(NewLetter("invitation", stijn, cast.stijn))
    name = PersonName("Thijs", "", "Kuipers")
    meldboek.people.add_pupil(NewPupil(name, "", date(2014, 11, 20), "8A", 8, date(2019, 8, 1)))


def test_the_calendar_for_elsewhere_names_nobody_and_no_case(meldboek: Meldboek, cast: Cast) -> None:
    fill(meldboek, cast)
    today = meldboek.clock.today()
    items = meldboek.agenda.between(today, today + timedelta(days=366))
    text = exports.calendar_file(items, meldboek.clock.now()).decode()
    assert text.count("BEGIN:VEVENT") == len(items) >= 6
    assert not [name for name in NAMES if name in text]
    uids = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(uids) == len(set(uids))
    assert all(item.neutral and item.source for item in items)


def test_the_lists_print_on_paper_with_everything_in_them(meldboek: Meldboek, cast: Cast) -> None:
    fill(meldboek, cast)
    pdf = exports.agenda_paper(meldboek.agenda.today(), "De Wilgenhof", "E. Terpstra", meldboek.clock.now())
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "Vertrouwelijk" in text
    assert "Vertrouwensinspecteur bellen" in text
    assert "nog 2 dagen" in " ".join(text.split())


def test_an_empty_agenda_prints_a_sentence(meldboek: Meldboek) -> None:
    pdf = exports.agenda_paper(AgendaLists(), "De Wilgenhof", "E. Terpstra", meldboek.clock.now())
    assert "niets met een datum" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_rules_a_month_is_shown_in_whole_weeks() -> None:
    weeks = weeks_of_month(date(2026, 11, 16))
    assert (weeks[0][0], weeks[-1][-1], len(weeks)) == (date(2026, 10, 26), date(2026, 12, 6), 6)
    assert len(weeks_of_month(date(2027, 2, 1))) == 4
    assert week_of(date(2026, 11, 22)) == weeks[3]
    assert between([], *_week(), date(2026, 11, 16)) == ()


def test_a_measure_says_of_whom_and_in_which_case(meldboek: Meldboek, cast: Cast) -> None:
    fill(meldboek, cast)
    device = next(item for item in meldboek.agenda.today().today if item.icon == "smartphone")
    assert device.subject.startswith("groep ")
    assert "zaak SM-001" in device.subject


def test_a_week_and_a_month_show_every_item_on_its_day(
    desk: Desk, meldboek: Meldboek, cast: Cast, qtbot: QtBot
) -> None:
    fill(meldboek, cast)
    went: list[object] = []
    desk.go = lambda page, target: went.append((page, target))
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.turn("week")
    assert any("Stijn en zijn moeder bellen" in item.accessibleName() for item in page.findChildren(DayItem))
    page.turn("month")
    assert page.findChildren(Period)
    page.go_on(1)
    page.go_on(0)
    page.findChildren(DayItem)[-1].click()
    assert went
    page.home()
    assert page.view == "list"


def test_the_sheet_of_the_year_ticks_off(desk: Desk, meldboek: Meldboek, qtbot: QtBot) -> None:
    sheet = YearSheet(desk, meldboek.agenda.yearly)
    qtbot.addWidget(sheet)
    line = next(one for one in meldboek.agenda.yearly.lines() if one.proposal.code == "media_week")
    sheet.finish(line)
    assert meldboek.agenda.yearly.asking() == tuple(
        one for one in meldboek.agenda.yearly.asking() if one.proposal.code != "media_week"
    )
    sheet.reopen(line)


def _week() -> tuple[date, date]:
    days = week_of(date(2026, 11, 16))
    return days[0], days[-1]
