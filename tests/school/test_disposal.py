"""What may go, in Beheer: chosen, kept after all, confirmed by a second person, and proven on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.people.tables import Pupil
from app.vault.keys.keyring import Role
from tests.builders import BOARD, Cast
from tests.retention.test_service import _call, _case
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.school.retention import DESTROYED, RetentionSection


@pytest.fixture
def section(qtbot: QtBot, desk: Desk, cast: Cast) -> RetentionSection:
    with desk.meldboek.store.register.write("pupil.left") as session:
        row = session.get(Pupil, cast.noor)
        assert row is not None
        row.leave_date = date(2024, 7, 31)
    made = RetentionSection(desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    desk.dialogs.window = made
    made.read()
    return made


def test_what_is_free_is_chosen_and_can_be_kept_after_all(section: RetentionSection, cast: Cast, desk: Desk) -> None:
    (line,) = section.proposal.table.lines_model.shown
    assert line.about == "Noor de Graaf"
    assert section.proposal.chosen == {f"person:{cast.noor}"}
    section.proposal.toggle(line)
    assert not section.proposal.chosen
    section.proposal.carry_out()
    assert desk.meldboek.people.person(cast.noor)


def test_destroying_is_asked_and_gives_a_certificate_without_names(
    section: RetentionSection, desk: Desk, tmp_path: Path
) -> None:
    desk.dialogs.answers.append(False)
    section.proposal.carry_out()
    assert section.proposal.table.lines_model.shown
    desk.dialogs.answers.append(True)
    section.proposal.carry_out()
    assert not section.proposal.table.lines_model.shown
    section.turn(DESTROYED)
    (line,) = section.proofs.table.lines_model.shown
    desk.dialogs.answers.append(tmp_path / "bewijs.pdf")
    section.proofs.prove(line)
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "bewijs.pdf").pages)
    assert "Bewijs van toestemming" in words
    assert "Noor" not in words


def test_the_second_person_types_their_own_passphrase(section: RetentionSection, desk: Desk, cast: Cast) -> None:
    _call(desk.meldboek, _case(desk.meldboek, cast, date(2024, 1, 1)))
    section.read()
    grave = next(line for line in section.proposal.table.lines_model.shown if line.needs_two)
    assert grave.key not in section.proposal.chosen
    section.proposal.toggle(grave)
    section.proposal.carry_out()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    board = next(user for user in desk.meldboek.store.users() if user.role is Role.BOARD)
    sheet.form.set_values({"user": board.id, "passphrase": "fout fout fout"})
    sheet.submit()
    assert len(desk.dialogs.current) == 1
    sheet.form.set_values({"user": board.id, "passphrase": BOARD.passphrase})
    sheet.submit()
    assert len(desk.dialogs.current) == 0
    assert not section.proposal.table.lines_model.shown
