"""Evidence in a case: kept untouched, looked at, masked, given out without hidden data, and destroyed on record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, limits, timeline
from app.cases.beside import holds
from app.cases.evidence import destruction, files, papers, pictures
from app.cases.evidence.destruction import Destroying
from app.cases.inputs import NewEntry, NewEvidence
from app.cases.rules import EntryKind, Flag
from app.cases.tables import Case, CaseFlag, Evidence
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _, speaking
from app.vault import attachments, search
from app.vault.attachments import Attachment
from app.vault.drawers.database import Drawer

COVERED = frozenset({files.PNG, files.PDF})


@dataclass(frozen=True)
class Examined:
    """What a file is: its kind, its words, what it tells beside that, and a small picture of it, if any."""

    mime: str
    words: str
    hidden: tuple[tuple[str, str], ...]
    picture: bytes | None


def examine(data: bytes, name: str) -> Examined:
    """Look into a file, away from the database. Raises Invalid when it cannot be evidence."""
    mime = files.check(data, name)
    papers.check(data, mime)
    is_picture = mime in files.PICTURES
    return Examined(
        mime=mime,
        words="" if is_picture else papers.words_of(data, mime),
        hidden=pictures.hidden_data(data) if is_picture else papers.hidden_data(data, mime),
        picture=pictures.shown(data) if is_picture else None,
    )


def safe_copy(data: bytes, mime: str) -> bytes:
    """What may be given out: the same without place, device, maker and moments."""
    return pictures.stripped(data) if mime in files.PICTURES else papers.stripped(data, mime)


def copy_suffix(mime: str) -> str:
    """How the name of such a copy ends."""
    if mime in files.PICTURES:
        return files.SUFFIXES[files.PNG]
    return files.SUFFIXES[files.TEXT if mime == files.MAIL else mime]


class CaseEvidence:
    """The files under the lines of a timeline; ``entry_id`` names the line."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def attach(self, case_id: int, new: NewEvidence) -> int:
        """Keep a file as evidence under a line of its own; gives the id of that line.

        Raises Refused when the case is about sexual imagery: having such a picture is an offence (Sr 252).
        """
        with self._drawer.write("evidence.attached", f"case:{case_id}") as session:
            return self.add(session, access.writable(session, self._drawer.user, case_id), new)

    @speaking("nl")
    def add(self, session: Session, case: Case, new: NewEvidence) -> int:
        """Keep a file in a case that is being written; gives the id of its line."""
        now = self._clock.now()
        mime = files.check(new.data, new.name)
        if new.captured_at is not None and new.captured_at > now:
            raise Invalid("day", "cases.in_future")
        if mime != files.TEXT:
            refuse_imagery(session, case.id)
        title = _("Bewijs: {name}").format(name=limits.line("description", new.description) or new.name)
        entry = NewEntry(EntryKind.EVIDENCE, title[: limits.LONGEST_LINE], internal=True)
        row = timeline.add(session, case, entry, self._drawer.user, now)
        self._keep(session, row.id, case.id, new, mime)
        return row.id

    def load(self, case_id: int, entry_id: int, *, masked: bool = False) -> Attachment:
        """The file under an entry, or its masked copy; that it was looked at stays in the log.

        Raises Refused once the case is about sexual imagery (rules 4.4), and for a file that was destroyed.
        """
        with self._drawer.write("evidence.viewed", f"case:{case_id}") as session:
            row = self._row(session, case_id, entry_id)
            wanted = row.masked_id if masked else row.attachment_id
            if wanted is None:
                raise Refused("cases.not_masked")
            return attachments.load(session, wanted)

    def glance(self, case_id: int, entry_id: int) -> Attachment:
        """The file to show small beside its line, covered when it can be; the log tells that the case was opened.

        Raises Refused for what may no longer be seen.
        """
        with self._drawer.read() as session:
            row = self._row(session, case_id, entry_id)
            return attachments.load(session, row.masked_id or row.attachment_id)

    def mask(self, case_id: int, entry_id: int, data: bytes) -> None:
        """Keep a masked copy beside the original: what ``pictures.masked`` or ``papers.covered`` made."""
        mime = files.kind_of(data)
        if mime not in COVERED:
            raise Invalid("boxes", "cases.no_boxes")
        with self._change("evidence.masked", case_id) as (session, _case):
            row = self._row(session, case_id, entry_id)
            before, name = row.masked_id, _("afgedekt {name}").format(name=row.name)
            row.masked_id = attachments.add(session, data, name, mime)
            if before is not None:
                attachments.release(session, before)
            row.masked_at, row.masked_by = self._clock.now(), self._drawer.user.name

    def note_export(self, case_id: int, entry_id: int, *, original: bool) -> None:
        """Leave in the log that the file left the program, as it is or without hidden data."""
        with self._drawer.write("evidence.given" if original else "evidence.exported", f"case:{case_id}") as session:
            self._row(session, case_id, entry_id)

    @speaking("nl")
    def destroy(self, case_id: int, entry_id: int, reason: str) -> Destroying:
        """Take a file and its masked copy out of the drawer, wherever they stand; the line of it stays.

        What comes back has still to leave the backups, after which ``finish`` says so. Leadership only.
        """
        access.only_leadership(self._drawer.user)
        why, now = limits.words("reason", reason), self._clock.now()
        if not why:
            raise Invalid("reason", "cases.no_reason")
        with self._drawer.write("evidence.destroyed", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            row = self._row(session, case_id, entry_id, checked=False)
            holds.refuse_while_held(session, case_id)
            begun = destruction.begin(session, case, row, why, self._drawer.user, now)
            text = _("{name} is vernietigd in Meldboek. {why}").format(name=row.name, why=why)
            entry = NewEntry(EntryKind.DECISION, _("Bewijs vernietigd"), text, internal=True)
            timeline.add(session, case, entry, self._drawer.user, now)
            return begun

    def unfinished(self) -> tuple[Destroying, ...]:
        """What was destroyed and has still to leave the backups, such as after the computer was switched off."""
        with self._drawer.read() as session:
            return destruction.unfinished(session)

    @speaking("nl")
    def finish(self, destruction_id: int, cleaned: int) -> None:
        """No backup within reach holds it any more: say so in the case."""
        with self._drawer.write("destruction.finished", f"destruction:{destruction_id}") as session:
            destruction.finish(session, destruction_id, cleaned, self._drawer.user, self._clock.now())

    def _keep(self, session: Session, entry_id: int, case_id: int, new: NewEvidence, mime: str) -> None:
        description, source = limits.line("description", new.description), limits.line("source", new.source)
        name = limits.line("name", new.name)
        session.add(
            Evidence(
                case_id=case_id,
                entry_id=entry_id,
                attachment_id=attachments.add(session, new.data, name, mime),
                name=name,
                mime=mime,
                sha256=hashlib.sha256(new.data).hexdigest(),
                size=len(new.data),
                description=description,
                source=source,
                captured_at=new.captured_at,
            )
        )
        body = "\n".join(part for part in (source, new.words) if part)
        search.put(session, "evidence", f"case:{case_id}#{entry_id}", description or name, body)

    def _row(self, session: Session, case_id: int, entry_id: int, *, checked: bool = True) -> Evidence:
        access.seen(session, self._drawer.user, case_id)
        row = session.scalars(select(Evidence).filter_by(case_id=case_id, entry_id=entry_id)).first()
        if row is None:
            raise Refused("cases.entry_unknown")
        access.refuse_closed_file(session, self._drawer.user, entry_id)
        if row.destroyed_at is not None:
            raise Refused("cases.destroyed")
        if checked and row.mime != files.TEXT:
            refuse_imagery(session, case_id)
        return row

    @contextmanager
    def _change(self, action: str, case_id: int) -> Iterator[tuple[Session, Case]]:
        with self._drawer.write(action, f"case:{case_id}") as session:
            case = access.writable(session, self._drawer.user, case_id)
            yield session, case
            case.changed_at = self._clock.now()


def refuse_imagery(session: Session, case_id: int) -> None:
    """Raise Refused in a case about sexual imagery (rules 4.4)."""
    raised = select(CaseFlag.id).filter_by(case_id=case_id, flag=Flag.SEXUAL_IMAGERY)
    if session.scalars(raised.where(CaseFlag.raised_at.is_not(None))).first() is not None:
        raise Refused("cases.sexual_imagery")
