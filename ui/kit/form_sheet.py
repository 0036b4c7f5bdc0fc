"""A form in a sheet: its button saves, and it stays open until that succeeded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.texts import _
from ui.kit.form import Form
from ui.kit.sheet import Sheet


class FormSheet(Sheet):
    """``save(values)`` runs on the database lane; ``done(result)`` follows after the sheet has closed."""

    def __init__(
        self,
        title: str,
        form: Form,
        verb: str,
        save: Callable[[dict[str, Any]], Any],
        done: Callable[[Any], object] = lambda _result: None,
        *,
        width: int = 560,
        scrolls: bool = False,
    ) -> None:
        super().__init__(title, width=width, scrolls=scrolls, snug=scrolls)
        self.form, self._save, self._done = form, save, done
        self.body.addWidget(form)
        self.add_note(form.note)
        self.add_button(_("Annuleren"), self.dismiss)
        self.button = self.add_button(verb, self.submit, "primary")

    def submit(self) -> None:
        """Save what stands in the form."""
        values = self.form.values()
        self.form.submit(lambda: self._save(values), self._saved)

    def dismiss(self) -> None:
        self.form.may_leave(self.close_sheet)

    def _saved(self, result: Any) -> None:
        self.close_sheet()
        self._done(result)
