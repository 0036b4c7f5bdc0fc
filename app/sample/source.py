"""Reads what the fictitious school is made of: ``data/demo/*.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from app.kernel.names import PersonName, split_surname

DATA = Path(__file__).resolve().parents[2] / "data" / "demo"
Table = dict[str, Any]


@cache
def read(name: str) -> Table:
    """One file of the sample, by its name without ending."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def person_name(parts: list[str]) -> PersonName:
    """A name written as first name, infix and surname; one part alone is a surname."""
    if len(parts) == 1:
        return PersonName("", "", parts[0])
    first, infix, surname = parts
    return PersonName(first, *((infix, surname) if infix else split_surname(surname)))
