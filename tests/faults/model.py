"""A drawer against a dictionary: whatever order of work, undone work, closing and reopening, they agree."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy.exc import SQLAlchemyError

from app.kernel.errors import MeldboekError
from app.school.tables import SignatoryRow
from app.vault import drafts
from tests.faults import schools
from tests.faults.tally import Tally

_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - many small stores
STEPS, EVERY = 54, tuple(HealthCheck)


class HalfwayError(Exception):
    """What a use case raises halfway."""


class DrawerMachine(RuleBasedStateMachine):
    """Rows by their key, and drafts by theirs."""

    acts = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=IN_MEMORY)
        self.store = schools.opened(schools.copy(_template(), Path(self.folder.name) / "school"))
        self.rows: dict[str, str] = {}
        self.drafts: dict[str, str] = {}

    @rule(key=st.sampled_from("abcdef"), text=_TEXT)
    def save(self, key: str, text: str) -> None:
        with self.store.register.write("signatory.changed", key) as session:
            row = session.query(SignatoryRow).filter_by(user_id=key).one_or_none() or SignatoryRow(user_id=key)
            row.name, row.job_title = text, "directeur"
            session.add(row)
        self.rows[key] = text

    @rule(key=st.sampled_from("abcdef"))
    def take_out(self, key: str) -> None:
        with self.store.register.write("signatory.removed", key) as session:
            for row in session.query(SignatoryRow).filter_by(user_id=key):
                session.delete(row)
        self.rows.pop(key, None)

    @rule(key=st.sampled_from("abcdef"), text=_TEXT)
    def undo_halfway(self, key: str, text: str) -> None:
        with pytest.raises(HalfwayError):
            self._fail_halfway(key, text)

    def _fail_halfway(self, key: str, text: str) -> None:
        with self.store.register.write("signatory.changed", key) as session:
            session.add(SignatoryRow(user_id=f"{key}-{text}", name=text, job_title=""))
            session.flush()
            raise HalfwayError

    @rule(key=st.sampled_from("xyz"), text=_TEXT)
    def draft(self, key: str, text: str) -> None:
        drafts.save(self.store.register, form="report", key=key, payload={"text": text})
        self.drafts[key] = text

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = schools.opened(self.store.folder)

    @rule()
    def crash(self) -> None:
        self.store.abandon()
        self.store = schools.opened(self.store.folder)

    @invariant()
    def agree(self) -> None:
        type(self).acts += 1
        with self.store.register.read() as session:
            assert {row.user_id: row.name for row in session.query(SignatoryRow)} == self.rows
        for key, text in self.drafts.items():
            found = drafts.load(self.store.register, "report", key)
            assert found is not None
            assert found["text"] == text

    def teardown(self) -> None:
        assert self.store.verify().is_sound
        self.store.close()
        self.folder.cleanup()


@cache
def _template() -> Path:
    """One school for all rows of acts, thrown away with this process."""
    folder = Path(tempfile.mkdtemp(dir=IN_MEMORY))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return schools.make(folder / "school")


def agrees(examples: int) -> Tally:
    """Let so many rows of random acts run, each with as many acts as hypothesis cares to make."""
    DrawerMachine.acts = 0
    given = settings(
        max_examples=examples, stateful_step_count=STEPS, deadline=None, database=None, suppress_health_check=EVERY
    )
    wrong = 0
    try:
        run_state_machine_as_test(DrawerMachine, settings=given)
    except (AssertionError, MeldboekError, SQLAlchemyError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        wrong = 1
    return Tally("drawer against a dictionary, acts", DrawerMachine.acts, wrong, f"{examples} rows of acts")
