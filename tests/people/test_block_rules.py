"""From whom a block withholds: every reach, several at once, and what may not be left open."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Invalid
from app.people.block_rules import EVERYONE, BlockLine, FromWhom, Reach, check_whom, hides_from, withheld, withheld_by
from app.people.rules import Period
from app.protocol.rules import Audience

ON = date(2026, 11, 16)
FATHER = FromWhom(Reach.PERSON, 4, is_parent=True)


def _block(whom: FromWhom, start: date = ON, until: date | None = None) -> BlockLine:
    return BlockLine(1, Period(start, until), "veiligheid", whom)


@pytest.mark.parametrize(
    ("whom", "still_see"),
    [
        (FromWhom(), set()),
        (FromWhom(Reach.OUTSIDE), {Audience.PARENTS, Audience.CLASS_PARENTS, Audience.STAFF}),
        (FromWhom(Reach.OTHER_GROUPS), {Audience.CLASS_PARENTS, Audience.STAFF}),
        (FATHER, {Audience.STAFF}),
        (FromWhom(Reach.PERSON, 5), set()),
        (FromWhom(Reach.PERSON, name="oom Henk"), set()),
        (FromWhom(Reach.PERSON), set()),
    ],
)
def test_who_may_still_look_by_the_block_rules(whom: FromWhom, still_see: set[Audience]) -> None:
    assert withheld_by(whom) == EVERYONE - still_see


def test_block_rules_add_up_the_blocks_that_hold() -> None:
    over = _block(FromWhom(), date(2026, 9, 1), date(2026, 11, 15))
    assert withheld([over], ON) == frozenset()
    assert withheld([over, _block(FromWhom(Reach.OUTSIDE)), _block(FATHER)], ON) == EVERYONE - {Audience.STAFF}


def test_block_rules_withhold_from_an_audience_that_nobody_knows() -> None:
    assert hides_from(frozenset({Audience.PUBLIC}), None)
    assert hides_from(frozenset({Audience.PUBLIC}), Audience.PUBLIC)
    assert not hides_from(frozenset({Audience.PUBLIC}), Audience.STAFF)
    assert not hides_from(frozenset(), None)


def test_block_rules_ask_who_the_one_person_is() -> None:
    with pytest.raises(Invalid) as error:
        check_whom(FromWhom(Reach.PERSON, name="  "))
    assert error.value.field == "person_id"
    for fine in (FATHER, FromWhom(Reach.PERSON, name="oom Henk"), FromWhom(), FromWhom(Reach.OUTSIDE)):
        check_whom(fine)
