"""Tasks that fit a case: proposed by its phase and by what it is about; the user chooses, nothing comes by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.cases.rules import Status
from app.kernel.calendar import add_working_days
from app.kernel.texts import N_


@dataclass(frozen=True)
class TaskTemplate:
    """A task in words, in how many working days, and for which phases or kinds; empty means every one."""

    code: str
    title: str
    days: int
    phases: frozenset[Status] = frozenset()
    categories: frozenset[str] = frozenset()

    def due(self, today: date) -> date:
        """The day before which it should be done."""
        return add_working_days(today, self.days) if self.days else today


_EARLY = frozenset({Status.INTAKE, Status.TRIAGE, Status.FACTS})
_HARM = frozenset({"SEXTING", "SEXTORTION", "THREAT", "STALKING"})
_FAKE = frozenset({"IMPERSONATION", "HACKING"})
_ONLINE = frozenset({"MEME_DEEPFAKE", "INSULT", "PARENT_PUBLICATION", "SCHOOL_PUBLICATION", *_FAKE})
_DATA = frozenset({"PERSONAL_DATA", "CONFIDENTIALITY", "PARENT_PUBLICATION", "SCHOOL_PUBLICATION", "HACKING"})
_GROUP = frozenset({"CYBERBULLYING", "EXCLUSION", "INSULT"})

TEMPLATES = (
    TaskTemplate("teacher", N_("Leerkracht vragen wat in de groep speelt"), 1, _EARLY),
    TaskTemplate("report_back", N_("Terugbellen naar de melder"), 2, _EARLY),
    TaskTemplate("safety", N_("Afspreken wie er vandaag op het kind let"), 0, _EARLY, _HARM),
    TaskTemplate("police", N_("Overleggen met de wijkagent"), 1, _EARLY, _HARM),
    TaskTemplate("platform", N_("Account of bericht laten melden bij het platform"), 1, _EARLY, _ONLINE),
    TaskTemplate("passwords", N_("Wachtwoorden laten wijzigen en apparaten laten nakijken"), 1, _EARLY, _FAKE),
    TaskTemplate("breach", N_("Nagaan of dit een datalek is (72 uur)"), 1, frozenset(), _DATA),
    TaskTemplate("send_report", N_("Verslag van het gesprek ter reactie sturen"), 3, frozenset({Status.FACTS})),
    TaskTemplate("still_online", N_("Controleren of het bericht overal weg is"), 5, frozenset(), _ONLINE),
    TaskTemplate(
        "agreements", N_("Afspraken maken met de groep"), 5, frozenset({Status.APPROACH, Status.MEASURES}), _GROUP
    ),
    TaskTemplate(
        "speaker", N_("Voorlichting van buiten aanvragen"), 10, frozenset({Status.APPROACH, Status.AFTERCARE})
    ),
    TaskTemplate("aftercare_week", N_("Na een week vragen hoe het gaat"), 5, frozenset({Status.AFTERCARE})),
    TaskTemplate("aftercare_month", N_("Na een maand vragen hoe het gaat"), 20, frozenset({Status.AFTERCARE})),
    TaskTemplate("repair", N_("Herstelgesprek plannen"), 10, frozenset({Status.MEASURES, Status.AFTERCARE})),
    TaskTemplate("look_back", N_("Aanpak bespreken in het team"), 10, frozenset({Status.EVALUATION})),
)


def fitting(phase: Status, categories: Iterable[str], taken: Iterable[str]) -> tuple[TaskTemplate, ...]:
    """The templates for this phase and these kinds that were not planned yet."""
    about, planned = set(categories), set(taken)
    return tuple(
        one
        for one in TEMPLATES
        if one.code not in planned
        and (not one.phases or phase in one.phases)
        and (not one.categories or about & one.categories)
    )
