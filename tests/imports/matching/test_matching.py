"""Who a row of a list is: certain, doubtful with a proposal, new, moved, back, or gone."""

from __future__ import annotations

from datetime import date

import pytest

from app.imports.matching import doubts
from app.imports.matching.matcher import Known, Matcher
from app.imports.readings import Place, ReadColumn, ReadGuardian, Reading, ReadPupil
from app.imports.results import result_of, work_of
from app.imports.rules import Choice, Decision, LineKind, Proposal, ProposalLine
from app.kernel.errors import Invalid
from app.kernel.names import PersonName
from app.people.rules import Address, PupilCard

TODAY = date(2026, 11, 16)
BORN = date(2017, 6, 21)
COLUMNS = tuple(ReadColumn(name.title(), name) for name in ("number", "first_name", "surname", "birth_date", "group"))


def card(
    number: int, first: str, surname: str = "Graaf", pupil_number: str = "", born: date | None = BORN
) -> PupilCard:
    return PupilCard(
        number, pupil_number, PersonName(first, "", surname), "5A", 5, born, active=True, guardians=(), blocked=False,
        enrol_date=None, leave_date=None, address=Address(), school_year="2026-2027",
    )  # fmt: skip


def row(first: str, surname: str = "Graaf", number: str = "", born: date | None = BORN, group: str = "5A") -> ReadPupil:
    return ReadPupil(Place(2), PersonName(first, "", surname), number, born, group)


def propose(cards: list[PupilCard], *rows: ReadPupil, since: date = TODAY) -> Proposal:
    return Matcher(Reading("l.xlsx", rows, COLUMNS), Known(cards), TODAY, since).propose()


def lines(cards: list[PupilCard], *rows: ReadPupil) -> tuple[ProposalLine, ...]:
    return propose(cards, *rows).lines


def test_only_another_group_is_a_move() -> None:
    (line,) = lines([card(1, "Noor", pupil_number="7")], row("Noor", number="7", group="6A"))
    assert (line.kind, line.group) == (LineKind.MOVED, "6A")


def test_the_same_name_with_another_birth_date_is_doubtful_and_with_a_number_proposed_apart() -> None:
    first, missing = lines([card(1, "Noor", pupil_number="7")], row("Noor", number="9", born=date(2016, 1, 1)))
    assert (first.kind, first.note, first.proposed) == (
        LineKind.DOUBTFUL,
        "imports.doubtful",
        Decision(Choice.SEPARATE),
    )
    assert [one.person_id for one in first.candidates] == [1]
    assert missing.proposed == Decision(Choice.LEAVE, 1, TODAY)


@pytest.mark.parametrize("born", [date(2017, 6, 22), date(2016, 6, 21)])
def test_without_a_number_a_slip_of_the_pen_is_proposed_as_the_same(born: date) -> None:
    (line,) = lines([card(1, "Noor")], row("Noor", born=born))
    assert line.proposed == Decision(Choice.SAME, 1)
    assert [change.field for change in line.candidates[0].changes] == ["birth_date"]


def test_day_and_month_that_changed_places_are_a_slip() -> None:
    doubt = doubts.of_person(row("Noor", born=date(2017, 3, 2)), [card(1, "Noor", born=date(2017, 2, 3))], [])
    assert doubt is not None
    assert doubt.is_same


def test_a_new_surname_with_the_same_number_is_a_change() -> None:
    (line,) = lines([card(1, "Noor", pupil_number="7")], row("Noor", "Bos", number="7"))
    assert line.kind is LineKind.CHANGED


def test_another_first_name_under_the_same_number_is_asked_about() -> None:
    (line,) = lines([card(1, "Noor", pupil_number="7")], row("Sanne", number="7"))
    assert (line.note, line.proposed) == ("imports.doubtful_renamed", Decision(Choice.SAME, 1))
    (short,) = lines([card(1, "Charlotte", pupil_number="7")], row("Char", number="7"))
    assert short.kind is LineKind.CHANGED


def test_twins_whose_numbers_changed_places_keep_their_own_record() -> None:
    cards = [card(1, "Noor", pupil_number="7"), card(2, "Mees", pupil_number="8")]
    proposal = propose(cards, row("Mees", number="7"), row("Noor", number="8"))
    assert [line.proposed.person_id for line in proposal.lines] == [2, 1]
    assert {line.note for line in proposal.lines} == {"imports.doubtful_twin"}
    assert result_of(proposal).changed == 2


