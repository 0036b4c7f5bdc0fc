"""What a report can be about, as the school uses it: its own kinds to add, change, hide and bring back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.cases.beside.category_lines import CategoryLine, NewCategory
from app.cases.rules import CaseSeverity
from app.cases.service import Cases
from app.cases.texts import said, word
from app.kernel.texts import N_, _
from app.protocol.rules import Bound
from ui.cases.words import options
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.rows import PersonRow
from ui.kit.sheet import Sheet
from ui.kit.tag import TagText

SIDES = {Bound.PUPIL: N_("leerling"), Bound.GUARDIAN: N_("ouder"), Bound.EMPLOYEE: N_("medewerker")}
FIRST_ARTICLE = "A8"


class KindsSheet(Sheet):
    """The school's own kinds with their buttons, and under them those of the protocol, which stay as they are."""

    def __init__(self, desk: Desk, cases: Cases, kinds: tuple[CategoryLine, ...], done: Callable[[], object]) -> None:
        super().__init__(_("Soorten meldingen"), width=720, scrolls=True)
        self._desk, self._cases, self._done = desk, cases, done
        self._rows = column(gap=8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.add_button(_("Sluiten"), self.dismiss)
        self.add_button(_("Soort toevoegen"), self.add, "primary")
        self._show(kinds)

    def refresh(self) -> None:
        """Show the kinds as they are now, also in the list behind."""
        self._desk.jobs.run(self._cases.categories.all, owner=self, done=self._show)
        self._done()

    def add(self) -> None:
        """Ask for a kind of the school's own."""
        self._desk.dialogs.open(kind_sheet(self._desk, self._cases, lambda _code: self.refresh()))

    def change(self, line: CategoryLine) -> None:
        """Say an own kind otherwise."""
        self._desk.dialogs.open(kind_sheet(self._desk, self._cases, lambda _none: self.refresh(), line))

    def turn(self, line: CategoryLine) -> None:
        """Hide an own kind, or bring it back."""
        categories = self._cases.categories
        work = categories.bring_back if line.is_hidden else categories.hide
        self._desk.jobs.run(lambda: work(line.code), owner=self, done=lambda _none: self.refresh())

    def _show(self, kinds: tuple[CategoryLine, ...]) -> None:
        clear(self._rows)
        own = [line for line in kinds if line.is_own]
        self._rows.addWidget(label(_("Van de school"), "section"))
        if not own:
            text = _("Nog geen. Voeg een soort toe als op uw school iets vaak voorkomt dat hieronder niet staat.")
            self._rows.addWidget(label(text, "quiet", wrap=True))
        for line in own:
            self._rows.addWidget(self._row(line))
        self._rows.addSpacing(8)
        self._rows.addWidget(label(_("Uit het protocol: deze blijven zoals ze zijn"), "section"))
        for line in kinds:
            if not line.is_own:
                self._rows.addWidget(PersonRow(line.title, _detail(line)))

    def _row(self, line: CategoryLine) -> Any:
        hide = _("Weer gebruiken") if line.is_hidden else _("Verbergen")
        verbs = [
            button(_("Wijzigen"), "", lambda: self.change(line), "quiet"),
            button(hide, "", lambda: self.turn(line), "quiet"),
        ]
        for verb in verbs:
            verb.setAccessibleName(f"{verb.text()}: {line.title}")
        tag = TagText(_("verborgen"), "neutral") if line.is_hidden else None
        made = row(PersonRow(line.title, _detail(line), tag), *verbs, gap=8)
        made.setStretch(0, 1)
        return holder(made)


def kind_sheet(desk: Desk, cases: Cases, done: Callable[[Any], object], line: CategoryLine | None = None) -> FormSheet:
    """Add a kind, or say an own one otherwise."""
    form = Form(desk)
    form.field("title", _("Naam"), TextField(line.title if line else "", placeholder=_("zoals Prank of challenge")))
    form.need("title", said("cases.no_name"))
    sides = [(side, _(name)) for side, name in SIDES.items()]
    form.field("sides", _("Wie kan dit doen"), ChipsField(sides, line.sides if line else (), many=True))
    form.need("sides", said("cases.category_for_nobody"))
    weights = ChipsField(options("severity", CaseSeverity), line.severity if line else CaseSeverity.LIGHT)
    form.field("severity", _("Eerste inschatting"), weights)
    form.need("severity", _("Kies hoe zwaar dit meestal weegt."))
    articles = [(one.code, f"{one.code}  {one.title}") for one in desk.meldboek.protocol.articles]
    form.field("article", _("Artikel van het protocol"), ChoiceField(articles, line.article if line else FIRST_ARTICLE))
    form.field(
        "sexual",
        "",
        CheckField(_("Hierbij kan seksueel beeld opduiken: waarschuw bij bewijs"), bool(line and line.sexual)),
    )
    title = _("Soort toevoegen") if line is None else _("Wijzigen: {kind}").format(kind=line.title)
    verb = _("Toevoegen") if line is None else _("Bewaren")

    def save(values: dict[str, Any]) -> Any:
        new = NewCategory(**values)
        return cases.categories.add(new) if line is None else cases.categories.change(line.code, new)

    return FormSheet(title, form, verb, save, done, width=600)


def _detail(line: CategoryLine) -> str:
    whom = ", ".join(_(SIDES[side]) for side in line.sides if side in SIDES)
    return " · ".join((whom, word("severity", line.severity), _("artikel {code}").format(code=line.article)))
