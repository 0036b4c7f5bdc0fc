"""What takes something away, taken back: thirty acts deep, each in one step, and the school is what it was each time.

Nothing is deleted on a screen but by destruction, which is previewed, confirmed and certified. What else takes
something out of sight can be taken back: a merge, a list that was taken over, answers, a line that was put off, and
a kind of report.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.agenda.rules import AgendaItem
from app.application import Meldboek, start
from app.cases.beside.category_lines import NewCategory
from app.consents.answers.forms import Answer, NewAnswers
from app.imports.readings import Place, ReadColumn, Reading, ReadPupil
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from app.protocol.rules import Bound
from tests import builders
from tests.builders import Cast
from tests.faults import schools
from tests.faults.tally import Tally

DEEP, LISTED = 30, 3
GIVEN, LATER = date(2026, 11, 16), date(2026, 11, 18)
Undo = Callable[[], object]


def rows(folder: Path, times: int) -> Tally:
    """So many rows of thirty acts, undone the last first."""
    chance = random.Random(20)  # noqa: S311 - only an order
    wrong = 0
    for number in range(times):
        meldboek = start(schools.opened(schools.make(folder / f"{number}")))
        builders.profile(meldboek.school)
        wrong += _Walk(meldboek, builders.cast(meldboek.people), chance).there_and_back()
        wrong += not meldboek.store.verify().is_sound
        meldboek.store.close()
    return Tally("acts undone, the last of thirty first", times * DEEP, wrong, f"{times} rows of {DEEP}")


class _Walk:
    def __init__(self, meldboek: Meldboek, cast: Cast, chance: random.Random) -> None:
        assert meldboek.casework is not None
        self._meldboek, self._chance, self._made = meldboek, chance, 0
        self._kinds = meldboek.casework.cases.categories
        self._said: dict[tuple[int, str], bool] = {}
        self._pupils = (cast.noor, cast.stijn, cast.pien, cast.aylin)
        people = meldboek.people
        self._twice = [people.add_pupil(NewPupil(PersonName("Noor", "de", f"Graaf{n}"))) for n in range(DEEP)]
        self._own = [self._kinds.add(NewCategory(f"Soort {n}", (Bound.PUPIL,))) for n in range(DEEP)]

    def there_and_back(self) -> int:
        """How often the school was not what it was before an act."""
        acts = (self._merge, self._import, self._answer, self._put_off, self._hide)
        course: list[tuple[object, Undo]] = []
        for _act in range(DEEP):
            before = self._seen()
            course.append((before, self._chance.choice(acts)()))
            self._made += 1
        wrong = 0
        for before, undo in reversed(course):
            wrong += self._seen() == before  # an act that changed nothing proves nothing
            undo()
            wrong += self._seen() != before
        return wrong

    def _seen(self) -> object:
        """What the screens tell: every person, every answer, what waits, and the kinds of reports."""
        consents, agenda = self._meldboek.consents, self._meldboek.agenda
        people = {card.id: card for card in self._meldboek.people.enrolled()}
        answers = [[(one.cell, one.answers) for one in consents.card(pupil).purposes] for pupil in self._pupils]
        return people, answers, set(agenda.putting_off.standing()), self._kinds.all()

    def _merge(self) -> Undo:
        people = self._meldboek.people
        merged = people.merge(self._twice.pop(), self._chance.choice(self._pupils))
        return lambda: people.undo_merge(merged)

    def _import(self) -> Undo:
        imports = self._meldboek.imports
        names = [PersonName("Kind", "", f"Vos{self._made}-{place}") for place in range(LISTED)]
        pupils = tuple(
            ReadPupil(Place(place + 2), name, f"9{self._made:02}{place}", date(2017, 1, 1 + place), "6A")
            for place, name in enumerate(names)
        )
        columns = tuple(ReadColumn(name, name) for name in ("number", "first_name", "surname", "birth_date", "group"))
        imports.apply(imports.compare(Reading("lijst.xlsx", pupils, columns)))
        taken = imports.history()[0].id
        return lambda: imports.undo(taken)

    def _answer(self) -> Undo:
        consents, pupil = self._meldboek.consents, self._chance.choice(self._pupils)
        guardian = self._meldboek.people.pupil(pupil).guardians[0].id
        code = self._chance.choice(consents.purposes()).code
        yes = self._said[pupil, code] = not self._said.get((pupil, code), False)  # the same again would tell nothing
        answer = Answer(code, yes=yes)
        events = consents.record(NewAnswers(pupil, guardian, (answer,), GIVEN, evidence="map"))
        return lambda: consents.correct(events, "ongedaan gemaakt bij het invoeren")

    def _put_off(self) -> Undo:
        waits = self._meldboek.agenda.putting_off
        item = AgendaItem(f"task:{self._made}", "list-checks", "Ouders bellen", "", LATER, "cases")
        waits.put_off(item, LATER, "overleg")
        return lambda: waits.bring_back(item)

    def _hide(self) -> Undo:
        kind = self._own.pop()
        self._kinds.hide(kind)
        return lambda: self._kinds.bring_back(kind)