def test_a_number_of_somebody_else_is_refused_with_the_child_named() -> None:
    proposal = propose([card(1, "Pim", "Smit", "7")], row("Noor", number="7", born=date(2016, 1, 1)))
    (rejection,) = proposal.rejected
    assert (rejection.name, rejection.value, rejection.place.column) == ("Noor Graaf", "7", "Number")
    assert proposal.lines == ()


def test_a_changed_surname_without_a_number_is_found_by_first_name_and_birth_date() -> None:
    (line,) = lines([card(1, "Noor")], row("Noor", "Bos"))
    assert (line.note, line.proposed) == ("imports.doubtful_renamed", Decision(Choice.SAME, 1))
    numbered, _missing = lines([card(1, "Noor")], row("Noor", "Bos", number="9"))
    assert numbered.proposed == Decision(Choice.SEPARATE)


def test_a_twin_who_comes_later_is_another_child_unless_the_names_begin_alike() -> None:
    twin, _missing = lines([card(1, "Noor")], row("Mees"))
    assert (twin.note, twin.proposed.choice) == ("imports.doubtful_twin", Choice.SEPARATE)
    (same,) = lines([card(1, "Lotte")], row("Lot"))
    assert same.proposed == Decision(Choice.SAME, 1)


def test_a_doubtful_row_never_takes_the_place_of_a_certain_one() -> None:
    found = lines([card(1, "Noor")], row("Noor", "Bos"), row("Noor"))
    assert [line.kind for line in found] == [LineKind.NEW, LineKind.UNCHANGED]


def test_of_two_namesakes_born_alike_the_one_in_the_group_is_meant_else_it_is_asked() -> None:
    cards = [card(1, "Noor"), card(2, "Noor")]
    (asked, *_rest) = lines(cards, row("Noor", group="7"))
    assert (asked.kind, len(asked.candidates)) == (LineKind.DOUBTFUL, 2)
    assert doubts.of_person(row("Noor", born=None), cards, []) is not None


def test_who_stays_in_a_group_of_that_name_does_so_in_the_new_school_year() -> None:
    proposal = propose([card(1, "Noor", pupil_number="7")], row("Noor", number="7"), since=date(2027, 8, 1))
    (line,) = proposal.lines
    assert (line.kind, [change.field for change in line.changes]) == (LineKind.MOVED, ["school_year"])


def test_who_is_missing_from_the_list_of_a_new_year_left_at_its_first_day() -> None:
    proposal = propose([card(1, "Noor", pupil_number="7")], row("Mees", "Bos", "8", date(2016, 1, 1)),
                       since=date(2027, 8, 25))  # fmt: skip
    assert proposal.lines[-1].proposed == Decision(Choice.LEAVE, 1, date(2027, 8, 1))


def test_decisions_are_followed_line_by_line() -> None:
    cards = [card(1, "Noor", pupil_number="7"), card(2, "Mees", pupil_number="8")]
    proposal = propose(
        cards, row("Noor", number="9", born=date(2016, 1, 1)), row("Saar", "Vos", "10", date(2016, 2, 2))
    )
    doubtful, fresh, *_missing = proposal.lines
    counts = result_of(proposal)
    assert (counts.new, counts.missing, counts.left) == (2, 2, 0)
    decisions = proposal.decisions() | {
        doubtful.key: Decision(Choice.SAME, 1),
        fresh.key: Decision(Choice.SKIP),
    }
    counts = result_of(proposal, decisions)
    assert (counts.new, counts.changed, counts.skipped, counts.missing, counts.left) == (0, 1, 1, 0, 1)
    assert work_of(proposal, decisions).leaving == {2: TODAY}


def test_two_rows_cannot_be_the_same_pupil() -> None:
    proposal = propose([card(1, "Noor")], row("Noor", "Bos", "9"), row("Noor", "Vos", "10"))
    decisions = {line.key: Decision(Choice.SAME, 1) for line in proposal.lines[:2]}
    with pytest.raises(Invalid, match="chosen_twice"):
        result_of(proposal, decisions)


def test_siblings_of_a_list_share_the_guardian_by_mail_and_namesakes_do_not() -> None:
    mother = ReadGuardian(PersonName("Ilse", "", "Graaf"), "ilse@voorbeeld.nl")
    other = ReadGuardian(PersonName("Ilse", "", "Graaf"))
    rows = [
        ReadPupil(Place(2 + n), PersonName(f"Kind{n}", "", "Graaf"), str(n), group="5A", guardians=(guardian,))
        for n, guardian in enumerate((mother, mother, other))
    ]
    keys = [line.guardians[0].key for line in propose([], *rows).lines]
    assert keys[0] == keys[1] != keys[2]
