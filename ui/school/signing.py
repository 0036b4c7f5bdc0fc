"""Whose name stands under letters, and what the board lets the director decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from app.kernel.texts import N_, _
from app.protocol.rules import Rung
from app.school.rules import DIRECTOR, Mandate, Signatory
from app.vault.keys.keyring import Role, User
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, TextField
from ui.kit.form import Form
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import Scroll
from ui.school import words
from ui.school.profile import WIDTH
from ui.school.section import Section


@dataclass(frozen=True)
class Lines:
    """Who signs as what, and the mandates."""

    signatories: tuple[tuple[User, Signatory], ...]
    mandates: tuple[Mandate, ...]
    rungs: tuple[Rung, ...]


class SigningSection(Section):
    """One form for all; the board decides, the director records what the board decided."""

    key: ClassVar[str] = "signing"
    label: ClassVar[str] = N_("Ondertekening en mandaten")
    icon: ClassVar[str] = "signature"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = Form(desk)
        self.users = tuple(user for user in desk.meldboek.store.users() if user.role is not Role.ADMINISTRATOR)
        self.rungs: tuple[Rung, ...] = ()
        self._add_fields()
        card = Card()
        card.setMaximumWidth(WIDTH)
        card.add(self.form)
        scroll = Scroll()
        scroll.body.addWidget(card)
        self.body.addWidget(scroll)

    def fetch(self) -> Lines:
        school = self.desk.meldboek.school
        signatories = tuple((user, school.signatory(user)) for user in self.users)
        return Lines(signatories, school.mandates(), _for_mandate(self.desk))

    def show_lines(self, lines: Lines) -> None:
        if self.form.is_dirty:
            return
        self._add_rungs(lines.rungs)
        values: dict[str, Any] = {}
        for user, signatory in lines.signatories:
            values |= {f"name:{user.id}": signatory.name, f"title:{user.id}": signatory.job_title}
        for rung in self.rungs:
            values[rung.code] = Mandate(rung.code, DIRECTOR) in lines.mandates
        self.form.set_values(values)
        self.form.mark_clean()

    def verbs(self, header: Header) -> None:
        header.add_button(_("Bewaren"), "save", self.save, primary=True)

    def save(self) -> None:
        """Keep names and mandates."""
        values = self.form.values()
        self.form.submit(lambda: self._keep(values), lambda _none: self._kept())

    def _keep(self, values: dict[str, Any]) -> None:
        school = self.desk.meldboek.school
        for user in self.users:
            wanted = Signatory(values[f"name:{user.id}"], values[f"title:{user.id}"])
            if wanted != school.signatory(user):
                school.set_signatory(user.id, wanted)
        school.set_mandates(Mandate(rung.code, DIRECTOR) for rung in self.rungs if values[rung.code])

    def _kept(self) -> None:
        self.desk.messages.info(_("Ondertekening en mandaten zijn bewaard."))

    def _add_fields(self) -> None:
        self.form.section(_("Zo staat de naam onder een brief"))
        for user in self.users:
            role = _(words.ROLES[user.role])
            self.form.field(f"name:{user.id}", _("Naam ({role})").format(role=role), TextField())
            self.form.field(f"title:{user.id}", _("Functie"), TextField(), beside=True)
        self.form.section(_("Het bestuur laat de directeur besluiten over"))
        told = _("Zonder vinkje besluit het bestuur zelf. Een besluit zonder bevoegdheid is niet geldig.")
        self.form.add(label(told, "quiet", wrap=True))

    def _add_rungs(self, rungs: Sequence[Rung]) -> None:
        """A tick for every measure that is not on the form yet; the school may have added one."""
        for rung in (each for each in rungs if each.code not in self.form.rows):
            self.rungs += (rung,)
            ladder = self.desk.meldboek.protocol.ladder(rung.ladder).label
            text = _("{measure} · {ladder} · {source}").format(
                measure=rung.label, ladder=ladder.lower(), source=rung.source
            )
            self.form.field(rung.code, "", CheckField(text))


def _for_mandate(desk: Desk) -> tuple[Rung, ...]:
    """The measures that the law or the school gives to the board and that a director may decide with its mandate."""
    today = desk.meldboek.clock.today()
    rungs = (rung for ladder in desk.meldboek.ladders.protocol().ladders for rung in ladder.on(today))
    return tuple(rung for rung in rungs if rung.mandate and DIRECTOR in rung.deciders)
