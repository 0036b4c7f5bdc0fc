"""Files for a report that is still being typed: kept in the drawer beside its draft, as they came."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session

from app.cases.inputs import NewEvidence
from app.vault import drafts
from app.vault.drawers.database import Drawer

FORM, REPORT = "report_file", "report"
MOST = 10


def key_of(file: NewEvidence) -> str:
    """What a kept file is known by: its content."""
    return hashlib.sha256(file.data).hexdigest()


def keep(drawer: Drawer, file: NewEvidence) -> None:
    """Keep a file until the report is saved or thrown away."""
    data = base64.b64encode(file.data).decode("ascii")
    drafts.save(drawer, FORM, key_of(file), {"name": file.name, "words": file.words, "data": data})


def kept(drawer: Drawer, report: str = "new") -> tuple[NewEvidence, ...]:
    """The files that this user kept with a report, in the order in which they came; not those of another report."""
    lines = sorted(drafts.of_user(drawer), key=lambda line: line.at)
    others = {key for line in lines if line.form == REPORT and line.key != report for key in _named(drawer, line.key)}
    keys = [line.key for line in lines if line.form == FORM and line.key not in others]
    found = [drafts.load(drawer, FORM, key) for key in keys]
    return tuple(
        NewEvidence(base64.b64decode(one["data"]), one["name"], words=one["words"]) for one in found if one is not None
    )


def throw_away(drawer: Drawer, report: str) -> None:
    """Forget a report that was still being typed, with its files."""
    let_go(drawer, _named(drawer, report))
    drafts.discard(drawer, REPORT, report)


def _named(drawer: Drawer, report: str) -> tuple[str, ...]:
    """The files that the draft of a report names."""
    typed = drafts.load(drawer, REPORT, report) or {}
    return tuple(typed.get("evidence") or {})


def take_out(session: Session, digests: Collection[str]) -> None:
    """Take files with these contents away from whoever is still typing a report with them: they were destroyed."""
    drafts.take_out(session, FORM, digests)


def let_go(drawer: Drawer, keys: Sequence[str]) -> None:
    """Forget these files: they are evidence in a case now, or were thrown away."""
    for key in keys:
        drafts.discard(drawer, FORM, key)
