"""A form never loses what was typed, and asks before it is left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity
from app.vault import drafts
from app.vault.drawers.database import Drawer
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.finding import FindingCard
from ui.kit.form import Form, leave


class Saver:
    """A use case that fails as long as it is told to."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.saved: list[dict[str, object]] = []

    def save(self, values: dict[str, object]) -> int:
        if self.error is not None:
            raise self.error
        self.saved.append(values)
        return len(self.saved)


def _form(desk: Desk, drawer: Drawer | None = None) -> Form:
    form = Form(desk, drafts=(drawer, "visit", "new") if drawer else None)
    form.field("name", "Naam", TextField())
    form.field("story", "Verhaal", AreaField())
    form.field("kind", "Soort", ChoiceField((("a", "gesprek"), ("b", "brief"))), beside=True)
    form.field("sure", "", CheckField("Zeker weten"))
    return form


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Form:
    made = _form(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(form: Form, name: str, text: str) -> None:
    field = form.rows[name].field
    assert isinstance(field, TextField)
    field.edit.setFocus()
    field.edit.clear()
    field.edit.insert(text)
    field.edit.textEdited.emit(text)


def test_a_form_keeps_the_text_when_saving_fails_and_is_clean_when_it_succeeds(form: Form) -> None:
    saver, done = Saver(), list[int]()
    _type(form, "name", "Noor")
    saver.error = Invalid("name", "vault.name_in_use")
    form.submit(lambda: saver.save(form.values()), done.append)
    assert not done
    assert (form.values()["name"], form.is_dirty) == ("Noor", True)
    assert form.rows["name"].error.startswith("Er is al een gebruiker")

    saver.error = None
    form.submit(lambda: saver.save(form.values()), done.append)
    assert done == [1]
    assert saver.saved[0]["name"] == "Noor"
    assert not form.is_dirty
    assert not form.rows["name"].error


def test_a_refusal_is_shown_on_top_with_its_findings(form: Form) -> None:
    saver = Saver()
    reason = Finding("vault.disk_full", Severity.BLOCK, source="WPO artikel 40c")
    saver.error = Refused("vault.wrong_passphrase", [reason])
    form.submit(lambda: saver.save({}), lambda _one: None)
    cards = form.findChildren(FindingCard)
    assert [card.finding.code for card in cards] == ["vault.disk_full"]


def test_a_line_of_any_length_is_kept_whole_until_the_service_says_how_long_it_may_be(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field.edit)
    QApplication.clipboard().setText("x" * 100_000)
    field.edit.paste()
    assert len(field.value()) == 100_000


def test_typing_takes_the_error_away(form: Form) -> None:
    form.show_errors(Invalid("name", "vault.name_missing"))
    assert form.rows["name"].error
    _type(form, "name", "N")
    assert not form.rows["name"].error


def test_an_untouched_form_is_left_without_a_question(form: Form, desk: Desk) -> None:
    left: list[int] = []
    form.may_leave(lambda: left.append(1))
    assert left
    assert not desk.dialogs.asked


def test_a_dirty_form_asks_and_stays_when_told_to(qtbot: QtBot, desk: Desk) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = _form(desk)
    QVBoxLayout(page).addWidget(form)
    page.show()
    _type(form, "name", "Noor")
    left: list[int] = []

    desk.dialogs.answers.append(False)
    leave(page, lambda: left.append(1))
    assert desk.dialogs.asked == ["Nog niet bewaard"]
    assert not left
    assert form.values()["name"] == "Noor"

    desk.dialogs.answers.append(True)
    leave(page, lambda: left.append(1))
    assert left == [1]
    assert form.values()["name"] == ""


def test_a_draft_comes_back_in_the_next_form(qtbot: QtBot, desk: Desk, register: Drawer) -> None:
    first = _form(desk, register)
    qtbot.addWidget(first)
    first.begin()
    _type(first, "name", "Noor de Graaf")
    first.keep_draft()
    assert drafts.load(register, "visit", "new") == {"name": "Noor de Graaf", "story": "", "kind": "a", "sure": False}

    second = _form(desk, register)
    qtbot.addWidget(second)
    second.begin()
    assert second.values()["name"] == "Noor de Graaf"
    assert second.is_dirty

    second.submit(lambda: 1, lambda _one: None)
    assert drafts.load(register, "visit", "new") is None


def test_every_control_of_a_form_has_a_name_for_who_cannot_see_it(form: Form) -> None:
    names = [row.field.inner.accessibleName() for row in form.rows.values()]
    assert names == ["Naam", "Verhaal", "Soort", "Zeker weten"]


def test_a_passphrase_is_taken_as_typed_and_other_text_without_spaces_around_it(qtbot: QtBot) -> None:
    plain, secret = TextField(" krijt bord "), TextField(" krijt bord ", secret=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(secret)
    assert (plain.value(), secret.value()) == ("krijt bord", " krijt bord ")


def test_a_choice_that_does_not_fit_ends_in_an_ellipsis_with_the_whole_as_its_tip(qtbot: QtBot) -> None:
    field = ChoiceField((("a", "Carla Mulder (gezag bevestigd 3 september 2026)"),), "a")
    qtbot.addWidget(field)
    field.setFixedWidth(160)
    field.show()
    assert field.combo.shown_text().endswith("…")
    assert field.combo.toolTip() == "Carla Mulder (gezag bevestigd 3 september 2026)"
    field.setFixedWidth(500)
    assert not field.combo.shown_text().endswith("…")
    assert not field.combo.toolTip()
