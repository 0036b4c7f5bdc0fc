"""The system says that nobody is there any more: how soon the whole program has locked, on a D-Bus of its own.

``python -m tests.faults.leaving ADDRESS KIND`` says it once, as the login service and the screen saver of a desktop do.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

import ui  # noqa: F401 - before Qt
from tests.faults.memory import PATIENCE, started_anew
from tests.faults.tally import Tally
from tests.faults.whole import ROOT, with_people

SOON = 5.0  # seconds, until the process has ended; the window goes at once
LOGIN, OBJECT = "org.freedesktop.login1", "/org/freedesktop/login1"
SAVER = "org.freedesktop.ScreenSaver"
SIGNALS: dict[str, tuple[str, str, str, list[bool]]] = {
    "woke": (OBJECT, f"{LOGIN}.Manager", "PrepareForSleep", [False]),  # means nothing
    "locked": (f"{OBJECT}/session/_33", f"{LOGIN}.Session", "Lock", []),
    "sleeps": (OBJECT, f"{LOGIN}.Manager", "PrepareForSleep", [True]),
    "saver": ("/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", [True]),
}
_BUS = """<busconfig><listen>unix:path={path}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def can_tell() -> bool:
    """Whether this computer can have a D-Bus of its own."""
    return shutil.which("dbus-daemon") is not None


def left(folder: Path) -> Tally:
    """Each signal once, to a program with an open school; the first of them may not lock it."""
    folder.mkdir(parents=True)
    config, address = folder / "bus.xml", f"unix:path={folder / 'bus'}"
    config.write_text(_BUS.format(path=folder / "bus"), "utf-8")
    bus = subprocess.Popen(["dbus-daemon", f"--config-file={config}", "--nofork"])  # noqa: S603, S607
    try:
        took = [_locked_by(folder / kind, address, kind) for kind in list(SIGNALS)[1:]]
    finally:
        bus.terminate()
        bus.wait()
    told = ", ".join(f"{kind} {seconds:.2f} s" for kind, seconds in zip(list(SIGNALS)[1:], took, strict=True))
    return Tally("locked when the system says that nobody is there", len(took), sum(one > SOON for one in took), told)


def _locked_by(folder: Path, address: str, kind: str) -> float:
    """How many seconds after the signal the program with the open school has ended."""
    place = with_people(folder / "school")
    around = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "settings"), "XDG_SESSION_ID": "3"}
    buses = {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
    command = [sys.executable, "-m", "tests.faults.locking", str(place)]
    environment = os.environ | around | buses
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"shown\n"
        _say(address, "woke")
        if child.poll() is not None:
            return float("inf")
        began = _say(address, kind)
        child.wait(PATIENCE)
        took = time.time() - began
    finally:
        child.kill()
        child.stdout.close()
    os.kill(started_anew(place), signal.SIGKILL)
    return took


def _say(address: str, kind: str) -> float:
    """Send the signal; gives the moment of it."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "tests.faults.leaving", address, kind], cwd=ROOT, check=True, capture_output=True
    )
    return float(done.stdout)


def main(address: str, kind: str) -> None:
    """Be the login service for a moment."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "leaving")
    if not bus.registerService(LOGIN):
        raise SystemExit(bus.lastError().message())
    path, interface, name, said = SIGNALS[kind]
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(said)
    now = time.time()
    bus.send(message)
    for _ in range(20):
        app.processEvents()
        time.sleep(0.01)
    sys.stdout.write(f"{now}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
