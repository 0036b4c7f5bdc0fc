"""Who of the coordinators may see a case: its files too or not, and for good or until a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from app.cases.beside.granting import UNTIL
from app.cases.lines import AccessLine, CaseCard
from app.cases.service import Cases
from app.kernel.formats import long_date, short_time
from app.kernel.texts import _
from app.vault.keys.keyring import User
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

MANY = 4  # coordinators whose days would make the sheet too high


def access_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Callable[[Any], object]) -> FormSheet:
    """Choose which coordinators may see and add to this case; who is taken off sees nothing of it any more."""
    store = desk.meldboek.store
    coordinators = tuple(user for user in store.users() if user.role.holds_casework and not user.role.leads)
    form = AccessForm(desk, coordinators, card)

    def save(values: dict[str, Any]) -> None:
        chosen = set(values.get("users", ()))
        allowed = tuple(user for user in coordinators if user.id in chosen)
        until = {user.id: values[UNTIL.format(user.id)] for user in allowed}
        cases.let_in(card.id, allowed, set(values.get("files", ())), until)

    title = _("Toegang voor ondersteuning")
    return FormSheet(title, form, _("Vastleggen"), save, done, scrolls=len(coordinators) > MANY)


class AccessForm(Form):
    """A last day is only asked of who is let in."""

    def __init__(self, desk: Desk, coordinators: tuple[User, ...], card: CaseCard) -> None:
        super().__init__(desk)
        self._coordinators = coordinators
        if coordinators:
            self._ask(card)
        else:
            none = _("Er is nog geen gebruiker voor ondersteuning. Voeg die toe bij Beheer.")
            self.add(label(none, "quiet", wrap=True))
        for one in card.access:
            self.add(label(_told(one), "secondary", wrap=True))

    def _ask(self, card: CaseCard) -> None:
        names = [(user.id, user.name) for user in self._coordinators]
        now = tuple(one.id for one in card.access if not one.ended)
        users = self.field("users", _("Wie mag deze zaak zien"), ChipsField(names, now, many=True))
        known = {one.id: one for one in card.access}
        with_files = tuple(user.id for user in self._coordinators if user.id not in known or known[user.id].sees_files)
        self.field("files", _("Wie daarvan ook foto's en bestanden"), ChipsField(names, with_files, many=True))
        for name, user in self._days():
            day = DateField(self.desk.meldboek.clock, known[user.id].until if user.id in now else None)
            self.field(name, _("{name}: laatste dag (mag leeg)").format(name=user.name), day)
        users.changed.connect(self._show_days)
        self._show_days()

    def _days(self) -> Iterator[tuple[str, User]]:
        return ((UNTIL.format(user.id), user) for user in self._coordinators)

    def _show_days(self) -> None:
        chosen = self.rows["users"].field.value()
        for name, user in self._days():
            self.rows[name].setVisible(user.id in chosen)


def _told(one: AccessLine) -> str:
    words = _("{name}: sinds {at}, van {by}")
    if one.until is not None:
        words = _("{name}: sinds {at}, van {by}, tot en met {until}")
    if one.ended:
        words = _("{name}: sinds {at}, van {by}. De toegang liep af op {until}.")
    until = long_date(one.until) if one.until else ""
    return words.format(name=one.name, at=short_time(one.since), by=one.by, until=until)
