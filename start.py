"""Sets Meldboek up on a machine with nothing but Python, and does what its verb says.

python3 start.py            open Meldboek on the sample school (without a display: the main job, headless)
python3 start.py test       every check: style, types, architecture, translations, tests
python3 start.py screens    every page and dialog as a picture, under out/schermen
python3 start.py bench      the speeds, each as a ratio measured in one run
python3 start.py faults     the proof that nothing is lost, with its numbers (--quick for what test does)
python3 start.py build      a folder that runs without Python, under dist/
python3 start.py texts      bring the English catalogue up to date with the source
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OUT = ROOT / "out"
SAMPLE = OUT / "voorbeeldschool"
EXTRAS = {"test": "dev", "bench": "dev", "faults": "dev", "build": "build", "texts": "dev"}
QT_LIBRARIES = [
    "libegl1",
    "libgl1",
    "libopengl0",
    "libglib2.0-0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
]


def main(arguments: list[str]) -> int:
    """Set up what the verb needs and run it; the exit code is that of the work itself."""
    verbs = {
        "": run,
        "test": test,
        "screens": screens,
        "bench": bench,
        "faults": faults,
        "build": build,
        "texts": texts,
    }
    verb = arguments[0] if arguments else ""
    asks_help = bool({"-h", "--help"} & set(arguments))
    if asks_help or verb not in verbs:
        print(__doc__)
        return 0 if asks_help else 2
    if sys.version_info < (3, 11):
        print("Meldboek needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        return 2
    set_up(EXTRAS.get(verb, ""))
    if not has_qt():
        return 2
    return verbs[verb](arguments[1:])


def set_up(extra: str) -> None:
    """Make the virtual environment and install the pinned packages, unless that was done before."""
    wanted = ROOT / "constraints.txt", ROOT / "pyproject.toml"
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in wanted)).hexdigest()
    stamp = VENV / f".meldboek-{extra or 'run'}"
    if stamp.exists() and stamp.read_text() == mark:
        return
    if not PYTHON.exists():
        say("Making the virtual environment in .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True)
    say("Installing the pinned packages (once; a few minutes)")
    target = f".[{extra}]" if extra else "."
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-c",
        "constraints.txt",
        "-e",
        target,
    ]
    subprocess.run(pip, cwd=ROOT, check=True)
    stamp.write_text(mark)


def has_qt() -> bool:
    """Whether Qt can be loaded; names the command that mends it, and in CI runs that command."""
    if _qt_loads():
        return True
    command = ["apt-get", "install", "-y", "--no-install-recommends", *QT_LIBRARIES]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if os.environ.get("CI") and as_root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["apt-get", "update"], command):
            subprocess.run(words, check=False, env=environment, stdout=subprocess.DEVNULL)
        if _qt_loads():
            return True
    print("Qt misses a library of this system. Install it with:\n\n  sudo " + " ".join(command) + "\n")
    return False


def _qt_loads() -> bool:
    words = "from PySide6 import QtGui, QtPdf, QtSvg, QtWidgets"
    return subprocess.run([PYTHON, "-c", words], cwd=ROOT, check=False, capture_output=True).returncode == 0


def run(arguments: list[str]) -> int:
    """Open the sample school in its window; without a display, do the main job headless."""
    if not has_display():
        return module("ui.shell.headless", str(OUT), offscreen=True)
    if not (SAMPLE / "keys.json").exists():
        say("Making the sample school in out/voorbeeldschool")
        shutil.rmtree(SAMPLE, ignore_errors=True)
        if module("ui.shell.main", "demo", str(SAMPLE)):
            return 1
    return module("ui.shell.main", "--store", str(SAMPLE), *arguments)


def test(arguments: list[str]) -> int:
    """Every check, each named; the first that fails decides the exit code, the others still run."""
    measured = ["--cov=app", "--cov-branch", "--cov-report="]
    steps = {
        "style": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "--quiet", "."],
        "types": ["mypy"],
        "tests": ["pytest", "-n", "auto", *measured, *arguments],
        "rules: every branch tested": [
            *("coverage", "report", "--include=*/rules.py,*_rules.py", "--fail-under=100", "--skip-covered"),
        ],
    }
    failed = [name for name, words in steps.items() if not _step(name, words)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def _step(name: str, words: list[str]) -> bool:
    say(name)
    return module(words[0], *words[1:], offscreen=True) == 0


def screens(arguments: list[str]) -> int:
    """Draw every page and dialog, light and dark, into out/schermen."""
    return module("ui.shell.screens", str(OUT / "schermen"), *arguments, offscreen=True)


def bench(arguments: list[str]) -> int:
    """Measure the speeds."""
    return module("tests.bench", *arguments, offscreen=True)


def faults(arguments: list[str]) -> int:
    """Prove that nothing is lost: kills, tampering, full disks; with the numbers."""
    return module("tests.faults", *arguments, offscreen=True)


def build(arguments: list[str]) -> int:
    """Bundle the program with PyInstaller."""
    return module("PyInstaller", "--noconfirm", "--log-level=WARN", *arguments, "build.spec")


def texts(arguments: list[str]) -> int:
    """Collect every text into the English catalogue and compile it."""
    return module("tests.translations", *arguments)


def has_display() -> bool:
    """Whether a window can be shown."""
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def module(name: str, *arguments: str, offscreen: bool = False) -> int:
    """Run a module of the project or its tools in the virtual environment."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # every start would compile the whole program again
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run([PYTHON, "-m", name, *arguments], cwd=ROOT, env=environment, check=False).returncode


def say(what: str) -> None:
    """Tell what happens next."""
    print(f"== {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
