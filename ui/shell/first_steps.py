"""The cards of the first run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout

from app.kernel.errors import Invalid, MeldboekError
from app.kernel.texts import _
from app.vault.door import place
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.dialogs import Dialogs
from ui.kit.fields import Field, TextField
from ui.kit.finding import Notice
from ui.kit.form_row import FormRow
from ui.kit.labels import ElidedLabel, label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.words import sentence_of
from ui.school.passphrase_field import PassphraseField
from ui.shell.places import proposed_folder

WIDTH = 480
Slot = Callable[[], object]


class StepCard(Card):
    """One step: a heading, a sentence, fields, and the buttons under them; ``grown`` when it needs another height."""

    grown = Signal()

    def __init__(self, title: str, text: str) -> None:
        super().__init__(padding=26)
        self.setFixedWidth(WIDTH)
        self.body.setSpacing(14)
        self._notice = QVBoxLayout()
        self.rows: dict[str, FormRow] = {}
        self.add(holder(column(label(title, "heading"), label(text, "quiet", wrap=True), gap=6)))
        self.body.addLayout(self._notice)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().event(event)

    def wanted_height(self) -> int:
        """How high the card is when nothing is cut off."""
        inside = self.layout()
        if inside is None:
            return self.sizeHint().height()
        inside.activate()
        return inside.totalHeightForWidth(WIDTH)

    def begin(self) -> None:
        """Put the cursor where the step starts."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.field.setFocus()
        primary = self._primary()
        if first is None and primary is not None:
            primary.setFocus()

    def focus_wrong(self) -> None:
        """Put the cursor in the first field that is wrong."""
        wrong = next((made for made in self.rows.values() if made.error), None)
        if wrong is not None:
            wrong.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Enter presses the button it is on, goes to the next field that is empty, or goes on."""
        here = QApplication.focusWidget()
        fields = [made.field for made in self.rows.values()]
        at = next((number for number, field in enumerate(fields) if field.inner is here), -1)
        empty = next((field for field in fields[at + 1 :] if not field.value()), None)
        primary = self._primary()
        if isinstance(here, QPushButton):
            here.click()
        elif at >= 0 and empty is not None:
            empty.setFocus()
        elif primary is not None:
            primary.click()

    def _primary(self) -> QPushButton | None:
        found = (made for made in self.findChildren(QPushButton) if made.property("kind") == "primary")
        return next(found, None)

    def field(self, name: str, text: str, field: Field, hint: str = "") -> None:
        """Add a field."""
        self.rows[name] = FormRow(text, field, hint)
        self.add(self.rows[name])

    def show_error(self, error: MeldboekError) -> None:
        """Say what is wrong: under the field, or above the fields."""
        self.clear_errors()
        if isinstance(error, Invalid) and error.field in self.rows:
            self.rows[error.field].show_error(sentence_of(error))
        else:
            self._notice.addWidget(Notice("danger", "", sentence_of(error)))

    def clear_errors(self) -> None:
        """Take all errors away."""
        clear(self._notice)
        for made in self.rows.values():
            made.show_error("")

    def need(self, name: str, text: str) -> bool:
        """Whether this field holds something; says so under it when not."""
        empty = not self.rows[name].field.value()
        self.rows[name].show_error(text if empty else "")
        return not empty


class WelcomeStep(StepCard):
    """Begin a school, look at the sample, or open what exists."""

    def __init__(self, begin: Slot, sample: Slot, existing: Slot) -> None:
        super().__init__(
            _("Welkom bij Meldboek"),
            _(
                "Meldboek bewaart de toestemmingen, meldingen, maatregelen en brieven van uw school rond sociale "
                "media. Alles staat versleuteld in één map op deze computer."
            ),
        )
        self._begin = button(_("Nieuwe school beginnen"), "school", begin, "primary")
        self._sample = button(_("Voorbeeldschool bekijken"), "eye", sample)
        self._existing = button(_("Bestaande school openen"), "folder-open", existing)
        self.add(holder(column(self._begin, self._sample, self._existing, gap=10)))
        self._busy = label("", "secondary")
        self._busy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._busy.hide()
        self.add(self._busy)

    def busy(self, text: str) -> None:
        """Say what takes a while; empty when it is over."""
        self._busy.setText(text)
        self._busy.setVisible(bool(text))
        for each in (self._begin, self._sample, self._existing):
            each.setEnabled(not text)


class SchoolStep(StepCard):
    """The name of the school, of its board, and the folder."""

    def __init__(self, dialogs: Dialogs, then: Slot, back: Slot) -> None:
        super().__init__(_("Uw school"), _("De namen komen op brieven. U kunt alles later aanvullen bij Beheer."))
        self._dialogs = dialogs
        self.folder: Path = proposed_folder()
        self.name, self.board = TextField(), TextField()
        self.field("name", _("Naam van de school"), self.name)
        self.field("board_name", _("Naam van het schoolbestuur"), self.board)
        self._place = ElidedLabel(str(self.folder), "quiet")
        other = button(_("Andere map"), "", self._choose, "link")
        self.add(holder(column(label(_("Map"), "label"), row(self._place, other), gap=3)))
        self.add(holder(row(button(_("Terug"), "", back), 1, button(_("Verder"), "", then, "primary"))))

    def check(self) -> bool:
        """Whether both names are there."""
        self.clear_errors()
        named = self.need("name", _("Vul de naam van de school in."))
        governed = self.need("board_name", _("Vul de naam van het schoolbestuur in."))
        self.focus_wrong()
        return governed and named

    def use_folder(self, folder: Path | None) -> None:
        """Put the store there."""
        if folder is not None:
            self.folder = folder
            self._place.setText(str(folder))
            clear(self._notice)
            if place.is_network(folder):
                words = _(
                    "Deze map staat op het netwerk. Dat mag. Er kan dan één persoon tegelijk werken, en zonder netwerk "
                    "gaat Meldboek niet open. Op de schijf van deze computer is het sneller en zekerder."
                )
                self._notice.addWidget(Notice("warn", _("Let op: een gedeelde map"), words))

    def _choose(self) -> None:
        self._dialogs.choose_folder(_("Kies een lege map"), self.use_folder, self.folder.parent)


class DirectorStep(StepCard):
    """The director's name and passphrase."""

    def __init__(self, then: Slot, back: Slot, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(
            _("U als directeur"),
            _("Met uw wachtzin gaat het Meldboek open. Neem een zin die u onthoudt en die niemand raadt."),
        )
        self.name = TextField(placeholder=_("bijvoorbeeld E. Terpstra"))
        self.passphrase, self.again = PassphraseField(lambda: (self.name.value(), *known())), TextField(secret=True)
        self.field("name", _("Naam"), self.name)
        self.field("passphrase", _("Wachtzin"), self.passphrase)
        self.field("again", _("Wachtzin nog een keer"), self.again)
        self.add(holder(row(button(_("Terug"), "", back), 1, button(_("Verder"), "", then, "primary"))))

    def check(self) -> bool:
        """Whether there is a name and twice the same passphrase that is long enough."""
        self.clear_errors()
        typed = self.passphrase.edit.text()
        problem = self.passphrase.problem()
        named = self.need("name", _("Vul uw naam in zoals u ondertekent."))
        self.rows["passphrase"].show_error(problem)
        same = typed == self.again.edit.text()
        self.rows["again"].show_error("" if same else _("Dit is niet dezelfde wachtzin. Typ hem opnieuw."))
        self.focus_wrong()
        return named and not problem and same


class KeyStep(StepCard):
    """The recovery key: shown, kept on paper, and typed back."""

    def __init__(self, save: Slot, put_on_paper: Slot, then: Slot) -> None:
        super().__init__(
            _("De herstelsleutel"),
            _(
                "Weet niemand de wachtzin meer, dan is dit de enige weg naar binnen. Schrijf de sleutel over of bewaar "
                "hem als PDF, en leg hem op papier in de kluis. Hij wordt hierna niet meer getoond."
            ),
        )
        self._key = ""
        self.shown = label("", "heading", wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.shown.setAccessibleName(_("Herstelsleutel"))
        sheet = Card(padding=14)
        sheet.add(self.shown)
        self.add(sheet)
        on_paper = button(_("Afdrukken"), "printer", put_on_paper)
        self.add(holder(row(on_paper, button(_("Bewaar als PDF"), "download", save), 1)))
        self.typed = TextField()
        self.field("typed", _("Typ de herstelsleutel over van uw papier"), self.typed)
        self._open = button(_("Meldboek openen"), "", then, "primary")
        self.add(holder(row(1, self._open)))

    def busy(self, busy: bool) -> None:
        """Show that the store is being made."""
        self._open.setEnabled(not busy)
        self._open.setText(_("Bezig met maken") if busy else _("Meldboek openen"))

    def show_key(self, key: str) -> None:
        """Show this key, in two lines."""
        self._key = key
        parts = key.split("-")
        half = (len(parts) + 1) // 2
        self.shown.setText("-".join(parts[:half]) + "\n" + "-".join(parts[half:]))

    def check(self) -> bool:
        """Whether the key was typed back; capitals, spaces and dashes do not matter."""
        right = _plain(self.typed.value()) == _plain(self._key)
        words = _(
            "Dit is niet de herstelsleutel. Kijk nog eens op uw papier; hoofdletters en streepjes maken niet uit."
        )
        self.rows["typed"].show_error("" if right else words)
        return right


def _plain(typed: str) -> str:
    lookalikes = str.maketrans({"O": "0", "I": "1", "L": "1"})
    return "".join(mark for mark in typed.upper().translate(lookalikes) if mark.isalnum())
