"""An autumn of consents: what was published, who took consent back, what was taken down, what employees say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.consents.answers.forms import Answer
from app.consents.publications.lines import NewPublication, NewRemoval
from app.consents.rules import Medium
from app.consents.staff.handouts import NewHandout
from app.consents.staff.lessons import NewLesson
from app.consents.staff.service import NewStaffAnswers
from app.kernel.calendar import add_working_days, school_year, working_day_until
from app.kernel.names import initialed
from app.sample.consents import INSTAGRAM, Answering
from app.sample.people import Entered
from app.sample.source import Table, person_name, read

REMINDED = timedelta(days=24)  # before the last school day


@dataclass(frozen=True)
class Autumn:
    """Plays it on the school in which the forms of this year are answered."""

    answering: Answering

    def staff(self) -> None:
        """In the first week employees receive the protocol, sign for it, and answer for themselves."""
        days, source = self.answering.days, read("consents")
        today = days.clock.today()
        row = source["handout"]
        version, how = row["version"].format(year=school_year(today)[:4]), row["how"]
        handouts, ids = self.answering.consents.handouts, self.answering.population.staff
        late = tuple(ids[key] for key in row["unsigned"])
        others = tuple(one for one in ids.values() if one not in late)
        handouts.record(NewHandout(version, others, today, how, signed_on=today, evidence=row["evidence"]))
        handouts.record(NewHandout(version, late, today, how))
        self._answers(today, source["staff"])

    def play(self, round_id: int) -> None:
        """Everything that happened since the forms were handed out, day by day."""
        oldest = self.answering.oldest()
        source, days = read("consents"), self.answering.days
        acts: list[tuple[date, Callable[[date], object]]] = [
            (add_working_days(days.today, -row["ago"]), self._publishing(row, oldest)) for row in source["publication"]
        ]
        acts += [
            (add_working_days(days.today, -row["ago"] - row["allowed_before"]), self._recording(row))
            for row in source["lesson"]
        ]
        acts += [
            (days.today - timedelta(days=35), lambda _day: self.answering.withdraw("elif", 0, INSTAGRAM)),
            (days.today - timedelta(days=31), lambda day: self._take_down(day, source["removal"])),
            (days.today - REMINDED, lambda _day: self._remind(round_id)),
            (days.today - timedelta(days=17), lambda _day: self.answering.withdraw_own(oldest) if oldest else None),
            (days.today - timedelta(days=3), lambda _day: self.answering.withdraw("yara", 1, INSTAGRAM)),
        ]
        for day, act in sorted(acts, key=lambda one: one[0]):
            school_day = working_day_until(day)
            days.go(school_day)
            act(school_day)

    def _answers(self, today: date, row: Table) -> None:
        staff = self.answering.consents.staff
        codes = [purpose.code for purpose in staff.purposes()]
        for key, number in self.answering.population.staff.items():
            if key not in row["unanswered"]:
                no = row["no"].get(key, "-")
                answers = tuple(Answer(code, yes=not code.startswith(no)) for code in codes)
                staff.record(NewStaffAnswers(number, answers, today, evidence=row["paper"]))

    def _publishing(self, row: Table, oldest: Entered | None) -> Callable[[date], object]:
        def publish(day: date) -> None:
            medium = Medium(row["medium"])
            asked = [one.id for one in self._wanted(row, oldest)]
            lines = self.answering.consents.may(row["purpose"], medium, asked, day)
            shown = tuple(line.pupil_id for line in lines if line.allowed)[: len(row["keys"]) + row["more"]]
            if shown:
                new = NewPublication(day, row["purpose"], medium, row["title"], shown, row["place"])
                self.answering.consents.publications.record(new)

        return publish

    def _wanted(self, row: Table, oldest: Entered | None) -> list[Entered]:
        """The children named first, then the others of the group who have no part in a story."""
        population = self.answering.population
        named = [oldest if key == "oldest" else population.child(key) for key in row["keys"]]
        group = [one for one in population.entered if one.child.pupil.group == row["group"]]
        others = [one for one in group if not one.child.key and one is not oldest]
        return [*(one for one in named if one), *others]

    def _recording(self, row: Table) -> Callable[[date], object]:
        def allow(day: date) -> None:
            lessons, held = self.answering.consents.lessons, add_working_days(day, row["allowed_before"])
            new = NewLesson(
                on=held,
                lesson=row["lesson"],
                recorder=row["recorder"],
                medium=Medium.FILM,
                purpose=row["purpose"],
                allowed_by=initialed(person_name(read("school")["employee"][0]["name"])),
                allowed_on=day,
                group=row["group"],
                keep_until=add_working_days(held, row["kept"]),
            )
            number = lessons.allow(new)
            if "destroyed" in row:
                gone = self.answering.days.go(add_working_days(held, row["destroyed"])).date()
                lessons.destroyed(number, max(gone, held))

        return allow

    def _take_down(self, day: date, row: Table) -> None:
        publications = self.answering.consents.publications
        child = self.answering.population.child(row["child"])
        found = [line for line in publications.list() if line.title == row["publication"]]
        if child and found:
            by = initialed(person_name(read("school")["employee"][1]["name"]))
            publications.take_down(found[0].id, [child.id], NewRemoval(day, by, proof=row["proof"]))

    def _remind(self, round_id: int) -> None:
        rounds = self.answering.consents.rounds
        silent = [form.id for form in rounds.forms(round_id) if form.answered_on is None]
        rounds.remind(silent[::2])
