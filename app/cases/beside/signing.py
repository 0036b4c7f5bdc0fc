"""The second person who agrees to the closing of a case about an employee: on screen, or on paper with a scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, limits, timeline
from app.cases.beside.lines import SignOffLine
from app.cases.beside.tables import CaseSignOff
from app.cases.evidence import files
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.cases.tables import Case
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import fold
from app.kernel.texts import _, speaking
from app.vault import attachments
from app.vault.attachments import Attachment
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User

ON_SCREEN, ON_PAPER = "user", "paper"


@dataclass(frozen=True)
class PaperSignature:
    """A signature on paper: by whom, when, and the scan of it."""

    name: str
    signed_on: date
    scan: bytes
    file_name: str


class SigningOff:
    """Agreeing to the closing of a case."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    @speaking("nl")
    def sign(self, case_id: int, note: str = "") -> None:
        """Agree as the user who is at work; whoever owns the case cannot be its second person."""
        user, now = self._drawer.user, self._clock.now()
        access.only_leadership(user)
        with self._drawer.write("closing.signed", f"case:{case_id}") as session:
            case = access.writable(session, user, case_id)
            if case.owner_id == user.id:
                raise Refused("cases.sign_own")
            row = CaseSignOff(kind=ON_SCREEN, user_id=user.id, name=user.name, signed_on=now.date())
            row.note = limits.words("note", note)
            _add(session, case, row, user, now)

    @speaking("nl")
    def sign_on_paper(self, case_id: int, paper: PaperSignature) -> None:
        """Keep a signature on paper with its scan."""
        user, now = self._drawer.user, self._clock.now()
        access.only_leadership(user)
        name = limits.line("name", paper.name)
        if not name:
            raise Invalid("name", "cases.no_name")
        if paper.signed_on > now.date():
            raise Invalid("signed_on", "cases.in_future")
        mime = files.check(paper.scan, paper.file_name)
        with self._drawer.write("closing.signed", f"case:{case_id}") as session:
            case = access.writable(session, user, case_id)
            if fold(name) in {fold(user.name), fold(case.owner_name)}:
                raise Invalid("name", "cases.sign_own")
            row = CaseSignOff(kind=ON_PAPER, user_id="", name=name, signed_on=paper.signed_on)
            row.attachment_id = attachments.add(session, paper.scan, paper.file_name, mime)
            _add(session, case, row, user, now)

    def scan(self, case_id: int) -> Attachment:
        """The scan of the signature that holds now."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("closing.viewed", f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id)
            row = standing(session, case_id)
            if row is None or row.attachment_id is None:
                raise Refused("cases.no_scan")
            return attachments.load(session, row.attachment_id)


def standing(session: Session, case_id: int) -> CaseSignOff | None:
    """The signature that holds now; one from before a reopening no longer does."""
    query = select(CaseSignOff).filter_by(case_id=case_id, void_at=None).order_by(CaseSignOff.id.desc())
    return session.scalars(query).first()


def line_of(row: CaseSignOff | None) -> SignOffLine | None:
    """The signature as it is shown."""
    return None if row is None else SignOffLine(row.name, row.signed_on, row.kind == ON_PAPER, row.note)


def void(session: Session, case_id: int, now: datetime) -> None:
    """A case that is taken up again needs a new signature."""
    for row in session.scalars(select(CaseSignOff).filter_by(case_id=case_id, void_at=None)):
        row.void_at = now


def _add(session: Session, case: Case, row: CaseSignOff, user: User, now: datetime) -> None:
    row.case_id, row.recorded_at = case.id, now
    session.add(row)
    title = _("Tweede handtekening voor afsluiten: {name}").format(name=row.name)
    timeline.add(session, case, NewEntry(EntryKind.DECISION, title, row.note or "", internal=True), user, now)
