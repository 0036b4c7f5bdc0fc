"""Who was heard: a list in the form, with the talks of the case that can be taken over by one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.formats import weekday_time
from app.kernel.texts import _
from app.measures.facts import HeardAs, Hearing
from app.measures.form_lines import Talk
from app.measures.talks import heard_in, not_used, taken_over
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.fields import Field
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, holder, row
from ui.kit.rows import Rows
from ui.measures.hearing_sheet import hearing_sheet, kept, restored
from ui.measures.words import how_far, who

STATE_WIDTH, TALKS_SHOWN = 176, 3


class HearingsField(Field):
    """The value is a tuple of hearings; each is changed in a sheet of its own."""

    def __init__(
        self,
        desk: Desk,
        hearings: tuple[Hearing, ...] = (),
        talks: Sequence[Talk] = (),
        candidates: Sequence[Hearing] = (),
        *,
        fixed: bool = False,
    ) -> None:
        inner = bare(QWidget())
        super().__init__(inner)
        self._desk, self._fixed = desk, fixed
        self._hearings, self._talks, self._candidates = hearings, tuple(talks), tuple(candidates)
        self._rows = Rows()
        self.offers = QVBoxLayout()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._rows)
        inside.addLayout(self.offers)
        self.adding = button(_("Iemand toevoegen"), "plus", self.add, "quiet")
        inside.addLayout(row(self.adding, 1))
        self.adding.setVisible(not fixed)
        self._show()

    def value(self) -> tuple[Hearing, ...]:
        return self._hearings

    def set_value(self, value: Any) -> None:
        self._hearings = tuple(value or ())
        self._show()

    def keep(self) -> list[dict[str, Any]]:
        return [kept(hearing) for hearing in self._hearings]

    def restore(self, kept_values: Any) -> None:
        self.set_value([restored(each) for each in kept_values or ()])

    def add(self) -> None:
        """Ask who else is heard."""
        listed = {(one.person_id, one.name) for one in self._hearings}
        others = [one for one in self._candidates if (one.person_id, one.name) not in listed]
        first = others[0] if others else Hearing(HeardAs.OTHER)
        self._open(replace(first, name="", person_id=None), len(self._hearings), others)

    def edit(self, place: int) -> None:
        """Change one hearing."""
        self._open(self._hearings[place], place)

    def take(self, place: int, hearing: Hearing) -> None:
        """Put a hearing at its place in the list."""
        self._hearings = (*self._hearings[:place], hearing, *self._hearings[place + 1 :])
        self._show()
        self.changed.emit()

    def take_over(self, talk: Talk) -> None:
        """Write this talk of the case down as the hearing of those who were in it."""
        self._hearings = taken_over(talk, self._hearings, heard_in(talk, self._hearings, self._candidates))
        self._show()
        self.changed.emit()

    def _open(self, hearing: Hearing, place: int, candidates: Sequence[Hearing] = ()) -> None:
        done = lambda made: self._replace(place, made)  # noqa: E731 - one expression
        self._desk.dialogs.open(hearing_sheet(self._desk, hearing, done, candidates))

    def _replace(self, place: int, hearing: Hearing) -> None:
        """A person who stood in the list already is not added twice."""
        for at, other in enumerate(self._hearings):
            if hearing.person_id is not None and other.person_id == hearing.person_id:
                place = at
        self.take(place, hearing)

    def _show(self) -> None:
        self._rows.clear()
        for place, hearing in enumerate(self._hearings):
            edit = None if self._fixed else lambda at=place: self.edit(at)
            self._rows.add(_HearingRow(hearing, edit))
        clear(self.offers)
        if self._fixed:
            return
        offered = [talk for talk in not_used(self._talks, self._hearings) if self._unheard(talk)]
        for talk in offered[:TALKS_SHOWN]:
            self.offers.addWidget(self._offer(talk))

    def _unheard(self, talk: Talk) -> tuple[Hearing, ...]:
        """Whom this talk would count for: who was in it and was not written down as heard yet."""
        heard = heard_in(talk, self._hearings, self._candidates)
        return tuple(one for one in heard if one.held_at is None)

    def _offer(self, talk: Talk) -> QWidget:
        text = _("Gesprek van {at} overnemen").format(at=weekday_time(talk.at))
        made = button(text, "messages-square", lambda: self.take_over(talk), "quiet")
        made.setToolTip(talk.title)
        made.setAccessibleName(f"{text}: {talk.title}")
        names = ", ".join(one.name for one in self._unheard(talk))
        return holder(row(made, label(f"{talk.title} · {names}", "secondary", wrap=True), gap=6))


class _HearingRow(QWidget):
    def __init__(self, hearing: Hearing, edit: Callable[[], None] | None) -> None:
        super().__init__()
        bare(self)
        self.setMinimumHeight(36)
        held = hearing.held_at is not None
        mark = IconLabel(
            "circle-check" if held else "circle",
            "ok" if held and not hearing.is_late else "warn",
            18,
            _("gehoord") if held else "",
        )
        state = label(how_far(hearing), "quiet", wrap=True)
        state.setFixedWidth(STATE_WIDTH)
        inside = row(mark, gap=12)
        inside.addWidget(label(who(hearing), wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        if edit is not None:
            inside.addWidget(icon_button("pencil", _("Gesprek vastleggen: {name}").format(name=hearing.name), edit))
        inside.setContentsMargins(8, 0, 0, 0)
        self.setLayout(inside)
