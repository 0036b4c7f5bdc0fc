"""The letters that the ladders name, each when its time has come, on the real store."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.kernel.clock import at
from app.kernel.errors import Refused
from app.kernel.findings import Severity
from app.letters.lines import LetterCard, NewLetter
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure, NewProceeding
from app.protocol.remedy_rules import RemedyKind
from tests.letters.conftest import Office

DISMISSAL = Draft(
    "employee.SUMMARY_DISMISSAL",
    decided_on=date(2026, 11, 16),
    decider=Decider.BOARD,
    decided_by="H. van Vliet",
    facts="u schreef ’s nachts berichten aan een leerling",
    knowledge_at=at(2026, 11, 12, 8, 30),
    registered=True,
)


def letters(office: Office, measure: int) -> list[LetterCard]:
    return [office.letters.letter(one) for one in office.letters.draft_for_measure(measure)]


def propose(office: Office, draft: Draft, person: int) -> int:
    return office.measures.propose(NewMeasure(office.case_id, person, draft))


def removal(office: Office) -> int:
    """A decided removal with all that the law wants before it."""
    heard = [
        Hearing(role, name, held_at=at(2026, 11, 10, 15), has_authority=role is HeardAs.GUARDIAN)
        for role, name in ((HeardAs.GUARDIAN, "I. de Graaf"), (HeardAs.TEACHER, "A. van der Sluis"))
    ]
    draft = Draft(
        "pupil.REMOVAL",
        first_day=date(2026, 11, 30),
        decided_on=date(2026, 11, 16),
        decider=Decider.BOARD,
        decided_by="H. van Vliet",
        facts="Noor bedreigde een leerkracht.",
        reasons="Een lichtere maatregel hielp niet.",
        hearings=tuple(heard),
        intent_on=date(2026, 11, 2),
        other_school="Basisschool De Vlindertuin",
        other_school_on=date(2026, 11, 9),
        objection_clause=True,
    )
    measure = propose(office, draft, office.cast.noor)
    office.measures.decide(measure, "besproken met het bestuur")
    return measure


def filled_in(office: Office, letter: LetterCard) -> None:
    """Fill in every blank, as a director would."""
    office.letters.change(letter.id, re.sub("‹[^›]*›", "ingevuld", letter.body))


def codes(card: LetterCard) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in card.findings}


def test_a_summary_dismissal_cannot_be_final_before_a_jurist_was_asked(office: Office) -> None:
    measure = propose(office, DISMISSAL, office.cast.hartog)
    (letter,) = letters(office, measure)
    assert "Wij weten dit sinds 12 november 2026, 08:30 uur" in letter.body
    filled_in(office, letter)
    assert codes(office.letters.letter(letter.id)) == {
        "letters.no_signature": Severity.BLOCK,
        "letters.no_jurist": Severity.BLOCK,
        "letters.not_decided": Severity.BLOCK,
        "letters.no_address": Severity.INFO,
    }
    with pytest.raises(Refused):
        office.letters.finalise(letter.id)
    office.measures.change(measure, replace(DISMISSAL, jurist_on=date(2026, 11, 13)))
    assert codes(office.letters.letter(letter.id))["letters.jurist_reads"] is Severity.INFO
    assert "letters.no_jurist" not in codes(office.letters.letter(letter.id))


def test_by_hand_a_summary_dismissal_is_never_final_nor_signed_by_the_director(office: Office) -> None:
    (made,) = office.letters.start(NewLetter("summary_dismissal", office.case_id, office.cast.hartog))
    found = codes(office.letters.letter(made))
    assert found["letters.no_jurist"] is found["letters.no_signature"] is Severity.BLOCK


def test_a_talk_is_invited_to_before_and_reported_after(office: Office) -> None:
    talk = Draft("pupil.CONVERSATION", facts="een filmpje in de gymles")
    measure = propose(office, talk, office.cast.noor)
    assert [letter.template for letter in letters(office, measure)] == ["invitation"]
    mother = office.people.pupil(office.cast.noor).guardians[0].id
    heard = Hearing(
        HeardAs.GUARDIAN, "Ilse de Graaf", mother, held_at=at(2026, 11, 13, 15), report="Moeder schrok ervan"
    )
    office.measures.change(measure, replace(talk, hearings=(heard,)))
    (report,) = letters(office, measure)
    assert (report.template, report.subject) == ("hearing_report", "Verslag van het gesprek over Noor")
    for words in (
        "vrijdag 13 november 2026",
        "Wij spraken met u.",
        "Een filmpje in de gymles.",
        "Moeder schrok ervan.",
    ):
        assert words in report.body


def test_once_the_talk_is_the_decision_its_invitation_promises_no_other(office: Office) -> None:
    talk = Draft("pupil.CONVERSATION", decided_on=date(2026, 11, 16), facts="een filmpje in de gymles")
    measure = propose(office, talk, office.cast.noor)
    office.measures.decide(measure)
    (invitation,) = letters(office, measure)
    assert invitation.template == "invitation"
    assert "Wij laten het nu bij dit gesprek." in invitation.body
    assert "pas daarna" not in invitation.body


@pytest.mark.parametrize("who", ["stijn", "pien", "noor", "hartog"])
def test_what_the_measure_promises_is_what_is_made(office: Office, who: str) -> None:
    person = getattr(office.cast, who)
    rung = "employee.WARNING" if who == "hartog" else "pupil.WARNING"
    promised = office.letters.reached(person)
    made = letters(office, office.measure(rung, person, decide=False))
    assert [letter.to for letter in made] == list(promised)


def test_an_objection_asks_for_its_decision_first(office: Office) -> None:
    measure = removal(office)
    assert "objection_decision" not in [letter.template for letter in letters(office, measure)]
    office.measures.proceedings.receive(measure, NewProceeding(RemedyKind.OBJECTION, date(2026, 11, 16)))
    first = letters(office, measure)[0]
    assert first.template == "objection_decision"
    assert "Op 16 november 2026 hebben wij uw bezwaar ontvangen." in first.body
    assert "kort geding" in first.body


def test_the_inspectorate_reads_no_name_and_whole_sentences(office: Office) -> None:
    notice = letters(office, office.measure("pupil.SUSPENSION"))[-1]
    assert "maakte de leerling in de gymles" in notice.body
    assert "van dinsdag 17 november 2026 tot en met donderdag 19 november 2026: 3 schooldagen" in notice.body


def test_a_parent_is_called_as_in_a_letter(office: Office) -> None:
    stijn = office.cast.stijn
    father = office.people.pupil(stijn).guardians[0].id
    heard = (Hearing(HeardAs.GUARDIAN, "R. Bakker", father, held_at=at(2026, 11, 13, 15)),)
    measure = propose(office, Draft("pupil.WARNING", facts="Stijn filmde.", hearings=heard), stijn)
    assert "op 13 november 2026 gesproken met de heer R. Bakker." in letters(office, measure)[0].body


def test_the_footer_of_a_final_letter_tells_where_the_log_stood(office: Office) -> None:
    first, *_others = letters(office, office.measure())
    assert office.store.casework is not None
    head = office.store.casework.short_head()[:8]
    assert head not in text_of(office.letters.preview(first.id))
    office.letters.finalise(first.id, to_tray=False)
    pdf, card = office.letters.preview(first.id), office.letters.letter(first.id)
    assert f"{card.control} · {head}" in text_of(pdf)


def test_the_timeline_names_the_parents_without_saying_aan_twice(office: Office) -> None:
    new = NewLetter("invitation", office.case_id, office.cast.stijn)
    letter = office.letters.letter(office.letters.draft(new)[0])
    filled_in(office, letter)
    office.letters.finalise(letter.id, to_tray=False)
    texts = [entry.text for entry in office.cases.timeline(office.case_id)]
    assert "Aan de ouder(s)/verzorger(s) van Stijn Bakker, kenmerk 2026-2027/SM-001/BR-01." in texts


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
