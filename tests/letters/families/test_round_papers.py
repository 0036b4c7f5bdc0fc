"""The papers of a round: forms per family, reminders and overviews, and the letters at twelve and sixteen."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.consents.rounds.lines import NewRound
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.letters.families.round_papers import printed
from app.people.rules import NewGuardian, NewPupil
from tests.builders import PROFILE, Cast


@pytest.fixture
def number(meldboek: Meldboek, cast: Cast) -> int:
    """A round; Noor has a brother in 8B."""
    brother = meldboek.people.add_pupil(NewPupil(PersonName("Daan", "de", "Graaf"), "1005", group="8B"))
    mother = meldboek.people.pupil(cast.noor).guardians[0]
    meldboek.people.join_guardian(brother, mother.id, NewGuardian(mother.name))
    return meldboek.consents.rounds.start(NewRound("Start schooljaar", "4"))


def _text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_family_gets_one_form_with_its_first_child(meldboek: Meldboek, number: int) -> None:
    papers = printed(meldboek.consent_papers.forms(number))
    assert [(one.group, one.sheets) for one in papers] == [("5A", 2), ("8B", 2)]
    text = _text(papers[0].pdf)
    assert "Noor de Graaf (groep 5A) en Daan de Graaf (groep 8B)" in " ".join(text.split())
    assert "Naam: Ilse de Graaf" in text
    assert "01-0001" in text
    assert "Kruist u niets aan, dan is het antwoord nee." in " ".join(text.split())
    assert "versie 4" in text
    assert "Graaf" not in _text(papers[1].pdf)


def test_photo_film_and_sound_have_boxes_of_their_own_where_the_answer_may_differ(
    meldboek: Meldboek, number: int
) -> None:
    papers = meldboek.consent_papers.forms(number, "5A")
    rows = {row.label: row.apart for _group, sheets in papers.groups for row in sheets[0].rows}
    assert rows["Openbare website van de school"]
    assert not rows["Schoolgids en folder (gedrukt en pdf)"]
    text = " ".join(_text(printed(papers)[0].pdf).split())
    assert "ja, alleen voor" in text
    assert "foto film geluid" in text
    [overview] = printed(meldboek.consent_papers.overviews("5A"))
    assert "alleen voor" not in _text(overview.pdf)


def test_a_round_that_asks_only_for_print_has_no_boxes_for_film(meldboek: Meldboek, cast: Cast) -> None:
    assert cast.noor
    number = meldboek.consents.rounds.start(NewRound("Schoolgids", "5", purposes=("SCHOOL_GUIDE",)))
    papers = printed(meldboek.consent_papers.forms(number, "5A"))
    assert "alleen voor" not in _text(papers[0].pdf)


def test_a_family_of_three_goes_on_below_its_first_two(meldboek: Meldboek, cast: Cast) -> None:
    mother = meldboek.people.pupil(cast.noor).guardians[0]
    for place, name in enumerate(("Daan", "Lot")):
        brother = meldboek.people.add_pupil(NewPupil(PersonName(name, "de", "Graaf"), f"100{place + 5}", group="8B"))
        meldboek.people.join_guardian(brother, mother.id, NewGuardian(mother.name))
    number = meldboek.consents.rounds.start(NewRound("Start schooljaar", "4"))
    papers = meldboek.consent_papers.forms(number, "5A")
    sheet = next(one for one in papers.groups[0][1] if len(one.children) == 3)
    text = _text(printed(papers)[0].pdf)
    assert all(child.number in text for child in sheet.children)


def test_a_round_keeps_what_stood_on_its_forms(meldboek: Meldboek, cast: Cast) -> None:
    assert cast.noor
    meldboek.consent_papers.start(NewRound("Start schooljaar", "7"))
    [kept] = meldboek.consents.rounds.texts(["7", "8"])
    assert (kept.version, kept.round, kept.since) == ("7", "Start schooljaar", meldboek.clock.today())
    assert "- Schoolgids en folder (gedrukt en pdf) (iedereen): ☐ ja ☐ nee\n" in kept.text
    assert "☐ foto ☐ film ☐ geluid" in kept.text
    assert "Kruist u niets aan, dan is het antwoord nee." in kept.text
    assert "\N{WHITE SQUARE}1" not in kept.text
    meldboek.consents.rounds.start(NewRound("Zonder tekst", "8"))
    assert meldboek.consents.rounds.texts(["8"]) == ()


def test_forms_of_one_group(meldboek: Meldboek, number: int) -> None:
    assert [paper.group for paper in printed(meldboek.consent_papers.forms(number, "8B"))] == ["8B"]


def test_printing_tells_how_far_it_is_and_stops(meldboek: Meldboek, number: int) -> None:
    told: list[tuple[int, int]] = []

    def twice(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    with pytest.raises(Refused):
        printed(meldboek.consent_papers.forms(number), twice)
    assert told == [(1, 4), (2, 4)]


def test_a_reminder_goes_to_who_has_not_answered(meldboek: Meldboek, number: int) -> None:
    papers = printed(meldboek.consent_papers.reminders(number, "5A"))
    assert papers[0].sheets == 2
    assert "Wij missen uw antwoord" in _text(papers[0].pdf)


def test_an_overview_tells_what_was_chosen(meldboek: Meldboek, number: int) -> None:
    assert number
    [paper] = printed(meldboek.consent_papers.overviews("5A"))
    assert "geen antwoord" in _text(paper.pdf)


def test_an_unknown_round_has_no_papers(meldboek: Meldboek) -> None:
    with pytest.raises(Refused):
        meldboek.consent_papers.forms(9)


@pytest.mark.parametrize(("becomes", "subject"), [(12, "zelf toestemming intrekken"), (16, "beslist vanaf")])
def test_a_birthday_letter_lies_in_the_tray(meldboek: Meldboek, cast: Cast, becomes: int, subject: str) -> None:
    assert meldboek.consent_letters.birthday(cast.stijn, becomes)
    assert subject in meldboek.consent_letters.of_pupil(cast.stijn)[0].subject
    assert meldboek.consent_letters.birthdays_told(becomes) == {cast.stijn}
    assert len(meldboek.tray.waiting()) == 1


def test_papers_with_an_open_place_are_not_made(meldboek: Meldboek, number: int) -> None:
    meldboek.school.save_profile(replace(PROFILE, email=""))
    papers = meldboek.consent_papers
    with pytest.raises(Refused, match=r"letters\.not_whole"):
        papers.forms(number)
    with pytest.raises(Refused, match=r"letters\.not_whole"):
        papers.reminders(number)
    with pytest.raises(Refused, match=r"letters\.not_whole"):
        papers.overviews()
