"""A letter is checked and read, drawn elsewhere, and frozen only when it is still the same; a warning asks a reason."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Severity
from tests.letters.conftest import Office
from tests.letters.test_screens import opened, sheet, texts
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.letters.lists import DRAFTS

WHY = "De ouders van Stijn vinden het goed dat zijn naam erin staat."


@pytest.fixture
def draft(office: Office) -> int:
    return office.letters.draft_for_measure(office.measure())[0]


@pytest.fixture
def naming(office: Office, draft: int) -> int:
    """A draft that names another pupil."""
    office.letters.change(draft, office.letters.letter(draft).body + "\n\nStijn was erbij.")
    return draft


def test_what_is_drawn_is_what_is_frozen(office: Office, draft: int) -> None:
    ready = office.letters.prepare(draft, to_tray=True)
    assert not office.letters.letter(draft).is_final
    pdf = ready.draw()
    office.letters.freeze(ready, pdf)
    card = office.letters.letter(draft)
    assert (card.reference, office.letters.preview(draft)) == (ready.paper.reference, pdf)
    assert office.tray.pdf(office.tray.waiting()[0].id) == pdf


def test_a_letter_that_changed_while_it_was_drawn_is_not_frozen(office: Office, draft: int) -> None:
    ready = office.letters.prepare(draft)
    office.letters.change(draft, office.letters.letter(draft).body + "\n\nNog een zin.")
    with pytest.raises(Refused, match=r"letters\.changed_meanwhile"):
        office.letters.freeze(ready, ready.draw())
    assert not office.letters.letter(draft).is_final
    assert office.tray.waiting() == ()


def test_a_number_is_given_once(office: Office) -> None:
    first, second = office.letters.draft_for_measure(office.measure())
    one, other = office.letters.prepare(first), office.letters.prepare(second)
    assert one.paper.reference == other.paper.reference
    office.letters.freeze(one, one.draw())
    with pytest.raises(Refused, match=r"letters\.changed_meanwhile"):
        office.letters.freeze(other, other.draw())
    with pytest.raises(Refused, match=r"letters\.is_final"):
        office.letters.prepare(first)
    office.letters.finalise(second)
    assert office.letters.letter(second).reference != one.paper.reference


def test_a_warning_is_passed_with_a_reason_that_stays_with_the_letter(office: Office, naming: int) -> None:
    with pytest.raises(Invalid, match=r"letters\.no_reason"):
        office.letters.finalise(naming, to_tray=False, reason="  ")
    office.letters.finalise(naming, to_tray=False, reason=WHY)
    (passed,) = office.letters.letter(naming).findings
    assert (passed.code, passed.severity, passed.values["reason"]) == ("letters.passed", Severity.INFO, WHY)
    told = [entry.text for entry in office.cases.timeline(office.case_id) if entry.title.startswith("Brief:")]
    assert WHY in told[0]
    assert WHY not in "".join(office.letters.printable(naming).pdf.decode("latin-1"))


def test_a_reason_without_a_warning_is_not_kept_nor_taken_over_by_a_correction(office: Office, naming: int) -> None:
    (other,) = [line.id for line in office.letters.drafts() if line.id != naming]
    office.letters.finalise(other, to_tray=False, reason="nergens voor nodig")
    assert office.letters.letter(other).findings == ()
    office.letters.finalise(naming, to_tray=False, reason=WHY)
    corrected = office.letters.correct(naming)
    with pytest.raises(Invalid, match=r"letters\.no_reason"):
        office.letters.finalise(corrected, to_tray=False)


def test_the_sheet_shows_the_warning_and_asks_why(office: Office, naming: int, desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    page.open(naming)
    page.finalise()
    assert "Naam van een ander" in texts(sheet(desk))
    sheet(desk).submit()
    assert "Schrijf op waarom" in texts(sheet(desk))
    sheet(desk).form.set_values({"reason": WHY})
    sheet(desk).submit()
    assert not desk.dialogs.current
    assert office.letters.letter(naming).is_final
    page.open(naming)
    assert [card.finding.code for card in page.preview.findChildren(FindingCard)][-1] == "letters.passed"


def test_without_a_warning_no_reason_is_asked(office: Office, draft: int, desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    page.open_first(DRAFTS)
    page.finalise()
    assert "reason" not in sheet(desk).form.rows
