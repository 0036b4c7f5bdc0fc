"""Recording a form beside the matrix: who answered, yes or no per purpose, and where the paper lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QWidget

from app.consents.answers.forms import How, NewAnswers
from app.consents.answers.history import ConsentCard
from app.consents.purposes.lines import PurposeLine
from app.consents.rounds.lines import FormTarget
from app.consents.rules import Standing
from app.consents.texts import HOWS
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import Authority, GuardianLine
from app.protocol import law
from ui.consents.answers import AnswersField
from ui.consents.forms import register_form
from ui.consents.key_help import KeyHelp
from ui.consents.scans import ScanButton
from ui.consents.signer import NumberField, PaperNote, SignerBand
from ui.consents.words import authority_words, guardian_words, pupil_detail
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, TextField
from ui.kit.labels import bare, label
from ui.kit.layouts import column, holder, row

BESIDE = 700
OWN = 0  # stands for the pupil among the ids of guardians


@dataclass(frozen=True)
class Saved:
    """What was recorded at once: its events and the answers, and whether another guardian is still to answer."""

    event_ids: tuple[int, ...]
    target: FormTarget | None
    forms: tuple[NewAnswers, ...]
    name: str
    signers: str
    others_to_go: bool


class EntryPanel(QWidget):
    """``saved`` after each form; ``numbered`` when a form's number was typed; ``left`` when the user is done."""

    saved = Signal(object)
    skipped = Signal(int)
    numbered = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self._card: ConsentCard | None = None
        self._purposes: tuple[PurposeLine, ...] = ()
        self._target: FormTarget | None = None
        self.form = register_form(desk)
        self._name, self._detail = label("", "heading", wrap=True), label("", "quiet", wrap=True)
        self.number, self.band, self.paper = NumberField(), SignerBand(), PaperNote()
        self.number.entered.connect(self.numbered)
        close = icon_button("x", _("Invoeren sluiten"), self.leave)
        self._fields()
        self._save = button(_("Vastleggen"), "", self.submit, "primary")
        self._skip = button(_("Overslaan"), "", self._skipped, "quiet")
        card = Card()
        card.add(holder(row(column(self._name, self._detail, gap=2), 1, self.number, close)), self.band)
        card.add(self.paper)
        self._split = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._split.setSpacing(10)
        self._split.addWidget(self.form)
        self._split.addWidget(self.form.rows["answers"], 1)
        card.body.addLayout(self._split, 1)
        card.body.addWidget(KeyHelp())
        self.scan = ScanButton(desk)
        card.body.addLayout(row(self._skip, self.scan, 1, self._save))
        self.setLayout(column(card, gap=0))

    @property
    def pupil_id(self) -> int | None:
        """Whose form this is."""
        return self._card.pupil.id if self._card else None

    def show_card(
        self, card: ConsentCard, purposes: tuple[PurposeLine, ...], *, serial: bool, target: FormTarget | None = None
    ) -> None:
        """Start a form for this pupil, with what was asked on it; in a series the button goes on to the next."""
        if self._card is not None and self._card.pupil.group != card.pupil.group:
            self.form.set_values({"evidence": ""})  # another group lies in another folder
        asked = target.purposes if target is not None else ()
        self._card, self._target = card, target
        self._purposes = tuple(line for line in purposes if not asked or line.code in asked)
        self._name.setText(full(card.pupil.name))
        numbered = [_("formulier {number}").format(number=target.form_number)] if target else []
        self._detail.setText(" · ".join([pupil_detail(card.pupil, card.age), *numbered]))
        self._save.setText(_("Vastleggen en volgende") if serial else _("Vastleggen"))
        self._save.setAccessibleName(self._save.text())
        self._skip.setVisible(serial)
        self.guardian.set_options(self._people(card))
        waiting = self._waiting(card)
        self.guardian.set_value(waiting[0] if waiting else next((one.id for one in card.pupil.guardians), OWN))
        self.paper.tell(target, everybody_answered=not waiting)
        self.given_on.set_value(None if self.paper.is_old else self._desk.meldboek.clock.today())
        self._start_answers()

    def show_again(self, new: NewAnswers) -> None:
        """Show answers that were taken back, to change them."""
        self.guardian.set_value(new.guardian_id or OWN)
        self._signer_changed()
        self.form.set_values({"given_on": new.given_on, "how": new.how, "evidence": new.evidence})
        self.answers.set_value(new.answers)
        self.answers.table.start()

    def submit(self) -> None:
        """Record what was filled in; the form stays when that cannot be."""
        if self.paper.is_old and self.given_on.value() is None:
            self.form.show_wrong({"given_on": _("Typ de dag die bij de handtekening staat.")})
        elif self._card is not None:
            forms = self._new_answers(self._card)
            self.form.submit(lambda: self._desk.meldboek.consents.record_all(forms), lambda ids: self._done(ids, forms))

    def undo(self) -> bool:
        """Take the last key back; False when nothing was filled in."""
        return self.answers.table.undo()

    def wait_for_number(self) -> None:
        """Stand in the field for the number, for the next sheet of the pile."""
        self.number.clear()
        self.number.setFocus()

    def leave(self) -> None:
        """Close, after asking about what was typed."""
        self.form.may_leave(self.left.emit)

    def sizeHint(self) -> QSize:
        return QSize(420, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With the whole window for itself, the answers stand beside what is on top of the form."""
        super().resizeEvent(event)
        beside = self.width() > BESIDE
        self._split.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._split.setStretch(0, 1 if beside else 0)
        self._split.setAlignment(self.form, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton):
            here.click()
        elif here is not self.number:
            self.submit()

    def _fields(self) -> None:
        clock = self._desk.meldboek.clock
        self.guardian = self.form.field("guardian_id", _("Wie antwoordt"), ChoiceField([]), share=3)
        day = DateField(clock, clock.today())
        self.given_on = self.form.field("given_on", _("Getekend op"), day, beside=True, share=2)
        hows = [(how, _(words)) for how, words in HOWS.items()]
        self.form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")), share=3)
        self.form.field("how", _("Hoe"), ChoiceField(hows, How.SIGNED_FORM), beside=True, share=2)
        self.both = self.form.field("both", "", CheckField(_("Beide ouders (toets B)")))
        declares = CheckField(_("Verklaart gezag (toets G)"))
        self.declares = self.form.field("declares_authority", "", declares, beside=True)
        self.answers = self.form.field("answers", "", AnswersField())
        self.answers.table.line_activated.connect(lambda _line: self.submit())
        self.answers.table.other_key.connect(self._letter)
        self.guardian.changed.connect(self._signer_changed)
        self.form.changed.connect(self._show_band)

    def _letter(self, key: int) -> None:
        """B and G tick what else stands on the form."""
        ticks = {Qt.Key.Key_B: "both", Qt.Key.Key_G: "declares_authority"}
        name = ticks.get(Qt.Key(key))
        if name is not None and self.form.rows[name].isVisible():
            field = self.form.rows[name].field
            field.set_value(not field.value())
            field.changed.emit()

    def _people(self, card: ConsentCard) -> list[tuple[int, str]]:
        known = [(one.id, f"{full(one.name)} ({authority_words(one)})") for one in card.pupil.guardians]
        if card.age is not None and card.age >= law.own_withdrawal_age():
            known.append((OWN, _("{name} zelf").format(name=card.pupil.name.first_name)))
        return known

    def _waiting(self, card: ConsentCard) -> list[int]:
        """The guardians who may have authority and have not answered yet."""
        spoken = {
            answer.guardian.id
            for each in card.purposes
            for answer in each.answers
            if answer.guardian and answer.standings[0] is not Standing.SILENT
        }
        return [one.id for one in _signers(card) if one.id not in spoken]

    def _signer_changed(self) -> None:
        chosen, others = self._guardian(), self._others()
        unsure = chosen is not None and chosen.authority is Authority.ASSUMED
        self.form.rows["declares_authority"].setVisible(unsure)
        self.form.rows["both"].setVisible(bool(others))
        self.declares.set_value(False)
        self.both.set_value(False)
        self._show_band()

    def _show_band(self) -> None:
        if self._card is None:
            return
        chosen, signers = self._guardian(), _signers(self._card)
        if chosen is None:
            self.band.show_own(self._card.pupil.name.first_name)
            return
        together = self._others() if self.both.value() else ()
        at = next((place for place, one in enumerate(signers, 1) if one.id == chosen.id), 0)
        self.band.show_signer(tuple(map(guardian_words, (chosen, *together))), at, len(signers))

    def _start_answers(self) -> None:
        self._signer_changed()
        self.scan.clear()
        self.answers.set_purposes(self._purposes)
        self.form.clear_errors()
        self._keep()
        self.answers.table.setFocus()

    def _keep(self) -> None:
        """A lock keeps this form for this child; Vandaag then leads back to the card."""
        if self._card is not None:
            title = _("Antwoord vastleggen: {name}").format(name=full(self._card.pupil.name))
            self.form.keep_under(f"consents:{self._card.pupil.id}|{title}|entry")

    def _guardian(self) -> GuardianLine | None:
        known = self._card.pupil.guardians if self._card else ()
        return next((one for one in known if one.id == self.guardian.value()), None)

    def _others(self) -> tuple[GuardianLine, ...]:
        """Who else of this child may sign the same form."""
        chosen = self._guardian()
        if chosen is None or self._card is None or chosen.authority is Authority.NO:
            return ()
        return tuple(one for one in _signers(self._card) if one.id != chosen.id)

    def _new_answers(self, card: ConsentCard) -> tuple[NewAnswers, ...]:
        values = self.form.values()
        first = NewAnswers(
            pupil_id=card.pupil.id,
            guardian_id=values["guardian_id"] or None,
            answers=values["answers"],
            given_on=values["given_on"] or self._desk.meldboek.clock.today(),
            how=values["how"],
            evidence=values["evidence"],
            declares_authority=values["declares_authority"],
            form_number=self._target.form_number if self._target else "",
            text_version=self._target.text_version if self._target else "",
            scan=self.scan.scan,
        )
        together = self._others() if values["both"] else ()
        unsure = [one.authority is Authority.ASSUMED for one in together]
        declares = [flag and values["declares_authority"] for flag in unsure]
        others = (
            replace(first, guardian_id=one.id, declares_authority=flag)
            for one, flag in zip(together, declares, strict=True)
        )
        return (first, *others)

    def _done(self, event_ids: tuple[int, ...], forms: Sequence[NewAnswers]) -> None:
        if self._card is None:
            return
        spoken = {new.guardian_id for new in forms}
        others = [one for one in self._waiting(self._card) if one not in spoken]
        names = [full(one.name) for one in self._card.pupil.guardians if one.id in spoken]
        signers = _(" en ").join(names) or _("{name} zelf").format(name=self._card.pupil.name.first_name)
        self.saved.emit(
            Saved(event_ids, self._target, tuple(forms), full(self._card.pupil.name), signers, bool(others))
        )

    def _skipped(self) -> None:
        if self._card is not None:
            pupil = self._card.pupil.id
            self.form.may_leave(lambda: self.skipped.emit(pupil))


def _signers(card: ConsentCard) -> tuple[GuardianLine, ...]:
    """Who may have authority, in the order of the forms."""
    return tuple(one for one in card.pupil.guardians if one.authority is not Authority.NO)
