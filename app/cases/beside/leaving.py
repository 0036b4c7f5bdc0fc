"""Who leaves the school or loses the cases: what they were handling goes to somebody else first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.cases.beside.aside import SteppingAside
from app.cases.rules import Status, short_number
from app.cases.tables import Case
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User


@dataclass(frozen=True)
class HandledCase:
    """An open case that somebody handles; ``number`` as it is called."""

    id: int
    number: str


def handled_by(casework: Drawer, user_id: str) -> tuple[HandledCase, ...]:
    """The open cases that this user handles."""
    query = select(Case.id, Case.number).where(Case.owner_id == user_id, Case.status != Status.CLOSED).order_by(Case.id)
    with casework.read() as session:
        return tuple(HandledCase(key, short_number(number)) for key, number in session.execute(query))


def hand_over_all(aside: SteppingAside, casework: Drawer, leaving: User, to: User) -> None:
    """Let another handle all of them. Raises Invalid when one of them may not go to that user; the others went."""
    refused = []
    for case in handled_by(casework, leaving.id):
        try:
            aside.hand_over(case.id, to, _("{name} vertrekt of ziet de zaken niet meer.").format(name=leaving.name))
        except Invalid:
            refused.append(case.number)
    if refused:
        raise Invalid("handler", "cases.not_this_handler", numbers=", ".join(refused))
