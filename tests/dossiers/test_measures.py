"""What a dossier tells of a measure, of a device in custody and of a message that had to go; others masked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportlab.platypus import KeepTogether, Spacer

from app.dossiers.blocks import measure_details
from app.dossiers.document import _listed
from app.dossiers.rules import Dossier, DossierLetter, DossierMeasure, Doubt
from app.dossiers.texts import doubts_told
from app.kernel.clock import at
from app.measures.facts import Draft, HeardAs, Hearing
from app.measures.lines import NewContent, NewDevice, NewMeasure
from tests.dossiers.conftest import Archive
from tests.dossiers.test_service import pages

REASON = "De ouders waren op reis en niet te bereiken."
WARNING = Draft(
    "pupil.WARNING",
    decided_on=date(2026, 11, 16),
    decider=None,
    facts="Pien filmde Stijn Bakker in de kleedkamer.",
    reasons="Het gesprek van oktober hielp niet.",
    hearings=(
        Hearing(
            HeardAs.PUPIL,
            "Pien Mulder",
            purpose_told=True,
            held_at=at(2026, 11, 16, 9, 30),
            report="Zij zegt dat Stijn haar vroeg te filmen.",
        ),
    ),
)


def _compiled(archive: Archive) -> Dossier:
    office = archive.office
    measures = office.measures
    known = measures.new_form(office.case_id, office.cast.pien, "pupil.WARNING").draft
    draft = replace(WARNING, decider=known.decider, decided_by=known.decided_by)
    made = measures.propose(NewMeasure(office.case_id, office.cast.pien, draft))
    measures.decide(made, REASON)
    measures.devices.take(
        NewDevice(office.cast.pien, "telefoon, roze", "Jan Hartog", taken_at=at(2026, 11, 16, 10, 15))
    )
    gone = measures.contents.ask(NewContent(office.case_id, office.cast.pien, "filmpje van Stijn Bakker", "TikTok"))
    measures.contents.gone(gone, "haar moeder", "schermafdruk")
    return archive.dossiers.compile(office.cast.pien)


def test_the_decision_is_told_with_facts_reasons_hearings_and_why_it_went_on(archive: Archive) -> None:
    told = dict(_compiled(archive).measures[0].details)
    assert told["Feiten"] == "Pien filmde leerling A in de kleedkamer." or "leerling" in told["Feiten"]
    assert told["Redenen"] == "Het gesprek van oktober hielp niet."
    assert "maandag 16 november 2026" in told["Gehoord"] or "16 november 2026" in told["Gehoord"]
    assert "vroeg te filmen" in told["Gehoord"]
    assert told["Waarom afgeweken"] == REASON


def test_devices_and_messages_are_events(archive: Archive) -> None:
    texts = {entry.title: entry.text for entry in _compiled(archive).entries}
    assert texts["Toestel in bewaring"].startswith("telefoon, roze. Ingenomen op")
    assert "Terug op 16 november 2026." in texts["Toestel in bewaring"]
    assert "Verwijderd op 16 november 2026." in texts["Bericht verwijderen"]


def test_nobody_else_is_named_in_them(archive: Archive) -> None:
    dossier = _compiled(archive)
    told = " ".join(text for _label, text in dossier.measures[0].details)
    told += " ".join(entry.text for entry in dossier.entries)
    for name in ("Stijn", "Bakker", "Hartog"):
        assert name not in told
    assert "E. Terpstra" in told


def test_they_stand_in_the_pdf(archive: Archive) -> None:
    text = " ".join(pages(archive, _compiled(archive)))
    for words in ("Waarom afgeweken", "Toestel in bewaring", "Bericht verwijderen", "vroeg te filmen"):
        assert words in text


def test_a_hearing_stands_in_the_course_of_things_before_the_decision(archive: Archive) -> None:
    entries = _compiled(archive).entries
    titles = [entry.title for entry in entries]
    talk = titles.index("Gesprek met Pien Mulder")
    assert "vroeg te filmen" in entries[talk].text
    assert talk < next(place for place, title in enumerate(titles) if title.startswith("Besluit"))


def test_letters_of_two_cases_with_one_number_are_told_apart() -> None:
    one, other = (DossierLetter(f"2026-2027/SM-{case}/BR-02", "Waarschuwing", b"") for case in ("012", "015"))
    assert _listed(one, (one, other)) == "SM-012/BR-02 · Waarschuwing"
    assert _listed(one, (one,)) == "BR-02 · Waarschuwing"
    third = DossierLetter("2026-2027/SM-012/BR-03", "Besluit", b"")
    assert _listed(third, (one, other, third)) == "SM-012/BR-03 · Besluit"  # all in one style
    assert _listed(third, (one, third)) == "BR-03 · Besluit"


def test_the_last_facts_of_a_measure_stay_together_with_it() -> None:
    few = measure_details(DossierMeasure("Waarschuwing", "", "", "", (("Feiten", "kort"), ("Redenen", "kort"))))
    assert [type(one) for one in few] == [KeepTogether, Spacer]
    long = (("Feiten", "woord " * 400), ("Redenen", "woord " * 100), ("Besluit gegeven", "kort"), ("Ontvangen", "kort"))
    *_facts, tail, _space = measure_details(DossierMeasure("Schorsing", "", "", "", long))
    assert isinstance(tail, KeepTogether)
    only = measure_details(DossierMeasure("Schorsing", "", "", "", (("Feiten", "woord " * 800),)))
    assert not any(isinstance(one, KeepTogether) for one in only)


def test_of_a_doubtful_word_is_told_what_was_done_and_what_can_be_done() -> None:
    doubts = (Doubt("Bakker", "Bakker", "bij Bakker"), Doubt("Storm", "leerling B", "met Storm"))
    stays, gone, way = doubts_told(doubts)
    assert stays == "twijfelachtig woord: Bakker, niet vervangen. Het staat nog in het dossier."
    assert gone == "twijfelachtig woord: Storm, vervangen door: leerling B."
    assert "Laten staan of Afschermen" in way
    assert doubts_told(()) == ()
