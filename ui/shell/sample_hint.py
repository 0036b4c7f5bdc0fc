"""The passphrases of the sample school, which are no secret: they stand in the program itself."""

from __future__ import annotations

from app.vault.keys.keydocument import Glance

SCHOOL = "Basisschool De Wilgenhof"


def passphrases(seen: Glance) -> dict[str, str]:
    """The passphrase of each user when this is the sample school; nothing for any other store."""
    if seen.school != SCHOOL:
        return {}
    # Only the sample needs its own data; the unlock window of a real school does not load it.
    from app.sample.source import read  # noqa: PLC0415

    users = {user["name"]: str(user["passphrase"]) for user in read("school")["user"]}
    return users if {name for name, _role in seen.users} == set(users) else {}
