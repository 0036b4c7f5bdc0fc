"""The lines of the log as a PDF, with the anchors that tie it to this moment of the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from reportlab.platypus import Flowable

from app.kernel.formats import long_time
from app.kernel.texts import _
from app.pdf.frame import Meta, build, page_of, report_look
from app.pdf.parts import facts, table, title
from app.pdf.styles import TEXT_WIDTH

_SHARES = (0.19, 0.16, 0.31, 0.18, 0.16)


def log_paper(school: str, at: datetime, shown: Sequence[Sequence[str]], anchors: Mapping[str, str]) -> bytes:
    """``shown`` are the rows with the titles on top; ``anchors`` the short heads of the drawers' logs by name."""
    heads, *rows = shown
    codes = [(_("Code van {drawer}").format(drawer=drawer), code) for drawer, code in anchors.items()]
    story: list[Flowable] = [
        *title(_("Logboek"), long_time(at)),
        *facts(codes, 150),
        *table(heads, rows, [TEXT_WIDTH * share for share in _SHARES]),
    ]
    foot = " · ".join(anchors.values())
    look = report_look(school, _("Logboek"), foot, page_of)
    return build(story, Meta(_("Logboek"), school, at), look)
