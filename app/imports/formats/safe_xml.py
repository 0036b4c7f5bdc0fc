"""Reads XML without a DTD, entities, deep nesting or a tree in memory: the elements pass by one after another."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn, Protocol
from xml.parsers import expat

from app.imports.formats.decoding import decoded
from app.imports.limits import DEEPEST, LONGEST_CELL, MOST_BYTES_OF_XML
from app.imports.refusal import FileRefusedError

_BLOCK = 1024 * 1024


class Listener(Protocol):
    """Hears the elements of a file; names come without their namespace, in lower case."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str, text: str) -> None:
        """An element ends; ``text`` is what stood directly in it."""


class Walk:
    """Carries what the parser meets to the listener, and stops at what no class list needs."""

    def __init__(self, listener: Listener, encoding: str | None = None, marked_up: str = "") -> None:
        self._listener = listener
        self._marked_up = marked_up
        self._texts: list[list[str]] = []
        self._within = 0
        self._length = 0
        parser = self._parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.ExternalEntityRefHandler = _refuse

    def feed(self, content: bytes) -> None:
        """Walk through the whole file."""
        for start in range(0, len(content), _BLOCK):
            self._parser.Parse(content[start : start + _BLOCK], False)
        self._parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._texts) >= DEEPEST:
            raise FileRefusedError("imports.too_large")
        self._texts.append([])
        self._length = 0
        element = local(name)
        if self._within or element == self._marked_up:
            self._within += 1
        self._listener.start(element, {local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        text = "".join(self._texts.pop())
        if self._within:
            self._within -= 1
        if self._within:
            self._texts[-1].append(text)
        self._listener.end(local(name), text)
        self._length = 0

    def _data(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise FileRefusedError("imports.too_large")
        self._texts[-1].append(text)


def walk(path: Path, listener: Listener, marked_up: str = "") -> None:
    """Let the listener hear a file; the text of an element ``marked_up`` is with all that is bold or coloured in it.

    Raises FileRefusedError when it is unsafe, too large or no sound XML.
    """
    if path.stat().st_size > MOST_BYTES_OF_XML:
        raise FileRefusedError("imports.too_large")
    content = path.read_bytes()
    try:
        Walk(listener, _said(content), marked_up).feed(_sound(content))
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, FileRefusedError):
            raise
        raise FileRefusedError("imports.damaged") from None


def _said(content: bytes) -> str | None:
    return None if _sound(content) is content else "utf-8"


def _sound(content: bytes) -> bytes:
    """The bytes as they are, or put into UTF-8 when they are not what they say: ``windows-1252`` that claims UTF-8."""
    claims_other = b"encoding" in content[:200] and b"utf-8" not in content[:200].lower()
    if claims_other or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return decoded(content).encode("utf-8", "replace")
    return content


def local(name: str) -> str:
    """The name of an element or attribute without its prefix: ``ss:Index`` is ``index``."""
    return name.rpartition(":")[2].lower()


def _refuse(*_said: object) -> NoReturn:
    raise FileRefusedError("imports.unsafe")
