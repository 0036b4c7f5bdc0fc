"""The ladders of the school: own rungs, closed and merged ones; nothing that was used disappears."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.errors import Invalid, Refused
from app.measures.lines import NewMeasure
from app.measures.requirement_rules import CHECKS
from app.protocol.ladders import Ladders, NewRung
from app.protocol.rules import Bound
from app.protocol.service import load_protocol
from tests.measures.conftest import House, sound_draft
from ui.kit.desk import Desk
from ui.school.protocol_section import ProtocolSection

TODAY = date(2026, 11, 16)
TASK = NewRung("pupil", "Hersteltaak", (Bound.PUPIL,), after="pupil.CONVERSATION", required=("reasons",))


@pytest.fixture
def ladders(house: House) -> Ladders:
    return house.measures.ladders


def test_every_requirement_of_the_data_has_its_check() -> None:
    assert {requirement.code for requirement in load_protocol().requirements} == set(CHECKS)


def test_an_own_rung_stands_where_the_school_wants_it(ladders: Ladders) -> None:
    code = ladders.add(TASK)
    labels = [rung.label for rung in ladders.protocol().ladder("pupil").on(TODAY)]
    assert labels[:3] == ["Gesprek", "Hersteltaak", "Toestel in bewaring"]
    ladders.change(code, NewRung("pupil", "Hersteltaak in de pauze", (Bound.PUPIL,), after="pupil.CONVERSATION"))
    assert ladders.protocol().rung(code).label == "Hersteltaak in de pauze"


@pytest.mark.parametrize(
    ("rung", "why"),
    [
        (NewRung("pupil", "x", (Bound.PUPIL,)), "without_name"),
        (NewRung("pupil", "Hersteltaak", ()), "for_nobody"),
        (NewRung("pupil", "Hersteltaak", (Bound.PUPIL, Bound.EMPLOYEE)), "for_others"),
        (NewRung("employee", "Hersteltaak", (Bound.PUPIL,)), "for_others"),
        (NewRung("pupil", "Hersteltaak", (Bound.PUPIL,), deciders=()), "without_decider"),
        (NewRung("pupil", "schorsing", (Bound.PUPIL,)), "is_suspension"),
        (NewRung("pupil", "Time-out van een dag", (Bound.PUPIL,)), "is_suspension"),
        (NewRung("pupil", "Waarschuwing", (Bound.PUPIL,)), "rung_exists"),
    ],
)
def test_a_rung_that_cannot_be_is_refused(ladders: Ladders, rung: NewRung, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        ladders.add(rung)


def test_a_used_rung_is_closed_and_keeps_what_rests_on_it(house: House, ladders: Ladders) -> None:
    code = ladders.add(TASK)
    measure_id = house.measures.propose(
        NewMeasure(house.pupil_case, house.cast.stijn, sound_draft(house, rung=code, first_day=None, last_day=None))
    )
    house.measures.decide(measure_id, "De pauze was de goede plek voor herstel.")
    ladders.close(code)
    assert code not in {rung.code for rung in ladders.protocol().ladder("pupil").on(TODAY)}
    assert house.measures.measure(measure_id).rung_label == "Hersteltaak"
    (line,) = [rung for rung in house.measures.ladder_of(house.cast.stijn).rungs if rung.code == code]
    assert (line.is_closed, len(line.measures)) == (True, 1)
    assert "measures.rung_closed" in {
        finding.code
        for finding in house.measures.findings(
            house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, sound_draft(house, rung=code)))
        )
    }
    ladders.close(code, merged_into="pupil.CONVERSATION")
    rungs = {rung.code: rung for rung in house.measures.ladder_of(house.cast.stijn).rungs}
    assert code not in rungs
    assert rungs["pupil.CONVERSATION"].measures[0].id == measure_id
    ladders.reopen(code)
    assert code in {rung.code for rung in ladders.protocol().ladder("pupil").on(TODAY)}


def test_a_shipped_rung_is_closed_but_not_changed(ladders: Ladders) -> None:
    with pytest.raises(Refused, match="is_shipped"):
        ladders.change("pupil.CONTACT_LIMIT", TASK)
    ladders.close("pupil.CONTACT_LIMIT")
    assert "pupil.CONTACT_LIMIT" not in {rung.code for rung in ladders.protocol().ladder("pupil").on(TODAY)}
    ladders.reopen("pupil.CONTACT_LIMIT")
    with pytest.raises(Refused, match="is_open"):
        ladders.reopen("pupil.CONTACT_LIMIT")
    with pytest.raises(Invalid, match="merge_elsewhere"):
        ladders.close("pupil.CONTACT_LIMIT", merged_into="employee.WARNING")


def test_a_ladder_never_becomes_empty(ladders: Ladders) -> None:
    *others, last = (rung.code for rung in ladders.protocol().ladder("employee").rungs)
    for code in others:
        ladders.close(code)
    with pytest.raises(Refused, match="last_rung"):
        ladders.close(last)


def test_what_the_school_added_stands_in_the_settings_and_is_counted_in_the_report(
    house: House, desk: Desk, qtbot: QtBot
) -> None:
    meldboek = desk.meldboek
    code = meldboek.ladders.add(TASK)
    section = ProtocolSection(desk)
    qtbot.addWidget(section)
    section.read()
    table = section.ladders["pupil"]
    (row,) = [texts for texts in table.texts() if texts[0] == "Hersteltaak"]
    assert row[1] == "van de school"
    draft = sound_draft(house, rung=code, first_day=None, last_day=None)
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, draft))
    house.measures.decide(measure_id, "De pauze was de goede plek voor herstel.")
    assert _counted(meldboek)["Hersteltaak"] == 1
    meldboek.ladders.close(code, merged_into="pupil.CONVERSATION")
    section.read()
    (row,) = [texts for texts in table.texts() if texts[0] == "Hersteltaak"]
    assert row[1] == "gesloten"
    assert (_counted(meldboek).get("Hersteltaak", 0), _counted(meldboek)["Gesprek"]) == (0, 1)


def _counted(meldboek: Meldboek) -> dict[str, int | None]:
    return {bar.label: bar.count for bar in meldboek.insights.report().part("rung").bars}
