"""What can be done from the palette besides finding things: go to a page, report, lock, copy, help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app.kernel.texts import _
from ui.kit.page import Page
from ui.kit.table_export import export_shown
from ui.shell.palette import Entry


class Commanded(Protocol):
    """The window, as far as commands need it."""

    pages: dict[str, type[Page]]

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        ...

    def go(self, name: str, target: object | None = None) -> None:
        """Open a page."""
        ...

    def report(self) -> None:
        """Begin a report."""
        ...

    def photo(self) -> None:
        """Ask whether a child may be shown."""
        ...

    def lock(self) -> None:
        """Lock the program."""
        ...

    def backup(self) -> None:
        """Copy the store."""
        ...

    def help(self) -> None:
        """Open the manual."""
        ...

    def keys(self) -> None:
        """Show the keys."""
        ...


def commands(window: Commanded) -> tuple[Entry, ...]:
    """Every command that this user has."""
    made: list[Entry] = []
    if "cases" in window.pages:
        made.append(_command("report", "plus", _("Nieuwe melding"), "Ctrl N", window.report))
    if "consents" in window.pages:
        made += [
            _command("photo", "camera", _("Mag dit kind op beeld?"), _("Ctrl B"), window.photo),
            _command("forms", "keyboard", _("Formulieren invoeren"), "", partial(window.go, "consents", "entry")),
            _command("answers", "file-spreadsheet", _("Antwoorden inlezen"), "",
                     partial(window.go, "consents", ("rounds", "import"))),
        ]  # fmt: skip
    for name, page in window.pages.items():
        title = _("Naar {page}").format(page=_(page.label))
        made.append(_command(f"page:{name}", page.icon, title, "", partial(window.go, name)))
    made += [
        _command("export", "file-spreadsheet", _("Deze lijst exporteren naar Excel"), "",
                 lambda: export_shown(window.page)),
        _command("backup", "hard-drive", _("Reservekopie maken"), "", window.backup),
        _command("lock", "lock", _("Vergrendelen"), "Ctrl L", window.lock),
        _command("help", "life-buoy", _("Hulp bij deze pagina"), "F1", window.help),
        _command("keys", "keyboard", _("Lijst met toetsen"), "Ctrl /", window.keys),
    ]  # fmt: skip
    return tuple(made)


def _command(name: str, icon: str, title: str, detail: str, act: Callable[[], object]) -> Entry:
    return Entry(name, icon, title, detail, _("opdracht"), act)
