"""The sheets about one's own key file: making one, and doing without it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.kernel.texts import _
from app.vault.keys import second_factor
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.school.key_file_field import KeyFileField

Done = Callable[[], object]


def ask_file(form: Form, desk: Desk) -> None:
    """Ask for the key file of who works here, if there is one."""
    if desk.meldboek.store.asks_file:
        form.field("file", _("Sleutelbestand"), KeyFileField(desk.dialogs)).look()


def begin(desk: Desk, done: Done) -> None:
    """Ask where the file goes, and then for the passphrase."""
    chosen = lambda path: desk.dialogs.open(_make(desk, path, done)) if path is not None else None  # noqa: E731
    desk.dialogs.save_file(_("Bewaar het sleutelbestand op een USB-stick"), second_factor.NAME, chosen)


def leave(desk: Desk, done: Done) -> FormSheet:
    """From now on the passphrase is enough."""
    form, store = Form(desk), desk.meldboek.store
    form.add(label(_("Daarna opent u Meldboek weer met alleen uw wachtzin."), "quiet", wrap=True))
    form.field("passphrase", _("Uw wachtzin"), TextField(secret=True))
    ask_file(form, desk)

    def save(values: dict[str, Any]) -> None:
        store.change_passphrase(second_factor.joined(values["passphrase"], values["file"]), values["passphrase"])

    def told(_none: None) -> None:
        desk.messages.info(_("Uw wachtzin is weer genoeg. Gooi het sleutelbestand weg."))
        done()

    return FormSheet(_("Zonder sleutelbestand"), form, _("Niet meer vragen"), save, told)


def _make(desk: Desk, path: Path, done: Done) -> FormSheet:
    form, store = Form(desk), desk.meldboek.store
    words = _(
        "Meldboek vraagt dan bij het openen uw wachtzin én dit bestand: {name}. Zonder het bestand opent uw wachtzin "
        "niets. Bewaar een tweede exemplaar in de kluis. Bent u het kwijt, dan geeft een directeur u een nieuwe "
        "wachtzin, of opent u met de herstelsleutel."
    )
    form.add(label(words.format(name=path), "quiet", wrap=True))
    form.field("passphrase", _("Uw wachtzin"), TextField(secret=True))

    def save(values: dict[str, Any]) -> None:
        content = second_factor.make(path, store.home)
        try:
            store.change_passphrase(values["passphrase"], second_factor.joined(values["passphrase"], content))
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def told(_none: None) -> None:
        desk.messages.info(_("Vanaf nu vraagt Meldboek ook uw sleutelbestand."))
        done()

    return FormSheet(_("Sleutelbestand maken"), form, _("Maken"), save, told)
