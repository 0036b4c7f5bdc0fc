"""Covering parts of a picture or of the pages of a PDF, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt

from app.cases.evidence.pictures import Box
from app.kernel.texts import _
from ui.cases.evidence.mask_editor import MaskEditor
from ui.kit.buttons import icon_button
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.sheet import Sheet

WIDE, HIGH, TALL = 780, 520, 1200
Boxes = Mapping[int, Sequence[Box]]


class MaskSheet(Sheet):
    """``keep`` gets the boxes of each page that has any, by the number of the page from 0."""

    def __init__(self, pages: Sequence[bytes], keep: Callable[[Boxes], object]) -> None:
        several = len(pages) > 1
        super().__init__(_("Afdekken"), width=WIDE + 80, scrolls=several)
        self._pages, self._page, self._given = pages, 0, keep
        self._boxes: dict[int, Sequence[Box]] = {}
        self.body.addWidget(label(_("Trek met de muis een vak over wat een ander niet mag zien."), "quiet", wrap=True))
        self.editor = MaskEditor(pages[0], WIDE, TALL if several else HIGH)
        self.editor.changed.connect(self._changed)
        self.body.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeft)
        self.back = icon_button("arrow-left", _("Vorige bladzijde"), lambda: self.turn(self._page - 1))
        self.where = label("", "secondary")
        self.on = icon_button("arrow-right", _("Volgende bladzijde"), lambda: self.turn(self._page + 1))
        if several:
            self.add_note(holder(row(self.back, self.where, self.on, 1)))
        self.add_button(_("Annuleren"), self.dismiss)
        self.add_button(_("Laatste vak weghalen"), self.editor.take_back)
        self.save = self.add_button(_("Kopie bewaren"), self._keep, "primary")
        self.save.setEnabled(False)
        self.turn(0)

    def turn(self, to: int) -> None:
        """Show another page; the boxes on the others stay."""
        self._page = to
        self.editor.show_picture(self._pages[to], self._boxes.get(to, ()))
        covered = sum(bool(boxes) for boxes in self._boxes.values())
        words = _("bladzijde {n} van {total}").format(n=to + 1, total=len(self._pages))
        done = _("{words}, {covered} met een vak").format(words=words, covered=covered)
        self.where.setText(done if covered else words)
        self.back.setEnabled(to > 0)
        self.on.setEnabled(to < len(self._pages) - 1)

    def _changed(self) -> None:
        self._boxes[self._page] = self.editor.boxes
        self.save.setEnabled(any(self._boxes.values()))

    def _keep(self) -> None:
        self.close_sheet()
        self._given({page: boxes for page, boxes in self._boxes.items() if boxes})
