"""Gedragsregels: how users deal with what they read here; each says once that they read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.kernel.formats import long_date
from app.kernel.texts import N_, _
from app.school.conduct import RULES
from app.vault.keys.keyring import Role, User
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.rows import FactRow
from ui.school.profile import WIDTH
from ui.school.section import EVERYONE, Section

NUMBER, NAME = 18, 170


@dataclass(frozen=True)
class Readers:
    """Who read the rules and when, for whom that may be shown; ``own`` is when the user at work did."""

    own: datetime | None
    due: bool
    users: tuple[tuple[User, datetime | None], ...]


class ConductSection(Section):
    """The rules are for everybody; only the leadership sees who read them."""

    key: ClassVar[str] = "conduct"
    label: ClassVar[str] = N_("Gedragsregels")
    icon: ClassVar[str] = "book-open"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        rules = Card(_("Zo gaan wij om met wat hier staat"))
        rules.setMaximumWidth(WIDTH)
        for number, rule in enumerate(RULES, 1):
            count = label(f"{number}.", "quiet")
            count.setFixedWidth(NUMBER)
            words = row(count, label(_(rule), wrap=True))
            words.setStretch(1, 1)
            rules.add(holder(words))
        self.read_button = button(_("Ik heb dit gelezen"), "check", self.accept, "primary")
        self.told = label("", "quiet", wrap=True)
        rules.add(holder(row(self.read_button, self.told, 1)))
        self.others = Card(_("Wie dit gelezen heeft"))
        self.others.setMaximumWidth(WIDTH)
        self._names = column(gap=4)
        self.others.body.addLayout(self._names)
        scroll = Scroll()
        scroll.body.addWidget(rules)
        scroll.body.addWidget(self.others)
        self.body.addWidget(scroll)

    def fetch(self) -> Readers:
        meldboek = self.desk.meldboek
        read = meldboek.school.conduct.readers()
        users = tuple((user, read.get(user.id)) for user in meldboek.store.users()) if self.may_change else ()
        return Readers(read.get(meldboek.user.id), meldboek.school.conduct.is_due(), users)

    def show_lines(self, lines: Readers) -> None:
        self.read_button.setVisible(lines.due)
        self.told.setVisible(lines.own is not None)
        if lines.own is not None:
            self.told.setText(_("U las dit op {day}.").format(day=long_date(lines.own.date())))
        self.others.setVisible(bool(lines.users))
        clear(self._names)
        for user, at in lines.users:
            self._names.addWidget(FactRow(user.name, long_date(at.date()) if at else _("nog niet"), NAME))

    def accept(self) -> None:
        """Keep that the user at work read the rules."""
        conduct = self.desk.meldboek.school.conduct
        self.desk.jobs.run(conduct.accept, owner=self, done=lambda _none: self.read())
