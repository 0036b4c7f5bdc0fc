"""The small drawings that a style sheet can only take from a file: chevron, tick, dash, dot."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from ui.kit.icon_files import svg

DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="6" fill="{tint}"/></svg>'


def mark_path(name: str, tint: str, stroke: float = 2) -> str:
    """A file with this drawing in this colour, in a folder that goes away with the program."""
    path = Path(_folder().name) / f"{name}-{tint[1:]}.svg"
    if not path.exists():
        path.write_text(DOT.format(tint=tint) if name == "dot" else svg(name, tint, stroke), encoding="utf-8")
    return path.as_posix()


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="meldboek-", ignore_cleanup_errors=True)
