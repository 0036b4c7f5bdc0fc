"""Who asks about a person: the person, one of the pupil's own guardians, or somebody whose name is written down."""

from __future__ import annotations

from dataclasses import replace

from app.access_requests.lines import NewRequest
from app.access_requests.rules import GUARDED, Capacity
from app.kernel.errors import Invalid
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import GuardianLine, PersonKind, PersonLine
from app.people.service import People


def guardian_who_asks(people: People, person_id: int, requester_id: int | None) -> GuardianLine | None:
    """The guardian of this pupil who asks; None for somebody else, and for an employee."""
    known = people.names([person_id]).get(person_id)
    if requester_id is None or known is None or known.kind is not PersonKind.PUPIL:
        return None
    ids = people.aliases(requester_id)
    return next((one for one in people.pupil(person_id).guardians if one.id in ids), None)


def with_asker(people: People, new: NewRequest) -> NewRequest:
    """The request with the name of who asks as the register has it; the guardian of another child is refused."""
    if not new.person_id:
        raise Invalid("person_id", "access_requests.choose_person")
    person = people.person(new.person_id)
    if person.kind is PersonKind.GUARDIAN:
        raise Invalid("person_id", "access_requests.choose_pupil")
    if new.capacity is Capacity.SELF:
        return replace(new, requester=full(person.name), requester_id=None)
    asker = guardian_who_asks(people, person.id, new.requester_id)
    if new.requester_id is not None and asker is None:
        raise _no_guardian(people, person, new.requester_id)
    if asker is not None and new.capacity in GUARDED:
        return replace(new, requester=full(asker.name))
    if not new.requester.strip():
        raise Invalid("requester", "access_requests.no_requester")
    return new


def _no_guardian(people: People, person: PersonLine, requester_id: int) -> Invalid:
    own = people.pupil(person.id).guardians if person.kind is PersonKind.PUPIL else ()
    told = {"name": full(people.person(requester_id).name), "pupil": full(person.name)}
    if not own:
        return Invalid("requester_id", "access_requests.has_no_guardian", **told)
    names = _(" of ").join(full(one.name) for one in own)
    return Invalid("requester_id", "access_requests.not_guardian", **told, guardians=names)
