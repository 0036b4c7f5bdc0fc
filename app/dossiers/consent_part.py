"""What the dossier tells of consent: how it stands today, who answered what and when, and where the person is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.consents.answers.history import HistoryLine
from app.consents.answers.wording import authority_then, speaker, taken_out
from app.consents.matrix.overview import Cell, CellState
from app.consents.publications.lines import NewRemoval, Takedown, VisibleIn
from app.consents.publications.takedown_rules import Cause
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import EventKind, Medium
from app.consents.service import Consents
from app.consents.texts import CAUSES, HOWS, KINDS, MEDIA, REMOVALS
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import DossierEntry
from app.kernel.formats import long_date, short_date
from app.kernel.texts import N_, _
from app.people.rules import Period, PersonKind

# a block is never told of, for the reader may be who it protects from
_STANDS: dict[CellState, str] = {
    CellState.YES: N_("ja"),
    CellState.PARTLY: N_("deels"),
    CellState.NO_ANSWER: N_("geen antwoord, telt als nee"),
}


@dataclass(frozen=True)
class Consenting:
    """The register of consent about one person: today's squares, all that was ever said, all that was published."""

    today: tuple[tuple[PurposeLine, Cell, date | None], ...]
    history: tuple[HistoryLine, ...]
    shorts: Mapping[str, str]
    seen_in: tuple[VisibleIn, ...]


def consenting(consents: Consents, person_id: int, kind: PersonKind) -> Consenting:
    """Everything that the register of consent holds about a pupil or an employee."""
    seen_in = consents.publications.of_person(person_id)
    if kind is PersonKind.EMPLOYEE:
        own = consents.staff.card(person_id)
        days = _days(own.history)
        squares = zip(own.purposes, own.cells, strict=True)
        return Consenting(
            tuple((one, cell, days.get(one.code)) for one, cell in squares), own.history, own.shorts, seen_in
        )
    card = consents.card(person_id)
    today = tuple(
        (one.purpose, one.cell, max((said.on for said in one.answers if said.on), default=None))
        for one in card.purposes
    )
    return Consenting(today, card.history, card.shorts, seen_in)


def standing(found: Consenting) -> tuple[tuple[str, str, str], ...]:
    """For what this person may be shown today, and since when that was said."""
    return tuple(
        (purpose.label, _(_STANDS.get(cell.state, N_("nee"))), short_date(since) if since else "")
        for purpose, cell, since in found.today
    )


def course(found: Consenting, period: Period, mask: Mask) -> tuple[DossierEntry, ...]:
    """Every answer with who gave it, when and on what; every picture that was published, and how it went."""
    told = [_answer(line, found.shorts, mask) for line in reversed(found.history)]
    told += [entry for one in found.seen_in for entry in _published(one, found.shorts, mask)]
    return tuple(sorted((entry for entry in told if period.holds(entry.on)), key=lambda entry: entry.on))


def _days(history: Iterable[HistoryLine]) -> dict[str, date]:
    """The day of the newest answer to each purpose; the history is newest first."""
    days: dict[str, date] = {}
    for line in history:
        if line.counts and line.kind is not EventKind.ASKED:
            for code in line.purposes:
                days.setdefault(code, line.on)
    return days


def _answer(line: HistoryLine, shorts: Mapping[str, str], mask: Mask) -> DossierEntry:
    who = _("door {name}").format(name=speaker(line)) if line.person else ""
    how = [who, authority_then(line), _(HOWS[line.how]) if line.how else ""]
    if set(line.media) not in (set(), set(Medium)):
        how.append(_("alleen {media}").format(media=", ".join(_(MEDIA[one]) for one in line.media)))
    purposes = ", ".join(shorts.get(code, code) for code in line.purposes)
    kept = [_("bewijs: {place}").format(place=line.evidence) if line.evidence else "", taken_out(line), line.note]
    lines = [", ".join(part for part in how if part), *(part for part in kept if part)]
    # the names of purposes are the school's own words and nobody's name
    text = "\n".join(_capital(part) for part in (purposes, *(mask.text(_capital(line)) for line in lines)) if part)
    return DossierEntry(line.on, _("Toestemming: {kind}").format(kind=_(KINDS[line.kind]).lower()), text, _paper(line))


def _paper(line: HistoryLine) -> str:
    parts = [_("formulier {number}").format(number=line.form_number)] if line.form_number else []
    parts += [_("versie {version}").format(version=line.text_version)] if line.text_version else []
    parts += [] if line.counts else [_("telt niet meer")]
    return ", ".join(parts)


def _published(one: VisibleIn, shorts: Mapping[str, str], mask: Mask) -> Iterator[DossierEntry]:
    allowed = _("op die dag toegestaan") if one.allowed_then else _("op die dag niet toegestaan")
    told = [shorts.get(one.purpose, one.purpose), _(MEDIA[one.medium]), mask.text(one.place, [one.place]), allowed]
    title = mask.text(_("Zichtbaar in: {title}").format(title=one.title))
    yield DossierEntry(one.on, title, _capital(", ".join(part for part in told if part)), "")
    if one.takedown is not None:
        yield _taken_down(one.takedown, mask)


def _taken_down(one: Takedown, mask: Mask) -> DossierEntry:
    done = one.done
    cause = _("het mag niet meer worden getoond") if one.cause is Cause.BLOCKED else _(CAUSES[one.cause])
    if done is None:
        title = _("Moet weg: {title}").format(title=one.publication)
        text = _("{cause}, uiterlijk {day}").format(cause=cause, day=long_date(one.limit))
        return DossierEntry(one.since, mask.text(title), mask.text(_capital(text)), _("nog niet gedaan"))
    title = _("Weggehaald: {title}").format(title=one.publication)
    text = _("{how} door {name}, omdat: {cause}").format(how=_(REMOVALS[done.how]), name=done.done_by, cause=cause)
    return DossierEntry(done.done_on, mask.text(title), mask.text(_capital(text)), mask.text(_proof(done)))


def _proof(done: NewRemoval) -> str:
    return _("bewijs: {place}").format(place=done.proof) if done.proof else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
