"""Rapportage on real services."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.kernel.clock import FixedClock, at
from app.vault.keys.keyring import Role
from tests.builders import Cast
from ui.insights.charts import Picture
from ui.insights.page import InsightsPage
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState


def report(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn, category="INSULT")
    meldboek.casework.cases.report(NewReport("Belediging", involved=(actor,)))


def test_a_school_without_cases_says_so(desk: Desk) -> None:
    page = InsightsPage(desk)
    page.show()
    assert page.header.title == "Rapportage"
    assert page.findChildren(EmptyState)
    assert not page.findChildren(Picture)


def test_a_case_appears_in_the_charts_as_soon_as_it_is_reported(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    page = InsightsPage(desk)
    page.resize(1228, 848)
    page.show()
    report(desk.meldboek, cast)
    page.reload()
    months = [each for each in page.findChildren(Picture) if each.accessibleName() == "Zaken per maand"][-1]
    assert "nov 1 (0)" in months.accessibleDescription()
    qtbot.waitUntil(months.isVisible)
    assert not months.grab().toImage().isNull()


def test_the_page_can_show_what_the_report_will_tell(desk: Desk, cast: Cast) -> None:
    report(desk.meldboek, cast)
    page = InsightsPage(desk)
    page.show()
    page.turn("public")
    assert page.fetch().report.totals.cases is None


def test_the_report_is_saved_in_one_click(desk: Desk, cast: Cast, tmp_path: Path) -> None:
    report(desk.meldboek, cast)
    desk.dialogs.answers.extend([tmp_path / "verslag.pdf", tmp_path / "verslag.xlsx"])
    page = InsightsPage(desk)
    page.save_report()
    page.save_sheet()
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "verslag.xlsx").read_bytes().startswith(b"PK")


def test_an_earlier_school_year_can_be_chosen(desk: Desk, cast: Cast, clock: FixedClock) -> None:
    report(desk.meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    page = InsightsPage(desk)
    page.show()
    chips = next(each for each in page.findChildren(Chips) if each.value() == "2027-2028")
    chips.chosen.emit("2026-2027")
    assert page.fetch().report.school_year == "2026-2027"


def test_only_leadership_and_board_see_the_page() -> None:
    assert InsightsPage.roles == {Role.DIRECTOR, Role.BOARD}
