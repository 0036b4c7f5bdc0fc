"""What the user sees when the program itself is wrong: a calm sheet, and details without anything personal."""

from __future__ import annotations

import sys
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication

from app.kernel.mishap import described
from app.kernel.texts import _
from ui.kit.dialogs import Dialogs
from ui.kit.labels import label
from ui.kit.sheet import Sheet


def install(dialogs: Dialogs) -> None:
    """Let every unexpected error end in the sheet instead of silence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = describe(kind, trace)
        sys.stderr.write(details + "\n")
        if not any(isinstance(sheet, CrashSheet) for sheet in dialogs.current):
            dialogs.open(CrashSheet(details))

    sys.excepthook = hook


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong: kind of error, files and lines; never the message, for that may hold a name."""
    return described(kind, trace, f"Qt {PySide6.__version__}")


class CrashSheet(Sheet):
    """Says what happened, that nothing is lost, and offers the details for whoever mends it."""

    def __init__(self, details: str) -> None:
        super().__init__(_("Er ging iets mis in Meldboek"), width=520)
        self.details = details
        words = _(
            "Wat al bewaard was, is veilig. U kunt verdergaan. Gebeurt het vaker, kopieer dan de details en geef ze "
            "aan wie Meldboek voor u beheert. Er staan geen namen of teksten in."
        )
        self.body.addWidget(label(words, "quiet", wrap=True))
        self.body.addWidget(label(details.splitlines()[1], "secondary", wrap=True))
        self.add_button(_("Kopieer details"), self.copy)
        self.add_button(_("Verder werken"), self.dismiss, "primary")

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details)
