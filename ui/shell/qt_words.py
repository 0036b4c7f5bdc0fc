"""The few words of Qt's own file window that its Dutch catalogue lacks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from app.kernel.texts import _


class QtWords(QTranslator):
    """Asked before Qt's catalogue; what it does not know is left to that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = {
            "Folder": _("Map"),
            "Drive": _("Schijf"),
            "File": _("Bestand"),
            "%1 File": _("%1-bestand"),
            "Shortcut": _("Snelkoppeling"),
            "Unknown": _("Onbekend"),
        }

    def isEmpty(self) -> bool:
        return False

    def translate(  # None is a null string for Qt: the next translator answers
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        return self._known.get(text) if context in {"QAbstractFileIconProvider", "QFileDialog"} else None
