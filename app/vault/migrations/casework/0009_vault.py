"""The key of the casework log, kept apart from the drawer's own key."""

from app.vault.migrations import vault_0002

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the vault's table."""
    vault_0002.make()
