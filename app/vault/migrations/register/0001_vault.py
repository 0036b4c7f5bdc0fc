"""What the vault keeps for itself in the register drawer."""

from app.vault.migrations import vault_0001

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the vault's tables."""
    vault_0001.make()
