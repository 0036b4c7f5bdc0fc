"""What the ladder requires or advises before a decision, each code of the protocol with its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, HeardAs
from app.measures.hearing_rules import (
    BOTH_SIDES,
    COURT,
    any_heard,
    guardians_were_heard,
    heard_in_time,
    person_was_heard,
)
from app.people.rules import PersonKind

CAO = N_("CAO PO")
CAREFUL = N_("zorgvuldigheid")
COMMITTEE = N_("Onderwijsgeschillen 106138")
WPO_40 = N_("WPO artikel 40 lid 11")
WPO_40C = N_("WPO artikel 40c")
WPO_63 = N_("WPO artikel 63")
CUSTODY = N_("bewaarneming")
GOOD_USE = N_("goed gebruik")

Check = Callable[[Draft, Background, Severity], Iterator[Finding]]


def requirements_are_met(draft: Draft, background: Background) -> Iterator[Finding]:
    """Run the check of everything that the rung requires (a block) or advises (a warning)."""
    rung = background.rung(draft.rung, draft.decided_on)
    if rung is None:
        return
    for requirement in rung.required:
        yield from CHECKS[requirement.code](draft, background, Severity.BLOCK)
    for requirement in rung.advised:
        yield from CHECKS[requirement.code](draft, background, Severity.WARN)


def _reasons(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if not draft.reasons.strip():
        source = WPO_40C if draft.rung == "pupil.SUSPENSION" else CAREFUL
        yield Finding("measures.reasons_missing", weight, source)


def _letter(draft: Draft, _background: Background, _weight: Severity) -> Iterator[Finding]:
    if draft.rung == "pupil.SUSPENSION":
        values = {"first_day": draft.first_day} if draft.first_day else {}
        if values:
            yield Finding("measures.letter_before_start", Severity.INFO, WPO_40C, values)
    elif draft.rung == "pupil.WARNING":
        yield Finding("measures.warning_to_parents", Severity.INFO, N_("protocol D5"))
    else:
        yield Finding("measures.letter_follows", Severity.INFO, CAREFUL)


def _heard_pupil(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    if background.subject is PersonKind.PUPIL:
        yield from person_was_heard(draft, background, HeardAs.PUPIL, weight)


def _heard_parents(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    """One parent as subject; else every guardian with authority, and at least one of them where the law asks it.

    A parent without authority does not stand in for those who have it; where nobody's is known, anyone counts.
    """
    if background.subject is PersonKind.GUARDIAN:
        yield from person_was_heard(draft, background, HeardAs.GUARDIAN, weight)
        return
    listed = [hearing for hearing in draft.hearings if hearing.role is HeardAs.GUARDIAN]
    with_authority = [hearing for hearing in listed if hearing.has_authority]
    guardians = with_authority or listed
    is_heard = any(heard_in_time(draft, background, hearing) for hearing in guardians)
    if is_heard or (weight is not Severity.BLOCK and with_authority):
        yield from guardians_were_heard(draft, background)
    elif guardians and all(hearing.stayed_away for hearing in guardians):
        yield Finding("measures.parents_stayed_away", Severity.WARN, WPO_40)
    else:
        yield Finding("measures.parents_not_heard", weight, WPO_40 if weight is Severity.BLOCK else COURT)


def _heard_teacher(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    if not any_heard(draft, background, HeardAs.TEACHER):
        yield Finding("measures.teacher_not_heard", weight, WPO_40)


def _heard_employee(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    source = COMMITTEE if weight is Severity.BLOCK else BOTH_SIDES
    yield from person_was_heard(draft, background, HeardAs.EMPLOYEE, weight, source)


def _intent_announced(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    if draft.rung == "pupil.REMOVAL":
        if draft.intent_on is None:
            yield Finding("measures.removal_not_announced", weight, GOOD_USE)
            return
        days = ((draft.decided_on or background.today) - draft.intent_on).days
        wanted = background.number("removal.search_days")
        if days < wanted:
            values = {"days": days, "wanted": wanted}
            yield Finding("measures.removal_announced_lately", Severity.WARN, GOOD_USE, values)
    elif draft.intent_on is None:
        yield Finding("measures.intent_missing", weight, CAO)


def _intent_registered(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if draft.intent_on is not None and not draft.intent_registered:
        yield Finding("measures.intent_not_registered", weight, CAO)


def _counsel_told(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if draft.intent_on is not None and not draft.counsel_told:
        yield Finding("measures.counsel_not_told", weight, CAO)


def _views_received(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    """The employee gave views, or the three weeks for it are over."""
    if draft.intent_on is None:
        return
    last_day = background.term("employee.defence", draft.intent_on).last_day
    if draft.views_on is not None and draft.intent_on <= draft.views_on <= (draft.decided_on or background.today):
        yield Finding("measures.views_received", Severity.OK, CAO, {"on": draft.views_on})
    elif (draft.decided_on or background.today) <= last_day:
        yield Finding("measures.views_still_open", weight, CAO, {"last_day": last_day})
    else:
        yield Finding("measures.views_term_passed", Severity.OK, CAO, {"last_day": last_day})


def _other_school(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    """Another school has confirmed that it admits the pupil; seeking for eight weeks is no longer enough."""
    if not draft.other_school.strip():
        yield Finding("measures.no_other_school", weight, WPO_40)
    elif draft.other_school_on is None:
        yield Finding("measures.other_school_not_confirmed", weight, WPO_40, {"school": draft.other_school})
    else:
        confirmed = {"school": draft.other_school, "on": draft.other_school_on}
        yield Finding("measures.other_school_ok", Severity.OK, WPO_40, confirmed)


def _objection_clause(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if not draft.objection_clause:
        yield Finding("measures.objection_clause_missing", weight, WPO_63)


def _interest_stated(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if not draft.interest.strip():
        yield Finding("measures.interest_missing", weight, CAO)


def _decision_registered(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if not draft.registered:
        yield Finding("measures.send_registered", weight, CAO)


def _jurist(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if draft.jurist_on is None:
        yield Finding("measures.ask_jurist", weight, CAREFUL)
    else:
        yield Finding("measures.jurist_asked", Severity.OK, CAREFUL, {"on": draft.jurist_on})


def _dossier_complete(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if not draft.dossier_complete:
        yield Finding("measures.dossier_incomplete", weight, N_("BW 7:669"))


def _knowledge_at(draft: Draft, _background: Background, weight: Severity) -> Iterator[Finding]:
    if draft.knowledge_at is None:
        yield Finding("measures.knowledge_missing", weight, N_("BW 7:677"))


def _receipt(_draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    if not background.has_receipt:
        yield Finding("measures.no_receipt", weight, CUSTODY)


def _parents_informed(draft: Draft, background: Background, weight: Severity) -> Iterator[Finding]:
    is_told = background.parents_told or draft.kind in background.told_of
    if background.subject is PersonKind.PUPIL and not is_told:
        yield Finding("measures.parents_not_told", weight, N_("protocol D5"))


def _by_owner(_draft: Draft, _background: Background, _weight: Severity) -> Iterator[Finding]:
    yield Finding("measures.owner_removes", Severity.INFO, N_("protocol D6"))


CHECKS: dict[str, Check] = {
    "reasons": _reasons,
    "letter": _letter,
    "parents_informed": _parents_informed,
    "heard_pupil": _heard_pupil,
    "heard_parents": _heard_parents,
    "heard_teacher": _heard_teacher,
    "heard_employee": _heard_employee,
    "intent_announced": _intent_announced,
    "intent_registered": _intent_registered,
    "counsel_told": _counsel_told,
    "views_received": _views_received,
    "other_school": _other_school,
    "objection_clause": _objection_clause,
    "interest_stated": _interest_stated,
    "decision_registered": _decision_registered,
    "jurist": _jurist,
    "dossier_complete": _dossier_complete,
    "knowledge_at": _knowledge_at,
    "receipt": _receipt,
    "by_owner": _by_owner,
}
