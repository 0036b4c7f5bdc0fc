"""A file that cannot be taken for a class list."""

from __future__ import annotations


class FileRefusedError(ValueError):
    """``code`` names the sentence that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
