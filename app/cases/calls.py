"""The calls with the inspector that open cases still ask for, each with its one deadline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from app.cases.lines import DueCall
from app.cases.rules import Flag
from app.protocol.hours import call_due


def due_calls(rows: Iterable[Row[Any]]) -> tuple[DueCall, ...]:
    """One line per case, the call of the law before that of the protocol."""
    due: dict[int, DueCall] = {}
    for row in rows:
        if row.id not in due or row.flag == Flag.STATUTORY_CONSULT_DUE:
            when = call_due(row.knowledge_at)
            due[row.id] = DueCall(row.id, row.number, row.title, Flag(row.flag), when.target, when.red_from)
    return tuple(due.values())
