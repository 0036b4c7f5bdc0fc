"""Files that are broken, wrong or meant to harm, as class list and as evidence: a sentence or a reading, in time."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from app.cases.evidence.custody import examine, safe_copy
from app.kernel.errors import MeldboekError
from tests.cases import bombs, samples
from tests.faults.tally import Tally
from tests.imports import hostile

ROOT = Path(__file__).resolve().parents[2]
LONGEST, MOST_MEMORY = 10.0, 512  # seconds of the processor, and megabytes
LISTS, PDFS, PICTURES = 180, 80, 40
File = tuple[str, bytes]


def lists(folder: Path, count: int) -> Tally:
    """Read so many, each in a process of its own, which alone may break and may use so much memory and no more."""
    folder.mkdir(parents=True)
    wrong, slowest, largest, tried, path = list[str](), 0.0, 0, 0, folder / "lijst.xlsx"
    files = islice(_lists(folder), count) if count >= LISTS else _some(list(_lists(folder)), count)
    with _reader() as reader:
        for name, data in files:
            path.write_bytes(data)
            is_told, took, most = reader(path)
            slowest, largest, tried = max(slowest, took), max(largest, most), tried + 1
            wrong += [name] * (took > LONGEST or most > MOST_MEMORY or not is_told)
    note = ", ".join(wrong) or f"slowest {slowest:.1f} s, largest {largest} MB"
    return Tally("broken or harmful class lists", tried, len(wrong), note)


@contextmanager
def _reader() -> Iterator[Callable[[Path], tuple[bool, float, int]]]:
    """One who reads a list in a process of its own: whether that was told, seconds, and megabytes until now."""
    command = [sys.executable, "-m", "tests.faults.reader"]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        asking, answers = process.stdin, process.stdout
        assert asking is not None
        assert answers is not None

        def read(path: Path) -> tuple[bool, float, int]:
            asking.write(f"{path}\n")
            asking.flush()
            is_told, took, most = answers.readline().split()
            return is_told == "1", float(took), int(most)

        yield read


def papers(count: int) -> Tally:
    """Look into so many PDFs and pictures as evidence, and make the copy of each that may be given out."""
    wrong, slowest, tried = list[str](), 0.0, 0
    every = [*_pdfs(PDFS), *_pictures(PICTURES)]
    for name, data in every if count >= len(every) else _some(every, count):
        took, is_told = _tried(lambda: _look(name, data))  # noqa: B023 - called at once
        slowest, tried = max(slowest, took), tried + 1
        wrong += [name] * (took > LONGEST or not is_told)
    return Tally(
        "broken or harmful PDFs and pictures", tried, len(wrong), ", ".join(wrong) or f"slowest {slowest:.1f} s"
    )


def _look(name: str, data: bytes) -> None:
    found = examine(data, name)
    safe_copy(data, found.mime)


def _tried(work: Callable[[], object]) -> tuple[float, bool]:
    """The seconds of the processor that it took, and whether it ended in a result or a sentence."""
    began = time.process_time()
    try:
        work()
    except MeldboekError:
        pass
    except Exception as error:  # noqa: BLE001 - that is what must not come
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return time.process_time() - began, False
    return time.process_time() - began, True


def _some(files: Sequence[File], count: int) -> Sequence[File]:
    """So many, spread over all kinds."""
    return files[:: max(1, len(files) // count)][:count]


def _lists(folder: Path) -> Iterator[File]:
    yield from hostile.BINARY.items()
    for name, made in hostile.LARGE.items():
        yield name, made()
    good = hostile.sound(folder)
    yield from hostile.spoiled(good)
    chance = random.Random(12)  # noqa: S311 - damage
    for name, data in good.items():
        for number in range(8):
            yield f"{name} spoiled {number}", _spoiled(data, chance)


def _pdfs(count: int) -> Iterator[File]:
    chance = random.Random(13)  # noqa: S311 - damage
    for name, data in _harmful():
        yield f"{name}.pdf", data
        count -= 1
    good = (samples.pdf(), samples.pages("een", "twee", "drie"), samples.noted_pdf())
    for number in range(count):
        yield f"damaged {number}.pdf", _spoiled(good[number % len(good)], chance)


def _harmful() -> Iterator[File]:
    """PDFs that would become huge or never end."""
    yield "endless tree", bombs.pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield "no pages", bombs.pdf_of(b"<</Type/Catalog/Pages 9 0 R>>")
    yield "many pages", bombs.pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 99999999>>")
    for times in (1, 2):
        content = bombs.stream(bytes(60_000_000), times=times)
        yield f"packed {times} times", bombs.pdf_of(*bombs.TREE, content)
    yield "huge page", samples.pages("a", size=(900_000, 900_000))
    yield "deep", b"%PDF-1.7\n" + b"[" * 500_000
    yield "only a head", b"%PDF-1.7\n"


def _pictures(count: int) -> Iterator[File]:
    chance = random.Random(14)  # noqa: S311 - damage
    yield "huge.png", samples.picture("PNG", (12_000, 12_000))
    yield "long.png", samples.picture("PNG", (60_000, 900))
    kinds = (("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".webp"), ("TIFF", ".tif"))
    for number in range(count - 2):
        kind, ending = kinds[number % len(kinds)]
        yield f"damaged {number}{ending}", _spoiled(samples.picture(kind, (120, 90)), chance)


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    """Cut off, with a hole, with other bytes here and there, or with a piece twice."""
    at, end = sorted(chance.randrange(8, len(data)) for _ in range(2))
    how = chance.randrange(4)
    if how == 0:
        return data[:end]
    if how == 1:
        return data[:at] + bytes(end - at) + data[end:]
    if how == 2:
        return data[:end] + data[at:]
    broken = bytearray(data)
    for _time in range(max(4, len(data) // 200)):
        broken[chance.randrange(8, len(broken))] = chance.randrange(256)
    return bytes(broken)
