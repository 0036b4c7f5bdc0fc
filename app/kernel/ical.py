"""Dates as an iCalendar file (RFC 5545): whole days with a title, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE = 73  # octets; RFC 5545 allows 75 with the folding space


@dataclass(frozen=True)
class Day:
    """One whole day; ``uid`` stays the same when the file is made again, so that nothing appears twice."""

    uid: str
    on: date
    title: str


def calendar(days: Iterable[Day], made_at: datetime) -> bytes:
    """The file; every line folded and ended as the standard asks."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meldboek//NL", "CALSCALE:GREGORIAN"]
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for day in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{day.uid}@meldboek",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(day.title)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Lines of at most 75 octets; no character is cut in two."""
    parts, part = [], ""
    for sign in line:
        if len((part + sign).encode()) > _LINE:
            parts.append(part)
            part = ""
        part += sign
    return [parts[0], *(f" {each}" for each in parts[1:]), f" {part}"] if parts else [part]
