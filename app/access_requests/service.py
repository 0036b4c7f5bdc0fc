"""Use cases on requests of persons about their own data: received, judged, decided, answered in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.access_requests import rules
from app.access_requests.askers import guardian_who_asks, with_asker
from app.access_requests.breaches import Breaches
from app.access_requests.lines import (
    ContentLine,
    DatedItem,
    NewRequest,
    RequestCard,
    RequestLine,
    Withheld,
)
from app.access_requests.rules import Asking, Capacity, Clocks, Decision, Ground, Kind
from app.access_requests.tables import AccessRequest, WithheldPart
from app.dossiers.rules import WHOLE, Wanted
from app.dossiers.service import Dossiers
from app.kernel.calendar import age
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, blocks
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonKind
from app.people.service import People
from app.protocol.rules import Protocol
from app.protocol.terms import term
from app.vault.drawers.database import Drawer


class AccessRequests:
    """Requests with their clocks; breaches of data are in ``breaches``."""

    def __init__(self, casework: Drawer, dossiers: Dossiers, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._dossiers = dossiers
        self._people = people
        self._protocol = protocol
        self._clock = clock
        self.breaches = Breaches(casework, clock)
        dossiers.follow_views(self.own_views)

    def judge(self, new: NewRequest) -> tuple[Finding, ...]:
        """What the law says about who asks: blocks first."""
        received = new.received_on or self._clock.today()
        person = self._people.person(new.person_id)
        card = self._people.pupil(person.id) if person.kind is PersonKind.PUPIL else None
        years = age(card.birth_date, received) if card and card.birth_date else None
        asker = guardian_who_asks(self._people, person.id, new.requester_id)
        authority = asker.authority if asker else None
        asking = Asking(new.kind, new.capacity, person.kind, years, authority, bool(new.identity.strip()))
        own, alone = self._protocol.age("consent.age12"), self._protocol.age("consent.age16")
        return rules.findings(asking, own, alone)

    def receive(self, new: NewRequest) -> int:
        """Write down a request; the clock starts on the day it was received. Leadership only."""
        self._drawer.user.must_lead("access_requests.only_leadership")
        received = new.received_on or self._clock.today()
        new = with_asker(self._people, new)
        if received > self._clock.today():
            raise Invalid("received_on", "access_requests.in_future")
        found = self.judge(new)
        if blocks(found):
            raise Refused("access_requests.may_not_ask", found)
        with self._drawer.write("access_request.received", f"person:{new.person_id}") as session:
            row = AccessRequest(
                kind=new.kind,
                person_id=new.person_id,
                requester_id=new.requester_id,
                requester=new.requester.strip(),
                capacity=new.capacity,
                identity=new.identity.strip(),
                wish=new.wish.strip(),
                received_on=received,
                recorded_by=self._drawer.user.name,
                recorded_at=self._clock.now(),
            )
            session.add(row)
            session.flush()
            return row.id

    def extend(self, request_id: int, reason: str) -> None:
        """Take two months more; the requester must hear of it within the first month (AVG 12(3))."""
        if not reason.strip():
            raise Invalid("reason", "access_requests.no_reason")
        with self._open("access_request.extended", request_id) as session:
            row = self._row(session, request_id)
            today = self._clock.today()
            if row.extended_on is not None:
                raise Refused("access_requests.extended_already")
            if today > self._clocks(row).extend_until:
                raise Refused("access_requests.too_late_to_extend")
            row.extended_on, row.extension_reason = today, reason.strip()

    def decide(self, request_id: int, decision: Decision, reason: str = "", withheld: Iterable[Withheld] = ()) -> None:
        """Decide on a request; what is not given needs a ground, only a refusal also a reason."""
        parts = tuple(withheld)
        if decision is Decision.REFUSED and not reason.strip():
            raise Invalid("reason", "access_requests.no_reason")
        if decision is Decision.PARTLY and not parts:
            raise Invalid("withheld", "access_requests.no_ground")
        with self._open("access_request.decided", request_id) as session:
            row = self._row(session, request_id)
            row.decision, row.reason = decision, reason.strip()
            row.decided_on, row.decided_by = self._clock.today(), self._drawer.user.name
            for old in session.scalars(select(WithheldPart).filter_by(request_id=request_id)):
                session.delete(old)
            session.add_all(
                WithheldPart(request_id=request_id, what=part.what.strip(), ground=part.ground, why=part.why.strip())
                for part in parts
            )

    def answer(self, request_id: int, how: str, on: date | None = None, control: str = "") -> None:
        """The answer was given; ``control`` is that of the dossier that went with it."""
        with self._open("access_request.answered", request_id) as session:
            row = self._row(session, request_id)
            if not row.decision:
                raise Refused("access_requests.decide_first")
            if not how.strip():
                raise Invalid("how", "access_requests.no_how")
            row.answered_on, row.answered_how, row.control = on or self._clock.today(), how.strip(), control.strip()

    def request(self, request_id: int) -> RequestCard:
        """One request with everything that was written down."""
        with self._drawer.read() as session:
            row = self._row(session, request_id)
            asked = select(WithheldPart).filter_by(request_id=request_id).order_by(WithheldPart.id)
            parts = session.scalars(asked).all()
            line = self._lines([row])[0]
            court = term(self._protocol, "gdpr.court", row.answered_on).last_day if row.answered_on else None
            asker = guardian_who_asks(self._people, row.person_id, row.requester_id)
            names = self._people.names(one for one in (row.person_id, row.requester_id) if one)
            return RequestCard(
                **vars(line),
                requester_id=row.requester_id,
                identity=row.identity,
                wish=row.wish,
                extension_reason=row.extension_reason,
                reason=row.reason,
                decided_by=row.decided_by,
                answered_how=row.answered_how,
                control=row.control,
                withheld=tuple(Withheld(part.what, Ground(part.ground), part.why) for part in parts),
                findings=self.judge(_asked(row)),
                court_until=court if parts or row.decision != Decision.GRANTED else None,
                subject=known.kind if (known := names.get(row.person_id)) else None,
                asker=names.get(row.requester_id or 0),
                authority=asker.authority if asker else None,
            )

    def requests(self) -> tuple[RequestLine, ...]:
        """All requests: the open ones first, the most urgent at the top."""
        found = self._found()
        return tuple(sorted(found, key=lambda one: (not one.is_open, one.clocks.last_day if one.is_open else date.max)))

    def of_person(self, person_id: int) -> tuple[RequestLine, ...]:
        """The requests about one person, oldest first."""
        return self._found(AccessRequest.person_id.in_(self._people.aliases(person_id)))

    def own_views(self, person_id: int) -> tuple[tuple[date, str], ...]:
        """What a person added to the own dossier; printed in it always (rules_nl 10.5)."""
        ids = self._people.aliases(person_id)
        given = AccessRequest.person_id.in_(ids) & (AccessRequest.kind == Kind.OWN_VIEW)
        with self._drawer.read() as session:
            rows = session.scalars(select(AccessRequest).where(given, AccessRequest.decision != Decision.REFUSED))
            return tuple((row.received_on, row.wish) for row in rows if row.wish)

    def proposal(self, person_id: int) -> tuple[ContentLine, ...]:
        """What can be given at a request to see everything, and what is withheld on which ground: only what there is.

        Of calls with the inspector and papers of complaints even that they exist is not told (rules_nl 10.3).
        """
        dossier = self._dossiers.compile_as(person_id, Wanted(parts=WHOLE))
        left = len(dossier.attachments) - len(dossier.appended)
        hidden = (
            ContentLine(_("bijlagen zonder afgedekte kopie"), left, Ground.THIRD_PARTIES),
            ContentLine(_("namen en gegevens van anderen"), len(dossier.replacements), Ground.THIRD_PARTIES),
            ContentLine(_("interne aantekeningen"), dossier.inside, Ground.WORKING_NOTES),
        )
        return (
            ContentLine(_("gebeurtenissen"), len(dossier.entries)),
            ContentLine(_("maatregelen"), len(dossier.measures)),
            ContentLine(_("brieven"), len(dossier.letters)),
            ContentLine(_("bijlagen"), len(dossier.appended)),
            ContentLine(_("antwoorden over toestemming en publicaties"), len(dossier.consent_course)),
            *(line for line in hidden if line.count),
        )

    def dated(self) -> tuple[DatedItem, ...]:
        """Requests to answer and breaches to report, with their days; no names in the values."""
        items = [
            DatedItem("access_requests.dated.answer", f"access_request:{one.id}", one.clocks.target,
                      ("access_requests", one.id), {"last_day": one.clocks.last_day, "kind": one.kind.value})
            for one in self._found(AccessRequest.answered_on.is_(None))
        ]  # fmt: skip
        return tuple(sorted((*items, *self.breaches.dated()), key=lambda one: one.on))

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[RequestLine, ...]:
        with self._drawer.read() as session:
            rows = session.scalars(select(AccessRequest).where(*conditions).order_by(AccessRequest.id)).all()
            seen = [row for row in rows if self._drawer.user.role.leads or not _about_employee(row, self._people)]
            return self._lines(seen)

    def _lines(self, rows: Iterable[AccessRequest]) -> tuple[RequestLine, ...]:
        found = tuple(rows)
        names = self._people.names([row.person_id for row in found])
        return tuple(
            RequestLine(
                id=row.id,
                kind=Kind(row.kind),
                person_id=row.person_id,
                person=full(names[row.person_id].name) if row.person_id in names else _("niet meer in Meldboek"),
                requester=row.requester,
                capacity=Capacity(row.capacity),
                received_on=row.received_on,
                clocks=self._clocks(row),
                extended_on=row.extended_on,
                decision=Decision(row.decision) if row.decision else None,
                decided_on=row.decided_on,
                answered_on=row.answered_on,
            )
            for row in found
        )

    def _clocks(self, row: AccessRequest) -> Clocks:
        first = term(self._protocol, "gdpr.answer", row.received_on)
        longer = term(self._protocol, "gdpr.answer.extended", row.received_on)
        return rules.clocks(first, longer, is_extended=row.extended_on is not None)

    @contextmanager
    def _open(self, action: str, request_id: int) -> Iterator[Session]:
        self._drawer.user.must_lead("access_requests.only_leadership")
        with self._drawer.write(action, f"access_request:{request_id}") as session:
            if self._row(session, request_id).answered_on is not None:
                raise Refused("access_requests.answered_already")
            yield session

    def _row(self, session: Session, request_id: int) -> AccessRequest:
        row = session.get(AccessRequest, request_id)
        if row is None or (not self._drawer.user.role.leads and _about_employee(row, self._people)):
            raise Refused("access_requests.unknown")
        return row


def _about_employee(row: AccessRequest, people: People) -> bool:
    known = people.names([row.person_id])
    return row.person_id in known and known[row.person_id].kind is PersonKind.EMPLOYEE


def _asked(row: AccessRequest) -> NewRequest:
    return NewRequest(
        kind=Kind(row.kind),
        person_id=row.person_id,
        requester=row.requester,
        capacity=Capacity(row.capacity),
        requester_id=row.requester_id,
        identity=row.identity,
        wish=row.wish,
        received_on=row.received_on,
    )
