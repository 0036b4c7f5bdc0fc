"""The last step: what was taken over, what was left out, and what to do now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.readings import Reading
from app.imports.results import Result
from app.kernel.texts import _, ngettext
from ui.imports import words
from ui.imports.checks import checks_of, checks_table
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import Notice
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, figure, holder, row


class ResultStep(QWidget):
    """Counts in large figures; the rows that were left out under them."""

    save_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__()
        bare(self)
        self._go = go
        main = Card()
        self._scroll = Scroll(gap=4)
        main.body.addWidget(self._scroll, 1)
        inner = self._scroll.widget()
        within = inner.layout() if inner else None
        if isinstance(within, QVBoxLayout):  # what is in it stands in the middle, not at the top
            within.setStretch(0, 1)
            within.setStretch(1, 0)
        self._out = Card("", tone="warn", padding=12)
        self._out.top.addWidget(button(_("Bewaren als werkblad"), "download", self.save_wanted.emit, "quiet"))
        self.table = checks_table()
        self._out.body.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(main, 2)
        inside.addWidget(self._out, 1)

    def show_result(self, result: Result, reading: Reading | None = None) -> None:
        """Show what was done, and what the list has about consent, which it does not bring."""
        answers = words.answers(reading) if reading else []
        with self._scroll.filling() as body:
            clear(body)
            if answers:
                go_on = button(_("Antwoorden inlezen"), "file-spreadsheet", self._read_answers)
                told = row(_not_read(answers), go_on, gap=12)
                told.setStretch(0, 1)
                body.addWidget(holder(told))
            if result.parentless:
                body.addWidget(_without_parents(result.parentless))
            self._show_counts(body, result)
        self._out.set_title(words.rows_count(len(result.rejected)), "warn")
        self._out.setVisible(bool(result.rejected))
        self.table.set_lines(checks_of(result.rejected))

    def _show_counts(self, body: QVBoxLayout, result: Result) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        body.addStretch(2)
        body.addWidget(IconLabel("circle-check", "ok", 40), 0, middle)
        body.addWidget(label(_("De klassenlijst is overgenomen"), "heading"), 0, middle)
        body.addSpacing(8)
        body.addWidget(holder(_figures(result)), 0, middle)
        body.addSpacing(8)
        said = label(_next(result), "quiet", wrap=True)
        said.setAlignment(middle)
        said.setFixedWidth(520)
        body.addWidget(holder(row(1, said, 1)))
        body.addSpacing(4)
        body.addWidget(button(_("Ongedaan maken"), "undo-2", self.undo_wanted.emit, "quiet"), 0, middle)
        body.addStretch(3)

    def _read_answers(self) -> None:
        self._go("consents", ("rounds", "import"))


def _not_read(headers: Sequence[str]) -> Notice:
    said = _("In de klassenlijst staat niet wie toestemming gaf, en wanneer. Daarom is er geen antwoord overgenomen.")
    more = _("Zet de antwoorden in het werkblad dat Meldboek ervoor maakt, en lees dat in.")
    return Notice("info", _("Niet gelezen: {headers}").format(headers=", ".join(headers)), f"{said} {more}")


def _without_parents(pupils: int) -> Notice:
    title = ngettext("{n} nieuwe leerling zonder ouders", "{n} nieuwe leerlingen zonder ouders", pupils)
    said = _("Bij hen stond geen ouder in de lijst. Zonder ouders kunt u geen toestemming vragen en geen brief sturen.")
    more = _("Lees een lijst in waar ook de ouders in staan, of voeg de ouders toe bij Personen.")
    return Notice("warn", title, f"{said} {more}")


def _next(result: Result) -> str:
    said = []
    if result.rejected:
        said.append(_("Verbeter de rijen hieronder in uw schoolsysteem en lees de lijst opnieuw in."))
    if result.missing:
        said.append(_("Wie niet in de lijst stond en niet is uitgeschreven, blijft staan."))
    if result.assumed:
        said.append(
            _("Kijk nu na wie er gezag heeft. Bij Personen kiest u een groep en bevestigt u het gezag in één keer.")
        )
    return " ".join(said) or _("Alles staat er zoals in de lijst.")


def _figures(result: Result) -> QHBoxLayout:
    always = (
        (result.new, _("nieuw")),
        (result.changed - result.moved, _("gewijzigd")),
        (result.moved, _("andere groep")),
        (result.left, _("uitgeschreven")),
    )
    now_and_then = (
        (result.new_employees + result.changed_employees, _("medewerkers")),
        (result.skipped, _("overgeslagen")),
    )
    shown = (*always, *(pair for pair in now_and_then if pair[0]))
    return row(*(figure(number, text) for number, text in shown), gap=44)
