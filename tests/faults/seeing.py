"""Every page and dialog by its widgets: names for who listens, keys for who has no mouse, room for every word.

``python -m tests.faults.seeing LOOK`` looks at all of them once, in a process of its own: Qt takes a scale only at
its start. It prints how much was looked at, and what was wrong, one thing a line.
"""

from __future__ import annotations

import gettext
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from app.application import open_meldboek
from app.kernel import texts
from app.sample.school import build
from app.vault.keys.keyring import Role
from tests.faults.tally import Tally
from ui.kit.collecting import Collector
from ui.kit.labels import ElidedLabel
from ui.kit.theme import apply_theme
from ui.shell import screens

READ = QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SMALLEST = 24  # pixels, of what can be pressed
LONGER = 0.4
LOOKS: dict[str, tuple[str, tuple[int, int], str]] = {
    "plain": ("pages and dialogs at 1440 x 900", screens.WIDE, "1"),
    "laptop": ("pages and dialogs at 1280 x 720", screens.SMALL, "1"),
    "small": ("pages and dialogs at 1024 x 700", (1024, 700), "1"),
    "half": ("pages and dialogs on a screen of 150 %", screens.WIDE, "1.5"),
    "double": ("pages and dialogs on a screen of 200 %", screens.WIDE, "2"),
    "words": ("pages and dialogs with words 40 % longer", screens.WIDE, "1"),
}


class _Longer(gettext.NullTranslations):
    """Every text with two fifths more letters behind it, in words of the usual length."""

    def gettext(self, message: str) -> str:
        more = round(len(message) * LONGER) if message.strip() else 0
        return message + (" " + "langer woord " * more)[:more].rstrip()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def pages(look: str) -> Tally:
    """Look at everything in this way; what was wrong goes to the errors of this process."""
    name, _size, scale = LOOKS[look]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    run = [sys.executable, "-m", "tests.faults.seeing", look]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own words
    counted, *wrong = done.stdout.splitlines()
    sys.stderr.writelines(f"      {line}\n" for line in wrong)
    windows, widgets = counted.split()
    return Tally(name, int(widgets), len(wrong), f"parts of {windows} windows")


def main(look: str) -> int:
    """Look, in this process."""
    if look == "words":
        setattr(texts, "_screen", texts._Voice("nl", _Longer()))  # noqa: B010 - watched for this one process
    app = QApplication([])
    Collector(app)
    apply_theme(app, dark=False)
    qInstallMessageHandler(lambda *_told: None)
    seen: list[int] = []
    found: dict[str, str] = {}
    windows = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for _name in _scenes(Path(folder), LOOKS[look][1], partial(_look, seen, found)):
            windows += 1
    sys.stdout.write(f"{windows} {sum(seen)}\n")
    sys.stdout.writelines(f"{where}: {what}\n" for what, where in found.items())
    sys.stdout.flush()
    os._exit(0)


def _scenes(folder: Path, size: tuple[int, int], draw: Callable[[QWidget, str], None]) -> Iterator[str]:
    def sized(window: QWidget, name: str) -> None:
        window.resize(*size)
        screens.settle(20)
        draw(window, name)

    sample = build(folder / "school", screens.CLOCK, cost=screens.CHEAP)
    yield from screens.draw_front(sized, sample.folder)
    for user in sample.users:
        if user.role in {Role.DIRECTOR, Role.ADMINISTRATOR}:
            meldboek = open_meldboek(sample.folder, user.name, user.passphrase, screens.CLOCK)
            suffix = "" if user.role is Role.DIRECTOR else "_administratie"
            yield from screens.draw_pages(sized, meldboek, size, suffix)
            meldboek.store.close()


def _look(seen: list[int], found: dict[str, str], window: QWidget, name: str) -> None:
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and not one.visibleRegion().isEmpty()]
    shown = [one for one in shown if not isinstance(one.parent(), QLineEdit) and not one.objectName().startswith("qt_")]
    seen.append(len(shown))
    for widget in shown:
        for what in _wrong(widget):
            found.setdefault(f"{type(widget).__name__} {what}", name)


def _wrong(widget: QWidget) -> Iterator[str]:
    name = _name(widget)
    by_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if by_keys and widget.isEnabled() and not name:
        yield "without a name"
    if isinstance(widget, (QAbstractButton, QComboBox, QLineEdit)) and widget.isEnabled():
        if min(widget.width(), widget.height()) < SMALLEST:
            yield f"{name!r} is {widget.width()} x {widget.height()}"
        if isinstance(widget, QAbstractButton) and not by_keys:
            yield f"{name!r} has no keys"
    if _is_cut(widget):
        yield f"{name!r} is cut off"
    if isinstance(widget, READ) and _stands_out(widget):
        yield f"{name!r} does not fit in its place"
    if isinstance(widget, QScrollBar) and widget.orientation() is Qt.Orientation.Horizontal:
        table = next(each for each in _above(widget) if isinstance(each, QAbstractScrollArea))
        yield f"{_name(table)!r} moves sideways"


def _is_cut(widget: QWidget) -> bool:
    """Whether words fall off; what ends in an ellipsis shows the whole when it is pointed at."""
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        return widget.sizeHint().width() > widget.width() + 1
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.sizeHint().width() > widget.width() + 1
    return False


def _stands_out(widget: QWidget) -> bool:
    """Whether it stands over its neighbour, or is larger than what holds it: Qt then shows a part."""
    place, around = widget.geometry(), widget.parentWidget()
    if around is None or isinstance(around.parentWidget(), QAbstractScrollArea):
        return False
    others = (one for one in around.findChildren(QWidget, options=DIRECT) if one is not widget and one.isVisible())
    over = (place.intersected(one.geometry()) for one in others if isinstance(one, READ))
    return not around.rect().contains(place) or any(min(each.width(), each.height()) > 1 for each in over)


def _above(widget: QWidget) -> Iterator[QWidget]:
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def _name(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
