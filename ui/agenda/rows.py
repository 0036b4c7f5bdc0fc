"""The rows of Vandaag: what presses with a way to put it off, what may wait in one quiet line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.agenda.exports import when
from app.agenda.rules import FEW, TAGGED, AgendaItem, PutOff
from app.kernel.formats import weekday_date
from app.kernel.texts import _
from ui.agenda.acts import Acts
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.cell_row import CellRow
from ui.kit.cells import Drawing, Place, Words, rest
from ui.kit.labels import hairline
from ui.kit.layouts import clear, holder, row
from ui.kit.rows import MARGINS, ActionRow, Rows
from ui.kit.tag import TagText
from ui.kit.theme import Tone

QUIET_SHOWN = 4
GAP, WIDTHS = 12, (118, 132, 116)  # when, how long, what to do: the rest is for what it is about
ICON_BUTTON = 32
QUIET = QMargins(10, 3, 4, 3)
_TONES: dict[str, Tone] = {"danger": "danger", "warn": "warn", "accent": "accent", "ok": "ok", "info": "info"}


class ItemRow(CellRow):
    """One item that presses: what, when, how long, one click to do it, and one to let it wait.

    The same row shows one item after the other: making it and dressing its buttons takes most of the time.
    """

    def __init__(self, acts: Acts, item: AgendaItem | None = None) -> None:
        super().__init__((), GAP, MARGINS)
        self._acts, self._item = acts, item
        self.button = button(_("Openen"), "", lambda: self._do(acts.go), "quiet")
        self._wait = icon_button("calendar-clock", _("Uitstellen"), lambda: self._do(acts.put_off))
        self.put_behind(self.button, WIDTHS[2])
        self.put_behind(self._wait, ICON_BUTTON)
        if item is not None:
            self.show_item(item)

    def show_item(self, item: AgendaItem) -> None:
        """Be about this item from now on."""
        self._item = item
        tone: Tone = _TONES.get(item.tone, "neutral")
        tag = TagText(item.tag, tone, _tag_icon(item, tone)) if item.tag else None
        self.button.setText(item.action)
        self.button.setAccessibleName(f"{item.action}: {item.title}")
        meaning = _later(item)
        self._wait.setToolTip(meaning)
        self._wait.setAccessibleName(meaning)
        self._wait.setVisible(item.can_wait)
        icon, title, day = item.icon, item.title, when(item)
        within = " · ".join(part for part in (day, item.subject) if part)
        self.show_places(
            ActionRow.places(icon, title, item.subject, day, tag, WIDTHS),
            ActionRow.places(icon, title, within, None, tag, WIDTHS),
        )

    def _do(self, act: Callable[[AgendaItem], object]) -> None:
        if self._item is not None:
            act(self._item)


class QuietRow(CellRow):
    """One item that may wait, in a single line."""

    def __init__(self, item: AgendaItem, acts: Acts) -> None:
        about = " · ".join(part for part in (item.title, item.subject) if part)
        day = weekday_date(item.day) if item.day else ""
        super().__init__(
            [Place(Drawing(item.icon, "ink2", 16)), rest(Words(about, "quiet")), Place(Words(day, "quiet"))], 14, QUIET
        )
        done = button(item.action, "", partial(acts.go, item), "quiet")
        done.setAccessibleName(f"{item.action}: {item.title}")
        self.put_behind(done, done.sizeHint().width())
        if item.source == "year":
            meaning = _("Gedaan: {title}").format(title=item.title)
            self.put_behind(icon_button("check", meaning, partial(acts.finish, item)), ICON_BUTTON)
        else:
            self.put_behind(_put_off(item, acts), ICON_BUTTON)


class ListCard(Card):
    """One list of Vandaag: a long one shows its beginning and a button for the rest. It stays, and is filled again."""

    def __init__(self, title: str, tone: str, acts: Acts) -> None:
        super().__init__(title, tone=tone, padding=12)
        self.name, self._acts = title, acts
        self._rows: list[ItemRow] = []
        self._lines: list[QWidget] = []
        self._foot = QVBoxLayout()
        inside = QVBoxLayout()
        inside.setSpacing(0)
        self._inside = inside
        self.body.addLayout(inside)
        self.body.addLayout(self._foot)
        for _number in range(FEW):
            self._add()
        self.hide()

    def show_items(self, items: tuple[AgendaItem, ...], count: int, *, whole: bool) -> None:
        """Show the first of these ``count`` items; nothing of the card when there are none."""
        self.title.setText(f"{self.name} · {count}")
        shown = items[: TAGGED if whole else FEW]
        while len(self._rows) < len(shown):
            self._add()
        while len(self._rows) > max(FEW, len(shown)):
            for made in (self._rows.pop(), self._lines.pop()):
                made.hide()
                made.deleteLater()
        for number, (made, line) in enumerate(zip(self._rows, self._lines, strict=True)):
            there = number < len(shown)
            made.setVisible(there)
            line.setVisible(there and number > 0)
            if there:
                made.show_item(shown[number])
        clear(self._foot)
        if len(shown) < count:
            self._foot.addWidget(holder(row(_more(self.name, count, whole, self._acts), 1)))
        self.setVisible(count > 0)

    def _add(self) -> None:
        made, line = ItemRow(self._acts), hairline()
        self._inside.addWidget(line)
        self._inside.addWidget(made)
        self._rows.append(made)
        self._lines.append(line)


def quiet_card(title: str, items: tuple[AgendaItem, ...], count: int, acts: Acts, *, whole: bool) -> Card:
    """What may wait, each in one line."""
    card = Card(f"{title} · {count}", padding=12)
    rows = Rows(lines=False)
    shown = items[: TAGGED if whole else QUIET_SHOWN]
    for item in shown:
        rows.add(QuietRow(item, acts))
    card.add(rows)
    if len(shown) < count:
        card.body.addWidget(holder(row(_more(title, count, whole, acts), 1)))
    return card


def put_off_card(found: tuple[PutOff, ...], acts: Acts) -> Card:
    """What was put off: until when and why, with a way back."""
    card = Card(_("Uitgesteld · {n}").format(n=len(found)), padding=12)
    rows = Rows(lines=False)
    for one in found[:FEW]:
        said, day = f"{one.item.title} · {one.reason}", _("tot {day}").format(day=weekday_date(one.until))
        line = CellRow(
            [Place(Drawing("calendar-clock", "ink2", 16)), rest(Words(said, "quiet")), Place(Words(day, "quiet"))],
            14,
            QUIET,
        )
        back = button(_("Terughalen"), "", partial(acts.bring_back, one.item), "quiet")
        back.setAccessibleName(_("Terughalen: {title}").format(title=one.item.title))
        line.put_behind(back, back.sizeHint().width())
        rows.add(line)
    card.add(rows)
    return card


def _more(title: str, count: int, whole: bool, acts: Acts) -> QWidget:
    if whole:
        return button(_("Kijk in de maand"), "", acts.show_month, "link")
    words = _("Toon alle {n}").format(n=count)
    made = button(words, "", partial(acts.show_whole, title), "link")
    made.setAccessibleName(f"{words}: {title}")
    return made


def _put_off(item: AgendaItem, acts: Acts) -> QPushButton:
    return icon_button("calendar-clock", _later(item), partial(acts.put_off, item))


def _later(item: AgendaItem) -> str:
    return _("Uitstellen: {title}").format(title=item.title)


def _tag_icon(item: AgendaItem, tone: Tone) -> str:
    if tone == "danger":
        return "clock-alert"
    if tone == "accent":
        return "file-check"
    return "clock" if item.moment is not None else ""
