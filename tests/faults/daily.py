"""The whole program at work until it is killed: ``whole.py`` starts it as a process of its own and ends it.

The window is opened with a passphrase, as a user does; then one act follows another on the lanes of the program,
and each tells what is kept as soon as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import ui  # noqa: F401 - before Qt
from app.application import Meldboek
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole, NewTriage
from app.kernel.clock import at
from app.letters.rules import Sending
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.vault import attachments
from tests.builders import DIRECTOR
from tests.faults import schools
from ui.kit.theme import apply_theme
from ui.shell.front import Front
from ui.shell.unlock import UnlockView
from ui.shell.window import Shell

LIST = "klassenlijst.csv"
Act = Callable[[Meldboek], str]


def main(folder: Path) -> None:
    """Open the window, unlock, and work until the end comes from outside."""
    app = QApplication([])
    apply_theme(app)
    front = Front(folder, keep=str, clock=schools.CLOCK)
    front.show()
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.passphrase.set_value(DIRECTOR.passphrase)
    card.opened.connect(lambda _meldboek: QTimer.singleShot(0, front, lambda: _work(front)))
    card.unlock()
    app.exec()


def _work(front: Front) -> None:
    """One act after another on the lane of the database, and backups beside it."""
    shell = front.shell
    assert shell is not None
    _tell("open")
    acts = _acts(front)
    QTimer.singleShot(0, shell, lambda: _back_up(shell))

    def follow(told: str) -> None:
        _tell(told)
        act = next(acts)
        shell.desk.jobs.run(lambda: act(shell.desk.meldboek), owner=shell, done=follow)

    follow("begun")


def _back_up(shell: Shell) -> None:
    def told(name: str) -> None:
        _tell(f"backup {name}")
        QTimer.singleShot(50, shell, lambda: _back_up(shell))

    shell.keeper.keep(lambda kept: told(kept.line.path.name), lambda error: _tell(f"failed {error.code}"))


def _acts(front: Front) -> Iterator[Act]:
    """What happens in a school, over and over."""
    folder = front.shell.desk.meldboek.store.folder if front.shell else Path()
    for number in count():
        yield lambda meldboek, number=number: _report(meldboek, number)  # type: ignore[misc] # mypy cannot infer a default
        yield _attach
        yield _letter
        yield _post
        yield lambda meldboek, number=number: _import(meldboek, folder, number)  # type: ignore[misc]


def _report(meldboek: Meldboek, number: int) -> str:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    pupil = meldboek.people.pupil_by_number("1002").id
    involved = (NewInvolvement(InvolvementRole.ACTOR, pupil),)
    case = cases.report(NewReport(f"Melding {number}", involved=involved, articles=("A1",)))
    _tell(f"case {case}")
    cases.triage(case, NewTriage(school_related=True))
    entry = cases.add_entry(case, NewEntry(EntryKind.TALK, "Gesprek", f"Gesprek {number} met moeder."))
    return f"entry {entry}"


def _attach(meldboek: Meldboek) -> str:
    assert meldboek.store.casework is not None
    with meldboek.store.casework.write("fault.kept") as session:
        return f"file {attachments.add(session, bytes(range(256)) * 2000, 'foto.png', 'image/png')}"


def _letter(meldboek: Meldboek) -> str:
    """Decide on a measure in the newest case, and bring its letter through the outbox to the tray."""
    assert meldboek.casework is not None
    case = max(line.id for line in meldboek.casework.cases.list())
    pupil = meldboek.people.pupil_by_number("1002").id
    draft = replace(
        Draft("pupil.WARNING", decided_on=date(2026, 11, 16), decider=Decider.DIRECTOR, decided_by=DIRECTOR.name),
        facts="Op dinsdag 10 november maakte Pien in de gymles een filmpje van een klasgenoot.",
        reasons="Het is de eerste keer.",
        hearings=(
            Hearing(HeardAs.PUPIL, "Pien", held_at=at(2026, 11, 11, 10)),
            Hearing(HeardAs.GUARDIAN, "C. Mulder", held_at=at(2026, 11, 12, 16), has_authority=True),
        ),
    )
    measure = meldboek.casework.measures.propose(NewMeasure(case, pupil, draft))
    meldboek.casework.measures.decide(measure, "de vader is niet bereikbaar")
    letter = meldboek.casework.letters.draft_for_measure(measure)[0]
    meldboek.casework.letters.finalise(letter, to_tray=True)
    return f"letter {letter}"


def _post(meldboek: Meldboek) -> str:
    assert meldboek.casework is not None
    line = meldboek.tray.waiting()[-1]
    meldboek.tray.post(line.id, Sending.HANDED_OVER)
    _tell(f"posted {line.id}")
    meldboek.casework.letters.settle()
    return "settled"


def _import(meldboek: Meldboek, folder: Path, number: int) -> str:
    """Read a class list in a process of its own and enter it."""
    path = folder.parent / LIST
    path.write_text(f"Leerlingnummer,Roepnaam,Achternaam,Groep\n{5000 + number},Kind{number},Jansen,8B\n", "utf-8")
    proposal = meldboek.imports.compare(meldboek.imports.read(path))
    meldboek.imports.apply(proposal)
    return f"pupil {5000 + number}"


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
