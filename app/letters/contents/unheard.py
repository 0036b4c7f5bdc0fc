"""What a letter says when somebody was not heard before the decision: who, whether invited, and why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.kernel.formats import long_date
from app.kernel.texts import _
from app.letters.contents.grammar import listing
from app.measures.facts import HeardAs, Hearing
from app.people.rules import PersonKind

_WITHOUT_TALK = ("_not_heard", "_stayed_away", ".stayed_away")  # how the warnings end that are passed with a reason
_MUST_SPEAK = {
    PersonKind.PUPIL: (HeardAs.GUARDIAN, HeardAs.PUPIL),
    PersonKind.GUARDIAN: (HeardAs.GUARDIAN,),
    PersonKind.EMPLOYEE: (HeardAs.EMPLOYEE,),
}


@dataclass(frozen=True)
class Passed:
    """The warnings that a decision was taken in spite of, and why."""

    warnings: tuple[str, ...] = ()
    reason: str = ""

    @property
    def without_talk(self) -> str:
        """The reason, when it was given because somebody was not heard."""
        return self.reason if any(code.endswith(_WITHOUT_TALK) for code in self.warnings) else ""


def unheard_text(
    hearings: Sequence[Hearing],
    subject: PersonKind,
    first_name: str,
    passed: Passed,
    worded: Callable[[str], str] = str,
) -> str:
    """Whom of the family, or which employee, the school did not speak, and why; empty when it spoke them.

    Also empty while nobody wrote down a reason: the letter then asks for it. ``worded`` puts the reason in the
    language of the letter.
    """
    silent = [role for role in _MUST_SPEAK[subject] if not any(_spoke(one, role) for one in hearings)]
    absent = [one for one in hearings if one.role in silent]
    reason = "; ".join(dict.fromkeys(_end(one.why_not) for one in absent if one.why_not.strip()))
    reason = reason or _end(passed.without_talk)
    if not silent or not reason:
        return ""
    who = listing([first_name if role is HeardAs.PUPIL else _("u") for role in silent])
    spoke = len(silent) < len(_MUST_SPEAK[subject])
    return " ".join(part for part in (_invited(absent), _not_spoken(who, spoke), _why(worded(reason))) if part)


def _spoke(hearing: Hearing, role: HeardAs) -> bool:
    return hearing.role is role and hearing.held_at is not None


def _end(text: str) -> str:
    return text.strip().rstrip(".").rstrip()


def _invited(absent: Sequence[Hearing]) -> str:
    days = sorted({one.invited_on for one in absent if one.invited_on is not None})
    if not days:
        return ""
    told = listing([long_date(day) for day in days])
    return _("Op {day} hebben wij u uitgenodigd voor een gesprek.").format(day=told)


def _not_spoken(who: str, spoke_others: bool) -> str:
    if spoke_others:
        return _("Met {names} hebben wij toen niet gesproken.").format(names=who)
    return _("Voordat wij beslisten, hebben wij niet met {names} gesproken.").format(names=who)


def _why(reason: str) -> str:
    return _("De reden daarvan is: {reason}.").format(reason=reason)
