"""The result of an import as the command line prints it: stable keys, sentences in the language in use."""

from __future__ import annotations

from typing import Any

from app.imports.rules import Rejection, Result
from app.imports.texts import TEXTS
from app.kernel.texts import _


def as_json(result: Result) -> dict[str, Any]:
    """Counts, rejected rows, dropped columns and groups."""
    return {
        "new": result.new,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "missing": result.missing,
        "rejected": [_rejection(rejection) for rejection in result.rejected],
        "dropped_columns": [{"header": column.header, "code": column.code} for column in result.dropped],
        "groups": list(result.groups),
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "row": rejection.place.row,
        "column": rejection.place.column,
        "code": rejection.code,
        "text": told(rejection),
    }


def told(rejection: Rejection) -> str:
    """Why this row was not taken over."""
    return _(TEXTS[rejection.code]).format(**rejection.values)
