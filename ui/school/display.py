"""Language and appearance on this computer."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QApplication

from app.kernel.texts import N_, _
from app.vault.keys.keyring import Role
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.form_row import FormRow
from ui.kit.theme import apply_theme
from ui.school import preferences
from ui.school.preferences import Preferences
from ui.school.profile import WIDTH
from ui.school.section import EVERYONE, Section


class DisplaySection(Section):
    """The appearance changes at once, the language at the next start."""

    key: ClassVar[str] = "display"
    label: ClassVar[str] = N_("Taal en weergave")
    icon: ClassVar[str] = "monitor"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        looks = [("system", _("volgt de computer")), ("light", _("licht")), ("dark", _("donker"))]
        self.look = ChipsField(looks)
        self.language = ChipsField([("nl", "Nederlands"), ("en", "English")])
        card = Card()
        card.setMaximumWidth(WIDTH)
        hint = _("Geldt vanaf de volgende keer dat u Meldboek opent. Brieven blijven in het Nederlands.")
        card.add(FormRow(_("Weergave"), self.look), FormRow(_("Taal"), self.language, hint))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.look.changed.connect(self._keep)
        self.language.changed.connect(self._keep)

    def fetch(self) -> Preferences:
        return preferences.load()

    def show_lines(self, lines: Preferences) -> None:
        self.look.set_value(lines.look)
        self.language.set_value(lines.language)

    def _keep(self) -> None:
        chosen = Preferences(str(self.look.value()), str(self.language.value()))
        preferences.save(chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, chosen.dark)
