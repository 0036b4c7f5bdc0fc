"""The matrix: pupils against purposes, a symbol per square, headings upright when there are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.consents.matrix.overview import Cell, CellState, Matrix, MatrixRow
from app.consents.purposes.lines import PurposeLine
from app.kernel.names import fold, sort_key
from app.kernel.texts import _
from ui.consents.words import ICONS, INKS, cell_words, media_icon, short_media
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.kit.theme import color, font

NAME, WIDEST_NAME, NARROWEST, ROOMY, LEVEL_HEAD = 150, 230, 25, 29, 36
ORDER = tuple(CellState)


class MatrixTable(Table):
    """The first column is the name, then one for each purpose."""

    turned = Signal()  # the headings stand upright now, or level: squares show symbols or words
    _head: UprightHeader | None = None
    _longest = 0
    with_group = False

    def __init__(
        self,
        purposes: Sequence[PurposeLine],
        person: Callable[[Any], Any] = lambda row: row.pupil,
        title: str = "",
    ) -> None:
        self.purposes = tuple(purposes)
        self._person = person
        names = Column(
            title or _("Leerling"),
            strong=lambda row: person(row).name.first_name,
            text=lambda row: _rest(person(row), self.with_group),
            width=NAME,
            sort=lambda row: _by_first_name(person(row)),
        )
        super().__init__(
            (names, *(self._column(at, purpose) for at, purpose in enumerate(self.purposes))),
            empty=EmptyState(
                "camera", _("Nog geen leerlingen"), _("Importeer eerst een klassenlijst of kies een andere groep.")
            ),
            name=_("Toestemmingen per leerling en doel"),
            key=lambda row: person(row).id,
        )
        self._head = self._dressed_head()
        self._fit()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show these rows; the columns stay. Of the whole school, the group stands behind the name."""
        self.with_group = matrix.group is None
        self.show_rows(matrix.rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the columns stay."""
        self.set_lines(rows)
        self._longest = max((_width(self._person(row), self.with_group) for row in rows), default=0)
        self._fit()

    def partly(self) -> frozenset[str]:
        """The symbols for part of the media that can be seen."""
        cells = (cell for row in self.lines_model.lines for cell in row.cells)
        return frozenset(media_icon(cell) for cell in cells if cell.state is CellState.PARTLY and self.is_narrow)

    def show_purposes(self, keep: Callable[[PurposeLine], bool]) -> None:
        """Show only the columns of these purposes."""
        for at, purpose in enumerate(self.purposes, start=1):
            self.setColumnHidden(at, not keep(purpose))
        self._fit()

    def purpose_at(self, column: int) -> PurposeLine | None:
        """The purpose of a column; None for the name."""
        return self.purposes[column - 1] if column > 0 else None

    @property
    def is_narrow(self) -> bool:
        """Whether a square has room for a symbol only."""
        return self._head is not None and self._head.upright

    def ring_at(self, index: QModelIndex | QPersistentModelIndex) -> str:
        here = self.currentIndex()
        same = here.isValid() and (here.row(), here.column()) == (index.row(), index.column())
        return "tblr" if same and index.column() > 0 else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _column(self, at: int, purpose: PurposeLine) -> Column:
        def cell(row: Any) -> Cell:
            found: Cell = row.cells[at]
            return found

        def words(row: Any) -> str:
            return short_media(cell(row)) if cell(row).state is CellState.PARTLY and not self.is_narrow else ""

        def symbol(row: Any) -> str:
            return (
                media_icon(cell(row))
                if cell(row).state is CellState.PARTLY and self.is_narrow
                else ICONS[cell(row).state]
            )

        return Column(
            purpose.short,
            text=words,
            width=NARROWEST,
            align="center",
            sort=lambda row: ORDER.index(cell(row).state),
            tone=lambda row: INKS[cell(row).state],
            icon=symbol,
            tip=lambda row: f"{self._person(row).name.first_name}, {purpose.short}: {cell_words(cell(row))}",
        )

    def _dressed_head(self) -> UprightHeader:
        head = UprightHeader(self)
        self.setHorizontalHeader(head)
        head.sectionClicked.connect(self._sort_by)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(NARROWEST)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        return head

    def _fit(self) -> None:
        """Share the width; headings stand upright when a word would not fit."""
        if self._head is None:
            return
        visible = [at for at in range(1, len(self.purposes) + 1) if not self.isColumnHidden(at)]
        wide = self.viewport().width()
        name = max(NAME, min(self._longest, WIDEST_NAME, wide - ROOMY * len(visible)))
        each = max(NARROWEST, (wide - name) // max(1, len(visible)))
        words = QFontMetrics(font(9))
        longest = max((words.horizontalAdvance(self.purposes[at - 1].short) for at in visible), default=0)
        before, self._head.upright = self._head.upright, longest + 4 > each
        self._head.setFixedHeight(longest + 26 if self._head.upright else LEVEL_HEAD)
        self.setColumnWidth(0, max(name, wide - each * len(visible)))
        for at in visible:
            self.setColumnWidth(at, each)
        if before != self._head.upright:
            self.turned.emit()


class UprightHeader(QHeaderView):
    """Paints its words level, or upright when the columns are narrow."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, owner)
        self.upright = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("surface"))
        painter.setFont(font(9))
        for at in range(self.count()):
            if not self.isSectionHidden(at):
                left, wide = self.sectionViewportPosition(at), self.sectionSize(at)
                self._word(painter, QRect(left, 0, wide, self.height() - 1), at)
        painter.fillRect(QRect(0, self.height() - 1, self.viewport().width(), 1), color("line"))
        painter.end()

    def _word(self, painter: QPainter, area: QRect, at: int) -> None:
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == at
        painter.setPen(color("accent" if sorted_here else "ink2"))
        words = str(self.model().headerData(at, Qt.Orientation.Horizontal))
        if at == 0:
            bottom = Qt.AlignmentFlag.AlignBottom if self.upright else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                area.adjusted(10, 0, 0, -9 if self.upright else 0), Qt.AlignmentFlag.AlignLeft | bottom, words
            )
        elif self.upright:
            painter.save()
            painter.translate(QPoint(area.center().x() + 1, area.bottom() - 8))
            painter.rotate(-90)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.height() - 12)
            painter.drawText(QPoint(0, painter.fontMetrics().ascent() // 2 - 1), shown)
            painter.restore()
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def by_first_name(row: MatrixRow) -> tuple[str, object]:
    """The order of a group: children are known by their first names."""
    return _by_first_name(row.pupil)


def _by_first_name(person: Any) -> tuple[str, object]:
    return fold(person.name.first_name), sort_key(person.name, getattr(person, "birth_date", None))


def _rest(person: Any, with_group: bool) -> str:
    words = " ".join(part for part in (person.name.infix, person.name.surname) if part)
    return f"{words} · {person.group}" if with_group and person.group else words


def _width(person: Any, with_group: bool) -> int:
    """About how wide a name is; measuring a thousand exactly would take too long."""
    return 34 + round(7.4 * (len(person.name.first_name) + len(_rest(person, with_group))))
