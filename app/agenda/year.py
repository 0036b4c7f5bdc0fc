"""The yearly calendar: what a school proposes itself each year, from which day until which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.calendar import school_year_days
from app.kernel.texts import N_

LATE = timedelta(days=30)  # after that a proposal is silent: the calendar itself still shows it


class YearState(StrEnum):
    """What became of a proposal in one school year."""

    OPEN = "open"
    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Proposal:
    """Something to do each year; ``first`` and ``last`` are (month, day), ``leads`` means for the leadership only."""

    code: str
    title: str
    text: str
    first: tuple[int, int]
    last: tuple[int, int]
    page: str
    target: object = None
    leads: bool = True


@dataclass(frozen=True)
class YearTask:
    """What was kept of one proposal in one school year."""

    code: str
    state: YearState
    on: date
    note: str = ""
    by: str = ""


@dataclass(frozen=True)
class YearLine:
    """One proposal in one school year: its days, and what became of it."""

    proposal: Proposal
    first: date
    last: date
    state: YearState
    on: date | None = None
    note: str = ""
    by: str = ""

    @property
    def due(self) -> date:
        """The day on which it should be done: as planned, or the last day of its time."""
        return self.on if self.state is YearState.PLANNED and self.on else self.last

    def asks(self, today: date) -> bool:
        """Whether it stands on Vandaag: it was planned, or its time has come and is not long past."""
        if self.state is YearState.PLANNED:
            return True
        return self.state is YearState.OPEN and self.first <= today <= self.last + LATE


PROPOSALS: tuple[Proposal, ...] = (
    Proposal(
        "class_lists", N_("Klassenlijsten inlezen"),
        N_("Nieuwe leerlingen, nieuwe groepen en wie de school verliet."),
        (8, 15), (9, 15), "imports", leads=False,
    ),
    Proposal(
        "consent_forms", N_("Toestemming vragen aan nieuwe gezinnen"),
        N_("Ieder nieuw kind krijgt een formulier; zonder antwoord komt er geen beeld."),
        (8, 15), (9, 30), "consents", leads=False,
    ),
    Proposal(
        "reminder", N_("Ouders herinneren aan hun toestemming"),
        N_("Eens per jaar: wat hebt u gekozen, en u kunt het altijd veranderen."),
        (8, 24), (9, 30), "consents", "rounds", leads=False,
    ),
    Proposal(
        "not_pictured", N_("Lijst wie niet op beeld mag uitdelen"),
        N_("Een nieuwe lijst per groep voor leerkrachten en invallers."),
        (8, 24), (9, 15), "consents", leads=False,
    ),
    Proposal(
        "handed_out", N_("Protocol aan het team geven"),
        N_("Iedere medewerker krijgt het protocol en tekent voor ontvangst."),
        (8, 24), (9, 30), "consents", "staff",
    ),
    Proposal(
        "school_guide", N_("Schoolgids nalopen"),
        N_("Staan het veiligheidsbeleid en het aanspreekpunt voor pesten erin?"),
        (8, 15), (9, 30), "school", "school",
    ),
    Proposal(
        "leavers_purge", N_("Gegevens van oud-leerlingen opruimen"),
        N_("Wie twee jaar weg is, hoort niet meer in het register."),
        (8, 24), (10, 31), "school",
    ),
    Proposal(
        "warnings", N_("Vervallen waarschuwingen uit de dossiers halen"),
        N_("Een lichte maatregel blijft niet langer dan afgesproken."),
        (8, 24), (10, 31), "measures", "overview",
    ),
    Proposal(
        "media_week", N_("Stukje over de Week van de Mediawijsheid"),
        N_("In de nieuwsbrief, samen met de Week tegen Pesten."),
        (9, 15), (11, 15), "letters",
    ),
    Proposal(
        "monitor", N_("Monitor sociale veiligheid afnemen"),
        N_("De uitkomst gaat voor 1 juli naar de inspectie."),
        (4, 1), (6, 30), "school",
    ),
    Proposal(
        "leavers", N_("Schoolverlaters uitschrijven"),
        N_("Vul de datum van uitschrijven in; daarna loopt de bewaartermijn."),
        (6, 1), (7, 15), "people", leads=False,
    ),
    Proposal(
        "devices", N_("Toestellen teruggeven voor de vakantie"),
        N_("Er blijft geen telefoon in de kluis liggen."),
        (6, 15), (7, 15), "measures", "overview",
    ),
    Proposal(
        "report", N_("Jaarverslag voor bestuur en MR maken"),
        N_("De cijfers van het schooljaar, zonder namen."),
        (6, 1), (7, 15), "insights",
    ),
    Proposal(
        "evaluation", N_("Protocol evalueren met team en MR"),
        N_("Wat werkte, wat niet, en wat moet er anders?"),
        (5, 1), (7, 15), "insights",
    ),
)  # fmt: skip


def lines_of(year: str, kept: Mapping[str, YearTask], *, leads: bool) -> tuple[YearLine, ...]:
    """The proposals of one school year for this user, in the order of the year."""
    found = (line_of(proposal, year, kept.get(proposal.code)) for proposal in PROPOSALS if leads or not proposal.leads)
    return tuple(sorted(found, key=lambda line: (line.first, line.last)))


def line_of(proposal: Proposal, year: str, kept: YearTask | None) -> YearLine:
    """One proposal in one school year."""
    first, last = day_in(year, *proposal.first), day_in(year, *proposal.last)
    if kept is None:
        return YearLine(proposal, first, last, YearState.OPEN)
    return YearLine(proposal, first, last, kept.state, kept.on, kept.note, kept.by)


def day_in(year: str, month: int, day: int) -> date:
    """A day of the year within a school year: September is in its first half, March in its second."""
    first, last = school_year_days(year)
    return date(first.year if month >= first.month else last.year, month, day)


def asking(lines: Iterable[YearLine], today: date) -> tuple[YearLine, ...]:
    """What stands on Vandaag."""
    return tuple(line for line in lines if line.asks(today))


def proposal(code: str) -> Proposal | None:
    """The proposal with this code."""
    return next((one for one in PROPOSALS if one.code == code), None)
