"""Collects every text of the program into the English catalogue and compiles it; run by ``python3 start.py texts``."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES"
PO, MO = FOLDER / "meldboek.po", FOLDER / "meldboek.mo"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Every text in the source, as it stands there: Dutch."""
    catalogue = Catalog(project="Meldboek", charset="utf-8")
    for folder in ("app", "ui"):
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
        for name, _line, message, _comments, _context in found:
            catalogue.add(message, locations=[(f"{folder}/{name}", 0)])
    return catalogue


def read() -> Catalog:
    """The English catalogue as it was kept."""
    if not PO.exists():
        return Catalog(locale="en", project="Meldboek", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Texts of the source without an English one."""
    missing = []
    for message in extracted():
        known = catalogue.get(message.id)
        if message.id and (known is None or known.fuzzy or not all(texts_of(known))):
            missing.append(str(message.id))
    return missing


def texts_of(message: Message) -> tuple[str, ...]:
    """The English of a message: one text, or one per count; empty texts where there is none."""
    given = message.string or ("",)
    return (given,) if isinstance(given, str) else tuple(given)


def update() -> list[str]:
    """Bring the catalogue up to date with the source and compile it; gives what still lacks English."""
    catalogue = read()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = "# The English texts of Meldboek."
    FOLDER.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=False)
    MO.write_bytes(compiled(catalogue))
    return untranslated(catalogue)


if __name__ == "__main__":
    for text in update():
        sys.stdout.write(f"no English yet: {text}\n")
