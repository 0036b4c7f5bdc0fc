"""Ctrl+K: one field that finds persons, cases, letters and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.cases.lines import CaseHit
from app.cases.rules import short_number
from app.casework import Casework
from app.kernel.formats import short_date
from app.kernel.names import fold, full
from app.kernel.texts import _
from app.measures.texts import STATUSES
from app.people.rules import PersonKind, PersonLine
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.icons import icon
from ui.kit.table import Table
from ui.kit.table_model import Column
from ui.kit.tag import TagText
from ui.shell.top_bar import searching

WIDTH, SHOWN, ROW, AFTER = 600, 8, 44, 60
_WITH_MEASURES = 5  # a name typed in full finds few persons; a single letter finds many
_PERSONS = {PersonKind.PUPIL: "graduation-cap", PersonKind.EMPLOYEE: "briefcase", PersonKind.GUARDIAN: "users"}


@dataclass(frozen=True)
class Entry:
    """Something to go to or to do."""

    id: str
    icon: str
    title: str
    detail: str
    kind: str
    act: Callable[[], object]


class Palette(QWidget):
    """Lies over the window; typing searches on the database lane, Enter goes."""

    closed = Signal()

    def __init__(self, desk: Desk, commands: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, tuple(commands)
        self._before = QApplication.focusWidget()
        self._card = QFrame(self)
        self._card.setProperty("look", "popup")
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(searching(casework=desk.meldboek.casework is not None))
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.edit.addAction(icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        self.table = Table(
            (
                Column("", text=lambda one: one.title, icon=lambda one: one.icon, detail=lambda one: one.detail),
                Column("", tag=lambda one: TagText(one.kind), width=120, align="right"),
            ),
            name=_("Gevonden"),
            row=ROW,
            empty=EmptyState("search", _("Niets gevonden"), _("Probeer een deel van de naam of het nummer.")),
        )
        self._lay()
        self._timer = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else AFTER)
        self._timer.timeout.connect(self._search)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.installEventFilter(self)
        self.table.clicked.connect(lambda _index: self.go())
        self.show_entries(self._commands)

    def put_over(self) -> None:
        """Show it over the window and put the cursor in it."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._fit()
        self.show()
        self.raise_()
        self.edit.setFocus()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, the first one chosen."""
        self.table.set_lines(entries)
        self._fit()
        if entries:
            self.table.select(entries[0].id)

    def go(self) -> None:
        """Do what the chosen line is for."""
        chosen = self.table.selected
        self.leave()
        if chosen is not None:
            chosen.act()

    def leave(self) -> None:
        """Close, and put the focus back."""
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing behind the card: the page stays readable."""

    def _fit(self) -> None:
        rows = min(SHOWN, max(4, len(self.table.lines_model.shown)))
        self._card.setGeometry((self.width() - WIDTH) // 2, 60, WIDTH, 62 + rows * ROW)

    def _lay(self) -> None:
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.setSpacing(8)
        inside.addWidget(self.edit)
        inside.addWidget(self.table, 1)

    def _key(self, key: int) -> bool:
        shown = self.table.lines_model.shown
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and shown:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.table.select(shown[(self.table.currentIndex().row() + step) % len(shown)].id)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go()
            return True
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        return key == Qt.Key.Key_Tab

    def _search(self) -> None:
        text = self.edit.text().strip()
        fitting = [one for one in self._commands if all(word in fold(one.title) for word in fold(text).split())]
        if not text:
            self.show_entries(self._commands)
            return
        done = partial(self._found, text, fitting)
        self._desk.jobs.run(lambda: find(self._desk, text), owner=self, done=done)

    def _found(self, text: str, fitting: list[Entry], entries: tuple[Entry, ...]) -> None:
        if text == self.edit.text().strip():
            self.show_entries((*entries, *fitting) if len(fitting) > 3 else (*fitting, *entries))


def find(desk: Desk, text: str, limit: int = 12) -> tuple[Entry, ...]:
    """Whatever this user may see that has these words, persons first; runs on the database lane."""
    persons = desk.meldboek.people.find(text, limit)
    casework = desk.meldboek.casework
    found = [*_persons(desk, persons)]
    if casework is None:
        found += _tray(desk, text, limit)
    else:
        hits = casework.cases.search(text, limit)
        found += [*_measures(desk, casework, persons), *_cases(desk, hits), *_letters(desk, casework, text, limit)]
        found += [*_lines(desk, hits), *_prevention(desk, casework, text, limit)]
    return (*found, *_notices(desk, text, limit))


def _persons(desk: Desk, lines: Sequence[PersonLine]) -> Iterator[Entry]:
    for line in lines:
        go = partial(desk.go, "people", line.id)
        yield Entry(f"person:{line.id}", _PERSONS[line.kind], full(line.name), line.detail, _("persoon"), go)


def _cases(desk: Desk, hits: Sequence[CaseHit]) -> Iterator[Entry]:
    for hit in hits:
        if hit.kind == "case":
            go = partial(desk.go, "cases", hit.case_id)
            yield Entry(f"case:{hit.case_id}", "folder-open", hit.title, short_number(hit.number), _("zaak"), go)


def _lines(desk: Desk, hits: Sequence[CaseHit]) -> Iterator[Entry]:
    """The lines of timelines; each opens its case."""
    for place, hit in enumerate(hits):
        if hit.kind != "case":
            detail = f"{short_number(hit.number)} · {hit.title}"
            go = partial(desk.go, "cases", hit.case_id)
            yield Entry(f"entry:{place}", "messages-square", hit.found, detail, _("tijdlijn"), go)


def _prevention(desk: Desk, casework: Casework, text: str, limit: int) -> Iterator[Entry]:
    """Agreements, lessons and meetings; they stand together in one list."""
    for line in casework.cases.prevention.search(text, limit):
        detail = " · ".join(part for part in (short_date(line.held_on), line.groups, line.speaker) if part)
        go = partial(desk.go, "cases", "prevention")
        yield Entry(f"prevention:{line.id}", "users-round", line.title, detail, _("preventie"), go)


def _letters(desk: Desk, casework: Casework, text: str, limit: int) -> Iterator[Entry]:
    for line in casework.letters.search(text, limit):
        number = short_number(line.case_number)
        known_as = line.reference or _("concept bij {number}").format(number=number)
        go = partial(desk.go, "letters", line.id)
        yield Entry(f"letter:{line.id}", "mail", line.subject, f"{line.addressee} · {known_as}", _("brief"), go)


def _measures(desk: Desk, casework: Casework, persons: Sequence[PersonLine]) -> Iterator[Entry]:
    """The measures of the persons who were found, the newest first."""
    for person in persons[:_WITH_MEASURES]:
        for line in casework.measures.of_person(person.id)[::-1]:
            detail = f"{short_number(line.case_number)} · {_(STATUSES[line.status])}"
            title = f"{line.rung_label}: {line.person}"
            go = partial(desk.go, "measures", ("measure", line.id))
            yield Entry(f"measure:{line.id}", "scale", title, detail, _("maatregel"), go)


def _tray(desk: Desk, text: str, limit: int) -> Iterator[Entry]:
    """What lies ready to print, by what stands on the envelope."""
    for line in desk.meldboek.tray.search(text, limit):
        go = partial(desk.go, "letters", ("tray", line.id))
        yield Entry(f"tray:{line.id}", "printer", line.addressee, line.place, _("printbak"), go)


def _notices(desk: Desk, text: str, limit: int) -> Iterator[Entry]:
    """Letters about consents; they open the card of the child."""
    for line in desk.meldboek.consent_letters.search(text, limit):
        detail = f"{line.addressee} · {line.reference}"
        go = partial(desk.go, "consents", line.about_id)
        yield Entry(f"notice:{line.id}", "mail", line.subject, detail, _("brief"), go)
