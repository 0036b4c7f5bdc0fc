"""The sentences that tell with what authority somebody answered, then and as it is known now."""

from __future__ import annotations

from app.consents.answers.history import HistoryLine
from app.consents.rules import EventKind
from app.consents.texts import AUTHORITIES, RELATIONS
from app.kernel.formats import short_date
from app.kernel.texts import _

_TAKES_OUT = frozenset({EventKind.INVALIDATED, EventKind.CORRECTED})


def speaker(line: HistoryLine) -> str:
    """Who said it, and what they are to the child: ``Sanne de Graaf (ouder)``; empty when nobody spoke."""
    if not line.person or line.relation is None:
        return line.person
    return f"{line.person} ({_(RELATIONS[line.relation])})"


def authority_then(line: HistoryLine) -> str:
    """What was known of the authority when it was recorded: ``had gezag (inschrijfformulier, sinds 1 aug 2024)``."""
    if line.authority not in AUTHORITIES or line.guardian_id is None:
        return ""
    since = _("sinds {date}").format(date=short_date(line.since)) if line.since else ""
    about = ", ".join(part for part in (line.source, since) if part)
    return f"{_(AUTHORITIES[line.authority])} ({about})" if about else _(AUTHORITIES[line.authority])


def authority_now(line: HistoryLine) -> str:
    """What is known by now of the authority on that day, when that is something else; empty when it is the same."""
    if line.authority_now is None:
        return ""
    known = _(AUTHORITIES[line.authority_now])
    if line.source_now:
        return _("Nu bekend over die dag: {authority} ({source}).").format(authority=known, source=line.source_now)
    return _("Nu bekend over die dag: {authority}.").format(authority=known)


def taken_out(line: HistoryLine) -> str:
    """Which answer an invalidation or a correction takes out."""
    if line.kind not in _TAKES_OUT or line.about is None:
        return ""
    return _("gaat over het antwoord van {date}").format(date=short_date(line.about))
