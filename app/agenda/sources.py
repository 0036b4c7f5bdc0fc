"""What of people, consents, post and the yearly calendar asks for attention: everything that lies in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.agenda.rules import HORIZON, AgendaItem
from app.agenda.year import YearLine
from app.consents.matrix.overview import Progress
from app.consents.service import Consents
from app.kernel.calendar import age, birthday
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.letters.tray.service import Tray
from app.people.service import People
from app.protocol import law
from app.sentences import sentence

FRIDAY = 4
_ROUNDS = frozenset({"consents.dated.round", "consents.dated.round_due"})
_ICONS = {
    "consents.dated.takedown": "trash-2",
    "consents.dated.leaving": "trash-2",
    "consents.dated.lesson": "video",
    "consents.dated.round": "camera",
    "consents.dated.round_due": "camera",
}
_NEUTRAL = {
    "consents.dated.takedown": N_("Beeld weghalen"),
    "consents.dated.leaving": N_("Beelden van een oud-medewerker weghalen"),
    "consents.dated.lesson": N_("Opname van een les vernietigen"),
    "consents.dated.round": N_("Ronde toestemmingen"),
    "consents.dated.round_due": N_("Ronde toestemmingen beginnen"),
}


def of_tray(tray: Tray, today: date) -> Iterator[AgendaItem]:
    """Letters to print and post, as one line."""
    waiting = len(tray.waiting())
    if waiting:
        text = ngettext("{n} brief ligt klaar in de bak", "{n} brieven liggen klaar in de bak", waiting)
        title, tag, verb = _("Brieven printen en posten"), _("klaar"), _("Openen")
        yield AgendaItem("tray", "printer", title, text, today, "letters", None, verb, tag, "accent", "letters", title)


def of_consents(progress: Progress, today: date) -> Iterator[AgendaItem]:
    """Families that have not answered yet, as one line; it never presses."""
    if progress.missing:
        text = ngettext(
            "{n} gezin heeft nog niet geantwoord", "{n} gezinnen hebben nog niet geantwoord", progress.missing
        )
        title, verb, tag = _("Toestemmingen navragen"), _("Openen"), _("loopt")
        week = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
        yield AgendaItem(
            "consents", "camera", title, text, week, "consents", None, verb, tag, "neutral", "consents", title,
            quiet=True,
        )  # fmt: skip


def of_consent_dates(consents: Consents) -> tuple[AgendaItem, ...]:
    """Images to take away, recordings to destroy, the round that runs."""
    return tuple(
        AgendaItem(
            key=f"consents:{due.key}",
            icon=_ICONS.get(due.code, "camera"),
            title=(said := sentence(due.code, **due.values).partition(": "))[0],
            subject=said[2],
            due=due.on,
            page="consents",
            target=due.target if due.target[1] else due.target[0],
            action=_("Openen"),
            source="consents",
            neutral=_(_NEUTRAL.get(due.code, "Toestemmingen")),
            quiet=due.code in _ROUNDS,
        )
        for due in consents.dated()
    )


def runs_a_round(items: Iterable[AgendaItem]) -> bool:
    """Whether the families that did not answer are counted in a round already."""
    return any(item.key.startswith("consents:round:") for item in items)


def of_birthdays(people: People, today: date) -> Iterator[AgendaItem]:
    """Pupils who become 12 or 16 within a month: from then they have a say of their own (UAVG 5)."""
    texts = {
        law.own_withdrawal_age(): _("mag dan zelf toestemming intrekken"),
        law.own_answer_age(): _("beslist dan zelf over toestemming"),
    }
    for pupil in people.turning(texts, today + HORIZON):
        if pupil.birth_date is not None:
            becomes = age(pupil.birth_date, today) + 1
            yield AgendaItem(
                key=f"birthday:{pupil.id}:{becomes}",
                icon="user-check",
                title=_("{name} wordt {age}").format(name=full(pupil.name), age=becomes),
                subject=_("groep {group} · {text}").format(group=pupil.group, text=texts[becomes]),
                due=birthday(pupil.birth_date, becomes),
                page="people",
                target=pupil.id,
                action=_("Openen"),
                source="people",
                neutral=_("Een leerling krijgt een eigen stem in toestemming"),
            )


def of_year(lines: Iterable[YearLine]) -> Iterator[AgendaItem]:
    """What the yearly calendar proposes now; the school decides, so it never becomes late."""
    for line in lines:
        proposal = line.proposal
        yield AgendaItem(
            key=f"year:{proposal.code}:{line.last.year}",
            icon="calendar",
            title=_(proposal.title),
            subject=line.note or _(proposal.text),
            due=line.due,
            page=proposal.page,
            target=proposal.target,
            action=_("Openen"),
            source="year",
            neutral=_(proposal.title),
            quiet=True,
        )
