"""A destruction that was cut short is finished later and has its proof; and the terms that few papers have."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.access_requests.tables import AccessRequest
from app.application import Meldboek
from app.cases.tables import Case, Entry, Evidence
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.people import keeping as people_keeping
from app.people.tables import Person
from app.retention import work
from app.retention.service import Disposal
from app.retention.tables import DestructionRow
from app.vault import attachments, destroying
from app.vault.copies import keeping
from app.vault.store import Store
from app.vault.trail import logbook
from tests.builders import Cast
from tests.letters.conftest import office_of
from tests.retention.test_service import CANARY, _case, _leave, _offered, _plain


@pytest.fixture
def disposal(meldboek: Meldboek) -> Disposal:
    assert meldboek.disposal is not None
    return meldboek.disposal


def _decide(disposal: Disposal, *keys: str) -> work.Work:
    """As far as a destruction was when the power failed: decided and written down, and nothing gone yet."""
    chosen = disposal._chosen(keys)
    plan = work.planned(disposal._register, disposal._casework, chosen)
    disposal._write_down({thing.category: 1 for thing in chosen}, plan, None)
    return plan


def _file(store: Store, case_id: int) -> int:
    assert store.casework is not None
    with store.casework.write("fault.kept") as session:
        entry = session.scalars(select(Entry).where(Entry.case_id == case_id)).first()
        assert entry is not None
        file = attachments.add(session, b"een foto", "foto.png", "image/png")
        row = Evidence(case_id=case_id, entry_id=entry.id, attachment_id=file, name="foto.png", mime="image/png")
        row.sha256, row.size = "", 8
        session.add(row)
    return file


def test_a_destruction_that_was_cut_short_is_finished_and_proven(
    meldboek: Meldboek, cast: Cast, disposal: Disposal
) -> None:
    case_id, casework, register = (
        _case(meldboek, cast, date(2024, 1, 1)),
        meldboek.store.casework,
        meldboek.store.register,
    )
    assert casework is not None
    _file(meldboek.store, case_id)
    _leave(meldboek, cast.noor, date(2024, 7, 31))
    plan = _decide(disposal, f"case:{case_id}", f"person:{cast.noor}")
    destroying.destroy(register, "material.destroyed", "persons", plan.register)  # and then the power failed
    assert disposal.done() == ()
    assert (disposal.finish(), disposal.finish()) == (1, 0)
    assert disposal.offer() == ()
    assert [(line.count, line.files) for line in disposal.done()] == [(1, 1), (1, 1)]
    assert len(logbook.moments(register, keeping.DESTROYED)) >= 1
    assert meldboek.store.verify().is_sound
    assert CANARY not in _plain(casework)
    assert "Graaf" not in _plain(register)


def test_nothing_is_chosen_again_that_is_under_way(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    case_id = _case(meldboek, cast, date(2024, 1, 1))
    _decide(disposal, f"case:{case_id}")
    with pytest.raises(Refused, match=r"retention\.not_free"):
        disposal.destroy([f"case:{case_id}"])
    assert len(disposal.done()) == 1


def test_people_of_an_undone_import_go_a_month_later(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    with meldboek.store.register.write("person.withdrawn") as session:
        session.get_one(Person, cast.noor).withdrawn_on = date(2026, 10, 16)
        session.get_one(Person, cast.aylin).withdrawn_on = date(2026, 10, 17)
    assert _offered(disposal, f"person:{cast.aylin}") is None
    (line,) = disposal.destroy([f"person:{cast.noor}"])
    assert line.label == "Wie alleen in een teruggedraaide import stond"
    assert meldboek.store.verify().is_sound


def test_who_left_for_special_education_is_kept_a_year_longer(
    meldboek: Meldboek, cast: Cast, disposal: Disposal, clock: FixedClock
) -> None:
    office = office_of(meldboek, cast)
    office.measure()
    assert meldboek.store.casework is not None
    with meldboek.store.casework.write("case.closed") as session:
        row = session.get_one(Case, office.case_id)
        row.status, row.closed_at = "closed", at(2026, 11, 16, 13)
    for pupil in (cast.pien, cast.stijn):
        _leave(meldboek, pupil, date(2027, 7, 31))
    people_keeping.note_special(meldboek.store.register, cast.pien, True)
    people_keeping.note_special(meldboek.store.register, cast.pien, True)
    assert meldboek.people.pupil(cast.pien).to_special
    clock.at = at(2029, 8, 1, 9)
    assert _offered(disposal, f"case:{office.case_id}") is None
    clock.at = at(2030, 8, 1, 9)
    line = _offered(disposal, f"case:{office.case_id}")
    assert line is not None
    assert line.category == "pupil_dossier_special"


def test_an_answered_request_goes_two_years_later(meldboek: Meldboek, cast: Cast, disposal: Disposal) -> None:
    assert meldboek.store.casework is not None
    with meldboek.store.casework.write("request.received") as session:
        for on in (date(2024, 11, 16), date(2024, 11, 17), None):
            row = AccessRequest(kind="access", person_id=cast.noor, requester="I. de Graaf", capacity="parent")
            row.received_on, row.answered_on = date(2024, 11, 1), on
            row.recorded_by, row.recorded_at = "E. Terpstra", at(2024, 11, 1, 9)
            session.add(row)
    assert [line.key for line in disposal.offer()] == ["request:1"]
    disposal.destroy(["request:1"])
    assert meldboek.store.casework.row_counts()["access_requests"] == 2
    assert meldboek.store.verify().is_sound


def test_the_list_of_destructions_itself_goes_after_five_years(
    meldboek: Meldboek, cast: Cast, disposal: Disposal, clock: FixedClock
) -> None:
    disposal.destroy([f"case:{_case(meldboek, cast, date(2024, 1, 1))}"])
    clock.at += timedelta(days=5 * 365)
    assert disposal.offer() == ()
    clock.at += timedelta(days=2)
    (line,) = disposal.offer()
    disposal.destroy([line.key])
    with meldboek.store.register.read() as session:
        assert [row.category for row in session.scalars(select(DestructionRow))] == ["purge_log"]
