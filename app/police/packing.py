"""What goes into the pack for the police, out of one case."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO

from app.cases.lines import CaseCard, EntryLine
from app.cases.rules import Flag
from app.cases.texts import word
from app.kernel.errors import Invalid
from app.kernel.formats import long_date, long_time
from app.kernel.texts import _
from app.police.lines import NewPack, Pack, Piece
from app.police.rules import NewPoliceReport


def gathered(
    card: CaseCard,
    entries: Iterable[EntryLine],
    reports: tuple[NewPoliceReport, ...],
    new: NewPack,
    user: str,
    now: datetime,
) -> Pack:
    """The pack; evidence that was destroyed is left out, and only who was chosen is named."""
    if not new.story.strip():
        raise Invalid("story", "police.story_missing")
    chosen = [entry for entry in entries if entry.id in new.entries]
    is_imagery = Flag.SEXUAL_IMAGERY in card.flags
    return Pack(
        case_id=card.id,
        case_number=card.number,
        title=card.title,
        story=new.story.strip(),
        contact=new.contact.strip(),
        facts=tuple(_facts(card)),
        people=tuple(
            (line.name, word("role", line.role), line.detail) for line in card.parties if line.id in new.involvements
        ),
        reports=reports,
        pieces=tuple(_pieces(reversed(chosen), beside=new.with_files and not is_imagery)),
        made_at=now,
        made_by=user,
        is_imagery=is_imagery,
    )


def _facts(card: CaseCard) -> Iterator[tuple[str, str]]:
    when = long_date(card.happened_on) if card.happened_on else card.happened_about
    place = word("place", card.place) if card.place else ""
    told = (
        (_("Kenmerk school"), card.number),
        (_("Gebeurd op"), when),
        (_("Bekend op school"), long_time(card.knowledge_at)),
        (_("Gemeld aan school"), long_time(card.reported_at)),
        (_("Waar"), " · ".join(part for part in (card.platform, place) if part)),
        (_("Account"), card.account),
    )
    yield from ((label, text) for label, text in told if text)


def _pieces(entries: Iterable[EntryLine], *, beside: bool) -> Iterator[Piece]:
    kept = [(entry, entry.evidence) for entry in entries if entry.evidence is not None]
    for number, (entry, one) in enumerate((both for both in kept if both[1].destroyed_at is None), 1):
        file = _("bewijs {number}").format(number=f"{number:02}") + _suffix(one.name) if beside else ""
        described = one.description or entry.title
        times = (one.captured_at, one.filed_at)
        yield Piece(one.name, described, one.sha256, one.size, one.source, *times, entry.id, file)


def _suffix(name: str) -> str:
    """The ending of a file's name, when it is a plain one."""
    found = re.search(r"\.[a-z0-9]{1,5}$", name.lower())
    return found[0] if found else ""


def bundle(name: str, paper: bytes, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The paper of a pack and the files that it names, in one archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in ((name, paper), *files):
            archive.writestr(one, data)
    return out.getvalue()
