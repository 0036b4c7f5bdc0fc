"""Where evidence comes from: a file that is pointed at, a drop, or the clipboard; gives its bytes and its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.cases.evidence import files
from app.cases.texts import said
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.words import sentence_of

Chosen = Callable[[bytes, str], object]


def choose(desk: Desk, chosen: Chosen) -> None:
    """Let the user point at a file."""
    pattern = _("Bewijs ({patterns})").format(patterns=files.PATTERNS)
    desk.dialogs.choose_file(_("Bewijs kiezen"), lambda path: _read(desk, path, chosen), (pattern,))


def take(desk: Desk, data: QMimeData | None, chosen: Chosen) -> bool:
    """Take every file, or else the picture, in what was pasted or dropped; False when there is neither."""
    paths = paths_in(data) if data is not None else ()
    for path in paths:
        _read(desk, path, chosen)
    picture = None if paths else picture_in(data)
    if picture is not None:
        chosen(*picture)
    return bool(paths or picture)


def paste(desk: Desk, chosen: Chosen) -> bool:
    """Take the files or the picture on the clipboard; False when there is neither."""
    return take(desk, QGuiApplication.clipboard().mimeData(), chosen)


def ask_first(desk: Desk, answered: Callable[[bool], object]) -> None:
    """Ask before a file is even looked into that may be a sexual picture of a child (rules 4.4)."""
    title, text = said("cases.sexual_imagery.ask.title"), said("cases.sexual_imagery.ask")
    desk.dialogs.ask(title, text, _("Geen naaktbeeld: toevoegen"), answered, danger=True)


def picture_in(data: QMimeData | None) -> tuple[bytes, str] | None:
    """The picture in what was pasted or dropped, as a PNG, or None."""
    image = data.imageData() if data is not None and data.hasImage() else None
    usable = isinstance(image, QImage) and not image.isNull()
    return (_png(image), _("schermafdruk.png")) if usable and isinstance(image, QImage) else None


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """The files in what was pasted or dropped."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class PasteFilter(QObject):
    """Lets Ctrl+V bring a picture in while the cursor stands in a text field; words are pasted as ever."""

    def __init__(self, around: QWidget, paste_picture: Callable[[], object]) -> None:
        super().__init__(around)
        self._paste = paste_picture
        for kind in (QLineEdit, QPlainTextEdit):
            for edit in around.findChildren(kind):
                edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed is not None and pressed.matches(QKeySequence.StandardKey.Paste) and _more_than_words():
            self._paste()
            return True
        return super().eventFilter(watched, event)


def _more_than_words() -> bool:
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data is not None and (bool(paths_in(data)) or (data.hasImage() and not data.hasText()))


def _read(desk: Desk, path: Path | None, chosen: Chosen) -> None:
    """Read a file away from the window; one that is too large is refused before it is read."""
    if path is not None:
        failed = partial(refuse, desk, path.name)
        desk.jobs.render(
            partial(files.read, path), owner=desk.dialogs, done=lambda data: chosen(data, path.name), failed=failed
        )


def refuse(desk: Desk, name: str, error: MeldboekError) -> None:
    """Say which file was not taken, and why: there may be several."""
    desk.messages.error(_("{name}: {why}").format(name=name, why=sentence_of(error)))


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
