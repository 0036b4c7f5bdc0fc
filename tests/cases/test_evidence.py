"""Evidence in a case: untouched, masked, and out of sight with the flag."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.cases.evidence import files, pictures
from app.cases.evidence.pictures import Box
from app.cases.inputs import NewEvidence
from app.cases.lines import EvidenceLine
from app.cases.rules import CaseSeverity, NewTriage
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.vault.drawers.database import Drawer
from tests.cases import samples

PNG = samples.picture()
BOXES = (Box(0, 0, 0.5, 0.5),)


def line_of(cases: Cases, case_id: int, entry: int) -> EvidenceLine:
    found = next(each.evidence for each in cases.timeline(case_id) if each.id == entry)
    assert found is not None
    return found


@pytest.fixture
def entry(cases: Cases, case_id: int) -> int:
    return cases.files.attach(case_id, NewEvidence(PNG, "scherm.png", "schermafdruk van de appgroep"))


def test_evidence_is_kept_untouched_with_its_hash(cases: Cases, case_id: int, entry: int, clock: FixedClock) -> None:
    line = line_of(cases, case_id, entry)
    file = cases.files.load(case_id, entry)
    assert (file.data, file.sha256) == (PNG, line.sha256)
    assert line.filed_at == clock.now()
    assert cases.timeline(case_id)[0].title == "Bewijs: schermafdruk van de appgroep"


def test_looking_at_evidence_leaves_a_line_in_the_log(cases: Cases, case_id: int, entry: int, casework: Drawer) -> None:
    cases.files.load(case_id, entry)
    cases.files.note_export(case_id, entry, original=False)
    assert [line.action for line in casework.log(2)] == ["evidence.exported", "evidence.viewed"]


def test_the_words_in_a_paper_and_its_source_are_found(cases: Cases, case_id: int) -> None:
    new = NewEvidence(samples.pdf(), "verslag.pdf", "verslag", source="wijkagent", words="Verslag over de steiger")
    cases.files.attach(case_id, new)
    (hit,) = cases.search("steiger")
    assert (hit.kind, hit.found) == ("evidence", "verslag")
    assert "steiger" in hit.snippet


def test_it_cannot_have_been_made_tomorrow(cases: Cases, case_id: int, clock: FixedClock) -> None:
    with pytest.raises(Invalid):
        cases.files.attach(case_id, NewEvidence(PNG, "x.png", captured_at=clock.now() + timedelta(days=1)))


def test_a_covered_copy_stands_beside_the_original(cases: Cases, case_id: int, entry: int) -> None:
    with pytest.raises(Refused):
        cases.files.load(case_id, entry, masked=True)
    for _ in range(2):
        cases.files.mask(case_id, entry, pictures.masked(PNG, BOXES))
    assert cases.files.load(case_id, entry, masked=True).mime == files.PNG
    assert cases.files.load(case_id, entry).data == PNG
    assert line_of(cases, case_id, entry).masked_by == "E. Terpstra"
    with pytest.raises(Invalid):
        cases.files.mask(case_id, entry, b"")


def test_no_picture_can_be_kept_or_seen_once_the_case_is_about_sexual_imagery(
    cases: Cases, case_id: int, entry: int
) -> None:
    cases.files.mask(case_id, entry, pictures.masked(PNG, BOXES))
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, sexual_imagery=True))
    for data, name in ((PNG, "nog een.png"), (samples.pdf(), "x.pdf"), (samples.mail(), "x.eml")):
        with pytest.raises(Refused) as refused:
            cases.files.attach(case_id, NewEvidence(data, name))
        assert refused.value.code == "cases.sexual_imagery"
    for masked in (False, True):
        with pytest.raises(Refused):
            cases.files.load(case_id, entry, masked=masked)
    with pytest.raises(Refused):
        cases.files.note_export(case_id, entry, original=True)
    text = cases.files.attach(case_id, NewEvidence(b"In woorden beschreven.", "beschrijving.txt"))
    assert cases.files.load(case_id, text).data


def test_a_covered_copy_that_two_lines_share_stays_for_the_other(cases: Cases, case_id: int, entry: int) -> None:
    again = cases.files.attach(case_id, NewEvidence(PNG, "scherm.png"))
    covered = pictures.masked(PNG, BOXES)
    for one in (entry, again):
        cases.files.mask(case_id, one, covered)
    cases.files.mask(case_id, entry, pictures.masked(PNG, (Box(0, 0, 1, 1),)))
    assert cases.files.load(case_id, again, masked=True).data == covered
