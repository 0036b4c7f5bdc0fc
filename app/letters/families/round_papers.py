"""The papers of a round: forms, reminders and the yearly overview, per family, one PDF per group in class order.

``RoundPapers`` reads what must be printed; ``printed`` makes the PDFs of it and needs no drawer any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.consents.matrix.overview import Cell, CellState, Matrix
from app.consents.purposes.lines import PurposeLine, Validity
from app.consents.rounds.lines import FormLine, NewRound, RoundLine
from app.consents.service import Consents
from app.consents.texts import STATES, media_words
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.formats import long_date
from app.kernel.names import full
from app.kernel.texts import _, speaking
from app.letters import reading
from app.letters.contents import facts
from app.letters.families.family_sheet import ChildColumn, FamilySheet, Progress, SheetRow, SheetWriter
from app.letters.families.family_text import Family, FamilyText, text_of
from app.letters.templates.wordings import Wordings
from app.letters.texts import AUDIENCES
from app.people.rules import Authority, GuardianLine, PupilLine
from app.people.service import People
from app.school.service import School
from app.vault.drawers.database import Drawer

_SIGNERS = 2
_YES_NO, _BOXES = "☐ ja ☐ nee", "☐ ja ☐ nee ☐ foto ☐ film ☐ geluid"


@dataclass(frozen=True)
class GroupPaper:
    """The papers of one group, in class order; ``sheets`` counts the families."""

    group: str
    pdf: bytes
    sheets: int


def patiently(_done: int, _total: int) -> bool:
    """Go on."""
    return True


@dataclass(frozen=True)
class Papers:
    """What is to be printed: sheets per group, and what stands on all of them."""

    title: str
    school: str
    line: str
    at: datetime
    groups: tuple[tuple[str, tuple[FamilySheet, ...]], ...]

    @property
    def sheets(self) -> int:
        """How many families there are."""
        return sum(len(sheets) for _group, sheets in self.groups)


@speaking("nl")
def printed(papers: Papers, progress: Progress = patiently) -> tuple[GroupPaper, ...]:
    """The PDFs; tells how far it is. Raises Refused when it is told to stop."""
    made: list[GroupPaper] = []
    done = 0
    for group, sheets in papers.groups:
        writer = SheetWriter(papers.school, papers.line, papers.title, papers.at)
        writer.share(sheets)
        for sheet in sheets:
            writer.add(sheet)
            done += 1
            if not progress(done, papers.sheets):
                raise Refused("letters.printing_stopped")
        made.append(GroupPaper(group, writer.finish(), len(sheets)))
    return tuple(made)


class RoundPapers:
    """Reads what stands on the papers of families."""

    def __init__(
        self, register: Drawer, people: People, school: School, consents: Consents, wordings: Wordings, clock: Clock
    ) -> None:
        self._drawer = register
        self._people = people
        self._school = school
        self._consents = consents
        self._wordings = wordings
        self._clock = clock

    @speaking("nl")
    def start(self, new: NewRound) -> int:
        """Start a round, and keep with it the text that its forms will have; gives the round's id."""
        size = self._consents.rounds.preview(new)
        asked = [line for line in self._consents.catalogue.all() if line.code in size.purposes]
        wording = self._wording("consent_round", how_long=self._how_long()).put("…", "…", "…")
        rows = [f"- {row.label} ({row.seen}): {_BOXES if row.apart else _YES_NO}" for row in _rows(asked)]
        text = "\n\n".join((wording.subject, *wording.before, "\n".join(rows), *wording.after))
        return self._consents.rounds.start(replace(new, text=text))

    @speaking("nl")
    def forms(self, round_id: int, group: str | None = None) -> Papers:
        """The forms of a round; a family's form lies with its first child."""
        line = self._round(round_id)
        asked = {purpose.code: purpose for purpose in self._consents.catalogue.all()}
        rows = _rows([asked[code] for code in line.purposes if code in asked])
        families = _families(self._consents.rounds.forms(round_id), group)
        guardians = self._people.guardians_of([child.id for family in families for child in family.children])
        wording = self._wording("consent_round", how_long=self._how_long())
        footer = _("Formulier {number} · versie {version}")

        def sheet(family: Family) -> FamilySheet:
            text = wording.of(family)
            columns = zip(family.children, family.numbers, strict=True)
            return FamilySheet(
                text.subject,
                text.before,
                rows,
                tuple(ChildColumn(child.name.first_name, number) for child, number in columns),
                text.after,
                signers=_signers(family, guardians),
                number=family.numbers[0],
                footer=footer.format(number=", ".join(family.numbers), version=line.text_version),
            )

        return self._papers("consent_round", families, sheet)

    @speaking("nl")
    def reminders(self, round_id: int, group: str | None = None) -> Papers:
        """A reminder for every family of which a form is still missing."""
        line = self._round(round_id)
        missing = [form for form in self._consents.rounds.forms(round_id) if form.answered_on is None]
        close = _("Doe dat voor {day}. ").format(day=long_date(line.close_on)) if line.close_on else ""
        wording = self._wording("consent_reminder", asked_on=long_date(line.started_on), close=close)
        signer = self._school.signatory(self._drawer.user)
        closing = (_("Met vriendelijke groet,"), signer.name, signer.job_title)

        def sheet(family: Family) -> FamilySheet:
            text = wording.of(family)
            return FamilySheet(text.subject, text.before, (), (), text.after, closing=closing,
                               number=family.numbers[0], footer=_("Herinnering"))  # fmt: skip

        return self._papers("consent_reminder", _families(missing, group), sheet)

    @speaking("nl")
    def overviews(self, group: str | None = None) -> Papers:
        """What every family chose, to come back to it each year."""
        matrix = self._consents.matrix()
        cells = {row.pupil.id: tuple(_word(cell) for cell in row.cells) for row in matrix.rows}
        wording, rows = self._wording("consent_overview"), _rows(matrix.purposes)
        footer = _("Overzicht van {day}").format(day=long_date(matrix.on))

        def sheet(family: Family) -> FamilySheet:
            text = wording.of(family)
            children = tuple(ChildColumn(one.name.first_name, words=cells[one.id]) for one in family.children)
            return FamilySheet(text.subject, text.before, rows, children, text.after, footer=footer)

        return self._papers("consent_overview", self._all_families(matrix, group), sheet)

    def _all_families(self, matrix: Matrix, group: str | None) -> list[Family]:
        own = self._people.families()
        order = {line.name: place for place, line in enumerate(self._people.groups())}
        together: dict[object, list[PupilLine]] = defaultdict(list)
        for pupil in sorted((row.pupil for row in matrix.rows), key=lambda one: order.get(one.group, len(order))):
            together[own.get(pupil.id) or pupil.id].append(pupil)
        families = [Family(found[0].group, tuple(found), ()) for found in together.values()]
        return [family for family in families if group in (None, family.group)]

    def _round(self, round_id: int) -> RoundLine:
        for line in self._consents.rounds.list():
            if line.id == round_id:
                return line
        raise Refused("consents.round_unknown")

    def _how_long(self) -> str:
        if self._consents.catalogue.validity() is Validity.SCHOOL_YEAR:
            return _("Uw antwoord geldt voor dit schooljaar. Daarna vragen wij het opnieuw.")
        return _("Uw antwoord geldt tot u het verandert. Elk schooljaar vragen wij of het nog klopt.")

    def _wording(self, code: str, **more: str) -> FamilyText:
        return text_of(self._wordings.template(code), {**facts.of_school(self._school.profile()), **more})

    def _papers(self, code: str, families: Sequence[Family], sheet: Callable[[Family], FamilySheet]) -> Papers:
        groups: dict[str, list[FamilySheet]] = defaultdict(list)
        for family in families:
            groups[family.group].append(sheet(family))
        head = reading.letterhead(self._school)
        self._drawer.note("forms.printed", f"families:{len(families)}")
        made = tuple((group, tuple(sheets)) for group, sheets in groups.items())
        return Papers(self._wordings.template(code).name, head.name, head.line, self._clock.now(), made)


