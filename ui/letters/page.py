"""Brieven: lists at the left, the letter itself at the right; the administrator sees the print tray alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QStackedWidget

from app.kernel.texts import N_, _
from app.letters.lines import LetterCard, LetterLine, TrayLine
from app.letters.templates.wordings import WordingLine
from app.vault.keys.keyring import Role
from ui.kit.buttons import icon_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.layouts import holder, row
from ui.kit.page import Picture
from ui.kit.table import Table
from ui.kit.table_export import export_shown
from ui.letters.acts import LetterActs
from ui.letters.buttons import (
    in_place,
    in_place_of_tray,
    make_buttons,
    tip,
    wanted,
    wanted_in_tray,
    wanted_of_template,
)
from ui.letters.editor import Editor
from ui.letters.lists import (
    DRAFTS,
    LABELS,
    POSTED,
    SENT,
    TEMPLATES,
    TRAY,
    letters_table,
    no_drafts,
    no_letters,
    posted_table,
    summary,
    templates_table,
    tray_table,
)
from ui.letters.preview import Preview
from ui.letters.scenes import pictures


class Drawable(Protocol):
    """What was read and can be drawn away from the database."""

    def draw(self) -> bytes:
        """The PDF."""
        ...


@dataclass(frozen=True)
class Lines:
    """What the page shows: letters and templates (none for an administrator), the tray, and the open cases."""

    letters: tuple[LetterLine, ...]
    tray: tuple[TrayLine, ...]
    posted: tuple[TrayLine, ...] = ()
    templates: tuple[WordingLine, ...] = ()
    cases: tuple[tuple[int, str], ...] = ()


class LettersPage(LetterActs):
    """Open it with a letter's id, ``"tray"``, a line of the tray as ``("tray", id)``, ``("new", "measure", id)`` for
    the letters of a measure, or nothing.
    """

    name = "letters"
    label = N_("Brieven")
    icon = "mail"
    roles: ClassVar[frozenset[Role]] = frozenset(Role)
    topics: ClassVar[frozenset[str]] = frozenset({"letters", "tray", "templates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._letters = desk.meldboek.casework.letters if desk.meldboek.casework else None
        self._tray = desk.meldboek.tray
        self._lines = Lines((), ())
        self._cases = ()
        self._which = TRAY
        self._asked = 0
        self._card: LetterCard | None = None
        self._data = b""
        self.editor = None
        self.preview = Preview(envelope_first=self._letters is None)
        self.preview.findings.chosen.connect(self.point_at)
        self.tables: dict[str, Table] = {
            DRAFTS: letters_table(_("Concepten"), no_drafts()),
            TRAY: tray_table(),
            SENT: letters_table(_("Vastgestelde brieven"), no_letters()),
            POSTED: posted_table(),
            TEMPLATES: templates_table(),
        }
        self._arrange()
        self.buttons = make_buttons(self)
        self._turn(DRAFTS if self._letters else TRAY)

    def fetch(self) -> Lines:
        casework = self.desk.meldboek.casework
        if casework is None:
            return Lines((), self._tray.waiting(), self._tray.posted())
        cases = tuple((case.id, f"{case.short_number}  {case.title}") for case in casework.cases.list())
        letters, target = casework.letters.recent(), self.target
        if isinstance(target, int) and all(line.id != target for line in letters):
            letters = (*letters, casework.letters.letter(target))
        templates = self.desk.meldboek.wordings.all() if self.desk.meldboek.user.role.leads else ()
        return Lines(letters, self._tray.waiting(), self._tray.posted(), templates, cases)

    def show_lines(self, lines: Lines) -> None:
        self._lines, self._cases = lines, lines.cases
        drafts = tuple(line for line in lines.letters if not line.is_final)
        shown = {
            DRAFTS: drafts,
            TRAY: lines.tray,
            SENT: tuple(line for line in lines.letters if line.is_final),
            POSTED: lines.posted,
            TEMPLATES: lines.templates,
        }
        for name, table in self.tables.items():
            table.set_lines(shown[name])
        for name in self._open_lists():
            counted = f" · {len(shown[name])}" if shown[name] and name in {DRAFTS, TRAY, SENT} else ""
            self.chips.set_text(name, _(LABELS[name]) + counted)
        self.header.set_title(_("Brieven") if self._letters else _("Printbak"), summary(len(drafts), len(lines.tray)))
        self._go_to_target()
        self._show_chosen()

    def open(self, target: object | None) -> None:
        letters = self._letters
        match target:
            case ("new", "measure", int() as measure_id) if letters is not None:
                work = lambda: letters.draft_for_measure(measure_id)[0]  # noqa: E731 - one expression for the lane
                self.desk.jobs.run(work, owner=self, done=self.open)
            case _:
                leave(self.stack, lambda: self._go(target))

    def count(self) -> tuple[int, bool]:
        waiting = len(self._tray.waiting())
        if self._letters is None:
            return waiting, False
        return len(self._letters.drafts()) + waiting, False

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        return pictures(desk)

    def open_first(self, which: str) -> None:
        """Show the first letter of a list."""
        self._turn(which)
        shown = self.tables[which].lines_model.shown
        if shown:
            self.tables[which].select(shown[0].id)

    def _arrange(self) -> None:
        self.chips = Chips([(name, _(LABELS[name])) for name in self._open_lists()], value=DRAFTS)
        self.chips.chosen.connect(self._turn)
        self._stacked = QStackedWidget()
        for name, table in self.tables.items():
            self._stacked.addWidget(table)
            table.line_selected.connect(lambda _line, which=name: self._show_chosen() if which == self._which else None)
            table.selectionModel().selectionChanged.connect(lambda *_both: self._show_buttons())
        export = icon_button("file-spreadsheet", _("Deze lijst exporteren naar Excel"), lambda: export_shown(self))
        self.list = Card()
        self.list.add(holder(row(self.chips, 1, export)), self._stacked)
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        self.stack.addWidget(self.list)
        self.body.addWidget(self.stack)
        self._columns.addWidget(self.preview)
        self._columns.setStretch(0, 11)
        self._columns.setStretch(1, 9)

    def _open_lists(self) -> tuple[str, ...]:
        """Who sees no cases sees the tray alone; a coordinator prints nothing and sees all but the tray.

        Only the leadership writes templates.
        """
        if self._letters is None:
            return (TRAY, POSTED)
        leads = self.desk.meldboek.user.role.leads
        return (DRAFTS, TRAY, SENT, POSTED, TEMPLATES) if leads else (DRAFTS, SENT)

    def _show_buttons(self) -> None:
        """What can be used now; what else belongs above the list stays there, so that the list does not move."""
        leads, stay = self.desk.meldboek.user.role.leads, frozenset[str]()
        if self.editor is not None:
            names = frozenset({"cancel", "keep"} | ({"original"} if isinstance(self.editor, Editor) else set()))
        elif self._which in {TRAY, POSTED}:
            names = wanted_in_tray(self.in_tray, is_posted=self._which == POSTED)
            stay = in_place_of_tray(self.in_tray, is_posted=self._which == POSTED)
        elif self._which == TEMPLATES:
            names = wanted_of_template(self.wording.version if self.wording else None)
        else:
            names = wanted(self._card, may_write=self._letters is not None, may_finalise=leads)
            stay = in_place(is_final=self._which == SENT, may_finalise=leads)
        why = tip(self._card)
        for name, button in sorted(self.buttons.items(), key=lambda one: one[0] in names | stay):
            button.setVisible(name in names | stay)  # what goes, goes first: else the window grows for both
            button.setEnabled(name in names and not (name == "finalise" and why))
        self.buttons["finalise"].setToolTip(why)

    def _turn(self, which: object) -> None:
        self._which = str(which) if which in self._open_lists() else self._open_lists()[0]
        self.chips.set_value(self._which)
        self._stacked.setCurrentWidget(self.tables[self._which])
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.editor is not None:
            return
        line, letters = self.tables[self._which].selected, self._letters
        if line is None:
            self._shown(None, b"")
        elif isinstance(line, TrayLine):
            self._show_tray_line(line)
        elif isinstance(line, WordingLine):
            meldboek = self.desk.meldboek
            template = meldboek.wordings.template(line.code, line.language)
            self._draw(lambda: (None, meldboek.wordings.specimen(template, meldboek.school)))
        elif letters is not None:
            self._draw(lambda: (letters.letter(line.id), letters.printable(line.id)))

    def _draw(self, read: Callable[[], tuple[LetterCard | None, Drawable]]) -> None:
        """Read on the lane of the database, draw beside it, and show."""

        self._asked = asked = self._asked + 1

        def show(card: LetterCard | None, data: bytes) -> None:
            if asked == self._asked:  # else something else was chosen meanwhile
                self._shown(card, data)

        def draw(found: tuple[LetterCard | None, Drawable]) -> None:
            self.desk.jobs.render(found[1].draw, owner=self, done=lambda data: show(found[0], data))

        self.desk.jobs.run(read, owner=self, done=draw)

    def _show_tray_line(self, line: TrayLine) -> None:
        """The leadership sees the letter; whoever prints sees the envelope, and the letter when she asks for it."""
        self._asked = asked = self._asked + 1

        def look() -> None:
            self.desk.jobs.run(lambda: self._tray.pdf(line.id), owner=self, done=show)

        def show(data: bytes) -> None:
            if asked == self._asked:
                self._shown(None, data)

        if self._letters is not None and line.can_print:
            look()
            return
        self._shown(None, b"")
        self.preview.show_envelope(line, look)

    def _shown(self, card: LetterCard | None, data: bytes) -> None:
        self._card, self._data = card, data
        can_mend = card is not None and not card.is_final
        self.preview.show_pdf(data, card.findings if card else (), can_mend=can_mend)
        self._show_buttons()

    def _go(self, target: object | None) -> None:
        self._close_editor()
        if target is not None:
            self.target = target
        self.refresh()

    def _go_to_target(self) -> None:
        target, self.target = self.target, None
        match target:
            case "tray":
                self._turn(TRAY)
            case ("tray", int() as line_id):
                self._turn(TRAY)
                self.tables[TRAY].select(line_id)
        for line in self._lines.letters if isinstance(target, int) else ():
            if line.id == target:
                self._turn(SENT if line.is_final else DRAFTS)
                self.tables[self._which].select(target)
