"""Files with a report that is still being typed: pasted, dropped or chosen, and kept with what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.evidence import loose
from app.cases.evidence.custody import Examined, examine
from app.cases.inputs import NewEvidence
from app.cases.texts import said
from app.kernel.texts import _
from app.vault.drawers.database import Drawer
from ui.cases.evidence import incoming
from ui.cases.evidence.pictures import picture_label
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.fields import Field, TextField
from ui.kit.finding import Notice
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import column, holder, row

SMALL = 48


class FilesField(Field):
    """The value is a tuple of ``NewEvidence``; what was added survives a crash and a lock."""

    def __init__(self, desk: Desk, drawer: Drawer, report: str = "new") -> None:
        self.add_button = button(_("Bestand kiezen"), "paperclip", self.choose)
        super().__init__(self.add_button)
        self._desk, self._drawer, self._report = desk, drawer, report
        self.rows: list[FileRow] = []
        self._told: dict[str, str] = {}
        self._is_wary = False
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)  # noqa: S101 - the field made it so
        inside.setSpacing(8)
        inside.removeWidget(self.add_button)
        self.warning = Notice("danger", said("cases.sexual_imagery.short"), said("cases.sexual_imagery"))
        self.warning.hide()
        inside.addWidget(self.warning)
        inside.addLayout(self._place)
        hint = label(_("Of plak een schermafdruk met Ctrl+V, of sleep bestanden hierheen."), "secondary", wrap=True)
        foot = row(self.add_button, hint, gap=12)
        foot.setStretch(1, 1)
        inside.addLayout(foot)

    def begin(self) -> None:
        """Show what was kept the last time."""
        self._desk.jobs.run(lambda: loose.kept(self._drawer, self._report), owner=self, done=self._show_kept)

    def choose(self) -> None:
        """Let the user point at a file."""
        incoming.choose(self._desk, self.take)

    def paste(self) -> bool:
        """Take the picture or the files on the clipboard; False when there are none."""
        return incoming.paste(self._desk, self.take)

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped."""
        incoming.take(self._desk, data, self.take)

    def beware(self, on: bool) -> None:
        """Warn that a picture may be one that nobody may keep, and show none of those that are here (rules 4.4)."""
        self.warning.setVisible(on)
        self._is_wary = on
        for each in self.rows:
            each.shown.setVisible(not on)

    def take(self, data: bytes, name: str) -> None:
        """Look into a file and keep it; where it may be a sexual picture, only after a yes."""
        if not self._is_wary or name.lower().endswith(".txt"):
            self._take(data, name)
            return
        incoming.ask_first(self._desk, lambda yes: self._take(data, name) if yes else None)

    def _take(self, data: bytes, name: str) -> None:
        """The same file comes in once."""
        if len(self.rows) >= loose.MOST:
            text = _("Er is hier plaats voor {n} bestanden. De rest kunt u toevoegen als de zaak open is.")
            self._desk.messages.warning(text.format(n=loose.MOST))
            return
        done = partial(self._came, NewEvidence(data, name), is_new=True)
        failed = partial(incoming.refuse, self._desk, name)
        self._desk.jobs.render(partial(examine, data, name), owner=self, done=done, failed=failed)

    def forget(self) -> None:
        """Forget all files: they are evidence in a case now."""
        self._let_go(self.rows)
        self._told = {}

    def value(self) -> tuple[NewEvidence, ...]:
        return tuple(each.value() for each in self.rows)

    def keep(self) -> dict[str, str]:
        return {each.key: each.description.value() for each in self.rows}

    def restore(self, kept: Any) -> None:
        """The files themselves come back in ``begin``; here only what was said of them, or nothing at all."""
        self._told = dict(kept or {})
        for each in self.rows:
            each.description.set_value(self._told.get(each.key, ""))
        if not kept:
            self._let_go(self.rows)

    def _show_kept(self, found: tuple[NewEvidence, ...]) -> None:
        for file in found:
            done = partial(self._came, file, is_new=False)
            self._desk.jobs.render(partial(examine, file.data, file.name), owner=self, done=done)

    def _came(self, file: NewEvidence, found: Examined, *, is_new: bool) -> None:
        key = loose.key_of(file)
        if any(each.key == key for each in self.rows):
            return
        file = replace(file, words=found.words)
        added = FileRow(key, file, found.picture, self._told.get(key, ""))
        added.changed.connect(self.changed)
        added.removed.connect(partial(self._remove, added))
        added.shown.setVisible(not self._is_wary)
        self.rows.append(added)
        self._place.addWidget(added)
        if is_new:
            work = partial(loose.keep, self._drawer, file)
            self._desk.jobs.run(work, owner=self._desk.changes, done=lambda _none: None)
        self.changed.emit()

    def _remove(self, gone: FileRow) -> None:
        self._let_go([gone])
        self.add_button.setFocus()

    def _let_go(self, gone: Sequence[FileRow]) -> None:
        keys = [each.key for each in gone]
        self.rows = [each for each in self.rows if each.key not in keys]
        for each in gone:
            each.hide()
            each.deleteLater()
        if keys:
            work = partial(loose.let_go, self._drawer, keys)
            self._desk.jobs.run(work, owner=self._desk.changes, done=lambda _none: None)
        self.changed.emit()


class FileRow(QWidget):
    """One file: a small picture, its name, what can be seen on it, and a way to take it out again."""

    changed = Signal()
    removed = Signal()

    def __init__(self, key: str, file: NewEvidence, picture: bytes | None, description: str) -> None:
        super().__init__()
        bare(self)
        self.key, self._file = key, file
        self.shown = picture_label(picture, SMALL) if picture is not None else IconLabel("file-text", "ink2", 24)
        self.shown.setFixedWidth(SMALL)
        self.description = TextField(description, placeholder=_("Wat is hierop te zien"))
        self.description.set_name(_("Wat is te zien op {name}").format(name=file.name))
        self.description.changed.connect(self.changed)
        size = _("{n} kB").format(n=max(1, len(file.data) // 1024))
        words = holder(column(label(file.name, "strong", wrap=True), label(size, "secondary"), gap=0))
        meaning = _("{name} weghalen").format(name=file.name)
        inside = row(self.shown, words, self.description, icon_button("x", meaning, self.removed.emit), gap=10)
        inside.setStretch(1, 2)
        inside.setStretch(2, 3)
        self.setLayout(inside)

    def value(self) -> NewEvidence:
        """The input of the use case."""
        return replace(self._file, description=self.description.value())
