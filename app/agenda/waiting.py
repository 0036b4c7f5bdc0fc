"""What this user began to type and did not save: one line each on Vandaag, to go on where it was left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.kernel.texts import _
from app.vault import drafts
from app.vault.drafts import DraftLine
from app.vault.store import Store

LONGEST = 48


@dataclass(frozen=True)
class WaitingLine:
    """An unfinished form: what it is, since when, and the page where it goes on."""

    key: str
    title: str
    at: datetime
    page: str
    target: object = None


def waiting(store: Store) -> tuple[WaitingLine, ...]:
    """The unfinished forms of this user in every open drawer, newest first."""
    found = [_line(draft) for drawer in store.drawers for draft in drafts.of_user(drawer)]
    return tuple(sorted((line for line in found if line is not None), key=lambda line: line.at, reverse=True))


def _line(draft: DraftLine) -> WaitingLine | None:
    key = f"{draft.form}:{draft.key}"
    if draft.form == "report":
        return WaitingLine(key, _with_words(_("Nieuwe melding"), draft.title), draft.at, "cases", ("draft", draft.key))
    if draft.form == "entry":
        return WaitingLine(
            key, _with_words(_("Regel in het verloop"), draft.title), draft.at, "cases", _number(draft.key)
        )
    if draft.form == "letter":
        return WaitingLine(key, _("Brief"), draft.at, "letters", _number(draft.key))
    if draft.form == "sheet":
        place, title, _print = draft.key.split("|", 2)
        page, _colon, number = place.partition(":")
        return WaitingLine(key, title, draft.at, page, _number(number)) if page else None
    return None


def _with_words(what: str, title: str) -> str:
    """What was begun with its first words: ``Nieuwe melding: Whatsappgroep 8B``."""
    short = title if len(title) <= LONGEST else title[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{what}: {short}" if short else what


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None
