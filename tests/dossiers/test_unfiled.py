"""Whoever may not see a case does not learn from a dossier that it names somebody."""

from __future__ import annotations

from app.application import start
from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.vault.keys.keyring import Role
from app.vault.store import open_store
from tests.builders import COORDINATOR
from tests.dossiers.conftest import Archive


def test_a_coordinator_is_told_only_of_cases_they_were_let_into(archive: Archive) -> None:
    office, cast = archive.office, archive.office.cast
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.AFFECTED, cast.noor))
    assert archive.dossiers.compile(cast.noor).unfiled != ()
    assert told_to_coordinator(archive) == 0


def test_a_coordinator_who_was_let_in_is_told(archive: Archive) -> None:
    office, cast = archive.office, archive.office.cast
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.AFFECTED, cast.noor))
    seen_by = tuple(user for user in office.store.users() if user.role is Role.COORDINATOR)
    office.cases.let_in(office.case_id, seen_by)
    assert told_to_coordinator(archive) == 1


def told_to_coordinator(archive: Archive) -> int:
    """How many cases a coordinator reads of beside Noor's dossier."""
    store = archive.office.store
    store.close()
    opened = open_store(store.folder, COORDINATOR.name, COORDINATOR.passphrase, store.clock)
    try:
        meldboek = start(opened)
        assert meldboek.casework is not None
        return len(meldboek.casework.dossiers.compile(archive.office.cast.noor).unfiled)
    finally:
        opened.close()
