"""The sentence that belongs to a code: one door for every error and finding of every feature."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import MeldboekError
from app.kernel.findings import Finding
from app.kernel.formats import long_date, weekday_time
from app.kernel.texts import _

Spoken = MeldboekError | Finding | str


def sentence(about: Spoken, **values: object) -> str:
    """What to tell the user about this error, finding or code, in the language in use."""
    code, given = _parts(about)
    return _filled(code, {**given, **values})


def title(about: Spoken, **values: object) -> str:
    """The heading above that sentence, or the sentence itself when it has none."""
    code, given = _parts(about)
    heading = f"{code}.title"
    return _filled(heading if heading in _texts_of(code) else code, {**given, **values})


def _parts(about: Spoken) -> tuple[str, Mapping[str, object]]:
    return (about, {}) if isinstance(about, str) else (about.code, about.values)


def _filled(code: str, values: Mapping[str, object]) -> str:
    shown = {name: _shown(value) for name, value in values.items()}
    return _(_texts_of(code)[code]).format(**shown)


def _shown(value: object) -> object:
    if isinstance(value, datetime):
        return weekday_time(value.astimezone(AMSTERDAM))
    return long_date(value) if isinstance(value, date) else value


@cache
def _texts_of(code: str) -> Mapping[str, str]:
    """The texts of the feature that a code names; loaded when first needed, so that the start stays quick."""
    feature = code.partition(".")[0]
    texts: Mapping[str, str] = importlib.import_module(f"app.{feature}.texts").TEXTS
    return texts
