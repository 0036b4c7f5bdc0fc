"""How much a class list may ask of this computer."""

from __future__ import annotations

MOST_BYTES = 200 * 1024 * 1024  # of a file, and of everything in it unpacked
MOST_RATIO = 200  # unpacked to packed, of one part
MOST_ENTRIES = 2000  # parts in one file
MOST_CELLS = 5_000_000  # in the rectangle that a sheet spans
MEMORY = 1024 * 1024 * 1024  # of the reading process, in bytes
SECONDS = 30  # of the reading process, on its processor
