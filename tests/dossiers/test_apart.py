"""What is kept apart never enters a dossier: talks with the inspector, papers of complaints, reports to the police."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.dossiers.rules import Part, Version, Wanted
from app.inspector.lines import CallNotes
from app.inspector.rules import AdviceFollowed, Domain
from tests.dossiers.conftest import Archive

APART = ("inspecteur", "adviesgeheim", "klacht", "klaagstuk", "commissie", "oordeelgeheim")


@pytest.mark.parametrize("version", list(Version))
def test_what_is_kept_apart_never_enters_a_dossier(archive: Archive, meldboek: Meldboek, version: Version) -> None:
    assert meldboek.casework is not None
    work, office = meldboek.casework, archive.office
    pien, hartog, case = office.cast.pien, office.cast.hartog, office.case_id
    archive.file("Een gesprek over de telefoon.", pien, hartog)
    archive.letters()
    sheet = CallNotes(
        domain=next(iter(Domain)),
        facts="feitgeheim over Pien",
        inspector_name="Mw. Zwart",
        advice="adviesgeheim over Hartog",
        advice_followed=AdviceFollowed.YES,
    )
    work.inspector.finish(work.inspector.start(case, sheet), sheet)
    complaints = work.cases.complaints
    complaint = complaints.receive(case, "Klacht over Jan Hartog", date(2026, 11, 12))
    complaints.to_committee(case, complaint, date(2026, 11, 13))
    complaints.opinion(case, complaint, date(2026, 11, 14), "oordeelgeheim")
    complaints.add_paper(case, complaint, b"klaagstuk van de ouders van Pien", "klaagstuk.txt")
    archive.file("adviesgeheim", pien, title="Overleg met de vertrouwensinspecteur", internal=True)
    for person in (pien, hartog):
        dossier = work.dossiers.compile_as(person, Wanted(parts=frozenset(Part), version=version))
        pages = PdfReader(BytesIO(work.dossiers.pdf(dossier))).pages
        said = "".join(" ".join(page.extract_text() for page in pages).casefold().split())
        assert "eengesprekoverdetelefoon" in said
        assert [word for word in (*APART, "feitgeheim") if word in said] == []
