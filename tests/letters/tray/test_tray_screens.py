"""The print tray on screen: first printing, then sending on a day, a way back, and a list that stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import start
from app.kernel.clock import FixedClock, at
from app.letters.rules import Delivery, Sending
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR
from tests.letters.conftest import Office
from tests.letters.test_screens import opened, press, sheet, texts
from tests.settled import settled
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.jobs import Jobs
from ui.letters.lists import DRAFTS, POSTED, SENT, TRAY
from ui.letters.page import LettersPage

NARROW = 944, 648  # what a window of 1024 by 700 leaves for a page


@pytest.fixture
def page(office: Office, clock: FixedClock, qtbot: QtBot) -> Iterator[LettersPage]:
    """The administrator a week after two letters came in the tray."""
    for letter in office.letters.draft_for_measure(office.measure()):
        office.letters.finalise(letter, to_tray=True)
    folder = office.store.folder
    office.store.close()
    clock.at = at(2026, 11, 23, 9)
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    try:
        yield opened(Desk(start(store), Jobs(inline=True)), qtbot)
    finally:
        store.close()


def primary(page: LettersPage) -> list[str]:
    found = page.header.findChildren(QPushButton)
    return [one.text() for one in found if one.isVisibleTo(page) and one.property("kind") == "primary"]


def top(page: LettersPage, which: str) -> int:
    return page.tables[which].mapTo(page, QPoint(0, 0)).y()


def test_without_a_choice_the_pane_promises_the_envelope_and_not_the_letter(page: LettersPage) -> None:
    assert "U ziet dan aan wie hij gaat" in texts(page.preview)
    assert "zoals hij wordt afgedrukt" not in texts(page.preview)


def test_printing_comes_before_sending(page: LettersPage) -> None:
    page.open_first(TRAY)
    assert primary(page) == ["Afdrukken"]
    page._tray.mark_printed([page.in_tray[0].id])
    page.reload()
    assert primary(page) == ["Verstuurd"]
    words = [" ".join(row) for row in page.tables[TRAY].texts()[-2:]]
    assert ["afgedrukt" in row for row in words] == [True, False]
    assert "De brief is afgedrukt" in texts(page.preview)
    page.tables[TRAY].selectAll()
    assert primary(page) == ["Afdrukken"]


def test_sending_what_was_not_printed_is_told(page: LettersPage) -> None:
    page.open_first(TRAY)
    page.record_sent()
    assert [one.isVisibleTo(sheet(page.desk)) for one in sheet(page.desk).findChildren(Notice)] == [True]
    assert "1 brief is nog niet afgedrukt" in texts(sheet(page.desk))
    sheet(page.desk).close_sheet()
    page._tray.mark_printed([line.id for line in page._tray.waiting()])
    page.reload()
    page.choose_all()
    page.record_sent()
    assert sheet(page.desk).findChildren(Notice) == []


def test_the_sheet_asks_on_which_day_and_refuses_a_day_that_cannot_be(page: LettersPage) -> None:
    page.open_first(TRAY)
    page.record_sent()
    form = sheet(page.desk).form
    assert form.values()["on"] == date(2026, 11, 23)
    for day, words in ((date(2026, 11, 24), "moet nog komen"), (date(2026, 11, 13), "klaar op 16 november 2026")):
        form.set_values({"on": day})
        sheet(page.desk).submit()
        assert words in texts(sheet(page.desk))
    form.set_values({"on": date(2026, 11, 20)})
    sheet(page.desk).submit()
    (line,) = page._tray.posted()
    assert line.posted_at is not None
    assert line.posted_at.date() == date(2026, 11, 20)


def test_what_was_recorded_by_mistake_is_undone_from_the_message(page: LettersPage) -> None:
    page.choose_all()
    page.record_sent()
    sheet(page.desk).submit()
    assert page._tray.waiting() == ()
    message = page.desk.messages.last
    assert message is not None
    assert message.undo is not None
    message.undo()
    assert [line.can_print for line in page._tray.waiting()] == [True, True]
    assert len(page.tables[TRAY].lines_model.shown) == 2


def test_a_wrong_day_is_corrected_among_what_left(page: LettersPage) -> None:
    page.open_first(TRAY)
    page.record_sent()
    sheet(page.desk).submit()
    page.open_first(POSTED)
    press(page, "Verzending verbeteren")
    assert sheet(page.desk).form.values()["on"] == date(2026, 11, 23)
    sheet(page.desk).form.set_values({"on": date(2026, 11, 20), "sending": Sending.REGISTERED})
    sheet(page.desk).submit()
    assert "nummer" in texts(sheet(page.desk))
    sheet(page.desk).form.set_values({"proof": "3S7"})
    sheet(page.desk).submit()
    (line,) = page._tray.posted()
    assert line.posted_at is not None
    assert (line.posted_at.date(), line.proof) == (date(2026, 11, 20), "3S7")


def test_the_list_stays_where_it_is_when_a_line_is_chosen(page: LettersPage) -> None:
    page.resize(*NARROW)
    settled(page)
    before, width = top(page, TRAY), page.minimumSizeHint().width()
    page.open_first(TRAY)
    settled(page)
    assert top(page, TRAY) == before
    page.choose_all()
    settled(page)
    assert top(page, TRAY) == before
    assert page.minimumSizeHint().width() <= max(width, NARROW[0])


def test_the_director_undoes_nothing_and_corrects(desk: Desk, office: Office, clock: FixedClock, qtbot: QtBot) -> None:
    mine, other = office.letters.draft_for_measure(office.measure())
    office.letters.finalise(mine, to_tray=False)
    office.letters.finalise(other, to_tray=True)
    clock.at = at(2026, 11, 23, 9)
    page = opened(desk, qtbot)
    page.open_first(TRAY)
    page.record_sent()
    sheet(desk).submit()
    assert desk.messages.last is not None
    assert desk.messages.last.undo is None
    page.open(mine)
    assert office.letters.letter(mine).delivery is Delivery.MYSELF
    page.record_sent()
    sheet(desk).submit()
    page.open(mine)
    press(page, "Verzending verbeteren")
    sheet(desk).form.set_values({"on": date(2026, 11, 18)})
    sheet(desk).submit()
    sent = office.letters.letter(mine).sent_at
    assert sent is not None
    assert sent.date() == date(2026, 11, 18)


def test_the_lists_of_the_director_stay_where_they_are_too(desk: Desk, office: Office, qtbot: QtBot) -> None:
    first, _second = office.letters.draft_for_measure(office.measure())
    office.letters.finalise(first, to_tray=False)
    page = opened(desk, qtbot)
    page.resize(*NARROW)
    for which in (DRAFTS, SENT, TRAY):
        page._turn(which)
        page.tables[which].clearSelection()
        page._show_chosen()
        settled(page)
        before = top(page, which)
        page.open_first(which)
        settled(page)
        assert top(page, which) == before


def test_all_that_can_be_done_with_a_sent_letter_fits_in_a_small_window(
    desk: Desk, office: Office, qtbot: QtBot
) -> None:
    first, _second = office.letters.draft_for_measure(office.measure())
    office.letters.finalise(first, to_tray=False)
    page = opened(desk, qtbot)
    page.resize(*NARROW)
    page.open_first(SENT)
    page.record_sent()
    sheet(page.desk).submit()
    page.reload()
    page.open_first(SENT)
    settled(page)
    seen = [one for one in page.header.findChildren(QPushButton) if one.isVisible()]
    assert len(seen) == 7
    assert page.width() == NARROW[0]
    for button in seen:
        assert page.header.rect().contains(button.geometry())
    page.resize(1440, 900)
    settled(page)
    assert len({button.y() for button in seen}) == 1
