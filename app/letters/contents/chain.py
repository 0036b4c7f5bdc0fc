"""The letters of the duties of article 4a: about whom each is, what must come first, and the moments it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.cases.file_lines import Counsel
from app.cases.lines import CaseCard
from app.cases.rules import InvolvementRole
from app.kernel.findings import Finding, Severity
from app.kernel.formats import long_time
from app.kernel.texts import N_, _
from app.letters.rules import blank
from app.letters.templates.rules import AddresseeKind, Template

_SOURCE = "WPO artikel 4a"
_TOLD_FIRST = frozenset({"report_parents_notice", "report_person_notice"})
_CLEARED = frozenset({"cleared_parents_notice", "cleared_person_notice"})
_MOMENTS = {
    "consulted_at": ("consult", N_("dag en tijd van het overleg")),
    "concluded_at": ("conclusion", N_("dag en tijd van de conclusie")),
    "parents_told_at": ("parents_told", N_("dag en tijd waarop de ouders het hoorden")),
    "person_told_at": ("person_told", N_("dag en tijd waarop de betrokkene het hoorde")),
    "reported_at": ("report", N_("dag en tijd van de aangifte")),
}


def moments(case: CaseCard | None, counsel: Counsel, number: str) -> dict[str, object]:
    """When the school knew, and when each duty was met; what was not done yet is left to be filled in."""
    known = long_time(case.knowledge_at) if case else blank(_("dag en tijd"))
    told = {name: _moment(counsel.done.get(step), _(label)) for name, (step, label) in _MOMENTS.items()}
    return {"known_at": known, "inspector_number": number, **told}


def concerned(template: Template, case: CaseCard) -> tuple[int, ...]:
    """The persons about whom this letter is written: every pupil who was affected, or who has a task at school."""
    pupils = [line.person_id for line in case.parties if line.is_pupil and line.role is InvolvementRole.AFFECTED]
    staff = [line.person_id for line in case.parties if line.task_holder and line.role is InvolvementRole.ACTOR]
    match template.addressee:
        case AddresseeKind.GUARDIANS:
            found = pupils
        case AddresseeKind.EMPLOYEE:
            found = staff
        case _:
            found = (staff + pupils)[:1]
    return tuple(dict.fromkeys(person for person in found if person is not None))


def findings(code: str, counsel: Counsel) -> Iterator[Finding]:
    """What must be recorded before this letter may leave (rules_nl 4.1)."""
    if code in _TOLD_FIRST and counsel.suspects is not True:
        yield Finding("letters.chain_suspicion", Severity.BLOCK, _SOURCE)
    if code in _TOLD_FIRST and "report" in counsel.done:
        yield Finding("letters.chain_reported", Severity.WARN, _SOURCE)
    if code in _CLEARED and counsel.suspects is not False:
        yield Finding("letters.chain_cleared", Severity.BLOCK, _SOURCE)
    if code == "report_inspector_notice" and "report" not in counsel.done:
        yield Finding("letters.chain_report_first", Severity.BLOCK, _SOURCE)


def _moment(at: datetime | None, label: str) -> str:
    return long_time(at) if at else blank(label)
