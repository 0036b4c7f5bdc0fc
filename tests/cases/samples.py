"""Small real files of each kind that can be evidence."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>R. Mulder</dc:creator></cp:coreProperties>'
)
_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Brief van vader</w:t></w:r></w:p></w:body></w:document>"
)


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    """A white picture; a JPEG with the device in it."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Telefoonmerk", "Model 7"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", size, "white").save(out, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return out.getvalue()


def pdf(text: str = "Verslag van de wijkagent") -> bytes:
    """One page with a line of text, and who made it."""
    return pages(text)


def pages(*texts: str, size: tuple[int, int] = (595, 842)) -> bytes:
    """A page for every text, and who made it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setAuthor("C. Mulder")
    for text in texts:
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def mail() -> bytes:
    """A mail with a subject and an attachment."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "moeder@voorbeeld.nl", "school@voorbeeld.nl", "Appgroep"
    made.set_content("Er is weer een filmpje.")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="scherm.png")
    return bytes(made)


def word() -> bytes:
    """A letter with its maker."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("docProps/core.xml", _CORE)
        container.writestr("word/document.xml", _BODY)
    return out.getvalue()
