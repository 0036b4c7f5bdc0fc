"""Papers as evidence: the words in a PDF, a letter, a mail or a text, and copies without what else they tell."""

from __future__ import annotations

import io
import logging
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from defusedxml import ElementTree
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

from app.cases.evidence import pictures
from app.cases.evidence.files import MAIL, PDF, TEXT, WORD
from app.cases.evidence.pdf_copies import drawn, pdf_copy
from app.cases.evidence.pictures import Box
from app.cases.evidence.word_copies import word_copy
from app.kernel.errors import Invalid
from app.kernel.texts import _

MOST_PAGES, MOST_WORDS, MOST_COVERED, MOST_KEPT = 200, 100_000, 60, 2_000
MOST_UNPACKED, MOST_STROKES = 4_000_000, 200_000  # bytes and acts of drawing on one page
MOST_DRAWN, MOST_GLANCED = 1_000_000, 250_000  # bytes: to draw a page of that size takes up to 3 s, and 0.6 s
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_RUN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_CORE = "docProps/core.xml"
_BAD = (
    *(PyPdfError, zipfile.BadZipFile, zlib.error, struct.error, ValueError, LookupError, TypeError, AttributeError),
    *(RuntimeError, ArithmeticError, AssertionError, OSError),  # a filter that pypdf does not know is a RuntimeError
)


def check(data: bytes, mime: str) -> None:
    """Raise Invalid for a PDF with more pages than anybody looks through; one that cannot be read is let pass."""
    if mime != PDF:
        return
    try:
        root = _pdf(data).trailer["/Root"].get_object()
        tree = root["/Pages"].get_object() if isinstance(root, DictionaryObject) else DictionaryObject()
        told = tree if isinstance(tree, DictionaryObject) else DictionaryObject()
        pages = max(int(str(told.get("/Count", 0))), len(cast("list[object]", told.get("/Kids", []))))
    except _BAD:
        return
    if pages > MOST_KEPT:
        raise Invalid("data", "cases.file_pages", pages=pages, most=MOST_KEPT)


def draws(data: bytes, page: int) -> int:
    """How many bytes of drawing this page of a PDF holds, counted as far as matters; 0 when that cannot be told."""
    try:
        return _unpacked(_pdf(data).pages[page])
    except LimitReachedError:
        return MOST_UNPACKED + 1
    except _BAD:
        return 0


def words_of(data: bytes, mime: str) -> str:
    """The text of a paper, at most so much; empty when there is none or it cannot be read."""
    readers = {PDF: _pdf_words, WORD: _word_words, MAIL: _mail_words, TEXT: _plain_words}
    try:
        return readers[mime](data)[:MOST_WORDS] if mime in readers else ""
    except (*_BAD, ElementTree.ParseError):
        return ""


def hidden_data(data: bytes, mime: str) -> tuple[tuple[str, str], ...]:
    """Who made it, with what, and when, as far as the file tells."""
    try:
        found = _pdf_data(data) if mime == PDF else (_word_data(data) if mime == WORD else ())
    except (*_BAD, ElementTree.ParseError):
        return ()
    return tuple((word, text.strip()) for word, text in found if text and text.strip())


def stripped(data: bytes, mime: str) -> bytes:
    """A copy to give out, without maker, remarks, earlier wording and moments; of a mail only its words.

    Raises Invalid when the file cannot be read, or holds something that cannot be cleaned.
    """
    try:
        if mime == PDF:
            return pdf_copy(_pdf(data))
        if mime == WORD:
            return word_copy(data)
        return _mail_words(data).encode("utf-8") if mime == MAIL else data
    except Invalid:
        raise
    except (*_BAD, SyntaxError):
        raise Invalid("data", "cases.file_damaged") from None


def covered(pages: Sequence[bytes], boxes: Mapping[int, Sequence[Box]]) -> bytes:
    """A PDF of these pictures of pages with black boxes burnt in: no text, no links and no maker are left in it.

    Raises Invalid when no page has a box.
    """
    if not any(boxes.values()):
        raise Invalid("boxes", "cases.no_boxes")
    writer = PdfWriter()
    for number, page in enumerate(pages):
        writer.append(io.BytesIO(pictures.as_page(page, boxes.get(number, ()))), import_outline=False)
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pdf(data: bytes) -> PdfReader:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(io.BytesIO(data))


def _pdf_words(data: bytes) -> str:
    found: list[str] = []
    length = 0
    for page in _pdf(data).pages[:MOST_PAGES]:
        if _unpacked(page) > MOST_UNPACKED:
            break
        found.append(page.extract_text(visitor_operand_before=_Patience()))
        length += len(found[-1])
        if length > MOST_WORDS:
            break
    return "\n".join(found).strip()


def _unpacked(page: PageObject) -> int:
    """How many bytes a page unpacks into, its drawings included; counting stops where it is too much."""
    contents = page.get_contents()
    size = len(contents.get_data()) if contents is not None else 0
    for part in drawn(page.get("/Resources"), 0):
        if size > MOST_UNPACKED:
            break
        if part.get("/Subtype") == "/Form":
            size += len(part.get_data())
    return size


class _Patience:
    """Gives up on a page that draws without end: a drawing inside a drawing, ten times over."""

    def __init__(self) -> None:
        self._left = MOST_STROKES

    def __call__(self, *_stroke: object) -> None:
        self._left -= 1
        if self._left < 0:
            raise ValueError


def _pdf_data(data: bytes) -> tuple[tuple[str, str], ...]:
    reader = _pdf(data)
    told = reader.metadata
    pages = (_("bladzijden"), str(len(reader.pages)))
    if told is None:
        return (pages,)
    made = str(told.get("/CreationDate", ""))
    return (
        (_("maker"), str(told.author or "")),
        (_("programma"), str(told.creator or told.producer or "")),
        (_("gemaakt op"), re.sub(r"^D:(\d{4})(\d\d)(\d\d).*", r"\3-\2-\1", made)),
        pages,
    )


def _word_words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        tree = ElementTree.fromstring(container.read("word/document.xml"))
    return "\n".join("".join(run.text or "" for run in one.iter(_RUN)) for one in tree.iter(_PARAGRAPH)).strip()


def _word_data(data: bytes) -> tuple[tuple[str, str], ...]:
    names = {"creator": _("maker"), "lastModifiedBy": _("veranderd door"), "created": _("gemaakt op")}
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        if _CORE not in container.namelist():
            return ()
        tree = ElementTree.fromstring(container.read(_CORE))
    found = {one.tag.rpartition("}")[2]: one.text or "" for one in tree}
    return tuple((word, found.get(tag, "")) for tag, word in names.items())


def _mail_words(data: bytes) -> str:
    mail: EmailMessage = message_from_bytes(data, policy=policy.default)
    names = {"From": _("Van"), "To": _("Aan"), "Cc": _("Kopie"), "Date": _("Datum"), "Subject": _("Onderwerp")}
    head = [f"{word}: {mail[name]}" for name, word in names.items() if mail[name]]
    body = mail.get_body(preferencelist=("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", " ", text))
    attached = [part.get_filename() or _("zonder naam") for part in mail.iter_attachments()]
    tail = [_("Bijlagen: {names}").format(names=", ".join(attached))] if attached else []
    return "\n".join([*head, "", text.strip(), *tail])


def _plain_words(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
