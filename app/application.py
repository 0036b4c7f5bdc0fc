"""The whole program without its window: every service, wired by hand, once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.access_requests.accounts import Accounts
from app.access_requests.service import AccessRequests
from app.agenda.service import Agenda
from app.cases.service import Cases
from app.casework import Casework
from app.consents.service import Consents
from app.dossiers.service import Dossiers
from app.imports.applying.holding import held_in
from app.imports.service import Imports
from app.insights.service import Insights
from app.inspector.service import Inspector
from app.kernel.clock import Clock
from app.letters.families.consent_letters import ConsentLetters
from app.letters.families.merging import Merging
from app.letters.families.round_papers import RoundPapers
from app.letters.service import Letters
from app.letters.templates.wordings import Wordings
from app.letters.tray.service import Tray
from app.measures.service import Measures
from app.people.service import People
from app.police.service import Police
from app.protocol.ladders import Ladders
from app.protocol.service import Protocol, load_protocol
from app.retention.service import Disposal
from app.school.service import School
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User
from app.vault.store import Store, open_store


@dataclass(frozen=True)
class Meldboek:
    """An open school as one user has it; ``casework`` is None for an administrator."""

    user: User
    clock: Clock
    protocol: Protocol
    store: Store
    school: School
    people: People
    imports: Imports
    consents: Consents
    consent_letters: ConsentLetters
    consent_papers: RoundPapers
    tray: Tray
    wordings: Wordings
    merging: Merging
    ladders: Ladders
    agenda: Agenda
    insights: Insights
    casework: Casework | None
    disposal: Disposal | None

    def settle(self) -> None:
        """Finish for the leadership what was under way between the drawers; harmless when nothing was."""
        if self.casework is not None and self.user.role.leads:
            self.casework.letters.settle()


def open_meldboek(folder: Path, user: str, passphrase: str, clock: Clock) -> Meldboek:
    """Open the school in this folder. Raises Unavailable with the reason when that cannot be."""
    store = open_store(folder, user, passphrase, clock)
    try:
        return start(store)
    except BaseException:
        store.abandon()
        raise


def start(store: Store) -> Meldboek:
    """Wire the services of an open store; ``settle`` it as soon as nobody waits."""
    clock, register, protocol = store.clock, store.register, load_protocol()
    school, people = School(register, clock), People(register, clock)
    consents, tray = Consents(register, people, protocol, clock), Tray(register, clock)
    ladders, wordings = Ladders(register, protocol, clock), Wordings(register, clock)
    parts = (ladders, protocol, school, people, consents, tray, wordings)
    casework = make_casework(store.casework, *parts) if store.casework is not None else None
    meldboek = Meldboek(
        user=store.user,
        clock=clock,
        protocol=protocol,
        store=store,
        school=school,
        people=people,
        imports=Imports(register, people, clock, held_in(store.casework)),
        consents=consents,
        consent_letters=ConsentLetters(register, people, school, tray, wordings, clock),
        consent_papers=RoundPapers(register, people, school, consents, wordings, clock),
        tray=tray,
        wordings=wordings,
        merging=Merging(register, people, school, tray, wordings, clock),
        ladders=ladders,
        agenda=Agenda(register, store.casework, people, consents, tray, casework, clock),
        insights=Insights(consents, casework, clock),
        casework=casework,
        disposal=Disposal(store, store.casework, people, protocol, clock) if store.casework is not None else None,
    )
    if casework is not None:
        casework.cases.aside.follow_users(store.users)
    return meldboek


def make_casework(
    drawer: Drawer,
    ladders: Ladders,
    protocol: Protocol,
    school: School,
    people: People,
    consents: Consents,
    tray: Tray,
    wordings: Wordings,
) -> Casework:
    """The services over the drawer of cases."""
    clock = drawer.clock
    cases = Cases(drawer, people, protocol, clock)
    measures = Measures(drawer, cases, people, school, ladders, clock)
    letters = Letters(drawer, measures, cases, people, school, tray, wordings, clock)
    dossiers = Dossiers(drawer, cases, measures, letters, people, school, consents, clock)
    requests = AccessRequests(drawer, dossiers, people, protocol, clock)
    return Casework(
        cases=cases,
        measures=measures,
        inspector=Inspector(drawer, cases, people, protocol, clock),
        police=Police(drawer, cases, clock),
        letters=letters,
        dossiers=dossiers,
        access_requests=requests,
        accounts=Accounts((school.register, drawer), requests, school, people, consents, wordings, protocol, clock),
    )
