"""Adding and changing a pupil on the page: what is odd is asked, what cannot be is refused."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.errors import Invalid
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.people.page import PeoplePage
from ui.people.pupil_sheet import PupilSheet


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> PeoplePage:
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    desk.dialogs.window = page
    page.open(cast.noor)
    page.show()
    return page


def opened(page: PeoplePage) -> PupilSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, PupilSheet)
    return sheet


def added(page: PeoplePage, **values: object) -> PupilSheet:
    page.new()
    sheet = opened(page)
    sheet.form.set_values({"first_name": "Saar", "surname": "Dijk", "number": "77", **values})
    sheet.submit()
    return sheet


def numbers(meldboek: Meldboek) -> set[str]:
    return {line.number for line in meldboek.people.pupils()}


def test_an_age_and_a_new_group_are_asked_one_after_the_other(page: PeoplePage, desk: Desk, meldboek: Meldboek) -> None:
    desk.dialogs.answers.extend([True, True])
    added(page, group="3a", birth_date=date(2026, 11, 2))
    assert desk.dialogs.asked[-2:] == ["0 jaar: klopt dat?", "Groep 3A bestaat nog niet. Nieuwe groep maken?"]
    assert meldboek.people.pupil_by_number("77").group == "3A"


def test_a_no_keeps_nobody_and_leads_back(page: PeoplePage, desk: Desk, meldboek: Meldboek) -> None:
    desk.dialogs.answers.append(False)
    sheet = added(page, group="5A", birth_date=date(2026, 11, 2))
    assert "77" not in numbers(meldboek)
    assert desk.dialogs.current[-1] is sheet
    assert sheet.form.values()["first_name"] == "Saar"


def test_a_year_that_does_not_exist_is_refused_at_its_field(page: PeoplePage, desk: Desk, meldboek: Meldboek) -> None:
    sheet = added(page, group="99Z")
    assert sheet.form.rows["group"].error.startswith("Groep 99Z kan niet")
    assert not desk.dialogs.asked
    assert "77" not in numbers(meldboek)
    with pytest.raises(Invalid, match="no_such_year"):
        meldboek.people.add_pupil(NewPupil(PersonName("Saar", "", "Dijk"), group="gr. 99z"))


def test_a_birth_date_without_a_year_or_to_come_is_refused(page: PeoplePage, meldboek: Meldboek) -> None:
    page.new()
    sheet = opened(page)
    for typed, told in (("20 nov", "Typ ook het jaar"), ("20-11-2026", "Deze dag moet nog komen")):
        sheet.form.set_values({"first_name": "Saar", "number": "77"})
        sheet.form.rows["birth_date"].field.restore(typed)
        sheet.submit()
        assert sheet.form.rows["birth_date"].error.startswith(told)
    assert "77" not in numbers(meldboek)


def test_the_same_is_asked_of_a_change_but_not_of_what_stood_there(
    page: PeoplePage, desk: Desk, meldboek: Meldboek, cast: Cast
) -> None:
    card = meldboek.people.pupil(cast.noor)
    page.acts.do("change_pupil", card)
    sheet = opened(page)
    sheet.form.set_values({"first_name": "Nora"})
    sheet.submit()
    assert not desk.dialogs.asked
    page.acts.do("change_pupil", meldboek.people.pupil(cast.noor))
    sheet = opened(page)
    sheet.form.set_values({"group": "98"})
    sheet.submit()
    assert sheet.form.rows["group"].error
    desk.dialogs.answers.append(False)
    sheet.form.set_values({"group": "2C"})
    sheet.submit()
    assert desk.dialogs.asked == ["Groep 2C bestaat nog niet. Nieuwe groep maken?"]
    assert meldboek.people.pupil(cast.noor).group == card.group
