"""A form: labels above fields, errors under them, open until the save succeeded, typed text never lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import Invalid, MeldboekError, Refused
from app.kernel.texts import _
from app.vault import drafts
from app.vault.drawers.database import Drawer
from ui.kit.desk import Desk
from ui.kit.fields import Field
from ui.kit.finding import FindingCard, Notice
from ui.kit.form_row import FormRow
from ui.kit.jobs import Failed
from ui.kit.labels import bare, label
from ui.kit.layouts import clear
from ui.kit.sheet import sheet_around
from ui.kit.words import sentence_of
from ui.kit.wrong import count_of_wrong, point_at

DRAFT_AFTER = 2000
SHEET, DRAFTS = "sheet", frozenset({"drafts"})
Kind = TypeVar("Kind", bound=Field)


class Form(QWidget):
    """``drafts=(drawer, form, key)`` keeps what was typed two seconds after the last key, ``drawer`` when it locks."""

    changed = Signal()
    saved = Signal()

    def __init__(
        self, desk: Desk, *, drafts: tuple[Drawer, str, str] | None = None, drawer: Drawer | None = None
    ) -> None:
        super().__init__()
        bare(self)
        self.desk = desk
        self.rows: dict[str, FormRow] = {}
        self._place, self._drawer = drafts, drawer
        self._sheet = ""
        self._told = False
        self._needed: dict[str, str] = {}
        self._start: dict[str, Any] | None = None
        self._busy = False
        self._last_row: QHBoxLayout | None = None
        self.note = label("", "secondary", tone="danger", wrap=True)
        self.note.hide()
        self._bar = QVBoxLayout()
        self._bar.setSpacing(8)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(14)
        self._inside.addLayout(self._bar)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._timer.timeout.connect(self.keep_draft)

    def need(self, name: str, sentence: str) -> None:
        """This field may not stay empty; ``check`` says so together with everything else that is wrong."""
        self._needed[name] = sentence

    def field(self, name: str, text: str, field: Kind, hint: str = "", *, beside: bool = False, share: int = 1) -> Kind:
        """Add a field under its label; ``beside`` sets it in the same row as the one before."""
        made = FormRow(text, field, hint)
        self.rows[name] = made
        if not beside or self._last_row is None:
            self._last_row = QHBoxLayout()
            self._last_row.setSpacing(14)
            self._inside.addLayout(self._last_row)
        if field.grows:
            self._last_row.addWidget(made, share)
        else:  # labels beside each other stay level when one field has an error under it
            self._last_row.addWidget(made, share, Qt.AlignmentFlag.AlignTop)
        field.changed.connect(lambda: self._edited(name))
        field.left.connect(lambda: self._look_at(name))
        return field

    def section(self, title: str) -> None:
        """Start a group of fields under a title."""
        self._last_row = None
        self._inside.addWidget(label(title, "section"))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something that is no field."""
        self._last_row = None
        self._inside.addWidget(widget, stretch)

    def values(self) -> dict[str, Any]:
        """The value of every field by its name."""
        return {name: made.field.value() for name, made in self.rows.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields that are not named stay as they are."""
        for name, value in values.items():
            self.rows[name].field.set_value(value)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._start is not None and self._kept() != self._start

    def mark_clean(self) -> None:
        """From here on, only further changes count as unsaved."""
        self._start = self._kept()

    @property
    def keeps_itself(self) -> bool:
        """Whether what is typed stays by itself, so that one may leave without being asked."""
        return self._place is not None and not self._sheet

    def begin(self) -> None:
        """Start: what stands here counts as saved, and an earlier draft is put back."""
        self.mark_clean()
        sheet = sheet_around(self)
        if self._place is None and sheet is not None:  # it keeps what was typed only when the program locks
            self._keep_at(f"{self.desk.here()}|{sheet.accessibleName()}|{self._print()}")
        if self._place is not None:
            drawer, form, key = self._place
            self.desk.jobs.run(lambda: drafts.load(drawer, form, key), owner=self, done=self._put_back)

    def keep_under(self, key: str) -> None:
        """Keep what is typed from here on under this key when the program locks, and put back what it kept there."""
        self._keep_at(key)
        self.begin()

    def _keep_at(self, key: str) -> None:
        self._sheet, self._place = key, (self._drawer or self.desk.meldboek.store.drawers[-1], SHEET, key)

    def submit(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Save with ``work``; only when that succeeded the form is clean and ``done`` is called."""
        if self._busy or not self.check():
            return
        self._busy = True
        self._timer.stop()
        self.desk.jobs.run(work, owner=self, done=lambda result: self._succeeded(result, done), failed=self._failed)

    def check(self) -> bool:
        """Whether every field can be read as typed and none is missing; what is wrong is said under each."""
        self.clear_errors()
        wrong = {name: words for name in self.rows if (words := self._problem(name))}
        self.show_wrong(wrong)
        return not wrong

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say under each field what is wrong, count them near the button, and go to the first."""
        for name, text in wrong.items():
            self.rows[name].show_error(text)
        self._count_wrong()
        if wrong:
            point_at(self.rows[next(iter(wrong))])

    def _problem(self, name: str) -> str:
        field = self.rows[name].field
        empty = name in self._needed and field.value() in (None, "", ())
        return field.problem() or (self._needed[name] if empty else "")

    def show_errors(self, error: MeldboekError) -> None:
        """Show what went wrong: under its field, or in a bar on top with the findings."""
        self.clear_errors()
        words = sentence_of(error)
        if isinstance(error, Invalid) and error.field in self.rows:
            self.show_wrong({error.field: words})
            return
        self._bar.addWidget(Notice("danger", words))
        for finding in error.findings if isinstance(error, Refused) else ():
            self._bar.addWidget(FindingCard(finding))

    def clear_errors(self) -> None:
        """Take all errors away."""
        clear(self._bar)
        for made in self.rows.values():
            made.show_error("")
        self._count_wrong()

    def may_leave(self, then: Callable[[], object]) -> None:
        """Call ``then`` at once when all is saved, else after the user gave up what was typed."""
        if not self.is_dirty:
            then()
            return
        self.desk.dialogs.ask(
            _("Nog niet bewaard"),
            _("Als u het weggooit, is weg wat u hebt ingevuld.")
            if self.keeps_itself
            else _("U hebt iets ingevuld dat nog niet is bewaard. Als u weggaat, is dat weg."),
            _("Weggooien") if self.keeps_itself else _("Niet bewaren"),
            lambda yes: self._left(yes, then),
            danger=True,
            cancel=_("Hier blijven"),
        )

    def discard(self) -> None:
        """Forget what was typed, and its draft."""
        self._timer.stop()
        for name, value in (self._start or {}).items():
            self.rows[name].field.restore(value)
        self._forget_draft()

    def keep_draft(self, failed: Failed | None = None) -> None:
        """Keep what is typed now, in the drawer; ``failed`` hears when that cannot be, else the message bar."""
        if self._place is None or self._busy or not self.is_dirty:
            return
        drawer, form, key = self._place
        typed = {name: kept for name, kept in self._kept().items() if self.rows[name].field.kept_in_drafts}
        if typed:
            keep = lambda: drafts.save(drawer, form, key, typed)  # noqa: E731 - one expression
            self.desk.jobs.run(keep, owner=self.desk.changes, done=lambda _none: self._tell(), failed=failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.note.parent() is None:  # nobody gave it a place near a button
            self._inside.addWidget(self.note)
        if self._start is None:
            self.begin()

    def _kept(self) -> dict[str, Any]:
        return {name: made.field.keep() for name, made in self.rows.items()}

    def _print(self) -> str:
        """What the form began with, moments apart: the sheet of one person never gets what was typed for another."""
        began = [(name, str(made.field.keep())) for name, made in self.rows.items() if not made.field.is_moment]
        return hashlib.sha256(repr(began).encode()).hexdigest()[:12]

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.desk.changes.publish(DRAFTS)

    def _edited(self, name: str) -> None:
        if self.rows[name].error:
            self.rows[name].show_error("")
            self._count_wrong()
        if self.keeps_itself:
            self._timer.start()
        self.changed.emit()

    def _look_at(self, name: str) -> None:
        """Say at once what cannot be right in the field that was just left."""
        words = self.rows[name].field.problem()
        if words:
            self.rows[name].show_error(words)

    def _count_wrong(self) -> None:
        words = count_of_wrong(sum(1 for made in self.rows.values() if made.error))
        self.note.setText(words)
        self.note.setVisible(bool(words) and self.note.parent() is not None)

    def _put_back(self, kept: dict[str, Any] | None) -> None:
        for name, value in (kept or {}).items():
            if name in self.rows:
                self.rows[name].field.restore(value)
        if kept:
            self.changed.emit()
            self.desk.messages.info(_("Wat u eerder typte, staat er weer."), undo=self.discard)

    def _succeeded(self, result: Any, done: Callable[[Any], object]) -> None:
        self._busy = False
        self.mark_clean()
        self._forget_draft()
        self.saved.emit()
        done(result)

    def _failed(self, error: MeldboekError) -> None:
        self._busy = False
        self.show_errors(error)

    def _left(self, yes: bool, then: Callable[[], object]) -> None:
        if yes:
            self.discard()
            then()

    def _forget_draft(self) -> None:
        if self._place is not None:
            drawer, form, key = self._place
            publish = self.desk.changes.publish
            self._told = False
            self.desk.jobs.run(
                lambda: drafts.discard(drawer, form, key),
                owner=self.desk.changes,
                done=lambda _none: publish(DRAFTS),
            )


def leave(widget: QWidget, then: Callable[[], object]) -> None:
    """Call ``then`` once every visible form within ``widget`` is saved, kept as a draft, or given up."""
    open_forms = [form for form in widget.findChildren(Form) if form.isVisible() and form.is_dirty]
    for form in open_forms:
        if form.keeps_itself:
            form.keep_draft()
    dirty = next((form for form in open_forms if not form.keeps_itself), None)
    if dirty is None:
        then()
    else:
        dirty.may_leave(lambda: leave(widget, then))
