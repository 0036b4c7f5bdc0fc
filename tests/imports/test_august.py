"""An administrator's August: the list of the new school year, taken over with the keyboard alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.clock import FixedClock, at
from app.people.service import People
from tests.imports.lists import HEADINGS, workbook
from ui.imports.page import ImportsPage
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.shell.window import Shell, opened

NAMES = ("Bram", "Cato", "Daan", "Elin", "Fenna", "Gijs", "Hugo", "Iris", "Jelle", "Kiki", "Lotte", "Mats")
SURNAMES = ("Aarts", "Blom", "Claus", "Dijk", "Evers", "Faber", "Groen", "Hoek")
OF_A_GROUP = len(NAMES)
Child = tuple[int, str, str, date, int]


class Hands:
    """Two hands on a keyboard, and eyes on the window; ``pressed`` counts the keys."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)
        self.pressed += 1
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """Where the keys go; a window without a screen now and then forgets that it is the active one."""
        if QApplication.focusWidget() is None:
            self.shell.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self.shell.focusWidget() or self.shell

    def tab_to(self, words: str, most: int = 40) -> None:
        """Press Tab until something with these words has the focus."""
        for _press in range(most):
            here = self.focus
            text = here.text() if isinstance(here, QAbstractButton) else ""
            if words in f"{text} {here.accessibleName()}":
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {words}")

    def read(self) -> str:
        labels = self.shell.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


def child(number: int, year_group: int) -> Child:
    surname = SURNAMES[year_group - 1] + "abcdefghijkl"[number % OF_A_GROUP]
    return (
        number,
        NAMES[number % OF_A_GROUP],
        surname,
        date(2022 - year_group, 1 + number % 12, 1 + number % 28),
        year_group,
    )


def row_of(one: Child, group: str) -> tuple[object, ...]:
    number, name, surname, born, year_group = one
    parents = (f"Eva {surname}", f"eva{number}@voorbeeld.nl", 612000000 + number, "")
    return (number, name, "", surname, born, group, year_group, *parents)


def list_of(path: Path, children: list[Child], *more: tuple[object, ...]) -> Path:
    return workbook(path, HEADINGS, *(row_of(one, str(one[4])) for one in children), *more)


@pytest.fixture
def shell(qtbot: QtBot, as_administrator: Meldboek) -> Iterator[Shell]:
    made = opened(as_administrator, Jobs(inline=True), Dialogs(), again=lambda _folder: None)
    made.desk.dialogs.window = made
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: len(made.made) == len(made.pages), timeout=60_000)
    yield made
    made.idle.stop()


def last_year(meldboek: Meldboek, folder: Path) -> list[Child]:
    """A school of eight groups, read in November."""
    children = [child(10_000 * year + number, year) for year in range(1, 9) for number in range(OF_A_GROUP)]
    imports = meldboek.imports
    imports.apply(imports.compare(imports.read(list_of(folder / "november.xlsx", children))))
    return children


def august(folder: Path, children: list[Child]) -> Path:
    """Everybody a year further but one who stayed down; group 8 gone; a new group 1; two who ask for a look."""
    stayed = children[3]
    moved = [(*one[:4], one[4] + (one is not stayed)) for one in children if one[4] < 8]
    fresh = [child(90_000 + number, 1) for number in range(OF_A_GROUP)]
    fresh = [(*one[:3], date(2023, 1 + place, 5), 1) for place, one in enumerate(fresh)]
    known = moved[40]
    moved[40] = (known[0], known[1], "Nieuwenaam", known[3], known[4])  # took the name of the other parent
    other = moved.pop(50)
    namesake = ("", other[1], "", other[2], date(2019, 2, 3), "6", 6)  # another birth date, no number
    return list_of(folder / "augustus.xlsx", [*moved, *fresh], namesake)


def test_the_august_list_is_taken_over_with_the_keyboard_alone(
    qtbot: QtBot, shell: Shell, as_administrator: Meldboek, clock: FixedClock, tmp_path: Path
) -> None:
    children = last_year(as_administrator, tmp_path)
    clock.at = at(2027, 8, 23, 10, 0)
    people: People = as_administrator.people
    shell.desk.dialogs.answers.append(august(tmp_path, children))
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    began, hands = time.monotonic(), Hands(shell)

    hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)  # persons
    hands.tab_to("Klassenlijst inlezen")
    hands.press(Qt.Key.Key_Space)
    page = shell.page
    assert isinstance(page, ImportsPage)
    hands.press(Qt.Key.Key_Return)  # choose the file
    assert page.stack.currentWidget() is page.recognised
    hands.press(Qt.Key.Key_Return)  # the columns are right
    assert page.stack.currentWidget() is page.compare

    hands.tab_to("twijfel", 80)
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Nee, een andere leerling")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("niet in de lijst", 80)
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Allemaal uitschrijven per", 80)
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Klassenlijst overnemen", 80)
    hands.press(Qt.Key.Key_Return)

    assert page.stack.currentWidget() is page.result
    assert time.monotonic() - began < 60
    assert hands.pressed < 120
    assert "De klassenlijst is overgenomen" in hands.read()
    pupils = {pupil.number: pupil for pupil in people.pupils()}
    assert pupils["10003"].group == "1"  # stayed down
    assert pupils["10004"].group == "2"
    assert not [number for number in pupils if number.startswith("8")]  # group 8 left
    assert "90011" in pupils  # new in group 1
