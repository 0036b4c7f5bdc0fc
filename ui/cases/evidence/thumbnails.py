"""Small pictures for the list of evidence: made one after the other, kept in memory alone, gone with the case."""

from __future__ import annotations

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from app.cases.evidence import files, pictures
from app.cases.lines import EntryLine, EvidenceLine
from app.cases.service import Cases
from app.kernel.errors import MeldboekError
from app.vault.attachments import Attachment
from ui.cases.evidence import pdf_pages
from ui.cases.evidence.pictures import pixmap_of
from ui.kit.desk import Desk

WIDE, HIGH, MOST = 112, 72, 100
_DRAWN = files.PICTURES | {files.PDF}
Key = tuple[int, int | None]


class Thumbnails(QObject):
    """``made`` gives the key of a piece of evidence and its picture, some time after ``want``."""

    made = Signal(object, QPixmap)

    def __init__(self, desk: Desk, cases: Cases) -> None:
        super().__init__()
        self._desk, self._cases = desk, cases
        self._waiting: deque[tuple[EntryLine, Key]] = deque()
        self._kept: dict[Key, QPixmap] = {}
        self._busy = False

    def clear(self) -> None:
        """Forget every picture and make no more of those that were asked for."""
        self._waiting.clear()
        self._kept.clear()

    def want(self, entry: EntryLine) -> QPixmap | None:
        """The picture at once when it was made before; else it comes."""
        line = entry.evidence
        if line is None or line.mime not in _DRAWN or line.destroyed_at is not None:
            return None
        key = key_of(line)
        if key not in self._kept:
            self._waiting.append((entry, key))
            if not self._busy:
                self._next()
        return self._kept.get(key)

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if self._busy:
            entry, key = self._waiting.popleft()
            work = partial(self._cases.files.glance, entry.case_id, entry.id)
            self._desk.jobs.run(work, owner=self, done=partial(self._shrink, key), failed=self._without)

    def _shrink(self, key: Key, file: Attachment) -> None:
        work = partial(_small, file.data, file.mime)
        self._desk.jobs.render(work, owner=self, done=partial(self._keep, key), failed=self._without)

    def _keep(self, key: Key, data: bytes) -> None:
        if len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = picture = pixmap_of(data, WIDE, HIGH)
        self.made.emit(key, picture)
        self._next()

    def _without(self, _error: MeldboekError) -> None:
        """The list shows its mark instead: a small picture is worth no message."""
        self._next()


def key_of(line: EvidenceLine) -> Key:
    """What a picture is known by: another masked copy is another picture."""
    return line.id, line.masked_id


def _small(data: bytes, mime: str) -> bytes:
    return pdf_pages.first(data, 2 * WIDE) if mime == files.PDF else pictures.shown(data, 2 * WIDE)
