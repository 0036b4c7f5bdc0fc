"""The school at the top of its letters: logo or initial, name, and how to reach it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from app.pdf import fonts, frame
from app.pdf.frame import Ink, PageCanvas
from app.pdf.styles import MARGIN, PAGE_HEIGHT, TEAL, TEXT_WIDTH

LOGO_PIXELS = 40_000_000
_LOGO_SHOWN = (720, 258)  # pixels for 120 by 43 points: more than a printer shows


@dataclass(frozen=True)
class Letterhead:
    """The school at the top of its letters; nothing is drawn on paper that carries it already."""

    name: str
    line: str
    logo: bytes | None = None
    is_preprinted: bool = False
    window_right: bool = False


def draw(canvas: PageCanvas, head: Letterhead) -> None:
    """Draw the school at the top of a page: its logo, or its initial in a circle, and its two lines."""
    middle = PAGE_HEIGHT - 60.8
    logo = _logo(head.logo)
    if logo is not None:
        wide, high = logo.getSize()
        shown = min(120.0, 43.0 * wide / high)
        canvas.drawImage(logo, MARGIN, middle - 21.5, shown, 43, preserveAspectRatio=True, anchor="w")
        text = MARGIN + shown + 11
    else:
        canvas.setFillColor(TEAL)
        canvas.circle(MARGIN + 21.5, middle, 21.5, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont(fonts.BOLD, 14)
        canvas.drawCentredString(MARGIN + 21.5, middle - 4.8, _initial(head.name))
        text = MARGIN + 53.5
    room = TEXT_WIDTH - (text - MARGIN)
    for rise, line, ink in ((3.4, head.name, Ink(fonts.BOLD, 14, TEAL)), (-12.6, head.line, Ink())):
        canvas.line_text(text, middle + rise, frame.shorten(line, ink, room), ink)


def _initial(school: str) -> str:
    """The letter in the circle: that of the school's own name, ``W`` for Basisschool De Wilgenhof."""
    words = [word for word in school.split() if word.casefold() not in {"de", "het", "basisschool", "obs", "school"}]
    return (words or [school or "?"])[0][:1].upper()


@lru_cache(2)
def _logo(data: bytes | None) -> ImageReader | None:
    """The logo, or None when there is none or it cannot be read: a broken picture never stops a letter.

    It is made ready once for a whole run of letters, for a school has one logo.
    """
    if not data:
        return None
    try:
        with Image.open(BytesIO(data)) as picture:
            wide, high = picture.size
            if wide * high > LOGO_PIXELS or not wide or not high:
                return None
            picture.load()
            small = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    small.thumbnail(_LOGO_SHOWN)
    paper = Image.new("RGB", small.size, "white")
    paper.paste(small, mask=small)
    file = BytesIO()
    paper.save(file, "JPEG", quality=95, subsampling=0)  # goes into each PDF as it is, without pressing it again
    return ImageReader(file)
