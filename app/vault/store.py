"""A store: the folder with both drawers and their keys, made, opened and closed as one."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused, Unavailable
from app.vault.door import place
from app.vault.door.occupied import Occupation
from app.vault.drawers.database import Drawer
from app.vault.drawers.pages import Memory
from app.vault.keys import keyfile, recovery, second_factor
from app.vault.keys.keyfile import KeyFile
from app.vault.keys.keyring import (
    CASEWORK,
    RECOVERY,
    REGISTER,
    Cost,
    NewUser,
    Role,
    Slot,
    User,
    new_slot,
    open_slot,
    with_passphrase,
)
from app.vault.trail import older
from app.vault.trail.verdict import Lane, Verdict, damaged, verdict_aside, verdict_of

SHORTEST_PASSPHRASE = 12


class Store:
    """An open store. ``casework`` is None for a user who does not hold its key."""

    def __init__(self, folder: Path, keys: KeyFile, user: User, secrets_: Mapping[str, bytes], clock: Clock) -> None:
        self.folder = folder
        self.user = replace(user, name=recovery.NAME) if user.id == RECOVERY else user
        self.clock = clock
        self._keys = keys
        self._secrets = dict(secrets_)
        self._occupation = self._occupied()
        self._drawers: dict[str, Drawer] = {}
        self.memory: dict[str, Memory] = defaultdict(dict)
        """Of each drawer, the pages that were found right since it was opened."""
        self.older: tuple[str, ...] = ()  # the drawers whose file is older than it was when last closed

    @property
    def register(self) -> Drawer:
        """The drawer that everybody holds."""
        return self._drawers[REGISTER]

    @property
    def casework(self) -> Drawer | None:
        """The drawer of cases, or None without its key."""
        return self._drawers.get(CASEWORK)

    @property
    def drawers(self) -> tuple[Drawer, ...]:
        """The drawers that are open."""
        return tuple(self._drawers.values())

    @property
    def home(self) -> Path:
        """The folder that is remembered and opened again: of a copy to read in, that of the school itself."""
        return self.folder

    @property
    def read_only(self) -> bool:
        """Whether this is a copy to read in."""
        return any(drawer.read_only for drawer in self.drawers)

    @property
    def keys(self) -> KeyFile:
        """What ``keys.json`` holds."""
        return self._keys

    @property
    def asks_file(self) -> bool:
        """Whether this user opens the store with a key file beside the passphrase."""
        return self._keys.slot(self.user.id).asks_file

    def users(self) -> tuple[User, ...]:
        """Everybody who may open this store, the recovery key apart."""
        return _people(self._keys)

    def open(self, *, fresh: bool = False) -> None:
        """Open the drawers that this user holds: all are checked before one is touched; on failure none stays open."""
        try:
            for name, key in self._secrets.items():
                path = self.folder / self._keys.files[name]
                self._drawers[name] = Drawer(name, path, key, self.user, self.clock)
            versions = {drawer.name: None if fresh else drawer.check() for drawer in self.drawers}
            for drawer in self.drawers:
                drawer.open(versions[drawer.name])
        except BaseException:
            self.abandon()
            raise

    def begin(self) -> None:
        """Make the drawers and the keys of a new store; on failure nothing stays open."""
        self.open(fresh=True)
        try:
            keyfile.write(self.folder, self._keys)
            self.register.note("store.created")
        except BaseException:
            self.abandon()
            raise

    def add_user(self, new: NewUser, cost: Cost | None = None) -> User:
        """Give somebody access.

        Raises Refused unless a director does it, Invalid for a name in use or a short passphrase.
        """
        self._only_director()
        _check_new(new, self._keys)
        user = User(secrets.token_hex(8), new.name, new.role)
        slot = new_slot(user, new.passphrase, self._secrets, self._keys.store_id, cost)
        self._keep(replace(self._keys, slots=(*self._keys.slots, slot)))
        self.register.note("user.added", f"user:{user.id}")
        return user

    def change_passphrase(self, old: str, new: str) -> None:
        """Change this user's own passphrase, or let a key file be asked beside it or no longer; see ``second_factor``.

        Raises Unavailable for a wrong old one, Invalid for a short new one.
        """
        _check_passphrase(new)
        slots = tuple(
            with_passphrase(slot, old, new) if slot.user.id == self.user.id else slot for slot in self._keys.slots
        )
        had_file, has_file = self.asks_file, bool(second_factor.content_of(new))
        self._keep(replace(self._keys, slots=slots))
        action = "passphrase.changed" if had_file == has_file else "key_file.added" if has_file else "key_file.removed"
        self.register.note(action, f"user:{self.user.id}")

    def reset_passphrase(self, user_id: str, new: str, cost: Cost | None = None) -> None:
        """Give a user who forgot it a new passphrase, and with it a new key pair.

        Raises Refused unless a director does it, Invalid for a short passphrase.
        """
        self._only_director()
        _check_passphrase(new)
        user = next(user for user in self.users() if user.id == user_id)
        fresh = new_slot(user, new, self._secrets, self._keys.store_id, cost)
        slots = tuple(fresh if slot.user.id == user_id else slot for slot in self._keys.slots)
        self._keep(replace(self._keys, slots=slots))
        self.register.note("passphrase.reset", f"user:{user_id}")

    def vouched(self, user_id: str, passphrase: str) -> User:
        """Another user, who typed their own passphrase here. Raises Unavailable for a wrong one."""
        slot = self._keys.slot(user_id)
        open_slot(slot, passphrase, self._keys.store_id)
        return slot.user

    def rename_school(self, name: str) -> None:
        """The school's name as the unlock window shows it."""
        if name != self._keys.school:
            self._keep(replace(self._keys, school=name))

    def new_recovery_key(self, cost: Cost | None = None) -> str:
        """Replace the recovery key and give the new one; the old one opens nothing from now on but older backups.

        Raises Refused unless a director does it.
        """
        self._only_director()
        fresh = recovery.new_recovery_key()
        spare = new_slot(User(RECOVERY, RECOVERY, Role.DIRECTOR), fresh, self._secrets, self._keys.store_id, cost)
        self.keep_slots(spare if slot.user.id == RECOVERY else slot for slot in self._keys.slots)
        self.register.note("recovery_key.replaced")
        return fresh

    def keep_slots(self, slots: Iterable[Slot]) -> None:
        """Keep who may open the store; for the vault itself."""
        self._keep(replace(self._keys, slots=tuple(slots)))

    def verify(self) -> Verdict:
        """Check files, references, logs and anchors of the open drawers, here and now."""
        return verdict_of(self.drawers, self._keys.anchors)

    def verify_aside(self, lane: Lane) -> Verdict:
        """The same on copies, on the thread that asks; ``lane`` runs a short piece of work on the database lane."""
        return verdict_aside(self.folder, self.drawers, self._keys.anchors, lane)

    def damaged(self, lane: Lane) -> tuple[str, ...]:
        """The drawers of which a page is not what was written, from their bytes alone; holds up nobody."""
        return damaged(self.drawers, lane, self.memory)

    def close(self) -> None:
        """Close the drawers, anchor their logs in ``keys.json`` and let others in."""
        with self.closed_for_work():
            return

    @contextmanager
    def closed_for_work(self) -> Iterator[KeyFile]:
        """Close the drawers and anchor their logs, do something with the closed files, then let others in."""
        try:
            anchors = {name: drawer.head for name, drawer in self._drawers.items()}
            self._close_drawers()
            if any(self._keys.anchors.get(name) != anchor for name, anchor in anchors.items()):
                self._keep(replace(self._keys, anchors={**self._keys.anchors, **anchors}))
            yield self._keys
        finally:
            self._occupation.release()

    def _occupied(self) -> Occupation:
        return Occupation(self.folder, self.user, self.clock)

    def _close_drawers(self) -> None:
        """Close every drawer, whatever happens to one of them; the error goes up afterwards."""
        with ExitStack() as stack:
            for drawer in reversed(self._drawers.values()):
                stack.callback(drawer.drop)  # lets go of the file when closing it failed
                stack.callback(drawer.close)

    def abandon(self) -> None:
        """Let go at once, as a crash would; the next opening finds everything that was committed."""
        for drawer in self._drawers.values():
            drawer.drop()
        self._occupation.release()

    def _only_director(self) -> None:
        """Only who holds both keys can sign for both: others would make every director meet altered keys."""
        if self.user.role is not Role.DIRECTOR:
            raise Refused("vault.only_director")

    def _keep(self, keys: KeyFile) -> None:
        signed = keyfile.signed(keys, self._secrets)
        try:
            keyfile.write(self.folder, signed)
        except OSError:
            raise Unavailable("vault.no_rights") from None
        self._keys = signed


