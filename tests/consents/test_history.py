"""The history of a pupil leaves a data protection officer no question: who, with what authority, on what text."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers, NewWithdrawal
from app.consents.answers.history import HistoryLine
from app.consents.answers.wording import authority_now, authority_then, speaker, taken_out
from app.consents.prints.lists import history_workbook
from app.consents.publications.lines import NewPublication, NewRemoval
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.people.rules import Authority
from tests.builders import Cast
from tests.consents.pages import GUIDE, shown
from ui.kit.desk import Desk

GIVEN, TODAY = date(2026, 11, 16), date(2026, 11, 16)


@pytest.fixture
def lines(meldboek: Meldboek, cast: Cast) -> tuple[HistoryLine, ...]:
    """Both parents of Stijn answered on a form; the father takes it back; later a court order is shown."""
    number = meldboek.consent_papers.start(NewRound("Start schooljaar", "9"))
    form = next(one for one in meldboek.consents.rounds.forms(number) if one.pupil.id == cast.stijn)
    mother, father = meldboek.people.pupil(cast.stijn).guardians
    answers = tuple(Answer(code, yes=True) for code in (GUIDE, "PRESS", "NEWSLETTER", "WEBSITE_PUBLIC"))
    for one in (mother, father):
        new = NewAnswers(cast.stijn, one.id, answers, GIVEN, evidence="map 8B, kast 2", form_number=form.number)
        ids = meldboek.consents.record(new)
    meldboek.consents.withdraw(NewWithdrawal(cast.stijn, father.id, (GUIDE,), TODAY))
    meldboek.consents.correct(ids, "formulier van een ander kind", ["PRESS"])
    meldboek.people.set_authority(father.relation_id, Authority.NO, date(2026, 9, 1), "beschikking rechtbank")
    return meldboek.consents.history(cast.stijn)


def test_each_answer_tells_who_with_what_authority_and_on_what_grounds(
    lines: tuple[HistoryLine, ...], meldboek: Meldboek, cast: Cast
) -> None:
    mother, father = meldboek.people.pupil(cast.stijn).guardians
    of_mother = next(line for line in lines if line.guardian_id == mother.id)
    of_father = next(line for line in lines if line.guardian_id == father.id and line.source)
    assert speaker(of_mother).endswith("(ouder)")
    assert authority_then(of_mother).startswith("had gezag (")
    assert authority_now(of_mother) == ""
    assert authority_now(of_father) == "Nu bekend over die dag: had geen gezag (beschikking rechtbank)."
    assert (of_mother.text_version, of_mother.evidence) == ("9", "map 8B, kast 2")


def test_a_correction_tells_which_answer_it_takes_out(lines: tuple[HistoryLine, ...]) -> None:
    [told] = [taken_out(line) for line in lines if taken_out(line)]
    assert told == "gaat over het antwoord van 16 nov 2026"


def test_the_workbook_of_the_history_holds_the_text_that_was_shown(
    lines: tuple[HistoryLine, ...], meldboek: Meldboek, cast: Cast
) -> None:
    book = load_workbook(BytesIO(history_workbook(meldboek.consents.lists.history(cast.stijn))))
    events, texts = book.worksheets
    assert events.max_row == len(lines) + 1
    [_heads, kept] = list(texts.iter_rows(values_only=True))
    assert kept[:2] == ("9", "Start schooljaar")
    assert "Kruist u niets aan, dan is het antwoord nee." in str(kept[3])


def test_the_workbook_tells_where_the_pupil_is_shown_and_what_went(meldboek: Meldboek, cast: Cast) -> None:
    place = "https://wilgenhof.voorbeeld.nl/1"
    publications = meldboek.consents.publications
    number = publications.record(
        NewPublication(GIVEN, GUIDE, Medium.PHOTO, "Sportdag", (cast.stijn,), place, note="al geplaatst")
    )
    publications.take_down(number, [cast.stijn], NewRemoval(TODAY, "R. Vos", proof="schermafdruk"))
    book = load_workbook(BytesIO(history_workbook(meldboek.consents.lists.history(cast.stijn))))
    [_heads, row] = list(book["Publicaties"].iter_rows(values_only=True))
    assert row[1:6] == ("Sportdag", "Schoolgids", "foto", place, "nee")
    assert (str(row[8])[:10], *row[9:]) == (f"{TODAY}", "R. Vos", "weggehaald", "schermafdruk")


def test_the_card_names_the_purposes_and_what_is_known_by_now(
    lines: tuple[HistoryLine, ...], desk: Desk, cast: Cast, qtbot: object
) -> None:
    assert lines
    page = shown(desk)
    page.open(cast.stijn)
    told = " ".join(each.text() for each in page.pupils.card.findChildren(QLabel))
    assert "Nu bekend over die dag: had geen gezag (beschikking rechtbank)." in told
    assert "Doelen: Schoolgids, Pers, Nieuwsbrief, Website." in told
    assert "gaat over het antwoord van 16 nov 2026" in told
