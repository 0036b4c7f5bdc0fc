"""The timeline of a case: chips to filter, entries with their evidence, and more on request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.cases.evidence.files import PICTURES, TEXT
from app.cases.lines import CaseCard, EntryLine, EvidenceLine
from app.cases.rules import EntryKind, Flag
from app.kernel.formats import short_time, weekday_time
from app.kernel.texts import _
from ui.cases.evidence.thumbnails import HIGH, WIDE, Key, Thumbnails, key_of
from ui.cases.words import entry_time
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.empty import EmptyState
from ui.kit.icons import IconLabel
from ui.kit.labels import label
from ui.kit.layouts import Scroll, column
from ui.kit.tag import TagText
from ui.kit.timeline import Timeline, TimelineItem

PORTION = 20
_FILTERS: Mapping[str, Callable[[EntryLine], bool]] = {
    "all": lambda _entry: True,
    "talks": lambda entry: entry.kind in {EntryKind.TALK, EntryKind.CALL},
    "letters": lambda entry: entry.kind is EntryKind.LETTER,
    "evidence": lambda entry: entry.kind is EntryKind.EVIDENCE,
    "internal": lambda entry: entry.internal,
}


class TimelineView(Card):
    """Shows entries of one case; ``entry_chosen`` gives the one clicked, ``more_wanted`` asks for all of them."""

    entry_chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(_("Verloop"))
        self._thumbnails = thumbnails
        self.chips = Chips(
            [
                ("all", _("alles")),
                ("talks", _("gesprekken")),
                ("letters", _("brieven")),
                ("evidence", _("bewijs")),
                ("internal", _("intern")),
            ],
            value="all",
        )
        self.chips.chosen.connect(lambda _value: self._filter())
        self.chips.setMinimumWidth(310)
        self.top.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignRight)
        self._timeline = Timeline()
        self._timeline.item_activated.connect(self.entry_chosen)
        self._more = button(_("Oudere regels tonen"), "chevron-down", self._show_all, "quiet")
        self._empty = EmptyState("list-filter", _("Geen regels van deze soort"))
        scroll = Scroll(gap=4)
        scroll.body.addWidget(self._timeline)
        scroll.body.addWidget(self._more)
        scroll.body.addWidget(self._empty)
        self.body.addWidget(scroll, 1)
        self._entries: Sequence[EntryLine] = ()
        self._card: CaseCard | None = None
        self._today = date.min
        self._has_more, self._most = False, PORTION

    def show_entries(
        self, card: CaseCard, entries: Sequence[EntryLine], today: date, *, has_more: bool = False
    ) -> None:
        """Show these entries of this case; ``has_more`` when older ones were not read."""
        if self._card is None or self._card.id != card.id:
            self._most = PORTION
            self._thumbnails.clear()
        if Flag.SEXUAL_IMAGERY in card.flags or card.may_be_sexual:
            self._thumbnails.clear()
        self._entries, self._card, self._today, self._has_more = entries, card, today, has_more
        self._show()

    @property
    def shown(self) -> tuple[EntryLine, ...]:
        """The entries that pass the filter."""
        return tuple(filter(_FILTERS[str(self.chips.value() or "all")], self._entries))

    def _filter(self) -> None:
        if self._has_more:
            self.more_wanted.emit()
        else:
            self._show()

    def _show_all(self) -> None:
        self._most += 10 * PORTION
        self._filter()

    def _show(self) -> None:
        shown = self.shown
        self._timeline.set_items([self._item(entry) for entry in shown[: self._most]])
        self._more.setVisible(self._has_more or len(shown) > self._most)
        self._empty.setVisible(not shown)

    def _item(self, entry: EntryLine) -> TimelineItem:
        note, icon = self._note(entry)
        own = entry.kind in {EntryKind.STATUS, EntryKind.TASK}
        return TimelineItem(
            title=entry.title,
            at_text=entry_time(entry, self._today),
            text="" if own else entry.text,
            detail=self._by(entry) if own else "",
            tags=tuple(_tags(entry)),
            note=note,
            note_icon=icon,
            widget=self._box(entry, entry.evidence) if entry.evidence else None,
            ref=entry,
        )

    def _box(self, entry: EntryLine, evidence: EvidenceLine) -> EvidenceBox:
        hidden = self._is_hidden()
        box = EvidenceBox(evidence, hidden)
        if not hidden and self._card is not None and not self._card.may_be_sexual:
            self._thumbnails.made.connect(box.take)
            box.take(key_of(evidence), self._thumbnails.want(entry))
        return box

    def _is_hidden(self) -> bool:
        return self._card is not None and Flag.SEXUAL_IMAGERY in self._card.flags

    def _by(self, entry: EntryLine) -> str:
        by = _("door {name}").format(name=entry.by)
        return f"{by}: {entry.text}" if entry.text else by

    def _note(self, entry: EntryLine) -> tuple[str, str]:
        if entry.filed_for and self._card is not None:
            names = {party.person_id: party.name for party in self._card.parties}
            filed = ", ".join(names.get(person, _("een ander")) for person in entry.filed_for)
            return _("in het dossier van {names}").format(names=filed), "folder"
        if entry.is_report and self._card is not None and self._card.reporter_protected:
            return _("naam van de melder beschermd"), "shield"
        if entry.internal and entry.kind not in {EntryKind.STATUS, EntryKind.EVIDENCE}:
            return _("intern · komt niet in een dossier"), "eye-off"
        return "", ""


def _tags(entry: EntryLine) -> list[TagText]:
    tags = []
    if entry.is_report:
        tags.append(TagText(_("melding")))
    if entry.both_sides:
        tags.append(TagText(_("hoor en wederhoor")))
    if entry.comment_on is not None:
        tags.append(TagText(_("reactie ontvangen"), "ok"))
    elif entry.comment_asked_on is not None:
        tags.append(TagText(_("wacht op reactie"), "warn"))
    if entry.version > 1:
        tags.append(TagText(_("verbeterd")))
    return tags


class EvidenceBox(QWidget):
    """A place for the picture and what is known of the file."""

    def __init__(self, evidence: EvidenceLine, hidden: bool) -> None:
        super().__init__()
        self._key = key_of(evidence)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(12)
        place = QFrame()
        place.setProperty("look", "sunken")
        place.setFixedSize(WIDE, HIGH)
        middle = QHBoxLayout(place)
        middle.setContentsMargins(0, 0, 0, 0)
        self.mark: QLabel = IconLabel(_icon(evidence, hidden), "ink2", 24)
        middle.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        for line in _about(evidence):
            words.addWidget(label(line, "quiet", wrap=True))
        words.addStretch(1)
        inside.addLayout(words, 1)
        self._middle = middle

    def take(self, key: Key, picture: QPixmap | None) -> None:
        """Show the picture in the place of the mark, when it is the one of this file."""
        if key == self._key and picture is not None and not picture.isNull():
            self.mark.hide()
            self.mark = QLabel()
            self.mark.setPixmap(picture)
            self._middle.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignCenter)


def _icon(evidence: EvidenceLine, hidden: bool) -> str:
    if evidence.destroyed_at is not None:
        return "trash-2"
    if hidden and evidence.mime != TEXT:
        return "eye-off"
    return "image" if evidence.mime in PICTURES else "file-text"


def _about(evidence: EvidenceLine) -> list[str]:
    if evidence.destroyed_at is not None:
        gone = _("vernietigd {at}, {name}").format(at=short_time(evidence.destroyed_at), name=evidence.destroyed_by)
        return [gone, evidence.destroyed_why]
    taken, filed = evidence.captured_at, weekday_time(evidence.filed_at)
    moments = [_("gemaakt {at}").format(at=weekday_time(taken))] if taken is not None else []
    short = f"{evidence.sha256[:4]} … {evidence.sha256[-4:]}"
    lines = [
        " · ".join([*moments, _("bewaard {at}").format(at=filed)]),
        evidence.source or evidence.name,
        _("origineel ongewijzigd, SHA-256 {digest}").format(digest=short),
    ]
    return [*lines, _("met een afgedekte kopie")] if evidence.masked_at is not None else lines
