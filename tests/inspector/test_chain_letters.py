"""The letters of the duties of article 4a: to the board, parents, person concerned, police and inspector."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import open_meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.casework import Casework
from app.inspector.chain import Step
from app.inspector.lines import CallNotes, NewStep
from app.inspector.rules import Domain, Reason, Suspicion
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.letters.lines import NewLetter
from app.letters.rules import Delivery
from app.letters.templates.catalogue import templates
from app.police.rules import NewPoliceReport, PoliceKind
from tests.builders import COORDINATOR, Cast
from ui.inspector.chain_card import LETTERS
from ui.inspector.page import InspectorPage
from ui.kit.desk import Desk


def _consulted(work: Casework, case_id: int, found: Suspicion) -> None:
    said = CallNotes(Reason.STATUTORY_4A, domain=Domain.SEXUAL_INTIMIDATION, advice="Doe aangifte.", suspicion=found)
    work.inspector.finish(work.inspector.start(case_id, said), said)
    now = work.inspector.log()[0].ended_at
    assert now is not None
    work.inspector.record_step(case_id, NewStep(Step.CONCLUSION, now, "Na het overleg.", found, "H. van Vliet"))


def _blocks(work: Casework, letter_id: int) -> set[str]:
    with pytest.raises(Refused) as refused:
        work.letters.finalise(letter_id)
    return {finding.code.rpartition(".")[2] for finding in refused.value.findings if "chain" in finding.code}


def test_every_step_that_is_written_about_has_its_letter_and_none_enters_a_dossier() -> None:
    codes = [code for letters in LETTERS.values() for code, _label in letters]
    assert len(codes) == len(set(codes)) == 7
    for code in codes:
        assert templates()[code].is_closed
        assert templates()[code].is_confidential
        assert not templates()[code].is_filed


def test_the_letter_to_the_board_names_the_moment_and_no_person(work: Casework, case_id: int) -> None:
    (letter_id,) = work.letters.draft_for_chain(case_id, "board_notice")
    card = work.letters.letter(letter_id)
    assert "bekend sinds 16 november 2026, 08:00 uur" in card.body
    assert "0900-1113111" in card.body
    assert "Hartog" not in card.body
    assert "Stijn" not in card.body
    assert card.to.lines[0] == "Stichting De Waaier"
    assert card.delivery is Delivery.MYSELF
    assert work.letters.draft_for_chain(case_id, "board_notice") == (letter_id,)


def test_parents_and_person_get_their_letter_after_the_conclusion_and_before_the_report(
    work: Casework, case_id: int, cast: Cast
) -> None:
    (parents,) = work.letters.draft_for_chain(case_id, "report_parents_notice")
    (person,) = work.letters.draft_for_chain(case_id, "report_person_notice")
    assert work.letters.letter(parents).about_id == cast.stijn
    assert work.letters.letter(person).about_id == cast.hartog
    assert _blocks(work, parents) == _blocks(work, person) == {"chain_suspicion"}
    _consulted(work, case_id, Suspicion.YES)
    found = {finding.code for finding in work.letters.letter(parents).findings}
    assert not any("chain" in code for code in found)
    assert "Hartog" not in work.letters.letter(parents).body
    now = at(2026, 11, 16, 14, 5)
    for step in (Step.PARENTS_TOLD, Step.PERSON_TOLD):
        work.inspector.record_step(case_id, NewStep(step, now))
    work.police.add(case_id, NewPoliceReport(PoliceKind.AANGIFTE, now, "E. Terpstra", "Seksuele berichten"))
    assert "letters.chain_reported" in {finding.code for finding in work.letters.letter(person).findings}


def test_a_pupil_who_is_added_later_gets_a_letter_and_the_first_is_not_written_twice(
    work: Casework, case_id: int, cast: Cast
) -> None:
    first = work.letters.draft_for_chain(case_id, "report_parents_notice")
    work.cases.involve(case_id, NewInvolvement(InvolvementRole.AFFECTED, cast.noor))
    both = work.letters.draft_for_chain(case_id, "report_parents_notice")
    assert set(first) < set(both)
    assert {work.letters.letter(letter).about_id for letter in both} == {cast.stijn, cast.noor}
    assert work.letters.draft_for_chain(case_id, "report_parents_notice") == tuple(sorted(both, reverse=True))


def test_the_letter_to_the_inspector_waits_for_the_report_and_tells_when_all_was_done(
    work: Casework, case_id: int
) -> None:
    (early,) = work.letters.draft_for_chain(case_id, "report_inspector_notice")
    assert _blocks(work, early) == {"chain_report_first"}
    work.letters.discard(early)
    _consulted(work, case_id, Suspicion.YES)
    now = at(2026, 11, 16, 14, 5)
    for step in (Step.PARENTS_TOLD, Step.PERSON_TOLD):
        work.inspector.record_step(case_id, NewStep(step, now))
    work.police.add(case_id, NewPoliceReport(PoliceKind.AANGIFTE, now, "E. Terpstra", "Seksuele berichten"))
    (letter_id,) = work.letters.draft_for_chain(case_id, "report_inspector_notice")
    body = work.letters.letter(letter_id).body
    assert body.count("16 november 2026, 14:05 uur") == 5
    assert "Hartog" not in body
    assert not any("chain" in finding.code for finding in work.letters.letter(letter_id).findings)


def test_when_there_is_no_suspicion_the_letters_say_so(work: Casework, case_id: int) -> None:
    (person,) = work.letters.draft_for_chain(case_id, "cleared_person_notice")
    assert _blocks(work, person) == {"chain_cleared"}
    _consulted(work, case_id, Suspicion.NO)
    assert not any("chain" in finding.code for finding in work.letters.letter(person).findings)
    (parents,) = work.letters.draft_for_chain(case_id, "cleared_parents_notice")
    assert "geen redelijk vermoeden" in work.letters.letter(parents).body


def test_a_final_letter_of_the_chain_enters_no_dossier(work: Casework, case_id: int, cast: Cast) -> None:
    _consulted(work, case_id, Suspicion.NO)
    for code, person in (("cleared_parents_notice", cast.stijn), ("cleared_person_notice", cast.hartog)):
        (letter_id,) = work.letters.draft_for_chain(case_id, code)
        text = work.letters.letter(letter_id).body
        work.letters.change(
            letter_id, text.replace("‹vul in:", "").replace("›", ""), address=("A", "Straat 1", "Plaats")
        )
        work.letters.finalise(letter_id)
        assert work.letters.of_person(person) == ()
        assert "redelijk vermoeden" not in repr(work.dossiers.compile(person))


def test_a_letter_about_nobody_says_who_must_be_in_the_case_first(work: Casework) -> None:
    made = work.cases.report(NewReport("Iets", involved=(NewInvolvement(InvolvementRole.REPORTER, name="Een ouder"),)))
    with pytest.raises(Refused, match=r"letters\.chain_nobody"):
        work.letters.draft_for_chain(made, "board_notice")


def test_a_coordinator_writes_and_sees_no_letter_of_the_chain(
    work: Casework, desk: Desk, cast: Cast, folder: Path, clock: FixedClock
) -> None:
    affected = NewInvolvement(InvolvementRole.AFFECTED, cast.noor)
    made = work.cases.report(NewReport("Bedreiging in een appgroep", involved=(affected,)))
    coordinator = next(user for user in desk.meldboek.store.users() if user.name == COORDINATOR.name)
    work.cases.let_in(made, (coordinator,))
    (letter_id,) = work.letters.draft_for_chain(made, "board_notice")
    desk.meldboek.store.close()
    theirs = open_meldboek(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert theirs.casework is not None
    letters = theirs.casework.letters
    assert letters.of_case(made) == ()
    with pytest.raises(Refused, match=r"letters\.unknown"):
        letters.letter(letter_id)
    attempts: tuple[Callable[[], tuple[int, ...]], ...] = (
        lambda: letters.draft_for_chain(made, "board_notice"),
        lambda: letters.start(NewLetter("report_parents_notice", made, cast.noor)),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match=r"letters\.only_leadership"):
            attempt()
    theirs.store.close()


def test_the_chain_offers_the_letter_of_the_step_to_do_now(
    page: InspectorPage, work: Casework, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    gone: list[tuple[str, object]] = []

    def go(name: str, target: object = None) -> None:
        gone.append((name, target))

    desk.go = go
    assert _offered(page) == ["Brief aan het bestuur"]
    _press(page, "Brief aan het bestuur")
    (line,) = work.letters.of_case(case_id)
    assert gone == [("letters", line.id)]
    work.inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 9, 0)))
    _consulted(work, case_id, Suspicion.YES)
    page.reload()
    wanted = ["Brief aan het bestuur", "Brief aan de ouders", "Brief aan de betrokkene"]
    qtbot.waitUntil(lambda: _offered(page) == wanted)


def _offered(page: InspectorPage) -> list[str]:
    return [each.text() for each in _buttons(page) if each.text().startswith("Brief")]


def _press(page: InspectorPage, text: str) -> None:
    next(each for each in _buttons(page) if each.text() == text).click()


def _buttons(page: InspectorPage) -> list[QPushButton]:
    return [each for each in page.chain.findChildren(QPushButton) if each.isVisibleTo(page)]
