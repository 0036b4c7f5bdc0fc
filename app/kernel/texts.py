"""Dutch is the language the program is written in; other languages come from gettext catalogues.

The text in the source is what the director reads, so Dutch can never be missing; the catalogue
``resources/locale/en`` holds the English, and a test sees that it is complete.
"""

from __future__ import annotations

import gettext
from pathlib import Path

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "nl"


def use_language(code: str) -> None:
    """Show every text from now on in ``nl`` or ``en``."""
    global _catalogue, _language  # noqa: PLW0603 - one program shows one language
    _language = code
    _catalogue = (
        gettext.NullTranslations()
        if code == "nl"
        else gettext.translation("meldboek", LOCALE, languages=[code], fallback=True)
    )


def language() -> str:
    """The language in use: ``nl`` or ``en``."""
    return _language


def _(text: str) -> str:
    """The text in the language in use; blanks are filled afterwards with ``.format``."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for this count; ``{n}`` in it becomes the count."""
    return _catalogue.ngettext(one, many, count).format(n=count)


def N_(text: str) -> str:  # noqa: N802 - the customary mark of gettext
    """Mark a text in a table for translation; it is translated where it is shown."""
    return text
