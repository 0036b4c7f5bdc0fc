"""A line of Vandaag can wait, with a reason that stays in the drawer of the thing itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.agenda.rules import AgendaItem, last_day_off
from app.agenda.tables import CaseSnoozeRow, SnoozeRow
from app.application import Meldboek, start
from app.cases.inputs import NewReport, NewTask
from app.cases.rules import NewTriage
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, MeldboekError, Refused
from app.vault.store import open_store
from tests.builders import BOARD, Cast

TODAY = date(2026, 11, 16)


def item(due: date | None, *, can_wait: bool = True, quiet: bool = False) -> AgendaItem:
    return AgendaItem("k", "phone", "Bellen", "", due, "cases", can_wait=can_wait, quiet=quiet)


@pytest.mark.parametrize(
    ("due", "quiet", "last"),
    [
        (date(2026, 11, 20), False, date(2026, 11, 20)),
        (date(2026, 11, 10), False, date(2026, 11, 23)),
        (TODAY, False, date(2026, 11, 23)),
        (date(2026, 11, 20), True, date(2026, 12, 17)),
        (None, False, date(2026, 12, 17)),
    ],
)
def test_rules_nothing_is_put_off_past_its_own_day(due: date | None, quiet: bool, last: date) -> None:
    assert last_day_off(item(due, quiet=quiet), TODAY) == last


@pytest.mark.parametrize(
    ("what", "until", "reason", "error", "code"),
    [
        (item(TODAY, can_wait=False), date(2026, 11, 17), "x", Refused, "agenda.cannot_wait"),
        (item(TODAY), TODAY, "x", Invalid, "agenda.snooze_past"),
        (item(date(2026, 11, 18)), date(2026, 11, 19), "x", Invalid, "agenda.snooze_too_long"),
        (item(date(2026, 11, 18)), date(2026, 11, 18), "  ", Invalid, "agenda.snooze_why"),
    ],
)
def test_what_cannot_wait_says_why(
    meldboek: Meldboek, what: AgendaItem, until: date, reason: str, error: type[MeldboekError], code: str
) -> None:
    with pytest.raises(error) as caught:
        meldboek.agenda.putting_off.put_off(what, until, reason)
    assert caught.value.code == code


def _task(meldboek: Meldboek) -> AgendaItem:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    case_id = cases.report(NewReport("Filmpje"))
    cases.triage(case_id, NewTriage(True))
    task = cases.add_task(case_id, NewTask("Moeder bellen", date(2026, 11, 18)))
    return next(found for found in meldboek.agenda.today().week if found.key == f"task:{task}")


def test_a_task_of_a_case_waits_and_its_reason_is_not_in_the_register(meldboek: Meldboek, clock: FixedClock) -> None:
    task = _task(meldboek)
    meldboek.agenda.putting_off.put_off(task, date(2026, 11, 18), "moeder is ziek")
    lists = meldboek.agenda.today()
    assert task.key not in {found.key for found in lists.week}
    assert [(one.item.key, one.until, one.reason) for one in lists.put_off] == [
        (task.key, date(2026, 11, 18), "moeder is ziek")
    ]
    assert meldboek.store.casework is not None
    with meldboek.store.register.read() as session:
        assert session.scalars(select(SnoozeRow)).all() == []
    with meldboek.store.casework.read() as session:
        assert session.scalars(select(CaseSnoozeRow.reason)).all() == ["moeder is ziek"]
    assert not any("ziek" in str(line) or "task" in line.subject for line in meldboek.store.register.log(50))
    clock.at += timedelta(days=2)
    assert task.key in {found.key for found in meldboek.agenda.today().today}


def test_a_second_time_replaces_the_first_and_it_can_be_brought_back(meldboek: Meldboek) -> None:
    task, agenda = _task(meldboek), meldboek.agenda
    agenda.putting_off.put_off(task, date(2026, 11, 17), "eerst")
    agenda.putting_off.put_off(task, date(2026, 11, 18), "daarna")
    assert [one.reason for one in agenda.today().put_off] == ["daarna"]
    agenda.putting_off.bring_back(task)
    assert agenda.today().put_off == ()
    assert task.key in {found.key for found in agenda.today().week}


def test_what_one_puts_off_another_still_sees(meldboek: Meldboek, cast: Cast) -> None:
    task = _task(meldboek)
    meldboek.agenda.putting_off.put_off(task, date(2026, 11, 18), "ik ben er niet")
    folder, clock = meldboek.store.folder, meldboek.clock
    meldboek.store.close()
    other = open_store(folder, BOARD.name, BOARD.passphrase, clock)
    try:
        assert task.key in {found.key for found in start(other).agenda.today().week}
    finally:
        other.close()


def test_something_of_the_register_waits_in_the_register(as_administrator: Meldboek) -> None:
    agenda = as_administrator.agenda
    quiet = next(found for found in agenda.today().waits if found.source == "consents")
    agenda.putting_off.put_off(quiet, date(2026, 11, 30), "na de ouderavond")
    assert [one.reason for one in agenda.today().put_off] == ["na de ouderavond"]
