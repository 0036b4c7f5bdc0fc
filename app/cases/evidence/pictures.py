"""Pictures as evidence: looked at small, masked with boxes that are burnt in, and given out without hidden data."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import ExifTags, Image, ImageDraw, UnidentifiedImageError

from app.kernel.errors import Invalid
from app.kernel.texts import _

MOST_PIXELS = 50_000_000
A4_HIGH = 11.7  # inches
_TOLD = {
    ExifTags.Base.Make: "make",
    ExifTags.Base.Model: "model",
    ExifTags.Base.DateTime: "taken",
    ExifTags.Base.Software: "software",
    ExifTags.Base.Artist: "artist",
}


@dataclass(frozen=True)
class Box:
    """A black box over a picture; every number is a share of its width or height, from 0 to 1."""

    left: float
    top: float
    width: float
    height: float


def check(data: bytes) -> None:
    """Raise Invalid for a picture that is damaged or has more pixels than a computer can show."""
    with _open(data):
        pass


def shown(data: bytes, most: int = 1600) -> bytes:
    """The picture as a PNG of at most so many pixels wide or high, upright."""
    with _open(data) as picture:
        picture.draft("RGB", (most, most))
        small = _upright(picture)
        small.thumbnail((most, most))
        return _png(small)


def masked(data: bytes, boxes: Sequence[Box]) -> bytes:
    """A copy with black boxes burnt in and without hidden data. Raises Invalid when there is no box."""
    if not boxes:
        raise Invalid("boxes", "cases.no_boxes")
    with _open(data) as picture:
        return _png(_covered(picture, boxes))


def as_page(data: bytes, boxes: Sequence[Box]) -> bytes:
    """The same as a PDF of one page, A4 along its longest side; a page that needs no box may have none."""
    out = io.BytesIO()
    with _open(data) as picture:
        page = _covered(picture, boxes)
        page.save(out, "PDF", resolution=max(page.size) / A4_HIGH, quality=85)
    return out.getvalue()


def _covered(picture: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    copy = _upright(picture)
    brush = ImageDraw.Draw(copy)
    for box in boxes:
        left, top = box.left * copy.width, box.top * copy.height
        corner = (left + box.width * copy.width, top + box.height * copy.height)
        brush.rectangle((left, top, *corner), fill="black")
    return copy


def stripped(data: bytes) -> bytes:
    """The same picture as a PNG without place, device, time or remarks."""
    with _open(data) as picture:
        return _png(_upright(picture))


def hidden_data(data: bytes) -> tuple[tuple[str, str], ...]:
    """What the picture tells beside itself: device, moment, program, and that it knows the place."""
    words = {
        "make": _("merk"),
        "model": _("toestel"),
        "taken": _("gemaakt op"),
        "software": _("programma"),
        "artist": _("maker"),
    }
    with _open(data) as picture:
        found = picture.getexif()
        told = [(words[_TOLD[tag]], str(found[tag]).strip()) for tag in _TOLD if tag in found]
        if found.get_ifd(ExifTags.IFD.GPSInfo):
            told.append((_("plaats"), _("staat in het bestand")))
        size = (_("beeldpunten"), f"{picture.width} x {picture.height}")
    return (*((word, text) for word, text in told if text), size)


@contextmanager
def _open(data: bytes) -> Iterator[Image.Image]:
    """Open a picture whose head was read first: nothing is unpacked that is too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "TIFF")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise Invalid("data", "cases.file_pixels")
                yield picture
    except Image.DecompressionBombError:
        raise Invalid("data", "cases.file_pixels") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Invalid("data", "cases.file_damaged") from None


def _upright(picture: Image.Image) -> Image.Image:
    """The pixels alone, turned as the device meant them, on white where they let light through."""
    from PIL import ImageOps  # noqa: PLC0415 - slow to load and seldom needed

    turned = ImageOps.exif_transpose(picture)
    if turned.mode in {"RGBA", "LA", "PA"} or "transparency" in turned.info:
        over = Image.new("RGB", turned.size, "white")
        layer = turned.convert("RGBA")
        over.paste(layer, mask=layer.getchannel("A"))
        return over
    return turned.convert("RGB")


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
