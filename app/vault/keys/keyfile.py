"""``keys.json``: who may open the store, which file is which drawer, and what the logs looked like at the last close.

Two MACs cover it. The one under the casework key covers ids, roles, public keys, the sealed casework keys and what
concerns casework; the one under the register key covers all of it. So an administrator can change her own
passphrase, and can neither give herself casework nor swap somebody's public key without a director noticing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.kernel.errors import Unavailable
from app.vault.keys import keydocument
from app.vault.keys.keyring import CASEWORK, REGISTER, Cost, Role, Slot, User

NAME = keydocument.NAME


@dataclass(frozen=True)
class Anchor:
    """The head of a drawer's log at the last close: how many lines, and the MAC of the last one."""

    count: int
    head: str


@dataclass(frozen=True)
class KeyFile:
    """The content of ``keys.json``."""

    store_id: str
    school: str
    files: Mapping[str, str]
    slots: tuple[Slot, ...]
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    macs: Mapping[str, str] = field(default_factory=dict)

    def slot(self, user: str) -> Slot:
        """The slot of the user with this id or name. Raises Unavailable when there is none."""
        for slot in self.slots:
            if user in {slot.user.id, slot.user.name}:
                return slot
        raise Unavailable("vault.unknown_user", user=user)


def sub_key(key: bytes, purpose: str) -> bytes:
    """A key of its own for one purpose, derived from a drawer's key."""
    return HKDF(hashes.SHA256(), 32, salt=None, info=f"meldboek 1|{purpose}".encode()).derive(key)


def signed(keys: KeyFile, secrets: Mapping[str, bytes]) -> KeyFile:
    """The same content with fresh MACs for those drawers whose key is at hand."""
    if CASEWORK in secrets:
        keys = replace(keys, macs={**keys.macs, CASEWORK: _mac(secrets[CASEWORK], _casework_part(keys))})
    return replace(keys, macs={**keys.macs, REGISTER: _mac(secrets[REGISTER], _whole(keys))})


def check(keys: KeyFile, secrets: Mapping[str, bytes]) -> None:
    """Raise Unavailable when anything that these keys can vouch for was altered."""
    parts = {REGISTER: _whole, CASEWORK: _casework_part}
    for drawer, key in secrets.items():
        if not hmac.compare_digest(_mac(key, parts[drawer](keys)), keys.macs.get(drawer, "")):
            raise Unavailable("vault.keys_altered")


def read(folder: Path) -> KeyFile:
    """The keys of the store in this folder. Raises Unavailable when they are missing or unreadable."""
    return parsed(keydocument.read(folder))


def parsed(data: bytes) -> KeyFile:
    """The keys in the bytes of a ``keys.json``. Raises Unavailable when they are unreadable or of a later version."""
    document = keydocument.parsed(data)
    try:
        return _parsed(document)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Unavailable("vault.keys_altered") from None


def write(folder: Path, keys: KeyFile) -> None:
    """Put ``keys.json`` in place in one atomic step; an interrupted write leaves the old one."""
    target, fresh = folder / NAME, folder / f"{NAME}.new"
    text = json.dumps(_document(keys), indent=1, ensure_ascii=False)
    fresh.touch(mode=0o600)
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    _replace(fresh, target)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make renames in this folder durable, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(fresh: Path, target: Path) -> None:
    for attempt in range(10):  # virus scanners and sync tools hold a file for a moment (reliability R4)
        try:
            fresh.replace(target)
        except PermissionError:
            if attempt == 9:
                raise
            time.sleep(0.1)
        else:
            return


def _mac(key: bytes, part: object) -> str:
    text = json.dumps(part, sort_keys=True, ensure_ascii=False).encode()
    return hmac.new(sub_key(key, "keys-mac"), text, hashlib.sha256).hexdigest()


def _whole(keys: KeyFile) -> object:
    document = _document(keys)
    document["macs"] = {CASEWORK: keys.macs.get(CASEWORK, "")}
    return document


def _casework_part(keys: KeyFile) -> object:
    anchor = keys.anchors.get(CASEWORK)
    return {
        "store": keys.store_id,
        "file": keys.files[CASEWORK],
        "anchor": [anchor.count, anchor.head] if anchor else None,
        "users": [
            [slot.user.id, slot.user.role.value, _text(slot.public_key), _text(slot.sealed.get(CASEWORK, b""))]
            for slot in keys.slots
        ],
    }


def _document(keys: KeyFile) -> dict[str, Any]:
    return {
        "format": keydocument.FORMAT,
        "store_id": keys.store_id,
        "school": keys.school,
        "files": dict(keys.files),
        "users": [_slot_document(slot) for slot in keys.slots],
        "anchors": {name: {"count": anchor.count, "head": anchor.head} for name, anchor in keys.anchors.items()},
        "macs": dict(keys.macs),
    }


def _slot_document(slot: Slot) -> dict[str, Any]:
    cost = slot.cost
    return {
        "id": slot.user.id,
        "name": slot.user.name,
        "role": slot.user.role.value,
        "kdf": {"name": "argon2id", "passes": cost.passes, "memory": cost.memory, "lanes": cost.lanes},
        "salt": _text(slot.salt),
        "public_key": _text(slot.public_key),
        "private_key": _text(slot.wrapped_key),
        "sealed": {name: _text(box) for name, box in slot.sealed.items()},
        **({keydocument.ASKS_FILE: True} if slot.asks_file else {}),
    }


def _parsed(document: dict[str, Any]) -> KeyFile:
    return KeyFile(
        store_id=str(document["store_id"]),
        school=str(document["school"]),
        files={name: _file_name(document["files"][name]) for name in (REGISTER, CASEWORK)},
        slots=tuple(_slot(entry) for entry in document["users"]),
        anchors={name: Anchor(int(a["count"]), str(a["head"])) for name, a in document["anchors"].items()},
        macs={name: str(mac) for name, mac in document["macs"].items()},
    )


def _slot(entry: dict[str, Any]) -> Slot:
    kdf = entry["kdf"]
    return Slot(
        user=User(str(entry["id"]), str(entry["name"]), Role(entry["role"])),
        cost=_cost(int(kdf["passes"]), int(kdf["memory"]), int(kdf["lanes"])),
        salt=b64decode(entry["salt"], validate=True),
        public_key=b64decode(entry["public_key"], validate=True),
        wrapped_key=b64decode(entry["private_key"], validate=True),
        sealed={name: b64decode(box, validate=True) for name, box in entry["sealed"].items()},
        asks_file=entry.get(keydocument.ASKS_FILE) is True,
    )


def _cost(passes: int, memory: int, lanes: int) -> Cost:
    """Refuse a cost that would hang or exhaust the computer before the passphrase is even tried."""
    if not (1 <= passes <= 20 and 8 * lanes <= memory <= 4 * 1024 * 1024 and 1 <= lanes <= 64):
        raise ValueError(memory)
    return Cost(passes, memory, lanes)


def _file_name(name: object) -> str:
    if not isinstance(name, str) or Path(name).name != name or not name.endswith(".db"):
        raise ValueError(name)
    return name


def _text(data: bytes) -> str:
    return b64encode(data).decode()