def create_store(
    folder: Path, school: str, first: NewUser, clock: Clock, cost: Cost | None = None, recovery_key: str = ""
) -> tuple[Store, str]:
    """Make a store in an empty or new folder and open it; gives it with its recovery key, new unless one is given.

    Raises Unavailable when the folder holds something already or cannot be written to.
    """
    _check_passphrase(first.passphrase)
    place.prepare(folder)
    recovery_key = recovery_key or recovery.new_recovery_key()
    store_id = secrets.token_hex(16)
    keys = {REGISTER: secrets.token_bytes(32), CASEWORK: secrets.token_bytes(32)}
    user = User(secrets.token_hex(8), first.name, first.role)
    spare = User(RECOVERY, RECOVERY, Role.DIRECTOR)
    slots = (
        new_slot(user, first.passphrase, keys, store_id, cost),
        new_slot(spare, recovery_key, keys, store_id, cost),
    )
    content = KeyFile(store_id, school, {name: f"{name}.db" for name in keys}, slots)
    with place.cleared_on_failure(folder):
        store = Store(folder, keyfile.signed(content, keys), user, keys, clock)
        store.begin()
    return store, recovery_key


def open_store(folder: Path, user: str, passphrase: str, clock: Clock) -> Store:
    """Open a store as the user with this name or id; the recovery key opens it as ``recovery``.

    Raises Unavailable: wrong passphrase, keys missing or altered, damaged, newer, no rights, open elsewhere.
    """
    keys = keyfile.read(folder)
    slot = keys.slot(user)
    typed = recovery.typed(passphrase) if slot.user.id == RECOVERY else passphrase
    opened = open_slot(slot, typed, keys.store_id)
    keyfile.check(keys, opened)
    store = Store(folder, keys, slot.user, opened, clock)
    store.open()
    store.older = older.find(store.drawers, keys.anchors)
    return store


def _people(keys: KeyFile) -> tuple[User, ...]:
    return tuple(slot.user for slot in keys.slots if slot.user.id != RECOVERY)


def _check_new(new: NewUser, keys: KeyFile) -> None:
    if not new.name.strip():
        raise Invalid("name", "vault.name_missing")
    if any(slot.user.name == new.name for slot in keys.slots):
        raise Invalid("name", "vault.name_in_use")
    _check_passphrase(new.passphrase)


def _check_passphrase(passphrase: str) -> None:
    if len(second_factor.typed(passphrase)) < SHORTEST_PASSPHRASE:
        raise Invalid("passphrase", "vault.passphrase_short", length=SHORTEST_PASSPHRASE)
