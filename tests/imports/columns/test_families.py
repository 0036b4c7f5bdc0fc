"""A row for every family: every child becomes a pupil, with the parents that they share."""

from __future__ import annotations

from app.imports.columns import families, layout
from app.imports.columns.layout import Row, Sheet


def parts(*rows: Row) -> list[list[Row]]:
    found = layout.recognise(Sheet("Gezinnen", rows))
    assert found is not None
    return [list(one.sheet.rows) for one in families.apart(found)]


def test_every_child_gets_a_list_in_which_rows_keep_their_places() -> None:
    found = parts(
        ("Gezinnen",),
        ("Naam kind 1", "Groep kind 1", "Naam kind 2", "Moeder"),
        ("Tim Bos", "5", "Lot Bos", "Ina Pol"),
        ("Mia Kok", "6", None, "Eva Kok"),
        (None, None, None, "Els Mol"),
    )
    assert found == [
        [("Gezinnen",), ("Naam kind", "Groep kind", "Moeder"),
         ("Tim Bos", "5", "Ina Pol"), ("Mia Kok", "6", "Eva Kok"), (None, None, "Els Mol")],
        [("Gezinnen",), ("Naam kind", "Groep kind", "Moeder"), ("Lot Bos", None, "Ina Pol"), (), ()],
    ]  # fmt: skip


def test_a_list_with_one_child_in_a_row_stays_as_it_is() -> None:
    rows = [("Naam kind", "Groep kind", "Ouder 1", "Ouder 2"), ("Tim Bos", "5", "Ina Pol", "")]
    assert parts(*rows) == [rows]


def test_numbers_without_a_name_for_every_child_make_no_family() -> None:
    rows = [("Naam kind", "Groep kind 1", "Groep kind 2", "Moeder"), ("Tim Bos", "5", "6", "Ina Pol")]
    assert parts(*rows) == [rows]
