"""The text of a draft, with its compulsory parts and a live preview."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.kernel.texts import _
from app.letters.lines import LetterCard
from app.letters.templates.rules import parts_of
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.flow import FlowLayout
from ui.kit.form import Form
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, holder
from ui.kit.tag import Tag
from ui.letters.marks import MarkBar

PAUSE = 500  # milliseconds after the last key before the preview follows


def ways() -> tuple[tuple[bool, str], ...]:
    """How a letter goes by post: as it is, or registered."""
    return (False, _("gewoon")), (True, _("aangetekend"))


class Editor(Card):
    """Subject, address and body of one draft; ``typed`` comes after a pause, with the preview."""

    typed = Signal(bytes)
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
        self.form.add(MarkBar(self.text))
        self.form.field("body", _("Tekst"), self.text, hint)
        stretched = self.form.layout().count() - 1  # type: ignore[union-attr] # a form has a layout
        several = _("Meer dan een: zet er een puntkomma tussen.")
        self.form.field("enclosures", _("Bijlagen"), TextField("; ".join(letter.enclosures)), several)
        self.form.field("copies", _("Kopie aan"), TextField("; ".join(letter.copies)), beside=True)
        inside = self.form.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setStretch(stretched, 1)  # the text takes all the height that is left
        self._flow = FlowLayout(6)
        self._parts = bare(holder(self._flow))
        self.add(label(_("Verplichte delen"), "label"), self._parts)
        scroll = Scroll()
        scroll.setWidget(self.form)
        self.body.addWidget(scroll, 1)
        self._pause = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else PAUSE)
        self._pause.timeout.connect(self._preview)
        self.form.changed.connect(self._edited)
        self._show_parts()

    def save(self) -> None:
        """Keep what was typed."""
        values, letter = self.form.values(), self.letter

        def keep() -> None:
            self._letters.change(
                letter.id,
                values["body"],
                subject=values["subject"],
                address=tuple(values["address"].split("\n")),
                enclosures=tuple(values["enclosures"].split(";")),
                copies=tuple(values["copies"].split(";")),
                is_registered=values["is_registered"],
            )

        self.form.submit(keep, lambda _none: self.saved.emit())

    def cancel(self) -> None:
        """Go back to the list; what was typed is asked about."""
        self.form.may_leave(self.left.emit)

    def _preview(self) -> None:
        body, letter_id, jobs = self.text.value(), self.letter.id, self._desk.jobs
        draw = lambda found: jobs.render(found.draw, owner=self, done=self.typed.emit)  # noqa: E731 - one call
        jobs.run(lambda: self._letters.printable(letter_id, body), owner=self, done=draw)

    def _edited(self) -> None:
        self._pause.start()
        self._show_parts()

    def _show_parts(self) -> None:
        there = parts_of(self.text.value())
        clear(self._flow)
        for part in self.letter.parts:
            good = bool(there.get(part))
            self._flow.addWidget(Tag(part, "ok" if good else "danger", "check" if good else "circle-x"))
