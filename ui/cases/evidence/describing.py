"""Evidence on its way into a case: looked into, described, and then kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.cases.evidence.custody import Examined, examine
from app.cases.inputs import NewEvidence
from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from ui.cases.evidence import incoming
from ui.cases.evidence.pictures import picture_label
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.sheet import Sheet

PREVIEW = 220


def refusal() -> Sheet:
    """Why no picture can be kept in this case (rules 4.4)."""
    sheet = Sheet(said("cases.sexual_imagery.title"), width=480)
    sheet.body.addWidget(Notice("danger", _("Seksueel beeld van een minderjarige"), said("cases.sexual_imagery")))
    sheet.add_button(_("Begrepen"), sheet.dismiss, "primary")
    return sheet


class Intake(QObject):
    """Files for a case, one or several at a time: each is looked into, and described in its turn."""

    def __init__(self, desk: Desk, cases: Cases, done: Callable[[object], object]) -> None:
        super().__init__()
        self._desk, self._cases, self._done = desk, cases, done
        self._waiting: deque[tuple[CaseCard, bytes, str]] = deque()
        self._busy = False

    def add(self, card: CaseCard, data: bytes, name: str) -> None:
        """Ask about this file as soon as those before it are done."""
        self._waiting.append((card, data, name))
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._busy:
            return
        card, data, name = self._waiting.popleft()
        if Flag.SEXUAL_IMAGERY in card.flags and not name.lower().endswith(".txt"):
            self._waiting.clear()  # it goes for every picture: saying it once is enough
            self._open(refusal())
            return
        if card.may_be_sexual and not name.lower().endswith(".txt"):
            incoming.ask_first(self._desk, lambda yes: self._look(card, data, name) if yes else self._next())
        else:
            self._look(card, data, name)

    def _look(self, card: CaseCard, data: bytes, name: str) -> None:
        done, failed = partial(self._ask, card, data, name), partial(self._refused, name)
        self._desk.jobs.render(partial(examine, data, name), owner=self, done=done, failed=failed)

    def _ask(self, card: CaseCard, data: bytes, name: str, found: Examined) -> None:
        self._open(attach_sheet(self._desk, self._cases, card, data, name, found, self._kept))

    def _kept(self, entry_id: object) -> None:
        self._desk.messages.info(_("Het bewijs is bewaard."))
        self._done(entry_id)

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(self._next)
        self._desk.dialogs.open(sheet)

    def _refused(self, name: str, error: MeldboekError) -> None:
        incoming.refuse(self._desk, name, error)
        self._next()


def attach_sheet(
    desk: Desk,
    cases: Cases,
    card: CaseCard,
    data: bytes,
    name: str,
    found: Examined,
    done: Callable[[object], object],
) -> FormSheet:
    """Describe a file and keep it."""
    form = Form(desk)
    if found.picture is not None:
        form.add(picture_label(found.picture, PREVIEW))
    form.add(label(name, "secondary", wrap=True))
    form.field("description", _("Wat is hierop te zien"), TextField(placeholder=_("schermafdruk van de appgroep")))
    form.field("source", _("Van wie of waarvandaan"), TextField(placeholder=_("moeder, per e-mail; adres of account")))
    form.field("day", _("Gemaakt op"), DateField(desk.meldboek.clock))
    form.field("time", _("Tijd"), TimeField(), beside=True)
    if found.hidden:
        told = "; ".join(f"{word}: {text}" for word, text in found.hidden)
        form.add(label(_("In het bestand staat ook: {told}.").format(told=told), "secondary", wrap=True))

    def save(values: dict[str, Any]) -> int:
        return cases.files.attach(card.id, _evidence(data, name, found.words, values))

    return FormSheet(_("Bewijs toevoegen"), form, _("Bewaren"), save, done, width=560)


def _evidence(data: bytes, name: str, words: str, values: dict[str, Any]) -> NewEvidence:
    day: date | None = values["day"]
    at = datetime.combine(day, values["time"] or time(), AMSTERDAM) if day else None
    return NewEvidence(data, name, values["description"], at, values["source"], words)
