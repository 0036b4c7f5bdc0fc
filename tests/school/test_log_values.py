"""How the log tells what stood there and what stands there now."""

from __future__ import annotations

from enum import StrEnum

import pytest

from app.cases import rules as cases
from app.consents.rules import EventKind
from app.letters.rules import LetterStatus, Sending
from app.measures.facts import Status as MeasureStatus
from app.people.rules import Authority, PersonKind, RelationKind
from ui.school.log_values import WORDS, shown

CODES: tuple[type[StrEnum], ...] = (
    Authority,
    EventKind,
    LetterStatus,
    PersonKind,
    RelationKind,
    Sending,
    cases.CaseSeverity,
    cases.Confidentiality,
    cases.EntryKind,
    cases.InvolvementRole,
    cases.Outcome,
    cases.Status,
    MeasureStatus,
)


@pytest.mark.parametrize("codes", CODES)
def test_every_code_has_a_dutch_word(codes: type[StrEnum]) -> None:
    assert [code.value for code in codes if code.value not in WORDS] == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        ("", "–"),
        (True, "ja"),
        ([1, 2], "2 onderdelen"),
        ({"a": 1}, "1 onderdeel"),
        ("pupil", "leerling"),
        ("2026-11-25", "25 november 2026"),
        ("2026-11-16T13:05:00+00:00", "16 november 2026, 14:05 uur"),
        ("2026-99-99", "2026-99-99"),
        ("Filmpje in de les", "Filmpje in de les"),
        (7, "7"),
    ],
)
def test_a_value_reads_as_the_school_writes_it(value: object, words: str) -> None:
    assert shown(value) == words
