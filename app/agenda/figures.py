"""The few figures beside Vandaag, each with the list it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.consents.matrix.overview import Progress
from app.kernel.texts import ngettext

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
    yield Figure("camera", text, missing, "consents")
    text = ngettext("paar ouders oneens", "paren ouders oneens", torn)
    yield Figure("users", text, torn, "consents", tone="warn")


def _of_cases(overview: Overview) -> Iterator[Figure]:
    new, serious = overview.cases_new, overview.cases_serious
    yield Figure(
        "clipboard-list", ngettext("melding te beoordelen", "meldingen te beoordelen", new), new, "cases", tone="warn"
    )
    text = ngettext("ernstige zaak open", "ernstige zaken open", serious)
    yield Figure("folder-open", text, serious, "cases", tone="danger")
    running, held = overview.measures_running, overview.devices_held
    yield Figure("scale", ngettext("maatregel loopt", "maatregelen lopen", running), running, "measures", "overview")
    text = ngettext("toestel in bewaring", "toestellen in bewaring", held)
    yield Figure("smartphone", text, held, "measures", "overview")
