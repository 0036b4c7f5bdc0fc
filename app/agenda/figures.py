"""The few figures beside Vandaag, each with the list it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.cases.inputs import CaseFilter
from app.cases.rules import CaseSeverity
from app.consents.matrix.overview import CellState, Progress
from app.kernel.texts import ngettext
from app.measures.lines import Wanted

if TYPE_CHECKING:
    from app.agenda.service import Overview


@dataclass(frozen=True)
class Figure:
    """One figure: what it counts, how many, and the page with that list."""

    icon: str
    text: str
    count: int
    page: str
    target: object = None
    tone: str = "neutral"


def figures_of(overview: Overview, *, has_casework: bool) -> tuple[Figure, ...]:
    """What leads somewhere; a figure of nothing is left out."""
    found = [*_of_consents(overview.progress)]
    if has_casework:
        found = [*_of_cases(overview), *found]
    return tuple(figure for figure in found if figure.count)


def _of_consents(progress: Progress) -> Iterator[Figure]:
    missing, torn = progress.missing, progress.contradicting
    text = ngettext("gezin zonder antwoord", "gezinnen zonder antwoord", missing)
    yield Figure("camera", text, missing, "consents", ("pupils", CellState.NO_ANSWER))
    text = ngettext("paar ouders oneens", "paren ouders oneens", torn)
    yield Figure("users", text, torn, "consents", ("pupils", CellState.DISAGREE), tone="warn")


def _of_cases(overview: Overview) -> Iterator[Figure]:
    new, serious = overview.cases_new, overview.cases_serious
    text = ngettext("melding te beoordelen", "meldingen te beoordelen", new)
    yield Figure("clipboard-list", text, new, "cases", CaseFilter(to_judge=True), tone="warn")
    text = ngettext("ernstige zaak open", "ernstige zaken open", serious)
    yield Figure("folder-open", text, serious, "cases", CaseFilter(severity=CaseSeverity.SERIOUS), tone="danger")
    running, held = overview.measures_running, overview.devices_held
    text = ngettext("maatregel loopt", "maatregelen lopen", running)
    yield Figure("scale", text, running, "measures", Wanted.RUNNING)
    text = ngettext("toestel in bewaring", "toestellen in bewaring", held)
    yield Figure("smartphone", text, held, "measures", "overview")
