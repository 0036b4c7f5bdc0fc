"""What the answer to a request about the own data tells: still open when it is written as a letter of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.kernel.texts import _
from app.letters.rules import blank


def open_blanks() -> Mapping[str, object]:
    """Everything that the request itself would tell, to be filled in by hand."""
    return {
        "received_on": blank(_("dag waarop het verzoek kwam")),
        "request": blank(_("waar het verzoek om gaat, zoals inzage")),
        "decision": blank(_("uw besluit, en bij een afwijzing de reden")),
        "data_overview": blank(
            _("welke gegevens, waarvoor, hoe u eraan komt, wie ze ziet en hoe lang u ze bewaart, of: zie de bijlage")
        ),
        "withheld": blank(_("wat u niet geeft en waarom, of: Verder hebben wij niets weggelaten")),
    }
