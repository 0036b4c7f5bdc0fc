"""The entry point of ``meldboek``: a verb goes to the command line, no verb opens the window.

Order of the start, because the unlock window must stand there at once:

1. The arguments. A verb loads ``app.cli`` and no Qt; ``--worker`` loads the reader of a file.
2. Qt (Core, Gui, Widgets, Svg), the theme, and ``keys.json`` read as plain text for the names in it.
3. The unlock window, or the first run when there is no school yet, is shown and painted.
4. Only then the heavy part is loaded on the database lane (``loading.py``) while the user types.
5. The passphrase opens the store on the same lane, so it waits for 4 by itself; the window is filled.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; the answer is the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:2] == ["--worker", "import"]:
        from app.imports.process.worker import main as work  # noqa: PLC0415 - the child process needs nothing else

        return work(arguments[2:])
    if arguments[:2] == ["--worker", "grid"]:
        from app.imports.process.grid import main as read  # noqa: PLC0415 - nor does this one

        return read(arguments[2:])
    if arguments and arguments[0] != "--store":
        from app.cli import main as verb  # noqa: PLC0415 - the command line must not wait for Qt

        return verb(arguments)
    return _window(Path(arguments[1]).expanduser() if len(arguments) > 1 else None)


def _window(folder: Path | None) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - see the order of the start above

    from app.kernel.texts import use_language  # noqa: PLC0415
    from ui.kit.collecting import Collector  # noqa: PLC0415
    from ui.kit.theme import apply_theme  # noqa: PLC0415
    from ui.school import preferences  # noqa: PLC0415
    from ui.shell.crash import install  # noqa: PLC0415
    from ui.shell.front import Front  # noqa: PLC0415
    from ui.shell.memory import close_off  # noqa: PLC0415
    from ui.shell.places import last_folder  # noqa: PLC0415

    close_off()
    app = QApplication(sys.argv[:1])
    Collector(app)
    app.setApplicationName("Meldboek")
    app.setDesktopFileName("meldboek")
    chosen = preferences.load()
    use_language(chosen.language)
    apply_theme(app, chosen.dark)
    speak(app)
    front = Front(folder or last_folder())
    install(front.dialogs)
    front.show()
    return app.exec()


def speak(app: QApplication) -> QTranslator | None:
    """Let Qt's own buttons and menus speak the language of the program; None when their words are missing."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # noqa: PLC0415

    from app.kernel.texts import language  # noqa: PLC0415
    from ui.shell.qt_words import QtWords  # noqa: PLC0415

    QLocale.setDefault(QLocale(QLocale.Language.Dutch if language() == "nl" else QLocale.Language.English))
    words = QTranslator(app)
    if words.load(f"qtbase_{language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
        app.installTranslator(QtWords(app))
        return words
    return None


if __name__ == "__main__":
    sys.exit(main())
