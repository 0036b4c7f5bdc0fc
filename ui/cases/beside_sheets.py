"""The forms of what stands beside a case: links, stepping aside, the second signature, complaints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton

from app.cases.beside.lines import AsideLine, ComplaintLine
from app.cases.beside.signing import PaperSignature
from app.cases.evidence import files
from app.cases.file_lines import CaseFile
from app.cases.lines import CaseCard, CaseLine
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.errors import Invalid
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.vault.attachments import Attachment
from ui.cases.evidence.showing import show_file
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, Field, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.rows import FactRow

Done = Callable[[Any], object]
WORD = 150


def link_sheet(desk: Desk, cases: Cases, card: CaseCard, others: Sequence[CaseLine], done: Done) -> FormSheet:
    """Say that another case has to do with this one."""
    form = Form(desk)
    choices = [(one.id, f"{one.short_number}  {one.title}") for one in others if one.id != card.id]
    form.field("other_id", _("Welke zaak"), ChoiceField(choices, blank=_("kies een zaak")))
    form.field("reason", _("Wat hebben ze met elkaar te maken"), TextField())

    def save(values: dict[str, Any]) -> None:
        if values["other_id"] is None:
            raise Invalid("other_id", "cases.no_case")
        cases.links.link(card.id, values["other_id"], values["reason"])

    return FormSheet(_("Zaak koppelen"), form, _("Koppelen"), save, done)


def hand_over_sheet(desk: Desk, cases: Cases, file: CaseFile, done: Done) -> FormSheet:
    """Choose who handles the case from now on."""
    card = file.card
    away = {card.owner_id, *(one.user_id for one in file.aside)}
    let_in = {one.id for one in card.access if not one.ended}
    users = {user.id: user for user in cases.aside.candidates() if user.role.leads or user.id in let_in}
    form = Form(desk)
    form.add(label(_("Nu behandelt {name} deze zaak.").format(name=card.owner), "quiet", wrap=True))
    names = [(user.id, user.name) for user in users.values() if user.id not in away]
    form.field("user", _("Wie behandelt de zaak verder"), ChipsField(names, None))
    form.need("user", said("cases.no_handler"))
    form.field("reason", _("Waarom"), TextField())
    form.need("reason", said("cases.no_reason"))

    def save(values: dict[str, Any]) -> None:
        cases.aside.hand_over(card.id, users[values["user"]], values["reason"])

    return FormSheet(_("Zaak overdragen"), form, _("Overdragen"), save, done)


def aside_sheet(desk: Desk, cases: Cases, card: CaseCard, done: Done) -> FormSheet:
    """Lock a user who is involved or related out of this case, and name who takes over."""
    users = {user.id: user for user in cases.aside.candidates()}
    me = desk.meldboek.user
    form = Form(desk)
    text = _(
        "Wie een stap opzij doet, ziet niets meer van deze zaak. De reden en wie het overneemt, staan in het verloop."
    )
    form.add(label(text, "quiet", wrap=True))
    names = [(user.id, user.name) for user in users.values()]
    form.field("user", _("Wie doet een stap opzij"), ChoiceField(names, me.id))
    form.field("reason", _("Waarom"), TextField(placeholder=_("bijvoorbeeld familie van een betrokkene")))
    leaders = [(user.id, user.name) for user in users.values() if user.role.leads]
    form.field("replaced_by", _("Wie neemt het over"), ChoiceField(leaders, blank=_("kies wie")))

    def save(values: dict[str, Any]) -> None:
        other = users.get(values["replaced_by"] or "")
        cases.aside.step_aside(card.id, users[values["user"]], values["reason"], other)

    return FormSheet(_("Stap opzij doen"), form, _("Stap opzij doen"), save, done)


def back_sheet(desk: Desk, cases: Cases, card: CaseCard, aside: Sequence[AsideLine], done: Done) -> FormSheet:
    """Let a user who stepped aside see the case again."""
    form = Form(desk)
    for one in aside:
        form.add(label(_("{name}: {why}").format(name=one.name, why=one.reason), "secondary", wrap=True))
    names = [(one.user_id, one.name) for one in aside]
    form.field("user", _("Wie mag de zaak weer zien"), ChoiceField(names, names[0][0] if names else None))
    form.field("reason", _("Waarom"), TextField())
    return FormSheet(
        _("Stap opzij opheffen"),
        form,
        _("Weer toelaten"),
        lambda values: cases.aside.let_back(card.id, values["user"], values["reason"]),
        done,
    )


def sign_sheet(desk: Desk, cases: Cases, file: CaseFile, done: Done) -> FormSheet:
    """Agree to the closing on screen, or keep a signature on paper with its scan."""
    card, clock = file.card, desk.meldboek.clock
    own = card.owner_id == desk.meldboek.user.id
    form = Form(desk)
    if file.signature is not None:
        signed = _("Getekend door {name} op {on}.").format(
            name=file.signature.name, on=long_date(file.signature.signed_on)
        )
        form.add(label(signed, "quiet", wrap=True))
        if file.signature.on_paper:
            form.add(_look(desk, _("Handtekening op papier"), partial(cases.signing.scan, card.id)))
    if not own:
        form.field("note", _("Toelichting (mag leeg)"), AreaField(lines=3))
        return FormSheet(
            _("Akkoord met afsluiten"), form, _("Ondertekenen"), lambda v: cases.signing.sign(card.id, v["note"]), done
        )
    text = _(
        "U behandelt deze zaak zelf. Laat het bestuur hier inloggen en tekenen, of bewaar een handtekening op papier."
    )
    form.add(label(text, "quiet", wrap=True))
    form.field("name", _("Wie tekende"), TextField())
    form.field("signed_on", _("Op welke dag"), DateField(clock, clock.today()), beside=True)
    scan = form.field("scan", _("Scan van het papier"), FileField(desk))

    def save(values: dict[str, Any]) -> None:
        if values["signed_on"] is None:
            raise Invalid("signed_on", "cases.no_day")
        if scan.path is None:
            raise Invalid("scan", "cases.no_file")
        paper = PaperSignature(values["name"], values["signed_on"], files.read(scan.path), scan.path.name)
        cases.signing.sign_on_paper(card.id, paper)

    return FormSheet(_("Handtekening op papier"), form, _("Bewaren"), save, done)


class FileField(Field):
    """A button that shows the name of the chosen file; the value is that name, ``path`` where it lies."""

    def __init__(self, desk: Desk) -> None:
        self.path: Path | None = None
        self.button = button(_("Bestand kiezen"), "paperclip", self.choose)
        super().__init__(self.button)
        self._desk = desk

    def value(self) -> str:
        return self.path.name if self.path is not None else ""

    def choose(self) -> None:
        """Let the user point at a file."""
        pattern = _("Bewijs ({patterns})").format(patterns=files.PATTERNS)
        self._desk.dialogs.choose_file(_("Bestand kiezen"), self._take, (pattern,))

    def _take(self, path: Path | None) -> None:
        if path is not None:
            self.path = path
            self.button.setText(path.name)
            self.changed.emit()


def complaint_sheet(
    desk: Desk, cases: Cases, card: CaseCard, complaints: Sequence[ComplaintLine], done: Done
) -> FormSheet:
    """The complaint of this case: received, or the next step that is open."""
    form = Form(desk)
    text = _("De papieren van een klacht blijven hier. Zij staan niet in het verloop en komen in geen dossier.")
    form.add(label(text, "quiet", wrap=True))
    open_one = next((one for one in complaints if one.answered_on is None), None)
    for one in complaints:
        for word, told in _story(one):
            form.add(FactRow(word, told, WORD))
        for paper in one.papers:
            form.add(_look(desk, paper.name, partial(cases.complaints.paper, card.id, paper.id)))
    day = DateField(desk.meldboek.clock, desk.meldboek.clock.today())
    if open_one is None:
        form.field("subject", _("Waarover is de klacht"), TextField())
        form.field("on", _("Ontvangen op"), day, beside=True)

        def receive(values: dict[str, Any]) -> None:
            cases.complaints.receive(card.id, values["subject"], _day(values["on"]))

        return FormSheet(_("Klacht vastleggen"), form, _("Vastleggen"), receive, done, width=640)
    form.field("step", _("Wat is er gedaan"), ChipsField(_steps(open_one), _steps(open_one)[0][0]))
    form.field("on", _("Op welke dag"), day)
    form.field("text", _("Wat staat er in (oordeel of antwoord)"), AreaField(lines=3))
    scan = form.field("scan", _("Papier (mag leeg)"), FileField(desk))

    def save(values: dict[str, Any]) -> None:
        on, text = _day(values["on"]), values["text"]
        acts: dict[str, Callable[[], object]] = {
            "committee": partial(cases.complaints.to_committee, card.id, open_one.id, on),
            "opinion": partial(cases.complaints.opinion, card.id, open_one.id, on, text),
            "answer": partial(cases.complaints.answer, card.id, open_one.id, on, text),
            "paper": lambda: None,
        }
        if scan.path is not None:
            cases.complaints.add_paper(card.id, open_one.id, files.read(scan.path), scan.path.name)
        acts[values["step"]]()

    return FormSheet(_("Klacht"), form, _("Vastleggen"), save, done, width=640, scrolls=len(complaints) > 1)


def _look(desk: Desk, name: str, read: Callable[[], Attachment]) -> QPushButton:
    """A button that shows a kept paper."""
    verb = _("Bekijk {number}").format(number=name)
    show = partial(show_file, desk)
    return button(verb, "file-text", lambda: desk.jobs.run(read, owner=desk.dialogs, done=show), "link")


def _steps(one: ComplaintLine) -> list[tuple[str, str]]:
    steps = [] if one.to_committee_on else [("committee", _("naar de commissie"))]
    steps += [] if one.opinion_on else [("opinion", _("oordeel ontvangen"))]
    return [*steps, ("answer", _("bestuur antwoordde")), ("paper", _("alleen een papier bewaren"))]


def _story(one: ComplaintLine) -> list[tuple[str, str]]:
    days = (
        (_("ontvangen"), one.received_on),
        (_("naar de commissie"), one.to_committee_on),
        (_("oordeel"), one.opinion_on),
        (_("antwoord uiterlijk"), one.answer_due if one.answered_on is None else None),
        (_("antwoord bestuur"), one.answered_on),
    )
    told = [(_("klacht"), one.subject), *((word, long_date(day)) for word, day in days if day is not None)]
    return [*told, *((word, text) for word, text in _words(one) if text)]


def _words(one: ComplaintLine) -> tuple[tuple[str, str], ...]:
    return (_("wat de commissie vindt"), one.opinion), (_("wat het bestuur schreef"), one.answer)


def _day(on: date | None) -> date:
    if on is None:
        raise Invalid("on", "cases.no_day")
    return on
