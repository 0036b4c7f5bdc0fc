"""What goes into the pack for the police, out of one case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

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
        pieces=tuple(_pieces(reversed(chosen))),
        made_at=now,
        made_by=user,
        is_imagery=Flag.SEXUAL_IMAGERY in card.flags,
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


def _pieces(entries: Iterable[EntryLine]) -> Iterator[Piece]:
    for entry in entries:
        kept = entry.evidence
        if kept is not None and kept.destroyed_at is None:
            described = kept.description or entry.title
            yield Piece(kept.name, described, kept.sha256, kept.size, kept.source, kept.captured_at, kept.filed_at)