def _families(forms: Sequence[FormLine], group: str | None) -> list[Family]:
    """The forms by family, in the order of each family's first child."""
    together: dict[int, list[FormLine]] = defaultdict(list)
    for form in forms:
        together[form.family].append(form)
    families = [
        Family(own[0].pupil.group, tuple(form.pupil for form in own), tuple(form.number for form in own))
        for own in together.values()
    ]
    return [family for family in families if group in (None, family.group)]


def _signers(family: Family, guardians: Mapping[int, Sequence[GuardianLine]]) -> tuple[str, ...]:
    """A line for everyone who may have authority, and for a second parent who is not known yet."""
    lines = [line for child in family.children for line in guardians.get(child.id, ())]
    names = {line.id: full(line.name) for line in lines if line.authority is not Authority.NO}
    return (*names.values(), *[""] * (_SIGNERS - len(names)))


def _rows(purposes: Sequence[PurposeLine]) -> tuple[SheetRow, ...]:
    return tuple(SheetRow(one.label, _(AUDIENCES[one.audience]), one.media_apart) for one in purposes)


def _word(cell: Cell) -> str:
    if cell.state is CellState.PARTLY:
        return media_words(cell.media)
    return _("nee") if cell.state is CellState.BLOCKED else _(STATES[cell.state])
