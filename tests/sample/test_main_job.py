"""The main job without a window leaves a list, a letter and a dossier, and every step says what it did."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.kernel.errors import Unavailable
from app.sample import main_job


def test_the_main_job_goes_from_class_list_to_dossier(meldboek: Meldboek, tmp_path: Path) -> None:
    done = list(main_job.walk(meldboek, tmp_path))
    assert [step.file.name for step in done if step.file] == ["klassenlijst.xlsx", "brief.pdf", "dossier.pdf"]
    assert all(step.sentence.endswith(".") or "?" in step.sentence for step in done)
    dossier = "".join(page.extract_text() for page in PdfReader(BytesIO((tmp_path / "dossier.pdf").read_bytes())).pages)
    assert "Jip Veenstra" in dossier
    assert "Kalloe" not in dossier
    assert meldboek.store.verify().is_sound


def test_an_administrator_has_no_main_job(as_administrator: Meldboek, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        next(main_job.walk(as_administrator, tmp_path))


def test_its_letter_has_the_address_of_the_family(meldboek: Meldboek, tmp_path: Path) -> None:
    list(main_job.walk(meldboek, tmp_path))
    letter = PdfReader(BytesIO((tmp_path / "brief.pdf").read_bytes())).pages[0].extract_text()
    assert "Voorbeeldlaan 12" in letter
    assert "7511 AB  ENSCHEDE" in letter
