"""Recording a form beside the matrix: who answered, yes or no per purpose, and where the paper lies."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.consents.forms import How, NewAnswers
from app.consents.history import ConsentCard
from app.consents.purposes import PurposeLine
from app.consents.rules import OWN_WITHDRAWAL_AGE, Standing
from app.consents.texts import HOWS
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import Authority, GuardianLine
from ui.consents.answers import AnswersField
from ui.consents.words import authority_words, pupil_detail
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.labels import bare, label
from ui.kit.layouts import column, holder, row

OWN = 0  # stands for the pupil among the ids of guardians


@dataclass(frozen=True)
class Saved:
    """A form that was recorded: its events, whose it was, and whether another guardian is still to answer."""

    event_ids: tuple[int, ...]
    pupil_id: int
    name: str
    others_to_go: bool


class EntryPanel(QWidget):
    """``saved`` after each form; ``left`` when the user is done."""

    saved = Signal(object)
    skipped = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self._card: ConsentCard | None = None
        self._purposes: tuple[PurposeLine, ...] = ()
        self.form = Form(desk)
        self._name, self._detail = label("", "heading", wrap=True), label("", "quiet")
        close = icon_button("x", _("Invoeren sluiten"), self.leave)
        self._fields()
        self._save = button(_("Vastleggen"), "", self.submit, "primary")
        self._skip = button(_("Overslaan"), "", self._skipped, "quiet")
        card = Card()
        card.add(holder(row(column(self._name, self._detail, gap=2), 1, close)))
        card.body.addWidget(self.form, 1)
        card.body.addLayout(row(self._skip, 1, self._save))
        self.setLayout(column(card, gap=0))
        self._serial = False

    @property
    def pupil_id(self) -> int | None:
        """Whose form this is."""
        return self._card.pupil.id if self._card else None

    def show_card(self, card: ConsentCard, purposes: tuple[PurposeLine, ...], *, serial: bool) -> None:
        """Start a form for this pupil; in a series the button goes on to the next."""
        self._card, self._purposes, self._serial = card, purposes, serial
        self._name.setText(full(card.pupil.name))
        self._detail.setText(pupil_detail(card.pupil, card.age))
        self._save.setText(_("Vastleggen en volgende") if serial else _("Vastleggen"))
        self._save.setAccessibleName(self._save.text())
        self._skip.setVisible(serial)
        self.guardian.set_options(self._people(card))
        self.guardian.set_value(self._next_guardian(card))
        self._start_answers()

    def submit(self) -> None:
        """Record what was filled in; the form stays when that cannot be."""
        if self._card is None:
            return
        new = self._new_answers(self._card)
        self.form.submit(lambda: self._desk.meldboek.consents.record(new), self._recorded)

    def leave(self) -> None:
        """Close, after asking about what was typed."""
        self.form.may_leave(self.left.emit)

    def sizeHint(self) -> QSize:
        return QSize(420, 640)

    def _fields(self) -> None:
        clock = self._desk.meldboek.clock
        self.guardian = self.form.field("guardian_id", _("Wie antwoordt"), ChoiceField([]))
        self.form.field("given_on", _("Getekend op"), DateField(clock, clock.today()))
        hows = [(how, _(words)) for how, words in HOWS.items()]
        self.form.field("how", _("Hoe"), ChoiceField(hows, How.SIGNED_FORM), beside=True)
        self.form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")), share=2)
        self.form.field("form_number", _("Formulier"), TextField(placeholder=_("nummer")), beside=True)
        declares = CheckField(_("Deze ouder verklaart gezag te hebben"))
        self.declares = self.form.field("declares_authority", "", declares)
        hint = _("J ja, N nee, spatie leeg, A de rest ja, 1 foto, 2 film, 3 geluid")
        self.answers = self.form.field("answers", "", AnswersField(), hint)
        self.answers.table.line_activated.connect(lambda _line: self.submit())
        self.guardian.changed.connect(self._show_declares)

    def _people(self, card: ConsentCard) -> list[tuple[int, str]]:
        known = [(one.id, f"{full(one.name)} ({authority_words(one)})") for one in card.pupil.guardians]
        if card.age is not None and card.age >= OWN_WITHDRAWAL_AGE:
            known.append((OWN, _("{name} zelf").format(name=card.pupil.name.first_name)))
        return known

    def _next_guardian(self, card: ConsentCard) -> int | None:
        waiting = self._waiting(card)
        return waiting[0] if waiting else next((one.id for one in card.pupil.guardians), OWN)

    def _waiting(self, card: ConsentCard) -> list[int]:
        """The guardians who may have authority and have not answered yet."""
        spoken = {
            answer.guardian.id
            for each in card.purposes
            for answer in each.answers
            if answer.guardian and answer.standings[0] is not Standing.SILENT
        }
        return [one.id for one in card.pupil.guardians if one.authority is not Authority.NO and one.id not in spoken]

    def _show_declares(self) -> None:
        chosen = self._guardian()
        unsure = chosen is not None and chosen.authority is Authority.ASSUMED
        self.form.rows["declares_authority"].setVisible(unsure)
        self.declares.set_value(False)

    def _start_answers(self) -> None:
        self._show_declares()
        self.answers.set_purposes(self._purposes)
        self.form.clear_errors()
        self.form.mark_clean()
        self.answers.table.setFocus()

    def _guardian(self) -> GuardianLine | None:
        known = self._card.pupil.guardians if self._card else ()
        return next((one for one in known if one.id == self.guardian.value()), None)

    def _new_answers(self, card: ConsentCard) -> NewAnswers:
        values = self.form.values()
        return NewAnswers(
            pupil_id=card.pupil.id,
            guardian_id=values["guardian_id"] or None,
            answers=values["answers"],
            given_on=values["given_on"] or self._desk.meldboek.clock.today(),
            how=values["how"],
            evidence=values["evidence"],
            declares_authority=values["declares_authority"],
            form_number=values["form_number"],
        )

    def _recorded(self, event_ids: tuple[int, ...]) -> None:
        if self._card is None:
            return
        others = [one for one in self._waiting(self._card) if one != self.guardian.value()]
        self.saved.emit(Saved(event_ids, self._card.pupil.id, full(self._card.pupil.name), bool(others)))

    def _skipped(self) -> None:
        if self._card is not None:
            pupil = self._card.pupil.id
            self.form.may_leave(lambda: self.skipped.emit(pupil))
