"""Every row is what the log last said of it; an older version of a row, or of a page, shows."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from app.application import Meldboek
from app.kernel.clock import FixedClock
from app.school.rules import Mandate
from app.school.tables import MandateRow, SignatoryRow
from app.vault.drawers import bulk, cipher
from app.vault.store import Store, open_store
from tests.builders import DIRECTOR


def test_rows_of_ordinary_work_agree_with_the_log(meldboek: Meldboek) -> None:
    store = meldboek.store
    meldboek.school.set_mandates([Mandate("pupil.SUSPENSION", "director")])
    with store.register.write("mandates.changed") as session:
        ids = bulk.insert(session, MandateRow, [{"rung": f"r{n}", "role": "director"} for n in range(3)])
        bulk.change(session, MandateRow, {ids[0]: {"role": "board"}})
        bulk.delete(session, MandateRow, ids[1:])
    assert store.verify().altered_rows == ()


def test_a_row_that_is_changed_added_or_taken_out_behind_the_log_shows(store: Store) -> None:
    with store.register.write("mandates.changed") as session:
        session.add_all(MandateRow(rung=f"r{n}", role="director") for n in range(3))
    path, key = store.register.path, store.register.key
    store.close()
    with closing(cipher.raw(path, key)) as connection:
        connection.execute("UPDATE mandates SET role = 'board' WHERE id = 1")
        connection.execute("DELETE FROM mandates WHERE id = 3")
        connection.commit()
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, store.clock)
    verdict = again.verify()
    assert verdict.altered_rows == ("register/mandates:1", "register/mandates:3")
    assert not verdict.is_sound
    again.close()


def test_an_older_version_of_one_page_shows(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    with store.register.write("signatory.changed") as session:
        session.add(SignatoryRow(user_id="a", name="E. Terpstra", job_title="directeur"))
    path = store.register.path
    store.close()
    older = Path(shutil.copy(path, tmp_path / "ouder.db"))
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    with again.register.write("signatory.changed") as session:
        row = session.get(SignatoryRow, 1)
        assert row is not None
        row.job_title = "bestuurder"
    with closing(cipher.raw(older, again.register.key)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'signatories'").fetchone()[0]
    again.close()
    page = 4096
    data = bytearray(path.read_bytes())
    data[(root - 1) * page : root * page] = older.read_bytes()[(root - 1) * page : root * page]
    path.write_bytes(data)
    last = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    verdict = last.verify()
    assert verdict.damaged == ()
    assert verdict.broken_logs == {}
    assert verdict.altered_rows == ("register/signatories:1",)
    last.close()
