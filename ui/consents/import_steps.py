"""The three steps of taking over answers: choose a workbook, look at every row, see what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.consents.answers.workbook import AnswerProposal, AnswerResult, told
from app.consents.texts import KINDS
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.sentences import sentence
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.finding import Notice
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, column, figure, holder, row
from ui.kit.rows import PersonRow, Rows
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.kit.theme import Tone

SIDE, MOST = 344, 60
BESIDE, UNDER = 1000, 150
LINE_KINDS: dict[str, tuple[str, Tone, str]] = {
    "new": (N_("nieuw"), "ok", "plus"),
    "changed": (N_("gewijzigd"), "info", "pencil"),
    "unchanged": (N_("ongewijzigd"), "neutral", "check"),
}


class ChooseWorkbook(QWidget):
    """Asks for a file, or gives an empty one."""

    wanted = Signal()
    template_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._title, self._text = label("", "section"), label("", "quiet", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(470)
        self._button = button(_("Werkblad kiezen"), "folder-open", self.wanted.emit)
        self._problem = QVBoxLayout()
        card, middle = Card(), Qt.AlignmentFlag.AlignHCenter
        back = button(_("Terug naar de rondes"), "arrow-left", self.left.emit, "quiet")
        card.body.addLayout(row(back, 1))
        card.body.addStretch(2)
        card.body.addWidget(IconLabel("file-spreadsheet", "accent", 40), 0, middle)
        card.body.addWidget(self._title, 0, middle)
        card.body.addLayout(row(1, self._text, 1))
        card.body.addSpacing(6)
        empty = button(_("Leeg werkblad bewaren"), "download", self.template_wanted.emit, "quiet")
        card.body.addLayout(row(1, empty, self._button, 1, gap=12))
        card.body.addSpacing(10)
        card.body.addLayout(self._problem)
        card.body.addStretch(3)
        self.setLayout(column(card, gap=0))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Ask for a file."""
        clear(self._problem)
        self._title.setText(_("Sleep het werkblad met antwoorden hierheen"))
        self._text.setText(
            _(
                "Bijvoorbeeld de antwoorden uit de ouderapp. Een rij per ouder, een kolom per doel, in elke cel ja, "
                "nee of ingetrokken. U ziet eerst wat er verandert. Er wordt niets bewaard voordat u dat zegt."
            )
        )
        self._button.show()

    def show_reading(self, name: str) -> None:
        """Say that the file is being read."""
        clear(self._problem)
        self._title.setText(_("Het werkblad wordt gelezen"))
        self._text.setText(name)
        self._button.hide()

    def show_problem(self, text: str) -> None:
        """Say why the file cannot be taken, and ask for another."""
        self.show_waiting()
        notice = Notice("danger", _("Dit werkblad is niet ingelezen"), text)
        notice.setFixedWidth(520)
        self._problem.addWidget(holder(row(1, notice, 1)))


