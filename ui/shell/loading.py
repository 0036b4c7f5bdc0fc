"""Loads what the program needs after unlocking, while the user is still typing."""

from __future__ import annotations

import importlib
from contextlib import suppress

LATER = (
    "_strptime",  # Python itself loads it only when a date is read by its pattern
    "sqlcipher3",
    "sqlalchemy.orm",
    "alembic.command",
    "cryptography.hazmat.primitives.hpke",
    "app.sentences",
    "app.application",
    "app.rehearsal",
    "app.letters.texts",
    "ui.kit.form",
    "ui.kit.table",
    "ui.kit.person_field",
    "ui.shell.window",
    "ui.shell.pages",
)


def load_rest() -> None:
    """Import everything that the open window uses; what is missing here shows itself where it is used."""
    for name in LATER:
        with suppress(ImportError):
            importlib.import_module(name)
    from ui.shell.pages import page_classes  # noqa: PLC0415 - this is the loading itself

    page_classes()
