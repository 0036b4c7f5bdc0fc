"""Who may open this school, and one's own passphrase."""

from __future__ import annotations

from typing import Any, ClassVar

from app.kernel.errors import Invalid
from app.kernel.texts import N_, _
from app.vault.keyring import RECOVERY, Role, User
from app.vault.store import NewUser
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school import words
from ui.school.section import EVERYONE, Section

_SEES = {
    Role.DIRECTOR: N_("alles"),
    Role.BOARD: N_("alles"),
    Role.COORDINATOR: N_("leerlingen, toestemmingen en de zaken die zijn toegewezen"),
    Role.ADMINISTRATOR: N_("leerlingen, toestemmingen en de printbak; geen zaken"),
}


class UsersSection(Section):
    """The list is for everybody; the leadership adds users, and everybody changes only their own passphrase."""

    key: ClassVar[str] = "users"
    label: ClassVar[str] = N_("Gebruikers")
    icon: ClassVar[str] = "users"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        own = desk.meldboek.user.id
        self.table = Table(
            (
                Column(_("Naam"), lambda user: user.name, 210),
                Column("", width=56, tag=lambda user: _you(user, own)),
                Column(_("Rol"), lambda user: _(words.ROLES[user.role]), 160),
                Column(_("Ziet"), lambda user: _(_SEES[user.role])),
            ),
            name=_("Gebruikers"),
        )
        card = Card()
        card.add(self.table)
        told = _(
            "Een administratief medewerker heeft geen sleutel van de zaken en kan ze met geen enkel programma lezen. "
            "Een coördinator ziet alleen de zaken die zijn toegewezen; dat regelt het programma."
        )
        card.add(label(told, "secondary", wrap=True))
        self.body.addWidget(card)

    def fetch(self) -> tuple[User, ...]:
        return self.desk.meldboek.store.users()

    def show_lines(self, lines: tuple[User, ...]) -> None:
        self.table.set_lines(lines)

    def verbs(self, header: Header) -> None:
        user = self.desk.meldboek.user
        leads = user.role is Role.DIRECTOR
        if user.id != RECOVERY:
            header.add_button(_("Mijn wachtzin wijzigen"), "key-round", self.change_passphrase, primary=not leads)
        if leads:
            header.add_button(_("Nieuwe wachtzin geven"), "undo-2", self.reset_passphrase)
            header.add_button(_("Gebruiker toevoegen"), "user-plus", self.add_user, primary=True)

    def add_user(self) -> None:
        """Ask who will open this school, in which role, and let that person type a passphrase."""
        form = Form(self.desk)
        form.field("name", _("Naam"), TextField(placeholder=_("bijvoorbeeld M. Postma")))
        roles = [(role, _(words.ROLES[role])) for role in _SEES]
        hint = "\n".join(f"{_(words.ROLES[role])}: {_(sees)}" for role, sees in _SEES.items())
        form.field("role", _("Rol"), ChipsField(roles, Role.ADMINISTRATOR), hint)
        _ask_passphrase(form, _("Wachtzin"), _("Laat de gebruiker de wachtzin zelf bedenken en typen."))
        sheet = FormSheet(_("Gebruiker toevoegen"), form, _("Toevoegen"), self._add, self._added)
        self.desk.dialogs.open(sheet)

    def change_passphrase(self) -> None:
        """Ask the old and the new passphrase in a sheet."""
        form = Form(self.desk)
        form.field("old", _("Huidige wachtzin"), TextField(secret=True))
        hint = _("Ten minste twaalf tekens. Vier losse woorden zijn makkelijk te onthouden en moeilijk te raden.")
        _ask_passphrase(form, _("Nieuwe wachtzin"), hint)
        said = _("Uw wachtzin is gewijzigd.")
        sheet = FormSheet(
            _("Wachtzin wijzigen"), form, _("Wijzigen"), self._change, lambda _none: self.desk.messages.info(said)
        )
        self.desk.dialogs.open(sheet)

    def reset_passphrase(self) -> None:
        """Let somebody who forgot it type a new passphrase; also the way on after the recovery key was used."""
        form = Form(self.desk)
        users = [(user.id, user.name) for user in self.desk.meldboek.store.users()]
        form.field("user", _("Voor wie"), ChoiceField(users, users[0][0]))
        _ask_passphrase(form, _("Nieuwe wachtzin"), _("Laat de gebruiker de wachtzin zelf bedenken en typen."))
        said = _("De nieuwe wachtzin werkt meteen. De oude werkt niet meer.")
        sheet = FormSheet(
            _("Nieuwe wachtzin geven"), form, _("Geven"), self._reset, lambda _none: self.desk.messages.info(said)
        )
        self.desk.dialogs.open(sheet)

    def _reset(self, values: dict[str, Any]) -> None:
        _same_twice(values)
        self.desk.meldboek.store.reset_passphrase(values["user"], values["passphrase"])

    def _add(self, values: dict[str, Any]) -> User:
        _same_twice(values)
        return self.desk.meldboek.store.add_user(NewUser(values["name"], Role(values["role"]), values["passphrase"]))

    def _added(self, user: User) -> None:
        self.read()
        self.desk.messages.info(_("{name} kan dit Meldboek nu openen.").format(name=user.name))

    def _change(self, values: dict[str, Any]) -> None:
        _same_twice(values)
        self.desk.meldboek.store.change_passphrase(values["old"], values["passphrase"])


def _ask_passphrase(form: Form, text: str, hint: str) -> None:
    form.field("passphrase", text, TextField(secret=True), hint)
    form.field("repeat", _("{field}, nog een keer").format(field=text), TextField(secret=True))


def _same_twice(values: dict[str, Any]) -> None:
    if values["passphrase"] != values["repeat"]:
        raise Invalid("repeat", "school.passphrase_repeat")


def _you(user: User, own: str) -> TagText | None:
    return TagText(_("u"), "accent") if user.id == own else None
