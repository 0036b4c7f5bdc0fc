"""What stands beside the lists: one request or one breach with its clock, its findings and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QPushButton

from app.access_requests.lines import BreachLine, ContentLine, RequestCard
from app.access_requests.rules import GUARDED
from app.access_requests.texts import DECISIONS, GROUNDS, KINDS, RISKS, TELLINGS, asks_as
from app.kernel.clock import AMSTERDAM
from app.kernel.findings import Finding
from app.kernel.formats import long_date, long_time
from app.kernel.names import full
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import TONES as FINDING_TONES
from ui.kit.finding import Notice
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder

Do = Callable[[str], object]
_SIDE_GAP = 10


def paper_verb(card: RequestCard) -> str:
    """What the letter is: before there is a decision only that the request was received."""
    return _("Antwoord als PDF") if card.decision else _("Ontvangstbevestiging als PDF")


class SideCard(Card):
    """A card that is filled anew for every line."""

    def __init__(self) -> None:
        super().__init__()
        self._scroll = Scroll(gap=_SIDE_GAP)
        self.body.addWidget(self._scroll, 1)

    def show_nothing(self, text: str) -> None:
        """Nothing is chosen."""
        clear(self._scroll.body)
        self._scroll.body.addWidget(label(text, "secondary", wrap=True))

    def show_request(self, card: RequestCard, proposal: tuple[ContentLine, ...], do: Do) -> None:
        """One request."""
        clear(self._scroll.body)
        self._say(card.person, "heading")
        self._say(_(KINDS[card.kind]), "secondary")
        self._fact(_("Gevraagd door"), f"{card.requester} ({asks_as(card.capacity, card.authority)})")
        self._fact(_("In Meldboek"), _known_as(card))
        self._fact(_("Ontvangen"), long_date(card.received_on))
        self._fact(_("Streefdag"), long_date(card.clocks.target))
        self._fact(_("Uiterlijk"), long_date(card.clocks.last_day))
        self._fact(_("Vastgesteld wie het is"), card.identity)
        self._fact(_("Vraag"), card.wish)
        self._fact(_("Verlengd omdat"), card.extension_reason)
        self._findings(card.findings)
        if card.decision:
            self._fact(_("Besluit"), _(DECISIONS[card.decision]))
            self._fact(_("Reden"), card.reason)
        for part in card.withheld:
            self._fact(part.what, _(GROUNDS[part.ground]))
        if card.answered_on:
            self._fact(_("Antwoord gegeven"), f"{long_date(card.answered_on)}, {card.answered_how}")
            self._fact(_("Controlegetal"), card.control)
        if card.court_until:
            self._fact(_("Naar de rechter kan tot en met"), long_date(card.court_until))
        verbs: list[tuple[str, str]] = [("dossier", _("Dossier openen")), ("paper", paper_verb(card))]
        if card.is_open:
            first = [("decide", _("Besluit nemen")), ("extend", _("Verlengen"))]
            verbs = [*first, *verbs, ("answer", _("Antwoord gegeven"))]
        self._verbs(verbs, do, _too_early(card))
        if card.is_open and proposal:
            self._say(_("Voorstel"), "strong")
            for line in proposal:
                count = "" if line.count is None else f"{line.count} "
                ground = f": {_(GROUNDS[line.ground])}" if line.ground else ""
                self._say(f"{count}{line.what}{ground}", "secondary")
            never = _("Overleg met de vertrouwensinspecteur en stukken van een klacht komen nooit in een dossier.")
            self._say(never, "secondary")

    def show_breach(self, line: BreachLine, do: Do) -> None:
        """One breach."""
        clear(self._scroll.body)
        self._say(_("Datalek {number}").format(number=line.id), "heading")
        self._fact(_("Ontdekt"), long_time(line.discovered_at))
        self._fact(_("Melden voor"), long_time(line.tell_until))
        for word, text in (
            (_("Wat is er gebeurd"), line.happened),
            (_("Welke gegevens"), line.data),
            (_("Van wie"), line.persons),
            (_("Mogelijke gevolgen"), line.consequences),
            (_("Wat is er gedaan"), line.actions),
            (_("Risico"), _(RISKS[line.risk]) if line.risk else ""),
            (_("Autoriteit Persoonsgegevens"), _(TELLINGS[line.telling]) if line.telling else ""),
            (_("Waarom"), line.why),
            (_("Gemeld"), long_time(line.told_at) if line.told_at else ""),
            (_("Waarom later dan 72 uur"), line.late_why),
            (_("Betrokkenen ingelicht"), _persons_told(line)),
            (_("Afgesloten"), long_date(line.closed_on) if line.closed_on else ""),
        ):
            self._fact(word, text)
        self._findings(() if line.closed_on else line.findings)
        if line.closed_on is None:
            self._verbs([("decide", _("Besluit nemen")), ("close", _("Afsluiten"))], do)

    def _findings(self, found: tuple[Finding, ...]) -> None:
        from app.sentences import sentence, title  # noqa: PLC0415 - pulls in every feature

        for one in found:
            self._scroll.body.addWidget(Notice(FINDING_TONES[one.severity], title(one), sentence(one), one.source))

    def _say(self, text: str, look: str) -> None:
        self._scroll.body.addWidget(label(text, look, wrap=True))  # type: ignore[arg-type]  # one of the looks

    def _fact(self, word: str, text: str) -> None:
        if text:
            pair = column(label(word, "secondary"), label(text, wrap=True, selectable=True), gap=1)
            self._scroll.body.addWidget(holder(pair))

    def _verbs(self, verbs: list[tuple[str, str]], do: Do, closed: Mapping[str, str] = MappingProxyType({})) -> None:
        for what, word in verbs:
            made: QPushButton = button(word, "", partial(do, what))
            made.setEnabled(what not in closed)
            made.setToolTip(closed.get(what, ""))
            self._scroll.body.addWidget(made)


def _known_as(card: RequestCard) -> str:
    """Who in the register asks, with whose guardian that is."""
    if card.asker is not None:
        return f"{full(card.asker.name)}, {card.asker.detail}".rstrip(", ")
    return _("staat niet in Meldboek") if card.capacity in GUARDED else ""


def _too_early(card: RequestCard) -> dict[str, str]:
    """What cannot be done now, and why."""
    closed = {}
    if card.decision is None:
        closed["answer"] = _("Neem eerst het besluit.")
    if card.extended_on is not None:
        closed["extend"] = _("Dit verzoek is al verlengd. Een tweede keer kan niet.")
    return closed


def _persons_told(line: BreachLine) -> str:
    """When those concerned were told, and who and how."""
    day = long_date(line.persons_told_at.astimezone(AMSTERDAM).date()) if line.persons_told_at else ""
    return ", ".join(part for part in (day, line.persons_told) if part)
