"""Who may open this school, and one's own passphrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from app.cases.beside import leaving
from app.kernel.formats import short_date
from app.kernel.texts import N_, _
from app.vault.keys import rotation
from app.vault.keys.keyring import RECOVERY, Role, User
from app.vault.trail import logbook
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school import key_file_sheets, user_sheets, words
from ui.school.recovery_sheet import RecoverySheet
from ui.school.section import EVERYONE, Section

ROLE, AWAY = 4, 5  # the columns with a verb


class UsersSection(Section):
    """The list is for everybody; the leadership adds users, and everybody changes only their own passphrase."""

    key: ClassVar[str] = "users"
    label: ClassVar[str] = N_("Gebruikers")
    icon: ClassVar[str] = "users"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        own = desk.meldboek.user.id
        leads = desk.meldboek.user.role is Role.DIRECTOR
        verbs = (
            Column("", lambda user: "" if user.id == own else _("Rol wijzigen"), 100, verb=True),
            Column("", lambda user: "" if user.id == own else _("Intrekken"), 80, verb=True),
        )
        self._opened: dict[str, datetime] = {}
        self.table = Table(
            (
                Column(_("Naam"), lambda user: user.name, 108),
                Column("", width=42, tag=lambda user: _you(user, own)),
                Column(_("Rol"), lambda user: _(words.ROLES[user.role]), detail=lambda user: _(words.SEES[user.role])),
                Column(_("Laatst geopend"), self._last, 112),
                *(verbs if leads else ()),
            ),
            name=_("Gebruikers"),
        )
        self.table.verb_clicked.connect(self._verb)
        card = Card()
        card.add(self.table)
        told = _(
            "Een administratief medewerker heeft geen sleutel van de zaken en kan ze met geen enkel programma lezen. "
            "Een coördinator ziet alleen de zaken die zijn toegewezen; dat regelt het programma."
        )
        card.add(label(told, "secondary", wrap=True))
        self.key_file = button("", "key-round", self.change_key_file, "link")
        self.key_file.setVisible(own != RECOVERY)
        self.own = button(_("Mijn wachtzin wijzigen"), "key-round", self.change_passphrase, "link")
        self.own.setVisible(leads and own != RECOVERY)  # others find it above the list
        card.add(holder(row(self.own, self.key_file, 1, gap=18)))
        self._tell_key_file()
        self.body.addWidget(card)

    def fetch(self) -> tuple[tuple[User, ...], dict[str, datetime]]:
        store = self.desk.meldboek.store
        return store.users(), logbook.last_opened(store.register)

    def show_lines(self, lines: tuple[tuple[User, ...], dict[str, datetime]]) -> None:
        users, self._opened = lines
        self.table.set_lines(users)
        self._tell_key_file()

    def _tell_key_file(self) -> None:
        begin, leave = _("Ook een sleutelbestand vragen bij mijn wachtzin"), _("Mijn sleutelbestand niet meer vragen")
        self.key_file.setText(leave if self.desk.meldboek.store.asks_file else begin)

    def _last(self, user: User) -> str:
        at = self._opened.get(user.id)
        return short_date(at.date()) if at is not None else _("nog niet")

    def verbs(self, header: Header) -> None:
        if self.desk.meldboek.user.role is not Role.DIRECTOR:
            header.add_button(_("Mijn wachtzin wijzigen"), "key-round", self.change_passphrase, primary=True)
        else:
            header.add_button(_("Herstelsleutel vernieuwen"), "key-round", self.new_recovery_key)
            header.add_button(_("Nieuwe wachtzin geven"), "undo-2", self.reset_passphrase)
            header.add_button(_("Gebruiker toevoegen"), "user-plus", self.add_user, primary=True)

    def add_user(self) -> None:
        """Ask who will open this school, in which role, and let that person type a passphrase."""
        self.desk.dialogs.open(user_sheets.add(self.desk, self._known(), self._added))

    def change_passphrase(self) -> None:
        """Ask the old and the new passphrase in a sheet."""
        self.desk.dialogs.open(user_sheets.change_passphrase(self.desk, self._known()))

    def change_key_file(self) -> None:
        """Let a file on a stick be asked beside one's own passphrase, or no longer."""
        if self.desk.meldboek.store.asks_file:
            self.desk.dialogs.open(key_file_sheets.leave(self.desk, self.read))
        else:
            key_file_sheets.begin(self.desk, self.read)

    def reset_passphrase(self) -> None:
        """Let somebody who forgot it type a new passphrase; also the way on after the recovery key was used."""
        self.desk.dialogs.open(user_sheets.reset_passphrase(self.desk, self._known()))

    def change_role(self, user: User) -> None:
        """Give somebody another role."""
        self._knowing_cases(user, lambda handled: self._ask_role(user, handled))

    def remove_user(self, user: User) -> None:
        """Take somebody's access away, after a question that says what that means, and who takes over their cases."""
        self._knowing_cases(user, lambda handled: self._ask_remove(user, handled))

    def new_recovery_key(self) -> None:
        """Make another recovery key, after a question; the paper in the safe is worth nothing then."""
        self.desk.dialogs.ask(
            _("Nieuwe herstelsleutel"),
            _("De oude sleutel in de kluis werkt daarna niet meer. U drukt meteen een nieuw papier af."),
            _("Nieuwe sleutel maken"),
            lambda yes: self._renew_recovery_key() if yes else None,
        )

    def _verb(self, user: User, column: int) -> None:
        {ROLE: self.change_role, AWAY: self.remove_user}[column](user)

    def _known(self) -> tuple[str, ...]:
        store = self.desk.meldboek.store
        return (store.keys.school, *(user.name for user in store.users()))

    def _knowing_cases(self, user: User, then: Callable[[user_sheets.Handled], object]) -> None:
        casework = self.desk.meldboek.store.casework
        work = lambda: leaving.handled_by(casework, user.id) if casework is not None else ()  # noqa: E731
        self.desk.jobs.run(work, owner=self, done=then)

    def _ask_role(self, user: User, handled: user_sheets.Handled) -> None:
        done = lambda renewed: self._changed(user, renewed)  # noqa: E731 - one expression
        self.desk.dialogs.open(user_sheets.change_role(self.desk, user, handled, done))

    def _ask_remove(self, user: User, handled: user_sheets.Handled) -> None:
        text = _(
            "{name} kan dit Meldboek dan niet meer openen. Alle sleutels worden vernieuwd; dat duurt even. Daarna "
            "start Meldboek opnieuw en opent u het met uw eigen wachtzin."
        ).format(name=user.name)
        if handled:
            sheet = user_sheets.remove(self.desk, user, handled, text, lambda _none: self._remove(user))
            self.desk.dialogs.open(sheet)
            return
        title = _("Toegang intrekken")
        answer = lambda yes: self._remove(user) if yes else None  # noqa: E731 - one expression
        self.desk.dialogs.ask(title, text, title, answer, danger=True)

    def _remove(self, user: User) -> None:
        store = self.desk.meldboek.store
        self.desk.jobs.run_long(
            _("Sleutels vernieuwen"),
            lambda _progress: rotation.remove_user(store, user.id),
            owner=self,
            done=lambda _none: self.desk.restart(),
            database=True,
        )

    def _renew_recovery_key(self) -> None:
        store = self.desk.meldboek.store
        show = lambda key: self.desk.dialogs.open(RecoverySheet(self.desk, key))  # noqa: E731 - one expression
        self.desk.jobs.run(store.new_recovery_key, owner=self, done=show)

    def _added(self, user: User) -> None:
        self.read()
        self.desk.messages.info(_("{name} kan dit Meldboek nu openen.").format(name=user.name))

    def _changed(self, user: User, renewed: bool) -> None:
        if renewed:
            self.desk.restart()
        else:
            self.read()
            self.desk.messages.info(_("De rol van {name} is gewijzigd.").format(name=user.name))


def _you(user: User, own: str) -> TagText | None:
    return TagText(_("u"), "accent") if user.id == own else None
