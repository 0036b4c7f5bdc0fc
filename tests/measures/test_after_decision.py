"""What comes after a decision lies after it."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Invalid
from tests.measures.conftest import House, decided


def test_a_warning_does_not_end_before_it_was_decided(house: House) -> None:
    measure_id = decided(house, rung="pupil.WARNING", first_day=None, last_day=None)
    with pytest.raises(Invalid, match="end_before_decision"):
        house.measures.end(measure_id, date(2026, 11, 15), "Het hielp.")
    house.measures.end(measure_id, date(2026, 11, 16), "Het hielp.")
