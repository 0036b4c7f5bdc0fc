"""Where a finding can be mended in the form of a letter."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Invalid
from app.kernel.findings import Finding, Severity
from app.letters import rules
from app.letters.place_rules import Place, has_open, next_open, place_of
from app.letters.rules import Addressee, Delivery
from app.letters.templates.rules import AddresseeKind, PartState, Template, states_of

PARTS = ("feiten", "besluit", "uw reactie")
BODY = "[feiten]\n‹vul in: wat›\n\n[uw reactie]\nBel ons, Sara.\n‹vul in: dag›"


def block(code: str, **values: object) -> Finding:
    return Finding(code, Severity.BLOCK, values=values)


@pytest.mark.parametrize(
    ("finding", "selected"),
    [
        (block("letters.unfilled", place="dag"), "‹vul in: dag›"),
        (block("letters.no_article", place="wat"), "‹vul in: wat›"),
        (block("letters.other_name", names="Sara, Piet"), "Sara"),
    ],
)
def test_rules_for_what_is_selected(finding: Finding, selected: str) -> None:
    place = place_of(finding, BODY, PARTS)
    assert place is not None
    assert (place.field, BODY[place.start : place.end]) == ("body", selected)


def test_rules_for_findings_outside_the_text() -> None:
    assert place_of(block("letters.no_subject"), BODY, PARTS) == Place("subject")
    assert place_of(block("letters.no_address"), BODY, PARTS) == Place("address")
    assert place_of(block("letters.unfilled", place="straat"), BODY, PARTS) == Place("address")
    assert place_of(block("letters.other_name", names="Gerrit"), BODY, PARTS) is None
    assert place_of(block("letters.no_signature"), BODY, PARTS) is None


def test_rules_for_the_place_of_a_part() -> None:
    """Under its own line, else behind the part before it, else at the top."""
    at = [place_of(block("letters.part_missing", part=part), BODY, PARTS) for part in PARTS]
    assert [BODY[: one.start].rpartition("\n")[2] if one else None for one in at] == ["", "‹vul in: wat›", ""]
    assert at[2] is not None
    assert BODY[at[2].start :].startswith("Bel ons")
    assert place_of(block("letters.part_missing", part="besluit"), "[feiten]\nx", PARTS) == Place("body", 10, 10)
    assert place_of(block("letters.part_missing", part="besluit"), "zomaar", PARTS) == Place("body")


def test_rules_for_the_next_open_place_go_round() -> None:
    first = next_open(BODY, 0)
    assert first is not None
    second = next_open(BODY, first.end)
    assert second is not None
    assert BODY[second.start : second.end] == "‹vul in: dag›"
    assert next_open(BODY, second.end) == first
    assert next_open("niets", 0) is None
    assert (has_open(BODY), has_open("niets")) == (True, False)


def test_rules_for_a_tick_only_at_what_is_filled() -> None:
    assert states_of(PARTS, BODY + "\n[besluit]\n") == {
        "feiten": PartState.OPEN,
        "besluit": PartState.MISSING,
        "uw reactie": PartState.OPEN,
    }
    assert states_of(("feiten",), "[feiten]\nHet was zo.") == {"feiten": PartState.FILLED}


def test_rules_ask_for_the_article_apart_from_other_open_places() -> None:
    template = Template("warning", "Waarschuwing", "Over", AddresseeKind.GUARDIANS, ("feiten",), "")
    to = Addressee(("A", "B 1", "C"), "Geachte")
    body = "[feiten]\n‹vul in: onderdeel› en ‹vul in: dag›"
    told = rules.check(template, to, body, Delivery.TRAY, ("onderdeel",))
    assert [(one.code, one.values["place"]) for one in told] == [
        ("letters.no_article", "onderdeel"),
        ("letters.unfilled", "dag"),
    ]
    (only,) = rules.check(template, to, "[feiten]\n‹vul in: onderdeel›", Delivery.TRAY, ("onderdeel",))
    assert only.code == "letters.no_article"


def test_rules_for_the_day_on_which_a_letter_left() -> None:
    ready, today = date(2026, 11, 13), date(2026, 11, 16)
    for day in (ready, today):
        rules.check_day_sent(day, ready, today)
    with pytest.raises(Invalid, match=r"letters\.sent_in_future"):
        rules.check_day_sent(date(2026, 11, 17), ready, today)
    with pytest.raises(Invalid, match=r"letters\.sent_before_ready"):
        rules.check_day_sent(date(2026, 11, 12), ready, today)
