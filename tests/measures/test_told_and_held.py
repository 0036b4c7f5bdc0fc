"""A device in custody and a message that must go: marked on the ladder while they last, and the parents are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding
from app.measures.lines import NewContent, NewDevice
from app.measures.rules import findings
from tests.measures.conftest import House, sound_draft
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.steps import Step
from ui.measures.measure_view import LadderCard
from ui.measures.page import MeasuresPage


def _marks(house: House, qtbot: QtBot, rung: str = "pupil.WARNING") -> dict[str, Step]:
    """The ladder of Stijn as it is drawn, by rung."""
    opening = house.measures.new_form(house.pupil_case, house.cast.stijn, rung)
    card = LadderCard(opening, lambda _rung: None)
    qtbot.addWidget(card)
    return {line.code: card.step(line, rung) for line in opening.ladder.rungs}


def test_a_device_in_custody_is_no_empty_circle_on_the_ladder(house: House, clock: FixedClock, qtbot: QtBot) -> None:
    assert _marks(house, qtbot)["pupil.DEVICE_CUSTODY"].state == "open"
    device_id = house.measures.devices.take(NewDevice(house.cast.stijn, "telefoon", "J. Hartog"))
    step = _marks(house, qtbot)["pupil.DEVICE_CUSTODY"]
    assert (step.state, step.note) == ("runs", "in bewaring sinds 16 nov · telefoon")
    house.measures.devices.give_back(device_id, "vader")
    step = _marks(house, qtbot)["pupil.DEVICE_CUSTODY"]
    assert (step.state, step.note) == ("done", "16 nov 2026 · telefoon")


def test_a_message_that_is_not_gone_is_marked_on_the_ladder(house: House, qtbot: QtBot) -> None:
    house.measures.contents.ask(NewContent(house.pupil_case, house.cast.stijn, "groep 8B", "WhatsApp"))
    step = _marks(house, qtbot)["pupil.CONTENT_REMOVAL"]
    assert (step.state, step.note) == ("runs", "gevraagd 16 nov, nog niet weg · WhatsApp")


def _verbs(page: MeasuresPage, name: str) -> list[QPushButton]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [made for made in page.objects.findChildren(QPushButton) if made.accessibleName().startswith(name)]


def test_that_parents_were_told_is_recorded_with_a_button(house: House, desk: Desk, qtbot: QtBot) -> None:
    stijn, measures = house.cast.stijn, house.measures
    measures.devices.take(NewDevice(stijn, "telefoon", "J. Hartog"))
    measures.contents.ask(NewContent(house.pupil_case, stijn, "groep 8B", "WhatsApp"))
    page = MeasuresPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.reload()
    for left in (1, 0):
        _verbs(page, "Ouders ingelicht")[0].click()
        sheet = desk.dialogs.current[-1]
        assert isinstance(sheet, FormSheet)
        sheet.submit()
        page.reload()
        assert len(_verbs(page, "Ouders ingelicht")) == left
    assert measures.devices.held()[0].parents_told_at is not None
    assert measures.contents.open()[0].parents_told_on is not None


def test_a_day_is_asked_when_parents_were_told(house: House, desk: Desk, qtbot: QtBot) -> None:
    measures = house.measures
    measures.contents.ask(NewContent(house.pupil_case, house.cast.stijn, "groep 8B"))
    page = MeasuresPage(desk)
    qtbot.addWidget(page)
    page.show()
    _verbs(page, "Ouders ingelicht")[0].click()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"on": None})
    sheet.submit()
    assert sheet.form.rows["on"].error == "Vul een dag in."


def test_parents_are_told_after_it_happened_and_not_in_the_future(house: House, clock: FixedClock) -> None:
    devices, contents, hour = house.measures.devices, house.measures.contents, timedelta(hours=1)
    device_id = devices.take(NewDevice(house.cast.stijn, "telefoon", "J. Hartog"))
    for moment in (clock.now() - hour, clock.now() + hour):
        with pytest.raises(Invalid, match="told_outside"):
            devices.tell_parents(device_id, moment)
    with pytest.raises(Refused, match="device_unknown"):
        devices.tell_parents(99)
    content_id = contents.ask(NewContent(house.pupil_case, house.cast.stijn, "app"))
    for day in (clock.today() - timedelta(days=1), clock.today() + timedelta(days=1)):
        with pytest.raises(Invalid, match="told_outside"):
            contents.tell_parents(content_id, day)
    with pytest.raises(Refused, match="content_unknown"):
        contents.tell_parents(99, clock.today())


def test_parents_who_were_told_of_a_device_need_not_be_told_again(house: House) -> None:
    stijn, measures = house.cast.stijn, house.measures
    measures.devices.take(NewDevice(stijn, "telefoon", "J. Hartog"))
    assert "measures.parents_not_told" in _codes(house, "pupil.DEVICE_CUSTODY")
    measures.devices.tell_parents(measures.devices.held()[0].id)
    assert "measures.parents_not_told" not in _codes(house, "pupil.DEVICE_CUSTODY")
    assert "measures.parents_not_told" in _codes(house, "pupil.CONTENT_REMOVAL")
    content_id = measures.contents.ask(NewContent(house.pupil_case, stijn, "app"))
    measures.contents.tell_parents(content_id, measures.contents.open()[0].asked_on)
    assert "measures.parents_not_told" not in _codes(house, "pupil.CONTENT_REMOVAL")


def _codes(house: House, rung: str) -> set[str]:
    found: tuple[Finding, ...] = findings(
        sound_draft(house, rung=rung), house.measures.background(house.pupil_case, house.cast.stijn)
    )
    return {finding.code for finding in found}
