"""What the director sees: Qt only; no SQL and no rules."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 gives back a reference to None that it never took, with every call that returns nothing.
    # Where None can die (before Python 3.12) that ends the program after some thousands of calls.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
