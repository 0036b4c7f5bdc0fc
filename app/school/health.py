"""Whether the Meldboek is in good health: what was looked at, how it is, and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from app.kernel.formats import long_date
from app.kernel.texts import _, ngettext
from app.vault.copies import backups, container, second
from app.vault.drawers.database import CLOCK_JUMPED
from app.vault.keys.keyring import Role
from app.vault.store import Store
from app.vault.trail import logbook
from app.vault.trail.older import FOUND_OLDER
from app.vault.trail.verdict import Lane, Verdict

State = Literal["ok", "warn", "danger"]
_RECENT, _LITTLE, _ROOM = timedelta(days=2), 500_000_000, 2_000_000_000
_JUMP_TOLD, _OLDER_TOLD = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; ``text`` says how it is and, if need be, what to do."""

    title: str
    state: State
    text: str


def look(store: Store, lane: Lane) -> tuple[Check, ...]:
    """Check everything where nobody waits for it: copies of the files, and the second place, which may be slow."""
    verdict = store.verify_aside(lane)
    return _sorted((*lane(lambda: checks(store, verdict)), of_second_place(store.folder, store.clock.now())))


def checks(store: Store, verdict: Verdict) -> tuple[Check, ...]:
    """All of it, the worst first; ``verdict`` is what ``store.verify`` just found."""
    found = [*_of_files(verdict), _of_log(store, verdict), _of_backups(store), _of_room(store), _of_clock(store)]
    if store.user.role.leads:
        found.append(_of_directors(store))
    return _sorted(found)


def of_second_place(folder: Path, now: datetime) -> Check:
    """Whether copies reach a USB stick or a share, and whether the newest one there is whole."""
    title, place = _("Tweede plek"), second.chosen(folder)
    if place is None:
        return Check(
            title, "warn", _("Er is geen tweede plek. Kies er een bij Reservekopieën, tegen brand en diefstal.")
        )
    if place.at is None:
        return Check(title, "warn", _("Er staat nog geen kopie. Maak nu een reservekopie."))
    day = long_date(place.at.date())
    if not place.is_there:
        state: State = "warn" if second.is_late(folder, now) else "ok"
        return Check(title, state, _("De plek is er nu niet. De laatste kopie daar is van {day}.").format(day=day))
    newest = second.newest(folder)
    if newest is None or not container.is_whole(newest):
        text = _("De laatste kopie daar is weg of beschadigd. Maak een nieuwe, of kies een andere plek.")
        return Check(title, "danger", text)
    if second.is_late(folder, now):
        return Check(title, "warn", _("De laatste is van {day}. Maak een nieuwe.").format(day=day))
    return Check(title, "ok", _("De laatste kopie daar is van {day}, en is heel.").format(day=day))


def _sorted(found: Iterable[Check]) -> tuple[Check, ...]:
    order = {"danger": 0, "warn": 1, "ok": 2}
    return tuple(sorted(found, key=lambda check: order[check.state]))


def _of_files(verdict: Verdict) -> Iterator[Check]:
    names = {"register": _("Leerlingen en toestemmingen"), "casework": _("Zaken")}
    bad = _("Dit bestand is beschadigd. Werk er niet in verder; zet een reservekopie terug en bewaar de map.")
    for drawer in (*verdict.counts, *verdict.damaged):
        if drawer in verdict.damaged:
            yield Check(names[drawer], "danger", bad)
        else:
            rows = sum(verdict.counts[drawer].values())
            text = ngettext("Heel: {n} gegeven nagekeken.", "Heel: {n} gegevens nagekeken.", rows)
            yield Check(names[drawer], "ok", text)


def _of_log(store: Store, verdict: Verdict) -> Check:
    title = _("Logboek")
    if verdict.broken_logs:
        line = min(verdict.broken_logs.values())
        text = _("Vanaf regel {line} klopt de ketting niet. Iemand heeft buiten Meldboek om iets veranderd.")
        return Check(title, "danger", text.format(line=line))
    if verdict.rolled_back:
        return Check(title, "danger", _("Een bestand is ouder dan het laatst was. Is er een oude kopie teruggezet?"))
    older = _lately(store, FOUND_OLDER, _OLDER_TOLD)
    if older:
        text = _("Op {day} was een bestand ouder dan het laatst was. Wat daarna was gedaan, staat er niet in.")
        return Check(title, "warn", text.format(day=long_date(older.date())))
    lines = sum(drawer.head.count for drawer in store.drawers)
    return Check(title, "ok", _("Alle {n} regels hangen heel aan elkaar.").format(n=lines))


def _of_backups(store: Store) -> Check:
    title, made = _("Reservekopieën"), backups.made(store.folder)
    whole = [line for line in made if line.is_readable]
    if not whole:
        return Check(title, "danger", _("Er is geen reservekopie. Maak er nu een bij Reservekopieën."))
    day = long_date(whole[0].at.date())
    if len(whole) < len(made):
        text = _("Een reservekopie is beschadigd. De laatste hele is van {day}.").format(day=day)
        return Check(title, "warn", text)
    if store.clock.now() - whole[0].at > _RECENT:
        return Check(title, "warn", _("De laatste is van {day}. Maak een nieuwe.").format(day=day))
    return Check(title, "ok", _("De laatste is van {day}.").format(day=day))


def _of_room(store: Store) -> Check:
    title, free = _("Ruimte op de schijf"), shutil.disk_usage(store.folder).free
    told = _("Er is {n} MB vrij.").format(n=f"{free // 1_000_000:,}".replace(",", "."))
    if free < _LITTLE:
        return Check(
            title, "danger", f"{told} {_('Maak ruimte vrij, anders kan er straks niets meer worden bewaard.')}"
        )
    return Check(title, "ok" if free > _ROOM else "warn", told)


def _of_clock(store: Store) -> Check:
    title, now = _("Klok van de computer"), store.clock.now()
    newest = [line.at for drawer in store.drawers for line in drawer.log(1, with_changes=False)]
    jumped = _lately(store, CLOCK_JUMPED, _JUMP_TOLD)
    if jumped:
        words = _("De klok is op {day} teruggezet. Kijk of hij nu goed staat; anders kloppen termijnen niet.")
        return Check(title, "warn", words.format(day=long_date(jumped.date())))
    if newest and max(newest) > now + timedelta(minutes=5):
        text = _("De klok loopt achter op het logboek. Zet hem goed; anders kloppen termijnen niet.")
        return Check(title, "danger", text)
    return Check(title, "ok", _("Loopt gelijk met het logboek."))


def _lately(store: Store, action: str, period: timedelta) -> datetime | None:
    """When this was last written in a log, if that is not longer ago than this."""
    moments = [at for drawer in store.drawers for at in logbook.moments(drawer, action)]
    return max((at for at in moments if store.clock.now() - at < period), default=None)


def _of_directors(store: Store) -> Check:
    title = _("Toegang")
    if sum(user.role is Role.DIRECTOR for user in store.users()) > 1:
        return Check(title, "ok", _("Er is een tweede directeur die het Meldboek kan openen."))
    text = _("Er is één directeur. Voeg een tweede toe, of let goed op het papier met de herstelsleutel.")
    return Check(title, "warn", text)
