"""The certificate of destruction as a PDF: numbers, terms and who decided, without a name of whom it was about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from app.kernel.formats import long_date, long_time
from app.kernel.texts import _
from app.pdf.frame import Meta, build, page_of, report_look
from app.pdf.parts import facts, table, title
from app.pdf.styles import BODY, TEXT_WIDTH
from app.pdf.text import paragraph
from app.retention.lines import DestructionLine
from app.retention.service import BACKUPS_GONE_AFTER

_SHARES = (0.46, 0.1, 0.24, 0.2)


def certificate(school: str, made_at: datetime, lines: Sequence[DestructionLine], head: str) -> bytes:
    """``lines`` were destroyed at one moment; ``head`` is the short code of the log, for the footer."""
    first = lines[0]
    until = long_date((first.at + BACKUPS_GONE_AFTER).date())
    said = [(_("Vernietigd op"), long_time(first.at)), (_("Door"), first.by_name)]
    said += [(_("Bestanden vernietigd"), str(first.files))]
    confirmed = next((line for line in lines if line.confirmed_by), None)
    if confirmed is not None and confirmed.confirmed_on is not None:
        words = _("{name}, op {day}").format(name=confirmed.confirmed_by, day=long_date(confirmed.confirmed_on))
        said.append((_("Bevestigd door"), words))
    rows = [(line.label, str(line.count), line.term, _how(line)) for line in lines]
    told = _(
        "Vernietigd is ook wat hierover in het logboek stond, in het zoekregister en in de bijlagen. Reservekopieën "
        "van voor dit moment gaan weg na {day}. Afdrukken en kopieën buiten Meldboek vallen hier niet onder."
    )
    story: list[Flowable] = [
        *title(_("Bewijs van vernietiging"), school),
        *facts(said, 150),
        Spacer(0, 8),
        *table((_("Wat"), _("Aantal"), _("Bewaartermijn"), _("Hoe")), rows, [TEXT_WIDTH * one for one in _SHARES]),
        Spacer(0, 10),
        *paragraph(told.format(day=until), BODY),
    ]
    look = report_look(school, _("Bewijs van vernietiging"), head, page_of)
    return build(story, Meta(_("Bewijs van vernietiging"), school, made_at), look)


def _how(line: DestructionLine) -> str:
    return _("namen weg, telling blijft") if line.is_nameless else _("helemaal vernietigd")
