"""The lines of a consent form: for what, who sees it, whether photo, film and sound are asked apart, and who signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.consents.purposes.lines import PurposeLine
from app.kernel.texts import _, speaking
from app.letters.paper.form import DOTS
from app.letters.texts import AUDIENCES

_SIGNERS = 2
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


def signatures(names: Sequence[str]) -> str:
    """A line to sign for everyone who may have authority, and for a second parent who is not known yet."""
    sign = _("Naam: {name} · Ik heb gezag: ja / nee\nDatum: {day} · Handtekening: {signature}")
    signers = [*names, *[DOTS * 9] * (_SIGNERS - len(names))]
    return "\n\n".join(sign.format(name=name, day=DOTS * 5, signature=DOTS * 9) for name in signers)
