"""The manual: a chapter for every page, buttons under the names they have on the screen, short and Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.translations import extracted
from ui.shell.help import CHAPTERS, MANUAL, Manual, chapter_of
from ui.shell.pages import page_classes

MOST_WORDS = 700
PAGES = tuple(sorted(MANUAL.glob("*.md")))
BOLD = re.compile(r"\*\*(.+?)\*\*")
ENGLISH = re.compile(
    r"\b(and|any|are|backup|but|button|by|can|case|click|consent|delete|director|edit|file|for|from|has|how|if|it|its|key|"
    r"login|measure|never|new|not|only|our|page|parent|password|person|print|pupil|report|save|screen|search|see|send|"
    r"settings|show|sign|teacher|than|that|the|their|them|then|there|these|they|this|to|today|until|users?|what|"
    r"when|where|which|who|why|will|with|without|you|your)\b",
    re.IGNORECASE,
)


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def chapter(request: pytest.FixtureRequest) -> Path:
    """Each chapter of the manual in turn."""
    path: Path = request.param
    return path


def test_every_page_of_the_navigation_has_its_chapter() -> None:
    chapters = [name for name, _title in CHAPTERS]
    assert {page.entry() for page in page_classes()} <= set(chapters)
    assert [path.stem for path in PAGES] == sorted(chapters)


def test_a_chapter_is_called_as_its_page() -> None:
    first_lines = {path.stem: path.read_text("utf-8").partition("\n")[0] for path in PAGES}
    assert first_lines == {name: f"# {title}" for name, title in CHAPTERS}


def test_every_name_in_bold_stands_on_a_screen(chapter: Path) -> None:
    shown = {text for message in extracted() if message.id for text in _texts(message.id)}
    assert [name for name in BOLD.findall(chapter.read_text("utf-8")) if name not in shown] == []


def test_no_chapter_is_longer_than_can_be_read_standing(chapter: Path) -> None:
    assert len(_words(chapter).split()) <= MOST_WORDS


def test_the_manual_is_dutch_and_never_shouts(chapter: Path) -> None:
    assert [found[0] for found in ENGLISH.finditer(_words(chapter))] == []
    assert "!" not in chapter.read_text("utf-8")


def test_a_room_without_a_chapter_opens_that_of_its_entry() -> None:
    assert chapter_of("police", "inspector") == "police"
    assert chapter_of("access_requests", "dossiers") == "dossiers"


def test_a_chapter_opens_at_its_top(qtbot: QtBot) -> None:
    manual = Manual()
    qtbot.addWidget(manual)
    manual.resize(960, 600)
    manual.show()
    for name, title in CHAPTERS:
        manual.open(name)
        assert manual.text.toPlainText().startswith(title)
        assert manual.text.verticalScrollBar().value() == 0
        assert manual.text.horizontalScrollBar().maximum() == 0


def _texts(message_id: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


def _words(chapter: Path) -> str:
    """What stands in a chapter to be read; what is typed in a terminal is no Dutch."""
    return re.sub(r"`[^`]*`", "", chapter.read_text("utf-8"))
