"""The tab Logboek: the list, the call that is chosen in it, and the school year that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from app.inspector.lines import CallLine, CallSheet
from app.kernel.calendar import school_year
from app.kernel.texts import _
from ui.inspector.acts import InspectorActs
from ui.inspector.call_detail import CallDetail, CallVerbs
from ui.inspector.log_view import LogView
from ui.kit.desk import Desk


@dataclass(frozen=True)
class Lines:
    """What the page shows: one sheet, the log of a year, the years there are, and the cases a call can belong to."""

    sheet: CallSheet
    log: tuple[CallLine, ...]
    years: tuple[str, ...]
    cases: tuple[tuple[int, str], ...]


class LogPart:
    """Made when it is first looked at, so that calling opens at once; ``turned`` after another year was chosen."""

    def __init__(
        self,
        desk: Desk,
        acts: InspectorActs,
        places: tuple[QStackedWidget, QStackedWidget],
        chosen: Callable[[CallLine | None], object],
        turned: Callable[[], object],
    ) -> None:
        self._desk, self._acts, self._chosen, self._turned = desk, acts, chosen, turned
        self._stack, self._side = places
        self.year = school_year(desk.meldboek.clock.today())
        self.wanted: int | None = None

    @cached_property
    def view(self) -> LogView:
        """The list of calls."""
        made = LogView(self._desk.meldboek.protocol.domains, self._turn, lambda: self._acts.log(self.year))
        made.table.line_selected.connect(self._chosen)
        self._stack.addWidget(made)
        return made

    @cached_property
    def detail(self) -> CallDetail:
        """One call of the list, at the side."""
        acts, meldboek = self._acts, self._desk.meldboek
        verbs = CallVerbs(
            acts.attach, acts.weigh, acts.call_back, acts.close_follow_up, acts.tick, acts.read_along, acts.note
        )
        made = CallDetail(verbs, meldboek.user.name, meldboek.protocol.domains)
        self._side.addWidget(made)
        return made

    def show_lines(self, lines: Lines) -> None:
        """Show the calls of the year, and the call that was asked for."""
        self.view.show_lines(lines.log, lines.years, self.year)
        wanted, self.wanted = self.wanted, None
        if wanted is not None and self.view.table.select(wanted):
            return
        if self.view.table.selected is None:
            self.detail.show_counts(lines.log, self.year)

    @property
    def overline(self) -> str:
        """The year that is shown, for the head of the page."""
        return _("Schooljaar {year}").format(year=self.year)

    def _turn(self, year: str) -> None:
        self.year = year
        self._turned()
