"""One text for the parents of many pupils: who gets it, what stands in the tray, and what stops it."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.kernel.errors import Invalid, Refused
from app.letters.families.merging import MergeRun, NewMerge, draw
from app.letters.rules import Sending
from tests.letters.conftest import Office
from tests.letters.test_screens import opened, sheet, texts
from ui.kit.desk import Desk

TEXT = "[bericht]\n{{ first_name }} gaat vrijdag mee naar het museum.\n\n[vragen]\nBel ons gerust."


def prepared(office: Office, meldboek: Meldboek, body: str = TEXT) -> MergeRun:
    pupils = tuple(pupil.id for pupil in office.people.pupils())
    return meldboek.merging.prepare(NewMerge(pupils, "Museum: {{ first_name }}", body, "alle groepen"))


def go_on(_done: int, _total: int) -> bool:
    return True


def test_every_address_gets_one_letter_and_who_has_none_is_told(office: Office, meldboek: Meldboek) -> None:
    run = prepared(office, meldboek)
    about = {letter.pupil.id for letter in run.letters} | {one.pupil.id for one in run.skipped}
    assert about == {pupil.id for pupil in office.people.pupils()}
    assert all(one.why for one in run.skipped)
    assert any("museum" in " ".join(letter.paper.body) for letter in run.letters)


def test_a_run_lies_in_the_tray_as_one_batch_and_leaves_the_register_when_posted(
    office: Office, meldboek: Meldboek
) -> None:
    run = prepared(office, meldboek)
    count = meldboek.merging.keep(run, draw(run, meldboek.clock.now(), go_on))
    waiting = meldboek.tray.waiting()
    assert (count, {line.batch for line in waiting}) == (len(run.letters), {"alle groepen"})
    meldboek.tray.mark_printed([line.id for line in waiting])
    assert all(line.printed_at for line in meldboek.tray.waiting())
    meldboek.tray.post_all([line.id for line in waiting], Sending.POST)
    assert meldboek.tray.waiting() == ()
    assert not any(line.can_print for line in meldboek.tray.posted())
    assert meldboek.consent_letters.of_pupil(run.letters[0].pupil.id)


def test_numbers_follow_on_and_a_run_that_lost_its_number_is_refused(office: Office, meldboek: Meldboek) -> None:
    first, second = prepared(office, meldboek), prepared(office, meldboek)
    meldboek.merging.keep(first, draw(first, meldboek.clock.now(), go_on))
    with pytest.raises(Refused, match=r"letters\.merge_again"):
        meldboek.merging.keep(second, draw(second, meldboek.clock.now(), go_on))
    again = prepared(office, meldboek)
    assert again.first == first.first + len(first.letters)


def test_a_run_that_is_stopped_leaves_nothing(office: Office, meldboek: Meldboek) -> None:
    run = prepared(office, meldboek)
    with pytest.raises(Refused, match=r"letters\.printing_stopped"):
        draw(run, meldboek.clock.now(), lambda done, _total: done < 1)
    assert meldboek.tray.waiting() == ()


@pytest.mark.parametrize(
    "body", ["", "[bericht]\n", "‹vul in: uw bericht›", "{{ facts }}", "{% for a in b %}x{% endfor %}"]
)
def test_a_text_that_cannot_be_sent_is_refused(office: Office, meldboek: Meldboek, body: str) -> None:
    with pytest.raises(Invalid):
        prepared(office, meldboek, body)
    with pytest.raises(Invalid, match=r"letters\.nothing_chosen"):
        meldboek.merging.prepare(NewMerge((), "Museum", TEXT, ""))


def test_a_new_run_begins_with_the_text_of_the_school(meldboek: Meldboek, office: Office) -> None:
    assert "uw bericht" in meldboek.merging.begin().template.body
    assert "{{ phone }}" not in meldboek.merging.begin().template.body


def test_only_who_did_not_answer_can_be_chosen(meldboek: Meldboek, office: Office) -> None:
    noor, catalogue = office.people.pupil(office.cast.noor), meldboek.consents.catalogue.all()
    answers = tuple(Answer(purpose.code, yes=True) for purpose in catalogue)
    for guardian in noor.guardians:
        meldboek.consents.record(NewAnswers(noor.id, guardian.id, answers, date(2026, 9, 3), evidence="map 5A"))
    everybody, missing = meldboek.merging.pupils(""), meldboek.merging.pupils("", meldboek.consents)
    assert set(everybody) - set(missing) == {noor.id}
    assert set(meldboek.merging.pupils("8B")) == {pupil.id for pupil in office.people.pupils("8B")}


def test_the_sheet_makes_the_letters_and_tells_who_got_none(
    desk: Desk, meldboek: Meldboek, office: Office, qtbot: QtBot
) -> None:
    page = opened(desk, qtbot)
    page.merge()
    sheet(desk).submit()
    assert "Schrijf uw bericht" in texts(sheet(desk))
    sheet(desk).form.set_values({"group": "8B", "subject": "Museum", "body": TEXT})
    sheet(desk).submit()
    (result,) = desk.dialogs.current
    made = len(meldboek.tray.waiting())
    assert made
    assert f"{made} brie" in texts(result)
    assert {line.batch for line in meldboek.tray.waiting()} == {"groep 8B"}
