"""Evidence: from a file or the clipboard into the case, and looked at inside the program only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QLabel

from app.cases.inputs import NewEvidence
from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from app.vault.attachments import Attachment
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.pdf_view import PdfView
from ui.kit.sheet import Sheet

PREVIEW = 220


def choose(desk: Desk, chosen: Callable[[bytes, str], object]) -> None:
    """Let the user point at a file; gives its bytes and its name."""

    def read(path: Path | None) -> None:
        if path is not None:
            desk.jobs.render(path.read_bytes, owner=desk.dialogs, done=lambda data: chosen(data, path.name))

    desk.dialogs.choose_file(_("Bewijs kiezen"), read, (_("Afbeelding of PDF (*.png *.jpg *.jpeg *.pdf)"),))


def pasted() -> tuple[bytes, str] | None:
    """The picture on the clipboard as a PNG, or None."""
    image = QGuiApplication.clipboard().image()
    return None if image.isNull() else (_png(image), _("schermafdruk.png"))


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def refusal() -> Sheet:
    """Why no picture can be kept in this case (rules 4.4)."""
    sheet = Sheet(said("cases.sexual_imagery.title"), width=480)
    sheet.body.addWidget(Notice("danger", _("Seksueel beeld van een minderjarige"), said("cases.sexual_imagery")))
    sheet.add_button(_("Begrepen"), sheet.dismiss, "primary")
    return sheet


def attach_sheet(
    desk: Desk, cases: Cases, card: CaseCard, data: bytes, name: str, done: Callable[[object], object]
) -> Sheet:
    """Describe a file and keep it; in a case about sexual imagery only the refusal is shown."""
    if Flag.SEXUAL_IMAGERY in card.flags:
        return refusal()
    form = Form(desk)
    picture = _picture(data, PREVIEW)
    if picture is not None:
        form.add(picture)
    form.field("description", _("Wat is hierop te zien"), TextField(placeholder=_("schermafdruk van de appgroep")))
    form.field("source", _("Van wie of waarvandaan"), TextField(placeholder=_("moeder, per e-mail")))
    form.field("day", _("Vastgelegd op"), DateField(desk.meldboek.clock))
    form.field("time", _("Tijd"), TimeField(), beside=True)

    def save(values: dict[str, Any]) -> int:
        return cases.attach(card.id, _evidence(data, name, values))

    return FormSheet(_("Bewijs toevoegen"), form, _("Bewaren"), save, done, width=560)


def _evidence(data: bytes, name: str, values: dict[str, Any]) -> NewEvidence:
    day: date | None = values["day"]
    at = datetime.combine(day, values["time"] or time(), AMSTERDAM) if day else None
    return NewEvidence(data, name, values["description"], at, values["source"])


def viewer(file: Attachment) -> Sheet:
    """The file itself, from memory."""
    sheet = Sheet(file.name, width=860, scrolls=True)
    if file.mime == "application/pdf":
        pages = PdfView()
        pages.set_pdf(file.data)
        pages.setMinimumHeight(560)
        sheet.body.addWidget(pages)
    else:
        sheet.body.addWidget(_picture(file.data, 800) or QLabel(_("Deze afbeelding kan niet worden getoond.")))
    sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
    return sheet


def _picture(data: bytes, size: int) -> QLabel | None:
    pixmap = QPixmap()
    if not pixmap.loadFromData(data):
        return None
    shown = QLabel()
    mode = Qt.AspectRatioMode.KeepAspectRatio
    fits = pixmap.width() <= size and pixmap.height() <= size
    shown.setPixmap(pixmap if fits else pixmap.scaled(size, size, mode, Qt.TransformationMode.SmoothTransformation))
    return shown
