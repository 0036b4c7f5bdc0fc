"""A workbook with answers: what is taken over, what is rejected and why, and that nothing comes in twice."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.application import Meldboek
from app.consents.answers.forms import How
from app.consents.answers.workbook import AnswerProposal, told
from app.consents.answers.workbook_rows import Cell
from app.consents.purposes.lines import Validity
from app.consents.rules import EventKind, Medium, Reason
from app.kernel.errors import Refused
from tests.builders import Cast

HEADS: tuple[Cell, ...] = ("Leerlingnummer", "Verzorger", "Datum", "SCHOOL_GUIDE", "PRESS")
RUUD, CARLA = "ruud.bakker@voorbeeld.nl", "carla.mulder@voorbeeld.nl"
DAY = date(2026, 9, 7)


def _compared(meldboek: Meldboek, *rows: tuple[Cell, ...], heads: tuple[Cell, ...] = HEADS) -> AnswerProposal:
    return meldboek.consents.answer_lists.compare("antwoorden.xlsx", list(enumerate((heads, *rows), 1)))


def _apply(meldboek: Meldboek, *rows: tuple[Cell, ...]) -> AnswerProposal:
    proposal = _compared(meldboek, *rows)
    meldboek.consents.answer_lists.apply(proposal)
    return proposal


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ((None, RUUD, DAY, "ja"), "Leerlingnummer", "consents.list_no_number"),
        (("9999", RUUD, DAY, "ja"), "Leerlingnummer", "consents.list_pupil_unknown"),
        (("1001", "", DAY, "ja"), "Verzorger", "consents.list_nobody"),
        (("1001", "oma@voorbeeld.nl", DAY, "ja"), "Verzorger", "consents.list_guardian_unknown"),
        (("1001", CARLA, DAY, "ja"), "Verzorger", "consents.list_guardian_unknown"),
        (("1001", RUUD, None, "ja"), "Datum", "consents.list_no_day"),
        (("1001", RUUD, "vorige week", "ja"), "Datum", "consents.list_day_unreadable"),
        (("1001", RUUD, "31-02-2026", "ja"), "Datum", "consents.list_day_unreadable"),
        (("1001", RUUD, date(2026, 11, 17), "ja"), "Datum", "consents.list_in_future"),
        (("1001", RUUD, DAY, "misschien"), "SCHOOL_GUIDE", "consents.list_answer_unreadable"),
    ],
)
def test_a_bad_row_is_rejected_with_its_place(
    meldboek: Meldboek, cast: Cast, row: tuple[Cell, ...], column: str, code: str
) -> None:
    assert cast
    [rejected] = _compared(meldboek, row).result.rejected
    assert (rejected.row, rejected.column, rejected.code) == (2, column, code)
    assert told(rejected).endswith(".")


def test_the_same_row_twice_in_one_workbook_counts_once(meldboek: Meldboek, cast: Cast) -> None:
    row = ("1001", RUUD, DAY, "ja", "nee")
    proposal = _apply(meldboek, row, row)
    assert (proposal.result.new, proposal.result.changed, proposal.result.unchanged) == (1, 0, 1)
    assert sum(event.kind is EventKind.REFUSED for event in meldboek.consents.history(cast.stijn)) == 1


def test_one_bad_cell_does_not_lose_the_rest_of_its_row(meldboek: Meldboek, cast: Cast) -> None:
    proposal = _apply(meldboek, ("1001", RUUD, DAY, "misschien", "nee"))
    assert (proposal.result.new, len(proposal.result.rejected)) == (1, 1)
    assert meldboek.consents.may("PRESS", Medium.PHOTO, [cast.stijn])[0].reason is Reason.REFUSED


@pytest.mark.parametrize(
    "day",
    [
        DAY, datetime(2026, 9, 7, 10, 30), 46272, 46272.5, "7-9-2026", "07/09/2026", "7.9.26", "2026-09-07",  # noqa: DTZ001
        "7 september 2026", "7 sep 2026", "2026-09-07 00:00:00",
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_stands_there(meldboek: Meldboek, cast: Cast, day: Cell) -> None:
    assert cast
    assert [line.on for line in _compared(meldboek, ("1001", RUUD, day, "ja")).lines] == [DAY]


def test_a_number_that_lost_its_zeros_and_a_name_are_understood(meldboek: Meldboek, cast: Cast) -> None:
    [line] = _compared(meldboek, (1001.0, "Sanne Bakker-Smit", DAY, " JA ")).lines
    assert (line.pupil_id, line.who, line.answers) == (
        cast.stijn,
        "Sanne Bakker-Smit",
        (("SCHOOL_GUIDE", EventKind.GIVEN),),
    )


def test_what_was_said_is_kept_with_the_workbook_as_evidence(meldboek: Meldboek, cast: Cast) -> None:
    _apply(meldboek, ("1001", RUUD, DAY, "ja", "nee"))
    lines = {line.kind: line for line in meldboek.consents.history(cast.stijn)}
    given = lines[EventKind.GIVEN]
    assert (given.on, given.how, given.media) == (DAY, How.SIGNED_FORM, tuple(Medium))
    assert given.evidence == "werkblad antwoorden.xlsx, ingelezen op 16 nov 2026, rij 2"
    assert (given.person, given.authority) == ("Ruud Bakker", "yes")


def test_reading_a_workbook_again_changes_nothing(meldboek: Meldboek, cast: Cast) -> None:
    rows: tuple[tuple[Cell, ...], ...] = (("1001", RUUD, DAY, "ja", "ja"), ("1001", RUUD, DAY, "nee", ""))
    first = _apply(meldboek, *rows).result
    assert (first.new, first.changed) == (2, 0)
    before = len(meldboek.consents.history(cast.stijn))
    again = _apply(meldboek, *rows).result
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert len(meldboek.consents.history(cast.stijn)) == before


def test_a_later_answer_counts_as_changed(meldboek: Meldboek, cast: Cast) -> None:
    _apply(meldboek, ("1001", RUUD, DAY, "ja"))
    result = _apply(meldboek, ("1001", RUUD, date(2026, 10, 1), "ingetrokken")).result
    assert (result.new, result.changed, result.missing, result.groups) == (0, 1, 3, ("8B",))
    assert meldboek.consents.may("SCHOOL_GUIDE", Medium.PHOTO, [cast.stijn])[0].reason is Reason.WITHDRAWN


def test_headings_may_be_labels_and_unknown_ones_are_dropped(meldboek: Meldboek, cast: Cast) -> None:
    assert cast
    heads: tuple[Cell, ...] = ("LEERLINGNUMMER", "Ouder", "datum", "Schoolgids", "SCHOOL_GUIDE", "BSN", None)
    proposal = _compared(meldboek, ("1001", RUUD, DAY, "ja", "nee", "123456782"), heads=heads)
    assert proposal.lines[0].answers == (("SCHOOL_GUIDE", EventKind.GIVEN),)
    assert proposal.result.dropped == (("SCHOOL_GUIDE", "consents.column_twice"), ("BSN", "consents.column_unknown"))


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (("Leerlingnummer", "Datum", "PRESS"), "consents.list_headings"),
        (("Leerlingnummer", "Verzorger", "Datum", "Schoenmaat"), "consents.list_no_purposes"),
    ],
)
def test_a_workbook_without_its_headings_is_refused(meldboek: Meldboek, heads: tuple[Cell, ...], code: str) -> None:
    with pytest.raises(Refused) as refusal:
        _compared(meldboek, heads=heads)
    assert refusal.value.code == code


def test_the_template_reads_in_again(meldboek: Meldboek, cast: Cast) -> None:
    assert cast
    book = load_workbook(BytesIO(meldboek.consents.answer_lists.template()))
    heads = tuple(str(cell.value) for cell in book.worksheets[0][1])
    assert heads[:4] == ("Leerlingnummer", "Verzorger", "Datum", "SCHOOL_GUIDE")
    assert _compared(meldboek, heads=heads).result.dropped == ()
    assert book.worksheets[1]["A2"].value == "Leerlingnummer"


def test_a_yes_from_a_workbook_ends_with_the_year_when_the_school_asks_yearly(meldboek: Meldboek, cast: Cast) -> None:
    meldboek.consents.catalogue.set_validity(Validity.SCHOOL_YEAR)
    _apply(meldboek, ("1001", RUUD, date(2026, 11, 16), "ja"))
    assert (
        meldboek.consents.may("SCHOOL_GUIDE", Medium.PHOTO, [cast.stijn], date(2027, 8, 1))[0].reason is Reason.EXPIRED
    )
