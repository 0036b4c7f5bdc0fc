"""Going on with a report that was begun, or beginning another: nothing that was typed disappears by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.cases.evidence import loose
from app.kernel.formats import short_time
from app.kernel.texts import _, ngettext
from app.vault import drafts
from app.vault.drafts import DraftLine
from app.vault.drawers.database import Drawer
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.form import DRAFTS
from ui.kit.labels import label
from ui.kit.layouts import column, holder, row
from ui.kit.sheet import Sheet

FIRST = "new"
Begin = Callable[[str], object]


def ask(desk: Desk, drawer: Drawer, begin: Begin) -> None:
    """Begin a report at once, or ask which one when some were begun before; ``begin`` gets the key of its draft."""

    def choose(found: tuple[DraftLine, ...]) -> None:
        if found:
            desk.dialogs.open(DraftsSheet(desk, drawer, found, begin))
        else:
            begin(FIRST)

    desk.jobs.run(lambda: begun(drawer), owner=desk.dialogs, done=choose)


def begun(drawer: Drawer) -> tuple[DraftLine, ...]:
    """The reports that this user began, the newest first."""
    return tuple(line for line in drafts.of_user(drawer) if line.form == loose.REPORT)


def free_key(found: Sequence[DraftLine]) -> str:
    """A key under which no report was begun yet."""
    taken = {line.key for line in found}
    keys = (FIRST, *(f"{FIRST}-{number}" for number in range(2, len(taken) + 3)))
    return next(key for key in keys if key not in taken)


class DraftsSheet(Sheet):
    """The reports that were begun, each with a way to go on; the main button begins another."""

    def __init__(self, desk: Desk, drawer: Drawer, found: tuple[DraftLine, ...], begin: Begin) -> None:
        super().__init__(_("U was al met een melding bezig"), width=560)
        self._desk, self._drawer, self._begin = desk, drawer, begin
        words = ngettext("Er is {n} concept.", "Er zijn {n} concepten.", len(found))
        self.body.addWidget(label(_("{words} Wat u kiest, raakt niets kwijt.").format(words=words), "quiet", wrap=True))
        for line in found:
            self.body.addWidget(self._row(line))
        self.add_button(_("Annuleren"), self.dismiss)
        self.add_button(_("Nieuwe melding"), partial(self._take, free_key(found)), "primary")

    def _row(self, line: DraftLine) -> QWidget:
        title = line.title or _("zonder titel")
        since = _("bewaard {at}").format(at=short_time(line.at))
        words = holder(column(label(title, "strong", wrap=True), label(since, "secondary"), gap=0))
        go_on = button(_("Verder met concept"), "", partial(self._take, line.key))
        go_on.setAccessibleName(_("Verder met concept: {title}").format(title=title))
        away = icon_button("trash-2", _("Concept weggooien: {title}").format(title=title), partial(self._throw, line))
        inside = row(words, go_on, away, gap=10)
        inside.setStretch(0, 1)
        return holder(inside)

    def _take(self, key: str) -> None:
        self.close_sheet()
        self._begin(key)

    def _throw(self, line: DraftLine) -> None:
        self._desk.dialogs.ask(
            _("Concept weggooien"),
            _("Als u het weggooit, is weg wat u hebt ingevuld, met de bestanden erbij."),
            _("Weggooien"),
            lambda yes: self._thrown(line) if yes else None,
            danger=True,
        )

    def _thrown(self, line: DraftLine) -> None:
        self.close_sheet()
        work = partial(loose.throw_away, self._drawer, line.key)
        self._desk.jobs.run(work, owner=self._desk.dialogs, done=lambda _none: self._desk.changes.publish(DRAFTS))
