"""Small real files of each kind that can be evidence."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import Link, Text
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject
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


def drawing(size: int) -> bytes:
    """One page that unpacks into strokes of so many bytes."""
    stroke = b"0 0 m 100 100 l S\n"
    writer = PdfWriter()
    content = StreamObject()
    content.set_data(stroke * (size // len(stroke) + 1))
    writer.add_blank_page(200, 200)[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    out = io.BytesIO()
    writer.write(out)
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


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TOLD = (
    f'<w:document xmlns:w="{_W}"><w:body><w:p w:rsidR="00AB12"><w:commentRangeStart w:id="0"/>'
    '<w:r><w:t>Brief van vader</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:del w:id="1" w:author="C. Mulder"><w:r><w:delText>dreigement</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="C. Mulder" w:date="2026-11-01T10:00:00Z"><w:r><w:t>, verbeterd</w:t></w:r></w:ins>'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p></w:body></w:document>"
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/relationships/comments" Target="comments.xml"/>'
    '<Relationship Id="r2" Type="http://x/relationships/image" Target="media/image1.jpeg"/></Relationships>'
)


def telling_word(*more: str) -> bytes:
    """A letter with a remark, an earlier wording, hidden text and a photo that tells its device."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://x"><Override PartName="/word/comments.xml"/>'
            '<Override PartName="/word/document.xml"/></Types>',
        )
        container.writestr("docProps/core.xml", _CORE)
        container.writestr("word/document.xml", _TOLD)
        container.writestr(
            "word/comments.xml", f'<w:comments xmlns:w="{_W}"><w:comment w:author="Juf Kim"/></w:comments>'
        )
        container.writestr("word/_rels/document.xml.rels", _RELS)
        container.writestr("word/media/image1.jpeg", picture("JPEG"))
        for name in more:
            container.writestr(name, b"x")
    return out.getvalue()


def noted_pdf() -> bytes:
    """A page with a note of a colleague, a link and a program that runs when it opens."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    note = Text(text="Niet aan moeder geven", rect=(50, 50, 70, 70))
    note[NameObject("/T")] = TextStringObject("Juf Kim")
    writer.add_annotation(0, note)
    writer.add_annotation(0, Link(url="https://voorbeeld.nl", rect=(10, 10, 20, 20)))
    program = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("alert")}
    )
    writer.root_object[NameObject("/OpenAction")] = program
    writer.add_attachment("verborgen.txt", b"nog iets")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
