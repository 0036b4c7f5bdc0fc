"""A copy of a PDF to give out: the pages as they look, without maker, remarks, attached files and programs."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from app.cases.evidence.bare_pictures import bare
from app.kernel.errors import Invalid

_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/B", "/StructParents", "/AF")
_WORDS = ("/T", "/TU", "/Contents", "/RC", "/NM", "/M", "/CreationDate", "/Popup", "/Subj", "/IRT", "/Parent", "/A")
_DEEPEST = 8


def pdf_copy(reader: PdfReader) -> bytes:
    """The pages as they look. Raises Invalid for a PDF with hidden layers: those would come to light."""
    if _hides_layers(reader):
        raise Invalid("data", "cases.pdf_layers")
    writer = PdfWriter()
    for page in reader.pages:
        _clean_marks(page)
        clean_page(page)
        writer.add_page(page)  # it takes along what the page still refers to, and nothing else
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def clean_page(page: DictionaryObject) -> None:
    """Take what tells of maker and moment from a page, its drawings and its pictures."""
    _drop(page, _TELLING)
    for part in drawn(page.get("/Resources"), 0):
        _clean_part(part)


def _hides_layers(reader: PdfReader) -> bool:
    layers = _known(reader.trailer["/Root"]).get("/OCProperties")
    return layers is not None and bool(_known(_known(layers).get("/D")).get("/OFF"))


def _clean_marks(page: DictionaryObject) -> None:
    """Of links only the address stays, of stamps and fields only how they look; notes and attached files go."""
    marks = page.get("/Annots")
    if marks is None:
        return
    kept = ArrayObject()
    for each in marks.get_object():
        mark = _known(each)
        if mark.get("/Subtype") == "/Link":
            _drop(mark, tuple(word for word in _WORDS if word != "/A"))
        elif mark.get("/Subtype") in {"/Text", "/Popup", "/FileAttachment"} or "/AP" not in mark:
            continue
        else:
            _drop(mark, (*_WORDS, "/AA"))
        kept.append(each)
    page[NameObject("/Annots")] = kept


def drawn(resources: object, depth: int) -> Iterator[StreamObject]:
    """The pictures and the drawings of a page, and those inside them."""
    found = _known(_known(resources).get("/XObject"))
    for each in found.values():
        part = each.get_object()
        if isinstance(part, StreamObject):
            yield part
            if depth < _DEEPEST:
                yield from drawn(part.get("/Resources"), depth + 1)


def _clean_part(part: StreamObject) -> None:
    _drop(part, _TELLING)
    if part.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        part._data = bare(part._data)  # noqa: SLF001 - pypdf gives no other way to a picture as it is stored


def _drop(found: DictionaryObject, names: tuple[str, ...]) -> None:
    for name in names:
        found.pop(NameObject(name), None)


def _known(found: object) -> DictionaryObject:
    """What stands behind a reference, as a dictionary; an empty one when it is something else."""
    inside = found.get_object() if hasattr(found, "get_object") else found
    return inside if isinstance(inside, DictionaryObject) else DictionaryObject()