class AnswersPreview(QWidget):
    """Every row with what it would change; nothing is kept yet."""

    taken = Signal()
    again = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._names: dict[int, Any] = {}
        self._purposes: dict[str, str] = {}
        options = [("", _("alles")), *((kind, _(words)) for kind, (words, _tone, _icon) in LINE_KINDS.items())]
        self.kinds = Chips(options, value="")
        self.kinds.setMinimumWidth(360)
        self.kinds.chosen.connect(self._keep)
        self.table = Table(self._columns(), name=_("Wat er verandert"), key=lambda line: line.row)
        self._file = label("", "quiet")
        self._take = button(_("Antwoorden overnemen"), "check", self.taken.emit, "primary")
        verbs = row(
            self._file,
            1,
            button(_("Ander werkblad"), "arrow-left", self.again.emit, "quiet"),
            button(_("Niet overnemen"), "", self.left.emit, "quiet"),
            self._take,
        )
        self._side = Scroll(gap=14)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(18)
        self._both.addWidget(Card(padding=8).add(self.table), 1)
        self._both.addWidget(self._side)
        inside = column(verbs, row(self.kinds), gap=12)
        inside.addLayout(self._both, 1)
        self.setLayout(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what was left out stands under the table."""
        super().resizeEvent(event)
        beside = self.width() > BESIDE
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(SIDE if beside else 0)
        self._side.setMaximumSize(SIDE if beside else self.width(), self.height() if beside else UNDER)

    def show_proposal(self, proposal: AnswerProposal, names: Mapping[int, Any], purposes: Mapping[str, str]) -> None:
        """Show what would change."""
        self._names, self._purposes = dict(names), dict(purposes)
        self._file.setText(proposal.file_name)
        result = proposal.result
        self.kinds.set_text("", _("alles · {n}").format(n=len(proposal.lines)))
        for kind, number in (("new", result.new), ("changed", result.changed), ("unchanged", result.unchanged)):
            self.kinds.set_text(kind, f"{_(LINE_KINDS[kind][0])} · {number}")
        self.kinds.set_value("")
        self.table.set_keep(None)
        self.table.set_lines(proposal.lines)
        nothing = not (result.new or result.changed)
        self._take.setEnabled(not nothing)
        self._take.setText(_("Er verandert niets") if nothing else _("Antwoorden overnemen"))
        clear(self._side.body)
        for part in _remarks(result, proposal):
            self._side.body.addWidget(part)
        self._side.setVisible(bool(self._side.body.count()))

    def _keep(self, kind: object) -> None:
        self.table.set_keep((lambda line: bool(line.kind == kind)) if kind else None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", tag=_kind_tag, width=124, sort=lambda line: list(LINE_KINDS).index(line.kind)),
            Column(_("Rij"), text=lambda line: str(line.row), width=46, align="right", sort=lambda line: line.row),
            Column(_("Leerling en wie antwoordt"), text=self._pupil, detail=_who, width=252),
            Column(_("Datum"), text=lambda line: short_date(line.on), width=100, sort=lambda line: line.on),
            Column(_("Antwoorden"), text=self._first, detail=self._others, tip=self._answers),
        )

    def _pupil(self, line: Any) -> str:
        person = self._names.get(line.pupil_id)
        return full(person.name) if person else line.pupil_number

    def _answers(self, line: Any) -> str:
        return " · ".join(self._by_kind(line))

    def _first(self, line: Any) -> str:
        return next(iter(self._by_kind(line)), "")

    def _others(self, line: Any) -> str:
        return " · ".join(self._by_kind(line)[1:])

    def _by_kind(self, line: Any) -> list[str]:
        by_kind: dict[Any, list[str]] = {}
        for code, kind in line.answers:
            by_kind.setdefault(kind, []).append(self._purposes.get(code, code))
        return [f"{_(KINDS[kind])}: {', '.join(names)}" for kind, names in by_kind.items()]


class AnswersDone(QWidget):
    """Counts in large figures; the cells that were left out beside them."""

    again = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._main = Card()
        self._side = Scroll()
        self._side.setFixedWidth(SIDE)
        inside = row(gap=18)
        inside.addWidget(self._main, 1)
        inside.addWidget(self._side)
        self.setLayout(inside)

    def show_result(self, result: AnswerResult) -> None:
        """Show what was done."""
        self._main.clear()
        body, middle = self._main.body, Qt.AlignmentFlag.AlignHCenter
        body.addStretch(2)
        body.addWidget(IconLabel("circle-check", "ok", 40), 0, middle)
        body.addWidget(label(_("De antwoorden zijn overgenomen"), "heading"), 0, middle)
        body.addSpacing(14)
        pairs = ((result.new, _("nieuw")), (result.changed, _("gewijzigd")), (result.unchanged, _("ongewijzigd")),
                 (result.missing, _("niet in het werkblad")))  # fmt: skip
        body.addWidget(holder(row(*(figure(number, text) for number, text in pairs), gap=44)), 0, middle)
        body.addSpacing(14)
        again = button(_("Nog een werkblad"), "file-spreadsheet", self.again.emit)
        body.addLayout(row(1, again, button(_("Naar de rondes"), "", self.left.emit, "primary"), 1))
        body.addStretch(3)
        clear(self._side.body)
        self._side.setVisible(bool(result.rejected))
        if result.rejected:
            self._side.body.addWidget(_rejected(result))


def _remarks(result: AnswerResult, proposal: AnswerProposal) -> list[QWidget]:
    found: list[QWidget] = []
    idle = sum(not line.counts for line in proposal.lines)
    if idle:
        title = ngettext("{n} rij telt niet mee", "{n} rijen tellen niet mee", idle)
        found.append(Notice("warn", title, _("Deze persoon heeft geen gezag. Het antwoord wordt wel bewaard.")))
    if result.dropped:
        title = _("Niet gelezen: {heads}").format(heads=", ".join(head for head, _code in result.dropped))
        reasons = " ".join(dict.fromkeys(sentence(code) for _head, code in result.dropped))
        found.append(Notice("info", title, reasons))
    if result.rejected:
        found.append(_rejected(result))
    return found


def _rejected(result: AnswerResult) -> Card:
    title = ngettext("{n} cel of rij niet overgenomen", "{n} cellen of rijen niet overgenomen", len(result.rejected))
    card, rows = Card(title, tone="warn"), Rows(gap=8)
    for one in result.rejected[:MOST]:
        rows.add(PersonRow(_("Rij {row}, {column}").format(row=one.row, column=one.column), told(one)))
    if len(result.rejected) > MOST:
        rows.add(label(_("en nog {n}").format(n=len(result.rejected) - MOST), "quiet"))
    return card.add(rows)


def _kind_tag(line: Any) -> TagText:
    words, tone, symbol = LINE_KINDS[line.kind]
    return TagText(_(words), tone, symbol)


def _who(line: Any) -> str:
    return " · ".join(part for part in (line.who, _authority(line)) if part)


def _authority(line: Any) -> str:
    return "" if line.counts else _("geen gezag, telt niet mee")
