"""One section of Beheer: reads like a page, and puts its own buttons in the page's header."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.texts import N_
from app.vault.keys.keyring import Role
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import bare
from ui.kit.theme import GAP

EVERYONE = frozenset(Role)
LEADERSHIP = frozenset(role for role in Role if role.leads)


class Section(QWidget):
    """Subclass it: key, label, icon, roles, ``fetch`` (database lane), ``show_lines``, ``verbs``."""

    key: ClassVar[str] = ""
    label: ClassVar[str] = N_("Onderdeel")
    icon: ClassVar[str] = "settings-2"
    roles: ClassVar[frozenset[Role]] = LEADERSHIP

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self.desk = desk
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)

    @property
    def may_change(self) -> bool:
        """Whether this user may change what the school decided."""
        return self.desk.meldboek.user.role.leads

    def fetch(self) -> Any:
        """Read what the section shows; touches no widget."""
        return None

    def show_lines(self, lines: Any) -> None:
        """Show what ``fetch`` answered."""

    def verbs(self, header: Header) -> None:
        """Put the buttons of this section in the header."""

    def read(self) -> None:
        """Fetch and show again."""
        self.desk.jobs.run(self.fetch, owner=self, done=self.show_lines)
