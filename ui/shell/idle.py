"""Locks the program when nobody has touched it for a while, and warns half a minute before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

MINUTES, WARNING = 10, 30
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """``warned`` when 30 seconds are left, ``returned`` when somebody moves after that, ``expired`` at the end."""

    warned = Signal(int)
    returned = Signal()
    expired = Signal()

    def __init__(self, parent: QObject, minutes: int = MINUTES) -> None:
        super().__init__(parent)
        self._quiet = QTimer(self, singleShot=True, interval=minutes * 60_000 - WARNING * 1000)
        self._last = QTimer(self, singleShot=True, interval=WARNING * 1000)
        self._quiet.timeout.connect(self._warn)
        self._last.timeout.connect(self.expired)
        self._quiet.start()

    def watch(self, window: QObject | None) -> None:
        """Look at the system's window (not at each widget: that would cost time at every event)."""
        if window is not None:
            window.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self._quiet.stop()
        self._last.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.touch()
        return False

    def touch(self) -> None:
        """Somebody is there."""
        if self._last.isActive():
            self._last.stop()
            self.returned.emit()
        self._quiet.start()

    def _warn(self) -> None:
        self._last.start()
        self.warned.emit(WARNING)
