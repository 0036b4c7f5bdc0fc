"""The story of a WhatsApp group gone wrong, by keyboard alone: how many keys it takes, and what it leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.cases.texts import word
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.builders import Cast
from ui.cases.page import CasesPage
from ui.cases.triage_form import TriageSheet

STORY = (
    "Sinds vorige week maken ze Pien belachelijk in de groep. Stijn bewerkte een foto, Noor en Aylin stuurden die door."
)
PERSONS = (  # as somebody who takes down the call types them, with the part of each
    ("stijn", InvolvementRole.ACTOR),
    ("pien", InvolvementRole.AFFECTED),
    ("noor", InvolvementRole.ACTOR),
    ("aylin", InvolvementRole.ACTOR),
    ("daan", InvolvementRole.WITNESS),
    ("carla", InvolvementRole.REPORTER),
    ("ruud", InvolvementRole.GUARDIAN),
    ("hartog", InvolvementRole.WITNESS),
)
SECONDS_PER_KEY = 0.5  # slow: somebody who looks for each key
SECONDS_PER_QUESTION = 12  # reading a question of triage and thinking
SECONDS_PER_PERSON = 8  # recalling who it was and what they did


class Keys:
    """Types where the cursor is, and counts."""

    def __init__(self, window: QWidget) -> None:
        self.count = 0
        self._window = window

    @property
    def here(self) -> QWidget:
        found = self._window.focusWidget()  # also while the window is not the active one
        assert found is not None
        return found

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here, text)
        QTest.qWait(1)  # what was found comes after the key
        self.count += len(text)

    def press(self, key: Qt.Key, times: int = 1) -> None:
        for _time in range(times):
            QTest.keyClick(self.here, key)
            QTest.qWait(1)
            self.count += 1

    def together(self, key: Qt.Key) -> None:
        QTest.keyClick(self.here, key, Qt.KeyboardModifier.ControlModifier)
        self.count += 2


@pytest.fixture
def shown(page: CasesPage, meldboek: Meldboek, qtbot: QtBot) -> CasesPage:
    """The page with the fifth pupil of the story."""
    daan = PersonName("Daan", "de", "Boer")
    meldboek.people.add_pupil(NewPupil(daan, "1005", date(2014, 10, 1), "8B", 8, enrol_date=date(2020, 8, 1)))
    page.desk.dialogs.window = page  # sheets lie over it
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def take_down(page: CasesPage, keys: Keys) -> None:
    """The report, from the first key to the open case."""
    page.new()
    keys.count += 2  # Ctrl+N
    keys.type("Beledigingen en een bewerkte foto in de groepsapp van 8B")
    keys.press(Qt.Key.Key_Tab)
    keys.type(STORY)
    keys.press(Qt.Key.Key_Tab, 2)
    keys.type("vorige week")
    keys.press(Qt.Key.Key_Tab)
    keys.type("p")
    keys.press(Qt.Key.Key_Tab)
    keys.type("whats")
    keys.press(Qt.Key.Key_Tab)
    keys.type("8B rules")
    keys.press(Qt.Key.Key_Tab, 2)
    for typed, role in PERSONS:
        keys.type(typed)
        keys.press(Qt.Key.Key_Return)
        keys.type(word("role", role)[:4])
        keys.press(Qt.Key.Key_Tab, 3)
        while page.report is not None and keys.here is not page.report.form.involved.search.edit:
            keys.press(Qt.Key.Key_Tab)
    while page.report is not None and not page.report.form.rows["severity"].isAncestorOf(keys.here):
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    keys.together(Qt.Key.Key_Return)


def test_the_story_is_registered_rightly_within_ten_minutes(
    shown: CasesPage, known: Cases, cast: Cast, record_property: Callable[[str, object], None]
) -> None:
    keys = Keys(shown)
    take_down(shown, keys)
    report_keys = keys.count
    (line,) = known.list()
    card = known.case(line.id)
    assert [(party.name.split()[0], party.role) for party in card.parties] == [
        (first.capitalize() if first != "hartog" else "Jan", role) for first, role in PERSONS
    ]
    assert (card.platform, card.account, card.happened_about) == ("WhatsApp", "8B rules", "vorige week")
    assert (card.summary, card.severity, card.place) == (STORY, "medium", "private")
    assert keys.here is shown.view.step.button  # what to do now is under the next key
    keys.press(Qt.Key.Key_Space)
    sheet = shown.desk.dialogs.current[-1]
    assert isinstance(sheet, TriageSheet)
    for letter in "jnnnwnnnn":
        keys.type(letter)
    keys.count += 2  # Ctrl+Enter, which the window hands to the sheet
    sheet.save_button.click()
    card = known.case(line.id)
    assert card.triaged_at is not None
    assert [task.title for task in card.tasks] == ["Uitzoeken of er seksueel beeld is, zonder het te bekijken"]
    step = known.file(line.id).step
    assert (step.title, step.source) == ("Eerst weten of er seksueel beeld is", "Sr artikel 252")
    assert {point.title for point in known.file(line.id).points} >= {
        "Ouders van Stijn Bakker inlichten",
        "Ouders van Pien Mulder inlichten",
    }
    seconds = keys.count * SECONDS_PER_KEY + 9 * SECONDS_PER_QUESTION + len(PERSONS) * SECONDS_PER_PERSON
    record_property("keys of the report", report_keys)
    record_property("keys in all", keys.count)
    record_property("minutes at a slow hand", round(seconds / 60, 1))
    assert report_keys < 420
    assert seconds < 600
