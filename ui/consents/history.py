"""The history on a card: what happened, by whom, on what paper; each event can be mended, its scan saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.consents.answers.history import HistoryLine
from app.consents.answers.wording import authority_now, speaker
from app.consents.rules import EventKind
from app.kernel.texts import _
from ui.consents.words import event_purposes, event_text, event_title, recorded_words
from ui.kit.buttons import button
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.timeline import Timeline, TimelineItem

Ask = Callable[[HistoryLine], object]


def history_view(
    lines: Sequence[HistoryLine],
    shorts: Mapping[str, str],
    total: int,
    *,
    mend: Ask,
    scan: Callable[[int], object],
    of_pupil: bool = True,
) -> QWidget:
    """The events, newest first; ``total`` purposes are all of them. An employee speaks for nobody else."""
    if not lines:
        return label(_("Er is nog niets gevraagd."), "quiet")
    timeline = Timeline(compact=True)
    timeline.set_items([_item(line, shorts, total, mend, of_pupil=of_pupil) for line in lines])
    timeline.item_activated.connect(scan)
    return timeline


def _item(line: HistoryLine, shorts: Mapping[str, str], total: int, mend: Ask, *, of_pupil: bool) -> TimelineItem:
    title = event_title(line, shorts, total)
    gone = "" if line.counts else _("Dit telt niet meer: het is later verbeterd.")
    told = (event_purposes(line, shorts), authority_now(line), gone)
    has_scan = line.attachment_id is not None
    says = [_("klik om de scan te bewaren")] if has_scan else []
    return TimelineItem(
        title=title,
        text=event_text(line, speaker(line) if of_pupil else ""),
        note=" · ".join([recorded_words(line), *says]),
        note_icon="paperclip" if has_scan else "",
        detail=" ".join(part for part in told if part),
        widget=_mend_button(line, title, mend),
        ref=line.event_id if has_scan else None,
    )


def _mend_button(line: HistoryLine, title: str, mend: Ask) -> QWidget | None:
    """The button that takes an event out; none when there is nothing to take out."""
    if line.kind is EventKind.ASKED or not line.counts:
        return None
    made = button(_("Verbeteren"), "", lambda: mend(line), "link")
    made.setAccessibleName(_("Verbeteren: {title}").format(title=title))
    return holder(row(made, 1))
