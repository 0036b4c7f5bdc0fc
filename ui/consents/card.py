"""The card of one pupil beside the matrix: both guardians' answers, what they come to, and the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.consents.answers.history import ConsentCard, PersonAnswer, PurposeAnswers
from app.consents.matrix.overview import Cell, CellState
from app.consents.publications.lines import VisibleIn
from app.consents.rules import EventKind
from app.consents.texts import media_words
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import _
from ui.consents.history import history_view
from ui.consents.seen import SeenRow
from ui.consents.words import (
    STANDING_ICONS,
    TONES,
    authority_words,
    person_title,
    pupil_detail,
    standing_words,
    verdict_text,
    verdict_title,
)
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column, holder, row
from ui.kit.tag import Tag

if TYPE_CHECKING:
    from app.consents.service import Consents

HEAVIEST = (CellState.DISAGREE, CellState.NO_ANSWER, CellState.NO, CellState.PARTLY, CellState.BLOCKED, CellState.YES)


@dataclass(frozen=True)
class PupilFile:
    """What the card shows: the answers, and where the pupil can be seen."""

    card: ConsentCard
    seen: tuple[VisibleIn, ...]


def read_file(consents: Consents, pupil_id: int) -> PupilFile:
    """Read it, on the database lane."""
    return PupilFile(consents.card(pupil_id), consents.publications.of_person(pupil_id))


class CardView(QWidget):
    """Shows one pupil; the buttons ask to record an answer or a withdrawal, to mend one, or to make the form."""

    answer_wanted = Signal(int)
    withdrawal_wanted = Signal(int)
    expiry_wanted = Signal(object)
    mend_wanted = Signal(object, object)  # the event, and the card it stands on
    scan_wanted = Signal(int)
    history_wanted = Signal(object)
    form_wanted = Signal(object, str)  # the card, and the language of the form
    publication_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self.shown: ConsentCard | None = None
        self._card = Card()
        self.setLayout(column(self._card, gap=0))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        self.shown = None
        self._card.clear()
        self._card.add(EmptyState("users", _("Kies een leerling"), _("U ziet dan de antwoorden en het verloop.")))

    def show_card(self, card: ConsentCard, purpose: str | None = None, seen: Sequence[VisibleIn] = ()) -> None:
        """Show a pupil, with the answers to this purpose, or to the one that asks most attention."""
        self.shown = card
        self._card.clear()
        scroll = Scroll(gap=10)
        scroll.body.setContentsMargins(0, 0, 10, 0)
        for part in self._parts(card, purpose, seen):
            scroll.body.addWidget(part)
        self._card.add(scroll)

    def _parts(self, card: ConsentCard, purpose: str | None, seen: Sequence[VisibleIn]) -> Iterable[QWidget]:
        pupil = card.pupil
        detail = pupil_detail(pupil, card.age)
        yield holder(column(label(full(pupil.name), "heading", wrap=True), label(detail, "quiet"), gap=2))
        yield from (holder(row(tag, 1)) for tag in _tags(card))
        shown = _chosen(card, purpose)
        if shown is not None:
            yield label(shown.purpose.label, "section", wrap=True)
            asked = _asked(card, shown.purpose.code)
            yield from (_PersonRow(card, answer, asked) for answer in shown.answers)
            if not shown.answers:
                yield label(_("Er zijn geen ouders of verzorgers bekend."), "quiet", wrap=True)
            yield Verdict(shown)
        yield from self._buttons(card)
        if seen:
            yield label(_("Te zien in"), "section")
            yield from (SeenRow(one, card.shorts, card.on, self.publication_wanted.emit) for one in seen)
        yield label(_("Verloop"), "section")
        yield self._history(card)

    def _history(self, card: ConsentCard) -> QWidget:
        return history_view(
            card.history,
            card.shorts,
            len(card.purposes),
            mend=lambda line: self.mend_wanted.emit(line, card),
            scan=self.scan_wanted.emit,
        )

    def _buttons(self, card: ConsentCard) -> Iterable[QWidget]:
        pupil_id = card.pupil.id
        record = button(_("Antwoord vastleggen"), "", lambda: self.answer_wanted.emit(pupil_id), "quiet")
        withdraw = button(_("Intrekken"), "", lambda: self.withdrawal_wanted.emit(pupil_id), "quiet")
        make = button(_("Formulier maken"), "", lambda: self.form_wanted.emit(card, "nl"), "quiet")
        english = button(_("Engels formulier"), "", lambda: self.form_wanted.emit(card, "en"), "quiet")
        keep = button(_("Geschiedenis opslaan"), "", lambda: self.history_wanted.emit(card), "quiet")
        end = button(_("Laten verlopen"), "", lambda: self.expiry_wanted.emit(card), "quiet")
        for pair in ((record, withdraw), (make, english), (keep, end)):
            beside = FlowLayout(4)  # under each other when their words are long
            for made in pair:
                beside.addWidget(made)
            yield holder(beside)


class Verdict(QFrame):
    """What the answers come to, on its colour."""

    def __init__(self, answers: PurposeAnswers) -> None:
        super().__init__()
        tone = TONES[answers.cell.state]
        self.setProperty("look", "sunken" if tone == "neutral" else "finding")
        self.setProperty("tone", tone)
        title, text = verdict_title(answers.cell), verdict_text(answers)
        self.setAccessibleName(f"{title} {text}")
        words = column(label(title, "strong", tone="" if tone == "neutral" else tone, wrap=True), gap=1)
        words.addWidget(label(text, tone="" if tone == "neutral" else tone, wrap=True))
        words.setContentsMargins(12, 9, 12, 10)
        self.setLayout(words)


class _PersonRow(QWidget):
    def __init__(self, card: ConsentCard, answer: PersonAnswer, asked: str) -> None:
        super().__init__()
        bare(self)
        standing = answer.standings[0]
        icon, tone = STANDING_ICONS[standing]
        inside = row(gap=10)
        self.setLayout(inside)
        inside.addWidget(IconLabel(icon, tone, 16, standing_words(standing)), 0, Qt.AlignmentFlag.AlignVCenter)
        about = authority_words(answer.guardian) if answer.guardian else standing_words(standing)
        name = person_title(answer, card.pupil)
        inside.addLayout(column(label(name, wrap=True), label(about, "secondary", wrap=True), gap=1), 1)
        said = short_date(answer.on) if answer.on else asked
        inside.addWidget(label(said, "secondary"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{name}, {standing_words(standing)}, {about}")


def _asked(card: ConsentCard, code: str) -> str:
    """What stands behind somebody who is silent: being asked and not asked are two things."""
    forms = (line for line in card.history if line.kind is EventKind.ASKED)
    asked = max((line.on for line in forms if not line.purposes or code in line.purposes), default=None)
    return _("gevraagd {date}").format(date=short_date(asked)) if asked else _("niet gevraagd")


def _tags(card: ConsentCard) -> Iterable[Tag]:
    if card.pupil.blocked:
        wholly = all(each.cell.state is CellState.BLOCKED for each in card.purposes)
        told = _("Afgeschermd: mag niet op beeld") if wholly else _("Deels afgeschermd: mag niet op elk kanaal")
        yield Tag(told, "danger", "shield")
    partly: dict[tuple[object, ...], list[str]] = {}
    for each in card.purposes:
        if each.cell.state is CellState.PARTLY:
            partly.setdefault(each.cell.media, []).append(each.purpose.short)
    for shorts, cell in ((names, _partly(card, names[0])) for names in partly.values()):
        named = _(" en ").join(shorts) if len(shorts) < 3 else _("{n} doelen").format(n=len(shorts))
        yield Tag(_("{purposes}: alleen {media}").format(purposes=named, media=media_words(cell.media)), "warn", "info")


def _partly(card: ConsentCard, short: str) -> Cell:
    return next(each.cell for each in card.purposes if each.purpose.short == short)


def _chosen(card: ConsentCard, purpose: str | None) -> PurposeAnswers | None:
    for each in card.purposes:
        if each.purpose.code == purpose:
            return each
    return min(card.purposes, key=lambda each: HEAVIEST.index(each.cell.state), default=None)
