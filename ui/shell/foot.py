"""What stands under the navigation: whose school this is and when it was last copied; and the greeting."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from app.kernel.formats import clock_time, long_time, short_date
from app.kernel.texts import _, ngettext
from app.vault.copies import backups, second
from app.vault.copies.keeping import Kept
from app.vault.door import attempts
from app.vault.drawers.database import SLACK
from app.vault.trail import logbook
from ui.kit.desk import Desk
from ui.school.kept_words import told
from ui.shell.keeper import BACKUPS, Keeper
from ui.shell.navigation import Navigation


class Foot(QObject):
    """Looks again when the topic ``backups`` was published."""

    def __init__(self, desk: Desk, navigation: Navigation, keeper: Keeper) -> None:
        super().__init__(navigation)
        self._desk, self._navigation, self._keeper = desk, navigation, keeper
        desk.changes.topics_changed.connect(self._changed)

    def show(self) -> None:
        """Read and show it."""
        store = self._desk.meldboek.store
        self._desk.jobs.run(
            lambda: (store.keys.school, backups.last_made(store.home), self._late()),
            owner=self,
            done=self._show_school,
        )

    def greet(self) -> None:
        """Finish what was under way, write down that this user opened the store, and say when that was before."""
        meldboek = self._desk.meldboek
        store, disposal = meldboek.store, meldboek.disposal

        if store.read_only:
            return

        def work() -> tuple[datetime | None, int, bool]:
            newest = [line.at for drawer in store.drawers for line in drawer.log(1, with_changes=False)]
            is_behind = bool(newest) and max(newest) > meldboek.clock.now() + SLACK
            meldboek.settle()
            if disposal is not None and store.user.role.leads:
                disposal.finish()
            before = logbook.last_opened(store.register).get(store.user.id)
            wrong = attempts.count_of(store.folder)
            if wrong:
                store.register.note("login.failed", f"times:{wrong}")
                attempts.forget(store.folder)
            store.register.note(logbook.OPENED)
            return before, wrong, is_behind

        self._desk.jobs.run(work, owner=self, done=self._say_before)

    def backup(self) -> None:
        """Copy the store now."""
        self._keeper.keep(self._backed_up, self._desk.jobs.on_error)

    def _say_before(self, found: tuple[datetime | None, int, bool]) -> None:
        before, wrong, is_behind = found
        if is_behind:
            words = _(
                "De klok van deze computer loopt achter op het logboek. Zet hem goed; anders kloppen termijnen niet."
            )
            self._desk.messages.warning(words)
        elif wrong:
            words = ngettext(
                "Sinds de vorige keer is {n} keer een verkeerde wachtzin getypt. Was u dat niet? Kijk in het logboek.",
                "Sinds de vorige keer is {n} keer een verkeerde wachtzin getypt. Was u dat niet? Kijk in het logboek.",
                wrong,
            )
            self._desk.messages.warning(words)
        elif before is not None:
            words = _("U opende dit Meldboek het laatst op {when}.").format(when=long_time(before))
            self._desk.messages.info(words)

    def _changed(self, topics: frozenset[str]) -> None:
        if BACKUPS in topics:
            self.show()

    def _late(self) -> str:
        """What to say of the second place; nothing while a copy reached it these two weeks."""
        meldboek = self._desk.meldboek
        folder = meldboek.store.home
        if not second.is_late(folder, meldboek.clock.now()):
            return ""
        place = second.chosen(folder)
        if place is None:
            return _("Tweede plek: nog niet gekozen")
        if place.at is None:
            return _("Tweede plek: nog geen kopie")
        return _("Tweede plek: {day}, te lang geleden").format(day=short_date(place.at.date()))

    def _show_school(self, found: tuple[str, datetime | None, str]) -> None:
        school, at, late = found
        today = self._desk.meldboek.clock.today()
        if at is None:
            words = _("Nog geen reservekopie")
        else:
            day = _("vandaag {time}").format(time=clock_time(at)) if at.date() == today else short_date(at.date())
            words = _("Laatste reservekopie: {when}").format(when=day)
        self._navigation.show_school(school, f"{words}\n{late}" if late else words)

    def _backed_up(self, kept: Kept) -> None:
        self._desk.messages.info(told(kept))
