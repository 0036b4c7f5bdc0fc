"""The text as the template gives it again, what is typed and not saved yet, and the article that the case got later."""

from __future__ import annotations

import pytest

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.kernel.errors import Refused
from app.letters.lines import LetterText, NewLetter
from app.letters.tables import CaseLetter
from app.letters.texts import TEXTS
from tests.letters.conftest import Office


def typed(office: Office, letter: int, body: str, subject: str = "Over") -> set[str]:
    to = office.letters.letter(letter).to.lines
    return {one.code for one in office.letters.typed(letter, LetterText(subject, body, to))[0]}


def test_what_is_typed_is_judged_without_being_kept(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    before = office.letters.letter(letter)
    assert typed(office, letter, before.body) == set()
    assert typed(office, letter, before.body + "\nMet Stijn.") == {"letters.other_name"}
    assert typed(office, letter, "leeg", subject="") == {"letters.part_missing", "letters.no_subject"}
    assert office.letters.letter(letter) == before
    pages = office.letters.typed(letter, LetterText("Anders", before.body, before.to.lines, ("Een kopie",)))[1]
    assert pages.paper is not None
    assert (pages.paper.subject, pages.paper.enclosures) == ("Anders", ("Een kopie",))


def test_the_original_text_is_what_the_letter_began_with(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    first = office.letters.letter(letter)
    office.letters.change(letter, "Alles weg.", subject="Iets anders")
    again = office.letters.original(letter)
    assert (again.subject, again.body) == (first.subject, first.body)
    assert office.letters.letter(letter).body == "Alles weg."


def test_a_letter_that_replaces_another_still_says_so_in_its_original_text(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.finalise(letter)
    new = office.letters.correct(letter)
    office.letters.change(new, "Kort.")
    again = office.letters.original(new).body
    assert again == f"Deze brief vervangt onze brief van 16 november 2026 met kenmerk 2026-2027/SM-001/BR-01.\n\n{body}"


def test_a_letter_to_somebody_who_gets_none_any_more_has_no_original(office: Office) -> None:
    first, second = office.letters.draft_for_measure(office.measure())
    cards = [office.letters.letter(one) for one in (first, second)]
    assert [office.letters.original(one.id).body for one in cards] == [one.body for one in cards]
    assert office.store.casework is not None
    with office.store.casework.write("letter.changed") as session:
        session.get_one(CaseLetter, first).person_ids = [99]
    with pytest.raises(Refused, match=r"letters\.no_original"):
        office.letters.original(first)


def test_an_article_that_is_missing_is_filled_once_in_the_case(office: Office) -> None:
    case_id = office.cases.report(
        NewReport("Appgroep", "Nare berichten.", involved=(NewInvolvement(InvolvementRole.ACTOR, office.cast.pien),))
    )
    (letter, *_more) = office.letters.draft(NewLetter("pupil_warning", case_id, office.cast.pien))
    found = {one.code: one.values for one in office.letters.letter(letter).findings}
    assert "letters.no_article" in found
    assert "onderdeel" not in str(found["letters.unfilled"]["blanks"])
    assert "Melding beoordelen" in TEXTS["letters.no_article"]
    (party,) = office.cases.case(case_id).parties
    office.cases.triage(case_id, NewTriage(school_related=True, about=((party.id, "CYBERBULLYING"),)))
    articles = office.cases.case(case_id).articles
    assert articles
    (known,) = [one for one in office.letters.letter(letter).findings if one.code == "letters.article_known"]
    assert known.values["articles"] == articles[0]
    assert f"(onderdeel {articles[0]})" in office.letters.original(letter).body
