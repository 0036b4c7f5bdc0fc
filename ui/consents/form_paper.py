"""Saves the consent form of one child as a PDF, to print and hand out."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.consents.answers.history import ConsentCard
from app.kernel.names import full
from app.kernel.texts import _
from app.letters.families.form_choices import form_choices
from app.letters.paper.layout import Printable
from ui.kit.desk import Desk
from ui.kit.saving import save_drawn


def save_consent_form(desk: Desk, owner: QObject, card: ConsentCard, language: str = "nl") -> None:
    """Ask where it goes, write it there, and tell that it was done."""
    meldboek, name = desk.meldboek, full(card.pupil.name)

    def read() -> Printable:
        version = meldboek.consents.text_version()
        choices = form_choices((each.purpose for each in card.purposes), language)
        return meldboek.consent_letters.form(card.pupil.id, choices, version, language)

    file = _("toestemming {name}.pdf").format(name=name)
    save_drawn(desk, owner, file, read, Printable.draw)
