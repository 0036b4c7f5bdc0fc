"""Confirming the authority of a whole group: everybody by name, and who is not sure yet is left out with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.kernel.names import full, sort_key
from app.kernel.texts import _, ngettext
from app.people.rules import GuardianLine, PupilCard
from app.people.spelling import group_order
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.people import words

HIGH = 300


@dataclass(frozen=True)
class Unsure:
    """A guardian of whom only a list says that there is authority."""

    card: PupilCard
    line: GuardianLine


class GroupAuthoritySheet(Sheet):
    """``done`` gets how many were confirmed."""

    def __init__(self, desk: Desk, cards: Sequence[PupilCard], group: str, done: Callable[[int], object]) -> None:
        super().__init__(_("Gezag bevestigen voor een groep"), width=720)
        self._desk, self._done = desk, done
        self._left_out: set[int] = set()
        self._unsure = _by_group(cards)
        self._wanted = group if group in self._unsure else next(iter(self._unsure), "")
        told = _(
            "Dit gezag komt uit een lijst en is door niemand nagekeken. Laat weg wie u niet zeker weet: klik op de rij "
            "of druk op de spatiebalk. Wie geen gezag heeft, legt u op de kaart van het kind vast."
        )
        self.body.addWidget(label(told, "quiet", wrap=True))
        self._fields()
        self.table = _ToggleTable(_columns(self._left_out), name=_("Ouders zonder bevestigd gezag"), key=_key, row=44)
        self.table.toggled.connect(self._toggle)
        self.table.clicked.connect(lambda index: self._toggle(index.data(Qt.ItemDataRole.UserRole)))
        self.table.setFixedHeight(HIGH)
        self.body.addWidget(self.table)
        self.body.addWidget(self.below)
        self.add_button(_("Annuleren"), self.dismiss)
        self.button = self.add_button("", self.submit, "primary")
        self._show()

    @property
    def group(self) -> str:
        """Which group is shown."""
        return str(self.form.values()["group"] or "")

    def submit(self) -> None:
        """Confirm who is not left out."""
        values = self.below.values()
        people, group, left_out = self._desk.meldboek.people, self.group, frozenset(self._left_out)
        self.below.submit(
            lambda: people.confirm_group(group, values["since"], values["source"], left_out), self._confirmed
        )

    def _fields(self) -> None:
        clock = self._desk.meldboek.clock
        self.form, self.below = Form(self._desk), Form(self._desk)
        options = [
            (name, _("Groep {group}").format(group=name) + f" · {_parents(len(lines))}")
            for name, lines in self._unsure.items()
        ]
        group = self.form.field("group", _("Groep"), ChoiceField(options, self._wanted))
        group.changed.connect(self._show)
        self.body.addWidget(self.form)
        source = TextField(placeholder=_("gezagsregister, beschikking, formulier"))
        self.below.field("source", _("Waaruit blijkt dat"), source, share=3)
        self.below.field("since", _("Vanaf"), DateField(clock, clock.today()), beside=True, share=2)

    def _show(self) -> None:
        self._left_out.clear()
        self.table.set_lines(self._unsure.get(self.group, ()))
        self._say()

    def _toggle(self, line: Unsure) -> None:
        self._left_out.symmetric_difference_update({line.line.relation_id})
        self.table.viewport().update()
        self._say()

    def _say(self) -> None:
        count = len(self.table.lines_model.lines) - len(self._left_out)
        self.button.setText(ngettext("Gezag van {n} ouder bevestigen", "Gezag van {n} ouders bevestigen", count))
        self.button.setEnabled(bool(count))

    def _confirmed(self, count: int) -> None:
        self.close_sheet()
        self._done(count)


class _ToggleTable(Table):
    toggled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.selected is not None:
            self.toggled.emit(self.selected)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the sheet's own button
        else:
            super().keyPressEvent(event)


def unsure_count(cards: Sequence[PupilCard]) -> int:
    """How many relations nobody confirmed or denied."""
    return sum(len(words.assumed(card.guardians)) for card in cards)


def _by_group(cards: Sequence[PupilCard]) -> dict[str, tuple[Unsure, ...]]:
    found: dict[str, list[Unsure]] = {}
    for card in sorted(cards, key=lambda card: (group_order(card.group), sort_key(card.name))):
        for line in words.assumed(card.guardians):
            found.setdefault(card.group, []).append(Unsure(card, line))
    return {group: tuple(lines) for group, lines in found.items() if group}


def _columns(left_out: set[int]) -> tuple[Column, ...]:
    def tag(line: Unsure) -> TagText:
        if line.line.relation_id in left_out:
            return TagText(_("nog niet"), "neutral", "minus")
        return TagText(_("bevestigen"), "ok", "check")

    return (
        Column("", tag=tag, width=124),
        Column(_("Ouder of verzorger"), strong=lambda line: full(line.line.name), width=180),
        Column(_("Van"), text=lambda line: full(line.card.name), width=150),
        Column(
            _("Bekend uit"), text=lambda line: line.line.authority_source, tip=lambda line: line.line.authority_source
        ),
    )


def _key(line: Unsure) -> int:
    return line.line.relation_id


def _parents(count: int) -> str:
    return ngettext("{n} ouder", "{n} ouders", count)
