"""The event itself, what the asking parent had already, and what a board reads before a pupil must leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from app.cases.rules import Flag
from app.dossiers.case_part import happened
from app.dossiers.masking_rules import Mask, Other
from app.dossiers.rules import Dossier, Part, Version, Wanted
from app.kernel.clock import at
from app.kernel.names import PersonName
from app.measures.facts import Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.people.rules import Period, PersonKind
from tests.dossiers.conftest import Archive


def _paper(archive: Archive, dossier: Dossier) -> str:
    reader = PdfReader(BytesIO(archive.dossiers.pdf(dossier)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_event_stands_in_one_line_and_only_when_something_followed(archive: Archive) -> None:
    pien = archive.office.cast.pien
    assert archive.dossiers.compile(pien).entries == ()
    archive.file("Een gesprek.", pien)
    event = next(one for one in archive.dossiers.compile(pien).entries if one.title.startswith("Voorval"))
    assert (event.title, event.note) == ("Voorval: Filmpje tijdens de gymles", "zaak SM-001")
    assert "emeld op 16 november 2026." in event.text
    without = archive.dossiers.compile_as(pien, Wanted(parts=frozenset({Part.LETTERS})))
    assert without.entries == ()


def test_a_complaint_is_no_event_of_this_person(archive: Archive) -> None:
    card = archive.office.cases.case(archive.office.case_id)
    mask = Mask(Other(1, PersonKind.PUPIL, PersonName("Pien", "", "Mulder")), (), ())
    assert len(list(happened([card], Period(), mask))) == 1
    assert list(happened([replace(card, flags=frozenset({Flag.COMPLAINT}))], Period(), mask)) == []


def test_the_purpose_names_nobody_else(archive: Archive) -> None:
    dossier = archive.dossiers.compile(archive.office.cast.pien, purpose="gesprek over Stijn Bakker met C. Mulder")
    assert dossier.purpose == "gesprek over leerling B met C. Mulder"


def test_a_parent_reads_what_stood_in_the_own_letter_and_not_where_the_other_lives(archive: Archive) -> None:
    archive.letters()
    pien = archive.office.people.pupil(archive.office.cast.pien)
    mother, father = pien.guardians[0], pien.guardians[1]
    nobody = _paper(archive, archive.dossiers.compile(pien.id))
    hers = _paper(archive, archive.dossiers.compile_as(pien.id, Wanted(requester_id=mother.id)))
    assert mother.address.street not in {"", father.address.street}
    assert mother.address.street not in nobody
    assert mother.address.street in hers
    assert father.address.street not in hers


def test_a_board_reads_which_steps_were_taken_before_a_removal(archive: Archive) -> None:
    office = archive.office
    wanted = Wanted(version=Version.REMOVAL)
    empty = archive.dossiers.compile_as(office.cast.pien, wanted)
    assert empty.steps == (("Voorstel", "Er is nog geen voorstel tot verwijdering."),)
    archive.letters()
    draft = Draft(
        "pupil.REMOVAL",
        facts="Pien bedreigde Stijn Bakker.",
        reasons="Niemand is nog veilig.",
        intent_on=date(2026, 11, 10),
        hearings=(
            Hearing(HeardAs.TEACHER, "Jan Hartog", held_at=at(2026, 11, 11, 9)),
            Hearing(HeardAs.GUARDIAN, "C. Mulder", why_not="kwam niet", invited_on=date(2026, 11, 9)),
        ),
        other_school="De Bron",
        other_school_on=date(2026, 11, 12),
    )
    office.measures.propose(NewMeasure(office.case_id, office.cast.pien, draft))
    dossier = archive.dossiers.compile_as(office.cast.pien, wanted)
    steps = dict(dossier.steps)
    assert steps["Voornemen verstuurd"] == "10 november 2026"
    assert steps["Leerkracht gehoord"] == "Medewerker 1: 11 november 2026"
    assert steps["Ouders gehoord"] == "C. Mulder: kwam niet"
    assert steps["Leerling gehoord"] == "nog niet"
    assert steps["Andere school bereid"] == "De Bron, 12 november 2026"
    assert steps["Feiten"] == "Pien bedreigde leerling B."
    paper = _paper(archive, dossier)
    assert "Dossier voor het besluit over verwijdering" in paper
    assert "Stappen vóór het besluit over verwijdering" in paper
    assert "Bakker" not in paper
    assert archive.dossiers.compile_as(office.cast.pien, replace(wanted, version=Version.FULL)).steps == ()
