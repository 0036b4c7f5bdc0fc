"""The list for the classroom cupboard: who is on it, for what, and never why."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from app.application import Meldboek
from app.consents.answers.forms import EVERY_MEDIUM, Answer, NewAnswers
from app.consents.prints.no_photo import no_photo_list
from app.consents.rules import Medium
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.builders import SCHOOL, Cast

APP, GUIDE = "PARENT_APP", "SCHOOL_GUIDE"


def says(meldboek: Meldboek, pupil: int, *answers: Answer) -> None:
    guardian = meldboek.people.pupil(pupil).guardians[0].id
    meldboek.consents.record(NewAnswers(pupil, guardian, answers, date(2026, 9, 3), evidence="map 5A"))


def words(meldboek: Meldboek, *codes: str) -> str:
    matrix = meldboek.consents.lists.on_paper("8B")
    made = no_photo_list(matrix, codes, SCHOOL, meldboek.clock.now())
    [page] = PdfReader(BytesIO(made)).pages
    return str(page.extract_text())


def test_who_may_be_in_a_photo_and_not_in_a_film_is_on_the_list_for_film(meldboek: Meldboek, cast: Cast) -> None:
    says(meldboek, cast.stijn, Answer(APP, yes=True, media=frozenset({Medium.PHOTO, Medium.SOUND})))
    says(meldboek, cast.pien, Answer(APP, yes=True, media=EVERY_MEDIUM))
    told = words(meldboek, APP)
    assert "Stijn Bakker" in told
    assert "film\n" in told
    assert "×" not in told
    assert "Pien" not in told


def test_a_cross_is_for_who_may_not_be_shown_at_all_and_no_reason_stands_there(meldboek: Meldboek, cast: Cast) -> None:
    says(meldboek, cast.stijn, Answer(GUIDE, yes=False))
    meldboek.people.block_publication(cast.pien, date(2026, 11, 1), None, "geheim adres")
    told = words(meldboek, GUIDE, APP)
    assert told.count("×") == 4
    assert "geheim" not in told
    assert "Afgeschermd" not in told
    assert "geweigerd" not in told


def test_a_class_of_thirty_four_stands_on_one_sheet(meldboek: Meldboek) -> None:
    for number in range(32):
        name = PersonName(f"Kind{number}", "van den", "Zandstra")
        meldboek.people.add_pupil(NewPupil(name, number=str(9000 + number), group="8B"))
    codes = [line.code for line in meldboek.consents.purposes()]
    told = words(meldboek, *codes)
    assert all(f"Kind{number} " in told for number in range(32))


def test_when_everybody_may_the_list_says_so(meldboek: Meldboek, cast: Cast) -> None:
    for pupil in (cast.stijn, cast.pien):
        says(meldboek, pupil, Answer(GUIDE, yes=True))
    assert "mag iedereen op beeld" in words(meldboek, GUIDE)
