"""How the program looks on this computer: light or dark, Dutch or English. No names, no folders."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from ui.kit import folders

FILE = "preferences.json"
LOOKS = ("system", "light", "dark")
LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Preferences:
    """What this computer shows; ``look`` is ``system``, ``light`` or ``dark``."""

    look: str = "system"
    language: str = "nl"

    @property
    def dark(self) -> bool | None:
        """What ``apply_theme`` wants to know: None follows the system."""
        return None if self.look == "system" else self.look == "dark"


def load() -> Preferences:
    """What was chosen on this computer; what cannot be read counts as not chosen."""
    with suppress(OSError, ValueError, AttributeError):
        kept = json.loads(_path().read_text("utf-8"))
        look, language = kept.get("look"), kept.get("language")
        return Preferences(look if look in LOOKS else "system", language if language in LANGUAGES else "nl")
    return Preferences()


def save(preferences: Preferences) -> None:
    """Keep it for the next start; a computer that refuses simply forgets."""
    with suppress(OSError):
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(json.dumps(asdict(preferences)), "utf-8")


def _path() -> Path:
    return folders.settings() / FILE
