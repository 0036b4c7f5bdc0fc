"""The text of a draft, with its compulsory parts and a live preview."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout

from app.kernel.findings import Finding
from app.kernel.texts import _
from app.letters.lines import LetterCard, LetterText, Wording
from app.letters.paper.layout import Printable
from app.letters.place_rules import Place, has_open, next_open, place_of
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.form import Form
from ui.kit.layouts import Scroll, holder, row
from ui.letters.highlight import Marks, in_box, in_text
from ui.letters.marks import MarkBar
from ui.letters.parts import PartTags

PAUSE = 500  # milliseconds after the last key before the preview follows


def ways() -> tuple[tuple[bool, str], ...]:
    """How a letter goes by post: as it is, or registered."""
    return (False, _("gewoon")), (True, _("aangetekend"))


class Editor(Card):
    """Subject, address and body of one draft; ``judged`` and ``typed`` come after a pause, with the preview."""

    typed = Signal(bytes)
    judged = Signal(object)
    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, letter: LetterCard) -> None:
        super().__init__(letter.template_name)
        self._desk, self.letter = desk, letter
        casework = desk.meldboek.casework
        assert casework is not None  # noqa: S101 - only who holds casework has drafts
        self._letters = casework.letters
        self.form = Form(desk, drafts=(desk.meldboek.store.drawers[-1], "letter", str(letter.id)))
        self.subject = self.form.field("subject", _("Betreft"), TextField(letter.subject))
        self.form.field("is_registered", _("Versturen"), ChipsField(ways(), letter.is_registered), beside=True)
        self.address = self.form.field("address", _("Adres"), AreaField("\n".join(letter.to.lines), lines=3))
        hint = _("Een regel met [een woord] wordt niet gedrukt. Hij laat zien waar een verplicht deel begint.")
        self.text = AreaField(letter.body, lines=9, grows=True)
        self._marks = Marks(self.text.edit.document())
        self._next = button(_("Volgende open plek"), "arrow-right", self.next_place)
        self._next.setToolTip(_("Gaat naar de volgende plek die u nog moet invullen (F4)"))
        self.form.add(holder(row(MarkBar(self.text), self._next, 1, gap=6)))
        self.form.field("body", _("Tekst"), self.text, hint)
        stretched = self.form.layout().count() - 1  # type: ignore[union-attr] # a form has a layout
        several = _("Meer dan een: zet er een puntkomma tussen.")
        self.form.field("enclosures", _("Bijlagen"), TextField("; ".join(letter.enclosures)), several)
        self.form.field("copies", _("Kopie aan"), TextField("; ".join(letter.copies)), beside=True)
        inside = self.form.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setStretch(stretched, 1)  # the text takes all the height that is left
        self._parts = PartTags(letter.parts)
        self.add(self._parts)
        scroll = Scroll()
        scroll.setWidget(self.form)
        self.body.addWidget(scroll, 1)
        self._pause = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else PAUSE)
        self._pause.timeout.connect(self._preview)
        self.form.changed.connect(self._edited)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_F4), self, self.next_place, context=within)
        self._show_parts()

    def save(self) -> None:
        """Keep what was typed."""
        text, letter = self._typed_text(), self.letter

        def keep() -> None:
            self._letters.change(
                letter.id,
                text.body,
                subject=text.subject,
                address=text.address,
                enclosures=text.enclosures,
                copies=text.copies,
                is_registered=text.is_registered,
            )

        self.form.submit(keep, lambda _none: self.saved.emit())

    def put(self, wording: Wording) -> Callable[[], None]:
        """Write another subject and text in the form, which is not saved by that; gives what undoes it."""
        before = Wording(self.subject.value(), self.text.value())
        self.subject.set_value(wording.subject)
        cursor = QTextCursor(self.text.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(wording.body)
        self._edited()

        def undo() -> None:
            self.put(before)

        return undo

    def point_at(self, finding: Finding) -> None:
        """Go to the place where this can be mended."""
        place = place_of(finding, self.text.edit.toPlainText(), self.letter.parts)
        if place is not None:
            self._go(place)

    def next_place(self) -> None:
        """Select the next open place of the text."""
        body = self.text.edit.toPlainText()
        place = next_open(body, in_text(body, self.text.edit.textCursor().selectionEnd()))
        if place is not None:
            self._go(place)

    def _go(self, place: Place) -> None:
        self.form.rows[place.field].field.take_focus()
        if place.field != "body":
            return
        edit, body = self.text.edit, self.text.edit.toPlainText()
        cursor = edit.textCursor()
        cursor.setPosition(in_box(body, place.start))
        cursor.setPosition(in_box(body, place.end), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        edit.centerCursor()

    def cancel(self) -> None:
        """Go back to the list; what was typed is asked about."""
        self.form.may_leave(self.left.emit)

    def _typed_text(self) -> LetterText:
        values = self.form.values()
        return LetterText(
            subject=values["subject"],
            body=values["body"],
            address=tuple(values["address"].split("\n")),
            enclosures=tuple(values["enclosures"].split(";")),
            copies=tuple(values["copies"].split(";")),
            is_registered=values["is_registered"],
        )

    def _preview(self) -> None:
        """Judge and draw what is typed, beside the window; what was typed meanwhile is judged again."""
        text, letter_id, jobs = self._typed_text(), self.letter.id, self._desk.jobs

        def show(found: tuple[tuple[Finding, ...], Printable]) -> None:
            self.judged.emit(found[0])
            jobs.render(found[1].draw, owner=self, done=self.typed.emit)

        jobs.run(lambda: self._letters.typed(letter_id, text), owner=self, done=show)

    def _edited(self) -> None:
        self._pause.start()
        self._show_parts()

    def _show_parts(self) -> None:
        body = self.text.value()
        self._parts.show_parts(body)
        self._next.setEnabled(has_open(body))
