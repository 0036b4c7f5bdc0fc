"""Brieven: lists at the left, the letter itself at the right; the administrator sees the print tray alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from app.kernel.texts import N_, _
from app.letters.lines import LetterCard, LetterLine, TrayLine
from app.letters.rules import names_in_text
from app.vault.keyring import Role
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.page import Page, Picture
from ui.kit.printing import ask_and_print
from ui.kit.saving import save_pdf
from ui.kit.table import Table
from ui.letters.buttons import make_buttons, wanted
from ui.letters.editor import Editor
from ui.letters.lists import DRAFTS, LABELS, SENT, TRAY, letters_table, no_drafts, no_letters, summary, tray_table
from ui.letters.preview import Preview
from ui.letters.sheets import finalise_sheet, new_letter_sheet, sent_sheet


@dataclass(frozen=True)
class Lines:
    """What the page shows: letters (none for an administrator), the tray, and the open cases."""

    letters: tuple[LetterLine, ...]
    tray: tuple[TrayLine, ...]
    cases: tuple[tuple[int, str], ...]


class LettersPage(Page):
    """Open it with a letter's id, ``"tray"``, a line of the tray as ``("tray", id)``, ``("new", "measure", id)`` for
    the letters of a measure, or nothing.
    """

    name = "letters"
    label = N_("Brieven")
    icon = "mail"
    roles: ClassVar[frozenset[Role]] = frozenset(Role)
    topics: ClassVar[frozenset[str]] = frozenset({"letters", "tray"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._letters = desk.meldboek.casework.letters if desk.meldboek.casework else None
        self._tray = desk.meldboek.tray
        self._lines = Lines((), (), ())
        self._card: LetterCard | None = None
        self._data = b""
        self.editor: Editor | None = None
        self.preview = Preview()
        self.tables: dict[str, Table] = {
            DRAFTS: letters_table(_("Concepten"), no_drafts()),
            TRAY: tray_table(),
            SENT: letters_table(_("Vastgestelde brieven"), no_letters()),
        }
        self._arrange()
        self.buttons = make_buttons(self)
        self._turn(DRAFTS if self._letters else TRAY)

    def fetch(self) -> Lines:
        casework = self.desk.meldboek.casework
        if casework is None:
            return Lines((), self._tray.waiting(), ())
        cases = tuple((case.id, f"{case.short_number}  {case.title}") for case in casework.cases.list())
        letters, target = casework.letters.recent(), self.target
        if isinstance(target, int) and all(line.id != target for line in letters):
            letters = (*letters, casework.letters.letter(target))
        return Lines(letters, self._tray.waiting(), cases)

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        drafts = tuple(line for line in lines.letters if not line.is_final)
        shown = {DRAFTS: drafts, TRAY: lines.tray, SENT: tuple(line for line in lines.letters if line.is_final)}
        for name, table in self.tables.items():
            table.set_lines(shown[name])
        for name in self._open_lists():
            self.chips.set_text(name, _(LABELS[name]) + (f" · {len(shown[name])}" if shown[name] else ""))
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
        return sum(not line.is_final for line in self._letters.recent()) + waiting, False

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return (
            Picture("letters", lambda page: page.open_first(SENT)),
            Picture("letters_draft", lambda page: page.open_first(DRAFTS)),
            Picture("letters_tray", lambda page: page.open_first(TRAY)),
        )

    def open_first(self, which: str) -> None:
        """Show the first letter of a list."""
        if self._letters is None:
            which = TRAY
        self._turn(which)
        shown = self.tables[which].lines_model.shown
        if shown:
            self.tables[which].select(shown[0].id)

    def edit(self) -> None:
        """Change the text of the chosen draft."""
        if self._card is None or self._card.is_final:
            return
        editor = Editor(self.desk, self._card)
        editor.typed.connect(self._show_typed)
        editor.saved.connect(self._edited)
        editor.left.connect(self._close_editor)
        self.editor = editor
        self.stack.addWidget(editor)
        self.stack.setCurrentWidget(editor)
        self._show_buttons()

    def keep_edit(self) -> None:
        """Save what was typed in the editor."""
        if self.editor is not None:
            self.editor.save()

    def cancel_edit(self) -> None:
        """Leave the editor; what was typed is asked about."""
        if self.editor is not None:
            self.editor.cancel()

    def finalise(self) -> None:
        """Ask how the chosen draft goes and freeze it."""
        if self._card is not None:
            self.desk.dialogs.open(finalise_sheet(self.desk, self._card, lambda: self._done(_("De brief staat vast."))))

    def record_sent(self) -> None:
        """Record how the chosen letter left."""
        what = self.tables[TRAY].selected if self._which == TRAY else self._card
        if what is not None:
            done = _("Vastgelegd dat de brief is verstuurd.")
            self.desk.dialogs.open(sent_sheet(self.desk, what, lambda: self._done(done)))

    def save(self) -> None:
        """Keep the shown letter as a file outside the program."""
        name = (
            f"{self._card.reference.replace('/', '_')}.pdf" if self._card and self._card.reference else _("brief.pdf")
        )
        save_pdf(self.desk, self, name, self._read())

    def print_out(self) -> None:
        """Put the shown letter on paper."""
        said = _("De brief is naar de printer gestuurd.")
        show = lambda data: ask_and_print(self.desk.messages, self.window(), data, said)  # noqa: E731 - one expression
        self.desk.jobs.run(self._read(), owner=self, done=show)

    def _read(self) -> Callable[[], bytes]:
        """What reads the chosen letter; an administrator's is read only when it is printed or saved."""
        line, data = self.tables[self._which].selected, self._data
        return (lambda: self._tray.pdf(line.id)) if isinstance(line, TrayLine) else (lambda: data)

    def correct(self) -> None:
        """Write a new letter in place of the chosen final one."""
        letters, card = self._letters, self._card
        if letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.correct(card.id), owner=self, done=self.open)

    def discard(self) -> None:
        """Throw the chosen draft away, after a question."""
        letters, card = self._letters, self._card
        if letters is None or card is None:
            return
        name = names_in_text(card.addressee)
        text = _("Het concept voor {name} wordt weggegooid.").format(name=name)
        self.desk.dialogs.ask(_("Concept weggooien"), text, _("Weggooien"), self._discard, danger=True)

    def new_letter(self) -> None:
        """Ask for a letter that belongs to no measure."""
        self.desk.dialogs.open(new_letter_sheet(self.desk, list(self._lines.cases), lambda ids: self.open(ids[0])))

    def _arrange(self) -> None:
        self.chips = Chips([(name, _(LABELS[name])) for name in self._open_lists()], value=DRAFTS)
        self.chips.setVisible(self._letters is not None)
        self.chips.chosen.connect(self._turn)
        self._stacked = QStackedWidget()
        for name, table in self.tables.items():
            self._stacked.addWidget(table)
            table.line_selected.connect(lambda _line, which=name: self._show_chosen() if which == self._which else None)
        self.list = Card()
        self.list.add(self.chips, self._stacked)
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        self.stack.addWidget(self.list)
        self.body.addWidget(self.stack)
        self._columns.addWidget(self.preview)
        self._columns.setStretch(0, 11)
        self._columns.setStretch(1, 9)

    def _open_lists(self) -> tuple[str, ...]:
        """Who sees no cases sees the tray alone; a coordinator prints nothing and sees all but the tray."""
        if self._letters is None:
            return (TRAY,)
        return (DRAFTS, SENT) if self.desk.meldboek.user.role is Role.COORDINATOR else (DRAFTS, TRAY, SENT)

    def _show_buttons(self) -> None:
        role = self.desk.meldboek.user.role
        names = wanted(
            self._card,
            in_tray=self._which == TRAY and self.tables[TRAY].selected is not None,
            may_write=self._letters is not None,
            may_finalise=role in {Role.DIRECTOR, Role.BOARD},
        )
        for name, button in self.buttons.items():
            button.setVisible(name in ({"cancel", "keep"} if self.editor is not None else names))

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
        elif letters is None:
            self._shown(None, b"")
            self.preview.show_envelope(line)
        elif isinstance(line, TrayLine):
            self.desk.jobs.run(lambda: self._tray.pdf(line.id), owner=self, done=lambda data: self._shown(None, data))
        else:
            work = lambda: (letters.letter(line.id), letters.preview(line.id))  # noqa: E731 - one expression
            self.desk.jobs.run(work, owner=self, done=lambda found: self._shown(*found))

    def _shown(self, card: LetterCard | None, data: bytes) -> None:
        self._card, self._data = card, data
        self.preview.show_pdf(data, card.findings if card else ())
        self._show_buttons()

    def _show_typed(self, body: str) -> None:
        letters, card = self._letters, self._card
        if letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.preview(card.id, body), owner=self, done=self.preview.pdf.set_pdf)

    def _edited(self) -> None:
        self._close_editor()
        self.desk.messages.info(_("De tekst is bewaard."))

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        self._show_chosen()

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

    def _discard(self, yes: bool) -> None:
        letters, card = self._letters, self._card
        if yes and letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.discard(card.id), owner=self, done=lambda _none: None)

    def _done(self, text: str) -> None:
        self.desk.messages.info(text)
        self.reload()
