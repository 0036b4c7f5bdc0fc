"""The paper for the safe: the recovery key as a PDF of one page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.kernel.errors import Unavailable
from app.kernel.texts import _
from ui.kit.theme import LIGHT, font


def write_paper(path: Path, school: str, key: str) -> None:
    """Write the paper. Raises Unavailable when that is not possible there."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 30, 25, 25), QPageLayout.Unit.Millimeter)
    writer.setTitle(_("Herstelsleutel"))
    painter = QPainter()
    if not painter.begin(writer):
        raise Unavailable("vault.no_rights")
    _paint(painter, writer.width(), school, key)
    painter.end()


def _paint(painter: QPainter, width: int, school: str, key: str) -> None:
    dot = painter.device().logicalDpiX() / 72
    bold = QFont.Weight.DemiBold
    parts = key.split("-")
    half = (len(parts) + 1) // 2
    body = _(
        "Met deze sleutel gaat het Meldboek van uw school open als niemand de wachtzin meer weet. Wie deze sleutel "
        "heeft, kan alles lezen. Bewaar dit papier in de kluis en maak er geen foto van. Een tweede sleutel is er "
        "niet."
    )
    top = 0.0
    for text, face, room in (
        (_("Herstelsleutel van het Meldboek"), font(18, bold), 34),
        (school, font(11), 40),
        ("  -  ".join(parts[:half]), font(15, bold), 30),
        ("  -  ".join(parts[half:]), font(15, bold), 48),
        (body, font(11), 90),
    ):
        painter.setFont(face)
        painter.setPen(LIGHT.ink)
        painter.drawText(QRectF(0, top, width, room * dot), int(Qt.TextFlag.TextWordWrap), text)
        top += room * dot
