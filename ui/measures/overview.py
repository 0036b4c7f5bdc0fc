"""All measures in one table with filters; beside it the devices in custody and the messages to be removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.rules import short_number
from app.kernel.formats import clock_time, day_month, short_date, weekday_date
from app.kernel.texts import N_, _
from app.measures.lines import ContentLine, DeviceLine, MeasureLine, Wanted
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.empty import EmptyState
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, holder, row
from ui.kit.rows import PersonRow, Rows
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.measures.words import contested, period, status_tag

FILTERS: tuple[tuple[Wanted, str], ...] = (
    (Wanted.ALL, N_("Alle")),
    (Wanted.PROPOSALS, N_("Voorstellen")),
    (Wanted.DECIDED, N_("Besloten dit schooljaar")),
    (Wanted.RUNNING, N_("Loopt nu")),
    (Wanted.ENDING, N_("Eindigt deze week")),
    (Wanted.UNDELIVERED, N_("Nog niet gegeven")),
    (Wanted.UNPROVEN, N_("Zonder bewijs")),
    (Wanted.OBJECTION, N_("In bezwaar")),
    (Wanted.EXPIRED, N_("Vervallen")),
)


class Overview(QWidget):
    """Chips and a table; opening a line opens the measure, another chip asks for other lines."""

    opened = Signal(int)
    filtered = Signal()

    def __init__(self, verbs: Sequence[QWidget] = ()) -> None:
        super().__init__()
        bare(self)
        self._unsent: frozenset[int] = frozenset()
        self.wanted = Wanted.ALL  # read where the lines are fetched, away from the window
        self.chips = Chips([(wanted, _(text)) for wanted, text in FILTERS], value=Wanted.ALL)
        self.chips.chosen.connect(self.filter)
        empty = EmptyState(
            "scale", _("Nog geen maatregelen"), _("Een maatregel begint in een zaak, bij de persoon om wie het gaat.")
        )
        self.table = Table(_columns(self._tag), empty=empty, name=_("Maatregelen"))
        self.table.line_activated.connect(lambda line: self.opened.emit(line.id))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.chips)
        if verbs:
            inside.addWidget(holder(row(*verbs, 1, gap=4)))
        paper = Card(padding=8)
        paper.body.addWidget(self.table)
        inside.addWidget(paper, 1)
        self.rest = label("", "secondary")
        self.rest.hide()
        inside.addWidget(self.rest)

    def show_lines(
        self, lines: tuple[MeasureLine, ...], counted: Mapping[Wanted, int], unsent: frozenset[int] = frozenset()
    ) -> None:
        """Show these under the chip that was chosen, and on every chip how many there are in all."""
        self._unsent = unsent
        for wanted, text in FILTERS:
            self.chips.set_text(wanted, f"{_(text)} · {counted[wanted]}" if counted[wanted] else _(text))
        self.table.set_lines(lines)
        hidden = counted[self.wanted] - len(lines)
        self.rest.setText(_("Dit zijn de nieuwste {n}. Excel krijgt ze alle.").format(n=len(lines)))
        self.rest.setVisible(hidden > 0)

    def _tag(self, line: MeasureLine) -> TagText:
        return status_tag(line, self._unsent)

    def filter(self, wanted: object) -> None:
        """Ask for what the chip says."""
        self.wanted = wanted if isinstance(wanted, Wanted) else Wanted.ALL
        self.chips.set_value(self.wanted)
        self.filtered.emit()


def _columns(tag: Callable[[MeasureLine], TagText]) -> tuple[Column, ...]:
    return (
        Column(
            _("Persoon"),
            strong=lambda line: line.person,
            detail=lambda line: _("Zaak {number}").format(number=short_number(line.case_number)),
        ),
        Column(_("Maatregel"), strong=lambda line: line.rung_label, detail=_decision, width=176),
        Column(_("Stand"), tag=tag, width=150),
        Column(_("Periode"), period, 186, detail=_objection, sort=lambda line: line.first_day or date.min),
    )


def _decision(line: MeasureLine) -> str:
    return _("besluit {day}").format(day=short_date(line.decided_on)) if line.decided_on else _("nog geen besluit")


def _objection(line: MeasureLine) -> str:
    if line.in_objection:
        return contested(line)
    return _("bezwaar tot {day}").format(day=day_month(line.objection_until)) if line.objection_until else ""


@dataclass(frozen=True)
class ObjectActs:
    """What can be done with a device in custody or a message that must go."""

    give_back: Callable[[DeviceLine], object]
    device_told: Callable[[DeviceLine], object]
    gone: Callable[[ContentLine], object]
    content_told: Callable[[ContentLine], object]


class ObjectsColumn(QWidget):
    """Devices that are not given back, and messages that are not gone."""

    def __init__(self, acts: ObjectActs, print_list: Callable[[], object], ask: Callable[[], object]) -> None:
        super().__init__()
        bare(self)
        self.acts = acts
        self.devices, self.contents = Card(_("Toestellen")), Card(_("Berichten"))
        self.printing = button(_("Lijst van vandaag"), "printer", print_list, "quiet")
        self.asking = button(_("Toevoegen"), "plus", ask, "quiet")
        self.devices.top.addWidget(self.printing)
        self.contents.top.addWidget(self.asking)
        scroll = Scroll(16)
        scroll.body.addWidget(self.devices)
        scroll.body.addWidget(self.contents)
        self.setLayout(row(scroll, gap=0))

    def show_lines(self, devices: Sequence[DeviceLine], contents: Sequence[ContentLine], today: date) -> None:
        """Show these; what is late is said in words."""
        self.devices.clear()
        self.contents.clear()
        self._fill(self.devices, [self._device(line, today) for line in devices], _("Er is geen toestel in bewaring."))
        self._fill(self.contents, [self._content(line) for line in contents], _("Er staat niets open."))

    def _fill(self, card: Card, widgets: Sequence[QWidget], nothing: str) -> None:
        rows = Rows(gap=8)
        for widget in widgets:
            rows.add(widget)
        card.add(rows if widgets else label(nothing, "quiet", wrap=True))

    def _device(self, line: DeviceLine, today: date) -> QWidget:
        late = line.is_late(today)
        since = _("ingenomen {day} {time} door {name}").format(
            day=weekday_date(line.taken_at.date()), time=clock_time(line.taken_at), name=line.taken_by
        )
        tag = TagText(_("te laat"), "danger", "clock-alert") if late else TagText(_("vandaag terug"), "info")
        if not late and line.return_on > today:
            tag = TagText(_("terug {day}").format(day=weekday_date(line.return_on)), "warn")
        verb = button(_("Teruggeven"), "", lambda: self.acts.give_back(line), "quiet")
        verb.setAccessibleName(_("Teruggeven: {name}").format(name=line.person))
        person = PersonRow(line.person, f"{line.what} · {since}", tag)
        return _under(person, verb, *_untold(line.parents_told_at, line.person, lambda: self.acts.device_told(line)))

    def _content(self, line: ContentLine) -> QWidget:
        asked = _("gevraagd {day}").format(day=weekday_date(line.asked_on))
        where = ", ".join(part for part in (line.platform, line.place) if part)
        verb = button(_("Is verwijderd"), "", lambda: self.acts.gone(line), "quiet")
        verb.setAccessibleName(_("Is verwijderd: {name}").format(name=line.person))
        told = line.parents_told_on or not line.is_pupil
        more = _untold(told, line.person, lambda: self.acts.content_told(line))
        return _under(PersonRow(line.person, f"{where} · {asked}"), verb, *more)


def _untold(told: object, name: str, slot: Callable[[], object]) -> tuple[QWidget, ...]:
    """The button that records when the parents heard, as long as they did not."""
    if told:
        return ()
    verb = button(_("Ouders ingelicht"), "", slot, "quiet")
    verb.setAccessibleName(_("Ouders ingelicht: {name}").format(name=name))
    return (verb,)


def _under(person: QWidget, *verbs: QWidget) -> QWidget:
    made = bare(QWidget())
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(2)
    inside.addWidget(person)
    inside.addWidget(holder(row(*verbs, 1, gap=4)))
    return made
