"""Renewing the keys of both drawers, so that somebody who left opens nothing any more, not even with an old key.

Each drawer is copied under a new name and a new key; one atomic replace of ``keys.json`` makes them the store.
Killed before it, the old store opens as it was; killed after it, the new one. Backups from before stay as they are:
who had a passphrase then can still open those.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from app.kernel.errors import Invalid, Refused, Unavailable
from app.vault.copies.container import STAMP
from app.vault.drawers import cipher
from app.vault.keys import keyfile
from app.vault.keys.keyring import Role, Slot, User, sealed_anew
from app.vault.store import Store


def remove_user(store: Store, user_id: str) -> None:
    """Take somebody's access away and renew both keys. The store is closed afterwards: open it again.

    Raises Refused unless another director does it, and Unavailable when there is no room or no right to write.
    """
    leaving = _other(store, user_id)
    store.register.note("user.removed", f"user:{user_id}")
    _renew(store, [slot for slot in store.keys.slots if slot.user.id != leaving.id])


def change_role(store: Store, user_id: str, role: Role) -> bool:
    """Give somebody another role; True when keys were renewed and the store is closed: open it again.

    Who gains casework gets its key; who loses it knew that key, so then both are renewed.
    Raises Refused unless another director does it.
    """
    user = _other(store, user_id)
    store.register.note("user.changed", f"user:{user_id}")
    changed = replace(user, role=role)
    slots = [replace(slot, user=changed) if slot.user.id == user_id else slot for slot in store.keys.slots]
    if user.role.holds_casework and not role.holds_casework:
        _renew(store, slots)
        return True
    held = {drawer.name: drawer.key for drawer in store.drawers}
    store.keep_slots(sealed_anew(slot, held, store.keys.store_id) if slot.user == changed else slot for slot in slots)
    return False


def _other(store: Store, user_id: str) -> User:
    """The user that this director may remove or change: never oneself, so a director always remains."""
    if store.user.role is not Role.DIRECTOR:
        raise Refused("vault.only_director")
    if user_id == store.user.id:
        raise Invalid("user", "vault.not_yourself")
    return next(user for user in store.users() if user.id == user_id)


def _renew(store: Store, slots: list[Slot]) -> None:
    if shutil.disk_usage(store.folder).free < 2 * sum(drawer.path.stat().st_size for drawer in store.drawers):
        raise Unavailable("vault.disk_full")
    for drawer in store.drawers:
        drawer.keep_chain_key()
    old = {drawer.name: drawer.key for drawer in store.drawers}
    fresh = {name: secrets.token_bytes(32) for name in old}
    mark = store.clock.now().strftime(STAMP)
    files = {name: f"{name}-{mark}-{secrets.token_hex(2)}.db" for name in old}
    with store.closed_for_work() as keys, ExitStack() as undo:
        for name, file in files.items():
            undo.callback((store.folder / file).unlink, missing_ok=True)
            _copy(store.folder / keys.files[name], store.folder / file, old[name], fresh[name])
        keyfile.sync_folder(store.folder)  # the new files are surely there before the keys name them
        sealed = tuple(sealed_anew(slot, fresh, keys.store_id) for slot in slots)
        keyfile.write(store.folder, keyfile.signed(replace(keys, files=files, slots=sealed), fresh))
        undo.pop_all()
        for name in old:
            (store.folder / keys.files[name]).unlink(missing_ok=True)


def _copy(source: Path, target: Path, old: bytes, new: bytes) -> None:
    """The closed drawer under another key, every page checked."""
    shutil.copyfile(source, target)
    with cipher.meaning(), closing(cipher.raw(target, old)) as connection:
        connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    with cipher.meaning(), closing(cipher.raw(target, new)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Unavailable("vault.damaged")
