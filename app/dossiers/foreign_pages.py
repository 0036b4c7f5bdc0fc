"""Pages of a PDF from elsewhere: whether their words tell all that they show, and the pages without what hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from app.cases.evidence import papers
from app.cases.evidence.pdf_copies import clean_page, drawn
from app.dossiers.joining import readable

_BESIDE = ("/Annots", "/AA", "/PieceInfo", "/Metadata", "/Thumb", "/B")  # what a page may carry beside what it shows
_REMARKS = frozenset({b"BDC", b"BMC", b"EMC", b"MP", b"DP", b"BX", b"EX"})  # they draw nothing and may tell much
_KNOWN_SIGN = re.compile(r"/(?:[A-Za-z]+|uni[0-9A-F]{4}|\.notdef)")
_LETTER_BY_LETTER = re.compile(r"(?:(?<![^\W_])[^\W\d_]\s+){4}")


def opened(data: bytes) -> PdfReader | None:
    """A PDF whose pages hold what they show and nothing else; None when it cannot be read or is locked."""
    reader = readable(data)
    if reader is None:
        return None
    try:
        for page in reader.pages:
            take_out_what_hides(page, reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError):
        return None
    return reader


def can_be_read(reader: PdfReader, words: str) -> bool:
    """Whether ``words`` are all that is written on these pages, letter for letter, so that a name is found in them."""
    if len(reader.pages) > papers.MOST_PAGES or len(words) >= papers.MOST_WORDS or _LETTER_BY_LETTER.search(words):
        return False
    return all(_is_short(page) and all(_has_letters(font) for font in _fonts(page)) for page in reader.pages)


def shows_only_words(reader: PdfReader) -> bool:
    """Whether there is no picture on these pages in which a name may stand."""
    return not any(_has_pictures(page) for page in reader.pages)


def take_out_what_hides(page: PageObject, reader: PdfReader) -> None:
    """Leave of a page what it shows: no links, no other wording behind the letters, no remarks between the strokes."""
    _drop(page, _BESIDE)
    clean_page(page)
    _leave_strokes(page, page.get_contents(), reader)
    for part in drawn(page.get("/Resources"), 0):
        if part.get("/Subtype") == "/Form":
            drawing = ContentStream(part, reader)
            part.set_data(_strokes(drawing))
            _drop(_known(part.get("/Resources")), ("/Properties",))
    _drop(_known(page.get("/Resources")), ("/Properties",))


def _leave_strokes(page: PageObject, contents: ContentStream | None, reader: PdfReader) -> None:
    if contents is not None:
        bare = DecodedStreamObject()
        bare.set_data(_strokes(ContentStream(contents, reader)))
        page[NameObject("/Contents")] = bare.flate_encode()


def _strokes(contents: ContentStream) -> bytes:
    contents.operations = [each for each in contents.operations if each[1] not in _REMARKS]
    return contents.get_data()


def _is_short(page: PageObject) -> bool:
    """Whether all of the page was looked at for words."""
    contents = page.get_contents()
    return contents is None or len(contents.get_data()) <= papers.MOST_UNPACKED


def _has_pictures(page: PageObject) -> bool:
    resources = _known(page.get("/Resources"))
    if _known(resources.get("/XObject")) or _known(resources.get("/Pattern")):
        return True
    contents = page.get_contents()
    return contents is not None and any(operator == b"INLINE IMAGE" for _operands, operator in contents.operations)


def _fonts(page: PageObject) -> Iterator[DictionaryObject]:
    resources = [_known(page.get("/Resources")), *(_known(part.get("/Resources")) for part in _parts(page))]
    for each in resources:
        yield from (_known(font) for font in _known(each.get("/Font")).values())


def _parts(page: PageObject) -> Iterator[StreamObject]:
    yield from drawn(page.get("/Resources"), 0)


def _has_letters(font: DictionaryObject) -> bool:
    """Whether it is known which letter each sign of this font is; else the words on the page cannot be read."""
    if font.get("/Subtype") == "/Type3":
        return False
    if "/ToUnicode" in font:
        return True
    if font.get("/Subtype") == "/Type0":
        return False
    encoding = font.get("/Encoding")
    told = encoding.get_object() if isinstance(encoding, PdfObject) else None
    if isinstance(told, DictionaryObject):
        signs = _listed(told.get("/Differences"))
        return all(_KNOWN_SIGN.fullmatch(str(sign)) for sign in signs if isinstance(sign, NameObject))
    is_within = any(name in _known(font.get("/FontDescriptor")) for name in ("/FontFile", "/FontFile2", "/FontFile3"))
    return told is not None or not is_within


def _listed(found: object) -> ArrayObject:
    inside = found.get_object() if isinstance(found, PdfObject) else found
    return inside if isinstance(inside, ArrayObject) else ArrayObject()


def _known(found: object) -> DictionaryObject:
    inside = found.get_object() if isinstance(found, PdfObject) else found
    return inside if isinstance(inside, DictionaryObject) else DictionaryObject()


def _drop(found: DictionaryObject, names: tuple[str, ...]) -> None:
    for name in names:
        found.pop(NameObject(name), None)
