"""The second person of a destruction: another user types their passphrase, or a signed paper is added."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.kernel.errors import Invalid
from app.kernel.texts import _, ngettext
from app.retention.lines import Second
from app.vault.keys import second_factor
from ui.kit.buttons import button
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, Field, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.school.key_file_field import KeyFileField


def second_sheet(desk: Desk, number: int, done: Callable[[Second], object]) -> FormSheet:
    """``done`` is given who confirmed; whether that is right is judged when it is destroyed."""
    form, own = Form(desk), desk.meldboek.user.id
    told = ngettext(
        "U vernietigt {n} onderdeel voor altijd. Er zit iets bij waarover twee personen beslissen.",
        "U vernietigt {n} onderdelen voor altijd. Er zit iets bij waarover twee personen beslissen.",
        number,
    )
    form.add(label(told, "quiet", wrap=True))
    users = [(user.id, user.name) for user in desk.meldboek.store.users() if user.role.leads and user.id != own]
    form.section(_("De tweede persoon zit hier"))
    form.field("user", _("Wie"), ChoiceField(users, blank=_("niemand")))
    form.field("passphrase", _("Eigen wachtzin van deze persoon"), TextField(secret=True), beside=True)
    with_file = {slot.user.id for slot in desk.meldboek.store.keys.slots if slot.asks_file}
    if with_file & {key for key, _name in users}:
        form.field(
            "file", _("Sleutelbestand van deze persoon, als die er een heeft"), KeyFileField(desk.dialogs, needed=False)
        )
    form.section(_("Of: een getekend papier"))
    form.field("name", _("Naam"), TextField())
    form.field("signed_on", _("Getekend op"), DateField(desk.meldboek.clock), beside=True)
    scan = form.field("scan", _("Scan van het papier"), ScanField(desk))

    def save(values: dict[str, Any]) -> Second:
        if values["user"]:
            user = str(values["user"])
            secret = second_factor.joined(values["passphrase"], values.get("file", ""))
            desk.meldboek.store.vouched(user, secret)
            return Second(user, secret)
        if not (values["name"] and values["signed_on"] and scan.path):
            raise Invalid("name", "retention.paper_missing")
        return Second(
            name=values["name"], signed_on=values["signed_on"], scan=scan.path.read_bytes(), scan_name=scan.path.name
        )

    return FormSheet(_("Twee personen beslissen"), form, _("Vernietigen"), save, done)


class ScanField(Field):
    """A button that shows the name of the chosen file; ``path`` is where it lies."""

    def __init__(self, desk: Desk) -> None:
        self.path: Path | None = None
        self.button = button(_("Bestand kiezen"), "paperclip", self.choose)
        super().__init__(self.button)
        self._desk = desk

    def value(self) -> str:
        return self.path.name if self.path is not None else ""

    def choose(self) -> None:
        """Let the user point at a file."""
        pattern = _("PDF of foto ({patterns})").format(patterns="*.pdf *.png *.jpg *.jpeg")
        self._desk.dialogs.choose_file(_("Kies de scan"), self._take, (pattern,))

    def _take(self, path: Path | None) -> None:
        if path is not None:
            self.path = path
            self.button.setText(path.name)
            self.changed.emit()
