"""Hears from the system that the session is locked, another user takes over, or the computer goes to sleep.

One small interface for three systems. Linux tells it by D-Bus; Windows by window messages; a Mac by notifications.
What was tried by hand on which system stands in README.md, "Locking, tried by hand".
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

_WM_POWERBROADCAST, _SUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE = 0x02B1
_AWAY = frozenset({0x2, 0x4, 0x6, 0x7})  # console or remote disconnected, logged off, locked


class SessionWatch(QObject):
    """``left`` when nobody can be at the window any more. In tests, emit it."""

    left = Signal()

    def start(self, window: int = 0) -> None:
        """Begin to listen; ``window`` is the system's number of the window. A system that cannot tell is no error."""

    def stop(self) -> None:
        """Listen no longer."""


def session_watch() -> SessionWatch:
    """The one for this system."""
    kinds = {"linux": LinuxWatch, "win32": WindowsWatch, "darwin": MacWatch}
    return kinds.get(sys.platform, SessionWatch)()


class LinuxWatch(SessionWatch):
    """logind says that the computer sleeps or the session locks, the desktops that their screen saver is on."""

    def start(self, window: int = 0) -> None:  # noqa: ARG002 - only Windows needs it
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only Linux has this part of Qt loaded

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager, own = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
            service, path = "org.freedesktop.login1", "/org/freedesktop/login1"
            system.connect(service, path, manager, "PrepareForSleep", self, _CHANGED)
            system.connect(service, _session_path(), own, "Lock", self, _LOCKED)
        if session.isConnected():
            for name in _SAVERS:
                session.connect(_ANY, _ANY, name, "ActiveChanged", self, _CHANGED)

    @Slot(bool)
    def changed(self, away: bool) -> None:
        """The screen saver went on, or sleep begins."""
        if away:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """The session was locked."""
        self.left.emit()


_CHANGED: Any = SLOT("changed(bool)")  # text, whatever Qt's own types say: bytes are refused
_LOCKED: Any = SLOT("locked()")
_ANY = ""  # desktops differ in who sends it and from which path
_SAVERS = tuple(f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))


def _session_path() -> str:
    """The path of this login session, as logind spells it: a leading figure and other marks are written in hex."""
    name = os.environ.get("XDG_SESSION_ID", "auto")
    marks = [mark if mark.isalpha() or (mark.isdigit() and at) else f"_{ord(mark):02x}" for at, mark in enumerate(name)]
    return "/org/freedesktop/login1/session/" + "".join(marks)


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: Any, message: int) -> object:
        if kind == b"windows_generic_MSG" and _tells_of_leaving(int(message)):
            self._watch.left.emit()
        return False


class WindowsWatch(SessionWatch):
    """Windows sends messages to a window that asked for them."""

    def start(self, window: int = 0) -> None:
        import ctypes  # noqa: PLC0415 - only on Windows

        self._filter = _Messages(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        with suppress(AttributeError, OSError):
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)  # type: ignore[attr-defined] # Windows only

    def stop(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)


def _tells_of_leaving(address: int) -> bool:
    from ctypes import wintypes  # noqa: PLC0415 - only on Windows

    told: Any = wintypes.MSG.from_address(address)
    if told.message == _WM_POWERBROADCAST:
        return bool(told.wParam == _SUSPEND)
    return told.message == _WM_WTSSESSION_CHANGE and told.wParam in _AWAY


class MacWatch(SessionWatch):
    """A Mac makes the program inactive and its screens dark; Qt tells the first, and locking follows from that."""

    def start(self, window: int = 0) -> None:  # noqa: ARG002 - only Windows needs it
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - with the class that needs it

        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._changed)

    def _changed(self, state: Any) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - with the class that needs it

        if state in {Qt.ApplicationState.ApplicationSuspended, Qt.ApplicationState.ApplicationHidden}:
            self.left.emit()
