"""What SQL counts of a whole school is what the answers come to when each pupil is read and judged."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from random import Random

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers, NewWithdrawal
from app.consents.matrix.overview import CellState
from app.consents.publications.lines import NewPublication, NewRemoval
from app.consents.rounds.lines import NewRound
from app.consents.rules import EventKind, Medium
from app.kernel.errors import Invalid
from tests.builders import Cast

CODES, TODAY = ("SCHOOL_GUIDE", "PRESS", "WEBSITE_PUBLIC"), date(2026, 11, 16)
SEEDS = range(12)


def _live(meldboek: Meldboek, cast: Cast, chance: Random) -> None:
    """A school in which a great deal was said, taken back, corrected and published."""
    consents, made = meldboek.consents, list[int]()
    for _turn in range(chance.randint(5, 25)):
        pupil = chance.choice((cast.noor, cast.stijn, cast.pien, cast.aylin))
        guardian = chance.choice(meldboek.people.pupil(pupil).guardians).id
        codes = chance.sample(CODES, chance.randint(1, len(CODES)))
        on = TODAY - timedelta(days=chance.randint(0, 90))
        match chance.choice(("answer", "answer", "answer", "withdraw", "correct", "expire", "publish")):
            case "answer":
                answers = tuple(Answer(code, yes=chance.random() < 0.6) for code in codes)
                made += consents.record(NewAnswers(pupil, guardian, answers, on, evidence="map"))
            case "withdraw":
                made += consents.withdraw(NewWithdrawal(pupil, guardian, tuple(codes), on))
            case "correct" if made:
                made += consents.correct([chance.choice(made)], "verkeerd")
            case "expire":
                with suppress(Invalid):  # nobody says yes that day
                    consents.expire(pupil, codes, on, "nieuw beleid")
            case _:
                people = tuple(chance.sample((cast.noor, cast.stijn, cast.pien, cast.aylin), 2))
                new = NewPublication(on, codes[0], Medium.PHOTO, "Sportdag", people, note="al geplaatst")
                number = consents.publications.record(new)
                if chance.random() < 0.3:
                    consents.publications.take_down(number, people[:1], NewRemoval(TODAY, "E. Terpstra"))


@pytest.fixture(params=SEEDS)
def lived(request: pytest.FixtureRequest, meldboek: Meldboek, cast: Cast) -> Meldboek:
    chance = Random(request.param)  # noqa: S311 - a story, no secret
    meldboek.consents.rounds.start(NewRound("Start schooljaar", "4"))
    _live(meldboek, cast, chance)
    if chance.random() < 0.5:
        meldboek.people.block_publication(cast.noor, TODAY, None, "geheim adres")
    return meldboek


def test_the_count_of_families_is_what_the_pupils_come_to(lived: Meldboek) -> None:
    consents = lived.consents
    torn, spoken, families = set[object](), dict[object, list[bool]](), lived.people.families()
    for row in consents.matrix().rows:
        family = families[row.pupil.id]
        heard = [line.counts for line in consents.history(row.pupil.id)
                 if line.kind in {EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN}]  # fmt: skip
        spoken.setdefault(family, []).append(any(heard))
        torn |= {family} if row.shows(CellState.DISAGREE) else set()
    found = consents.progress()
    assert (found.total, found.contradicting) == (len(spoken), len(torn))
    assert found.answered == sum(all(own) for own in spoken.values())


def test_the_tasks_are_those_on_the_cards_of_the_publications(lived: Meldboek) -> None:
    publications = lived.consents.publications
    cards = [publications.card(line.id) for line in publications.list()]
    tasks = [one.takedown for card in cards for one in card.people if one.takedown]
    assert set(publications.takedowns(open_only=False)) == set(tasks)
    assert set(publications.takedowns()) == {task for task in tasks if task.done is None}


def test_a_round_is_as_far_as_its_forms_say(lived: Meldboek) -> None:
    rounds = lived.consents.rounds
    (line,) = rounds.list()
    forms = rounds.forms(line.id)
    waiting = {form.family for form in forms if not form.answers}
    assert (line.forms, line.answered) == (len(forms), sum(form.answers > 0 for form in forms))
    assert (line.families, line.families_answered) == (4, 4 - len(waiting))
