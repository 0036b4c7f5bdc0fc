"""Start: the unlock card says in plain words why a store does not open; the first run ends in an open school."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.clock import FixedClock
from app.vault import store
from app.vault.keys import keyring
from app.vault.keys.keydocument import glance
from tests.builders import ADMINISTRATOR, CHEAP, DIRECTOR, SCHOOL
from ui.kit.finding import Notice
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.shell.first_run import FirstRun
from ui.shell.front import Front
from ui.shell.unlock import UnlockView


@pytest.fixture
def front(qtbot: QtBot, folder: Path) -> Iterator[Front]:
    made = Front(folder, Jobs(inline=True), keep=str)
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.shell is not None:
        made.shell.rest()
        made.shell.desk.meldboek.store.close()
        made.shell = None


def _card(front: Front) -> UnlockView:
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    return card


def _opened(front: Front) -> Meldboek:
    assert front.shell is not None
    return front.shell.desk.meldboek


def _said(front: Front) -> str:
    words = [label.text() for notice in front.findChildren(Notice) for label in notice.findChildren(QLabel)]
    return " ".join(word for word in words if word)


def test_the_card_knows_the_school_and_its_people(front: Front) -> None:
    card = _card(front)
    assert card.school.text() == SCHOOL
    shown = [card.name.combo.itemText(at) for at in range(card.name.combo.count())]
    assert shown[:2] == ["E. Terpstra, directeur", "M. Postma, administratie"]


def test_a_wrong_passphrase_is_said_in_the_card_and_the_right_one_opens(qtbot: QtBot, front: Front) -> None:
    card = _card(front)
    card._known = {DIRECTOR.name: "wilg sloot"}  # as of the sample school: it stays in sight
    card.passphrase.set_value("verkeerde wachtzin")
    card.unlock()
    assert "wachtzin klopt niet" in _said(front)
    assert "wilg sloot" in _said(front)
    assert front.shell is None
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.unlock()
    assert _opened(front).user.name == DIRECTOR.name


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "keys.json").unlink(), "keys.json ontbreekt"),
        (lambda folder: (folder / "keys.json").write_text("{"), "keys.json is beschadigd"),
        (lambda folder: (folder / "keys.json").write_text(json.dumps({"format": 99})), "nieuwere versie"),
        (lambda folder: [path.unlink() for path in folder.iterdir() if path.is_file()], "staat geen Meldboek"),
    ],
    ids=["keys missing", "keys altered", "newer", "no store"],
)
def test_a_store_that_cannot_be_opened_says_so_in_the_card(
    front: Front, folder: Path, spoil: object, words: str
) -> None:
    assert callable(spoil)
    spoil(folder)
    _card(front).look(folder)
    assert words in _said(front)
    assert not _card(front).open_button.isVisible()


def test_a_damaged_drawer_is_said_after_the_passphrase(front: Front, folder: Path) -> None:
    path = folder / "register.db"
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(4096)
    path.write_bytes(data)
    card = _card(front)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.unlock()
    assert "beschadigd" in _said(front)


def test_a_store_that_is_open_elsewhere_tells_who(front: Front, folder: Path, clock: object) -> None:
    other = store.open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)  # type: ignore[arg-type]
    card = _card(front)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.unlock()
    assert ADMINISTRATOR.name in _said(front)
    other.close()


def test_forgetting_the_passphrase_leads_to_the_recovery_key(front: Front) -> None:
    card = _card(front)
    card.forgotten.click()
    assert "herstelsleutel" in _said(front)
    assert not card.name_row.isVisible()
    card.passphrase.set_value("AAAA-BBBB")
    card.unlock()
    assert front.shell is None
    card.forgotten.click()
    assert card.name_row.isVisible()


def test_a_recovery_key_opens_in_any_field_and_asks_first_who_is_there(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    made, key = store.create_store(
        tmp_path / "school", SCHOOL, keyring.NewUser(DIRECTOR.name, DIRECTOR.role, DIRECTOR.passphrase), clock, CHEAP
    )
    made.close()
    again: list[Path] = []
    front = Front(tmp_path / "school", Jobs(inline=True), keep=str, clock=clock, again=again.append)
    qtbot.addWidget(front)
    front.show()
    card = _card(front)
    card.passphrase.set_value(key.lower())
    card.unlock()
    assert _opened(front).user.id == keyring.RECOVERY
    sheet = front.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"passphrase": "kastanje rolt over plein", "repeat": "kastanje rolt over plein"})
    sheet.submit()
    assert again == [tmp_path / "school"]
    opened = store.open_store(tmp_path / "school", DIRECTOR.name, "kastanje rolt over plein", clock)
    assert opened.user.name == DIRECTOR.name
    opened.close()


def test_the_first_run_makes_a_school_and_wants_the_key_typed_back(
    qtbot: QtBot, front: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "Cost", lambda: CHEAP)
    front.begin()
    steps = front.centralWidget()
    assert isinstance(steps, FirstRun)
    steps.turn(steps.school)
    assert not steps.school.check()
    steps.school.name.set_value("De Esdoorn")
    steps.school.board.set_value("Stichting Bos")
    steps.school.use_folder(tmp_path / "esdoorn")
    steps.turn(steps.director)
    steps.director.name.set_value("A. Visser")
    steps.director.passphrase.set_value("kort")
    steps.make_school()
    assert "Te kort" in steps.director.rows["passphrase"].error
    steps.director.passphrase.set_value("lamp water kelder zout")
    steps.director.again.set_value("lamp water kelder zou")
    steps.make_school()
    assert steps.director.rows["again"].error
    steps.director.again.set_value("lamp water kelder zout")
    steps.make_school()
    assert not (tmp_path / "esdoorn").exists()  # a first run that is broken off here leaves nothing behind
    key = steps.key.shown.text().replace("\n", "-")
    steps.key.typed.set_value("een gok")
    steps.finish()
    assert front.shell is None
    steps.key.typed.set_value(key.lower().replace("-", " "))
    steps.finish()
    assert _opened(front).school.profile().board_name == "Stichting Bos"
    assert glance(tmp_path / "esdoorn").school == "De Esdoorn"


def test_a_folder_that_is_not_empty_sends_back_to_the_folder(front: Front, tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("hier staat al iets")
    front.begin()
    steps = front.centralWidget()
    assert isinstance(steps, FirstRun)
    steps.pictures("A")
    steps.turn(steps.school)
    steps.school.use_folder(tmp_path)
    QTest.keyClick(steps.school.name.edit, Qt.Key.Key_Return)
    assert "niet leeg" in _said(front)
    assert steps.steps.currentWidget() is steps.school


def test_enter_goes_through_every_step(qtbot: QtBot, front: Front, tmp_path: Path) -> None:
    front.begin()
    steps = front.centralWidget()
    assert isinstance(steps, FirstRun)
    steps.school.use_folder(tmp_path / "esdoorn")
    QTest.keyClick(steps.welcome, Qt.Key.Key_Return)
    assert steps.steps.currentWidget() is steps.school
    for field, words in ((steps.school.name, "De Esdoorn"), (steps.school.board, "Stichting Bos")):
        field.set_value(words)
        field.edit.setFocus()
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert steps.steps.currentWidget() is steps.director
    for _field in range(3):  # through the empty fields, then on
        QTest.keyClick(steps.director, Qt.Key.Key_Return)
    assert all(steps.director.rows[name].error for name in ("name", "passphrase"))
    steps.director.name.set_value("A. Visser")
    steps.director.passphrase.set_value("lamp water kelder zout")
    steps.director.again.set_value("lamp water kelder zout")
    QTest.keyClick(steps.director, Qt.Key.Key_Return)
    assert steps.steps.currentWidget() is steps.key


def test_the_paper_for_the_safe_copies_the_key_whole(front: Front, tmp_path: Path) -> None:
    front.begin()
    steps = front.centralWidget()
    assert isinstance(steps, FirstRun)
    key = "4F7K-9QXM-T2HB-WC5D-8RPZ-3VJN-6YGA-E1SD-7M"
    steps.pictures(key)
    steps._key = key
    front.dialogs.answers.append(tmp_path / "sleutel.pdf")
    steps._save_paper()
    assert key in PdfReader(tmp_path / "sleutel.pdf").pages[0].extract_text()


def test_the_unlock_window_loads_nothing_heavy() -> None:
    """The database, the services and the PDF part come after the window, while the user types."""
    words = (
        "import sys; import ui.shell.main, ui.shell.front, ui.shell.crash;"
        "heavy = ['sqlalchemy', 'sqlcipher3', 'cryptography', 'reportlab', 'holidays', 'PySide6.QtPdf', 'openpyxl',"
        " 'app.application', 'app.people', 'jinja2', 'alembic'];"
        "print([name for name in heavy if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout.strip() == "[]"


def test_a_step_grows_with_its_errors_so_that_no_field_is_cut_off(front: Front, qapp: QApplication) -> None:
    front.begin()
    steps = front.centralWidget()
    assert isinstance(steps, FirstRun)
    steps.turn(steps.school)
    qapp.processEvents()
    before = steps.school.height()
    steps.school.check()
    qapp.processEvents()
    assert steps.school.height() > before
    assert steps.school.name.edit.visibleRegion().boundingRect() == steps.school.name.edit.rect()


def test_on_its_lanes_it_warms_prepares_the_frame_and_shows_it_filled(
    qtbot: QtBot, folder: Path, clock: FixedClock
) -> None:
    front = Front(folder, Jobs(), keep=str, clock=clock)
    qtbot.addWidget(front)
    front.show()
    qtbot.waitUntil(lambda: front._can_prepare, timeout=60_000)
    card = _card(front)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.unlock()
    prepared = front._prepared
    assert prepared is not None
    qtbot.waitUntil(lambda: front.shell is not None, timeout=60_000)
    assert front.shell is not None
    assert front.shell is prepared
    qtbot.waitUntil(lambda: front.shell is None or not front.shell.first.is_loading, timeout=60_000)
    assert front.shell.first.isVisible()
    front.close()
    qtbot.waitUntil(lambda: not front.isVisible(), timeout=60_000)


def test_a_window_made_for_somebody_else_gives_way(front: Front, qtbot: QtBot) -> None:
    front._can_prepare = True
    front._prepare(ADMINISTRATOR.name, ADMINISTRATOR.role)
    wrong, ended = front._prepared, list[bool]()
    assert wrong is not None
    wrong.destroyed.connect(lambda: ended.append(True))
    card = _card(front)
    card.opening.disconnect()
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.unlock()
    assert front.shell is not None
    assert front.shell is not wrong
    assert "cases" in front.shell.pages
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
