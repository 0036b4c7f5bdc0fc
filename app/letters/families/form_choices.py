"""The lines of a consent form: for what, who sees it, and whether photo, film and sound are asked apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.consents.purposes.lines import PurposeLine
from app.kernel.texts import _, speaking
from app.letters.texts import AUDIENCES

APART = " | +"  # at the end of a line: with boxes for photo, film and sound


@dataclass(frozen=True)
class FormChoice:
    """One line of the consent form: for what, who can see it, and whether photo, film and sound are asked apart."""

    label: str
    audience: str
    apart: bool = False


def form_choices(purposes: Iterable[PurposeLine], language: str = "nl") -> tuple[FormChoice, ...]:
    """The lines of a form that asks consent for these purposes; what the school named itself stays as it is."""
    with speaking(language):
        return tuple(
            FormChoice(_(purpose.label), _(AUDIENCES[purpose.audience]), purpose.media_apart) for purpose in purposes
        )
