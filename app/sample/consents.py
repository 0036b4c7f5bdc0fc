"""Two school years of answers: forms handed out in August, answers in piles through the autumn, some taken back."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.consents.answers.forms import EVERY_MEDIUM, Answer, How, NewAnswers, NewWithdrawal
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.consents.service import Consents
from app.kernel.calendar import add_working_days, age, school_year
from app.letters.families.round_papers import RoundPapers
from app.people.rules import Authority
from app.people.service import People
from app.protocol import law
from app.sample.days import Days
from app.sample.people import Entered, Population
from app.sample.source import Table, read

SOCIAL = ("FACEBOOK", "INSTAGRAM", "YOUTUBE", "LINKEDIN", "X", "TIKTOK")
INSTAGRAM = "SOCIAL_PUBLIC.INSTAGRAM"
SOCIAL_PUBLIC = frozenset(f"SOCIAL_PUBLIC.{channel}" for channel in SOCIAL)
NEWEST = frozenset({"SOCIAL_PUBLIC.YOUTUBE"})  # asked since this school year
NOT_USED = (
    *(f"SOCIAL_PUBLIC.{channel}" for channel in ("LINKEDIN", "X", "TIKTOK")),
    "PARENT_PORTAL",
    "NAME_WITH_IMAGE",
    "TRAINING_INTERNAL",
    "TRAINING_EXTERNAL",
    "RESEARCH",
)
PAPER = "map toestemmingen {year}, kast administratie"
SILENT = 0.08  # of the families never answered
LATE = 0.05  # of the families answered weeks later

# what families refuse, and how many of a hundred do
STANCES: tuple[tuple[int, frozenset[str], frozenset[str]], ...] = (
    (50, frozenset(), frozenset()),
    (20, SOCIAL_PUBLIC, frozenset()),
    (11, frozenset({"SOCIAL_PUBLIC.TIKTOK", "SOCIAL_PUBLIC.X"}), frozenset()),
    (7, SOCIAL_PUBLIC | {"PRESS", "WEBSITE_PUBLIC"}, frozenset()),
    (5, frozenset({"PRESS"}), frozenset()),
    (4, frozenset(), frozenset({"PARENT_APP", "WEBSITE_PUBLIC", "EVENT_VIDEO"})),
    (
        2,
        SOCIAL_PUBLIC | {"PRESS", "WEBSITE_PUBLIC", "TRAINING_INTERNAL", "EVENT_VIDEO", "NAME_WITH_IMAGE"},
        frozenset(),
    ),
)


@dataclass(frozen=True)
class Stance:
    """What a family thinks: refused by both, refused by the second only, and where a photo is all."""

    no: frozenset[str]
    second_no: frozenset[str]
    photo_only: frozenset[str]


@dataclass
class Answering:
    """Records the answers of everybody, in one order from one seed."""

    consents: Consents
    papers: RoundPapers
    people: People
    population: Population
    days: Days
    chance: random.Random
    _stances: dict[int, Stance | None] = field(default_factory=dict)
    _numbers: dict[int, str] = field(default_factory=dict)  # of this round's forms, by pupil

    def round(self, asked_on: date, version: str, purposes: Iterable[str], close_on: date | None = None) -> int:
        """Hand out the forms of a school year and record what comes back; gives the id of the round."""
        there = [one for one in self.population.entered if self._is_here(one)]
        asked_on = self.days.go(asked_on).date()
        year, codes = school_year(asked_on), tuple(purposes)
        name = read("consents")["round"]["name"].format(year=year)
        number = self.papers.start(NewRound(name, version, purposes=codes, close_on=close_on))
        self._numbers = {form.pupil.id: form.number for form in self.consents.rounds.forms(number)}
        piles: dict[int, list[Entered]] = {}
        for one in there:
            late = self.chance.random() < LATE
            piles.setdefault(self.chance.randint(18, 26) if late else self.chance.randint(5, 14), []).append(one)
        for after, pile in sorted(piles.items()):
            self.days.go(add_working_days(asked_on, after))
            evidence = PAPER.format(year=year)
            forms = [form for one in pile for form in self._forms(one, asked_on, version, codes, evidence)]
            if forms:
                self.consents.record_all(forms)
        return number

    def block(self) -> None:
        """Children who may not be shown, whatever was answered."""
        first = self.days.clock.today()
        for row in read("cast")["child"]:
            child = self.population.child(row["key"])
            if child and "blocked" in row:
                self.people.block_publication(child.id, first, None, row["blocked"])
        others = [one for one in self.population.entered if not one.child.key and self._is_here(one)]
        for one in self.chance.sample(others, min(2, len(others) // 20)):
            self.people.block_publication(one.id, first, None, "veiligheid van het gezin")

    def oldest(self) -> Entered | None:
        """The oldest pupil without a part in the stories who may take back alone what the parents allowed."""
        today = self.days.today
        of_age = [
            one
            for one in self.population.entered
            if self._is_here(one) and not one.child.key and _age(one, today) >= law.own_withdrawal_age()
        ]
        shown = self.consents.may(INSTAGRAM, Medium.PHOTO, [one.id for one in of_age])
        allowed = {line.pupil_id for line in shown if line.allowed}
        willing = (one for one in of_age if one.id in allowed)
        return min(willing, key=lambda one: (one.child.pupil.birth_date or today, one.id), default=None)

    def withdraw_own(self, one: Entered) -> None:
        """A pupil takes back what the parents allowed, as a pupil of twelve may."""
        today = self.days.clock.today()
        if today >= law.own_withdrawal_since() and _age(one, today) >= law.own_withdrawal_age():
            channels = (INSTAGRAM, "SOCIAL_PUBLIC.TIKTOK")
            self.consents.withdraw(NewWithdrawal(one.id, None, channels, today, How.IN_PERSON))

    def withdraw(self, key: str, guardian: int, *purposes: str) -> None:
        """A guardian of a child in the stories takes consent back today, by e-mail."""
        child = self.population.child(key)
        if child:
            today = self.days.clock.today()
            evidence = "e-mail in de map toestemmingen"
            self.consents.withdraw(
                NewWithdrawal(child.id, child.guardians[guardian], purposes, today, How.EMAIL, evidence=evidence)
            )

    def _is_here(self, one: Entered) -> bool:
        left = one.child.pupil.leave_date
        return left is None or self.days.clock.today() < left

    def _forms(
        self, one: Entered, asked_on: date, version: str, codes: tuple[str, ...], evidence: str
    ) -> Iterator[NewAnswers]:
        stance = self._stance(one)
        if stance is None:
            return
        given = max(asked_on, self.days.clock.today() - timedelta(days=self.chance.randint(0, 4)))
        how = self.chance.choices([How.SIGNED_FORM, How.APP], [9, 1])[0]
        for position, (guardian, new) in enumerate(zip(one.guardians, one.family.guardians, strict=True)):
            if new.authority is Authority.NO:
                continue
            yield NewAnswers(
                pupil_id=one.id,
                guardian_id=guardian,
                answers=tuple(_answer(code, stance, position) for code in codes),
                given_on=given,
                how=how,
                evidence=evidence if how is How.SIGNED_FORM else "bericht in de ouderapp",
                declares_authority=new.authority is Authority.ASSUMED and how is How.SIGNED_FORM,
                form_number=self._numbers.get(one.id, ""),
                text_version=version,
            )

    def _stance(self, one: Entered) -> Stance | None:
        """What this child's family thinks; None when they never answer."""
        if id(one.family) not in self._stances:
            self._stances[id(one.family)] = self._thought(one)
        return self._stances[id(one.family)]

    def _thought(self, one: Entered) -> Stance | None:
        rows: list[Table] = read("cast")["child"]
        row = next((row for row in rows if row["key"] == one.child.key), {})
        draw = self.chance.random()
        if row.get("silent") or (not row and draw < SILENT):
            return None
        _weight, no, photo_only = self.chance.choices(STANCES, [weight for weight, *_rest in STANCES])[0]
        if {"no", "second_no", "photo_only"} & row.keys():
            return Stance(*(frozenset(row.get(name, ())) for name in ("no", "second_no", "photo_only")))
        doubts = {"RESEARCH": 0.35, "TRAINING_EXTERNAL": 0.15, "TRAINING_INTERNAL": 0.05}
        refused = {code for code, share in doubts.items() if self.chance.random() < share}
        return Stance(no | refused, frozenset(), photo_only)


def _answer(code: str, stance: Stance, position: int) -> Answer:
    if code in stance.no or (position == 1 and code in stance.second_no):
        return Answer(code, yes=False)
    photo_only = code in stance.photo_only
    return Answer(code, yes=True, media=frozenset({Medium.PHOTO}) if photo_only else EVERY_MEDIUM)


def _age(one: Entered, today: date) -> int:
    born = one.child.pupil.birth_date
    return age(born, today) if born else 0
