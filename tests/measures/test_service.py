"""Measures on the real encrypted store: proposed, judged, decided, communicated, objected to, ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.measures.facts import Draft, HeardAs, Hearing, Status
from app.measures.lines import MeasureFilter, NewMeasure, NewNotice, NewProceeding, Outcome, Wanted
from app.measures.rules import findings
from app.protocol.remedy_rules import RemedyKind
from tests.measures.conftest import FIRST, LAST, House, decided, propose, sound_draft

TODAY = date(2026, 11, 16)
HOW = "per post en e-mail"
REASON = "Er was acuut gevaar in de groep."


def test_a_new_form_knows_who_must_be_heard_and_who_decides(house: House) -> None:
    form = house.measures.new_form(house.pupil_case, house.cast.stijn)
    assert form.proposal is not None
    assert form.draft.rung == form.proposal.rung == "pupil.CONVERSATION"
    assert [hearing.name for hearing in form.draft.hearings] == ["Stijn Bakker", "R. Bakker", "S. Bakker-Smit"]
    assert form.draft.decided_by == "E. Terpstra"
    assert form.draft.decided_on == TODAY


def test_a_draft_is_judged_without_the_database_as_with_it(house: House) -> None:
    form = house.measures.new_form(house.pupil_case, house.cast.stijn)
    draft = sound_draft(house, last_day=date(2026, 11, 30))
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, draft))
    assert findings(draft, form.background) == house.measures.findings(measure_id)


def test_a_fourteen_day_suspension_is_recorded_but_notdecided(house: House) -> None:
    measure_id = propose(house, last_day=date(2026, 11, 30))
    with pytest.raises(Refused, match="cannot_decide") as refused:
        house.measures.decide(measure_id, "Toch")
    assert refused.value.findings[0].values["last_day"] == LAST
    house.measures.change(measure_id, sound_draft(house))
    house.measures.decide(measure_id, "Eerdere stappen zijn mondeling gezet.")
    assert house.measures.measure(measure_id).status is Status.DECIDED


def test_a_talk_without_facts_is_recorded_but_not_decided(house: House) -> None:
    talk = house.measures.new_form(house.pupil_case, house.cast.stijn, "pupil.CONVERSATION").draft
    assert not talk.facts
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, talk))
    for decide in (
        lambda: house.measures.decide(measure_id, REASON),
        lambda: house.measures.conclude(NewMeasure(house.pupil_case, house.cast.stijn, talk), measure_id, REASON),
    ):
        with pytest.raises(Refused, match="cannot_decide") as refused:
            decide()
        assert "measures.facts_missing" in {finding.code for finding in refused.value.findings}
    assert house.measures.measure(measure_id).status is Status.PROPOSED
    house.measures.change(measure_id, replace(talk, facts="Stijn plaatste een bewerkte foto."))
    house.measures.decide(measure_id, REASON)
    assert house.measures.measure(measure_id).status is Status.DECIDED


def test_a_decision_from_the_form_is_kept_whole_or_not_at_all(house: House) -> None:
    too_long = NewMeasure(house.pupil_case, house.cast.stijn, sound_draft(house, last_day=date(2026, 11, 30)))
    with pytest.raises(Refused, match="cannot_decide"):
        house.measures.conclude(too_long, None, REASON)
    assert house.measures.overview() == ()
    good = NewMeasure(house.pupil_case, house.cast.stijn, sound_draft(house))
    first = house.measures.conclude(good, None, REASON)
    proposal = propose(house, first_day=date(2026, 12, 1), last_day=date(2026, 12, 2))
    later = replace(good, draft=sound_draft(house, first_day=date(2026, 12, 7), last_day=date(2026, 12, 8)))
    assert house.measures.conclude(later, proposal, REASON) == proposal
    assert first != proposal


def test_a_warning_asks_a_reason_that_is_kept(house: House) -> None:
    measure_id = propose(house)
    with pytest.raises(Refused, match="reason_for_warnings") as refused:
        house.measures.decide(measure_id)
    assert [finding.code for finding in refused.value.findings] == ["measures.rung_skipped"]
    for hollow in (".", "Acuut"):
        with pytest.raises(Invalid, match="reason_too_short"):
            house.measures.decide(measure_id, hollow)
    house.measures.decide(measure_id, REASON)
    assert house.measures.measure(measure_id).warnings_reason == REASON


def test_a_decision_stands_in_the_timeline_for_this_person_only(house: House) -> None:
    decided(house)
    entry = house.cases.timeline(house.pupil_case)[0]
    assert entry.title == "Besluit: schorsing · Stijn Bakker"
    assert entry.filed_for == (house.cast.stijn,)
    assert not house.cases.items_for_dossier(house.cast.pien)


def test_a_decision_is_not_changed_any_more(house: House) -> None:
    measure_id = decided(house)
    with pytest.raises(Refused, match="already_decided"):
        house.measures.change(measure_id, sound_draft(house))
    with pytest.raises(Refused, match="already_decided"):
        house.measures.decide(measure_id)
    with pytest.raises(Refused, match="already_decided"):
        house.measures.announce_intent(measure_id, TODAY, registered=True, counsel_told=True)


def test_hearings_are_added_changed_and_taken_away(house: House) -> None:
    measure_id = propose(house, hearings=())
    house.measures.add_hearing(measure_id, Hearing(HeardAs.TEACHER, "Jan Hartog"))
    draft = house.measures.measure(measure_id).draft
    (hearing,) = draft.hearings
    changed = replace(hearing, report="Hij herkent het beeld.")
    house.measures.change(measure_id, replace(draft, hearings=(changed, Hearing(HeardAs.PUPIL, "Stijn"))))
    now = house.measures.measure(measure_id).draft.hearings
    assert now[0] == changed
    assert now[1].name == "Stijn"
    house.measures.change(measure_id, replace(draft, hearings=()))
    assert house.measures.measure(measure_id).draft.hearings == ()
    with pytest.raises(Invalid, match="no_hearing_name"):
        house.measures.add_hearing(measure_id, Hearing(HeardAs.OTHER))


def test_a_measure_runs_on_its_days_and_ends_after_them(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    assert house.measures.running(FIRST)[0].id == measure_id
    assert house.measures.running(LAST + timedelta(days=1)) == ()
    clock.at = at(2026, 11, 17, 9)
    assert house.measures.overview(MeasureFilter(Wanted.RUNNING))[0].status is Status.RUNNING
    clock.at = at(2026, 11, 24, 9)
    assert house.measures.measure(measure_id).status is Status.ENDED
    assert house.measures.overview(MeasureFilter(Wanted.RUNNING)) == ()


def test_the_overview_filters(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    proposal = propose(house, first_day=date(2026, 12, 1), last_day=date(2026, 12, 2))
    assert [line.id for line in house.measures.overview()] == [proposal, measure_id]
    assert [line.id for line in house.measures.overview(MeasureFilter(Wanted.PROPOSALS))] == [proposal]
    assert [line.id for line in house.measures.overview(MeasureFilter(Wanted.UNDELIVERED))] == [measure_id]
    assert house.measures.overview(MeasureFilter(Wanted.ENDING)) == ()
    clock.at = at(2026, 11, 23, 9)
    assert [line.id for line in house.measures.overview(MeasureFilter(Wanted.ENDING))] == [measure_id]
    objection = house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, date(2026, 11, 20)))
    assert [line.id for line in house.measures.overview(MeasureFilter(Wanted.OBJECTION))] == [measure_id]
    house.measures.proceedings.decide(objection, date(2026, 11, 23), Outcome.REJECTED, "ongegrond")
    assert house.measures.overview(MeasureFilter(Wanted.OBJECTION)) == ()


def test_the_ladder_carries_the_history_and_proposes_what_comes_next(house: House) -> None:
    decided(house)
    withdrawn = propose(house)
    house.measures.withdraw(withdrawn, "Dubbel")
    view = house.measures.ladder_of(house.cast.stijn)
    assert [rung.label for rung in view.rungs][:2] == ["Gesprek", "Toestel in bewaring"]
    assert {rung.code: len(rung.measures) for rung in view.rungs}["pupil.SUSPENSION"] == 1
    proposal = house.measures.new_form(house.pupil_case, house.cast.stijn).proposal
    assert proposal is not None
    assert proposal.rung == "pupil.WARNING"
    words = [reason.code.removeprefix("measures.propose_") for reason in proposal.reasons]
    assert words == ["after", "light", "not_higher"]


def test_what_comes_after_a_decision_needs_a_decision(house: House) -> None:
    measure_id = propose(house)
    with pytest.raises(Refused, match="not_decided"):
        house.measures.communicate(measure_id, NewNotice(TODAY, HOW))
    with pytest.raises(Refused, match="not_decided"):
        house.measures.end(measure_id, TODAY)
    with pytest.raises(Refused, match="not_decided"):
        house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, TODAY))


def test_wrong_dates_and_missing_reasons_are_refused(house: House) -> None:
    measure_id, later = decided(house), TODAY + timedelta(days=1)
    with pytest.raises(Invalid, match="in_future"):
        house.measures.communicate(measure_id, NewNotice(later, HOW))
    with pytest.raises(Invalid, match="no_how"):
        house.measures.communicate(measure_id, NewNotice(TODAY, " "))
    with pytest.raises(Refused, match="no_objection"):
        house.measures.proceedings.decide(99, TODAY, Outcome.UPHELD, "gegrond")
    with pytest.raises(Invalid, match="no_reason"):
        house.measures.proceedings.decide(99, TODAY, Outcome.UPHELD, "")
    with pytest.raises(Invalid, match="end_before_start"):
        house.measures.end(measure_id, TODAY)
    with pytest.raises(Invalid, match="no_reason"):
        house.measures.end(measure_id, date(2026, 11, 18))
    with pytest.raises(Invalid, match="no_reason"):
        house.measures.withdraw(measure_id, "")
    with pytest.raises(Refused, match=r"measures\.unknown"):
        house.measures.measure(99)


def test_a_suspension_may_end_early_with_a_reason(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    clock.at = at(2026, 11, 19, 9)
    house.measures.end(measure_id, date(2026, 11, 19), "Er is een goed gesprek geweest.")
    card = house.measures.measure(measure_id)
    assert card.status is Status.ENDED
    assert card.end_reason == "Er is een goed gesprek geweest."
    assert house.measures.running(date(2026, 11, 20)) == ()


def test_a_withdrawn_decision_leaves_a_line_and_takes_no_more(house: House) -> None:
    measure_id = decided(house)
    house.measures.withdraw(measure_id, "De feiten bleken anders.")
    assert house.cases.timeline(house.pupil_case)[0].title == "Ingetrokken: schorsing · Stijn Bakker"
    assert house.measures.measure(measure_id).status is Status.WITHDRAWN
    with pytest.raises(Refused, match="is_over"):
        house.measures.communicate(measure_id, NewNotice(TODAY, HOW))


def test_measures_are_found_by_case_and_by_person(house: House) -> None:
    measure_id = propose(house)
    assert [line.id for line in house.measures.of_case(house.pupil_case)] == [measure_id]
    assert [line.id for line in house.measures.of_person(house.cast.stijn)] == [measure_id]
    assert house.measures.of_person(house.cast.pien) == ()
    form = house.measures.form(measure_id)
    assert (form.measure_id, form.status) == (measure_id, Status.PROPOSED)
    assert "pupil.ACCESS_BAN" not in {rung.code for rung in form.background.standing}


def test_an_overview_asks_as_much_for_hundreds_of_measures_as_for_one(house: House) -> None:
    asked: list[str] = []
    event.listen(house.measures._drawer.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    draft, counts = Draft("pupil.CONVERSATION"), []
    for number in (1, 60):
        with house.measures._drawer.write("test.filled"):
            for _again in range(number):
                house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, draft))
        asked.clear()
        assert house.measures.overview()
        counts.append(len(asked))
    assert counts[0] == counts[1]
