"""Mending, taking back and the letters at twelve and sixteen, pressed in a page whose work runs beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek, open_meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.rules import EventKind, Medium, Reason
from app.kernel.clock import FixedClock
from app.kernel.names import PersonName
from app.people.rules import Address, Authority, NewGuardian, NewPupil
from tests import builders
from tests.builders import DIRECTOR
from tests.consents.pages import GUIDE, SEPTEMBER, shown
from ui.consents.page import ConsentsPage
from ui.consents.withdrawal import WithdrawnSheet
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs

HOME = Address("Wilgstraat", "12", "7531 AB", "Enschede")
TODAY = date(2026, 11, 16)


def _school(folder: Path, clock: FixedClock) -> tuple[Meldboek, int]:
    """A school with one pupil who becomes sixteen within a month, with one guardian who said yes."""
    meldboek = open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    builders.profile(meldboek.school)
    pupil = meldboek.people.add_pupil(
        NewPupil(PersonName("Zoë", "", "Vos"), birth_date=date(2010, 12, 16), group="8B", address=HOME)
    )
    guardian = meldboek.people.add_guardian(
        pupil, NewGuardian(PersonName("Ina", "", "Vos"), authority=Authority.YES, source="gezagsregister", address=HOME)
    )
    meldboek.consents.record(NewAnswers(pupil, guardian, (Answer(GUIDE, yes=True),), SEPTEMBER, evidence="map 8B"))
    return meldboek, pupil


class Lanes:
    """The page with jobs on real lanes; ``until`` waits as the eye does."""

    def __init__(self, folder: Path, clock: FixedClock, qtbot: QtBot) -> None:
        self.jobs, self._bot = Jobs(), qtbot
        self.meldboek, self.pupil = self.jobs.on_lane(lambda: _school(folder, clock))
        self.desk = Desk(self.meldboek, self.jobs)
        self.went: list[str] = []
        self.desk.go = lambda name, _target: self.went.append(name)
        self.page: ConsentsPage = shown(self.desk)
        qtbot.addWidget(self.page)

    def until(self, true: Callable[[], object]) -> None:
        """Wait until it is so."""
        self._bot.waitUntil(lambda: bool(true()), timeout=20_000)

    def press(self, inside: QWidget, words: str) -> None:
        """Press the button with these words once it is there."""

        def found() -> list[QPushButton]:
            here = inside.findChildren(QPushButton)
            return [one for one in here if one.text() == words and one.isVisibleTo(inside) and one.isEnabled()]

        self.until(found)
        found()[0].click()

    def sheet(self) -> FormSheet:
        """The sheet with a form that lies over the page."""
        self.until(lambda: self.desk.dialogs.current and isinstance(self.desk.dialogs.current[-1], FormSheet))
        found = self.desk.dialogs.current[-1]
        assert isinstance(found, FormSheet)
        return found

    def reason(self) -> Reason:
        """What the register answers about the guide."""
        ask = lambda: self.meldboek.consents.may(GUIDE, Medium.PHOTO, [self.pupil])  # noqa: E731 - one call
        return self.jobs.on_lane(ask)[0].reason


@pytest.fixture
def lanes(folder: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes(folder, clock, qtbot)
    yield made
    made.page.hide()
    made.jobs.on_lane(made.meldboek.store.close)
    made.jobs.close()


def test_an_answer_is_mended_while_the_window_goes_on(lanes: Lanes) -> None:
    lanes.page.open(lanes.pupil)
    lanes.press(lanes.page.pupils.card, "Verbeteren")
    sheet = lanes.sheet()
    sheet.submit()
    lanes.until(lambda: sheet.form.rows["note"].error)
    sheet.form.set_values({"kind": EventKind.INVALIDATED, "note": "geen handtekening"})
    sheet.submit()
    lanes.until(lambda: not lanes.desk.dialogs.current)
    assert lanes.reason() is Reason.NO_ANSWER
    assert lanes.desk.messages.last is not None
    assert "geldt weer" in lanes.desk.messages.last.text


def test_consent_is_taken_back_and_confirmed_while_the_window_goes_on(lanes: Lanes) -> None:
    lanes.page.open(lanes.pupil)
    lanes.press(lanes.page.pupils.card, "Intrekken")
    sheet = lanes.sheet()
    sheet.form.set_values({"purposes": (GUIDE,), "received_on": TODAY})
    sheet.submit()
    lanes.until(lambda: any(isinstance(one, WithdrawnSheet) for one in lanes.desk.dialogs.current))
    assert lanes.reason() is Reason.WITHDRAWN
    lanes.press(lanes.desk.dialogs.current[-1], "Bevestiging maken")
    lanes.until(lambda: lanes.went == ["letters"])
    assert len(lanes.jobs.on_lane(lanes.meldboek.tray.waiting)) == 1


def test_the_letter_at_sixteen_is_made_from_the_rounds_and_offered_once(lanes: Lanes) -> None:
    lanes.page.open("rounds")
    lanes.press(lanes.page, "Brief maken")
    lanes.until(lambda: lanes.went == ["letters"])
    [line] = lanes.jobs.on_lane(lanes.meldboek.tray.waiting)
    assert "Vos" in line.addressee
    assert lanes.jobs.on_lane(lambda: lanes.meldboek.consent_letters.birthdays_told(16)) == {lanes.pupil}
