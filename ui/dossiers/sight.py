"""What is seen of a dossier: its pages, or why there are none; and the cases of which nothing was filed in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.dossiers.rules import UnfiledCase
from app.kernel.texts import _, ngettext
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.finding import Notice
from ui.kit.labels import bare
from ui.kit.layouts import clear, column, row
from ui.kit.pdf_view import PdfView

OFFERED = 3  # cases with a button of their own


class Pages(QStackedWidget):
    """The pages of one dossier; nothing of another person is ever left standing."""

    def __init__(self, again: Callable[[], object]) -> None:
        super().__init__()
        text = _("Typ hierboven de naam van een leerling of een medewerker. Het dossier staat dan hier.")
        self.nobody = EmptyState("book-user", _("Kies een persoon"), text)
        self.pdf = PdfView()
        told, verb = _("Meldboek is met dit dossier gestopt voordat het klaar was."), _("Opnieuw maken")
        self.not_made = EmptyState("book-user", _("Het dossier is niet gemaakt"), told, verb, again)
        soon = _("De bladzijden staan zo hier. Bij een groot dossier duurt dat even.")
        self.making = EmptyState("book-user", _("Het dossier wordt gemaakt"), soon)
        for each in (self.nobody, self.pdf, self.not_made, self.making):
            self.addWidget(each)

    def show_pdf(self, pdf: bytes) -> None:
        """The finished pages, or that nobody was chosen."""
        self.pdf.set_pdf(pdf)
        self.setCurrentWidget(self.pdf if pdf else self.nobody)

    def show_instead(self, said: QWidget) -> None:
        """No pages, but why not; the next ones begin at the first page."""
        self.pdf.set_pdf(b"")
        self.setCurrentWidget(said)


class Unfiled(QWidget):
    """Warns that cases name this person while nothing of them is in the dossier, and leads to those cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self._inside = column(gap=6)
        self.setLayout(self._inside)
        self.hide()

    def show_cases(self, cases: Sequence[UnfiledCase]) -> None:
        """These cases; without any it is not seen."""
        clear(self._inside)
        self.setVisible(bool(cases))
        if not cases:
            return
        title = ngettext(
            "{n} zaak noemt deze persoon; daaruit is nog niets in dit dossier opgenomen",
            "{n} zaken noemen deze persoon; daaruit is nog niets in dit dossier opgenomen",
            len(cases),
        )
        how = _("Open de zaak en een regel daarin, en kies bij ‘Komt in het dossier van’ deze persoon.")
        self._inside.addWidget(Notice("warn", title, how))
        verbs = [button(told(case), "folder-open", partial(self._open, case.id)) for case in cases[:OFFERED]]
        self._inside.addLayout(row(*verbs, 1, gap=8))

    def _open(self, case_id: int) -> None:
        self._desk.go("cases", case_id)


def told(case: UnfiledCase) -> str:
    """The words on the button that opens a case."""
    return _("Zaak {number} openen").format(number=case.number)
