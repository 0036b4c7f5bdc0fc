"""Locking: every draft is kept first; when one cannot be kept, whoever locks by hand is told before it is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.kit.jobs import Failed
from ui.kit.words import sentence_of


def keep_drafts(window: QWidget, failed: Failed | None = None) -> None:
    """Keep what is being typed, also in a sheet, which lies over the window."""
    for form in window.findChildren(Form):
        form.keep_draft(failed)


def by_hand(desk: Desk, window: QWidget, lock: Callable[[], object]) -> None:
    """Lock when all that was typed is kept; else show the window again and ask. It is hidden at once either way."""
    lost: list[MeldboekError] = []
    keep_drafts(window, lost.append)
    window.hide()
    desk.jobs.run(  # comes after the drafts on the same lane
        lambda: None, owner=window, done=lambda _none: _ask(desk, window, lost[0], lock) if lost else lock()
    )


def _ask(desk: Desk, window: QWidget, error: MeldboekError, lock: Callable[[], object]) -> None:
    window.show()
    window.activateWindow()
    words = _("{why} Vergrendelt u nu, dan is weg wat u aan het typen was.")
    desk.dialogs.ask(
        _("Wat u typte, is niet bewaard"),
        words.format(why=sentence_of(error)),
        _("Toch vergrendelen"),
        lambda yes: lock() if yes else None,
        danger=True,
        cancel=_("Openhouden"),
    )
