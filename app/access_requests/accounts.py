"""What the school can show about its own handling of data: answers, the record of processing, what is kept."""

from __future__ import annotations

from collections.abc import Mapping

from app.access_requests import papers
from app.access_requests.lines import RequestCard
from app.access_requests.rules import Capacity
from app.access_requests.service import AccessRequests
from app.consents.service import Consents
from app.kernel.clock import Clock
from app.kernel.names import PersonName
from app.kernel.texts import N_, _, speaking
from app.letters.contents import facts
from app.letters.drafting import reached
from app.letters.reading import letterhead
from app.letters.rules import Addressee
from app.letters.templates.wordings import Wordings
from app.people.rules import PersonKind
from app.people.service import People
from app.protocol.rules import Protocol
from app.school.service import School
from app.vault.drawers.database import Drawer

TEMPLATE = "access_answer"
_TABLES = {
    "pupils": N_("leerlingen"),
    "employees": N_("medewerkers"),
    "guardian_relations": N_("relaties van ouders en leerlingen"),
    "consent_events": N_("antwoorden over toestemming, met hun geschiedenis"),
    "publications": N_("publicaties"),
    "cases": N_("zaken"),
    "entries": N_("regels in het verloop van zaken"),
    "evidence": N_("bestanden als bewijs"),
    "measures": N_("maatregelen"),
    "letters": N_("brieven"),
    "devices": N_("toestellen in bewaring"),
    "inspector_calls": N_("gesprekken met de vertrouwensinspecteur"),
    "police_reports": N_("meldingen en aangiften"),
    "complaints": N_("klachten"),
    "access_requests": N_("AVG-verzoeken"),
    "dossier_exports": N_("dossiers die zijn gegeven"),
    "breaches": N_("datalekken"),
    "audit": N_("regels in het logboek"),
}


class Accounts:
    """Papers about the handling of data."""

    def __init__(
        self,
        drawers: tuple[Drawer, Drawer],
        requests: AccessRequests,
        school: School,
        people: People,
        consents: Consents,
        wordings: Wordings,
        protocol: Protocol,
        clock: Clock,
    ) -> None:
        self._drawers = drawers
        self._requests = requests
        self._school = school
        self._people = people
        self._consents = consents
        self._wordings = wordings
        self._protocol = protocol
        self._clock = clock

    @speaking("nl")
    def answer(self, request_id: int) -> bytes:
        """The answer to a request as PDF, or that it was received while nothing was decided."""
        user = self._drawers[1].user
        card, profile = self._requests.request(request_id), self._school.profile()
        to = papers.To(self._addressee(card), letterhead(self._school), self._school.signatory(user))
        wording = papers.Wording(self._wordings.template(TEMPLATE), self._known(card))
        data = papers.answer(card, wording, to, profile, self._protocol, self._clock.now())
        self._drawers[1].note("access_request.exported", f"access_request:{request_id}")
        return data

    def _known(self, card: RequestCard) -> Mapping[str, object]:
        """What the school may have written into its own text beside what the request tells."""
        person = self._people.names([card.person_id]).get(card.person_id)
        pupil = self._people.pupil(person.id) if person and person.kind is PersonKind.PUPIL else None
        return {
            **facts.open_blanks(),
            **facts.of_case(None, self._protocol),
            **facts.of_school(self._school.profile()),
            **facts.of_person(person.name if person else PersonName(card.person, "", ""), pupil),
        }

    def _addressee(self, card: RequestCard) -> Addressee:
        """Who asked, with the address and the opening that the register knows; else the name that was written down."""
        asked = card.requester_id or (card.person_id if card.capacity is Capacity.SELF else 0)
        known = self._people.names([asked]).get(asked) if asked else None
        if known is None or known.kind is PersonKind.PUPIL:
            return Addressee((card.requester,), _("Geachte heer/mevrouw,"), has_address=False)
        return reached(self._people, asked)[0]

    def processing_record(self) -> bytes:
        """The record of processing, as PDF, with the purposes that this school asks consent for today."""
        asked = tuple(line for line in self._consents.catalogue.all() if line.rule.in_use)
        return papers.processing_record(self._school.profile(), self._protocol, asked, self._clock.now())

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many of everything is kept, without names."""
        found: dict[str, int] = {}
        for drawer in self._drawers:
            for table, count in drawer.row_counts().items():
                found[table] = found.get(table, 0) + count
        return tuple((_(label), found[table]) for table, label in _TABLES.items() if found.get(table))

    def kept_overview(self) -> bytes:
        """What is kept, how much and until when, as PDF."""
        return papers.kept_overview(self._school.profile(), self._protocol, self.counts(), self._clock.now())
