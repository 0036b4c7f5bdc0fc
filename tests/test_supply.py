"""What is used of others: every version with its hashes, every licence allowed, and all of it on the bill."""

from __future__ import annotations

import json
import re

from tests import supply


def test_every_pinned_version_is_in_the_lock_with_hashes() -> None:
    locked = supply.pinned(supply.LOCK)
    assert supply.pinned(supply.PINS).items() <= locked.items()
    blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", supply.LOCK.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked)
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_everything_that_runs_is_installed_as_it_was_locked() -> None:
    locked = supply.pinned(supply.LOCK)
    assert {name: told["Version"] for name, told in supply.shipped().items()}.items() <= locked.items()


def test_every_licence_is_allowed() -> None:
    others = {name: supply.licence(name, told) for name, told in supply.shipped().items()}
    assert {name: found for name, found in others.items() if found not in supply.ALLOWED} == {}


def test_the_bill_tells_all_that_is_shipped() -> None:
    assert json.loads(supply.BILL.read_text("utf-8")) == supply.bill()
