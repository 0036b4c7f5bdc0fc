"""Ctrl+K asks the services: each role finds what it may see, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from app.application import Meldboek, start
from app.cases.beside.lines import NewPrevention, PreventionKind
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.kernel.clock import FixedClock
from app.letters.families.consent_letters import NewConfirmation
from app.letters.lines import NewLetter
from app.vault.keys.keyring import NewUser, User
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR, COORDINATOR, Cast
from tests.letters.conftest import Office, office_of
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs
from ui.shell.palette import Entry, find

Gone = list[tuple[str, object | None]]
EMPLOYEE_CASE = "Berichten van een leerkracht"


@pytest.fixture
def office(meldboek: Meldboek, cast: Cast) -> Office:
    """A case with an entry, a measure and its letters; one letter in the tray, one about a consent."""
    made = office_of(meldboek, cast)
    made.cases.add_entry(made.case_id, NewEntry(EntryKind.TALK, "Gesprek met de wijkagent", "Over het filmpje."))
    first, *_others = made.letters.draft_for_measure(made.measure())
    made.letters.finalise(first, to_tray=True)
    made.letters.draft(NewLetter("employee_invitation", made.case_id, cast.hartog))
    mother = made.people.pupil(cast.pien).guardians[0].id
    meldboek.consent_letters.confirm_withdrawal(NewConfirmation(cast.pien, mother, ("Website",), date(2026, 11, 16)))
    return made


def found(meldboek: Meldboek, text: str, gone: Gone | None = None) -> dict[str, Entry]:
    """What the palette finds, by kind; the targets of what is chosen come in ``gone``."""
    desk = Desk(
        meldboek, Jobs(inline=True), go=lambda name, target: (gone if gone is not None else []).append((name, target))
    )
    return {entry.id.partition(":")[0]: entry for entry in reversed(find(desk, text))}


def coordinator(office: Office) -> User:
    return next(user for user in office.store.users() if user.name == COORDINATOR.name)


@contextmanager
def opened(office: Office, user: NewUser, clock: FixedClock) -> Iterator[Meldboek]:
    office.store.close()
    store = open_store(office.store.folder, user.name, user.passphrase, clock)
    try:
        yield start(store)
    finally:
        store.close()


def test_what_was_done_before_it_went_wrong_is_found_by_its_words(meldboek: Meldboek, office: Office) -> None:
    lesson = NewPrevention(
        PreventionKind.LESSON, date(2026, 11, 3), "Mediawijs", groups="7A", text="Over privé-foto's."
    )
    gone: Gone = []
    office.cases.prevention.record(lesson)
    for text in ("mediaw", "7a prive-foto"):
        entry = found(meldboek, text, gone)["prevention"]
        assert (entry.title, entry.detail) == ("Mediawijs", "3 nov 2026 · 7A")
    entry.act()
    assert gone == [("cases", "prevention")]
    assert "prevention" not in found(meldboek, "mediawijs 8a")


def test_a_director_finds_person_case_entry_letter_and_measure(meldboek: Meldboek, office: Office) -> None:
    gone: Gone = []
    entries: dict[str, Entry] = {}
    for text in ("gymles", "pien mulder", "wijkagent"):
        entries |= found(meldboek, text, gone)
    for kind in ("case", "entry", "person", "measure", "notice"):
        entries[kind].act()
    (measure,) = office.measures.of_person(office.cast.pien)
    assert gone == [
        ("cases", office.case_id),
        ("cases", office.case_id),
        ("people", office.cast.pien),
        ("measures", ("measure", measure.id)),
        ("consents", office.cast.pien),
    ]
    assert (entries["entry"].title, entries["entry"].detail) == (
        "Gesprek met de wijkagent",
        "SM-001 · Filmpje tijdens de gymles",
    )


@pytest.mark.parametrize("text", ["waarschuwing", "mevrouw mulder", "SM-001/BR-01", "br-01", "sm-001", "wa"])
def test_a_director_finds_a_letter_by_subject_addressee_reference_and_case(
    meldboek: Meldboek, office: Office, text: str
) -> None:
    gone: Gone = []
    found(meldboek, text, gone)["letter"].act()
    assert gone[0][0] == "letters"
    assert isinstance(gone[0][1], int)


def test_a_letter_that_was_changed_or_thrown_away_is_found_as_it_is_now(office: Office) -> None:
    (draft,) = (line for line in office.letters.search("mulder") if not line.is_final)
    office.letters.change(draft.id, "[feiten]\nNiets.", subject="Vergissing")
    assert [line.id for line in office.letters.search("vergissing")] == [draft.id]
    office.letters.discard(draft.id)
    assert office.letters.search("vergissing") == ()


def test_a_coordinator_finds_nothing_of_a_case_that_was_not_granted(office: Office, clock: FixedClock) -> None:
    with opened(office, COORDINATOR, clock) as meldboek:
        for text in ("gymles", "wijkagent", "waarschuwing", "SM-001", "mulder", "pien"):
            assert not {"case", "entry", "letter", "measure", "tray"} & set(found(meldboek, text)), text
        assert found(meldboek, "pien mulder")["person"].title == "Pien Mulder"


def test_a_coordinator_finds_the_granted_case_and_never_a_letter_to_an_employee(
    office: Office, clock: FixedClock
) -> None:
    office.cases.let_in(office.case_id, (coordinator(office),))
    with opened(office, COORDINATOR, clock) as meldboek:
        assert {"case", "entry"} & set(found(meldboek, "gymles"))
        assert found(meldboek, "waarschuwing")["letter"].title == "Waarschuwing voor Pien"
        assert "letter" not in found(meldboek, "hartog")
        assert meldboek.casework is not None
        assert all("Hartog" not in line.addressee for line in meldboek.casework.letters.recent())


def test_an_administrator_finds_persons_the_tray_and_consent_letters_and_no_casework(
    office: Office, clock: FixedClock
) -> None:
    with opened(office, ADMINISTRATOR, clock) as meldboek:
        gone: Gone = []
        entries = found(meldboek, "mulder", gone)
        assert set(entries) == {"person", "tray", "notice"}
        entries["tray"].act()
        assert gone[0][0] == "letters"
        for text in ("gymles", "wijkagent", "waarschuwing", "SM-001", "filmpje"):
            assert found(meldboek, text) == {}, text
