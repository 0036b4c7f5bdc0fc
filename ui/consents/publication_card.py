"""One publication: who can be seen on it, whether they might then and may now, and what was taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consents.publications.lines import PublicationCard, Takedown, VisiblePerson
from app.consents.texts import CAUSES, MEDIA, REMOVALS, reason_sentence
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, column, holder, row
from ui.kit.rows import FactRow, Rows
from ui.kit.tag import Tag, TagText

WORD = 96


class PublicationView(QWidget):
    """Asks to record a removal, to put one back, or to take the publication out as a mistake."""

    removal_wanted = Signal(object)
    reopen_wanted = Signal(object)
    mistake_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._card = Card()
        self.setLayout(column(self._card, gap=0))
        self.show_card(None, {})

    def show_card(self, card: PublicationCard | None, names: Mapping[str, str]) -> None:
        """Show a publication, or that none is chosen."""
        self._card.clear()
        if card is None:
            self._card.add(EmptyState("image", _("Kies een publicatie"), _("U ziet dan wie er te zien is.")))
            return
        scroll = Scroll(gap=10)
        scroll.body.setContentsMargins(0, 0, 10, 0)
        for part in self._parts(card, names):
            scroll.body.addWidget(part)
        self._card.add(scroll)

    def _parts(self, card: PublicationCard, names: Mapping[str, str]) -> Iterable[QWidget]:
        line = card.line
        yield label(line.title, "heading", wrap=True)
        purpose = f"{names.get(line.purpose, line.purpose)} · {_(MEDIA[line.medium])}"
        yield FactRow(_("Waar"), purpose, WORD)
        if line.place:
            yield FactRow(_("Vindplaats"), line.place, WORD)
        yield FactRow(_("Geplaatst"), short_date(line.on), WORD)
        yield FactRow(_("Vastgelegd"), f"{short_date(card.recorded_at.date())}, {card.recorded_by}", WORD)
        if card.note:
            yield FactRow(_("Opmerking"), card.note, WORD)
        tasks = [one.takedown for one in card.people if one.takedown is not None and one.takedown.done is None]
        if len(tasks) > 1:
            words = _("Alles verwijderd ({n})").format(n=len(tasks))
            yield holder(row(button(words, "check", lambda: self.removal_wanted.emit(tuple(tasks))), 1))
        yield label(_("Wie is te zien"), "section")
        rows = Rows(gap=8)
        for person in card.people:
            rows.add(self._person(person))
        yield rows
        yield holder(
            row(button(_("Was een vergissing"), "trash-2", lambda: self.mistake_wanted.emit(line.id), "quiet"), 1)
        )

    def _person(self, person: VisiblePerson) -> QWidget:
        task = person.takedown
        tag = _tag(person)
        head = row(label(full(person.person.name), "strong", wrap=True), Tag(tag.text, tag.tone, tag.icon))
        head.setStretch(0, 1)
        text = [person.person.detail, *_story(person)]
        made = column(head, *(label(part, "secondary", wrap=True) for part in text if part), gap=2)
        if task is None:
            return holder(made)
        again = task.done is not None
        verb = _("Toch niet weg") if again else _("Verwijderd")
        signal, said = (self.reopen_wanted, task) if again else (self.removal_wanted, (task,))
        return holder(column(made, row(button(verb, "", lambda: signal.emit(said), "quiet"), 1), gap=0))


def _story(person: VisiblePerson) -> Iterable[str]:
    if not person.allowed_then:
        yield _("Mocht niet op de dag van plaatsing. {reason}").format(reason=reason_sentence(person.reason_then))
    task = person.takedown
    if task is not None and task.done is not None:
        yield _removed(task)
    elif task is not None:
        words = _("{cause} op {since}. Streefdag {target}, uiterlijk {limit}.")
        yield words.format(
            cause=_(CAUSES[task.cause]).capitalize(),
            since=short_date(task.since),
            target=short_date(task.target),
            limit=short_date(task.limit),
        )


def _removed(task: Takedown) -> str:
    done = task.done
    if done is None:
        return ""
    words = _("{how} op {date} door {name}").format(
        how=_(REMOVALS[done.how]).capitalize(), date=short_date(done.done_on), name=done.done_by
    )
    return f"{words} · {_('bewijs: {place}').format(place=done.proof)}" if done.proof else words


def _tag(person: VisiblePerson) -> TagText:
    task = person.takedown
    if task is not None and task.done is None:
        return TagText(_("te verwijderen"), "warn", "clock-alert")
    if task is not None:
        return TagText(_("verwijderd"), "neutral", "check")
    return TagText(_("mag"), "ok", "check") if person.allowed_now else TagText(_("mag niet"), "danger", "x")
