"""What was typed is found back: after leaving by the menu, and after the program locked over an open sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.vault import drafts
from app.vault.drafts import DraftLine
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form, leave
from ui.kit.form_sheet import FormSheet


def _sheet(desk: Desk, title: str = "Ouders inlichten", start: str = "") -> tuple[FormSheet, TextField, TextField]:
    form = Form(desk)
    text = form.field("text", "Tekst", TextField(start))
    secret = form.field("secret", "Wachtzin", TextField(secret=True))
    return FormSheet(title, form, "Bewaren", lambda _values: None), text, secret


def _kept(desk: Desk) -> tuple[DraftLine, ...]:
    return drafts.of_user(desk.meldboek.store.drawers[-1])


def test_a_sheet_gives_back_what_was_typed_when_the_program_locked_but_never_a_passphrase(
    qtbot: QtBot, desk: Desk
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk.dialogs.window, desk.here = window, lambda: "cases:12"
    sheet, text, secret = _sheet(desk)
    desk.dialogs.open(sheet)
    text.set_value("half")
    secret.set_value("wilg sloot fiets")
    sheet.form.keep_draft()
    assert _kept(desk)[0].key.startswith("cases:12|Ouders inlichten|")
    again, text, secret = _sheet(desk)
    desk.dialogs.open(again)
    assert (text.value(), secret.value()) == ("half", "")


def test_what_was_typed_in_one_sheet_does_not_turn_up_in_another(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk.dialogs.window, desk.here = window, lambda: "cases:12"
    sheet, text, _secret = _sheet(desk)
    desk.dialogs.open(sheet)
    text.set_value("over Noor")
    sheet.form.keep_draft()
    for title, start, here in (
        ("Taak toevoegen", "", "cases:12"),
        ("Ouders inlichten", "", "cases:13"),
        ("Ouders inlichten", "Guus", "cases:12"),
    ):
        desk.here = lambda here=here: here  # type: ignore[misc] # mypy cannot see the default
        other, text, _secret = _sheet(desk, title, start)
        desk.dialogs.open(other)
        assert text.value() == start


def test_a_form_that_keeps_drafts_is_left_without_a_question_and_one_that_does_not_asks(
    qtbot: QtBot, desk: Desk
) -> None:
    page, left = QWidget(), list[int]()
    qtbot.addWidget(page)
    inside = QVBoxLayout(page)
    casework = desk.meldboek.store.casework
    assert casework is not None
    form = Form(desk, drafts=(casework, "report", "new"))
    title = form.field("title", "In één regel", TextField())
    plain = Form(desk)
    name = plain.field("name", "Naam", TextField())
    inside.addWidget(form)
    inside.addWidget(plain)
    page.show()
    title.set_value("half")
    leave(page, lambda: left.append(1))
    assert (left, desk.dialogs.asked) == ([1], [])
    assert drafts.load(casework, "report", "new") == {"title": "half"}
    name.set_value("Noor")
    desk.dialogs.answers.append(False)
    leave(page, lambda: left.append(2))
    assert (left, desk.dialogs.asked) == ([1], ["Nog niet bewaard"])


def test_throwing_away_is_asked_and_then_forgets_the_draft(qtbot: QtBot, desk: Desk) -> None:
    casework, left, told = desk.meldboek.store.casework, list[int](), list[frozenset[str]]()
    assert casework is not None
    form = Form(desk, drafts=(casework, "report", "new"))
    title = form.field("title", "In één regel", TextField())
    qtbot.addWidget(form)
    form.show()
    desk.changes.topics_changed.connect(told.append)
    title.set_value("half")
    form.keep_draft()
    form.keep_draft()
    assert told == [frozenset({"drafts"})]
    desk.dialogs.answers.append(True)
    form.may_leave(lambda: left.append(1))
    assert left == [1]
    assert drafts.load(casework, "report", "new") is None
    assert len(told) == 2
