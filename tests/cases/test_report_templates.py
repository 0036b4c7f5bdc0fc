"""Templates for reports that come often, and telephone numbers in every way in which people write them."""

from __future__ import annotations

import pytest

from app.cases import phones
from app.cases.inputs import NewEntry
from app.cases.report_templates import TEMPLATES, template_of
from app.cases.rules import EntryKind
from app.cases.service import Cases
from app.protocol.service import load_protocol


def test_every_template_names_a_category_of_the_protocol_or_none() -> None:
    protocol = load_protocol()
    assert all(protocol.category(one.category) for one in TEMPLATES if one.category)
    assert template_of("recording") is TEMPLATES[1]
    assert template_of("anders") is None


@pytest.mark.parametrize("written", ["0612345678", "06-12345678", "06 12 34 56 78", "06-12 34 56 78", "+31612345678"])
@pytest.mark.parametrize("typed", ["0612345678", "06-12345678", "+31 6 12345678"])
def test_a_telephone_number_is_found_however_it_is_written(
    cases: Cases, case_id: int, written: str, typed: str
) -> None:
    cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Gebeld", f"Vader is te bereiken op {written}."))
    assert [hit.found for hit in cases.search(typed)] == ["Gebeld"]


def test_a_year_is_no_telephone_number() -> None:
    assert phones.spellings("2026") == ()
    assert "053-1234567" in phones.spellings("0531234567")
    assert phones.in_text("Op 12 11 2026 om 06:30 gebeld; BSN 123456789 en +31 (0)6 12345678") == ("0612345678",)
