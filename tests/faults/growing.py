"""Killing a migration: afterwards each drawer is as it was or as it should be, and the next opening finishes it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command  # noqa: F401 - so that no child has to load it
from sqlalchemy import text

from app.kernel.errors import MeldboekError, Unavailable
from app.vault.drawers import migrate
from tests.faults import filling, schools
from tests.faults.tally import Tally

ROWS = 3000
GROWTH = 6_000_000  # bytes that a migration needs at most, its log and its copy included
_SCRIPT = '''"""A step that only the proof takes: a column with a default, and a table with many rows."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{before}"


def upgrade() -> None:
    op.add_column("attachments", sa.Column("grown", sa.String(), server_default="yes", nullable=False))
    op.execute("CREATE TABLE grown (id INTEGER PRIMARY KEY, words TEXT)")
    op.execute("INSERT INTO grown WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) "
               "SELECT i, hex(randomblob(200)) FROM n")
'''


def migrations(folder: Path, rounds: int) -> Tally:
    """Kill so many openings that bring both drawers to a newer version."""
    chance = random.Random(10)  # noqa: S311 - only moments
    template = schools.make(folder / "template")
    scripts = _newer(folder / "scripts")
    place = schools.copy(template, folder / "school")
    began = time.perf_counter()
    with _known(scripts):
        schools.opened(place).close()
    longest = (time.perf_counter() - began) * 1.1
    wrong = done = 0
    for _round in range(rounds):
        place = schools.copy(template, folder / "school")
        done += _cut_short(place, scripts, chance.random() * longest)
        wrong += not _has_grown(place, scripts)
    return Tally("kill -9 during migration", rounds, wrong, f"{done} had finished")


def on_full_disks(folder: Path, count: int) -> Iterator[Tally]:
    """Bring a school to a newer version with so many levels of room: a sentence, and done as soon as there is room."""
    template, scripts = schools.make(folder / "template"), _newer(folder / "scripts")
    with filling.small_disk(folder / "disk", "16m") as disk:
        if disk is None:
            return
        wrong = refused = 0
        for level in range(count):
            place = schools.copy(template, disk / "school")
            filled = filling.ballast(disk, level * GROWTH // count)
            code = _refusal(place, scripts)
            filled.unlink()
            refused += bool(code)
            wrong += code not in {"", *filling.SENTENCES} or not _has_grown(place, scripts)
    yield Tally("disk really full during migration", count, wrong, f"{refused} refused with a sentence")


def _refusal(place: Path, scripts: Path) -> str:
    with _known(scripts):
        try:
            schools.opened(place).abandon()
        except MeldboekError as error:
            return error.code
    return ""


def _newer(target: Path) -> Path:
    """The scripts of this Meldboek with one more for each drawer."""
    shutil.copytree(migrate.SCRIPTS, target)
    for name in ("register", "casework"):
        script = _SCRIPT.replace("{before}", migrate.head(name)).replace("{rows}", str(ROWS))
        (target / name / "9999_fault.py").write_text(script, "utf-8")
    return target


@contextmanager
def _known(scripts: Path) -> Iterator[None]:
    """Let this process be a Meldboek that knows these scripts."""
    real = migrate.SCRIPTS
    migrate.SCRIPTS = scripts
    migrate.head.cache_clear()
    try:
        yield
    finally:
        migrate.SCRIPTS = real
        migrate.head.cache_clear()


def _cut_short(place: Path, scripts: Path, wait: float) -> bool:
    child = os.fork()
    if not child:
        try:
            with _known(scripts):
                schools.opened(place).close()
        finally:
            os._exit(0)
    time.sleep(wait)
    is_done = os.waitpid(child, os.WNOHANG)[0] == child
    if not is_done:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return is_done


def _has_grown(place: Path, scripts: Path) -> bool:
    with _known(scripts):
        try:
            store = schools.opened(place)
        except Unavailable:
            return False
        counted = []
        for drawer in store.drawers:
            with drawer.engine.connect() as connection:
                counted.append(connection.execute(text("SELECT count(*) FROM grown")).scalar())
        held = counted == [ROWS, ROWS] and store.verify().is_sound
        store.close()
    return held
