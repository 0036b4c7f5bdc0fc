"""The yearly proposal of what may go, and destroying it for ever: nothing goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from sqlalchemy import select

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import full
from app.kernel.terms import Unit
from app.kernel.texts import _, ngettext, speaking
from app.people.service import People
from app.protocol.rules import Protocol, Retention
from app.retention import rules, things, work
from app.retention.lines import DestructionLine, OfferLine, Second
from app.retention.rules import Kept, Standing
from app.retention.tables import DestructionRow
from app.retention.things import Thing, Things
from app.retention.work import Work
from app.vault import attachments
from app.vault.copies import keeping
from app.vault.drawers.database import Drawer
from app.vault.store import Store

SCANS = {".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
BACKUPS_GONE_AFTER = timedelta(days=30)


class Disposal:
    """For who leads and holds the key of casework."""

    def __init__(self, store: Store, casework: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        self._store, self._register, self._casework = store, store.register, casework
        self._people, self._protocol, self._clock = people, protocol, clock
        self._things = Things(self._register, casework)

    def offer(self) -> tuple[OfferLine, ...]:
        """Everything whose term is over, free or held, in the order of the table of terms."""
        self._register.user.must_lead("retention.only_leadership")
        today, terms = self._clock.today(), self._terms()
        found = [(thing, _standing(terms, thing, today)) for thing in self._things.all()]
        over = [(thing, stands) for thing, stands in found if stands is not Standing.KEPT]
        names = self._people.names({thing.person_id for thing, _one in over if thing.person_id is not None})
        about = {one: full(line.name) for one, line in names.items()}
        order = list(terms)
        lines = [_offered(terms[thing.category], thing, stands, about) for thing, stands in over]
        return tuple(sorted(lines, key=lambda line: (order.index(line.category), line.free_on, line.about)))

    @speaking("nl")
    def destroy(self, keys: Collection[str], second: Second | None = None) -> tuple[DestructionLine, ...]:
        """Take these things out of both drawers, after a backup; gives the lines of the list of destructions.

        What goes is written down first: cut short, it is finished at the next occasion and has its proof all the same.
        Raises Refused when one of them is not free (any more) or a second person is missing. Slow.
        """
        self._register.user.must_lead("retention.only_leadership")
        self.finish()
        chosen = self._chosen(keys)
        terms = self._terms()
        confirmed = self._confirmed(second) if any(rules.needs_two(terms[one.category]) for one in chosen) else None
        keeping.keep_if_changed(self._store)
        plan = work.planned(self._register, self._casework, chosen)
        ids = self._write_down(Counter(thing.category for thing in chosen), plan, confirmed)
        self.finish()
        return tuple(line for line in self.done() if line.id in ids)

    def finish(self) -> int:
        """Finish the destructions that were cut short; gives how many there were. Slow when there are any."""
        if self._register.read_only:
            return 0
        with self._register.read() as session:
            rows = session.scalars(select(DestructionRow).where(DestructionRow.plan.is_not(None))).all()
            plans = {row.at: Work(**row.plan) for row in rows if row.plan}
        for at, plan in plans.items():
            work.carry_out(self._register, self._casework, plan)
            files = work.files_gone(self._register, self._casework, plan)
            with self._register.write(keeping.DESTROYED, "retention") as session:
                for row in session.scalars(select(DestructionRow).where(DestructionRow.at == at)):
                    row.plan, row.files = None, files
        return len(plans)

    def done(self) -> tuple[DestructionLine, ...]:
        """The list of destructions, newest first."""
        with self._register.read() as session:
            rows = session.scalars(select(DestructionRow).order_by(DestructionRow.id.desc())).all()
            under_way = {row.at for row in rows if row.plan is not None}
            return tuple(self._line(row) for row in rows if row.at not in under_way)

    def _chosen(self, keys: Collection[str]) -> list[Thing]:
        if not keys:
            raise Refused("retention.nothing_chosen")
        terms, today = self._terms(), self._clock.today()
        free = {one.key: one for one in self._things.all() if _standing(terms, one, today) is Standing.FREE}
        if not set(keys) <= free.keys():
            raise Refused("retention.not_free")
        return [free[key] for key in keys]

    def _write_down(
        self, counts: Mapping[str, int], plan: Work, confirmed: tuple[str, date, Second] | None
    ) -> frozenset[int]:
        """The lines of the list, with what they stand for until it is gone; gives their numbers."""
        name, day, second = confirmed or ("", None, Second())
        terms, rows, now = self._terms(), list[DestructionRow](), self._clock.now()
        with self._register.write("destruction.decided", "retention") as session:
            scan = attachments.add(session, second.scan, second.scan_name, _mime(second)) if second.scan else None
            for category, count in counts.items():
                row = DestructionRow(at=now, category=category, count=count, files=0)
                row.is_nameless, row.term = category == things.NAMELESS, _term_text(terms[category])
                row.by_name, row.confirmed_by, row.confirmed_on = self._register.user.name, name, day
                row.confirmed_how, row.attachment_id = ("paper" if second.scan else "user") if name else "", scan
                row.plan = None if rows else plan.as_plan()
                session.add(row)
                rows.append(row)
            session.flush()
            return frozenset(row.id for row in rows)

    def _confirmed(self, second: Second | None) -> tuple[str, date, Second]:
        """Who the second person is. Raises Refused or Invalid when that is not settled."""
        today = self._clock.today()
        if second is None:
            raise Refused("retention.second_person")
        if second.user_id:
            if second.user_id == self._register.user.id:
                raise Refused("retention.not_yourself")
            user = self._store.vouched(second.user_id, second.passphrase)
            if not user.role.leads:
                raise Refused("retention.second_person")
            return user.name, today, second
        name, day = second.name.strip(), second.signed_on
        if not name or day is None or not second.scan:
            raise Refused("retention.paper_missing")
        if day > today:
            raise Invalid("signed_on", "retention.in_future")
        if not _mime(second):
            raise Invalid("scan", "retention.paper_kind")
        return name, day, second

    def _terms(self) -> dict[str, Retention]:
        return {term.code: term for term in self._protocol.retention}

    def _line(self, row: DestructionRow) -> DestructionLine:
        return DestructionLine(
            id=row.id,
            at=row.at,
            label=_(self._terms()[row.category].label),
            count=row.count,
            files=row.files,
            is_nameless=row.is_nameless,
            term=row.term,
            by_name=row.by_name,
            confirmed_by=row.confirmed_by,
            confirmed_on=row.confirmed_on,
        )


def _standing(terms: Mapping[str, Retention], thing: Thing, today: date) -> Standing:
    return rules.standing(terms[thing.category], Kept(thing.category, thing.anchor, bool(thing.held_by)), today)


def _offered(term: Retention, thing: Thing, stands: Standing, names: Mapping[int, str]) -> OfferLine:
    assert thing.anchor is not None  # noqa: S101 - its term is over
    about = names.get(thing.person_id, "") if thing.person_id is not None else thing.number
    return OfferLine(
        key=thing.key,
        category=thing.category,
        label=term.label,
        about=about,
        since=thing.anchor,
        free_on=rules.free_from(term, thing.anchor),
        standing=stands,
        held_by=thing.held_by,
        needs_two=rules.needs_two(term),
        keeps_counts=thing.category == things.NAMELESS,
    )


def _mime(second: Second) -> str:
    return SCANS.get("." + second.scan_name.rpartition(".")[2].lower(), "")


def _term_text(term: Retention) -> str:
    count, unit = term.span.count, term.span.unit
    if unit is Unit.WEEKS:
        return ngettext("{n} week", "{n} weken", count)
    if count % 12 == 0:
        return ngettext("{n} jaar", "{n} jaar", count // 12)
    return ngettext("{n} maand", "{n} maanden", count)
