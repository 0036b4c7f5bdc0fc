"""The editor of a letter: what is filled, what the rules say while one types, and going to the place of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.kernel.findings import Finding, Severity
from app.letters.lines import LetterCard
from tests.letters.conftest import Office
from tests.letters.test_screens import buttons, opened
from tests.settled import settled
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.kit.layouts import Scroll
from ui.kit.tag import Tag
from ui.kit.theme import color
from ui.letters.editor import Editor
from ui.letters.findings import Findings
from ui.letters.page import LettersPage

OPEN = "‹vul in: wat er is gebeurd›"


@pytest.fixture
def drafts(office: Office) -> tuple[int, ...]:
    return office.letters.draft_for_measure(office.measure())


@pytest.fixture
def page(desk: Desk, drafts: tuple[int, ...], qtbot: QtBot) -> LettersPage:
    return opened(desk, qtbot)


@pytest.fixture
def editor(page: LettersPage, drafts: tuple[int, ...]) -> Editor:
    page.open(drafts[0])
    page.edit()
    assert isinstance(page.editor, Editor)
    return page.editor


def shown(page: LettersPage) -> list[str]:
    cards = page.preview.findings.findChildren(FindingCard)
    return [card.finding.code for card in cards if not card.isHidden()]


def tags(editor: Editor) -> dict[str, str]:
    return {tag.what.text: tag.what.tone for tag in editor._parts.findChildren(Tag) if not tag.isHidden()}


def without(text: str, *marks: str) -> str:
    for mark in marks:
        text = text.replace(f"[{mark}]", "")
    return text


def selected(editor: Editor) -> str:
    return editor.text.edit.textCursor().selectedText()


def waited(qtbot: QtBot, page: LettersPage, *codes: str) -> None:
    qtbot.waitUntil(lambda: sorted(shown(page)) == sorted(codes), timeout=3000)


def test_every_finding_is_shown_however_many_there_are(page: LettersPage, editor: Editor, office: Office) -> None:
    parts = editor.letter.parts
    editor.text.set_value("Ook Stijn was erbij.\n" + without(editor.text.value(), *parts))
    page.keep_edit()
    assert sorted(shown(page)) == sorted(["letters.part_missing"] * len(parts) + ["letters.other_name"])
    settled(page)
    findings = page.preview.findings
    column = findings.findChild(Scroll)
    assert column is not None
    assert 0 < column.height() < column.body.totalHeightForWidth(column.viewport().width())
    assert column.height() < page.preview.height() / 2
    assert findings._count.text() == "7 punten bij deze brief"


def test_a_tick_stands_only_at_a_part_that_is_filled(editor: Editor, qtbot: QtBot) -> None:
    assert set(tags(editor).values()) == {"ok"}
    body = editor.text.value()
    editor.text.set_value(f"[feiten]\n{OPEN}\n\n" + without(body[body.index("[regel]") :], "besluit"))
    wanted = {"feiten": "warn", "besluit": "danger", "regel": "ok"}
    qtbot.waitUntil(lambda: wanted.items() <= tags(editor).items(), timeout=3000)


def test_the_findings_follow_the_typing(page: LettersPage, editor: Editor, qtbot: QtBot) -> None:
    body = editor.text.value()
    editor.text.set_value(f"{body}\nMet Stijn. {OPEN}")
    waited(qtbot, page, "letters.unfilled", "letters.other_name")
    editor.text.set_value(f"{body}\nMet een klasgenoot.")
    waited(qtbot, page)
    assert page.preview.findings.isHidden()


def test_a_click_on_a_finding_goes_to_its_place(page: LettersPage, editor: Editor, qtbot: QtBot) -> None:
    editor.text.set_value(f"😀\n{editor.text.value()}\n{OPEN}\nMet Stijn.")
    waited(qtbot, page, "letters.unfilled", "letters.other_name")
    cards = {card.finding.code: card for card in page.preview.findings.findChildren(FindingCard)}
    QTest.mouseClick(cards["letters.unfilled"], Qt.MouseButton.LeftButton)
    assert selected(editor) == OPEN
    (go,) = cards["letters.other_name"].findChildren(QPushButton)
    go.click()
    assert selected(editor) == "Stijn"


def test_a_click_on_a_finding_opens_the_editor_first(
    page: LettersPage, office: Office, drafts: tuple[int, ...], qtbot: QtBot
) -> None:
    office.letters.change(drafts[0], office.letters.letter(drafts[0]).body + f"\n{OPEN}")
    page.open(drafts[0])
    (card,) = page.preview.findings.findChildren(FindingCard)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert isinstance(page.editor, Editor)
    assert selected(page.editor) == OPEN


def test_f4_goes_from_one_open_place_to_the_next(page: LettersPage, editor: Editor, qtbot: QtBot) -> None:
    assert not editor._next.isEnabled()
    editor.text.set_value(f"😀\n{OPEN} en ‹vul in: dag›")
    editor.text.edit.moveCursor(QTextCursor.MoveOperation.Start)
    for wanted in (OPEN, "‹vul in: dag›", OPEN):
        editor.next_place()
        assert selected(editor) == wanted
    assert editor._next.isEnabled()
    assert "F4" in editor._next.toolTip()


def test_marks_are_coloured_and_the_text_stays_as_it_is(editor: Editor) -> None:
    editor.text.set_value(f"[feiten]\n😀 **vet** {OPEN}\n- een")
    document = editor.text.edit.document()
    looks = [document.findBlockByNumber(at).layout().formats() for at in range(3)]
    assert looks[0][0].format.background().color() == color("accent_soft")
    last = looks[1][-1]
    assert (last.start, last.length, last.format.background().color()) == (11, len(OPEN), color("warn_soft"))
    assert looks[2][0].length == 2
    assert editor.text.value() == f"[feiten]\n😀 **vet** {OPEN}\n- een"


def kept(office: Office, letter: int) -> LetterCard:
    return office.letters.letter(letter)


def test_the_original_text_comes_back_after_a_question_and_only_saving_keeps_it(
    page: LettersPage, editor: Editor, desk: Desk, office: Office, drafts: tuple[int, ...]
) -> None:
    first = kept(office, drafts[0])
    office.letters.change(drafts[0], "Alles is weg.", subject="Anders")
    assert "Oorspronkelijke tekst" in buttons(page)
    editor.text.set_value("Nog anders.")
    desk.dialogs.answers.append(False)
    page.put_original()
    assert editor.text.value() == "Nog anders."
    desk.dialogs.answers.append(True)
    page.put_original()
    assert (editor.subject.value(), editor.text.value()) == (first.subject, first.body)
    assert kept(office, drafts[0]).body == "Alles is weg."
    assert desk.messages.last is not None
    assert desk.messages.last.undo is not None
    desk.messages.last.undo()
    assert editor.text.value() == "Nog anders."
    desk.dialogs.answers.append(True)
    page.put_original()
    page.keep_edit()
    assert kept(office, drafts[0]).body == first.body


def test_a_final_letter_shows_its_findings_without_a_way_to_mend_them(qtbot: QtBot) -> None:
    findings = Findings()
    qtbot.addWidget(findings)
    findings.show_findings((Finding("letters.passed", Severity.INFO, values={"reason": "ja"}),), can_mend=False)
    assert findings.findChildren(QPushButton) == []
