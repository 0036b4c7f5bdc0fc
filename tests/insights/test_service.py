"""The figures of a school year on a real store."""

import pytest

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.measures.lines import NewDevice
from app.sentences import sentence
from tests.builders import Cast


def report(meldboek: Meldboek, cast: Cast, severity: CaseSeverity = CaseSeverity.MEDIUM) -> int:
    assert meldboek.casework is not None
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn, category="THREAT")
    affected = NewInvolvement(InvolvementRole.AFFECTED, cast.pien, category="THREAT")
    return meldboek.casework.cases.report(NewReport("Bedreiging", involved=(actor, affected), severity=severity))


def test_a_new_school_has_zeros_everywhere(meldboek: Meldboek) -> None:
    figures = meldboek.insights.figures()
    assert (figures.cases, figures.measures, figures.calls, figures.police) == (0, 0, 0, 0)
    assert figures.school_year == "2026-2027"
    assert figures.by_category == ()
    assert meldboek.insights.years() == ("2026-2027",)


def test_a_case_counts_once_per_category_however_many_persons(meldboek: Meldboek, cast: Cast) -> None:
    report(meldboek, cast)
    figures = meldboek.insights.figures()
    assert figures.cases == figures.open_cases == 1
    assert [(figure.label, figure.count) for figure in figures.by_category] == [("Bedreiging", 1)]
    assert {figure.label: figure.count for figure in figures.by_severity} == {"licht": 0, "middel": 1, "ernstig": 0}
    assert {figure.label: figure.count for figure in figures.by_month}["nov"] == 1


def test_a_telephone_in_custody_counts_as_a_measure(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    meldboek.casework.measures.devices.take(NewDevice(cast.stijn, "telefoon", "J. Hartog"))
    figures = meldboek.insights.figures()
    assert figures.measures == 1
    assert {figure.label: figure.count for figure in figures.by_rung}["Toestel in bewaring"] == 1


def test_rungs_that_both_ladders_have_are_told_apart(meldboek: Meldboek) -> None:
    labels = [figure.label for figure in meldboek.insights.figures().by_rung]
    assert len(labels) == len(set(labels))
    assert "Schorsing (medewerker)" in labels


def test_a_case_belongs_to_the_school_year_in_which_it_was_opened(
    meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    report(meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    report(meldboek, cast, CaseSeverity.LIGHT)
    assert meldboek.insights.years() == ("2027-2028", "2026-2027")
    assert meldboek.insights.figures().cases == 1
    assert meldboek.insights.figures("2026-2027").cases == 1


def test_an_administrator_sees_consents_and_no_figures_about_cases(as_administrator: Meldboek) -> None:
    assert as_administrator.insights.consents().total > 0
    assert as_administrator.insights.years() == ("2026-2027",)
    with pytest.raises(Refused) as caught:
        as_administrator.insights.figures()
    assert "directie" in sentence(caught.value)
