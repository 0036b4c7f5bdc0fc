"""What Meldboek ships of others, as a bill of materials (CycloneDX) that goes with the program.

``python -m tests.supply`` writes it anew after a version in ``constraints.txt`` changed. ``requirements.lock`` holds
the hashes of every file of those versions, for all systems; ``uv pip compile`` makes it, as its first lines tell.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
BILL, LOCK, PINS = ROOT / "resources" / "parts.json", ROOT / "requirements.lock", ROOT / "constraints.txt"
ALLOWED = frozenset(
    {"Apache-2.0", "BSD", "BSD-3-Clause", "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib"}
)
_SAID = {"PSFL": "PSF-2.0", "BSD License": "BSD"}
_UNSAID = {"sqlcipher3": "Zlib"}  # as its repository has it; its wheel names none
_LONGEST = 60  # letters of a name; what is longer is the licence itself


def shipped() -> dict[str, PackageMetadata]:
    """What the program needs to run, and what that needs, by its name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted, found = list(map(Requirement, project["dependencies"])), dict[str, PackageMetadata]()
    while wanted:
        one = wanted.pop()
        name = plain(one.name)
        if name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            installed = distribution(one.name)
            found[name] = installed.metadata
            wanted += map(Requirement, installed.requires or ())
    return dict(sorted(found.items()))


def licence(name: str, told: PackageMetadata) -> str:
    """The licence under which it is used: of several to choose from, the first that is allowed."""
    fields = ("License-Expression", "License", "Classifier")
    values = [str(value) for field in fields for value in told.get_all(field) or ()]
    said = [one.removeprefix("License :: OSI Approved :: ") for one in (*values, _UNSAID.get(name, ""))]
    for words in said:
        if words and len(words) <= _LONGEST:
            choices = [_SAID.get(one, one) for one in words.split(" OR ")]
            allowed = [one for one in choices if one in ALLOWED]
            if allowed:
                return allowed[0]
    return next((words for words in said if words), "")


def bill() -> dict[str, Any]:
    """The bill of materials."""
    parts = [
        {
            "type": "library",
            "name": name,
            "version": told["Version"],
            "purl": f"pkg:pypi/{name}@{told['Version']}",
            "licenses": [{"expression": licence(name, told)}],
        }
        for name, told in shipped().items()
    ]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": parts}


def pinned(path: Path) -> dict[str, str]:
    """The version of each package that a list names."""
    found = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", path.read_text("utf-8"), re.MULTILINE)
    return {plain(name): version for name, version in found}


def plain(name: str) -> str:
    """A name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Write the bill."""
    BILL.write_text(json.dumps(bill(), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
