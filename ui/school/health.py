"""Gezondheid: looks whether files, log, backups, disk and clock are in order, and says it plainly."""

from __future__ import annotations

from typing import ClassVar

from app.kernel.texts import N_, _
from app.school.health import Check, State, look
from app.vault.keys.keyring import Role
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import Scroll
from ui.kit.rows import ActionRow, Rows
from ui.kit.tag import TagText
from ui.school.section import EVERYONE, Section


class HealthSection(Section):
    """Opening it looks at once; large stores take some seconds."""

    key: ClassVar[str] = "health"
    label: ClassVar[str] = N_("Gezondheid")
    icon: ClassVar[str] = "shield-check"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(_("Is alles in orde?"))
        self.rows = Rows()
        self.card.add(label(_("Meldboek kijkt elk bestand helemaal na. Dat kan even duren."), "quiet", wrap=True))
        self.card.add(self.rows)
        scroll = Scroll()
        scroll.body.addWidget(self.card)
        self.body.addWidget(scroll)

    def show_lines(self, lines: None) -> None:  # noqa: ARG002 - nothing is read on the lane of the database
        """Begin to look, beside that lane, so that other pages do not wait."""
        store, lane = self.desk.meldboek.store, self.desk.jobs.on_lane
        self.desk.jobs.render(lambda: look(store, lane), owner=self, done=self._show)

    def _show(self, found: tuple[Check, ...]) -> None:
        self.rows.clear()
        for check in found:
            self.rows.add(ActionRow("", check.title, check.text, "", _tag(check.state)))

    def verbs(self, header: Header) -> None:
        header.add_button(_("Opnieuw nakijken"), "shield-check", self.read, primary=True)


def _tag(state: State) -> TagText:
    if state == "ok":
        return TagText(_("in orde"), "ok", "circle-check")
    if state == "warn":
        return TagText(_("let op"), "warn", "triangle-alert")
    return TagText(_("niet in orde"), "danger", "circle-x")
