"""What asks for attention, one small function per feature that has dates; a new source is one more function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from app.agenda.rules import HORIZON, AgendaItem
from app.cases.lines import CaseLine
from app.cases.rules import Status, short_number
from app.cases.service import Cases
from app.consents.overview import Progress
from app.inspector.service import Inspector
from app.kernel.calendar import age, birthday
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Refused
from app.kernel.names import full
from app.kernel.texts import _, ngettext
from app.letters.rules import LetterStatus
from app.letters.service import Letters
from app.letters.tray import Tray
from app.measures.service import Measures
from app.people.service import People
from app.protocol import law
from app.protocol.hours import red_hours
from app.sentences import sentence

FRIDAY = 4
_MEASURE_ICONS = {"device": "smartphone", "objection": "gavel", "objection_decision": "gavel", "ends": "scale"}
_LETTERS_LOOKED_AT = 100


def of_calls(cases: Cases, now: datetime) -> Iterator[AgendaItem]:
    """Calls with the inspector that are due in a case."""
    for call in cases.due_calls():
        late = call.due_at < now
        yield AgendaItem(
            key=f"call:{call.case_id}:{call.duty}",
            icon="phone",
            title=_("Vertrouwensinspecteur bellen"),
            subject=_about(call.case_number, call.case_title),
            due=call.due_at,
            page="inspector",
            target=("call", call.case_id),
            action=_("Bel nu"),
            tag=_("{n} uur verstreken").format(n=red_hours(call.due_at.date())) if late else "",
            tone="danger" if late else "",
        )


def of_cases(open_cases: Iterable[CaseLine], today: date) -> Iterator[AgendaItem]:
    """Reports that nobody judged yet, and evaluations."""
    for line in open_cases:
        about = _about(line.number, line.title)
        if line.status in {Status.INTAKE, Status.TRIAGE}:
            day = line.opened_at.astimezone(AMSTERDAM).date()
            title, verb = _("Melding beoordelen"), _("Beoordelen")
            yield AgendaItem(f"triage:{line.id}", "clipboard-list", title, about, day, "cases", line.id, verb)
        elif line.evaluate_on is not None and line.evaluate_on - today <= HORIZON:
            day, title, verb = line.evaluate_on, _("Zaak evalueren"), _("Openen")
            yield AgendaItem(f"evaluate:{line.id}", "clipboard-check", title, about, day, "cases", line.id, verb)


def of_tasks(cases: Cases) -> Iterator[AgendaItem]:
    """Tasks with a day in open cases."""
    for task in cases.open_tasks():
        if task.due_on is not None:
            icon = "heart-handshake" if task.template == "aftercare" else "list-checks"
            about = _about(task.case_number, task.owner)
            verb = _("Openen")
            yield AgendaItem(f"task:{task.id}", icon, task.title, about, task.due_on, "cases", task.case_id, verb)


def of_measures(measures: Measures, today: date) -> Iterator[AgendaItem]:
    """What running and coming measures ask."""
    for number, due in enumerate(measures.dated(today)):
        word = due.code.rpartition(".")[2]
        title = sentence(due.code, **due.values)
        verb = _("Teruggegeven") if word == "device" else _("Openen")
        icon = _MEASURE_ICONS.get(word, "scale")
        key = f"measure:{due.target}:{word}:{number}"
        yield AgendaItem(key, icon, title, "", due.on, "measures", due.target, verb)


def of_inspector(inspector: Inspector) -> Iterator[AgendaItem]:
    """Running calls, follow-ups and open duties of the statutory chain; nothing for a coordinator."""
    try:
        dates = inspector.dated()
    except Refused:
        return
    for due in dates:
        about = _("zaak {number}").format(number=short_number(due.case_number)) if due.case_number else ""
        title = sentence(due.code, **due.values)
        key = f"inspector:{due.code}:{due.case_id}:{due.call_id}:{title}"
        yield AgendaItem(key, "phone", title, about, due.red_from, "inspector", due.target, _("Openen"))


def of_letters(letters: Letters, today: date) -> Iterator[AgendaItem]:
    """Drafts that wait for a signature."""
    for line in letters.recent(_LETTERS_LOOKED_AT):
        if line.status is LetterStatus.DRAFT:
            about = " · ".join([line.template_name, line.addressee, _case(line.case_number)])
            title, tag, verb = _("Brief afmaken en ondertekenen"), _("concept"), _("Openen")
            yield AgendaItem(f"letter:{line.id}", "mail", title, about, today, "letters", line.id, verb, tag, "accent")


def of_tray(tray: Tray, today: date) -> Iterator[AgendaItem]:
    """Letters to print and post, as one line."""
    waiting = tray.waiting()
    if waiting:
        text = ngettext("{n} brief ligt klaar in de bak", "{n} brieven liggen klaar in de bak", len(waiting))
        title, tag, verb = _("Brieven printen en posten"), _("klaar"), _("Openen")
        yield AgendaItem("tray", "printer", title, text, today, "letters", None, verb, tag, "accent")


def of_consents(progress: Progress, today: date) -> Iterator[AgendaItem]:
    """Families that have not answered yet, as one line; it never presses, so it is never due today."""
    if progress.missing:
        text = ngettext(
            "{n} gezin heeft nog niet geantwoord", "{n} gezinnen hebben nog niet geantwoord", progress.missing
        )
        title, verb = _("Toestemmingen navragen"), _("Openen")
        week = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
        yield AgendaItem("consents", "camera", title, text, week, "consents", None, verb, _("loopt"), "neutral")


def of_birthdays(people: People, today: date) -> Iterator[AgendaItem]:
    """Pupils who become 12 or 16 within a month: from then they have a say of their own (UAVG 5)."""
    texts = {
        law.own_withdrawal_age(): _("mag dan zelf toestemming intrekken"),
        law.own_answer_age(): _("beslist dan zelf over toestemming"),
    }
    for pupil in people.turning(texts, today + HORIZON):
        if pupil.birth_date is not None:
            becomes = age(pupil.birth_date, today) + 1
            day = birthday(pupil.birth_date, becomes)
            subject = _("groep {group} · {text}").format(group=pupil.group, text=texts[becomes])
            key = f"birthday:{pupil.id}:{becomes}"
            title = _("{name} wordt {age}").format(name=full(pupil.name), age=becomes)
            yield AgendaItem(key, "user-check", title, subject, day, "people", pupil.id, _("Openen"))


def _about(number: str, title: str) -> str:
    return " · ".join(part for part in (_case(number), title) if part)


def _case(number: str) -> str:
    return _("zaak {number}").format(number=short_number(number))
