"""The person's card: what somebody is called besides, and who looked at the dossier."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import CaseFilter
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.builders import Cast
from tests.people.test_page import _opened, _press, _said, _sheet
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs
from ui.people.page import PeoplePage


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> PeoplePage:
    made = _opened(desk, qtbot)
    made.open(cast.pien)
    return made


def test_nicknames_are_written_on_the_card(page: PeoplePage, meldboek: Meldboek, cast: Cast) -> None:
    assert "Nog niets ingevuld" in _said(page)
    _press(page, "Wijzigen: Ook bekend als")
    sheet = _sheet(page)
    sheet.form.set_values({"nicknames": "Pippi,  pien_8b"})
    sheet.submit()
    assert meldboek.people.nicknames.of(cast.pien) == ("Pippi", "pien_8b")
    assert "Pippi, pien_8b" in _said(page)


def test_the_card_tells_leadership_who_looked_at_the_dossier(page: PeoplePage, meldboek: Meldboek, cast: Cast) -> None:
    _press(page, "Tonen: Wie het dossier bekeek")
    assert "Nog niemand." in _said(page)
    assert meldboek.casework is not None
    dossiers = meldboek.casework.dossiers
    dossiers.open(cast.pien)
    dossier = dossiers.compile(cast.pien)
    dossiers.printed(dossier, dossiers.pdf(dossier))
    dossiers.export(dossier)
    _press(page, "Tonen: Wie het dossier bekeek")
    said = _said(page)
    for verb in ("bekeken", "afgedrukt", "opgeslagen"):
        assert f"E. Terpstra · {verb}" in said


def test_the_card_leads_to_the_cases_of_this_person(page: PeoplePage) -> None:
    asked: list[tuple[str, object]] = []

    def go(name: str, target: object | None = None) -> None:
        asked.append((name, target))

    page.desk.go = go
    _press(page, "Zaken")
    assert asked == [("cases", CaseFilter(is_open=None, text="Pien Mulder"))]


def test_the_administrator_has_no_way_to_cases(as_administrator: Meldboek, qtbot: QtBot) -> None:
    made = _opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    made.open(as_administrator.people.find("Pien Mulder")[0].id)
    assert "Toestemmingen" in {button.text() for button in made.panel.findChildren(QPushButton)}
    assert "Zaken" not in {button.text() for button in made.panel.findChildren(QPushButton)}


def test_the_administrator_does_not_see_who_looked(as_administrator: Meldboek, qtbot: QtBot) -> None:
    page = _opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    page.open(as_administrator.people.pupil_by_number("1003").id)
    assert "Ook bekend als" in _said(page)
    assert "Wie het dossier bekeek" not in _said(page)


def test_a_merged_entry_stays_another_name_for_the_one_that_stays(meldboek: Meldboek, cast: Cast) -> None:
    people = meldboek.people
    double = people.add_pupil(NewPupil(PersonName("Stein", "", "Bakkers")))
    people.nicknames.call(double, ("Beer",))
    people.merge(double, cast.stijn)
    assert people.nicknames.with_former()[cast.stijn] == ("Stein Bakkers", "Beer")
    assert people.nicknames.of(cast.stijn) == ()
