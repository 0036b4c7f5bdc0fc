"""What of cases, measures, calls, police and letters asks for attention: all that lies in the drawer of cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zlib import crc32

from app.access_requests.service import AccessRequests
from app.agenda.choosing_rules import key_of
from app.agenda.rules import HORIZON, AgendaItem
from app.cases.lines import CaseLine, TaskLine
from app.cases.rules import TO_JUDGE, is_quiet, short_number
from app.cases.service import Cases
from app.casework import Casework
from app.inspector.service import Inspector
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _, ngettext
from app.letters.service import Letters
from app.measures.lines import DatedItem
from app.measures.service import Measures
from app.measures.texts import NEUTRAL
from app.people.service import People
from app.police.service import Police
from app.police.texts import TEXTS as POLICE
from app.protocol.hours import red_hours
from app.sentences import sentence

_MEASURE_ICONS = {"device": "smartphone", "objection": "gavel", "objection_decision": "gavel", "ends": "scale"}
_MEASURE_VERBS: Mapping[str, Callable[[], str]] = {
    "device": lambda: _("Teruggegeven"),
    "content": lambda: _("Verwijderd"),
    "communicate": lambda: _("Geven"),
    "return_talk": lambda: _("Verslag"),
    "hearing": lambda: _("Verslag"),
    "plan_hearing": lambda: _("Plannen"),
}
_AT_ONCE = frozenset({"inspector.date.running", "inspector.date.board_informed", "inspector.date.report"})


def of_casework(
    casework: Casework,
    people: People,
    open_cases: tuple[CaseLine, ...],
    tasks: Iterable[TaskLine],
    now: datetime,
    *,
    leads: bool,
) -> Iterator[AgendaItem]:
    """Everything of the drawer of cases that this user may see, and these tasks."""
    today = now.astimezone(AMSTERDAM).date()
    yield from of_calls(casework.cases, now)
    yield from of_cases(open_cases, today)
    yield from of_tasks(tasks)
    yield from of_parents(casework.cases)
    yield from of_measures(casework.measures, people, open_cases, today)
    if leads:
        yield from of_complaints(casework.cases)
        yield from of_inspector(casework.inspector)
        yield from of_police(casework.police)
    yield from of_letters(casework.letters, today)
    yield from of_requests(casework.access_requests)


def _item(**values: Any) -> AgendaItem:
    return AgendaItem(**{"action": _("Openen"), "in_case": True, **values})


def of_calls(cases: Cases, now: datetime) -> Iterator[AgendaItem]:
    """Calls with the inspector that are due in a case; their time is counted in hours, so they cannot wait."""
    today = now.astimezone(AMSTERDAM).date()
    for call in cases.due_calls():
        late = call.red_from < now
        just = (
            late and call.red_from.astimezone(AMSTERDAM).date() == today
        )  # from the next day on it says how many days
        yield _item(
            key=f"call:{call.case_id}:{call.duty}",
            icon="phone",
            title=_("Vertrouwensinspecteur bellen"),
            subject=_about(call.case_number, call.case_title),
            due=call.due_at,
            page="inspector",
            target=("call", call.case_id),
            action=_("Bel nu"),
            tag=_("{n} uur verstreken").format(n=red_hours(call.red_from.date())) if just else "",
            tone="danger" if just else "",
            source="inspector",
            neutral=_("Vertrouwensinspecteur bellen"),
            can_wait=False,
        )


def of_cases(open_cases: Iterable[CaseLine], today: date) -> Iterator[AgendaItem]:
    """Reports that nobody judged yet, and evaluations."""
    for line in open_cases:
        about = _about(line.number, line.title)
        more = {"subject": about, "page": "cases", "target": line.id, "source": "cases"}
        if line.status in TO_JUDGE:
            day, title = line.opened_at.astimezone(AMSTERDAM).date(), _("Melding beoordelen")
            key, icon, verb = f"triage:{line.id}", "clipboard-list", _("Beoordelen")
            yield _item(key=key, icon=icon, title=title, due=day, action=verb, neutral=title, **more)
            continue
        due = line.evaluate_on
        if due is not None and due - today <= HORIZON:
            key, icon, title = f"evaluate:{line.id}", "clipboard-check", _("Zaak evalueren")
            yield _item(key=key, icon=icon, title=title, due=due, neutral=title, **more)
        changed = line.changed_at.astimezone(AMSTERDAM).date()
        if is_quiet(line.status, changed, due, today) and (due is None or due > today):
            key, title = f"quiet:{line.id}:{changed:%Y%m%d}", _("Zaak ligt stil: verder of afsluiten")
            days = ngettext("al {n} dag niets gedaan", "al {n} dagen niets gedaan", (today - changed).days)
            yield _item(key=key, icon="clock", title=title, due=today, tag=days, tone="warn", neutral=title, **more)


def of_tasks(tasks: Iterable[TaskLine]) -> Iterator[AgendaItem]:
    """Tasks with a day in open cases."""
    for task in tasks:
        if task.due_on is not None:
            yield _item(
                key=key_of(task.id),
                icon="heart-handshake" if task.template == "aftercare" else "list-checks",
                title=task.title,
                subject=_about(task.case_number, task.owner),
                due=task.due_on,
                page="cases",
                target=task.case_id,
                source="task",
                neutral=_("Taak in een zaak"),
            )


def of_parents(cases: Cases) -> Iterator[AgendaItem]:
    """Parents to call: a case per line, due on the day on which it was opened (protocol A8)."""
    for untold in cases.untold_parents():
        title = _("Ouders inlichten")
        yield _item(
            key=f"parents:{untold.case_id}",
            icon="phone-call",
            title=title,
            subject=_about(untold.case_number, ", ".join(untold.pupils)),
            due=untold.opened_at.astimezone(AMSTERDAM).date(),
            page="cases",
            target=untold.case_id,
            source="cases",
            neutral=title,
        )


def of_complaints(cases: Cases) -> Iterator[AgendaItem]:
    """Answers that the board owes a complainant; what it is about stays with the papers of the complaint."""
    for line in cases.complaints.waiting():
        title = _("Bestuur antwoordt op klacht")
        yield _item(
            key=f"complaint:{line.id}",
            icon="scale",
            title=title,
            subject=_about(line.case_number, ""),
            due=line.due,
            page="cases",
            target=line.case_id,
            source="cases",
            neutral=title,
        )


def of_measures(
    measures: Measures, people: People, open_cases: Iterable[CaseLine], today: date
) -> Iterator[AgendaItem]:
    """What running and coming measures ask; a line says of whom and in which case."""
    found = measures.dated(today)
    numbers = {line.id: line.number for line in open_cases}
    persons = people.names({due.person_id for due in found})
    for due in found:
        word = due.code.rpartition(".")[2]
        person = persons.get(due.person_id)
        number = due.case_number or numbers.get(due.case_id or 0, "")
        where = (person.detail if person else "", _case(number) if number else "")
        verb = _MEASURE_VERBS.get(word)
        yield _item(
            key=f"measure:{due.target[0]}:{due.target[1]}:{word}:{due.on:%Y%m%d}",
            icon=_MEASURE_ICONS.get(word, "scale"),
            title=sentence(due.code, **due.values),
            subject=" · ".join(part for part in where if part),
            due=due.on,
            page="measures",
            target=due.target,
            action=verb() if verb else _("Openen"),
            source="measures",
            neutral=_(NEUTRAL[due.code]),
            quiet=_may_rest(due),
        )


def _may_rest(due: DatedItem) -> bool:
    return due.code in {"measures.due.lapses", "measures.due.opinion"}


def of_inspector(inspector: Inspector) -> Iterator[AgendaItem]:
    """Running calls, follow-ups and open duties of the statutory chain."""
    for due in inspector.dated():
        title = sentence(due.code, **due.values)
        what, _colon, more = title.partition(": ")
        yield _item(
            key=f"inspector:{due.code}:{due.case_id}:{due.call_id}:{crc32(title.encode())}",
            icon="phone",
            title=what,
            subject=_about(due.case_number, more),
            due=due.red_from,
            page="inspector",
            target=due.target,
            source="inspector",
            neutral=_("Stap met de vertrouwensinspecteur"),
            can_wait=due.code not in _AT_ONCE,
        )


def of_police(police: Police) -> Iterator[AgendaItem]:
    """Requests to wait and decisions not to report that are looked at again."""
    for due in police.dated():
        what, _colon, more = _(POLICE[due.code]).format(about=due.about).partition(": ")
        yield _item(
            key=f"police:{due.code}:{due.case_id}:{due.on:%Y%m%d}",
            icon="shield",
            title=what,
            subject=_about(due.case_number, more),
            due=due.on,
            page="police",
            target=due.case_id,
            source="police",
            neutral=_("Politie: opnieuw kijken"),
        )


def of_letters(letters: Letters, today: date) -> Iterator[AgendaItem]:
    """Drafts that wait for a signature."""
    title = _("Brief afmaken en ondertekenen")
    for line in letters.drafts():
        case = _case(line.case_number) if line.case_number else ""
        yield _item(
            key=f"letter:{line.id}",
            icon="mail",
            title=title,
            subject=" · ".join(part for part in (line.template_name, line.addressee, case) if part),
            due=today,
            page="letters",
            target=line.id,
            tag=_("concept"),
            tone="accent",
            source="letters",
            neutral=title,
        )


def of_requests(requests: AccessRequests) -> Iterator[AgendaItem]:
    """Requests about own data to answer, and breaches to report within their hours."""
    for due in requests.dated():
        is_breach = due.target[0] == "breaches"
        what, _comma, more = sentence(due.code, **due.values).partition(", ")
        yield _item(
            key=f"request:{due.key}",
            icon="shield" if is_breach else "file-text",
            title=what,
            subject=more,
            due=due.on,
            page="access_requests",
            target=due.target,
            source="access",
            neutral=_("Datalek") if is_breach else _("Verzoek over gegevens"),
            can_wait=not is_breach,
        )


def _about(number: str, title: str) -> str:
    return " · ".join(part for part in (_case(number) if number else "", title) if part)


def _case(number: str) -> str:
    return _("zaak {number}").format(number=short_number(number))
