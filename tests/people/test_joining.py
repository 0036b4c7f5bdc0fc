"""The parent of one child is made the parent of another, without typing anything twice."""

from __future__ import annotations

import pytest

from app.people.rules import Authority
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.people.page import PeoplePage


@pytest.fixture
def sheet(desk: Desk, cast: Cast, qtbot: object) -> FormSheet:
    """Adding a guardian to Aylin."""
    page = PeoplePage(desk)
    desk.dialogs.window = page
    page.show()
    page.open(cast.aylin)
    page.acts.do("add_guardian", desk.meldboek.people.pupil(cast.aylin))
    found = desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def test_a_known_parent_is_joined_and_the_two_are_one_family(sheet: FormSheet, desk: Desk, cast: Cast) -> None:
    people = desk.meldboek.people
    ilse = people.pupil(cast.noor).guardians[0]
    assert sheet.form.rows["surname"].isVisibleTo(sheet)
    sheet.form.rows["known"].field.set_value(ilse.id)
    sheet.form.rows["known"].field.changed.emit()
    assert not sheet.form.rows["surname"].isVisibleTo(sheet)
    sheet.form.set_values({"authority": Authority.YES, "source": "inschrijfformulier"})
    sheet.submit()
    joined = people.pupil(cast.aylin).guardians[-1]
    assert (joined.id, joined.name, joined.email) == (ilse.id, ilse.name, ilse.email)
    assert (joined.authority, joined.authority_source) == (Authority.YES, "inschrijfformulier")
    assert {pupil.id for pupil in people.guardian(ilse.id).pupils} == {cast.noor, cast.aylin}


def test_somebody_who_is_the_parent_already_is_refused_at_the_field(sheet: FormSheet, desk: Desk, cast: Cast) -> None:
    leyla = desk.meldboek.people.pupil(cast.aylin).guardians[0]
    sheet.form.rows["known"].field.set_value(leyla.id)
    sheet.submit()
    assert "al ouder" in sheet.form.rows["known"].error
    assert len(desk.meldboek.people.pupil(cast.aylin).guardians) == 1


def test_somebody_new_is_typed_as_before(sheet: FormSheet, desk: Desk, cast: Cast) -> None:
    sheet.form.set_values({"first_name": "Can", "surname": "Öztürk"})
    sheet.submit()
    assert [line.name.first_name for line in desk.meldboek.people.pupil(cast.aylin).guardians] == ["Leyla", "Can"]
