"""What a proposal says of itself: how many of a kind, and every decision as proposed."""

from __future__ import annotations

from datetime import date

from app.imports.readings import Place, ReadEmployee
from app.imports.rules import Choice, Decision, EmployeeProposal, LineKind, Proposal, ProposalLine
from app.kernel.names import PersonName

NOOR = PersonName("Noor", "", "Bos")
LEFT = Decision(Choice.LEAVE, 7, date(2026, 11, 16))


def test_the_rules_of_a_proposal_count_its_lines_and_give_every_decision() -> None:
    staff = EmployeeProposal(LineKind.NEW, 3, ReadEmployee(Place(2), NOOR))
    lines = (
        ProposalLine(LineKind.NEW, NOOR, "1", "5A", None, key=1),
        ProposalLine(LineKind.MISSING, NOOR, "2", "5A", None, 7, key=2, proposed=LEFT),
    )
    proposal = Proposal("l.xlsx", lines, (), (), (), ("5A",), date(2026, 11, 16), (staff,))
    assert staff.name == NOOR
    assert (proposal.count(LineKind.NEW), proposal.count(LineKind.NEW, LineKind.MISSING)) == (1, 2)
    assert proposal.decisions() == {1: Decision(Choice.APPLY), 2: LEFT, 3: Decision(Choice.APPLY)}
