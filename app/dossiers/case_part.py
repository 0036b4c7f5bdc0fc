"""What the dossier tells of the cases behind it: each event in one line, and the steps before a removal from school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import DossierEntry
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.measures.facts import HeardAs, Hearing, Status
from app.measures.lines import MeasureCard
from app.people.rules import Period

REMOVAL = "pupil.REMOVAL"


def happened(cards: Iterable[CaseCard], period: Period, mask: Mask) -> Iterator[DossierEntry]:
    """One line for every event from which something in the dossier followed; a complaint is no event of this person."""
    for card in cards:
        on = card.happened_on or card.reported_at.astimezone(AMSTERDAM).date()
        if Flag.COMPLAINT in card.flags or not period.holds(on):
            continue
        reported = _("gemeld op {day}").format(day=long_date(card.reported_at.astimezone(AMSTERDAM).date()))
        where = _("via {platform}").format(platform=card.platform) if card.platform.strip() else ""
        told = [part for part in (card.happened_about.strip(), where, reported) if part]
        text = mask.text(", ".join(told))
        note = _("zaak {number}").format(number=card.number.rpartition("/")[2])
        yield DossierEntry(on, mask.text(_("Voorval: {title}").format(title=card.title)), f"{_capital(text)}.", note)


def steps_before_removal(cards: Iterable[MeasureCard], mask: Mask) -> tuple[tuple[str, str], ...]:
    """What the board must see before it decides that a pupil leaves: which steps were taken, and on what grounds."""
    found = [card for card in cards if card.rung == REMOVAL and card.status is not Status.WITHDRAWN]
    if not found:
        return ((_("Voorstel"), _("Er is nog geen voorstel tot verwijdering.")),)
    card = max(found, key=lambda one: one.id)
    return tuple((label, mask.text(text)) for label, text in _steps(card) if text.strip())


def _steps(card: MeasureCard) -> Iterator[tuple[str, str]]:
    draft = card.draft
    yield _("Voornemen verstuurd"), _day(draft.intent_on)
    yield _("Leerkracht gehoord"), _heard(draft.hearings, HeardAs.TEACHER)
    yield _("Ouders gehoord"), _heard(draft.hearings, HeardAs.GUARDIAN)
    yield _("Leerling gehoord"), _heard(draft.hearings, HeardAs.PUPIL)
    willing = ", ".join(part for part in (draft.other_school, _day(draft.other_school_on)) if part)
    yield _("Andere school bereid"), willing if draft.other_school else _not_yet()
    yield _("Besluit"), _day(card.decided_on)
    yield _("Leerplicht ingelicht"), _day(card.authority_told_on)
    yield _("Feiten"), draft.facts
    yield _("Redenen"), draft.reasons
    yield _("Belang"), draft.interest


def _heard(hearings: Iterable[Hearing], role: HeardAs) -> str:
    asked = [hearing for hearing in hearings if hearing.role is role]
    told = [
        f"{hearing.name}: {long_date(hearing.held_at.astimezone(AMSTERDAM).date())}"
        if hearing.held_at
        else f"{hearing.name}: {hearing.why_not.strip() or _not_yet()}"
        for hearing in asked
    ]
    return "\n".join(told) or _not_yet()


def _day(on: date | None) -> str:
    return long_date(on) if on else _not_yet()


def _not_yet() -> str:
    return _("nog niet")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
