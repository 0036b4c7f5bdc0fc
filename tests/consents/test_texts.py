"""Every code of consent has its words."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from app.consents.answers.forms import How
from app.consents.matrix.overview import CellState
from app.consents.rules import EventKind, Medium, Reason, Standing
from app.consents.texts import (
    HOWS,
    KINDS,
    MEDIA,
    REASONS,
    STANDINGS,
    STATES,
    TEXTS,
    VERDICTS,
    media_words,
    reason_sentence,
)
from app.sentences import sentence

SOURCES = Path(__file__).parents[2] / "app" / "consents"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (REASONS, Reason),
        (VERDICTS, CellState),
        (STATES, CellState),
        (STANDINGS, Standing),
        (KINDS, EventKind),
        (MEDIA, Medium),
        (HOWS, How),
    ],
)
def test_every_member_has_a_word(table: dict[object, str], codes: type[StrEnum]) -> None:
    assert set(table) == set(codes)


def test_every_code_that_is_raised_has_a_sentence() -> None:
    raised = {
        code for path in SOURCES.rglob("*.py") for code in re.findall(r'"(consents\.[\w.]+)"', path.read_text("utf-8"))
    }
    assert raised == set(TEXTS)


def test_sentences_are_filled_in() -> None:
    assert sentence("consents.purpose_unknown", purpose="TV") == "Het doel TV bestaat niet. Kies een doel uit de lijst."


def test_media_are_read_in_one_breath() -> None:
    assert media_words((Medium.PHOTO,)) == "foto"
    assert media_words(tuple(Medium)) == "foto, film en geluid"
    assert media_words(()) == ""


def test_a_block_is_told_without_its_reason() -> None:
    assert reason_sentence(Reason.BLOCKED) == "Mag niet op beeld."
