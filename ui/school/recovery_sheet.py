"""The new recovery key: printed or saved, and typed back before the sheet closes."""

from __future__ import annotations

from app.kernel.texts import _
from app.school.recovery_paper import recovery_paper
from app.vault.keys.recovery import normal
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form_row import FormRow
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.printing import ask_and_print
from ui.kit.saving import save_pdf
from ui.kit.sheet import Sheet


class RecoverySheet(Sheet):
    """It closes when the key was typed back from the paper: else nobody might hold it."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(_("De nieuwe herstelsleutel"), width=560)
        self._desk, self._key = desk, key
        told = _(
            "De oude sleutel werkt niet meer. Druk deze af of schrijf hem over, leg het papier in de kluis en "
            "vernietig het oude. Hij wordt hierna niet meer getoond."
        )
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.body.addWidget(label(key, "heading", wrap=True, selectable=True))
        on_paper = button(_("Afdrukken"), "printer", self.put_on_paper)
        self.body.addWidget(holder(row(on_paper, button(_("Bewaar als PDF"), "download", self.save), 1)))
        self.typed = TextField()
        self.typed_row = FormRow(_("Typ de herstelsleutel over van uw papier"), self.typed)
        self.body.addWidget(self.typed_row)
        self.add_button(_("Klaar"), self.dismiss, "primary")

    def may_close(self) -> bool:
        right = normal(self.typed.value()) == self._key
        words = _(
            "Dit is niet de herstelsleutel. Kijk nog eens op uw papier; hoofdletters en streepjes maken niet uit."
        )
        self.typed_row.show_error("" if right else words)
        return right

    def put_on_paper(self) -> None:
        """Print the paper for the safe."""
        said = _("De herstelsleutel is naar de printer gestuurd.")
        desk, window = self._desk, self.window()
        show = lambda data: ask_and_print(desk.jobs, desk.messages, window, data, said)  # noqa: E731 - one expression
        self._desk.jobs.render(self._paper, owner=self, done=show)

    def save(self) -> None:
        """Keep the paper as a file, to print elsewhere."""
        name, title = _("Herstelsleutel Meldboek.pdf"), _("Herstelsleutel bewaren")
        save_pdf(self._desk, self, name, self._paper, title=title)

    def _paper(self) -> bytes:
        meldboek = self._desk.meldboek
        return recovery_paper(meldboek.store.keys.school, self._key, meldboek.clock.now())
