"""The main job without a display: walks it on the sample school and leaves PDFs and pictures behind.

Run by ``python3 start.py`` where no window can be shown.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from app.application import open_meldboek
from app.kernel.clock import SystemClock
from app.kernel.texts import _
from app.sample import main_job, school
from ui.shell import screens


def main(out: Path) -> int:
    """Do it all in the folder ``out`` and say where everything is."""
    folder = out / "voorbeeldschool"
    shutil.rmtree(folder, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    _say(_("De voorbeeldschool wordt gemaakt."))
    sample = school.build(folder, clock)
    director = sample.users[0]
    meldboek = open_meldboek(folder, director.name, director.passphrase, clock)
    try:
        for done in main_job.walk(meldboek, out):
            _say(done.sentence if done.file is None else f"{done.sentence} {done.file}")
    finally:
        meldboek.store.close()
    pictures = screens.main([str(out / "schermen"), "--licht"])
    _say(_("Schermen: {folder}").format(folder=out / "schermen"))
    for user in sample.users:
        _say(f"{user.name} ({user.role.value}): {user.passphrase}")
    return pictures


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
