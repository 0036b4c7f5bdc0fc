"""A copy of a Word document to give out: no maker, no remarks, no earlier wording, no hidden text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from docx.opc.oxml import parse_xml, serialize_part_xml

from app.cases.evidence.bare_pictures import bare
from app.kernel.errors import Invalid

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = re.compile(r"docProps/|customXml/|word/(comments\w*|people)\.xml$|.*/thumbnail\.")
_LINKS_OUT = re.compile(
    r"/(comments\w*|people|customXml|core-properties|extended-properties|custom-properties|thumbnail|attachedTemplate)$"
)
_OPAQUE = re.compile(r"word/(embeddings|activeX)/|.*vbaProject")
_STORIES = re.compile(r"word/[^/]+\.xml$")
_PICTURES = re.compile(r"word/media/")
_REMOVED = {
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "del", "moveFrom"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "numberingChange"),
    *("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "tcPrChange", "trPrChange", "tblGridChange"),
    *("cellIns", "cellDel", "cellMerge", "tblPrExChange", "rsids", "docVars", "attachedTemplate", "trackRevisions"),
    *("docId",),
}
_UNWRAPPED = {"ins", "moveTo"}
_TELLING = {"author", "date", "initials"}
_NAMED = {"docPr", "cNvPr"}  # a picture may be called after the folder it came from


def word_copy(data: bytes) -> bytes:
    """The document as it reads, and nothing else. Raises Invalid when something in it cannot be looked into."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename
            if _OPAQUE.match(name):
                raise Invalid("data", "cases.word_opaque")
            if not _LEFT_OUT.match(name):
                new.writestr(name, _cleaned(name, old.read(info)))
    return out.getvalue()


def _cleaned(name: str, data: bytes) -> bytes:
    if name == "[Content_Types].xml":
        return _without(data, "PartName", lambda value: bool(_LEFT_OUT.match(value.lstrip("/"))))
    if name.endswith(".rels"):
        return _without(data, "Type", lambda value: bool(_LINKS_OUT.search(value)))
    if _PICTURES.match(name):
        return bare(data)
    return _story(data) if _STORIES.match(name) else data


def _tree(data: bytes) -> Any:
    return parse_xml(data)  # type: ignore[arg-type] # it takes bytes too, and those say their own encoding


def _without(data: bytes, attribute: str, goes: Any) -> bytes:
    tree = _tree(data)
    for each in list(tree):
        if goes(each.get(attribute, "")):
            tree.remove(each)
    return bytes(serialize_part_xml(tree))


def _story(data: bytes) -> bytes:
    tree = _tree(data)
    for hidden in list(tree.iter(f"{_W}vanish")):
        run = hidden.getparent().getparent()
        if run is not None and run.tag == f"{_W}r" and hidden.get(f"{_W}val") not in {"0", "false"}:
            run.getparent().remove(run)
    for each in list(tree.iter()):
        if isinstance(each.tag, str):
            _clean_one(each)
    return bytes(serialize_part_xml(tree))


def _clean_one(each: Any) -> None:
    word, parent = each.tag.rpartition("}")[2], each.getparent()
    if parent is not None and word in _REMOVED:
        parent.remove(each)
        return
    if parent is not None and word in _UNWRAPPED and each.tag.startswith(_W):
        place = parent.index(each)
        for inside in reversed(list(each)):
            parent.insert(place, inside)
        parent.remove(each)
        return
    for name in list(each.attrib):
        plain = str(name).rpartition("}")[2]
        if plain in _TELLING or plain.startswith("rsid") or (word in _NAMED and plain in {"descr", "title"}):
            del each.attrib[name]
        elif word in _NAMED and plain == "name":
            each.attrib[name] = ""
