"""Joins the own pages of a dossier with letters and papers: one numbering, bookmarks, nothing that hides in a file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
    StreamObject,
)
from reportlab.lib.pagesizes import A4

_NAME = NameObject("/MeldboekStamp")
_HIDDEN = ("/Annots", "/AA", "/PieceInfo", "/Metadata", "/Thumb", "/B")  # what a letter carries beside what it shows
_FOOT = 42  # points at the foot of a foreign page that stay free
_SHARE = 0.92  # of the page, for a foreign one

Step = Callable[[float], object]


@dataclass(frozen=True)
class Appendix:
    """A file to append under one bookmark; a foreign one is fitted in the page."""

    title: str
    reader: PdfReader
    is_foreign: bool = False

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.reader.pages)


def readable(data: bytes) -> PdfReader | None:
    """A PDF that can be read and is not locked; None when it cannot."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        fits = not reader.is_encrypted and bool(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError):
        return None
    return reader if fits else None


@dataclass(frozen=True)
class Joint:
    """What comes where: letters after page ``after`` of the own document, papers at its end."""

    own: bytes
    after: int
    letters: Sequence[Appendix]
    papers: Sequence[Appendix]
    pictures: Sequence[tuple[str, int]]  # bookmarks on pages of the own document
    stamps: bytes


def joined(joint: Joint, step: Step) -> bytes:
    """The whole dossier as one file."""
    writer = PdfWriter(clone_from=BytesIO(joint.own))
    stamps = iter(PdfReader(BytesIO(joint.stamps)).pages)
    at = joint.after
    for place, letter in enumerate(joint.letters):
        step(place / max(1, len(joint.letters)))
        at = _insert(writer, at, letter, stamps)
    moved = at - joint.after
    for title, page in joint.pictures:
        writer.add_outline_item(title=title, page_number=page - 1 + moved)
    at = len(writer.pages)
    for paper in joint.papers:
        at = _insert(writer, at, paper, stamps)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _insert(writer: PdfWriter, at: int, part: Appendix, stamps: Iterator[PageObject]) -> int:
    for number, source in enumerate(part.reader.pages):
        for name in _HIDDEN:  # before the page is taken over, or what it names stays behind in the file
            source.pop(NameObject(name), None)
        page = writer.insert_page(source, at + number)
        _stamp(writer, page, next(stamps), _fit(page) if part.is_foreign else "")
    writer.add_outline_item(title=part.title, page_number=at)
    return at + part.pages


def _fit(page: PageObject) -> str:
    """Make a page of any size an upright A4 with its foot free; gives how its drawing is to be placed."""
    box = page.cropbox
    left, low, wide, high = (float(side) for side in (box.left, box.bottom, box.width, box.height))
    turned = page.rotation % 360
    matrix, size = {
        90: ((0, -1, 1, 0, -low, wide + left), (high, wide)),
        180: ((-1, 0, 0, -1, wide + left, high + low), (wide, high)),
        270: ((0, 1, -1, 0, high + low, -left), (high, wide)),
    }.get(turned, ((1, 0, 0, 1, -left, -low), (wide, high)))
    scale = min(A4[0] / size[0], (A4[1] - _FOOT) / size[1]) * _SHARE
    across, up = (A4[0] - size[0] * scale) / 2, _FOOT + (A4[1] - _FOOT - size[1] * scale) / 2
    for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox", "/Rotate"):
        page.pop(NameObject(name), None)
    page.mediabox = RectangleObject((0, 0, *A4))
    placed = f"{scale:.5f} 0 0 {scale:.5f} {across:.2f} {up:.2f} cm"
    upright = " ".join(f"{part:.2f}" for part in matrix)
    return f"{placed} {upright} cm {left:.2f} {low:.2f} {wide:.2f} {high:.2f} re W n"


def _stamp(writer: PdfWriter, page: PageObject, stamp: PageObject, placed: str) -> None:
    """Lay a line over a page as a form, without taking the page's own drawing apart."""
    form = StreamObject()
    drawn = stamp.get_contents()
    form.set_data(drawn.get_data() if drawn is not None else b"")
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject((0, 0, *A4))
    form[NameObject("/Resources")] = stamp["/Resources"].clone(writer)
    own = DictionaryObject(page.get("/Resources", DictionaryObject()).get_object())
    forms = DictionaryObject(own.get("/XObject", DictionaryObject()).get_object())
    forms[_NAME] = writer._add_object(form.flate_encode())  # noqa: SLF001 - pypdf has no public way
    own[NameObject("/XObject")] = forms
    page[NameObject("/Resources")] = own
    before, after = DecodedStreamObject(), DecodedStreamObject()
    before.set_data(f"q {placed}\n".encode())
    after.set_data(b"\nQ q /MeldboekStamp Do Q\n")
    held = page.get("/Contents", ArrayObject()).get_object()
    parts = list(held) if isinstance(held, ArrayObject) else [held.indirect_reference or writer._add_object(held)]  # noqa: SLF001
    ends = [writer._add_object(one) for one in (before, after)]  # noqa: SLF001
    page[NameObject("/Contents")] = ArrayObject([ends[0], *parts, ends[1]])


def locked(data: bytes, passphrase: str) -> bytes:
    """The same file behind a password (AES-256); without it nothing of it can be read."""
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(passphrase, algorithm="AES-256")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
