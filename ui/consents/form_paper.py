"""Saves the consent form of one child as a PDF, to print and hand out."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.consents.answers.history import ConsentCard
from app.kernel.names import full
from app.kernel.texts import _
from app.letters.consent_letters import form_choices
from ui.kit.desk import Desk
from ui.kit.saving import save_pdf


def save_consent_form(desk: Desk, owner: QObject, card: ConsentCard) -> None:
    """Ask where it goes, write it there, and tell that it was done."""
    meldboek, name = desk.meldboek, full(card.pupil.name)

    def make() -> bytes:
        version = meldboek.consents.text_version()
        choices = form_choices(each.purpose for each in card.purposes)
        return meldboek.consent_letters.form(card.pupil.id, choices, version)

    file, said = _("toestemming {name}.pdf").format(name=name), _("Het formulier is bewaard als {name}.")
    save_pdf(desk, owner, file, make, title=_("Formulier bewaren"), said=said)
