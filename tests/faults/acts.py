"""What happens in a school, one act after another, each telling what is kept as soon as it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole, NewTriage
from app.kernel.clock import at
from app.letters.rules import Sending
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.vault import attachments
from tests.builders import DIRECTOR

LIST = "klassenlijst.csv"
Tell = Callable[[str], object]


def tell(words: str) -> None:
    """Say to who listens that this is kept now."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def report(meldboek: Meldboek, number: int, tell: Tell = tell) -> str:
    """A case with its triage and a talk."""
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    pupil = meldboek.people.pupil_by_number("1002").id
    involved = (NewInvolvement(InvolvementRole.ACTOR, pupil),)
    case = cases.report(NewReport(f"Melding {number}", involved=involved, articles=("A1",)))
    tell(f"case {case}")
    cases.triage(case, NewTriage(school_related=True))
    entry = cases.add_entry(case, NewEntry(EntryKind.TALK, "Gesprek", f"Gesprek {number} met moeder."))
    return f"entry {entry}"


def attach(meldboek: Meldboek) -> str:
    """A file of half a megabyte."""
    assert meldboek.store.casework is not None
    with meldboek.store.casework.write("fault.kept") as session:
        return f"file {attachments.add(session, bytes(range(256)) * 2000, 'foto.png', 'image/png')}"


def letter(meldboek: Meldboek) -> str:
    """Decide on a measure in the newest case, and bring its letter through the outbox to the tray."""
    return finalise(meldboek, draft(meldboek))


def finalise(meldboek: Meldboek, letter_id: int) -> str:
    """Bring a draft through the outbox to the tray."""
    assert meldboek.casework is not None
    meldboek.casework.letters.finalise(letter_id, to_tray=True)
    return f"letter {letter_id}"


def draft(meldboek: Meldboek) -> int:
    """Decide on a measure in the newest case; gives its letter, not yet final."""
    assert meldboek.casework is not None
    case = max(line.id for line in meldboek.casework.cases.list())
    pupil = meldboek.people.pupil_by_number("1002").id
    facts = replace(
        Draft("pupil.WARNING", decided_on=date(2026, 11, 16), decider=Decider.DIRECTOR, decided_by=DIRECTOR.name),
        facts="Op dinsdag 10 november maakte Pien in de gymles een filmpje van een klasgenoot.",
        reasons="Het is de eerste keer.",
        hearings=(
            Hearing(HeardAs.PUPIL, "Pien", held_at=at(2026, 11, 11, 10)),
            Hearing(HeardAs.GUARDIAN, "C. Mulder", held_at=at(2026, 11, 12, 16), has_authority=True),
        ),
    )
    measure = meldboek.casework.measures.propose(NewMeasure(case, pupil, facts))
    meldboek.casework.measures.decide(measure, "de vader is niet bereikbaar")
    return meldboek.casework.letters.draft_for_measure(measure)[0]


def post(meldboek: Meldboek, tell: Tell = tell) -> str:
    """Hand over the letter that came last, and let casework know."""
    assert meldboek.casework is not None
    line = meldboek.tray.waiting()[-1]
    meldboek.tray.post(line.id, Sending.HANDED_OVER)
    tell(f"posted {line.id}")
    meldboek.casework.letters.settle()
    return "settled"


def import_list(meldboek: Meldboek, folder: Path, number: int) -> str:
    """Read a class list in a process of its own and enter it."""
    path = folder.parent / LIST
    path.write_text(f"Leerlingnummer,Roepnaam,Achternaam,Groep\n{5000 + number},Kind{number},Jansen,8B\n", "utf-8")
    proposal = meldboek.imports.compare(meldboek.imports.read(path))
    meldboek.imports.apply(proposal)
    return f"pupil {5000 + number}"
