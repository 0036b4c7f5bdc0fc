"""One line of the timeline in full: correct it, read its old versions, decide whose dossier it enters."""

from __future__ import annotations

from typing import Any

from app.cases.lines import CaseCard, EntryLine, EntryVersionLine
from app.cases.rules import EntryKind
from app.cases.service import Cases
from app.kernel.formats import short_time
from app.kernel.texts import _
from ui.cases.sheets import Done
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import hairline, label

_SENT = frozenset({EntryKind.TALK, EntryKind.CALL})


def entry_sheet(
    desk: Desk, cases: Cases, card: CaseCard, entry: EntryLine, old: tuple[EntryVersionLine, ...], done: Done
) -> FormSheet:
    """The line as a form; a changed text becomes a new version, the old one stays readable."""
    form = Form(desk)
    form.field("title", _("Titel"), TextField(entry.title))
    form.field("text", _("Verslag"), AreaField(entry.text, lines=8))
    persons = {party.person_id: party.name for party in card.parties if party.person_id is not None}
    if persons:
        filed = ChipsField(list(persons.items()), entry.filed_for, many=True)
        form.field("files_for", _("Komt in het dossier van"), filed, _("Kiest u niemand, dan blijft het in de zaak."))
    if entry.kind in _SENT:
        _ask_comment(desk, form, entry)
    written = _("Vastgelegd op {at} door {name}.").format(at=short_time(entry.recorded_at), name=entry.by)
    form.add(label(written, "secondary", wrap=True))
    for version in old:
        _add_version(form, version)

    def save(values: dict[str, Any]) -> None:
        _keep(cases, entry, values)

    return FormSheet(entry.title, form, _("Bewaren"), save, done, width=680, scrolls=bool(old))


def _ask_comment(desk: Desk, form: Form, entry: EntryLine) -> None:
    """When the report was sent to who was heard, and what they wrote back."""
    clock = desk.meldboek.clock
    form.field("sent_on", _("Verslag ter reactie gestuurd op"), DateField(clock, entry.comment_asked_on))
    form.field("due", _("Reactie mag tot"), DateField(clock, entry.comment_due), beside=True)
    form.field("comment_on", _("Reactie ontvangen op"), DateField(clock, entry.comment_on), beside=True)
    form.field("comment", _("Wat zij terugschreven"), AreaField(entry.comment, lines=2))


def _add_version(form: Form, version: EntryVersionLine) -> None:
    form.add(hairline())
    head = _("Versie {n}, {at}, {name}").format(n=version.version, at=short_time(version.recorded_at), name=version.by)
    form.add(label(head, "label"))
    form.add(label(f"{version.title}\n{version.text}".strip(), "quiet", wrap=True, selectable=True))


def _keep(cases: Cases, entry: EntryLine, values: dict[str, Any]) -> None:
    if (values["title"], values["text"]) != (entry.title, entry.text):
        cases.correct(entry.case_id, entry.id, values["title"], values["text"])
    sent, due = values.get("sent_on"), values.get("due")
    if sent is not None and (sent, due) != (entry.comment_asked_on, entry.comment_due):
        cases.send_for_comment(entry.case_id, entry.id, sent, due)
    on, comment = values.get("comment_on"), values.get("comment", "")
    if on is not None and (on, comment) != (entry.comment_on, entry.comment):
        cases.receive_comment(entry.case_id, entry.id, on, comment)
    persons = tuple(values.get("files_for", ()))
    if set(persons) != set(entry.filed_for):
        cases.file_for(entry.case_id, entry.id, persons)
