"""What is said after a backup."""

from __future__ import annotations

from app.kernel.texts import _
from app.vault.copies.keeping import Kept


def told(kept: Kept) -> str:
    """What became of a backup, in one sentence."""
    if kept.elsewhere is None:
        return _("De reservekopie is gemaakt en gecontroleerd.")
    if kept.elsewhere:
        return _("De reservekopie is gemaakt en staat ook op de tweede plek.")
    return _("De reservekopie is gemaakt. De tweede plek was er niet; sluit de USB-stick aan.")
