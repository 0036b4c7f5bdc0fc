"""The two sheets that the dialogs lay over the window: a question with a verb, and how far a long job is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar

from app.kernel.texts import _
from ui.kit.jobs import Progress
from ui.kit.labels import label
from ui.kit.sheet import Sheet


class Question(Sheet):
    """A question with one answer; closing it any other way is a no."""

    def __init__(self, title: str, text: str, answer: Callable[[bool], object]) -> None:
        super().__init__(title, width=440)
        self._answer = answer
        self.body.addWidget(label(text, "quiet", wrap=True))

    def give(self, yes: bool) -> None:
        self.close_sheet()
        self._answer(yes)

    def dismiss(self) -> None:
        self.give(False)


class ProgressSheet(Sheet):
    """How far a long job is; its slots are methods, for the job calls from another thread."""

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress.title, width=420)
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._words = label("", "quiet", wrap=True)
        self._progress = progress
        self.body.addWidget(self._bar)
        self.body.addWidget(self._words)
        self.add_button(_("Stoppen"), self.dismiss)
        progress.moved.connect(self._show)
        progress.ended.connect(self.close_sheet)

    def dismiss(self) -> None:
        self._progress.cancel()

    def _show(self, part: float, text: str) -> None:
        self._bar.setValue(round(part * 1000))
        self._words.setText(text)
