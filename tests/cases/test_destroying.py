"""Destroying evidence: out of the drawer, then out of every copy, told when it is done, taken up when broken off."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from app.application import Meldboek
from app.cases.evidence import loose, pictures
from app.cases.evidence.pictures import Box
from app.cases.inputs import NewEvidence
from app.cases.lines import EvidenceLine
from app.cases.rules import CaseSeverity, NewTriage
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.letters.lines import NewLetter
from app.vault import attachments
from app.vault.copies import backups, forgetting, second
from app.vault.copies.backups import trial
from app.vault.copies.container import is_whole
from app.vault.drawers import cipher
from app.vault.drawers.database import Drawer
from app.vault.store import Store
from tests.builders import Cast
from tests.cases import samples
from tests.letters.conftest import office_of

PNG = samples.picture()
WORDS = "Onvindbaarwoord"


def line_of(cases: Cases, case_id: int, entry: int) -> EvidenceLine:
    found = next(each.evidence for each in cases.timeline(case_id) if each.id == entry)
    assert found is not None
    return found


@pytest.fixture
def entry(cases: Cases, case_id: int) -> int:
    return cases.files.attach(case_id, NewEvidence(PNG, "scherm.png", "schermafdruk", words=WORDS))


def rows_in(path: Path, key: bytes, query: str, *values: str) -> int:
    with closing(cipher.raw(path, key)) as connection:
        return int(connection.execute(query, values).fetchone()[0])


def in_backup(store: Store, path: Path, folder: Path, query: str, *values: str) -> int:
    """How many rows the casework inside a backup answers with."""
    assert store.casework is not None
    name = store.keys.files["casework"]
    with zipfile.ZipFile(path) as pack:
        pack.extract(name, folder)
    return rows_in(folder / name, store.casework.key, query, *values)


def test_what_a_letter_is_made_of_is_not_destroyed_with_the_evidence(meldboek: Meldboek, cast: Cast) -> None:
    office = office_of(meldboek, cast)
    (letter,) = office.letters.draft(NewLetter("affected_notice", office.case_id, cast.stijn))
    body = "\n\n".join(f"[{part}]\nDe school zoekt het uit." for part in office.letters.letter(letter).parts)
    office.letters.change(letter, body)
    office.letters.finalise(letter, to_tray=False, reason="voor de proef")
    pdf = office.letters.preview(letter)
    filed = office.cases.files.attach(office.case_id, NewEvidence(pdf, "brief.pdf"))
    with pytest.raises(Refused, match="file_elsewhere"):
        office.cases.files.destroy(office.case_id, filed, "Per ongeluk bewaard.")
    assert office.cases.files.load(office.case_id, filed).data == pdf
    assert office.letters.preview(letter) == pdf
    assert office.cases.files.unfinished() == ()


def test_a_masked_copy_that_another_line_needs_too_is_not_let_go(cases: Cases, case_id: int, entry: int) -> None:
    again = cases.files.attach(case_id, NewEvidence(samples.picture(size=(64, 64)), "scherm.png"))
    same = pictures.masked(PNG, [Box(0, 0, 1, 1)])
    other = pictures.masked(PNG, [Box(0, 0, 0.5, 1)])
    for line in (entry, again):
        cases.files.mask(case_id, line, same)
    cases.files.mask(case_id, entry, other)
    assert cases.files.load(case_id, entry, masked=True).data == other
    assert cases.files.load(case_id, again, masked=True).data == same
    cases.files.destroy(case_id, entry, "Op aanwijzing van de politie.")
    assert cases.files.load(case_id, again, masked=True).data == same
    cases.files.mask(case_id, again, other)
    with cases._drawer.read() as session:  # the copy that nobody needs any more is gone
        assert attachments.same_as(session, {hashlib.sha256(same).hexdigest()}) == ()


def test_it_is_told_when_it_is_done_and_not_before(cases: Cases, case_id: int, entry: int, store: Store) -> None:
    backup = backups.make(store)
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, sexual_imagery=True))
    with pytest.raises(Invalid):
        cases.files.destroy(case_id, entry, " ")
    begun = cases.files.destroy(case_id, entry, "Op aanwijzing van de politie.")
    line = line_of(cases, case_id, entry)
    assert (line.destroyed_by, line.destroyed_why) == ("E. Terpstra", "Op aanwijzing van de politie.")
    (told,) = [one for one in cases.timeline(case_id) if one.title == "Bewijs vernietigd"]
    assert told.text == "scherm.png is vernietigd in Meldboek. Op aanwijzing van de politie."
    assert cases.files.unfinished() == (begun,)
    result = forgetting.forget(store, begun.digests)
    assert result == forgetting.Forgotten(1, ())
    cases.files.finish(begun.id, result.cleaned)
    newest = cases.timeline(case_id)[0]
    assert (newest.title, newest.text) == ("Vernietiging voltooid", "scherm.png is ook weg uit 1 reservekopie.")
    assert cases.files.unfinished() == ()
    assert forgetting.forget(store, begun.digests) == forgetting.Forgotten(0, ())
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    with trial(backup.path, store.folder, secrets) as counts:
        assert counts["casework"]["attachments"] == 0
    assert is_whole(backup.path)
    with pytest.raises(Refused):
        cases.files.load(case_id, entry)


def test_the_words_in_it_leave_the_index_of_the_backups(
    cases: Cases, case_id: int, entry: int, store: Store, tmp_path: Path
) -> None:
    backup = backups.make(store)
    query = "SELECT count(*) FROM search_text WHERE search_text MATCH ?"
    assert in_backup(store, backup.path, tmp_path, query, WORDS) == 1
    forgetting.forget(store, cases.files.destroy(case_id, entry, "Weg ermee.").digests)
    assert in_backup(store, backup.path, tmp_path, query, WORDS) == 0
    assert cases.search(WORDS) == ()


def test_a_picture_with_a_report_that_is_still_typed_goes_too(
    cases: Cases, case_id: int, entry: int, store: Store, casework: Drawer, tmp_path: Path
) -> None:
    loose.keep(casework, NewEvidence(PNG, "nog een keer.png"))
    backup = backups.make(store)
    begun = cases.files.destroy(case_id, entry, "Weg ermee.")
    assert loose.kept(casework) == ()
    forgetting.forget(store, begun.digests)
    assert in_backup(store, backup.path, tmp_path, "SELECT count(*) FROM drafts") == 0


def test_what_was_broken_off_is_taken_up_again(cases: Cases, case_id: int, entry: int, store: Store) -> None:
    backup = backups.make(store)
    begun = cases.files.destroy(case_id, entry, "Weg ermee.")
    rest = store.folder / "backups" / ".vernietigen-abc"  # the computer was switched off in the middle
    rest.mkdir()
    (rest / "casework.db").write_bytes(backup.path.read_bytes())
    (again,) = cases.files.unfinished()
    assert again == begun
    cases.files.finish(again.id, forgetting.forget(store, again.digests).cleaned)
    assert not rest.exists()
    assert sorted(path.name for path in rest.parent.iterdir()) == [backup.path.name]


def test_the_second_place_is_cleaned_when_it_is_there_and_named_when_it_is_not(
    cases: Cases, case_id: int, entry: int, store: Store, tmp_path: Path, clock: FixedClock
) -> None:
    backup, stick = backups.make(store), tmp_path / "stick"
    stick.mkdir()
    second.choose(store.folder, stick)
    second.bring(store.folder, backup.path, clock.now())
    begun = cases.files.destroy(case_id, entry, "Weg ermee.")
    away = stick.rename(tmp_path / "in de la")
    assert forgetting.forget(store, begun.digests) == forgetting.Forgotten(1, (str(stick),))
    shutil.copytree(away, stick)
    assert forgetting.forget(store, begun.digests) == forgetting.Forgotten(1, ())


def test_the_same_picture_in_another_line_goes_too(cases: Cases, case_id: int, entry: int) -> None:
    again = cases.files.attach(case_id, NewEvidence(PNG, "kopie.png"))
    cases.files.destroy(case_id, entry, "Per ongeluk bewaard.")
    assert line_of(cases, case_id, again).destroyed_at is not None
    assert [hit.kind for hit in cases.search("kopie.png")] == ["entry"]
    with pytest.raises(Refused):
        cases.files.destroy(case_id, again, "Nog eens.")


def test_a_backup_that_cannot_be_opened_is_named(store: Store, cases: Cases, case_id: int, entry: int) -> None:
    folder = store.folder / "backups"
    folder.mkdir(exist_ok=True)
    (folder / "2026-01-01_120000.meldboek").write_bytes(b"kapot")
    begun = cases.files.destroy(case_id, entry, "Weg ermee.")
    assert forgetting.forget(store, begun.digests).left == ("2026-01-01_120000.meldboek",)
