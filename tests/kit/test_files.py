"""The system's windows for files: Dutch, starting where the user works, with a name that every system allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import folders
from ui.kit.desk import Desk
from ui.kit.dialogs import Dialogs, safe_name
from ui.kit.saving import save_pdf
from ui.shell.main import speak


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    translator = speak(qapp)
    assert translator is not None
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _shown(window: QWidget, ask: Callable[[], None]) -> QFileDialog:
    ask()
    return window.findChildren(QFileDialog)[-1]


def test_the_window_for_a_file_speaks_dutch_wholly(dutch: None, window: QWidget) -> None:
    dialogs = Dialogs(window)
    dialog = _shown(window, lambda: dialogs.save_file("Dossier opslaan", "dossier.pdf", lambda _path: None))
    words = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Map:", "Soort bestand:", "Bestandsnaam:"} <= words
    dialog.reject()


def test_a_window_for_a_file_begins_at_the_users_papers_and_then_where_the_last_file_was(
    window: QWidget, tmp_path: Path
) -> None:
    dialogs, chosen = Dialogs(window), list[Path | None]()
    first = _shown(window, lambda: dialogs.save_file("Opslaan", "a.pdf", chosen.append))
    assert Path(first.directory().path()) == folders.documents()
    first.fileSelected.emit(str(tmp_path / "a.pdf"))
    first.reject()
    second = _shown(window, lambda: dialogs.choose_file("Openen", chosen.append))
    assert Path(second.directory().path()) == tmp_path
    second.reject()
    assert chosen[0] == tmp_path / "a.pdf"


def test_papers_lie_in_the_home_folder_where_the_computer_has_no_folder_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_place", lambda _location: tmp_path / "Documenten")
    assert folders.documents() == Path.home()
    (tmp_path / "Documenten").mkdir()
    assert folders.documents() == tmp_path / "Documenten"


def test_a_name_holds_nothing_that_a_system_refuses() -> None:
    assert safe_name("wie mag niet op beeld 1/2A: groep?.pdf") == "wie mag niet op beeld 1-2A- groep-.pdf"


def test_a_pdf_is_written_and_told_and_a_folder_without_rights_is_said(
    desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    desk.dialogs.answers.extend([tmp_path / "a.pdf", tmp_path / "nergens" / "b.pdf", None])
    save_pdf(desk, window, "a.pdf", lambda: b"%PDF")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"
    assert desk.messages.last is not None
    assert desk.messages.last.text == "Opgeslagen als a.pdf."
    save_pdf(desk, window, "b.pdf", lambda: b"%PDF")
    assert desk.messages.last.text == "b.pdf kan daar niet worden bewaard. Kies een andere map."
    save_pdf(desk, window, "c.pdf", lambda: b"%PDF")
    assert desk.messages.last.text.startswith("b.pdf")
