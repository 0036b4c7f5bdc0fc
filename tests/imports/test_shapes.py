"""Lists of every shape, drawn from seeds: what goes in comes out, field by field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from tests.imports.shapes import PARENTS, school, shape
from tests.imports.writers import WRITERS
from tests.imports.written_lists import Written, differences

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize("seed", range(110))
def test_a_list_of_any_shape_is_read_without_a_wrong_field(tmp_path: Path, seed: int) -> None:
    drawn = shape(seed)
    children = school(drawn.random)
    path = Written(drawn, children).save(tmp_path)
    assert differences(drawn, children, read_file(path, TODAY)) == [], drawn


@pytest.mark.parametrize("parents", PARENTS)
@pytest.mark.parametrize("file_format", sorted(WRITERS))
def test_every_way_to_write_guardians_is_read_from_every_format(tmp_path: Path, file_format: str, parents: str) -> None:
    drawn = shape(7, format=file_format, parents=parents)
    children = school(drawn.random)
    path = Written(drawn, children).save(tmp_path)
    assert differences(drawn, children, read_file(path, TODAY)) == [], drawn
