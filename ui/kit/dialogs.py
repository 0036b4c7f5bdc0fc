"""Questions to the user: sheets of our own, and the system's windows for files. The only such place.

Every question answers through a callback. In tests, put answers in ``dialogs.answers`` first: the
next question takes the first of them and shows nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.kernel.texts import _
from ui.kit import folders

if TYPE_CHECKING:
    from ui.kit.jobs import Progress
    from ui.kit.sheet import Sheet


class Dialogs(QObject):
    """Asks; sheets lie over ``window``, ``below`` so many pixels; ``asked`` remembers the titles for tests."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self.window = window
        self.below = 0
        self._folder: Path | None = None  # where the last file of this session went or came from
        self.answers: deque[object] = deque()
        self.asked: list[str] = []
        self.current: list[Sheet] = []

    @property
    def is_open(self) -> bool:
        """Whether a sheet lies over the window; shortcuts of the window wait until it is gone."""
        return bool(self.current)

    def open(self, sheet: Sheet) -> None:
        """Lay a sheet over the window."""
        over = self._over()
        self.current.append(sheet)
        sheet.closed.connect(lambda: self._forget(sheet))
        if over is not None:
            sheet.put_over(over, self.below)

    def ask(
        self,
        title: str,
        text: str,
        verb: str,
        answer: Callable[[bool], object],
        *,
        danger: bool = False,
        cancel: str = "",
    ) -> None:
        """Ask for a yes with a verb on the button; Escape and the other button are a no."""
        self.asked.append(title)
        if self.answers:
            answer(bool(self.answers.popleft()))
            return
        from ui.kit.questions import Question  # noqa: PLC0415 - the start asks nothing

        sheet = Question(title, text, answer)
        stay = sheet.add_button(cancel or _("Annuleren"), sheet.dismiss)
        sheet.add_button(verb, lambda: sheet.give(True), "danger" if danger else "primary")
        self.open(sheet)
        if danger:
            stay.setFocus()  # Enter never throws away what was typed

    def choose_file(
        self,
        title: str,
        chosen: Callable[[Path | None], object],
        patterns: Sequence[str] = (),
        folder: Path | None = None,
    ) -> None:
        """Let the user point at a file; ``patterns`` such as ``("Excel (*.xlsx *.xls)",)``."""
        dialog = self._file_dialog(title, chosen, folder, folders.downloads())
        if dialog is not None:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            if patterns:
                dialog.setNameFilters(list(patterns))
            dialog.open()

    def choose_folder(self, title: str, chosen: Callable[[Path | None], object], folder: Path | None = None) -> None:
        """Let the user point at a folder."""
        dialog = self._file_dialog(title, chosen, folder)
        if dialog is not None:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.open()

    def save_file(
        self, title: str, name: str, chosen: Callable[[Path | None], object], folder: Path | None = None
    ) -> None:
        """Let the user say where a file goes; ``name`` is proposed, its suffix is kept."""
        name = safe_name(name)
        dialog = self._file_dialog(title, chosen, folder)
        if dialog is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
            dialog.selectFile(name)
            dialog.open()

    def show_progress(self, progress: Progress) -> None:
        """Show how far a long job is, with a button to stop it."""
        from ui.kit.questions import ProgressSheet  # noqa: PLC0415 - the start asks nothing

        self.open(ProgressSheet(progress))

    def _file_dialog(
        self, title: str, chosen: Callable[[Path | None], object], folder: Path | None, usual: Path | None = None
    ) -> QFileDialog | None:
        self.asked.append(title)
        if self.answers:
            answer = self.answers.popleft()
            chosen(answer if isinstance(answer, Path) else None)
            return None
        dialog = QFileDialog(self._over(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Map:"))  # Qt's own Dutch lacks these two
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Soort bestand:"))
        dialog.setDirectory(str(folder or self._folder or usual or folders.documents()))
        dialog.fileSelected.connect(lambda name: self._picked(Path(name), chosen))
        dialog.rejected.connect(lambda: chosen(None))
        return dialog

    def _picked(self, path: Path, chosen: Callable[[Path | None], object]) -> None:
        self._folder = path.parent
        chosen(path)

    def _over(self) -> QWidget | None:
        return self.window or QApplication.activeWindow()

    def _forget(self, sheet: Sheet) -> None:
        if sheet in self.current:
            self.current.remove(sheet)


def safe_name(name: str) -> str:
    """A file's name without the marks that a system does not allow in it."""
    return "".join("-" if mark in '<>:"/\\|?*' or ord(mark) < 32 else mark for mark in name).strip(" .")
