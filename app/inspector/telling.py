"""What a case is told when a duty of article 4a was done: a line in its timeline, and that the parents know."""

from __future__ import annotations

from app.cases.inputs import NewEntry, ParentsTold
from app.cases.lines import CaseCard
from app.cases.rules import EntryKind
from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.texts import STEPS
from app.kernel.texts import _, speaking


@speaking("nl")
def of_step(new: NewStep) -> NewEntry:
    """The line of a duty that was done, without what was said; for the leadership alone, in no dossier."""
    kind = EntryKind.DECISION if new.step is Step.CONCLUSION else EntryKind.NOTE
    return NewEntry(kind, _("Artikel 4a: {step}").format(step=_(STEPS[new.step])), at=new.at, internal=True)


@speaking("nl")
def parents_of(card: CaseCard, new: NewStep) -> tuple[ParentsTold, ...]:
    """The parents who know of it now and were not told before."""
    how = _("over de aangifte, artikel 4a")
    untold = (line for line in card.parents if line.informed is None)
    return tuple(ParentsTold(line.pupil_id, at=new.at, how=how, by=new.by) for line in untold)
