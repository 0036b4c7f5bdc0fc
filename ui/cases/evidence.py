"""Evidence on its way in: a file, a drop or a picture on the clipboard, looked into and described before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from app.cases import files
from app.cases.evidence import Examined, examine
from app.cases.inputs import NewEvidence
from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from ui.cases.pictures import picture_label
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.sheet import Sheet

PREVIEW = 220
Chosen = Callable[[bytes, str], object]


def choose(desk: Desk, chosen: Chosen) -> None:
    """Let the user point at a file; gives its bytes and its name."""
    pattern = _("Bewijs ({patterns})").format(patterns=files.PATTERNS)
    desk.dialogs.choose_file(_("Bewijs kiezen"), lambda path: read(desk, path, chosen), (pattern,))


def read(desk: Desk, path: Path | None, chosen: Chosen) -> None:
    """Read a file away from the window; one that is too large is refused before it is read."""
    if path is not None:
        desk.jobs.render(partial(files.read, path), owner=desk.dialogs, done=lambda data: chosen(data, path.name))


def pasted() -> tuple[bytes, str] | None:
    """The picture on the clipboard as a PNG, or None."""
    return picture_in(QGuiApplication.clipboard().mimeData())


def picture_in(data: QMimeData | None) -> tuple[bytes, str] | None:
    """The picture in what was pasted or dropped, as a PNG, or None."""
    image = data.imageData() if data is not None and data.hasImage() else None
    usable = isinstance(image, QImage) and not image.isNull()
    return (_png(image), _("schermafdruk.png")) if usable and isinstance(image, QImage) else None


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """The files in what was pasted or dropped."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


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


def begin(desk: Desk, cases: Cases, card: CaseCard, data: bytes, name: str, done: Callable[[object], object]) -> None:
    """Look into the file, then ask what it shows; in a case about sexual imagery only the refusal is shown."""
    if Flag.SEXUAL_IMAGERY in card.flags and not name.lower().endswith(".txt"):
        desk.dialogs.open(refusal())
        return

    def ask(found: Examined) -> None:
        desk.dialogs.open(attach_sheet(desk, cases, card, data, name, found, done))

    desk.jobs.render(lambda: examine(data, name), owner=desk.dialogs, done=ask)


def attach_sheet(
    desk: Desk,
    cases: Cases,
    card: CaseCard,
    data: bytes,
    name: str,
    found: Examined,
    done: Callable[[object], object],
) -> FormSheet:
    """Describe a file and keep it."""
    form = Form(desk)
    if found.picture is not None:
        form.add(picture_label(found.picture, PREVIEW))
    form.add(label(name, "secondary", wrap=True))
    form.field("description", _("Wat is hierop te zien"), TextField(placeholder=_("schermafdruk van de appgroep")))
    form.field("source", _("Van wie of waarvandaan"), TextField(placeholder=_("moeder, per e-mail; adres of account")))
    form.field("day", _("Gemaakt op"), DateField(desk.meldboek.clock))
    form.field("time", _("Tijd"), TimeField(), beside=True)
    if found.hidden:
        told = "; ".join(f"{word}: {text}" for word, text in found.hidden)
        form.add(label(_("In het bestand staat ook: {told}.").format(told=told), "secondary", wrap=True))

    def save(values: dict[str, Any]) -> int:
        return cases.files.attach(card.id, _evidence(data, name, found.words, values))

    return FormSheet(_("Bewijs toevoegen"), form, _("Bewaren"), save, done, width=560)


def _evidence(data: bytes, name: str, words: str, values: dict[str, Any]) -> NewEvidence:
    day: date | None = values["day"]
    at = datetime.combine(day, values["time"] or time(), AMSTERDAM) if day else None
    return NewEvidence(data, name, values["description"], at, values["source"], words)
