"""The three ways in which a use case says no.

MeldboekError
+-- Invalid      what was typed in one field cannot be right; the form stays open
+-- Refused      the rules forbid it; findings say why
+-- Unavailable  the world failed: disk full, wrong key, opened elsewhere

Anything else is a bug. A code reads ``feature.word``; its sentence stands in that feature's ``texts`` module.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.kernel.findings import Finding


class MeldboekError(Exception):
    """An expected failure: ``code`` names its sentence, ``values`` fill the blanks in it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Invalid(MeldboekError):  # noqa: N818 - architecture.md names it
    """The value of one field is wrong; ``field`` is the name of that field in the frozen input."""

    def __init__(self, field: str, code: str, **values: object) -> None:
        super().__init__(code, **values)
        self.field = field


class Refused(MeldboekError):  # noqa: N818
    """The rules forbid this step; ``findings`` hold the reasons, blocks first."""

    def __init__(self, code: str, findings: Sequence[Finding] = (), **values: object) -> None:
        super().__init__(code, **values)
        self.findings = tuple(findings)


class Unavailable(MeldboekError):  # noqa: N818
    """The world failed: no key, no disk, no access. Nothing was changed."""
