"""Cutting the power: of what was written, only what was synced is sure; the school opens with all that was told."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from app.kernel.errors import Unavailable
from app.vault.copies import backups, container
from app.vault.store import Store, open_store
from tests.builders import COORDINATOR, DIRECTOR
from tests.faults import schools
from tests.faults.disk import CALLS, Disk
from tests.faults.tally import Tally
from tests.faults.traced import NEW_PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
_TOLD = re.compile(r"^kept (\w+):(\d+)$")
Look = Callable[[Path, list[str]], bool]


def can_trace() -> bool:
    """Whether this system can write down what a process does to its files."""
    return shutil.which("strace") is not None


def losses(folder: Path, images: int) -> list[Tally]:
    """Cut the power so many times while a writer writes, and while keys are renewed and a backup is made."""
    looks: dict[str, Look] = {"write": _has_all, "renew": _is_old_or_new}
    names = {"write": "power loss while writing", "renew": "power loss while renewing keys and copying"}
    return [_cut(folder / act, act, names[act], images // 2, look) for act, look in looks.items()]


def _cut(folder: Path, act: str, name: str, images: int, look: Look) -> Tally:
    template = schools.make(folder / "template")
    place = schools.copy(template, folder / "school")
    lines = _traced(place, act, folder / "trace.txt")
    chance = random.Random(9)  # noqa: S311 - only moments
    length = sum(1 for _call in _disk(template, place).play(iter(lines)))
    moments = sorted(chance.randrange(length) for _ in range(images))
    wrong = 0
    disk = _disk(template, place)
    for number, _call in enumerate(disk.play(iter(lines))):
        while moments and moments[0] == number:
            moments.pop(0)
            wrong += not _stands(disk, folder / "image", look, chance)
    return Tally(name, images, wrong, f"{length} writes and syncs")


def _disk(template: Path, place: Path) -> Disk:
    disk = Disk(str(place))
    disk.read(template)
    return disk


def _traced(place: Path, act: str, trace: Path) -> list[str]:
    command = ["strace", "-y", "-xx", "-s", "2000000", "-o", str(trace), "-e", f"trace={CALLS}"]
    command += [sys.executable, "-m", "tests.faults.traced", act, str(place)]
    subprocess.run(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    lines = trace.read_text("ascii", "replace").splitlines()
    trace.unlink()
    return lines


def _stands(disk: Disk, image: Path, look: Look, chance: random.Random) -> bool:
    shutil.rmtree(image, ignore_errors=True)
    disk.lay_out(image, chance)
    try:
        return look(image, disk.told)
    except Unavailable:
        return False


def _has_all(image: Path, told: list[str]) -> bool:
    """Every commit that was told of, with its file, and nothing half."""
    wanted = {"register": 0, "casework": 0}
    for found in map(_TOLD.match, told):
        if found:
            wanted[found[1]] = int(found[2]) + 1
    store = schools.opened(image)
    try:
        return store.verify().is_sound and all(_holds(store, name, least) for name, least in wanted.items())
    finally:
        store.close()


def _holds(store: Store, name: str, least: int) -> bool:
    drawer = next(drawer for drawer in store.drawers if drawer.name == name)
    lines = sum(line.subject.startswith(f"{name}:") for line in drawer.log(10_000, with_changes=False))
    with drawer.read() as session:
        table = drawer.tables.attachments
        files = session.query(table).filter(table.name.like(f"{name}-%")).count()
    return least <= lines == files


def _is_old_or_new(image: Path, told: list[str]) -> bool:
    """Opens with the old or the new passphrase, and with the new one once that was told; so for who was removed."""
    tries = [NEW_PASSPHRASE] if "passphrase changed" in told else [DIRECTOR.passphrase, NEW_PASSPHRASE]
    store = next(_opening(image, DIRECTOR.name, tries), None)
    if store is None:
        return False
    names = {user.name for user in store.users()}
    sound = store.verify().is_sound
    store.close()
    made = [line for line in backups.made(image) if line.is_readable and container.is_whole(line.path)]
    other = next(_opening(image, COORDINATOR.name, [COORDINATOR.passphrase]), None)
    if other is not None:
        sound = sound and other.verify().is_sound
        other.close()
    return (
        sound
        and (other is not None) == (COORDINATOR.name in names)
        and ("keys renewed" not in told or other is None)
        and ("backup made" not in told or len(made) == 1)
        and len(backups.made(image)) == len(made)
    )


def _opening(image: Path, user: str, passphrases: list[str]) -> Iterator[Store]:
    for passphrase in passphrases:
        try:
            yield open_store(image, user, passphrase, schools.CLOCK)
        except Unavailable as error:
            if error.code not in {"vault.wrong_passphrase", "vault.unknown_user"}:
                raise
