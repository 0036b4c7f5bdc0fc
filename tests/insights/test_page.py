"""Rapportage on real services."""

from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.kernel.clock import FixedClock, at
from app.vault.keyring import Role
from tests.builders import Cast
from ui.insights.charts import Bar, BarList, Columns
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
    assert not page.findChildren(BarList)


def test_a_case_appears_in_the_charts_as_soon_as_it_is_reported(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    page = InsightsPage(desk)
    page.resize(1228, 848)
    page.show()
    report(desk.meldboek, cast)
    page.reload()
    columns = page.findChildren(Columns)
    assert "nov 1" in columns[-1].accessibleName()
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in page.findChildren(Bar)))
    page.grab()


def test_an_earlier_school_year_can_be_chosen(desk: Desk, cast: Cast, clock: FixedClock) -> None:
    report(desk.meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    page = InsightsPage(desk)
    page.show()
    chips = page.findChildren(Chips)[-1]
    chips.chosen.emit("2026-2027")
    assert page.fetch().figures.school_year == "2026-2027"


def test_only_leadership_and_board_see_the_page() -> None:
    assert InsightsPage.roles == {Role.DIRECTOR, Role.BOARD}
