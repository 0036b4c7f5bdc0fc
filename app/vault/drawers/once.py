"""What several readers ask in one transaction is read once in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from sqlalchemy.orm import Session

T = TypeVar("T")


def once(session: Session, key: str, work: Callable[[], T]) -> T:
    """The answer of ``work``, kept under ``key`` until this reading ends; a session that writes keeps nothing."""
    if session.info["writing"]:
        return work()
    kept = session.info.setdefault("once", {})
    if key not in kept:
        kept[key] = work()
    return cast("T", kept[key])
