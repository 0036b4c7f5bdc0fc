"""Small PDF files that would become huge when they are read: built by hand, with a table of places that is right."""

from __future__ import annotations

import zlib

TREE = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its root."""
    data, places = b"%PDF-1.4\n", []
    for at, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (at, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return data + head + rows + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


def stream(data: bytes, more: bytes = b"", *, times: int = 1) -> bytes:
    """A stream that unpacks into this, packed so many times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return b"<<%s/Length %d/Filter[%s]>>\nstream\n%s\nendstream" % (more, len(data), b"/FlateDecode" * times, data)
