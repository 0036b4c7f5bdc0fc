"""A school with a case that has letters, talks and a measure; the services of dossiers on top."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.application import Meldboek
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.dossiers.service import Dossiers
from app.kernel.clock import at
from tests.builders import Cast
from tests.letters.conftest import Office, office_of


@dataclass(frozen=True)
class Archive:
    """The office of the letters, with dossiers."""

    office: Office
    dossiers: Dossiers

    def file(self, text: str, *persons: int, title: str = "Gesprek", internal: bool = False) -> int:
        """A line in the case's timeline, filed for these persons."""
        entry = NewEntry(EntryKind.TALK, title, text, at(2026, 11, 11, 10), internal=internal, files_for=persons)
        return self.office.cases.add_entry(self.office.case_id, entry)

    def letters(self, rung: str = "pupil.WARNING") -> tuple[int, ...]:
        """The final letters of a decided measure for Pien."""
        made = self.office.letters.draft_for_measure(self.office.measure(rung))
        for letter in made:
            self.office.letters.finalise(letter, to_tray=False)
        return made


@pytest.fixture
def archive(meldboek: Meldboek, cast: Cast) -> Archive:
    assert meldboek.casework is not None
    return Archive(office_of(meldboek, cast), meldboek.casework.dossiers)
