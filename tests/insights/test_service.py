"""The figures of a school year on a real store."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole
from app.insights import rules
from app.insights.paper import report_paper, report_workbook
from app.insights.rules import YearFacts
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.measures.facts import Decider, Draft
from app.measures.lines import MeasureFilter, NewDevice, NewMeasure, Wanted
from app.sentences import sentence
from tests.builders import Cast


def report(meldboek: Meldboek, cast: Cast, severity: CaseSeverity = CaseSeverity.MEDIUM) -> int:
    assert meldboek.casework is not None
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn, category="THREAT")
    affected = NewInvolvement(InvolvementRole.AFFECTED, cast.pien, category="THREAT")
    return meldboek.casework.cases.report(NewReport("Bedreiging", involved=(actor, affected), severity=severity))


def counts(meldboek: Meldboek, code: str) -> dict[str, int | None]:
    return {bar.label: bar.count for bar in meldboek.insights.report().part(code).bars}


def propose_warning(meldboek: Meldboek, cast: Cast) -> int:
    assert meldboek.casework is not None
    draft = Draft(
        "pupil.WARNING",
        decider=Decider.DIRECTOR,
        decided_by="E. Terpstra",
        facts="Een bewerkte foto.",
        reasons="Nodig.",
    )
    return meldboek.casework.measures.propose(NewMeasure(report(meldboek, cast), cast.stijn, draft))


def decided_warning(meldboek: Meldboek, cast: Cast) -> int:
    assert meldboek.casework is not None
    measure_id = propose_warning(meldboek, cast)
    meldboek.casework.measures.decide(measure_id, "Er is al met de leerling gesproken.")
    return measure_id


def test_a_new_school_has_zeros_everywhere(meldboek: Meldboek) -> None:
    found = meldboek.insights.report()
    totals = found.totals
    assert (totals.cases, totals.measures, totals.calls, totals.police, totals.takedowns) == (0, 0, 0, 0, 0)
    assert (found.school_year, found.year_before) == ("2026-2027", "2025-2026")
    assert found.part("category").is_empty
    assert meldboek.insights.years() == ("2026-2027",)


def test_a_case_counts_once_per_category_however_many_persons(meldboek: Meldboek, cast: Cast) -> None:
    report(meldboek, cast)
    totals = meldboek.insights.report().totals
    assert totals.cases == totals.open_cases == 1
    assert counts(meldboek, "category")["Bedreiging"] == 1
    assert counts(meldboek, "severity") == {"licht": 0, "middel": 1, "ernstig": 0}
    assert counts(meldboek, "month")["nov"] == 1
    assert counts(meldboek, "platform")["geen platform"] == 1


def test_a_case_counts_in_the_years_of_its_pupils(meldboek: Meldboek, cast: Cast) -> None:
    report(meldboek, cast)
    group = meldboek.people.pupil(cast.stijn).group
    assert counts(meldboek, "year_group")[f"groep {group[0]}"] == 1


def test_a_telephone_in_custody_is_counted_beside_the_measures(meldboek: Meldboek, cast: Cast) -> None:
    assert meldboek.casework is not None
    meldboek.casework.measures.devices.take(NewDevice(cast.stijn, "telefoon", "J. Hartog"))
    assert meldboek.insights.report().totals.measures == 0
    assert counts(meldboek, "object") == {"toestel in bewaring": 1, "bericht te verwijderen": 0}


def test_the_figures_count_the_measures_that_the_list_counts(meldboek: Meldboek, cast: Cast) -> None:
    """A proposal and a decision that was withdrawn are in the list of all, and count as no measure that was taken."""
    assert meldboek.casework is not None
    measures = meldboek.casework.measures
    made = [decided_warning(meldboek, cast) for _number in range(3)]
    measures.withdraw(made[0], "Het was iemand anders.")
    propose_warning(meldboek, cast)
    listed = measures.overview(MeasureFilter(Wanted.DECIDED))
    counted = meldboek.insights.report()
    assert (len(measures.overview()), measures.counted()[Wanted.DECIDED]) == (4, 2)
    assert (len(listed), counted.totals.measures) == (2, 2)
    assert sum(bar.count or 0 for bar in counted.part("rung").bars) == 2


def test_rungs_that_both_ladders_have_are_told_apart(meldboek: Meldboek) -> None:
    labels = [bar.label for bar in meldboek.insights.report().part("rung").bars]
    assert len(labels) == len(set(labels))
    assert "Schorsing (medewerker)" in labels


def test_a_case_belongs_to_the_school_year_in_which_it_was_opened(
    meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    report(meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    report(meldboek, cast, CaseSeverity.LIGHT)
    assert meldboek.insights.years() == ("2027-2028", "2026-2027")
    found = meldboek.insights.report()
    assert (found.totals.cases, found.before.cases, found.totals.older_open) == (1, 1, 1)
    assert meldboek.insights.report("2026-2027").totals.cases == 1


def test_what_is_open_adds_up_to_the_list_of_open_cases(meldboek: Meldboek, cast: Cast, clock: FixedClock) -> None:
    assert meldboek.casework is not None
    report(meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    report(meldboek, cast)
    totals = meldboek.insights.report().totals
    assert (totals.open_cases or 0) + (totals.older_open or 0) == meldboek.casework.cases.count_open() == 2


def test_the_report_on_paper_and_in_a_workbook_tells_no_small_number(meldboek: Meldboek, cast: Cast) -> None:
    for _number in range(3):
        report(meldboek, cast)
    found = meldboek.insights.report(public=True)
    assert found.totals.cases is None
    book = load_workbook(BytesIO(report_workbook(found)))
    values = [cell.value for page in book for row in page.iter_rows(min_row=2, min_col=2) for cell in row]
    assert not [value for value in values if isinstance(value, int) and 0 < value < 5]
    assert len(book.sheetnames) == len(set(book.sheetnames)) == 13
    pdf = PdfReader(BytesIO(report_paper(found, "De Wilgenhof", meldboek.clock.now())))
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "Jaarverslag sociale media 2026-2027" in text
    assert not any(name in text for name in ("Stijn", "Pien"))


def test_a_table_in_which_all_is_too_small_is_one_sentence_on_paper(meldboek: Meldboek) -> None:
    few = ("voluntary", "protocol_d3")
    labels = {"call": dict.fromkeys(("voluntary", "protocol_d3"), "Vrijwillig")}
    found = rules.report(YearFacts("2026-2027", calls=few), YearFacts("2025-2026", calls=few), labels, public=True)
    pdf = PdfReader(BytesIO(report_paper(found, "De Wilgenhof", meldboek.clock.now())))
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "In beide jaren zijn deze aantallen te klein om te noemen." in text
    assert "Vrijwillig" not in text


def test_an_administrator_sees_consents_and_no_figures_about_cases(as_administrator: Meldboek) -> None:
    assert as_administrator.insights.consents().total > 0
    assert as_administrator.insights.years() == ("2026-2027",)
    with pytest.raises(Refused) as caught:
        as_administrator.insights.report()
    assert "directie" in sentence(caught.value)
