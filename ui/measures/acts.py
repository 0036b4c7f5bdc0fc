"""What can be done with one measure: keep it, decide on it, record what came after, make its letters."""

from __future__ import annotations

from collections.abc import Callable

from app.kernel.errors import Invalid
from app.kernel.findings import Finding, blocks
from app.kernel.texts import _
from app.measures.lines import NewMeasure
from app.measures.rules import check_reason, warns
from app.measures.service import Measures
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.measures.after_sheets import after_sheet
from ui.measures.measure_view import MeasureView


class Acts:
    """Works on the measure in a view; ``kept`` is called with its id once something was saved."""

    def __init__(self, desk: Desk, measures: Measures, kept: Callable[[int], object]) -> None:
        self._desk, self._measures, self._kept = desk, measures, kept

    def save(self, view: MeasureView) -> None:
        """Keep the proposal, however incomplete."""
        measure, measure_id = _written(view), view.opening.measure_id

        def work() -> int:
            if measure_id is None:
                return self._measures.propose(measure)
            self._measures.change(measure_id, measure.draft)
            return measure_id

        view.form.submit(work, lambda kept: self._done(view, kept, _("Het voorstel is bewaard.")))

    def settle(self, view: MeasureView, findings: tuple[Finding, ...], why: Form) -> None:
        """Settle the decision; where a warning stands, the reason beside it must say something."""
        if blocks(findings) or not view.form.check():
            return
        reason = str(why.values()["reason"]) if warns(findings) else ""
        why.clear_errors()
        if warns(findings):
            try:
                check_reason(reason)
            except Invalid as error:
                why.show_errors(error)
                why.rows["reason"].field.setFocus()
                return
        measure, measure_id = _written(view), view.opening.measure_id

        def done(kept: int) -> None:
            why.mark_clean()
            self._done(view, kept, _("Het besluit is vastgesteld. Maak nu de brieven."))

        view.form.submit(lambda: self._measures.conclude(measure, measure_id, reason), done)

    def record(self, view: MeasureView, step: str) -> None:
        """Record a step after the decision."""
        card = view.opening.card
        if card is not None:
            sheet = after_sheet(self._desk, self._measures, card, step, lambda _none: self._kept(card.id))
            self._desk.dialogs.open(sheet)

    def make_letters(self, view: MeasureView) -> None:
        """Go on to the letters of a measure that is kept."""
        if view.opening.measure_id is None:
            self._desk.messages.info(_("Bewaar eerst het voorstel; daarna kunt u de brieven maken."))
        else:
            self._desk.go("letters", ("new", "measure", view.opening.measure_id))

    def _done(self, view: MeasureView, measure_id: int, said: str) -> None:
        view.form.mark_clean()
        self._desk.messages.info(said)
        self._kept(measure_id)


def _written(view: MeasureView) -> NewMeasure:
    return NewMeasure(view.opening.case_id, view.opening.ladder.person_id, view.draft)
