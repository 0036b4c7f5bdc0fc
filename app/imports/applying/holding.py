"""What casework holds on to, for those who may look into it: such a person stays when an import is undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from app.vault.references import holders
from app.vault.tables import CaseworkBase

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

Referred = Callable[[Collection[int]], Mapping[int, str]]


def nobody(_ids: Collection[int]) -> Mapping[int, str]:
    """What casework holds on to, as far as those know who may not look into it."""
    return {}


def held_in(casework: Drawer | None) -> Referred:
    """Why casework refers to persons, as the code of a sentence."""
    if casework is None:
        return nobody
    drawer = casework

    def referred(ids: Collection[int]) -> Mapping[int, str]:
        with drawer.read() as session:
            found = holders(session, CaseworkBase, ids)
        letters = {"letters"}
        return {
            key: "imports.kept_letter" if tables == letters else "imports.kept_case" for key, tables in found.items()
        }

    return referred
