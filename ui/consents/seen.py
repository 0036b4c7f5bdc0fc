"""One publication on the card of a pupil: where the pupil can be seen, and whether the image must go or went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consents.publications.lines import VisibleIn
from app.kernel.formats import short_date
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.labels import bare, label
from ui.kit.layouts import column, row
from ui.kit.tag import Tag


class SeenRow(QWidget):
    """The title opens the publication."""

    def __init__(self, seen: VisibleIn, shorts: Mapping[str, str], today: date, go: Callable[[int], object]) -> None:
        super().__init__()
        bare(self)
        title = button(seen.title, "", partial(_open, go, seen.id), "link")
        parts = (short_date(seen.on), shorts.get(seen.purpose, seen.purpose), seen.place)
        about = " · ".join(part for part in parts if part)
        words = column(row(title, 1), label(about, "secondary", wrap=True), gap=1)
        tag = _tag(seen, today)
        if tag is not None:
            words.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(words)
        self.setAccessibleName(f"{seen.title}, {about}")


def _tag(seen: VisibleIn, today: date) -> Tag | None:
    task = seen.takedown
    if task is None:
        return None if seen.allowed_then else Tag(_("zonder toestemming"), "danger", "triangle-alert")
    if task.done is not None:
        return Tag(_("verwijderd {date}").format(date=short_date(task.done.done_on)), "neutral", "check")
    late = task.target < today
    return Tag(
        _("te verwijderen vóór {date}").format(date=short_date(task.target)),
        "danger" if late else "warn",
        "clock-alert",
    )


def _open(go: Callable[[int], object], publication_id: int, _checked: bool = False) -> None:
    go(publication_id)
