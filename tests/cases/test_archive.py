"""A closed case in the archive: out of sight, never out of reach, and back when it is taken up again."""

from __future__ import annotations

import pytest

from app.cases.inputs import CaseFilter, NewReport
from app.cases.rules import NewTriage
from app.cases.service import Cases
from app.kernel.errors import Refused
from app.vault.store import Store
from tests.builders import Cast


@pytest.fixture
def closed(store: Store, cases: Cases, school: Cast) -> int:
    case_id = cases.report(NewReport("Pioenroos in de appgroep"))
    cases.triage(case_id, NewTriage(school_related=False, reason="Het was thuis."))
    return case_id


def _shown(cases: Cases, **wanted: object) -> list[int]:
    return [line.id for line in cases.list(CaseFilter(**wanted))]  # type: ignore[arg-type]


def test_what_lies_in_the_archive_stands_in_no_other_list_and_search(cases: Cases, closed: int) -> None:
    cases.archive.put_away(closed)
    assert _shown(cases, is_open=None) == _shown(cases, is_open=False) == []
    assert cases.search("pioenroos") == ()
    assert _shown(cases, archived=True) == _shown(cases, archived=True, text="pioenroos") == [closed]
    assert cases.case(closed).archived_at is not None  # its page opens as before


def test_it_is_taken_out_again(cases: Cases, closed: int) -> None:
    cases.archive.put_away(closed)
    cases.archive.take_out(closed)
    assert _shown(cases, is_open=False) == [closed]
    assert _shown(cases, archived=True) == []


def test_who_takes_a_case_up_again_takes_it_out_of_the_archive(cases: Cases, closed: int) -> None:
    cases.archive.put_away(closed)
    cases.reopen(closed, "Het speelt toch.")
    assert _shown(cases) == [closed]


def test_an_open_case_goes_to_no_archive(cases: Cases, school: Cast) -> None:
    case_id = cases.report(NewReport("Nog open"))
    with pytest.raises(Refused, match="not_closed"):
        cases.archive.put_away(case_id)


def test_a_filter_on_the_archive_is_kept(cases: Cases, closed: int) -> None:
    cases.filters.keep("Oud", CaseFilter(archived=True))
    assert cases.filters.all()[0].archived
