"""EDEXML against a school that knows its pupils by another number: that number stays, and nobody is mistaken."""

from __future__ import annotations

from app.imports.matching.matcher import Known, Matcher
from app.imports.readings import Place, Reading, ReadPupil
from app.imports.rules import LineKind, Proposal
from app.people.rules import PupilCard
from tests.imports.matching.test_matching import COLUMNS, TODAY, card, row


def propose(cards: list[PupilCard], *rows: ReadPupil) -> Proposal:
    return Matcher(Reading("l.xml", rows, COLUMNS, by_key=True), Known(cards), TODAY, TODAY).propose()


def test_the_number_of_the_school_stays_and_that_is_told_once() -> None:
    cards = [card(1, "Noor", pupil_number="20240001"), card(2, "Mees", "Bos", pupil_number="20240002")]
    other = row("Mees", "Bos", number="1002")._replace(place=Place(3))
    proposal = propose(cards, row("Noor", number="1001"), other)
    assert [(line.kind, line.number, line.person_id) for line in proposal.lines] == [
        (LineKind.UNCHANGED, "20240001", 1),
        (LineKind.UNCHANGED, "20240002", 2),
    ]
    (told,) = proposal.rejected
    assert (told.code, told.value, told.name) == ("imports.key_kept_out", "1001", "Noor Graaf")


def test_who_has_no_number_gets_the_key() -> None:
    proposal = propose([card(1, "Noor")], row("Noor", number="1001"))
    assert [change.field for change in proposal.lines[0].changes] == ["number"]
    assert not proposal.rejected


def test_a_key_that_is_the_number_of_another_says_nothing() -> None:
    later = TODAY.replace(year=2018)
    cards = [card(1, "Noor", pupil_number="17"), card(2, "Mees", "Bos", pupil_number="18", born=later)]
    proposal = propose(cards, row("Mees", "Bos", number="17", born=later), row("Noor", number="18"))
    assert [(line.person_id, line.kind) for line in proposal.lines] == [
        (2, LineKind.UNCHANGED),
        (1, LineKind.UNCHANGED),
    ]
