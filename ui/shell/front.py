"""The one window of the program: first the unlock card or the first run, then the open school."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from app.kernel.errors import MeldboekError
from app.kernel.garbage import settle
from app.kernel.texts import _
from ui.kit.dialogs import Dialogs
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.words import sentence_of
from ui.shell.loading import load_rest
from ui.shell.places import remember
from ui.shell.relaunch import relaunch
from ui.shell.unlock import UnlockView

if TYPE_CHECKING:
    from app.application import Meldboek
    from app.kernel.clock import Clock
    from ui.shell.window import Shell

SMALLEST, BEST = (1024, 640), (1440, 900)


class Front(QMainWindow):
    """``folder`` is the store to unlock; without one, the first run begins.

    ``keep`` remembers what was opened, ``again`` starts the program anew after locking.
    """

    def __init__(
        self,
        folder: Path | None,
        jobs: Jobs | None = None,
        keep: Callable[[Path], object] = remember,
        *,
        clock: Clock | None = None,
        again: Callable[[Path], object] = relaunch,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Meldboek")
        self.setWindowIcon(icon("notebook-tabs", "accent", 64))
        self.setMinimumSize(*SMALLEST)
        self.resize(_fitting(self.screen().availableSize()))
        self.jobs = jobs or Jobs()
        self.dialogs = Dialogs(self)
        self.shell: Shell | None = None
        self._prepared: Shell | None = None
        self._keep, self._again = keep, again
        self._clock = clock
        self._loaded = self._can_prepare = False
        self._closing = False
        if folder is None:
            self.begin()
        else:
            self.ask_passphrase(folder)

    def ask_passphrase(self, folder: Path) -> None:
        """Show the unlock card for this store."""
        view = UnlockView(folder, self.jobs, self.dialogs, self._clock)
        view.opening.connect(self._prepare)
        view.opened.connect(self.enter)
        view.new_wanted.connect(self.begin)
        self.setCentralWidget(view)

    def begin(self) -> None:
        """Show the first run."""
        from app.kernel.clock import SystemClock  # noqa: PLC0415 - the unlock card needs no clock yet
        from ui.shell.first_run import FirstRun  # noqa: PLC0415 - most starts never need it

        view = FirstRun(self.jobs, self.dialogs, self._clock or SystemClock())
        view.opened.connect(self.enter)
        view.store_wanted.connect(self.ask_passphrase)
        self.setCentralWidget(view)

    def enter(self, meldboek: Meldboek) -> None:
        """Fill the window with the open school."""
        from ui.shell.window import opened  # noqa: PLC0415 - loaded while the user typed

        self._keep(meldboek.store.home)
        self.shell = opened(meldboek, self.jobs, self.dialogs, self._again, self._prepared)
        if self._prepared is not None and self._prepared is not self.shell:
            self._prepared.deleteLater()
        self.setCentralWidget(self.shell)
        self.shell.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._loaded:
            self._loaded = True
            QTimer.singleShot(50, self, self._load)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.shell is None or self._closing:
            self.jobs.close()
            event.accept()
            return
        event.ignore()
        self.shell.leave(self._close_store)

    def _load(self) -> None:
        if not self.jobs.inline:
            self.jobs.run(load_rest, owner=self, done=lambda _none: self._warm())

    def _warm(self) -> None:
        from ui.shell.warming import Warming  # noqa: PLC0415 - its widgets are loaded just before

        settle()
        self._can_prepare = True
        Warming(self, self.jobs, self.size(), lambda: self.shell is None).begin()

    def _prepare(self, name: str, role: str) -> None:
        """Make what stands around the pages while the key is derived."""
        if self._can_prepare and self.shell is None:
            from app.kernel.clock import SystemClock  # noqa: PLC0415 - loaded while the user typed
            from app.vault.keys.keyring import Role, User  # noqa: PLC0415
            from ui.shell.window import Shell  # noqa: PLC0415

            if self._prepared is not None:
                self._prepared.deleteLater()
            user, today = User("", name, Role(role)), (self._clock or SystemClock()).today()
            self._prepared = Shell(user, today, self.jobs, self.dialogs, self)
            self._prepared.prepare(self.size())

    def _close_store(self) -> None:
        if self.shell is not None:
            self.shell.rest()
            self.shell.keeper.keep_then(self._let_go, self._not_copied)

    def _not_copied(self, error: MeldboekError) -> None:
        """Whoever closes hears that the copy failed, and chooses."""
        self.dialogs.ask(
            _("De reservekopie is niet gelukt"),
            sentence_of(error),
            _("Toch sluiten"),
            lambda yes: self._let_go() if yes else None,
            cancel=_("Openhouden"),
        )

    def _let_go(self) -> None:
        if self.shell is not None:
            store = self.shell.desk.meldboek.store
            self.jobs.run(store.close, owner=self, done=lambda _none: self._gone(), failed=self._not_closed)

    def _gone(self) -> None:
        self._closing = True
        QTimer.singleShot(0, self, self.close)  # within the first closing a second one would do nothing

    def _not_closed(self, error: object) -> None:
        if self.shell is not None:
            self.shell.desk.messages.error(sentence_of(error))  # type: ignore[arg-type] # a failed job gives one of ours


def _fitting(screen: QSize) -> QSize:
    """As large as it looks best, never larger than the screen."""
    return QSize(*SMALLEST).expandedTo(QSize(*BEST).boundedTo(screen))
