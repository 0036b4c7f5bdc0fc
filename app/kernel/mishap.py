"""What may be told of an unexpected error: where it happened, never what stood in the rows."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]


def described(kind: type[BaseException], trace: TracebackType | None, *parts: str) -> str:
    """Where it went wrong: kind of error, files and lines; never the message, for that may hold a name."""
    system = (f"{platform.system()} {platform.release()}", f"Python {platform.python_version()}", *parts)
    lines = [f"Meldboek, {', '.join(system)}", kind.__name__]
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)
        lines.append(f"  {shown.as_posix()}:{frame.lineno} {frame.name}")
    return "\n".join(lines)
