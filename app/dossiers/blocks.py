"""Blocks of a dossier on paper: places that the contents refer to, lines of the contents, pictures, words told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import cast

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.dossiers.rules import DossierMeasure
from app.kernel.texts import _
from app.pdf import parts
from app.pdf.fonts import BOLD, REGULAR, width
from app.pdf.frame import Ink, LateText, PageCanvas, shorten
from app.pdf.styles import BODY, INK, INK_SOFT, LABEL, LINE, TEXT_WIDTH
from app.pdf.text import paragraph

_MOST_PIXELS = 1600
_LONG = 1500  # characters; a longer text must be able to run on to the next page
_LINE, _TAIL_LINES = 70, 14  # characters on a line of a fact, and lines that stay together
_PAGE_ROOM = 28  # points for the number of a page in the contents


@dataclass
class Places:
    """On which page of the own document something came to stand."""

    pages: dict[str, int] = field(default_factory=dict)


class Mark(Flowable):
    """Remembers on which page it is drawn; takes no room."""

    def __init__(self, places: Places, key: str) -> None:
        super().__init__()
        self._places = places
        self._key = key

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """No width, no height."""
        return 0, 0

    def draw(self) -> None:
        """Remember this page."""
        self._places.pages[self._key] = cast("PageCanvas", self.canv).getPageNumber()


class ContentsLine(Flowable):
    """A title at the left, its page at the right, and a fine line between them."""

    def __init__(self, title: str, page: LateText, *, is_sub: bool = False) -> None:
        super().__init__()
        self._title = title
        self._page = page
        self._is_sub = is_sub

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """One line high."""
        return availWidth, 16 if self._is_sub else 20

    def draw(self) -> None:
        """Title, line and the place of the number."""
        canvas = cast("PageCanvas", self.canv)
        indent = 14 if self._is_sub else 0
        ink = Ink(REGULAR, 10, INK_SOFT) if self._is_sub else Ink(BOLD, 11, INK)
        shown = shorten(self._title, ink, TEXT_WIDTH - indent - _PAGE_ROOM - 12)
        canvas.line_text(indent, 4, shown, ink)
        start = indent + width(shown, ink.font, ink.size) + 6
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        if start < TEXT_WIDTH - _PAGE_ROOM:
            canvas.line(start, 6.5, TEXT_WIDTH - _PAGE_ROOM, 6.5)
        canvas.late_text(TEXT_WIDTH, 4, self._page, Ink(REGULAR, ink.size, INK), align_right=True)


class Picture(Flowable):
    """A picture as large as the page allows, without anything that its file told beside the pixels."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._size = (1.0, 1.0)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """The room that is left, in the proportions of the picture."""
        with Image.open(BytesIO(self._data)) as picture:
            wide, high = picture.size
            if picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}:  # taken on its side
                wide, high = high, wide
        scale = min(availWidth / wide, (availHeight - 2) / high, 1.0)
        self._size = (wide * scale, high * scale)
        return self._size

    def draw(self) -> None:
        """Put it on the page."""
        canvas = cast("PageCanvas", self.canv)
        canvas.drawImage(_Photo(_printable(self._data)), 0, 0, *self._size)


class _Photo(ImageReader):
    """A JPEG that goes into the file as it is; ReportLab would unpack and keep it only to give it a name."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802 - ReportLab's name
        """What tells this picture from another."""
        return cast("BytesIO", self.fp).getvalue()


def _printable(data: bytes) -> bytes:
    """Upright, on white, small enough to print and without hidden data."""
    with Image.open(BytesIO(data)) as picture:
        picture.draft("RGB", (_MOST_PIXELS, _MOST_PIXELS))
        ImageOps.exif_transpose(picture, in_place=True)
        small: Image.Image = picture
        if small.mode in {"RGBA", "LA", "PA", "P"}:
            layer = small.convert("RGBA")
            small = Image.new("RGB", layer.size, "white")
            small.paste(layer, mask=layer.getchannel("A"))
        small.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
        if small.mode != "RGB":
            small = small.convert("RGB")
        small.info.clear()  # a comment in the file would be written again
        file = BytesIO()
        small.save(file, "JPEG", quality=82)
        return file.getvalue()


def measure_details(line: DossierMeasure) -> list[Flowable]:
    """What was written down at the decision and after it."""
    if not line.details:
        return []
    head = parts.heading(_("{name}, {decision}").format(name=line.name, decision=line.decision))
    start = _tail(line.details)
    facts = [*told(line.details[:start])], [*told(line.details[start:])]
    if start == 0:
        return [KeepTogether([*head, *facts[1]]), Spacer(0, 6)]
    return [*head, *facts[0], *([KeepTogether(facts[1])] if facts[1] else []), Spacer(0, 6)]


def _tail(details: Sequence[tuple[str, str]]) -> int:
    """From which fact on the last ones stay together, so that no few lines stand alone on a next page."""
    room, start = _TAIL_LINES, len(details)
    for _label, text in reversed(details):
        room -= 1 + len(text) // _LINE + text.count("\n")
        if room < 0:
            break
        start -= 1
    return start


def told(details: Iterable[tuple[str, str]]) -> Iterator[Flowable]:
    """Each label with its words beside it, or under it when they are many."""
    for label, text in details:
        if len(text) < _LONG:
            yield from parts.facts([(label, text)])
        else:
            yield from (*paragraph(label, LABEL), *paragraph(text, BODY))
