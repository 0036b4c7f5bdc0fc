"""The page Politie: reports, decisions, requests to wait, and a pack saved as a PDF with its hash."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewEvidence, NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.casework import Casework
from app.kernel.errors import Refused
from app.police.lines import NewPack
from app.police.rules import PoliceHow, PoliceKind, PoliceOutcome
from app.sentences import sentence
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.kit.form_sheet import FormSheet
from ui.police.page import PolicePage

MESSAGE = b"Ik weet je te vinden"


@pytest.fixture
def work(desk: Desk) -> Casework:
    assert desk.meldboek.casework is not None
    return desk.meldboek.casework


@pytest.fixture
def case_id(work: Casework, cast: Cast) -> int:
    involved = (NewInvolvement(InvolvementRole.AFFECTED, cast.noor), NewInvolvement(InvolvementRole.ACTOR, cast.pien))
    made = work.cases.report(NewReport("Bedreiging in een appgroep", "Pien dreigt Noor.", involved=involved))
    work.cases.triage(made, NewTriage(school_related=True))
    work.cases.files.attach(made, NewEvidence(MESSAGE, "bericht.txt", "Het bericht"))
    return made


@pytest.fixture
def page(desk: Desk, case_id: int, qtbot: QtBot) -> PolicePage:
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    page.open(case_id)
    page.show()
    return page


def _sheet(desk: Desk) -> FormSheet:
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def test_a_melding_outside_article_4a_is_recorded_and_completed(
    page: PolicePage, desk: Desk, work: Casework, case_id: int
) -> None:
    page.report(PoliceKind.MELDING)
    sheet = _sheet(desk)
    sheet.submit()
    assert "gewone woorden" in sheet.form.rows["offence"].error
    sheet.form.set_values({"offence": "Bedreiging", "how": PoliceHow.PHONE, "unit": "Basisteam Enschede"})
    sheet.submit()
    (line,) = work.police.of_case(case_id)
    assert (line.report.kind, line.report.how, line.report.school_address) == (
        PoliceKind.MELDING,
        PoliceHow.PHONE,
        True,
    )
    page.table.select(f"report:{line.id}")
    assert {card.finding.code for card in page.side.findChildren(FindingCard)} == {"police.parents_not_told"}
    page._complete(work.police.book().reports[0])
    sheet = _sheet(desk)
    assert sheet.form.values()["offence"] == "Bedreiging"
    sheet.form.set_values({"outcome": PoliceOutcome.HALT, "closed_on": date(2026, 11, 16)})
    sheet.submit()
    (line,) = work.police.of_case(case_id)
    assert line.report.outcome is PoliceOutcome.HALT
    assert page.table.texts()[1][1] == "Melding"
    assert page.table.texts()[1][4] == "HALT"


def test_without_a_case_the_form_asks_for_one(desk: Desk, case_id: int, qtbot: QtBot) -> None:
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.report(PoliceKind.AANGIFTE)
    sheet = _sheet(desk)
    sheet.form.set_values({"offence": "Bedreiging"})
    sheet.submit()
    assert sheet.form.rows["case_id"].error == "Kies de zaak waar dit bij hoort."


def test_opening_for_an_aangifte_shows_its_form(desk: Desk, case_id: int, qtbot: QtBot) -> None:
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.open(("aangifte", case_id))
    page.show()
    assert _sheet(desk).form.values()["case_id"] == case_id


def test_a_decision_not_to_report_keeps_its_reasons(page: PolicePage, desk: Desk, work: Casework) -> None:
    page.decide_not()
    sheet = _sheet(desk)
    sheet.submit()
    assert sheet.form.rows["reasons"].error
    sheet.form.set_values({"reasons": "De ouders willen het niet.", "look_again_on": date(2026, 12, 1)})
    sheet.submit()
    (line,) = work.police.book().decisions
    assert line.decision.reasons == "De ouders willen het niet."
    assert [due.code for due in work.police.dated()] == ["police.date.decision"]


def test_a_request_to_wait_holds_the_case_until_it_is_lifted(page: PolicePage, desk: Desk, work: Casework) -> None:
    page.hold()
    sheet = _sheet(desk)
    sheet.form.set_values({"asked_by": "Politie", "reason": "Onderzoek loopt.", "look_again_on": date(2026, 11, 30)})
    sheet.submit()
    (hold,) = work.cases.holds.all(standing_only=True)
    (told,) = work.cases.file(hold.case_id).held
    assert sentence(told) == (
        "Politie vraagt sinds 16 november 2026 te wachten: nog niet afsluiten, en niets vernietigen."
    )
    assert [due.code for due in work.police.dated()] == ["police.date.hold"]
    day = date(2026, 11, 30)
    (item,) = (one for one in desk.meldboek.agenda.between(day, day) if one.source == "police")
    assert (item.page, item.target) == ("police", hold.case_id)
    page._lift(hold)
    sheet = _sheet(desk)
    sheet.form.set_values({"reason": "De politie is klaar."})
    sheet.submit()
    assert work.cases.holds.all(standing_only=True) == ()
    assert work.cases.file(hold.case_id).held == ()


def test_a_pack_is_saved_with_the_hash_of_every_piece_and_the_files_beside_it(
    page: PolicePage, desk: Desk, work: Casework, case_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "pakket.zip"
    page.make_pack()
    sheet = _sheet(desk)
    first = work.cases.case(case_id).parties[0].id
    sheet.form.set_values({"involvements": (first,)})
    desk.dialogs.answers.append(path)
    sheet.submit()
    with ZipFile(path) as archive:
        assert archive.namelist() == ["Politie 2026-2027-SM-001.pdf", "bewijs 01.txt"]
        data = archive.read("Politie 2026-2027-SM-001.pdf")
        assert archive.read("bewijs 01.txt") == MESSAGE
    told = _words(data)
    digest = hashlib.sha256(MESSAGE).hexdigest()
    assert digest in told.replace(" ", "")
    assert "bewijs 01.txt" in told
    assert "Lindelaan 12" in told
    assert "Noor de Graaf" in told
    assert "Pien Mulder" not in told
    (pack,) = work.police.book().packs
    assert pack.sha256 == hashlib.sha256(data).hexdigest()
    assert [piece.sha256 for piece in pack.pieces] == [digest]
    page.table.select(f"pack:{pack.id}")
    assert "bericht.txt, meegegeven als bewijs 01.txt" in " ".join(
        each.text() for each in page.side.findChildren(QLabel)
    )
    actions = [line.action for line in desk.meldboek.store.drawers[-1].log(4)]
    assert actions == ["police_pack.made", "evidence.given", "evidence.viewed", "police_pack.drafted"]


def test_a_pack_without_files_is_one_paper(page: PolicePage, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pakket.pdf"
    page.make_pack()
    sheet = _sheet(desk)
    sheet.form.set_values({"with_files": False})
    desk.dialogs.answers.append(path)
    sheet.submit()
    assert "bewijs 01" not in _words(path.read_bytes())


def test_in_a_case_about_sexual_imagery_no_file_leaves(
    desk: Desk, work: Casework, cast: Cast, qtbot: QtBot, tmp_path: Path
) -> None:
    affected = NewInvolvement(InvolvementRole.AFFECTED, cast.noor)
    made = work.cases.report(NewReport("Een beeld gaat rond", "Er gaat een beeld rond.", involved=(affected,)))
    work.cases.triage(made, NewTriage(school_related=True, sexual=True, sexual_imagery=True))
    work.cases.files.attach(made, NewEvidence(MESSAGE, "bericht.txt", "Het bericht"))
    page = PolicePage(desk)
    qtbot.addWidget(page)
    page.open(made)
    page.show()
    page.make_pack()
    sheet = _sheet(desk)
    assert "with_files" not in sheet.form.rows
    path = tmp_path / "pakket.pdf"
    desk.dialogs.answers.append(path)
    sheet.submit()
    assert "niet bekeken, gekopieerd of bewaard" in _words(path.read_bytes())
    entry = work.cases.timeline(made)[0].id
    assert not work.police.pack(made, NewPack("Er gaat een beeld rond.", entries=(entry,))).has_files


def test_a_file_that_is_not_what_came_in_never_leaves(work: Casework, case_id: int) -> None:
    entry = next(line for line in work.cases.timeline(case_id) if line.evidence is not None)
    pack = work.police.pack(case_id, NewPack("Wat er gebeurde.", entries=(entry.id,)))
    changed = replace(pack, pieces=(replace(pack.pieces[0], sha256="0" * 64),))
    with pytest.raises(Refused, match=r"police\.piece_changed"):
        work.police.files_of(changed)


def _words(pdf: bytes) -> str:
    return " ".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages).replace("\n", " ")


def test_a_pack_needs_a_case_and_a_story(page: PolicePage, desk: Desk, qtbot: QtBot) -> None:
    page.make_pack()
    sheet = _sheet(desk)
    sheet.form.set_values({"story": " "})
    sheet.submit()
    assert sheet.form.rows["story"].error
    loose = PolicePage(desk)
    qtbot.addWidget(loose)
    loose.show()
    loose.make_pack()
    assert len(desk.dialogs.current) == 1
