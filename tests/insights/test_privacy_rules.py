"""No number under five is told, and none can be worked out from the others, their sum and the method itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insights.privacy_rules import LEAST, Told, alone, protected

Table = tuple[int, ...]


@given(st.lists(st.integers(0, 60), max_size=14))
def test_rules_no_small_number_is_ever_told(counts: list[int]) -> None:
    told = protected(counts)
    assert len(told) == len(counts)
    assert all(one is None or one == count for one, count in zip(told, counts, strict=True))
    assert all(one is None or one == 0 or one >= LEAST for one in told)


@given(st.lists(st.integers(0, 60), max_size=14))
def test_rules_what_is_withheld_never_adds_up_to_one_number_or_to_a_small_one(counts: list[int]) -> None:
    told = protected(counts)
    hidden = [count for one, count in zip(told, counts, strict=True) if one is None]
    if hidden and sum(counts) >= LEAST:
        assert len(hidden) >= 2
        assert sum(hidden) >= LEAST


@pytest.mark.parametrize(("cells", "highest", "looked_at"), [(2, 20, 12), (3, 16, 10), (4, 13, 8), (5, 8, 7)])
def test_rules_who_knows_the_method_and_the_sum_still_has_a_choice(cells: int, highest: int, looked_at: int) -> None:
    same: dict[tuple[int, tuple[Told, ...]], list[Table]] = defaultdict(list)
    for table in product(range(highest), repeat=cells):
        if sum(table) >= LEAST:
            same[sum(table), protected(table)].append(table)
    for (_sum, told), tables in same.items():
        if all(max(table) < looked_at for table in tables):
            assert not list(_pinned(told, tables)), (told, tables[0])


def _pinned(told: tuple[Told, ...], tables: list[Table]) -> Iterator[int]:
    for at, one in enumerate(told):
        if one is None and len({table[at] for table in tables}) == 1:
            yield at


def test_rules_a_table_without_small_numbers_is_told_whole() -> None:
    assert protected((12, 0, 5)) == (12, 0, 5)
    assert protected(()) == ()


def test_rules_one_small_number_takes_the_next_with_it() -> None:
    assert protected((30, 2, 9, 14)) == (30, None, None, 14)
    assert protected((30, 3, 5, 5)) == (30, None, None, None)


def test_rules_a_table_of_small_numbers_says_nothing_not_even_its_zeros() -> None:
    assert protected((1, 1, 1, 1, 1, 0)) == (None,) * 6
    assert protected((1, 2, 0)) == (None,) * 3
    assert protected((4, 4, 4, 0)) == (None,) * 4


def test_rules_a_number_that_stands_alone_is_told_from_five_or_when_it_is_nothing() -> None:
    assert [alone(count) for count in (0, 1, 4, 5)] == [0, None, None, 5]
