"""Withholding a pupil's image: the sheet that says from whom and why, and lifting it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import N_, _
from app.people.block_rules import FromWhom, Reach
from app.people.rules import BlockLine, Period, PupilCard
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.person_field import PersonField

REACHES: dict[Reach, str] = {
    Reach.EVERYBODY: N_("iedereen"),
    Reach.OUTSIDE: N_("buiten de school"),
    Reach.OTHER_GROUPS: N_("buiten de eigen groep"),
    Reach.PERSON: N_("één persoon"),
}
MEANS: dict[Reach, str] = {
    Reach.EVERYBODY: N_("Er mag niets van {name} worden getoond, wat de ouders ook antwoordden."),
    Reach.OUTSIDE: N_(
        "{name} mag niet op website, sociale media, in de krant of bij andere buitenstaanders. "
        "Wat alleen ouders of medewerkers zien, volgt de antwoorden op toestemming."
    ),
    Reach.OTHER_GROUPS: N_(
        "Alleen wat ouders van de eigen groep of medewerkers zien, volgt de antwoorden op toestemming. "
        "Op al het andere mag {name} niet."
    ),
    Reach.PERSON: N_(
        "{name} mag nergens op waar deze persoon bij kan. Bij een ouder blijft over wat alleen medewerkers zien. "
        "Bij een medewerker of onbekende mag niets."
    ),
}


class BlockSheet(FormSheet):
    """Asks from whom, from when, until when and why; who the one person is only when it is about one."""

    def __init__(self, desk: Desk, card: PupilCard, done: Callable[[object], object]) -> None:
        clock, form = desk.meldboek.clock, Form(desk)
        reaches = [(reach, _(word)) for reach, word in REACHES.items()]
        self._name = card.name.first_name or full(card.name)
        self.reach = form.field("reach", _("Afschermen voor"), ChipsField(reaches, Reach.EVERYBODY))
        self.means = label("", "quiet", wrap=True)
        self.means.setObjectName("means")
        form.add(self.means)
        form.field("person_id", _("Wie"), PersonField(desk), _("Zoek in Meldboek."))
        form.field("name", _("Of schrijf de naam"), TextField(), _("Als die er niet in staat."), beside=True)
        form.field("start", _("Vanaf"), DateField(clock, clock.today()))
        form.field("until", _("Tot en met"), DateField(clock), _("Leeg: tot iemand het opheft."), beside=True)
        form.field(
            "reason",
            _("Reden"),
            TextField(placeholder=_("geheim adres, veiligheid")),
            _("De administratie ziet de reden niet."),
        )

        def save(values: dict[str, Any]) -> None:
            is_one = values["reach"] == Reach.PERSON
            who = (values["person_id"], values["name"]) if is_one else (None, "")
            start = values["start"] or clock.today()
            whom = FromWhom(Reach(values["reach"]), *who)
            desk.meldboek.people.block_publication(card.id, start, values["until"], values["reason"], whom)

        super().__init__(_("Leerling afschermen"), form, _("Afschermen"), save, done)
        form.changed.connect(self._explain)  # also when a draft is put back
        self._explain()

    def _explain(self) -> None:
        reach = Reach(self.reach.value())
        self.means.setText(_(MEANS[reach]).format(name=self._name))
        for name in ("person_id", "name"):
            self.form.rows[name].setVisible(reach is Reach.PERSON)


def unblock(desk: Desk, card: PupilCard, block: BlockLine, done: Callable[[object], object]) -> None:
    """Ask, then let the answers count again."""

    def answered(yes: bool) -> None:
        if yes:
            desk.jobs.run(lambda: desk.meldboek.people.end_block(block.id), owner=desk.dialogs, done=done)

    desk.dialogs.ask(
        _("Afscherming opheffen"),
        _("Vanaf vandaag gelden de antwoorden op toestemming weer voor {name}.").format(name=full(card.name)),
        _("Opheffen"),
        answered,
    )


def whom_words(whom: FromWhom) -> str:
    """From whom: ``buiten de school``, or the one person."""
    return (whom.name if whom.reach is Reach.PERSON else "") or _(REACHES[whom.reach])


def period_words(period: Period) -> str:
    """How long: ``vanaf 3 sep 2026``."""
    start = short_date(period.start) if period.start else ""
    if period.until is None:
        return _("vanaf {start}").format(start=start)
    return _("{start} t/m {until}").format(start=start, until=short_date(period.until))
