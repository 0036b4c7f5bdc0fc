"""Saves a PDF or workbook where the user wants it: the only way in which one leaves the program as a plain file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from app.kernel.errors import MeldboekError, Unavailable
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.words import NOT_SAVED, sentence_of

T = TypeVar("T")


def save_pdf(
    desk: Desk, owner: QObject, name: str, data: Callable[[], bytes], *, title: str = "", said: str = ""
) -> None:
    """Ask where, write what ``data`` gives (on the database lane), and tell that it was done.

    ``title`` is that of the window, ``said`` the message; both may hold ``{name}`` of the file.
    """
    heading = title or _("PDF opslaan")
    message = said or _("Opgeslagen als {name}.")

    def chosen(path: Path | None) -> None:
        if path is not None:
            desk.jobs.run(
                data,
                owner=owner,
                done=lambda made: desk.jobs.render(lambda: write(path, made), owner=owner, done=told),
            )

    def told(file: str) -> None:
        desk.messages.info(message.format(name=file))

    desk.dialogs.save_file(heading, name, chosen)


def save_workbook(
    desk: Desk, owner: QObject, name: str, title: str, read: Callable[[], T], draw: Callable[[T], bytes]
) -> None:
    """Ask where, ``read`` on the database lane, ``draw`` and write on the other, and tell that it was done."""

    def chosen(path: Path | None) -> None:
        if path is not None:
            desk.jobs.run(read, owner=owner, done=lambda found: draw_it(path, found))

    def draw_it(path: Path, found: T) -> None:
        desk.jobs.render(lambda: write(path, draw(found)), owner=owner, done=told)

    def told(file: str) -> None:
        desk.messages.info(_("Opgeslagen als {name}.").format(name=file))

    desk.dialogs.save_file(title, name, chosen)


def save_drawn(desk: Desk, owner: QObject, name: str, read: Callable[[], T], draw: Callable[[T], bytes]) -> None:
    """A PDF: ask where, ``read`` on the database lane, ``draw`` and write on the other, and tell that it was done."""
    save_workbook(desk, owner, name, _("PDF opslaan"), read, draw)


def save_noted(
    desk: Desk,
    owner: QObject,
    name: str,
    title: str,
    draw: Callable[[], bytes],
    note: Callable[[], object],
    *,
    said: str = "",
) -> None:
    """Ask where, draw and write, and leave in the log that it left; what cannot be logged does not stay there."""
    message = said or _("Opgeslagen als {name}.")

    def chosen(path: Path | None) -> None:
        if path is not None:
            desk.jobs.render(lambda: write(path, draw()), owner=owner, done=lambda file: noted(path, file))

    def noted(path: Path, file: str) -> None:
        def take_back(error: MeldboekError) -> None:
            path.unlink(missing_ok=True)
            desk.messages.error(sentence_of(error))

        told = message.format(name=file)
        desk.jobs.run(note, owner=owner, done=lambda _none: desk.messages.info(told), failed=take_back)

    desk.dialogs.save_file(title, name, chosen)


def write(path: Path, data: bytes) -> str:
    """Write a file whole or not at all, and give its name. Raises Unavailable when that is not possible there."""
    fresh = path.with_name(f"{path.name}.part")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise Unavailable(NOT_SAVED, file=path.name) from None
    return path.name
