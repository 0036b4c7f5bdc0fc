"""How much a class list may ask of this computer."""

from __future__ import annotations

MOST_BYTES = 200 * 1024 * 1024  # of a workbook with everything in it unpacked
MOST_BYTES_OF_TEXT = 40 * 1024 * 1024  # of a text file
MOST_BYTES_OF_PAGE = 12 * 1024 * 1024  # of a web page
MOST_BYTES_OF_XML = 80 * 1024 * 1024  # of an XML file
MOST_RATIO = 200  # unpacked to packed, of one part
MOST_ENTRIES = 2000  # parts in one file
MOST_CELLS = 5_000_000  # in the rectangle that a sheet spans
LONGEST_CELL = 40_000  # signs; Excel itself allows 32,767
DEEPEST = 60  # elements within each other
MEMORY = 768 * 1024 * 1024  # of the reading process, in bytes
SECONDS = 25  # of the reading process, on its processor
PATIENCE = 10  # seconds by the clock that the window waits for it
LONG_PATIENCE = 60  # the same, for a file larger than any list of one school
LARGE_FILE = 2 * 1024 * 1024
