"""What the tests of Toestemmingen on screen share: the page, answers, and typing them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import app.application  # noqa: F401 - a new store gets the tables of what is loaded
from app.consents.answers.forms import Answer, NewAnswers
from ui.consents.page import ConsentsPage
from ui.kit.desk import Desk

GUIDE, INSTAGRAM, PORTAL = "SCHOOL_GUIDE", "SOCIAL_PUBLIC.INSTAGRAM", "PARENT_APP"
SEPTEMBER = date(2026, 9, 3)


def shown(desk: Desk, width: int = 1240, height: int = 800) -> ConsentsPage:
    """The page in a window of its own."""
    made = ConsentsPage(desk)
    made.resize(width, height)
    desk.dialogs.window = made
    made.show()
    return made


def says(desk: Desk, pupil: int, which: int, *answers: Answer) -> None:
    """A guardian of this pupil answers on paper."""
    guardian = desk.meldboek.people.pupil(pupil).guardians[which].id
    desk.meldboek.consents.record(NewAnswers(pupil, guardian, answers, SEPTEMBER, evidence="map 5A"))


def type_answers(page: ConsentsPage, keys: str) -> None:
    """Press these letters in the answers."""
    for key in keys:
        QTest.keyClick(page.pupils.panel.answers.table, getattr(Qt.Key, f"Key_{key}"))


def enter(page: ConsentsPage) -> None:
    """Press Enter in the answers."""
    QTest.keyClick(page.pupils.panel.answers.table, Qt.Key.Key_Return)


def place(page: ConsentsPage, text: str = "map 5A") -> None:
    """Say where the paper lies."""
    page.pupils.panel.form.rows["evidence"].field.set_value(text)
