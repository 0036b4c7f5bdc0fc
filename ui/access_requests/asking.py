"""The sheet in which a request is written down: about whom, and which of the own guardians asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.access_requests.lines import NewRequest
from app.access_requests.rules import GUARDED, Capacity, Kind
from app.access_requests.texts import CAPACITIES, KINDS
from app.kernel.names import full
from app.kernel.texts import N_, _
from app.people.rules import Authority, GuardianLine, PersonKind, PersonLine
from ui.access_requests.sheets import casework_of
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.person_field import PersonField

SOMEBODY_ELSE = 0
_OF_EMPLOYEE = (Capacity.SELF, Capacity.PROXY)
_AUTHORITIES = {
    Authority.YES: N_("heeft gezag"),
    Authority.NO: N_("heeft geen gezag"),
    Authority.ASSUMED: N_("gezag niet bevestigd"),
}


class AskerField(ChoiceField):
    """One of the guardians of the pupil, or somebody who is not in the register."""

    def __init__(self) -> None:
        self._wanted: Any = None
        super().__init__([], blank=_("kies eerst om wie het gaat"))

    def offer(self, guardians: Sequence[GuardianLine]) -> None:
        """Let choose between these guardians; what a draft kept is chosen again when it is among them."""
        self._blank = _("kies de ouder")
        known = [(one.id, f"{full(one.name)} ({_(_AUTHORITIES[one.authority])})") for one in guardians]
        self.combo.setCurrentIndex(-1)
        self.set_options([*known, (SOMEBODY_ELSE, _("iemand die niet in Meldboek staat"))])
        if self.combo.currentIndex() < 0:
            self.combo.setCurrentIndex(0)
        self.set_value(self._wanted)
        self._wanted = None

    def restore(self, kept: Any) -> None:
        self._wanted = kept
        self.set_value(kept)

    def problem(self) -> str:
        unknown = self.isVisible() and self.combo.count() > 1 and self.value() is None
        return _("Kies wie het vraagt.") if unknown else ""


class RequestSheet(FormSheet):
    """Write down a request that came in."""

    def __init__(self, desk: Desk, done: Callable[[Any], object]) -> None:
        self._desk = desk
        self._about: int | None = None
        form = Form(desk)
        self._who_fields(form)
        self._what_fields(form)
        super().__init__(_("Verzoek vastleggen"), form, _("Vastleggen"), self._receive, done, width=620, scrolls=True)
        form.changed.connect(self._settle)
        self.person.shown.connect(self._settle)
        self._settle()

    def _who_fields(self, form: Form) -> None:
        kinds = frozenset({PersonKind.PUPIL, PersonKind.EMPLOYEE})
        self.person = form.field("person_id", _("Om wie gaat het"), PersonField(self._desk, kinds=kinds))
        form.need("person_id", _("Kies om wie het gaat."))
        form.field("kind", _("Wat wordt gevraagd"), ChoiceField([(one, _(KINDS[one])) for one in Kind], Kind.ACCESS))
        self.capacity = form.field("capacity", _("Wie vraagt het"), ChoiceField(_capacities(Capacity)))
        self.capacity.set_value(Capacity.REPRESENTATIVE)
        self.asker = form.field("requester_id", _("Welke ouder of voogd"), AskerField())
        form.field("requester", _("Naam van de vrager"), TextField())

    def _what_fields(self, form: Form) -> None:
        clock = self._desk.meldboek.clock
        hint = _("bijvoorbeeld: kennen wij, legitimatie gezien")
        form.field("received_on", _("Ontvangen op"), DateField(clock, clock.today(), past=True), share=2)
        form.field("identity", _("Hoe weet u wie het is"), TextField(placeholder=hint), beside=True, share=3)
        form.field("wish", _("Wat wil de vrager, of de eigen zienswijze"), AreaField())

    def _settle(self) -> None:
        """Ask only what is not known yet: which guardian, or the name of who is not in the register."""
        if self.person.value() != self._about:
            self._turn_to(self.person.line)
        capacity, rows = Capacity(self.capacity.value()), self.form.rows
        is_guardian = capacity in GUARDED
        rows["requester_id"].setVisible(is_guardian)
        unnamed = capacity is Capacity.PROXY or (is_guardian and self.asker.value() == SOMEBODY_ELSE)
        rows["requester"].setVisible(unnamed)

    def _turn_to(self, line: PersonLine | None) -> None:
        self._about = line.id if line else None
        is_employee = line is not None and line.kind is PersonKind.EMPLOYEE
        self.capacity.set_options(_capacities(_OF_EMPLOYEE if is_employee else Capacity))
        if line is None or is_employee:
            return
        people, person_id = self._desk.meldboek.people, line.id
        self._desk.jobs.run(
            lambda: (person_id, people.guardians_of([person_id]).get(person_id, ())), owner=self, done=self._offer
        )

    def _offer(self, answer: tuple[int, Sequence[GuardianLine]]) -> None:
        person_id, guardians = answer
        if person_id == self._about:
            self.asker.offer(guardians)
            self._settle()

    def _receive(self, values: dict[str, Any]) -> int:
        capacity = Capacity(values["capacity"])
        asker = values["requester_id"] if capacity in GUARDED else None
        named = capacity is Capacity.PROXY or asker == SOMEBODY_ELSE
        return casework_of(self._desk).access_requests.receive(
            NewRequest(
                kind=Kind(values["kind"]),
                person_id=values["person_id"] or 0,
                requester=values["requester"] if named else "",
                capacity=capacity,
                requester_id=asker or None,
                identity=values["identity"],
                wish=values["wish"],
                received_on=values["received_on"],
            )
        )


def _capacities(offered: Sequence[Capacity] | type[Capacity]) -> list[tuple[Capacity, str]]:
    return [(one, _(CAPACITIES[one])) for one in offered]
