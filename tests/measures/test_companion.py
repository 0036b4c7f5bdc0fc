"""Who came along to a hearing has a place of its own: on the screen, in the dossier and in the report for a family."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.dossiers.masking_rules import Mask, Other
from app.dossiers.measure_part import measure_of
from app.kernel.clock import at
from app.letters.contents.heard import talk_facts
from app.measures.facts import HeardAs, Hearing
from app.people.rules import PersonKind
from tests.measures.conftest import House, decided, sound_draft
from ui.kit.desk import Desk
from ui.measures.hearing_sheet import hearing_sheet, kept, restored
from ui.measures.words import who

FATHER = Hearing(HeardAs.GUARDIAN, "R. Bakker", 2, held_at=at(2026, 11, 16, 13, 15), assisted_by="mr. A. Kramer")


def test_who_came_along_is_written_in_the_sheet_and_stands_beside_the_name(desk: Desk, qtbot: QtBot) -> None:
    made: list[Hearing] = []
    sheet = hearing_sheet(desk, replace(FATHER, assisted_by=""), made.append)
    qtbot.addWidget(sheet)
    sheet.form.set_values({"assisted_by": "mr. A. Kramer, raadsman"})
    sheet.submit()
    assert made[0].assisted_by == "mr. A. Kramer, raadsman"
    assert who(made[0]) == "R. Bakker, ouder, met mr. A. Kramer, raadsman"
    assert restored(kept(made[0])) == made[0]


def test_who_came_along_is_kept_and_stands_in_the_dossier(house: House) -> None:
    first, *others = sound_draft(house).hearings
    measure_id = decided(house, hearings=(replace(first, assisted_by="tante Fleur"), *others))
    card = house.measures.measure(measure_id)
    assert card.draft.hearings[0].assisted_by == "tante Fleur"
    mask = Mask(Other(house.cast.stijn, PersonKind.PUPIL, house.people.pupil(house.cast.stijn).name), (), ())
    told = [text for _label, text in measure_of(card, mask).details]
    assert any("met tante Fleur" in text for text in told)


def test_the_report_for_the_family_says_who_else_was_there() -> None:
    assert talk_facts((FATHER,))["present"] == "R. Bakker en mr. A. Kramer"
