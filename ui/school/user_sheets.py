"""The sheets about users: adding one, another role, a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.cases.beside import leaving
from app.kernel.texts import _, ngettext
from app.vault.keys import rotation, second_factor
from app.vault.keys.keyring import NewUser, Role, User
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.school import words
from ui.school.key_file_sheets import ask_file
from ui.school.passphrase_field import PassphraseField, RepeatField

Known = tuple[str, ...]
Handled = tuple[leaving.HandledCase, ...]


def add(desk: Desk, known: Known, done: Callable[[User], object]) -> FormSheet:
    """Who will open this school, in which role; that person types the passphrase."""
    form, store = Form(desk), desk.meldboek.store
    form.field("name", _("Naam"), TextField(placeholder=_("bijvoorbeeld M. Postma")))
    form.need("name", _("Vul een naam in."))
    _role_field(form, Role.ADMINISTRATOR)
    _ask_passphrase(form, _("Wachtzin"), _("Laat de gebruiker de wachtzin zelf bedenken en typen."), known)

    def save(values: dict[str, Any]) -> User:
        return store.add_user(NewUser(values["name"], Role(values["role"]), values["passphrase"]))

    return FormSheet(_("Gebruiker toevoegen"), form, _("Toevoegen"), save, done, scrolls=True)


def change_role(desk: Desk, user: User, handled: Handled, done: Callable[[bool], object]) -> FormSheet:
    """Another role; ``done`` hears whether the keys were renewed and the store closed."""
    form, store = Form(desk), desk.meldboek.store
    _role_field(form, user.role)
    if handled:
        _handler_field(form, desk, user, handled)

    def save(values: dict[str, Any]) -> bool:
        if handled and not Role(values["role"]).holds_casework:
            _hand_over(desk, user, values["handler"])
        return rotation.change_role(store, user.id, Role(values["role"]))

    title = _("Rol van {name}").format(name=user.name)
    return FormSheet(title, form, _("Wijzigen"), save, done)


def remove(desk: Desk, user: User, handled: Handled, text: str, done: Callable[[None], object]) -> FormSheet:
    """Take access away from somebody who handles cases: who goes on with those is chosen first."""
    form = Form(desk)
    form.add(label(text, "quiet", wrap=True))
    _handler_field(form, desk, user, handled)
    save = lambda values: _hand_over(desk, user, values["handler"])  # noqa: E731 - one expression
    return FormSheet(_("Toegang intrekken"), form, _("Toegang intrekken"), save, done)


def change_passphrase(desk: Desk, known: Known) -> FormSheet:
    """One's own: the old one and twice the new one."""
    form, store = Form(desk), desk.meldboek.store
    form.field("old", _("Huidige wachtzin"), TextField(secret=True))
    ask_file(form, desk)
    _ask_passphrase(form, _("Nieuwe wachtzin"), "", known)

    def save(values: dict[str, Any]) -> None:
        file = values.get("file", "")
        store.change_passphrase(
            second_factor.joined(values["old"], file), second_factor.joined(values["passphrase"], file)
        )

    said = _("Uw wachtzin is gewijzigd.")
    return FormSheet(_("Wachtzin wijzigen"), form, _("Wijzigen"), save, lambda _none: desk.messages.info(said))


def reset_passphrase(desk: Desk, known: Known) -> FormSheet:
    """A new one for somebody who forgot it."""
    form, store = Form(desk), desk.meldboek.store
    users = [(user.id, user.name) for user in store.users()]
    form.field("user", _("Voor wie"), ChoiceField(users, users[0][0]))
    _ask_passphrase(form, _("Nieuwe wachtzin"), _("Laat de gebruiker de wachtzin zelf bedenken en typen."), known)

    def save(values: dict[str, Any]) -> None:
        store.reset_passphrase(values["user"], values["passphrase"])

    said = _("De nieuwe wachtzin werkt meteen. De oude werkt niet meer.")
    return FormSheet(_("Nieuwe wachtzin geven"), form, _("Geven"), save, lambda _none: desk.messages.info(said))


def after_recovery(desk: Desk, done: Callable[[None], object]) -> FormSheet:
    """Who opened the store with the key on paper says who they are, and opens it again under their own name."""
    form, store = Form(desk), desk.meldboek.store
    told = _(
        "U hebt Meldboek geopend met de herstelsleutel. Kies uw naam en bedenk een nieuwe wachtzin. Daarna opent u "
        "Meldboek als uzelf, zodat onder uw werk uw naam staat."
    )
    form.add(label(told, "quiet", wrap=True))
    people = sorted(store.users(), key=lambda user: user.role is not Role.DIRECTOR)
    form.field("user", _("Wie bent u"), ChoiceField([(user.id, user.name) for user in people], people[0].id))
    known = (store.keys.school, *(user.name for user in people))
    _ask_passphrase(form, _("Nieuwe wachtzin"), "", known)
    save = lambda values: store.reset_passphrase(values["user"], values["passphrase"])  # noqa: E731 - one expression
    return FormSheet(_("Wie bent u?"), form, _("Opslaan en opnieuw openen"), save, done)


def _role_field(form: Form, role: Role) -> None:
    roles = [(each, _(words.ROLES[each])) for each in words.SEES]
    hint = "\n".join(f"{_(words.ROLES[each])}: {_(sees)}" for each, sees in words.SEES.items())
    form.field("role", _("Rol"), ChipsField(roles, role), hint)


def _handler_field(form: Form, desk: Desk, user: User, handled: Handled) -> None:
    others = [one for one in desk.meldboek.store.users() if one.role.leads and one.id != user.id]
    numbers, count = (
        ", ".join(case.number for case in handled),
        ngettext("{n} open zaak", "{n} open zaken", len(handled)),
    )
    told = _("{name} behandelt {count}: {numbers}. Wie u hier kiest, gaat daarmee verder.")
    hint = told.format(name=user.name, count=count, numbers=numbers)
    field = ChipsField([(one.id, one.name) for one in others], others[0].id)
    form.field("handler", _("Wie behandelt de zaken verder"), field, hint)


def _hand_over(desk: Desk, user: User, handler: str) -> None:
    meldboek = desk.meldboek
    to = next(one for one in meldboek.store.users() if one.id == handler)
    if meldboek.casework is not None and meldboek.store.casework is not None:
        leaving.hand_over_all(meldboek.casework.cases.aside, meldboek.store.casework, user, to)


def _ask_passphrase(form: Form, text: str, hint: str, known: Known) -> None:
    field = form.field("passphrase", text, PassphraseField(lambda: known), hint)
    form.field("repeat", _("{field}, nog een keer").format(field=text), RepeatField(field))
    form.need("repeat", _("Typ de wachtzin nog een keer."))
