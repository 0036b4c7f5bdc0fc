"""Undoing an import: what nobody touched since goes back, what was changed or used stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.application import Meldboek
from app.imports.results import KeptLine
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.people.rules import Authority, NewGuardian, NewPupil
from tests.imports.lists import AYLIN, HEADINGS, NOOR, clean, workbook


def take_over(meldboek: Meldboek, path: Path) -> int:
    imports = meldboek.imports
    return imports.apply(imports.compare(imports.read(path))).import_id


def counts(meldboek: Meldboek) -> dict[str, int]:
    return meldboek.store.register.row_counts()


def test_an_untouched_import_goes_as_one_step_days_later(meldboek: Meldboek, clock: FixedClock, tmp_path: Path) -> None:
    number = take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    noor = meldboek.people.pupil_by_number("1001")
    clock.at = at(2026, 11, 20)
    preview = meldboek.imports.undoable(number)
    assert (preview.removed, preview.restored, preview.kept, preview.is_possible) == (5, 0, (), True)
    head = meldboek.store.register.head.count
    assert meldboek.imports.undo(number).removed == 5
    assert meldboek.store.register.head.count == head + 1
    assert meldboek.people.pupils() == ()
    assert meldboek.people.find("noor") == ()
    assert meldboek.people.groups() == ()
    assert counts(meldboek)["guardian_relations"] == counts(meldboek)["school_groups"] == 0
    line = meldboek.people.person(noor.id)
    assert (line.name, line.detail) == (noor.name, "ingetrokken")
    assert meldboek.people.pupil(noor.id).active is False
    assert meldboek.store.verify().is_sound


def test_a_guardian_who_was_withdrawn_keeps_a_name_but_no_address(meldboek: Meldboek, tmp_path: Path) -> None:
    number = take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    ilse = meldboek.people.pupil_by_number("1001").guardians[0]
    meldboek.imports.undo(number)
    with meldboek.store.register.read() as session:
        row = session.connection().exec_driver_sql("SELECT email, phone FROM persons WHERE id = ?", (ilse.id,)).one()
    assert tuple(row) == ("", "")
    assert meldboek.people.names([ilse.id])[ilse.id].name == ilse.name


def test_the_same_list_brings_a_withdrawn_pupil_back_under_the_same_id(meldboek: Meldboek, tmp_path: Path) -> None:
    path = clean(tmp_path / "lijst.xlsx")
    first = take_over(meldboek, path)
    noor = meldboek.people.pupil_by_number("1001")
    meldboek.imports.undo(first)
    second = take_over(meldboek, path)
    again = meldboek.people.pupil_by_number("1001")
    assert (again.id, again.group, len(again.guardians)) == (noor.id, "5A", 2)
    assert again.guardians[0].email == "ilse@voorbeeld.nl"
    meldboek.imports.undo(second)
    assert meldboek.people.pupils() == ()


def test_known_pupils_get_their_old_values_back(meldboek: Meldboek, tmp_path: Path) -> None:
    people = meldboek.people
    noor = people.add_pupil(NewPupil(PersonName("Noor", "de", "Graaf"), "1001", date(2017, 6, 21), "4C", 4))
    ilse = people.add_guardian(noor, NewGuardian(PersonName("Ilse", "de", "Graaf"), email="oud@voorbeeld.nl"))
    before = people.pupil(noor)
    number = take_over(meldboek, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR))
    assert people.pupil(noor).group == "5A"
    assert people.guardian(ilse).email == "ilse@voorbeeld.nl"
    result = meldboek.imports.undo(number)
    assert (result.removed, result.restored) == (1, 2)
    assert people.pupil(noor) == before


def test_who_was_changed_since_stays_with_the_family(meldboek: Meldboek, tmp_path: Path) -> None:
    people = meldboek.people
    number = take_over(meldboek, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR, AYLIN))
    noor = people.pupil_by_number("1001")
    rob = noor.guardians[1]
    people.change_guardian(rob.id, NewGuardian(rob.name, email="nieuw@voorbeeld.nl"))
    kept = meldboek.imports.undoable(number).kept
    assert kept == (
        KeptLine(rob.id, "R. van den Berg", "imports.kept_changed"),
        KeptLine(noor.guardians[0].id, "Ilse de Graaf", "imports.kept_related"),
        KeptLine(noor.id, "Noor de Graaf", "imports.kept_related"),
    )
    assert meldboek.imports.undo(number).kept == kept
    assert [line.number for line in people.pupils()] == ["1001"]
    assert people.pupil(noor.id).guardians[1].email == "nieuw@voorbeeld.nl"


def test_a_statement_about_authority_keeps_the_pupil(meldboek: Meldboek, tmp_path: Path) -> None:
    number = take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    aylin = meldboek.people.pupil_by_number("1002")
    meldboek.people.set_authority(aylin.guardians[0].relation_id, Authority.YES, None, "gezagsregister")
    kept = {line.person_id: line.reason for line in meldboek.imports.undo(number).kept}
    assert kept == {aylin.id: "imports.kept_changed", aylin.guardians[0].id: "imports.kept_related"}


def test_a_guardian_who_became_somebody_elses_stays(meldboek: Meldboek, tmp_path: Path) -> None:
    people = meldboek.people
    number = take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    leyla = people.pupil_by_number("1002").guardians[0]
    other = people.add_pupil(NewPupil(PersonName("Can", "", "Öztürk"), group="1A"))
    people.join_guardian(other, leyla.id, NewGuardian(leyla.name))
    meldboek.imports.undo(number)
    assert sorted(line.name.first_name for line in people.pupils()) == ["Aylin", "Can"]


def test_an_import_is_undone_once(meldboek: Meldboek, tmp_path: Path) -> None:
    number = take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    meldboek.imports.undo(number)
    assert meldboek.imports.undoable(number).note == "imports.undone_already"
    with pytest.raises(Refused, match="undone_already"):
        meldboek.imports.undo(number)
    line = meldboek.imports.history()[0]
    assert (line.undone_by, line.undone_at is not None) == (meldboek.user.name, True)
    with pytest.raises(Refused, match="unknown"):
        meldboek.imports.undo(number + 1)


def test_a_pupil_who_left_by_a_list_is_back_after_undoing_it(meldboek: Meldboek, tmp_path: Path) -> None:
    imports = meldboek.imports
    take_over(meldboek, clean(tmp_path / "lijst.xlsx"))
    proposal = imports.compare(imports.read(workbook(tmp_path / "kort.xlsx", HEADINGS, NOOR)))
    result = imports.apply(proposal, proposal.decisions())
    assert (result.left, result.missing, len(meldboek.people.pupils())) == (1, 0, 1)
    assert meldboek.people.former_pupils()[0].number == "1002"
    imports.undo(result.import_id)
    assert len(meldboek.people.pupils()) == 2
