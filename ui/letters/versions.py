"""The versions of one template, the newest first, and going back to one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.kernel.formats import weekday_time
from app.kernel.texts import _
from app.letters.templates.wordings import VersionLine, WordingLine
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.sheet import Sheet

_FEW = 6  # versions that stand in a sheet without scrolling


def versions_sheet(desk: Desk, line: WordingLine, versions: Sequence[VersionLine], done: Callable[[], object]) -> Sheet:
    """What the school kept of this template; an earlier version can count again as a new one."""
    sheet = Sheet(_("Versies van {name}").format(name=line.name), width=620, scrolls=len(versions) > _FEW)
    if not versions:
        sheet.body.addWidget(label(_("De meegeleverde tekst is nog niet veranderd."), wrap=True))
    for version in versions:
        sheet.body.addWidget(_row(desk, sheet, version, done, is_newest=version is versions[0]))
    sheet.add_button(_("Sluiten"), sheet.dismiss)
    return sheet


def _row(desk: Desk, sheet: Sheet, version: VersionLine, done: Callable[[], object], *, is_newest: bool) -> QWidget:
    words = _("Meegeleverde tekst") if version.is_reset else _("Eigen tekst {version}").format(version=version.version)
    told = _("{words}, {at}, door {name}").format(words=words, at=weekday_time(version.saved_at), name=version.saved_by)
    again = button(_("Weer gebruiken"), "undo-2", lambda: _use(desk, sheet, version, done))
    again.setVisible(not is_newest and not version.is_reset)
    return holder(row(label(told, wrap=True), 1, again))


def _use(desk: Desk, sheet: Sheet, version: VersionLine, done: Callable[[], object]) -> None:
    def kept(_none: object) -> None:
        sheet.close_sheet()
        done()

    desk.jobs.run(lambda: desk.meldboek.wordings.save(version.wording), owner=sheet, done=kept)
