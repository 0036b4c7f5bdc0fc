"""The sentence for an error, also for the few that the window itself can cause; and words to be read aloud."""

from __future__ import annotations

from app.kernel.errors import MeldboekError
from app.kernel.texts import _

CANCELLED, UNEXPECTED, NOT_SAVED, NOT_PRINTED = "kit.cancelled", "kit.unexpected", "kit.not_saved", "kit.not_printed"


def sentence_of(error: MeldboekError) -> str:
    """What went wrong and what to do, in Dutch."""
    if error.code == CANCELLED:
        return _("U hebt dit gestopt. Er is niets veranderd.")
    if error.code == UNEXPECTED:
        return _("Er ging iets mis in Meldboek zelf. Wat u typte, staat hier nog.")
    if error.code == NOT_PRINTED:
        return _("Het afdrukken is niet gelukt. Kijk of de printer aan staat en probeer het opnieuw.")
    if error.code == NOT_SAVED:
        return _("{file} kan daar niet worden bewaard. Kies een andere map.").format(**error.values)
    # The sentences pull in every feature; the unlock window must not wait for that.
    from app.sentences import sentence  # noqa: PLC0415

    return sentence(error)


def aloud(title: str, text: str) -> str:
    """A title and the text under it as sentences; whatever ends as a sentence gets no second full stop."""
    head = title if not title or title.endswith((".", "?", ":", "…")) else f"{title}."
    return f"{head} {text}".strip()
