"""The second step: which sheets and columns were recognised, each column with a sample and a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.readings import Reading
from app.imports.recognition import EMPLOYEES, PUPILS, UNUSED, ColumnUse, Mapping, RecognisedColumn
from app.kernel.texts import _, ngettext
from ui.imports import words
from ui.imports.layouts import SheetLayout, layouts_of
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.fields import ChoiceField
from ui.kit.finding import Notice
from ui.kit.labels import ElidedLabel, bare, hairline, label
from ui.kit.layouts import Scroll, clear, holder, row
from ui.kit.rows import FactRow
from ui.kit.tag import Tag

MOST = 150
HEAD, CHOICE, SIDE = (196, 172), (236, 222), (320, 216)  # in a wide and in a narrow window
ROW, FACT = (176, 150), (118, 88)
FOLD = 900


class RecognisedStep(QWidget):
    """Shows what a file was taken for; ``decided`` says what the user made of it."""

    changed = Signal()
    row_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._reading: Reading | None = None
        self._layouts: tuple[SheetLayout, ...] = ()
        self._at = 0
        self._decided: dict[str, Mapping] = {}
        self.fields: dict[int, ChoiceField] = {}
        self._main = Card()
        self._side = Scroll(gap=14)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self._main, 1)
        inside.addWidget(self._side)

    @property
    def _narrow(self) -> bool:
        return self.width() < FOLD

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._side.width() != SIDE[self._narrow]:
            self._side.setFixedWidth(SIDE[self._narrow])
            self._show_layout()

    def show_reading(self, reading: Reading, brin: str = "", year: str = "") -> None:
        """Show what was recognised, and whether it is of this school and this year."""
        self._reading, self._at, self._decided = reading, 0, {}
        self._layouts = layouts_of(reading.sheets)
        self._show_layout()
        self._show_side(reading, brin, year)

    @property
    def is_changed(self) -> bool:
        """Whether the user decided otherwise than what was recognised."""
        return bool(self._decided)

    @property
    def decided(self) -> tuple[Mapping, ...]:
        """What the user decided otherwise."""
        return tuple(self._decided.values())

    def _mapping(self, layout: SheetLayout) -> Mapping:
        return self._decided.get(layout.fingerprint, layout.mapping)

    def _show_layout(self) -> None:
        self._main.clear()
        self.fields = {}
        if not self._layouts:
            return
        if len(self._layouts) > 1:
            chips = Chips([(at, each.title) for at, each in enumerate(self._layouts)], kind="option", value=self._at)
            chips.chosen.connect(self._turn)
            self._main.body.addWidget(chips)
        layout = self._layouts[self._at]
        self._main.body.addWidget(holder(self._about(layout)))
        self._main.body.addWidget(hairline())
        self._uses = words.uses(self._mapping(layout).subject, layout.guardians)
        self._main.body.addWidget(holder(self._captions()))
        rows = Scroll(gap=2)
        for column in layout.columns[:MOST]:
            rows.body.addWidget(self._row(layout, column))
        if len(layout.columns) > MOST:
            rest = ngettext("en nog {n} kolom", "en nog {n} kolommen", len(layout.columns) - MOST)
            rows.body.addWidget(label(rest, "quiet"))
        self._main.body.addWidget(rows, 1)

    def _captions(self) -> QHBoxLayout:
        head, choice = label(_("Kolom in het bestand"), "quiet"), label(_("Meldboek leest dit als"), "quiet")
        head.setFixedWidth(HEAD[self._narrow])
        choice.setFixedWidth(CHOICE[self._narrow])
        line = row(head, label(_("Wat erin staat"), "quiet"), choice, gap=12)
        line.setStretch(1, 1)
        return line

    def _about(self, layout: SheetLayout) -> QHBoxLayout:
        about = row(label(layout.about, "quiet", wrap=True), gap=12)
        about.setStretch(0, 1)
        if not layout.sheet.fixed:
            at = ChoiceField(layout.rows, layout.row)
            at.setFixedWidth(ROW[self._narrow])
            at.set_name(_("In welke rij de koppen staan"))
            at.changed.connect(lambda: self._begin_at(layout, at.value()))
            about.addWidget(at)
        if not layout.sheet.fixed:
            options = [(PUPILS, _("leerlingen")), (EMPLOYEES, _("medewerkers")), (UNUSED, _("niet gebruiken"))]
            subject = ChoiceField(options, self._mapping(layout).subject)
            subject.setFixedWidth(CHOICE[self._narrow])
            subject.set_name(_("Wie staan er op dit blad"))
            subject.changed.connect(lambda: self._take_for(layout, subject.value()))
            about.addWidget(subject)
        return about

    def _row(self, layout: SheetLayout, column: RecognisedColumn) -> QWidget:
        head = ElidedLabel(column.header, "strong")
        head.setFixedWidth(HEAD[self._narrow])
        sample = ElidedLabel("" if column.dropped else " · ".join(column.samples), "quiet")
        line = row(head, sample, gap=12)
        line.setStretch(1, 1)
        if column.dropped:
            tag = words.dropped_tag()
            line.addWidget(Tag(tag.text, tag.tone, tag.icon))
        elif layout.sheet.fixed or not self._mapping(layout).subject:
            line.addWidget(label(words.target_name(column.target, column.guardian), "quiet"))
        else:
            line.addWidget(self._choice(layout, column))
        made = holder(line)
        made.setMinimumHeight(36)
        return made

    def _choice(self, layout: SheetLayout, column: RecognisedColumn) -> ChoiceField:
        use = layout.use_of(self._mapping(layout), column)
        field = ChoiceField(self._uses, use)
        field.setFixedWidth(CHOICE[self._narrow])
        field.set_name(_("{column} wordt gelezen als").format(column=column.header))
        field.changed.connect(lambda: self._use(layout, column, field.value()))
        self.fields[column.index] = field
        return field

    def _use(self, layout: SheetLayout, column: RecognisedColumn, use: tuple[str, int]) -> None:
        mapping = self._mapping(layout).using(ColumnUse(column.index, *use))
        self._decided[layout.fingerprint] = mapping
        for other in layout.columns:  # a use has one column: the one that had it before shows that it lost it
            if other.index in self.fields:
                self.fields[other.index].set_value(layout.use_of(mapping, other))
        self.changed.emit()

    def _take_for(self, layout: SheetLayout, subject: str) -> None:
        before = self._mapping(layout)
        self._decided[layout.fingerprint] = Mapping(before.fingerprint, before.uses, subject)
        self._show_layout()
        self.changed.emit()

    def _begin_at(self, layout: SheetLayout, number: int) -> None:
        """Other headings are other columns: what was chosen for them is asked again."""
        self._decided = {layout.fingerprint: layout.in_row(number)}
        self.row_chosen.emit()

    def _turn(self, at: object) -> None:
        self._at = int(str(at))
        self._show_layout()

    def _show_side(self, reading: Reading, brin: str, year: str) -> None:
        body: QVBoxLayout = self._side.body
        clear(body)
        counts = Card(_("Dit staat in het bestand"))
        for word, text in words.contents(reading):
            counts.add(FactRow(word, text, FACT[self._narrow]))
        counts.setVisible(bool(words.contents(reading)))
        body.addWidget(counts)
        for finding in words.lacking(reading, brin, year):
            body.addWidget(finding)
        if reading.dropped:
            headers = ", ".join(dict.fromkeys(column.header for column in reading.dropped))
            reasons = " ".join(dict.fromkeys(words.why_dropped(column) for column in reading.dropped))
            title = _("Wordt niet bewaard: {headers}").format(headers=headers)
            body.addWidget(Notice("info", title, reasons, icon="shield-check"))
        told = _("Klopt een kolom niet, kies dan wat erin staat. Meldboek onthoudt dit voor de volgende keer.")
        if any(not layout.sheet.fixed for layout in self._layouts):
            body.addWidget(label(told, "secondary", wrap=True))
