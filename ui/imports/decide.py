"""Beside the comparison: everything of the chosen person, old and new, and what the user decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.readings import ReadGuardian, ReadPupil
from app.imports.rules import Candidate, Choice, Decision, FieldChange, LineKind, ProposalLine
from app.kernel.formats import phone, short_date
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import Authority
from app.sentences import sentence
from ui.imports import words
from ui.imports.draft import Row
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.finding import Notice
from ui.kit.labels import bare, hairline, label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.rows import FactRow
from ui.kit.tag import Tag

WORD = 92


class DecidePanel(QWidget):
    """``decided`` with the row and the decision."""

    decided = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        card = Card(padding=18)
        self._scroll = Scroll(gap=8)
        card.body.addWidget(self._scroll)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        clear(self._scroll.body)
        empty = EmptyState("circle-user-round", _("Niemand gekozen"), _("Kies iemand in de lijst."))
        empty.setMinimumHeight(260)
        self._scroll.body.addWidget(empty)

    def show_row(self, line: Row, decision: Decision) -> None:
        """Show somebody and what was decided."""
        clear(self._scroll.body)
        tag = words.row_tag(line)
        self._add(column(label(full(line.name), "heading", wrap=True), gap=2))
        self._add(row(Tag(tag.text, tag.tone, tag.icon), label(_about(line), "quiet"), 1, gap=10))
        if line.pupil is not None and line.kind is LineKind.DOUBTFUL:
            self._doubt(line, line.pupil, decision)
            return
        self._changes(line)
        if line.pupil is not None and line.kind is LineKind.NEW and line.pupil.read is not None:
            self._fresh(line.pupil.read)
        if line.kind is LineKind.MISSING:
            self._missing(line, decision)
        elif line.kind is not LineKind.UNCHANGED:
            self._take_or_skip(line, decision)

    def _changes(self, line: Row) -> None:
        found = line.pupil.changes if line.pupil else line.employee.changes if line.employee else ()
        for one in found:
            self._scroll.body.addWidget(_change(one))
        if line.kind is LineKind.UNCHANGED:
            self._say(_("De lijst zegt hetzelfde als Meldboek."))

    def _fresh(self, read: ReadPupil) -> None:
        if read.birth_date:
            self._fact(_("Geboren"), short_date(read.birth_date))
        self._fact(_("Nummer"), read.number)
        self._fact(_("Leerjaar"), "" if read.year_group is None else str(read.year_group))
        for guardian in read.guardians:
            self._scroll.body.addWidget(hairline())
            self._add(_guardian(guardian))
        if not read.guardians:
            self._say(_("Zonder ouders in de lijst. Voer hen later in, of lees een lijst met ouders in."))

    def _doubt(self, line: Row, pupil: ProposalLine, decision: Decision) -> None:
        self._scroll.body.addWidget(Notice("warn", "", sentence(pupil.note, name=full(pupil.name))))
        self._section(_("Is dit dezelfde leerling?"))
        for candidate in pupil.candidates:
            chosen = decision.choice is Choice.SAME and decision.person_id == candidate.person_id
            self._add(_candidate(candidate, pupil.note))
            same = Decision(Choice.SAME, person_id=candidate.person_id)
            text = _("Ja, dit is {name}").format(name=full(candidate.name))
            self._verb(line, text, same, chosen)
            self._scroll.body.addWidget(hairline())
        self._verb(line, _("Nee, een andere leerling"), Decision(Choice.SEPARATE), decision.choice is Choice.SEPARATE)
        self._verb(line, _("Deze rij overslaan"), Decision(Choice.SKIP), decision.choice is Choice.SKIP)

    def _missing(self, line: Row, decision: Decision) -> None:
        self._say(_("Deze leerling staat in Meldboek, maar niet in de lijst. Niemand wordt verwijderd."))
        leaving = decision if decision.on else line.pupil.proposed if line.pupil else decision
        if leaving.on is not None:
            told = _("Uitschrijven per {date}").format(date=short_date(leaving.on))
            self._verb(line, told, Decision(Choice.LEAVE, on=leaving.on), decision.choice is Choice.LEAVE)
        self._verb(line, _("Laten staan"), Decision(Choice.SKIP), decision.choice is Choice.SKIP)

    def _take_or_skip(self, line: Row, decision: Decision) -> None:
        self._scroll.body.addSpacing(6)
        self._verb(line, _("Overnemen"), Decision(Choice.APPLY), decision.choice is not Choice.SKIP)
        self._verb(line, _("Overslaan"), Decision(Choice.SKIP), decision.choice is Choice.SKIP)

    def _verb(self, line: Row, text: str, decision: Decision, chosen: bool) -> None:
        made = button(
            text, "check" if chosen else "", self._giving(line, decision), "chosen" if chosen else "secondary"
        )
        made.setCheckable(False)
        made.setAccessibleDescription(_("gekozen") if chosen else "")
        self._scroll.body.addWidget(made)

    def _giving(self, line: Row, decision: Decision) -> Callable[[], None]:
        return lambda: self.decided.emit(line, decision)

    def _add(self, layout: QVBoxLayout | QHBoxLayout) -> None:
        self._scroll.body.addWidget(holder(layout))

    def _section(self, title: str) -> None:
        self._scroll.body.addSpacing(4)
        self._scroll.body.addWidget(label(title, "section"))

    def _say(self, text: str) -> None:
        self._scroll.body.addWidget(label(text, "quiet", wrap=True))

    def _fact(self, word: str, text: str) -> None:
        if text:
            self._scroll.body.addWidget(FactRow(word, text, WORD))


def _about(line: Row) -> str:
    if line.employee is not None:
        return line.employee.read.job_title
    return " · ".join(part for part in (_("groep {group}").format(group=line.group) if line.group else "",
                                        line.pupil.number if line.pupil else "") if part)  # fmt: skip


def _change(one: FieldChange) -> QWidget:
    word = f"{one.guardian}, {words.field_name(one)}" if one.guardian else words.field_name(one)
    return holder(column(label(word, "secondary", wrap=True), label(words.old_and_new(one), wrap=True), gap=1))


def _guardian(read: ReadGuardian) -> QVBoxLayout:
    said = column(label(full(read.name), "strong", wrap=True), gap=1)
    for text in (phone(read.phone), read.email, _authority(read.authority)):
        if text:
            said.addWidget(label(text, "secondary", wrap=True))
    return said


def _authority(authority: Authority) -> str:
    if authority is Authority.ASSUMED:
        return _("gezag nog bevestigen")
    return _("heeft gezag") if authority is Authority.YES else _("heeft geen gezag")


def _candidate(candidate: Candidate, said_above: str) -> QVBoxLayout:
    born = _("geboren {date}").format(date=short_date(candidate.birth_date)) if candidate.birth_date else ""
    group = _("groep {group}").format(group=candidate.group) if candidate.group else ""
    details = " · ".join(part for part in (group, born, candidate.number) if part)
    said = column(label(full(candidate.name), "strong", wrap=True), label(details, "secondary", wrap=True), gap=1)
    if candidate.why not in ("", said_above):
        said.addWidget(label(sentence(candidate.why, name=full(candidate.name)), "secondary", wrap=True))
    for one in candidate.changes:
        said.addWidget(label(words.change(one), "secondary", wrap=True))
    return said
