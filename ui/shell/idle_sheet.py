"""Warns that the program locks itself, with the seconds that are left."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.kernel.texts import _, ngettext
from ui.kit.labels import label
from ui.kit.sheet import Sheet


class IdleSheet(Sheet):
    """Any key or move of the mouse takes it away."""

    def __init__(self, seconds: int) -> None:
        super().__init__(_("Meldboek vergrendelt zichzelf"), width=420)
        self._left = seconds
        self._words = label("", "quiet", wrap=True)
        self.body.addWidget(self._words)
        self.add_button(_("Doorwerken"), self.dismiss, "primary")
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._show()

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        self._show()

    def _show(self) -> None:
        left = ngettext("Nog {n} seconde.", "Nog {n} seconden.", self._left)
        self._words.setText(_("U hebt een tijd niets gedaan. {left} Wat u typte, blijft bewaard.").format(left=left))
