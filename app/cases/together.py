"""One thing done in several cases at once; a case that it does not fit is left as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.cases import access
from app.cases.beside.lines import Handled
from app.cases.inputs import NewTask
from app.cases.rules import Status
from app.cases.tables import Case
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User

if TYPE_CHECKING:
    from app.cases.service import Cases


class SeveralCases:
    """A task, a day or another handler for every open case among these."""

    def __init__(self, casework: Drawer, cases: Cases) -> None:
        self._drawer = casework
        self._cases = cases

    def add_task(self, case_ids: Collection[int], task: NewTask) -> Handled:
        """Plan the same task in each."""
        return self._each(case_ids, lambda case: self._cases.add_task(case.id, task))

    def plan_evaluation(self, case_ids: Collection[int], on: date) -> Handled:
        """Look back on all of them on one day."""
        return self._each(case_ids, lambda case: self._cases.plan_evaluation(case.id, on))

    def hand_over(self, case_ids: Collection[int], user: User, reason: str) -> Handled:
        """Let another handle them, as far as that user may see them and does not already."""
        access.only_leadership(self._drawer.user)
        with self._drawer.read() as session:
            theirs = select(Case.id).where(access.visible_to(user), Case.owner_id != user.id, Case.id.in_(case_ids))
            fitting = frozenset(session.scalars(theirs))
        done = self._each(fitting, lambda case: self._cases.aside.hand_over(case.id, user, reason))
        return Handled(done.done, len(set(case_ids)) - done.done)

    def _each(self, case_ids: Collection[int], act: Callable[[Case], object]) -> Handled:
        wanted = set(case_ids)
        with self._drawer.write("cases.changed") as session:
            mine = select(Case).where(Case.id.in_(wanted), access.visible_to(self._drawer.user))
            rows = session.scalars(mine.where(Case.status != Status.CLOSED).order_by(Case.id)).all()
            for case in rows:
                act(case)
        return Handled(len(rows), len(wanted) - len(rows))
