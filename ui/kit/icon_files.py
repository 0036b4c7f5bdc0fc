"""Reads the shipped Lucide drawings and gives them a colour and a stroke; no Qt."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


def svg(name: str, tint: str, stroke: float = 1.75) -> str:
    """The drawing ``name`` as SVG text in the colour ``tint``."""
    text = _drawing(name).replace("currentColor", tint)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke}"')


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
