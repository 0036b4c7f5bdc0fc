"""What stands under the navigation: whose school this is and when it was last copied; and making a copy."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from app.kernel.formats import clock_time, long_time, short_date
from app.kernel.texts import _
from app.vault import backups, logbook
from app.vault.container import BackupLine
from ui.kit.desk import Desk
from ui.shell.navigation import Navigation

BACKUPS = "backups"


class Foot(QObject):
    """Looks again when the topic ``backups`` was published."""

    def __init__(self, desk: Desk, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._desk, self._navigation = desk, navigation
        desk.changes.topics_changed.connect(self._changed)

    def show(self) -> None:
        """Read and show it."""
        store = self._desk.meldboek.store
        self._desk.jobs.run(
            lambda: (store.keys.school, backups.made(store.folder)[:1]), owner=self, done=self._show_school
        )

    def greet(self) -> None:
        """Write down that this user opened the store, and say when that was before: a stranger's visit would show."""
        store = self._desk.meldboek.store

        def work() -> datetime | None:
            before = logbook.last_opened(store.register).get(store.user.id)
            store.register.note(logbook.OPENED)
            return before

        self._desk.jobs.run(work, owner=self, done=self._say_before)

    def backup(self) -> None:
        """Copy the store now."""
        store = self._desk.meldboek.store
        self._desk.jobs.run(lambda: backups.make(store), owner=self, done=self._backed_up)

    def _say_before(self, before: datetime | None) -> None:
        if before is not None:
            words = _("U opende dit Meldboek het laatst op {when}.").format(when=long_time(before))
            self._desk.messages.info(words)

    def _changed(self, topics: frozenset[str]) -> None:
        if BACKUPS in topics:
            self.show()

    def _show_school(self, found: tuple[str, tuple[BackupLine, ...]]) -> None:
        school, last = found
        if not last:
            self._navigation.show_school(school, _("Nog geen reservekopie"))
            return
        at, today = last[0].at, self._desk.meldboek.clock.today()
        words = _("vandaag {time}").format(time=clock_time(at)) if at.date() == today else short_date(at.date())
        self._navigation.show_school(school, _("Laatste reservekopie: {when}").format(when=words))

    def _backed_up(self, _line: BackupLine) -> None:
        self._desk.changes.publish(frozenset({BACKUPS}))
        self._desk.messages.info(_("De reservekopie is gemaakt."))
