"""Address labels, 24 on an A4 sheet, and the sheet that shows whether an address falls in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from app.kernel.formats import long_date
from app.kernel.texts import _, speaking
from app.letters.paper.layout import WINDOW_LEFT, WINDOW_RIGHT, Paper, render
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee
from app.pdf import fonts
from app.pdf.frame import Ink, PageCanvas, shorten
from app.pdf.styles import INK, PAGE_HEIGHT
from app.pdf.text import clean

ACROSS, DOWN = 3, 8
_WIDE, _HIGH, _TOP = 70 * mm, 37 * mm, 0.5 * mm
_INK = Ink(fonts.REGULAR, 10, INK)
_WINDOW_TOP, _WINDOW_WIDE, _WINDOW_HIGH = 41 * mm, 90 * mm, 40 * mm


def labels(addresses: Sequence[Sequence[str]], skip: int = 0) -> bytes:
    """A sheet of labels of 70 by 37 mm; ``skip`` leaves the first ones free on a sheet that was used before."""
    fonts.register()
    file = BytesIO()
    canvas = PageCanvas(file, pagesize=A4, invariant=1, initialFontName=fonts.REGULAR, lang="nl-NL")
    canvas.setTitle(_("Etiketten"))
    last = len(addresses) + skip - 1
    for place, lines in enumerate(addresses, start=skip):
        spot = place % (ACROSS * DOWN)
        _label(canvas, lines, (spot % ACROSS) * _WIDE, PAGE_HEIGHT - _TOP - (spot // ACROSS) * _HIGH)
        if spot == ACROSS * DOWN - 1 and place != last:
            canvas.showPage()
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _label(canvas: PageCanvas, lines: Sequence[str], x: float, top: float) -> None:
    for number, line in enumerate(lines[:5]):
        shown = shorten(clean(line), _INK, _WIDE - 12 * mm)
        canvas.line_text(x + 6 * mm, top - 9 * mm - number * 13.5, shown, _INK)


@speaking("nl")
def window_sheet(head: Letterhead, at: datetime) -> bytes:
    """A letter in the school's own layout that says how to fold it and where the window should be."""
    text = (
        _("Druk dit blad af op 100 %, zonder “passend maken”. Vouw het op de streepjes aan de linkerkant."),
        _("Doe het in een envelop met venster. Het adres hierboven moet helemaal in het venster staan, met aan alle "
          "kanten ten minste 5 mm ruimte."),
        _("Klopt het niet, kies dan bij Beheer, School een ander venster. De streepjes staan op 99 en 198 mm."),
    )  # fmt: skip
    address = Addressee((_("Mevrouw A. van der Proef"), "Voorbeeldstraat 123", "1234 AB  VOORBEELD"), _("Proefblad"))
    subject, marks = _("Past het adres in het venster?"), (_("AANGETEKEND"),)
    paper = Paper(address, long_date(at.date()), "", subject, text, "", "", "", marks, is_form=True, head=head)
    return render(replace(paper, outline=_outline(head)), at)


def _outline(head: Letterhead) -> tuple[float, float, float, float]:
    x = (WINDOW_RIGHT if head.window_right else WINDOW_LEFT) - 5 * mm
    return x, PAGE_HEIGHT - _WINDOW_TOP - _WINDOW_HIGH, _WINDOW_WIDE, _WINDOW_HIGH
