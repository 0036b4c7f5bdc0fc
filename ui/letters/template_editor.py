"""The text of a template, with its compulsory parts, the blanks it may use, and a live preview on invented facts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.kernel.errors import MeldboekError
from app.kernel.names import fold
from app.kernel.texts import _
from app.letters.templates.blank_words import blank_word
from app.letters.templates.rules import Template
from app.letters.templates.specimen import known_blanks
from app.letters.templates.wordings import NewWording, WordingLine
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.layouts import Scroll, holder, row
from ui.kit.words import sentence_of
from ui.letters.editor import PAUSE, ways
from ui.letters.highlight import Marks
from ui.letters.marks import MarkBar
from ui.letters.parts import PartTags


class TemplateEditor(Card):
    """Subject, body and what goes with it; ``typed`` comes after a pause with the preview."""

    typed = Signal(bytes)
    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, line: WordingLine) -> None:
        super().__init__(line.name)
        self._desk, self._line = desk, line
        self._wordings, self._school = desk.meldboek.wordings, desk.meldboek.school
        self._template = template = self._wordings.template(line.code, line.language)
        self.form = Form(desk)
        self._add_fields(template)
        self._parts = PartTags(template.parts)
        self.add(self._parts)
        scroll = Scroll()
        scroll.setWidget(self.form)
        self.body.addWidget(scroll, 1)
        self._wrong = label("", "quiet", tone="danger", wrap=True)
        self._wrong.hide()
        self.add(self._wrong)
        self._pause = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else PAUSE)
        self._pause.timeout.connect(self._preview)
        self.form.changed.connect(self._edited)
        self.form.begin()
        self._show_parts()

    def _add_fields(self, template: Template) -> None:
        form = self.form
        self.subject = form.field("subject", _("Betreft"), TextField(template.subject))
        blanks = sorted(((blank_word(name), name) for name in known_blanks(template)), key=lambda one: fold(one[0]))
        self._blank = ChoiceField([(name, word) for word, name in blanks], blank=_("Kies een invulplek"))
        self.text = AreaField(template.body, lines=12, grows=True)
        self._marks = Marks(self.text.edit.document())
        put = button(_("Invoegen"), "plus", self._insert)
        form.add(holder(row(MarkBar(self.text), self._blank, put, 1)))
        hint = _("Een regel met [een woord] begint een verplicht deel. Tussen {{ en }} komt een gegeven te staan.")
        form.field("body", _("Tekst"), self.text, hint)
        form.field("closing", _("Slotgroet"), TextField(template.closing, placeholder=_("Met vriendelijke groet,")))
        form.field("is_registered", _("Versturen"), ChipsField(ways(), template.is_registered), beside=True)
        form.field("enclosures", _("Bijlagen"), TextField("; ".join(template.enclosures)))
        form.field("copies", _("Kopie aan"), TextField("; ".join(template.copies)), beside=True)
        inside = form.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setStretch(3, 1)  # the text takes all the height that is left

    def save(self) -> None:
        """Keep what was typed as a new version."""
        new = self._new(self.form.values())
        self.form.submit(lambda: self._wordings.save(new), lambda _none: self.saved.emit())

    def cancel(self) -> None:
        """Go back to the list; what was typed is asked about."""
        self.form.may_leave(self.left.emit)

    def _new(self, values: dict[str, Any]) -> NewWording:
        return NewWording(
            code=self._line.code,
            language=self._line.language,
            subject=values["subject"],
            body=values["body"],
            closing=values["closing"],
            enclosures=tuple(values["enclosures"].split(";")),
            copies=tuple(values["copies"].split(";")),
            is_registered=values["is_registered"],
        )

    def _insert(self) -> None:
        if self._blank.value():
            self.text.edit.insertPlainText("{{ " + self._blank.value() + " }}")

    def _edited(self) -> None:
        self._pause.start()
        self._show_parts()

    def _preview(self) -> None:
        new = self._new(self.form.values())
        read = lambda: self._wordings.specimen(self._wordings.check(new), self._school)  # noqa: E731 - one call
        draw = lambda found: self._desk.jobs.render(found.draw, owner=self, done=self.typed.emit)  # noqa: E731
        self._wrong.hide()
        self._desk.jobs.run(read, owner=self, done=draw, failed=self._say)

    def _say(self, error: MeldboekError) -> None:
        self._wrong.setText(sentence_of(error))
        self._wrong.show()

    def _show_parts(self) -> None:
        self._parts.show_parts(self.text.value())
