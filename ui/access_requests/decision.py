"""The decision on a request: what is given, and everything that is not, each with its ground."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from app.access_requests.lines import ContentLine, RequestCard, Withheld
from app.access_requests.rules import Decision, Ground, Kind, may_withhold
from app.access_requests.texts import DECISIONS, GROUNDS, KINDS, asks_as
from app.kernel.formats import long_date
from app.kernel.texts import _
from ui.access_requests.sheets import casework_of
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import column, holder

MOST = 8
WIDTH = 880  # a ground is read whole


def decision_sheet(
    desk: Desk, card: RequestCard, proposal: tuple[ContentLine, ...], done: Callable[[Any], object]
) -> FormSheet:
    """Ask what is decided; a request to see everything begins with what the program would withhold."""
    form = Form(desk)
    form.add(about(card))
    options = [(one, _(DECISIONS[one])) for one in Decision]
    parts = card.withheld or proposed(card, proposal)
    usual = Decision.PARTLY if parts else Decision.GRANTED
    form.field("decision", _("Besluit"), ChipsField(options, card.decision or usual))
    hint = _("Staat in het antwoord. Bij een weigering is een reden nodig.")
    form.field("reason", _("Reden"), AreaField(card.reason), hint)
    form.section(_("Wat niet wordt gegeven"))
    for place in range(MOST):
        part = parts[place] if place < len(parts) else None
        _withheld_row(form, card.kind, place, part)
    more = button(_("Nog iets niet geven"), "plus", kind="quiet")
    more.clicked.connect(lambda: _show_rows(form, more, _shown_rows(form) + 1))
    form.add(more)
    _show_rows(form, more, max(1, len(parts)))
    work = casework_of(desk).access_requests

    def save(values: dict[str, Any]) -> None:
        work.decide(card.id, Decision(values["decision"]), values["reason"], filled(values))

    return FormSheet(_("Besluit over het verzoek"), form, _("Vaststellen"), save, done, width=WIDTH, scrolls=True)


def about(card: RequestCard) -> QWidget:
    """Whose data it is about, what is asked, by whom and when."""
    head = label(f"{card.person} · {_(KINDS[card.kind])}", "strong", wrap=True)
    asked = _("Gevraagd door {name} ({capacity}), ontvangen op {day}").format(
        name=card.requester, capacity=asks_as(card.capacity, card.authority), day=long_date(card.received_on)
    )
    return holder(column(head, label(asked, "secondary", wrap=True), gap=1))


def proposed(card: RequestCard, proposal: tuple[ContentLine, ...]) -> tuple[Withheld, ...]:
    """What is always withheld at a request to see everything, as long as nothing was decided."""
    if card.kind is not Kind.ACCESS or card.decision is not None:
        return ()
    return tuple(Withheld(one.what, one.ground) for one in proposal if one.ground is not None and one.count != 0)


def filled(values: dict[str, Any]) -> tuple[Withheld, ...]:
    """The rows that have a ground."""
    rows = ((values[f"ground{place}"], values[f"what{place}"]) for place in range(MOST))
    return tuple(Withheld(what, Ground(ground)) for ground, what in rows if ground)


def _withheld_row(form: Form, kind: Kind, place: int, part: Withheld | None) -> None:
    grounds = [("", _("niets"))] + [(str(one), _(GROUNDS[one])) for one in may_withhold(kind)]
    form.field(f"what{place}", _("Wat"), TextField(part.what if part else ""), share=2)
    chosen = ChoiceField(grounds, str(part.ground) if part else "")
    form.field(f"ground{place}", _("Niet gegeven wegens"), chosen, beside=True, share=3)


def _shown_rows(form: Form) -> int:
    return sum(not form.rows[f"what{place}"].isHidden() for place in range(MOST))


def _show_rows(form: Form, more: QPushButton, count: int) -> None:
    for place in range(MOST):
        for name in (f"what{place}", f"ground{place}"):
            form.rows[name].setVisible(place < count)
    more.setVisible(count < MOST)
