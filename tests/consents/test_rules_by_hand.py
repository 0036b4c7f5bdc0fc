"""What was worked out by hand for some eighty families is what the register answers, cell by cell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.application import Meldboek, open_meldboek
from app.consents.answers.forms import Answer, NewAnswers, NewRequest, NewWithdrawal
from app.consents.rules import Medium
from app.kernel.clock import FixedClock, at
from app.kernel.names import PersonName
from app.people.block_rules import FromWhom, Reach
from app.people.rules import Authority, NewGuardian, NewPupil, RelationKind
from tests.builders import DIRECTOR
from tests.consents.hand_written import INST, Act, Cell, G, P, Story
from tests.consents.hand_written_guardians import GUARDIANS
from tests.consents.hand_written_more import MORE
from tests.consents.hand_written_pupils import PUPILS

STORIES = GUARDIANS + PUPILS + MORE
CELLS = [(story, cell) for story in STORIES for cell in story.cells]
GEZAG = {"ja": Authority.YES, "nee": Authority.NO, "?": Authority.ASSUMED}
RELATIONS = {G: RelationKind.GUARDIAN_PERSON, INST: RelationKind.GUARDIAN_INSTITUTION, P: RelationKind.CARER}
REACHES = {
    "": Reach.EVERYBODY,
    "buiten de school": Reach.OUTSIDE,
    "buiten de groep": Reach.OTHER_GROUPS,
    "persoon": Reach.PERSON,
}
MEDIA = {"foto": Medium.PHOTO, "film": Medium.FILM, "geluid": Medium.SOUND}


class Telling:
    """Puts one story in the register."""

    def __init__(self, meldboek: Meldboek, story: Story) -> None:
        self.people, self.consents, self.clock = meldboek.people, meldboek.consents, meldboek.clock
        name = PersonName(story.name.capitalize(), "", "Zandstra")
        self.pupil = self.people.add_pupil(NewPupil(name, birth_date=story.born, group="5A"))
        self.who = {who: self._guardian(who, story) for who in story.people}
        self.made: list[tuple[int, ...]] = []
        for act in story.acts:
            self.made.append(self.do(act))

    def do(self, act: Act) -> tuple[int, ...]:
        """Record one thing that happened."""
        who, media = self.who.get(act.who), frozenset(MEDIA[one] for one in act.media.split())
        consents = self.consents
        made: tuple[int, ...] = ()
        if act.what in {"ja", "nee"}:
            said = tuple(Answer(code, act.what == "ja", media) for code in act.codes)
            new = NewAnswers(self.pupil, who, said, act.on, evidence="map 5A", last_day=act.until)
            made = consents.record(new)
        elif act.what == "ingetrokken":
            made = consents.withdraw(NewWithdrawal(self.pupil, who, act.codes, act.on, media=media))
        elif act.what == "gevraagd":
            made = consents.ask([NewRequest(self.pupil, act.on)])
        elif act.what == "verloopt":
            made = consents.expire(self.pupil, act.codes, act.on, "nieuw beleid")
        elif act.what in {"fout", "ongeldig"}:
            take_out = consents.correct if act.what == "fout" else consents.invalidate
            made = take_out(self.made[act.nth], "ander kind of geen handtekening")
        else:
            self._around(act)
        return made

    def _around(self, act: Act) -> None:
        """What happens to the pupil or the authority, not to an answer."""
        if act.what == "afgeschermd":
            whom = FromWhom(REACHES[act.reach], self.who.get(act.who))
            self.people.block_publication(self.pupil, act.on, act.until, "veiligheid", whom)
        else:
            lines = self.people.pupil(self.pupil).guardians
            relation = next(line.relation_id for line in lines if line.id == self.who[act.who])
            self.people.set_authority(relation, GEZAG[act.gezag], act.on, "gezagsregister")

    def _guardian(self, who: str, story: Story) -> int:
        (word, since), *later = story.people[who]
        found = self.people.add_guardian(
            self.pupil,
            NewGuardian(
                PersonName(who.capitalize(), "", "Zandstra"),
                RELATIONS.get(who, RelationKind.PARENT),
                GEZAG[word],
                since,
                "gezagsregister",
            ),
        )
        relation = self.people.pupil(self.pupil).guardians[-1].relation_id
        for word, since in later:
            self.people.set_authority(relation, GEZAG[word], since, "gezagsregister")
        return found


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, _template: Path) -> Iterator[tuple[Meldboek, dict[str, int]]]:
    """A school with every family in it."""
    folder = Path(shutil.copytree(_template, tmp_path_factory.mktemp("by_hand") / "school"))
    meldboek = open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, FixedClock(at(2026, 11, 16, 14, 5)))
    try:
        yield meldboek, {story.name: Telling(meldboek, story).pupil for story in STORIES}
    finally:
        meldboek.store.close()


@pytest.mark.parametrize(("story", "cell"), CELLS, ids=[f"{story.name}: {cell}" for story, cell in CELLS])
def test_the_register_answers_what_was_worked_out_by_hand(
    told: tuple[Meldboek, dict[str, int]], story: Story, cell: Cell
) -> None:
    meldboek, pupils = told
    pupil, medium = pupils[story.name], MEDIA[cell.medium]
    assert meldboek.consents.may(cell.code, medium, [pupil], cell.on)[0].allowed is cell.yes, cell.lid
    if cell.code in {line.code for line in meldboek.consents.purposes(cell.on)}:
        row = meldboek.consents.row(pupil, cell.on)
        codes = [line.code for line in meldboek.consents.purposes(cell.on)]
        assert (medium in row.cells[codes.index(cell.code)].media) is cell.yes


def test_there_are_enough_families_and_each_once() -> None:
    assert len(STORIES) >= 40
    assert len({story.name for story in STORIES}) == len(STORIES)
    assert {cell.yes for _story, cell in CELLS} == {True, False}
