"""Saves the consent form of one child as a PDF, to print and hand out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.consents.history import ConsentCard
from app.kernel.errors import Unavailable
from app.kernel.names import full
from app.kernel.texts import _
from app.letters.consent_letters import form_choices
from ui.kit.desk import Desk


def save_consent_form(desk: Desk, owner: QObject, card: ConsentCard) -> None:
    """Ask where it goes, write it there, and tell that it was done."""
    meldboek, name = desk.meldboek, full(card.pupil.name)

    def make(path: Path) -> str:
        version = meldboek.consents.text_version()
        choices = form_choices(each.purpose for each in card.purposes)
        form = meldboek.consent_letters.form(card.pupil.id, choices, version)
        try:
            path.write_bytes(form)
        except OSError:
            raise Unavailable("letters.not_saved", file=path.name) from None
        return path.name

    def save(path: Path | None) -> None:
        if path is not None:
            desk.jobs.run(lambda: make(path), owner=owner, done=told)

    def told(file: str) -> None:
        desk.messages.info(_("Het formulier is bewaard als {file}.").format(file=file))

    desk.dialogs.save_file(_("Formulier bewaren"), _("toestemming {name}.pdf").format(name=name), save)
