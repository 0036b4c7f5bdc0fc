"""Who may open which drawer: key pairs, sealed drawer keys and the recovery key.

Each user has an X25519 pair. The private key lies under Argon2id(passphrase) with AES-256-GCM; each drawer's
random key is sealed to the public key with HPKE (RFC 9180). So anyone who holds a drawer's key can seal it to
others without knowing their passphrases, and nobody's passphrase is stored in any form.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.kernel.errors import Refused, Unavailable
from app.vault.keys import keydocument, second_factor

REGISTER = "register"
CASEWORK = "casework"
RECOVERY = keydocument.RECOVERY
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Role(StrEnum):
    """What a user is at this school; it decides which drawers they hold and which pages they see."""

    DIRECTOR = "director"
    ADMINISTRATOR = "administrator"
    BOARD = "board"
    COORDINATOR = "coordinator"

    @property
    def holds_casework(self) -> bool:
        """Whether this role is given the key of casework."""
        return self is not Role.ADMINISTRATOR

    @property
    def leads(self) -> bool:
        """Whether this role sees every case, decides and signs: the director and the board."""
        return self in {Role.DIRECTOR, Role.BOARD}


@dataclass(frozen=True)
class User:
    """A person who may open the store."""

    id: str
    name: str
    role: Role

    def must_lead(self, code: str) -> None:
        """Raise Refused with this sentence for who does not lead the school."""
        if not self.role.leads:
            raise Refused(code)


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: passes, memory in KiB, lanes (Argon2id v1.3)."""

    passes: int = 3
    memory: int = 256 * 1024
    lanes: int = 4


@dataclass(frozen=True)
class NewUser:
    """Somebody who will open the store, with the passphrase they chose."""

    name: str
    role: Role
    passphrase: str


@dataclass(frozen=True)
class Slot:
    """One user's place in ``keys.json``: everything but the passphrase; ``asks_file`` with a key file as well."""

    user: User
    cost: Cost
    salt: bytes
    public_key: bytes
    wrapped_key: bytes  # 12 bytes nonce, then the private key under AES-256-GCM
    sealed: Mapping[str, bytes] = field(default_factory=dict)
    asks_file: bool = False


def new_slot(user: User, passphrase: str, keys: Mapping[str, bytes], context: str, cost: Cost | None = None) -> Slot:
    """A slot for a new user, with those of ``keys`` that the role may hold sealed to it.

    ``context`` (the store's id) binds the seals to one store.
    """
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    asks_file = bool(second_factor.content_of(passphrase))
    slot = Slot(user, cost or Cost(), secrets.token_bytes(16), public, b"", asks_file=asks_file)
    slot = replace(slot, wrapped_key=_wrap(slot, passphrase, private.private_bytes_raw()))
    return sealed_anew(slot, keys, context)


def sealed_anew(slot: Slot, keys: Mapping[str, bytes], context: str) -> Slot:
    """The same slot with those of ``keys`` that its role may hold; asks no passphrase, only the public key."""
    allowed = {name: key for name, key in keys.items() if name != CASEWORK or slot.user.role.holds_casework}
    return replace(slot, sealed={name: _seal(slot, name, key, context) for name, key in allowed.items()})


def open_slot(slot: Slot, passphrase: str, context: str) -> dict[str, bytes]:
    """The drawer keys in this slot. Raises Unavailable when the passphrase is wrong or the slot was altered."""
    private = X25519PrivateKey.from_private_bytes(_unwrap(slot, passphrase))
    try:
        return {name: _SUITE.decrypt(box, private, _info(slot, name, context)) for name, box in slot.sealed.items()}
    except InvalidTag:
        raise Unavailable("vault.keys_altered") from None


def with_passphrase(slot: Slot, old: str, new: str, cost: Cost | None = None) -> Slot:
    """The same slot under a new passphrase; the seals and the key pair stay."""
    private = _unwrap(slot, old)
    asks_file = bool(second_factor.content_of(new))
    fresh = replace(slot, cost=cost or slot.cost, salt=secrets.token_bytes(16), asks_file=asks_file)
    return replace(fresh, wrapped_key=_wrap(fresh, new, private))


def _derive(slot: Slot, passphrase: str) -> bytes:
    secret = unicodedata.normalize("NFC", passphrase).encode()
    cost = slot.cost
    return Argon2id(
        salt=slot.salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    ).derive(secret)


def _bound(slot: Slot) -> bytes:
    cost = slot.cost
    return b"|".join(
        [slot.user.id.encode(), slot.public_key, f"{cost.passes},{cost.memory},{cost.lanes}".encode(), slot.salt]
    )


def _wrap(slot: Slot, passphrase: str, private: bytes) -> bytes:
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(_derive(slot, passphrase)).encrypt(nonce, private, _bound(slot))


def _unwrap(slot: Slot, passphrase: str) -> bytes:
    if slot.asks_file and not second_factor.content_of(passphrase):
        raise Unavailable("vault.key_file_wanted")
    known = passphrase if slot.asks_file else second_factor.typed(passphrase)
    try:
        return AESGCM(_derive(slot, known)).decrypt(slot.wrapped_key[:12], slot.wrapped_key[12:], _bound(slot))
    except InvalidTag:
        raise Unavailable("vault.wrong_passphrase") from None


def _info(slot: Slot, drawer: str, context: str) -> bytes:
    return f"meldboek 1|{context}|{slot.user.id}|{drawer}".encode()


def _seal(slot: Slot, drawer: str, key: bytes, context: str) -> bytes:
    return _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(slot.public_key), _info(slot, drawer, context))
