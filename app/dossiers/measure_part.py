"""What the dossier tells of measures, of devices in custody and of messages that had to go; others are masked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from app.cases.lines import DossierItem
from app.cases.rules import EntryKind
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import DossierEntry, DossierMeasure
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date, long_time
from app.kernel.texts import _
from app.measures.facts import Hearing, Location, Status
from app.measures.lines import ContentLine, DeviceLine, MeasureCard, ProceedingLine
from app.measures.texts import CARRIED, LOCATIONS, OUTCOMES, PROCEEDINGS, STATUSES
from app.people.rules import Period


def counts(card: MeasureCard, period: Period) -> bool:
    """A proposal nobody heard of is not part of the dossier."""
    if card.status is Status.PROPOSED or (card.status is Status.WITHDRAWN and card.decided_on is None):
        return False
    on = card.decided_on or card.first_day
    return on is None or period.holds(on)


def measure_of(card: MeasureCard, mask: Mask) -> DossierMeasure:
    """One measure with everything that was written down at its decision and after it."""
    days = [long_date(day) for day in (card.first_day, card.last_day) if day is not None]
    decided = long_date(card.decided_on) if card.decided_on else _("aangekondigd")
    objection = _("bezwaar op {day}").format(day=long_date(card.objection_on)) if card.objection_on else ""
    outcome = ", ".join(part for part in (_(STATUSES[card.standing]), objection) if part)
    details = tuple((label, mask.text(text)) for label, text in (*_before(card), *_after(card)) if text.strip())
    return DossierMeasure(card.rung_label, _(" tot en met ").join(days), decided, outcome, details)


def _before(card: MeasureCard) -> Iterator[tuple[str, str]]:
    """The decision: by whom, on which facts, why, who was heard, the own view, why in spite of a warning."""
    draft = card.draft
    yield _("Besloten door"), draft.decided_by if card.decided_on else ""
    if draft.location is Location.INTERNAL:
        yield _("Waar"), _(LOCATIONS[draft.location])
    yield _("Feiten"), draft.facts
    yield _("Redenen"), draft.reasons
    yield _("Belang"), draft.interest
    if draft.intent_on is not None:
        yield _("Voornemen"), _("verstuurd op {day}").format(day=long_date(draft.intent_on))
    for hearing in draft.hearings:
        yield _("Gehoord"), _heard(hearing)
    if draft.views_on is not None:
        given = _("gegeven op {day}").format(day=long_date(draft.views_on))
        yield _("Eigen zienswijze"), ". ".join(part for part in (given, draft.views_text) if part)
    if draft.probation_until is not None:
        yield _("Voorwaardelijk"), _("tot {day}").format(day=long_date(draft.probation_until))
    yield _("Waarom afgeweken"), card.warnings_reason


def _after(card: MeasureCard) -> Iterator[tuple[str, str]]:
    if card.communicated_on is not None:
        given = _("op {day} · {how}").format(day=long_date(card.communicated_on), how=card.communicated_how)
        yield _("Besluit gegeven"), given
    if card.received_on is not None:
        yield _("Ontvangen"), ", ".join(part for part in (long_date(card.received_on), card.delivery_proof) if part)
    for line in card.proceedings:
        yield _contested(line)
    if card.carried_out:
        told = _(CARRIED[card.carried_out])
        yield _("Uitvoering"), ". ".join(part for part in (told, card.carried_out_note) if part)
    if card.return_talk_held_on is not None:
        held = long_date(card.return_talk_held_on)
        yield _("Gesprek bij terugkeer"), ". ".join(part for part in (held, card.return_talk_note) if part)
    if card.ended_on is not None:
        ended = ". ".join(part for part in (long_date(card.ended_on), card.end_reason) if part)
        yield _("Eerder beëindigd"), ended
    if card.withdrawn_on is not None:
        yield _("Ingetrokken"), f"{long_date(card.withdrawn_on)}. {card.withdraw_reason}"


def _heard(hearing: Hearing) -> str:
    """One hearing: with whom, when, what was said, what was answered to the report; or why there was none."""
    if hearing.held_at is None:
        return f"{hearing.name}: {hearing.why_not}" if hearing.why_not.strip() else ""
    at = long_time(hearing.held_at.astimezone(AMSTERDAM))
    late = _("na het besluit") if hearing.is_late else ""
    along = _("met {name}").format(name=hearing.assisted_by) if hearing.assisted_by.strip() else ""
    head = ", ".join(part for part in (hearing.name, along, at, late) if part)
    told = [head, hearing.report]
    if hearing.comment.strip():
        told.append(_("Reactie op het verslag: {text}").format(text=hearing.comment))
    return "\n".join(part for part in told if part.strip())


def _contested(line: ProceedingLine) -> tuple[str, str]:
    kind = _(PROCEEDINGS[line.kind])
    told = [_("ontvangen op {day}").format(day=long_date(line.received_on))]
    if line.decided_on is not None:
        outcome = _(OUTCOMES[line.outcome])
        told.append(_("beslist op {day}: {outcome}").format(day=long_date(line.decided_on), outcome=outcome))
    return kind[:1].upper() + kind[1:], ". ".join(part for part in (", ".join(told), line.note) if part)


def object_entries(
    devices: Iterable[DeviceLine], contents: Iterable[ContentLine], period: Period, mask: Mask
) -> list[DossierEntry]:
    """Devices in custody and messages that had to go, as events of the chronology."""
    made = [(line.taken_at.astimezone(AMSTERDAM).date(), _("Toestel in bewaring"), _device(line)) for line in devices]
    made += [(line.asked_on, _("Bericht verwijderen"), _content(line)) for line in contents]
    return [_entry(on, title, text, mask) for on, title, text in made if period.holds(on)]


def heard_entries(
    cards: Iterable[MeasureCard], items: Iterable[DossierItem], period: Period, mask: Mask
) -> list[DossierEntry]:
    """The talks in which somebody was heard for a measure of this dossier, unless the timeline tells of them itself."""
    told = {(item.case_id, item.entry.at) for item in items if item.entry.kind is EntryKind.TALK}
    talks: dict[tuple[int, datetime], list[Hearing]] = {}
    for card in cards:
        if counts(card, Period()):
            for hearing in card.draft.hearings:
                if hearing.held_at is not None and (card.case_id, hearing.held_at) not in told:
                    talks.setdefault((card.case_id, hearing.held_at), []).append(hearing)
    made = [(at.astimezone(AMSTERDAM).date(), hearings) for (_case, at), hearings in sorted(talks.items(), key=_at)]
    return [_entry(on, _talk(hearings), _reports(hearings), mask) for on, hearings in made if period.holds(on)]


def _at(talk: tuple[tuple[int, datetime], list[Hearing]]) -> datetime:
    return talk[0][1]


def _talk(hearings: Iterable[Hearing]) -> str:
    return _("Gesprek met {names}").format(names=", ".join(hearing.name for hearing in hearings))


def _reports(hearings: Iterable[Hearing]) -> str:
    return "\n".join(dict.fromkeys(hearing.report.strip() for hearing in hearings if hearing.report.strip()))


def _entry(on: date, title: str, text: str, mask: Mask) -> DossierEntry:
    return DossierEntry(on, mask.text(title), mask.text(text), "")


def _device(line: DeviceLine) -> str:
    taken = _("{what}. Ingenomen op {at} door {name}.").format(
        what=line.what, at=long_time(line.taken_at.astimezone(AMSTERDAM)), name=line.taken_by
    )
    told = [taken]
    if line.damage:
        told.append(_("Zichtbare schade: {damage}.").format(damage=line.damage))
    if line.returned_at is not None:
        at = long_time(line.returned_at.astimezone(AMSTERDAM))
        told.append(_("Teruggegeven op {at} aan {name}.").format(at=at, name=line.returned_to))
    else:
        told.append(_("Terug op {day}.").format(day=long_date(line.return_on)))
    return " ".join(told)


def _content(line: ContentLine) -> str:
    where = " · ".join(part for part in (line.platform, line.place.rstrip(".")) if part)
    told = [_("Gevraagd door {name}: {where}.").format(name=line.asked_by, where=where)]
    if line.gone_on is not None:
        told.append(_("Verwijderd op {day}.").format(day=long_date(line.gone_on)))
        if line.in_presence_of:
            told.append(_("In het bijzijn van {name}.").format(name=line.in_presence_of))
        if line.proof:
            told.append(_("Dat blijkt uit: {proof}.").format(proof=line.proof.rstrip(".")))
    return " ".join(told)
