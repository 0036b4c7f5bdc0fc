"""A letter to the parents of a group, or of everybody whose answer is missing: text, progress and what was made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.kernel.names import full
from app.kernel.texts import _, ngettext
from app.letters.families.merging import MergeRun, MergeStart, NewMerge, draw
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Progress
from ui.kit.labels import label
from ui.kit.sheet import Sheet
from ui.letters.marks import MarkBar

ALL, MISSING = "all", "missing"


def open_merge(desk: Desk, owner: QObject, done: Callable[[], object]) -> None:
    """Read the text and the groups, then ask for whom and what."""
    show = lambda start: desk.dialogs.open(merge_sheet(desk, owner, start, done))  # noqa: E731 - one call
    desk.jobs.run(desk.meldboek.merging.begin, owner=owner, done=show)


def merge_sheet(desk: Desk, owner: QObject, start: MergeStart, done: Callable[[], object]) -> FormSheet:
    """Ask for whom and what; the letters are drawn after it and come in the tray together."""
    merging, consents, form = desk.meldboek.merging, desk.meldboek.consents, Form(desk)
    form.field("group", _("Groep"), ChoiceField([("", _("alle groepen")), *start.groups], ""))
    wanted = [(ALL, _("alle ouders")), (MISSING, _("wie nog niet antwoordde"))]
    form.field("who", _("Voor wie"), ChipsField(wanted, ALL), beside=True)
    form.field("subject", _("Betreft"), TextField(start.template.subject))
    text = AreaField(start.template.body, lines=13)
    form.add(MarkBar(text))
    hint = _("Op de plaats van {{ first_name }} en {{ group }} komen de voornaam en de groep van de leerling.")
    form.field("body", _("Tekst"), text, hint)

    def save(values: dict[str, Any]) -> MergeRun:
        group = values["group"]
        ids = merging.pupils(group, consents if values["who"] == MISSING else None)
        batch = _("groep {group}").format(group=group) if group else _("alle groepen")
        return merging.prepare(NewMerge(ids, values["subject"], values["body"], batch))

    then = lambda run: _draw(desk, owner, run, done)  # noqa: E731 - one call
    return FormSheet(_("Brief aan ouders"), form, _("Brieven maken"), save, then, width=640)


def _draw(desk: Desk, owner: QObject, run: MergeRun, done: Callable[[], object]) -> None:
    at, merging = desk.meldboek.clock.now(), desk.meldboek.merging

    def work(progress: Progress) -> int:
        def step(made: int, total: int) -> bool:
            progress.step(made / max(1, total), _("{done} van {total} brieven").format(done=made, total=total))
            return True

        drawn = draw(run, at, step)
        return desk.jobs.on_lane(lambda: merging.keep(run, drawn))

    def told(count: int) -> None:
        done()
        desk.dialogs.open(_result(run, count))

    desk.jobs.run_long(_("Brieven maken"), work, owner=owner, done=told)


def _result(run: MergeRun, count: int) -> Sheet:
    """What was made, and for whom nothing could be."""
    sheet = Sheet(_("Brieven gemaakt"), width=560, scrolls=True)
    made = ngettext("{n} brief ligt in de printbak.", "{n} brieven liggen in de printbak.", count)
    sheet.body.addWidget(label(made, wrap=True))
    if run.skipped:
        sheet.body.addWidget(label(_("Niet gemaakt"), "section"))
    for one in run.skipped:
        told = _("{name}, groep {group}: {why}").format(name=full(one.pupil.name), group=one.pupil.group, why=one.why)
        sheet.body.addWidget(label(told, wrap=True))
    sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
    return sheet
