"""Vandaag with 20,000 dated items, and the yearly report over 2,000 cases, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.agenda.rules import AgendaItem, AgendaLists, arranged
from app.application import Meldboek, start
from app.cases.inputs import NewInvolvement, NewReport, NewTask
from app.cases.rules import InvolvementRole, NewTriage
from app.cases.tables import Case, CaseTask, Involvement
from app.insights.paper import report_paper
from app.kernel.clock import FixedClock, at
from app.vault.keys.keyring import NewUser, Role
from app.vault.store import create_store
from tests import builders
from tests.bench.measuring import Measured, window_median_of, working_median_of
from ui.agenda.page import LIST, MONTH, WEEK, AgendaPage, Shown
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs

ITEMS, CASES = 20_000, 2_000
NOW = at(2026, 11, 16, 14, 5)


def measure(folder: Path) -> Iterator[Measured]:
    """Arrange and paint many items; read them from a store; count many cases."""
    items = [_item(number) for number in range(ITEMS)]
    yield Measured("20,000 dated items in their lists", working_median_of(lambda: arranged(items, NOW)), 100, "ms")
    clock = FixedClock(NOW)
    user = NewUser("E. Terpstra", Role.DIRECTOR, "wilg sloot fiets regen")
    store, _key = create_store(folder, builders.SCHOOL, user, clock, builders.CHEAP)
    meldboek = start(store)
    builders.profile(meldboek.school)
    _fill(meldboek)
    yield from _page(meldboek, arranged(items, NOW))
    insights = meldboek.insights
    yield Measured(
        f"yearly report over {CASES:,} cases", working_median_of(lambda: insights.report(public=True)), 1000, "ms"
    )
    found = insights.report(public=True)
    yield Measured("the report on paper", working_median_of(lambda: report_paper(found, "School", NOW)), 1000, "ms")
    store.close()


def _item(number: int) -> AgendaItem:
    due = (NOW + timedelta(hours=number % 900 - 60)).date()
    return AgendaItem(f"task:{number}", "list-checks", "Ouders bellen", "zaak SM-001", due, "cases", number, "Openen")


def _page(meldboek: Meldboek, lists: AgendaLists) -> Iterator[Measured]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    page = AgendaPage(Desk(meldboek, Jobs(inline=True)))
    page.resize(1228, 848)
    page.show()
    page.grab()
    overview = meldboek.agenda.overview()
    shown = Shown(NOW.date(), lists, overview)

    def show(lines: Shown) -> None:
        page.show_lines(lines)
        page.grab()

    yield Measured("Vandaag painted with 20,000 items", window_median_of(lambda: show(shown)), 100, "ms")
    for view, name in ((LIST, "Vandaag"), (WEEK, "a week"), (MONTH, "a month")):
        page.turn(view)
        what = f"{name} read and painted, {CASES:,} cases, 20,000 tasks"
        yield Measured(what, window_median_of(lambda: show(page.fetch())), 100, "ms")
    page.deleteLater()
    app.processEvents()


def _fill(meldboek: Meldboek) -> None:
    """Copies of one case through two years, nine in ten closed, and 20,000 tasks in the open ones."""
    cast, casework = builders.cast(meldboek.people), meldboek.casework
    assert casework is not None
    stijn = NewInvolvement(InvolvementRole.ACTOR, cast.stijn, category="THREAT")
    made = casework.cases.report(NewReport("Zaak", involved=(stijn,), platform="Snapchat"))
    casework.cases.triage(made, NewTriage(True))
    task = casework.cases.add_task(made, NewTask("Ouders bellen", NOW.date()))
    drawer = meldboek.store.casework
    assert drawer is not None
    with drawer.write("bench.filled") as session:
        known = _values(session.get_one(Case, made))
        party = _values(session.query(Involvement).filter_by(case_id=made).first())
        work = _values(session.get_one(CaseTask, task))
        for number in range(2, CASES + 2):
            opened = NOW - timedelta(hours=number * 6)
            is_closed = number % 10 != 0
            more: dict[str, Any] = {"number": f"2026-2027/SM-{number:04}", "opened_at": opened}
            if is_closed:
                more |= {"status": "closed", "closed_at": opened + timedelta(days=number % 40)}
            case = Case(**known | more)
            session.add(case)
            session.flush()
            session.add(Involvement(**party | {"case_id": case.id}))
            if not is_closed:
                for day in range(ITEMS * 10 // CASES):
                    due = NOW.date() + timedelta(days=day % 30)
                    session.add(CaseTask(**work | {"case_id": case.id, "due_on": due}))


def _values(row: Any) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key != "id"}
