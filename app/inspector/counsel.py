"""What a case is told from the inspector's room: the advice, the conclusion, and the duty of article 4a to do now."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.file_lines import Counsel
from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.steps import ChainDuty
from app.inspector.chain import ChainFacts, Step, current
from app.inspector.rules import CallKind, Suspicion
from app.inspector.steps import chain_facts
from app.inspector.tables import CallRow
from app.inspector.texts import DUTIES, FOLLOWED, SUSPICIONS, TEXTS
from app.kernel.formats import weekday_date
from app.kernel.texts import _


def counsel_on(session: Session, card: CaseCard) -> Counsel:
    """The last advice about this case, the conclusion, and what the law asks next."""
    query = select(CallRow).where(CallRow.case_id == card.id, CallRow.reached, CallRow.ended_at.is_not(None))
    talk = query.where(CallRow.kind == CallKind.CONSULT).order_by(CallRow.started_at.desc()).limit(1)
    row = session.scalars(talk).first()
    known = chain_facts(session, card.id, card.knowledge_at)
    concluded = known.steps.get(Step.CONCLUSION)
    return Counsel(
        advice=row.advice if row else "",
        at=row.started_at if row else None,
        followed=_(FOLLOWED[row.advice_followed]) if row and row.advice_followed else "",
        suspicion=_(SUSPICIONS[known.suspicion]) if concluded else "",
        concluded_at=concluded.at if concluded else None,
        concluded_by=concluded.by if concluded else "",
        duty=_duty(card, known),
        suspects=known.suspicion is Suspicion.YES if concluded else None,
        done={step.value: done.at for step, done in known.steps.items()},
    )


def _duty(card: CaseCard, known: ChainFacts) -> ChainDuty | None:
    """The step to do now in an open case to which article 4a applies; a due consult stands with the case already."""
    step = current(known)
    applies = Flag.STATUTORY_CONSULT_DUE in card.flags and card.is_open and card.triaged_at is not None
    if not applies or step is None or step.step is Step.CONSULT:
        return None
    code = "follow_up_step" if step.step is Step.FOLLOW_UP else step.step.value
    text = _(DUTIES[step.step])
    if step.due is not None:
        text = " ".join([text, _("Uiterlijk {day}.").format(day=weekday_date(step.due.date()))])
    if known.suspicion is Suspicion.YES:
        text = " ".join([text, _("Voer zelf geen gesprekken over de feiten.")])
    return ChainDuty(step.step, _(TEXTS[f"inspector.date.{code}"]), text, step.due)
