"""The rows of Vandaag: what presses with a way to put it off, what may wait in one quiet line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QPushButton, QWidget

from app.agenda.exports import when
from app.agenda.rules import FEW, TAGGED, AgendaItem, PutOff
from app.kernel.formats import weekday_date
from app.kernel.texts import _
from ui.agenda.acts import Acts
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.cell_row import CellRow
from ui.kit.cells import Drawing, Place, Words, rest
from ui.kit.layouts import holder, row
from ui.kit.rows import ActionRow, Rows
from ui.kit.tag import TagText
from ui.kit.theme import Tone

QUIET_SHOWN = 4
WIDTHS = (118, 132, 116)  # when, how long, what to do: the rest is for what it is about
ICON_BUTTON = 32
QUIET = QMargins(10, 3, 4, 3)
_TONES: dict[str, Tone] = {"danger": "danger", "warn": "warn", "accent": "accent", "ok": "ok", "info": "info"}


class ItemRow(ActionRow):
    """One item that presses: what, when, how long, one click to do it, and one to let it wait."""

    def __init__(self, item: AgendaItem, acts: Acts) -> None:
        tone: Tone = _TONES.get(item.tone, "neutral")
        tag = TagText(item.tag, tone, _tag_icon(item, tone)) if item.tag else None
        super().__init__(
            item.icon, item.title, item.subject, when(item), tag, item.action, partial(acts.go, item),
            widths=WIDTHS, gap=12,
        )  # fmt: skip
        self.put_behind(_put_off(item, acts) if item.can_wait else None, ICON_BUTTON)


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


def item_card(
    title: str, items: tuple[AgendaItem, ...], count: int, acts: Acts, tone: str, *, whole: bool = False
) -> Card:
    """One list of ``count`` items; a long one shows its beginning and a button for the rest."""
    quiet = tone == "quiet"
    card = Card(f"{title} · {count}", tone="" if quiet else tone, padding=12)
    rows = Rows(lines=not quiet)
    shown = items[: TAGGED if whole else (QUIET_SHOWN if quiet else FEW)]
    for item in shown:
        rows.add(QuietRow(item, acts) if quiet else ItemRow(item, acts))
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
    return icon_button("calendar-clock", _("Uitstellen: {title}").format(title=item.title), partial(acts.put_off, item))


def _tag_icon(item: AgendaItem, tone: Tone) -> str:
    if tone == "danger":
        return "clock-alert"
    if tone == "accent":
        return "file-check"
    return "clock" if item.moment is not None else ""
