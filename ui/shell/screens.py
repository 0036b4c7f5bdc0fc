"""Draws every page and dialog as a picture, light and dark, on the sample school with a fixed clock.

``python -m ui.shell.screens FOLDER`` needs no display. Names: ``vandaag_licht.png``, ``zaken_donker.png``,
``personen_administratie_licht.png``; the run at 1280 x 720 goes into the folder ``klein``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from app.application import Meldboek, open_meldboek
from app.kernel.clock import Clock, FixedClock, at
from app.kernel.errors import Unavailable
from app.kernel.texts import _
from app.sample.school import Sample, build
from app.vault.door import attempts
from app.vault.keys.keyring import Cost, Role
from ui.kit.collecting import Collector
from ui.kit.jobs import Jobs
from ui.kit.page import Page, Picture
from ui.kit.pdf_view import PdfView
from ui.kit.theme import apply_theme
from ui.shell.first_run import FirstRun
from ui.shell.front import Front
from ui.shell.unlock import UnlockView
from ui.shell.window import Shell

CLOCK = FixedClock(at(2026, 11, 16, 14, 5))
CHEAP = Cost(passes=1, memory=64, lanes=1)
WIDE, SMALL = (1440, 900), (1280, 720)
KEY = "4F7K-9QXM-T2HB-WC5D-8RPZ-3VJN-6YGA-E1SD-7M"
Draw = Callable[[QWidget, str], None]
Look = tuple[tuple[int, int], bool]  # the size of the window, and whether it is dark
LOOKS: tuple[Look, ...] = ((WIDE, False), (WIDE, True), (SMALL, False))


def main(arguments: Sequence[str]) -> int:
    """Draw everything into the folder that is named; after ``--licht`` only large and in the light."""
    folder = Path(arguments[0] if arguments else "out/schermen")
    looks = LOOKS[:1] if "--licht" in arguments else LOOKS
    app = QApplication.instance() or QApplication([])
    Collector(app)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        sample = build(Path(place) / "school", CLOCK, cost=CHEAP)
        drawn = draw_all(folder, sample, CLOCK, looks)
    app.processEvents()
    print(_("{count} schermen in {folder}").format(count=len(drawn), folder=folder))  # noqa: T201 - its only answer
    return 0


def draw_all(folder: Path, sample: Sample, clock: Clock, looks: Sequence[Look]) -> tuple[str, ...]:
    """Draw the front window and all pages for the director and the administrator; gives the names."""
    drawn: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - without it nothing can be drawn
    qInstallMessageHandler(_tell)
    for dark in sorted({dark for _size, dark in looks}):
        apply_theme(app, dark)
        drawn += draw_front(_writer(folder, WIDE, dark), sample.folder)
    for user in sample.users:
        if user.role not in {Role.DIRECTOR, Role.ADMINISTRATOR}:
            continue
        meldboek = open_meldboek(sample.folder, user.name, user.passphrase, clock)
        suffix = "" if user.role is Role.DIRECTOR else "_administratie"
        try:
            for size, dark in looks:
                apply_theme(app, dark)
                place = folder if size == WIDE else folder / "klein"
                drawn += draw_pages(_writer(place, size, dark), meldboek, size, suffix)
        finally:
            meldboek.store.close()
    return tuple(drawn)


def _writer(folder: Path, size: tuple[int, int], dark: bool) -> Draw:
    folder.mkdir(parents=True, exist_ok=True)

    def write(window: QWidget, name: str) -> None:
        window.resize(*size)
        settle(400 if window.findChildren(PdfView) else 20)
        window.grab().save(str(folder / f"{name}_{'donker' if dark else 'licht'}.png"))

    return write


def _tell(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """What Qt says, but for its remark on every window that it has no screen to place it on."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def draw_front(draw: Draw, store: Path) -> Iterator[str]:
    """Hand the window before a school is open to ``draw``, in all its states."""
    front = Front(store, Jobs(inline=True), keep=str)
    front.show()
    view = front.centralWidget()
    if isinstance(view, UnlockView):
        view.passphrase.set_value("wilg sloot fiets")
        draw(front, "openen")
        view.show_refusal(Unavailable("vault.wrong_passphrase"))
        draw(front, "openen_fout")
        attempts.forget(store)  # else every page that follows tells of this wrong passphrase
        since = at(2026, 11, 16, 8, 5)
        view.show_refusal(Unavailable("vault.open_elsewhere", who="M. Postma", where="ADMINISTRATIE-1", since=since))
        draw(front, "openen_bezet")
        yield from ("openen", "openen_fout", "openen_bezet")
    front.begin()
    steps = front.centralWidget()
    if isinstance(steps, FirstRun):
        for name, step in steps.pictures(KEY):
            steps.turn(step)
            draw(front, f"begin_{name}")
            yield f"begin_{name}"
    front.close()


def draw_pages(draw: Draw, meldboek: Meldboek, size: tuple[int, int], suffix: str) -> Iterator[str]:
    """Hand every page and dialog of this user to ``draw``."""
    front = Front(meldboek.store.folder, Jobs(inline=True), keep=str)
    front.resize(*size)
    front.show()
    front.enter(meldboek)
    shell = front.shell
    if shell is None:
        return
    while len(shell.made) < len(shell.pages):
        settle(50)
    settle(100)
    for page in list(shell.pages.values()):
        for picture in page.pictures(shell.desk):
            name = (_slug(_(page.label)) if picture.name == page.name else picture.name) + suffix
            _show(shell, page, picture)
            draw(front, name)
            _tidy(shell, page)
            yield name
    if not suffix:
        yield from _draw_shell(draw, front, shell)
    shell.idle.stop()
    front.shell = None
    front.close()


def _draw_shell(draw: Draw, front: Front, shell: Shell) -> Iterator[str]:
    shell.search()
    draw(front, "zoeken")
    if shell.palette_ is not None:
        shell.palette_.leave()
    shell.keys()
    draw(front, "toetsen")
    _close_sheets(shell)
    shell.help()
    draw(front, "hulp")
    yield from ("zoeken", "toetsen", "hulp")


def _show(shell: Shell, page: type[Page], picture: Picture) -> None:
    shell.go(page.name)
    settle(10)
    picture.prepare(shell.page_named(page.name))
    settle(10)


def _tidy(shell: Shell, page: type[Page]) -> None:
    """Throw the page away, so that every picture starts from a fresh one."""
    _close_sheets(shell)
    made = shell.made.pop(page.name)
    shell.stack.removeWidget(made)
    made.deleteLater()
    settle(5)


def _close_sheets(shell: Shell) -> None:
    for sheet in list(shell.desk.dialogs.current):
        sheet.close_sheet()
    settle(5)


def settle(milliseconds: int) -> None:
    """Let Qt lay out and paint for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _slug(label: str) -> str:
    return label.casefold().replace(" ", "_")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
