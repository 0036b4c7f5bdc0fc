"""The open school: top bar, navigation, the pages, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.vault.keys.keyring import RECOVERY, User
from ui.kit.desk import Desk
from ui.kit.dialogs import Dialogs
from ui.kit.form import leave
from ui.kit.jobs import Jobs
from ui.kit.messages import MessageBar
from ui.kit.page import Page
from ui.kit.theme import TOP_BAR
from ui.shell import locking
from ui.shell.commands import commands
from ui.shell.drop import ListDrop
from ui.shell.foot import Foot
from ui.shell.frame import Frame
from ui.shell.help import Manual, chapter_of
from ui.shell.idle import Idle
from ui.shell.idle_sheet import IdleSheet
from ui.shell.keeper import Keeper
from ui.shell.palette import Palette
from ui.shell.relaunch import relaunch
from ui.shell.session import session_watch
from ui.shell.shortcuts import KeysSheet, bind, press

if TYPE_CHECKING:
    from app.application import Meldboek

AFTER_PAINT = 300  # ms: the first page is painted before the others are made


class Shell(Frame):
    """Made for a user; what it does begins with ``open``, when the drawers are open."""

    def __init__(self, user: User, day: date, jobs: Jobs, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(user, day, parent)
        self.desk = Desk(None, jobs, dialogs=dialogs, go=self.go, here=self.here, restart=self.restart, role=user.role)
        self.made: dict[str, Page] = {}
        self.palette_: Palette | None = None
        self._before = ""
        self._resting = False
        self._manual: Manual | None = None
        self._warning: IdleSheet | None = None
        self.idle = Idle(self)
        self.idle.warned.connect(self.warn_idle)
        self.idle.returned.connect(self.stay)
        self.idle.expired.connect(self.lock_now)
        self._connect()
        self.first = self.page_named(next(iter(self.pages)))

    def open(self, meldboek: Meldboek, again: Callable[[Path], object] = relaunch) -> None:
        """Put this school in the frame; ``again`` starts the program anew at the unlock window."""
        self.desk.open(meldboek)
        self.desk.dialogs.below = TOP_BAR  # so that the lock stays in reach
        self._again = again
        self.first.reload()  # is read while the rest is made
        self.keeper = Keeper(self.desk, self)
        self.foot = Foot(self.desk, self.navigation, self.keeper)
        self.bar = MessageBar(self.desk.messages, self, self.stack.currentChanged)
        self.desk.jobs.busy.connect(self.top.busy.setVisible)
        self.desk.changes.topics_changed.connect(self._count_topics)
        if "imports" in self.pages:
            ListDrop(self, self._is_free, partial(self.go, "imports"), self.desk.messages.warning)
        self.session = session_watch()
        self.session.left.connect(partial(self.lock_now, copied=False))  # the computer may sleep within seconds

    def start(self) -> None:
        """Open the first page, then make the others one by one while nothing else happens."""
        self.go(next(iter(self.pages), ""))
        self.idle.watch(self.window().windowHandle())
        self.session.start(int(self.window().winId()))
        self.foot.show()
        if self.desk.meldboek.user.id == RECOVERY:
            from ui.school.user_sheets import after_recovery  # noqa: PLC0415 - hardly ever needed

            self.desk.dialogs.open(after_recovery(self.desk, lambda _none: self.lock()))

    @property
    def page(self) -> Page | None:
        """The page that is open, or None while the manual is."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) else None

    def here(self) -> str:
        """The page that is open and the number of what it shows: ``cases:12``."""
        page = self.page
        if page is None:
            return ""
        return f"{page.name}:{page.target}" if isinstance(page.target, int) else page.name

    def go(self, name: str, target: object | None = None) -> None:
        """Open a page, at a target; asks first when this page holds something that keeps no draft."""
        if name in self.pages:
            page = self.page
            if page is not None and page.name != name:
                leave(page, lambda: self._turn(name, target))
            else:
                self._turn(name, target)

    def leave(self, then: Callable[[], object]) -> None:
        """Ask about what is not saved anywhere, then go on."""
        leave(self, then)

    def search(self) -> None:
        """Open the palette, unless a sheet waits for an answer."""
        if self.desk.dialogs.is_open:
            return
        self.palette_ = Palette(self.desk, commands(self), self.window())
        self.palette_.put_over()

    def report(self) -> None:
        """Begin a new report; who sees no cases has nothing to begin."""
        self.go("cases", "new")

    def photo(self) -> None:
        """Ask whether a child may be shown, over whatever page is open."""
        if "consents" in self.pages:
            self.page_named("consents").open("photo")

    def help(self) -> None:
        """Open the manual at the page that is open."""
        page = self.page
        if self._manual is None:
            self._manual = Manual()
            self._manual.closed.connect(self._back)
            self.stack.addWidget(self._manual)
        if page is not None:
            self._before = page.name
        self.navigation.choose("")
        self.stack.setCurrentWidget(self._manual)
        self._manual.open(chapter_of(page.name, page.entry()) if page is not None else self._before)

    def lock(self) -> None:
        """Lock because somebody wants it now: who would lose what they typed, is asked first."""
        if not self._resting:
            locking.by_hand(self.desk, self.window(), self.lock_now)

    def lock_now(self, *, copied: bool = True) -> None:
        """Keep every draft, hide the window, copy what changed, close, and start anew at the unlock window."""
        if self._resting:
            return
        self.rest()
        locking.keep_drafts(self.window())
        self.window().hide()
        again = partial(self._again, self.desk.meldboek.store.home)
        self.keeper.close_store(again, lambda _error: self._not_locked(again), copied=copied)

    def restart(self) -> None:
        """Start anew at the unlock window; the store is closed already."""
        self.rest()
        self._again(self.desk.meldboek.store.home)

    def rest(self) -> None:
        """Do nothing by itself any more: the store is about to close."""
        self.idle.stop()
        self.session.stop()
        self.keeper.stop()
        self._resting = True

    def reload(self) -> None:
        """Fetch the open page again."""
        if self.page is not None:
            self.page.reload()

    def filter(self) -> None:
        """Go to the filter of the open page."""
        field = self.page.filter_field() if self.page is not None else None
        if field is not None:
            field.setFocus()

    def keys(self) -> None:
        """Show the list of keys."""
        self.desk.dialogs.open(KeysSheet())

    def backup(self) -> None:
        """Copy the store now."""
        self.foot.backup()

    def warn_idle(self, seconds: int) -> None:
        """Say that the program is about to lock."""
        self._warning = IdleSheet(seconds)
        self.desk.dialogs.open(self._warning)

    def stay(self) -> None:
        """Somebody is there again."""
        if self._warning is not None:
            self._warning.close_sheet()
            self._warning = None

    def page_named(self, name: str) -> Page:
        """The page with this name; made when it is first needed."""
        if name not in self.made:
            page = self.pages[name](self.desk)
            if not self.made:
                page.once_answered(lambda: QTimer.singleShot(AFTER_PAINT, self, self._make_next))
            self.made[name] = page
            self.stack.addWidget(page)
        return self.made[name]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.rest()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.top.search_wanted.connect(self.search)
        self.top.photo_wanted.connect(self.photo)
        self.top.photo.setVisible("consents" in self.pages)
        self.top.lock_wanted.connect(self.lock)
        self.navigation.page_wanted.connect(self._clicked)
        acts = {
            "search": self.search,
            "report": self.report,
            "photo": self.photo,
            "filter": self.filter,
            "lock": self.lock,
            "help": self.help,
            "reload": self.reload,
            "keys": self.keys,
        }
        bind(self, acts, self._is_free)
        for at, entry in enumerate(self.entries):
            press(self, f"Ctrl+{(at + 1) % 10}", partial(self.go, entry.name), self._is_free)

    def _is_free(self) -> bool:
        return not self.desk.dialogs.is_open

    def _clicked(self, name: str) -> None:
        page = self.page
        if page is not None and page.name == name:
            page.home()
        else:
            self.go(name)
        page = self.page
        self.navigation.choose(page.entry() if page is not None else "")

    def _turn(self, name: str, target: object | None) -> None:
        page = self.page_named(name)
        self.navigation.choose(page.entry())
        if target is not None:
            page.open(target)
        self.stack.setCurrentWidget(page)

    def _back(self) -> None:
        self.go(self._before or next(iter(self.pages)))

    def _make_next(self) -> None:
        missing = [name for name in self.pages if name not in self.made]
        if self._resting:
            return
        if self.page is not None and self.page.is_loading:
            QTimer.singleShot(30, self, self._make_next)
        elif missing:
            self.page_named(missing[0]).reload()
            QTimer.singleShot(30, self, self._make_next)
        else:
            self._count(frozenset(self.made))
            self.foot.greet()
            self.keeper.start()

    def _count_topics(self, topics: frozenset[str]) -> None:
        if not self._resting:
            self._count(frozenset(name for name, page in self.made.items() if page.topics & topics))

    def _count(self, names: frozenset[str]) -> None:
        pages = [self.made[entry.name] for entry in self.entries if entry.name in names]
        self.desk.jobs.run(lambda: {page.name: page.count() for page in pages}, owner=self, done=self._show_counts)

    def _show_counts(self, counts: dict[str, tuple[int, bool]]) -> None:
        for name, (number, overdue) in counts.items():
            self.navigation.buttons[name].show_count(number, overdue)

    def _not_locked(self, again: Callable[[], object]) -> None:
        """Closing failed: let go as a crash would and start anew all the same, for the case may never stay readable."""
        self.desk.meldboek.store.abandon()
        again()


def opened(
    meldboek: Meldboek,
    jobs: Jobs,
    dialogs: Dialogs,
    again: Callable[[Path], object] = relaunch,
    prepared: Shell | None = None,
) -> Shell:
    """The window of an open school: ``prepared`` when that is for this user on this day, else a new one."""
    user, today = meldboek.user, meldboek.clock.today()
    shell = prepared if prepared is not None and prepared.is_for(user, today) else Shell(user, today, jobs, dialogs)
    shell.open(meldboek, again)
    return shell
