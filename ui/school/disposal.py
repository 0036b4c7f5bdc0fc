"""What may go this year, with the reasons; destroying it, with a second person where that is needed; and the proofs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.formats import long_time, short_date
from app.kernel.texts import _, ngettext
from app.retention.certificate import certificate
from app.retention.lines import DestructionLine, OfferLine, Second
from app.retention.rules import Standing
from app.retention.service import Disposal
from app.retention.texts import HOLDS
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.labels import bare, label
from ui.kit.saving import save_pdf
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school.second_sheet import second_sheet

CHOOSE, PROOF = 4, 4  # the columns with a verb


class Proposal(QWidget):
    """Every thing whose term is over; free ones are chosen beforehand, but never what two persons decide about."""

    chosen_changed = Signal(int)

    def __init__(self, desk: Desk, disposal: Disposal, done: Callable[[], object]) -> None:
        super().__init__()
        bare(self)
        self._desk, self._disposal, self._done = desk, disposal, done
        self.chosen: set[str] = set()
        self._lines: tuple[OfferLine, ...] = ()
        nothing = EmptyState(
            "hourglass", _("Er hoeft niets weg"), _("Alles wat Meldboek bewaart, is nog binnen zijn termijn.")
        )
        self.table = Table(self._columns(), empty=nothing, name=_("Wat weg mag"), key=lambda line: line.key)
        self.table.verb_clicked.connect(lambda line, _column: self.toggle(line))
        card = Card()
        told = _(
            "Dit is een voorstel. U kiest zelf wat weg gaat en bevestigt dat. Wat weg is, komt niet terug: na dertig "
            "dagen ook niet uit een reservekopie."
        )
        card.add(label(told, "quiet", wrap=True), self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)

    def show_lines(self, lines: tuple[OfferLine, ...]) -> None:
        """Show another proposal; what is free is chosen."""
        self._lines = lines
        self.chosen = {line.key for line in lines if line.standing is Standing.FREE and not line.needs_two}
        self._renew()

    def toggle(self, line: OfferLine) -> None:
        """Keep a thing after all, or let it go."""
        self.chosen ^= {line.key}
        self._renew()

    def carry_out(self) -> None:
        """Ask once more, and for the second person where that is needed."""
        lines = [line for line in self._lines if line.key in self.chosen]
        if not lines:
            self._desk.messages.info(_("Kies eerst wat weg mag."))
        elif any(line.needs_two for line in lines):
            self._desk.dialogs.open(second_sheet(self._desk, len(lines), self._go))
        else:
            self._desk.dialogs.ask(
                _("Voor altijd vernietigen"),
                ngettext(
                    "{n} onderdeel gaat weg, met bijlagen en wat erover in het logboek stond. "
                    "Dit is niet terug te draaien.",
                    "{n} onderdelen gaan weg, met bijlagen en wat erover in het logboek stond. "
                    "Dit is niet terug te draaien.",
                    len(lines),
                ),
                _("Vernietigen"),
                lambda yes: self._go(None) if yes else None,
                danger=True,
            )

    def _go(self, second: Second | None) -> None:
        keys = tuple(self.chosen)
        self._desk.jobs.run_long(
            _("Vernietigen"),
            lambda _progress: self._disposal.destroy(keys, second),
            owner=self,
            done=self._gone,
            database=True,
        )

    def _gone(self, lines: tuple[DestructionLine, ...]) -> None:
        count = sum(line.count for line in lines)
        words = ngettext(
            "{n} onderdeel is vernietigd. Bewaar het bewijs.",
            "{n} onderdelen zijn vernietigd. Bewaar het bewijs.",
            count,
        )
        self._desk.messages.info(words)
        self._desk.changes.publish(frozenset({"backups"}))
        self._done()

    def _renew(self) -> None:
        self.table.set_lines(self._lines)
        self.chosen_changed.emit(len(self.chosen))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Wat"), lambda line: line.about, detail=_kind),
            Column(_("Soort"), lambda line: _(line.label), detail=_why),
            Column(_("Mag weg sinds"), lambda line: short_date(line.free_on), 116, sort=lambda line: line.free_on),
            Column(_("Stand"), width=150, tag=self._state),
            Column("", self._verb, 96, verb=True),
        )

    def _state(self, line: OfferLine) -> TagText:
        if line.standing is Standing.HELD:
            return TagText(_("aangehouden"), "warn", "lock")
        if line.key not in self.chosen:
            return TagText(_("blijft"), "neutral", "archive")
        return (
            TagText(_("namen weg"), "info", "eye-off")
            if line.keeps_counts
            else TagText(_("gaat weg"), "danger", "trash-2")
        )

    def _verb(self, line: OfferLine) -> str:
        if line.standing is Standing.HELD:
            return ""
        return _("Houden") if line.key in self.chosen else _("Weg")


class Destroyed(QWidget):
    """The list of destructions, without names; of each moment a certificate."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self._lines: tuple[DestructionLine, ...] = ()
        nothing = EmptyState(
            "hourglass", _("Nog niets vernietigd"), _("Wat u vernietigt, staat hier met aantal en datum.")
        )
        self.table = Table(
            (
                Column(_("Wanneer"), lambda line: long_time(line.at), 210, sort=lambda line: line.at),
                Column(_("Wat"), lambda line: line.label, detail=_outcome),
                Column(_("Aantal"), lambda line: str(line.count), 74, "right"),
                Column(_("Door"), lambda line: line.by_name, 150, detail=lambda line: line.confirmed_by),
                Column("", lambda _line: _("Bewijs"), 92, verb=True),
            ),
            empty=nothing,
            name=_("Vernietigd"),
        )
        self.table.verb_clicked.connect(lambda line, _column: self.prove(line))
        card = Card()
        card.add(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)

    def show_lines(self, lines: tuple[DestructionLine, ...]) -> None:
        """Show the list."""
        self._lines = lines
        self.table.set_lines(lines)

    def prove(self, line: DestructionLine) -> None:
        """Keep the certificate of that moment as a PDF."""
        meldboek, together = self._desk.meldboek, self._of_moment(line)
        head, school, now = meldboek.store.register.short_head(), meldboek.store.keys.school, meldboek.clock.now()
        name = _("Bewijs van vernietiging {day}.pdf").format(day=f"{line.at:%d-%m-%Y}")
        save_pdf(self._desk, self, name, lambda: certificate(school, now, together, head))

    def _of_moment(self, line: DestructionLine) -> Sequence[DestructionLine]:
        return [one for one in self._lines if one.at == line.at]


def _kind(line: OfferLine) -> str:
    kinds = {
        "case": _("zaak"),
        "person": _("persoon"),
        "device": _("bewaarbewijs"),
        "call": _("gesprek met de inspecteur"),
        "request": _("verzoek"),
        "proof": _("bewijs van vernietiging"),
    }
    return kinds[line.key.partition(":")[0]]


def _why(line: OfferLine) -> str:
    if line.held_by:
        return ", ".join(_(HOLDS[code]) for code in line.held_by)
    words = _("termijn telt vanaf {day}; twee personen beslissen") if line.needs_two else _("termijn telt vanaf {day}")
    return words.format(day=short_date(line.since))


def _outcome(line: DestructionLine) -> str:
    how = _("namen weg, telling blijft") if line.is_nameless else _("helemaal vernietigd")
    return _("{how}; bewaartermijn {term}").format(how=how, term=line.term)
