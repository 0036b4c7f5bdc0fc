"""Dutch is the language the program is written in; other languages come from gettext catalogues.

The text in the source is what the director reads, so Dutch can never be missing; the catalogue
``resources/locale/en`` holds the English, and a test sees that it is complete.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"


@dataclass(frozen=True)
class _Voice:
    code: str
    catalogue: gettext.NullTranslations


_screen = _Voice("nl", gettext.NullTranslations())
_paper: ContextVar[_Voice | None] = ContextVar("_paper", default=None)  # of this thread alone


def use_language(code: str) -> None:
    """Show every text from now on in ``nl`` or ``en``."""
    global _screen  # noqa: PLW0603 - one program shows one language
    _screen = _voice(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Write in this language for a while: letters and the record are Dutch whatever the screen shows."""
    token = _paper.set(_voice(code))
    try:
        yield
    finally:
        _paper.reset(token)


def _voice(code: str) -> _Voice:
    if code == "nl":
        return _Voice(code, gettext.NullTranslations())
    return _Voice(code, gettext.translation("meldboek", LOCALE, languages=[code], fallback=True))


def _current() -> _Voice:
    return _paper.get() or _screen


def language() -> str:
    """The language in use: ``nl`` or ``en``."""
    return _current().code


def _(text: str) -> str:
    """The text in the language in use; blanks are filled afterwards with ``.format``."""
    return _current().catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for this count; ``{n}`` in it becomes the count."""
    return _current().catalogue.ngettext(one, many, count).format(n=count)


def N_(text: str) -> str:  # noqa: N802 - the customary mark of gettext
    """Mark a text in a table for translation; it is translated where it is shown."""
    return text
