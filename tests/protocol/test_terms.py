"""Every key of the term table, and every vector computed by hand in the domain report."""

from datetime import date

import pytest

from app.kernel.errors import Invalid, Refused
from app.kernel.terms import Sector, TermKind
from app.protocol.service import load_protocol
from app.protocol.terms import term
from app.sentences import sentence

PROTOCOL = load_protocol()
MAX, OWN, OTHER, INFO = TermKind.MAX_DURATION, TermKind.OWN_DEADLINE, TermKind.OTHER_PARTY_DEADLINE, TermKind.INFO


def day(text: str) -> date:
    number, month, year = text.split("-")
    return date(int(year), int(month), int(number))


VECTORS = [
    ("removal.objection", "12-03-2026", "23-04-2026", None, None),
    ("removal.objection", "23-02-2026", "07-04-2026", None, "06-04-2026"),
    ("removal.objection", "16-03-2026", "28-04-2026", None, "27-04-2026"),
    ("removal.objection", "13-11-2026", "28-12-2026", None, "25-12-2026"),
    ("removal.objection_decision.private", "01-04-2026", "29-04-2026", None, None),
    ("removal.objection_decision.public", "23-04-2026", "21-05-2026", None, None),
    ("gpo.opinion", "10-04-2026", "19-06-2026", None, None),
    ("employee.defence", "12-03-2026", "02-04-2026", None, None),
    ("employee.appeal", "10-04-2026", "22-05-2026", None, None),
    ("pupil.suspension.max", "16-03-2026", "22-03-2026", None, None),
    ("employee.suspension.max", "16-03-2026", "12-04-2026", None, None),
    ("gdpr.answer", "31-01-2026", "02-03-2026", "27-02-2026", "28-02-2026"),
    ("gdpr.answer.extended", "31-01-2026", "30-04-2026", None, None),
    ("gdpr.answer", "12-03-2026", "13-04-2026", "09-04-2026", "12-04-2026"),
    ("consent.age12", "29-02-2016", "29-02-2028", "30-01-2028", None),
    ("consent.age16", "29-02-2016", "29-02-2032", "30-01-2032", None),
    ("pupil.suspension.inspectorate_over", "16-03-2026", "17-03-2026", "16-03-2026", None),
    ("pupil.suspension.inspectorate_over", "02-04-2026", "07-04-2026", "02-04-2026", None),
    ("removal.notify_municipality", "12-03-2026", "12-03-2026", None, None),
    ("gpo.file", "12-03-2026", "23-04-2026", None, None),
    ("gpo.opinion", "16-03-2026", "26-05-2026", None, "25-05-2026"),
    ("employee.defence", "13-03-2026", "07-04-2026", None, "03-04-2026"),
    ("employee.warning_reply", "12-03-2026", "26-03-2026", None, None),
    ("employee.summary_dismissal", "13-11-2026", "17-11-2026", None, None),
    ("employee.court", "31-12-2025", "02-03-2026", None, "28-02-2026"),
    ("gdpr.court", "12-03-2026", "23-04-2026", None, None),
    ("complaint.board_reaction", "30-03-2026", "28-04-2026", "24-04-2026", "27-04-2026"),
    ("monitor.deliver", "16-11-2026", "01-07-2027", "30-06-2027", None),
    ("consent.withdrawal.takedown", "12-10-2026", "12-11-2026", "19-10-2026", None),
    ("consent.withdrawal.takedown", "13-11-2026", "14-12-2026", "20-11-2026", "13-12-2026"),
    ("device.return", "16-11-2026", "16-11-2026", None, None),
    ("police.report.advice", "13-11-2026", "17-11-2026", None, None),
]
KINDS = {
    "pupil.suspension.max": MAX,
    "pupil.suspension.inspectorate_over": OWN,
    "removal.notify_municipality": OWN,
    "removal.objection": OTHER,
    "removal.objection_decision.private": OWN,
    "removal.objection_decision.public": OWN,
    "gpo.file": OTHER,
    "gpo.opinion": INFO,
    "employee.defence": OTHER,
    "employee.suspension.max": MAX,
    "employee.appeal": OTHER,
    "employee.summary_dismissal": OWN,
    "employee.court": OTHER,
    "gdpr.answer": OWN,
    "gdpr.court": OTHER,
    "complaint.board_reaction": OWN,
    "monitor.deliver": OWN,
    "consent.age12": INFO,
    "consent.age16": INFO,
    "consent.withdrawal.takedown": OWN,
    "device.return": MAX,
    "police.report.advice": INFO,
}
REFUSED = ["4a.inform_board", "4a.consult", "4a.report", "4a.notify_inspector", "breach.ap", "inspector.hours"]


@pytest.mark.parametrize(("key", "start", "last_day", "target", "extended_from"), VECTORS)
def test_a_term_ends_on_the_day_the_law_says(
    key: str, start: str, last_day: str, target: str | None, extended_from: str | None
) -> None:
    result = term(PROTOCOL, key, day(start))
    assert result.last_day == day(last_day)
    assert result.target == (day(target) if target else None)
    assert result.extended_from == (day(extended_from) if extended_from else None)
    assert result.start == day(start)
    assert result.key == key


@pytest.mark.parametrize(("key", "kind"), KINDS.items())
def test_every_key_has_its_kind_and_source(key: str, kind: TermKind) -> None:
    result = term(PROTOCOL, key, date(2026, 11, 16))
    assert result.kind is kind
    assert result.source
    if kind is MAX:
        assert result.extended_from is None
    assert result.target is None or result.target < result.last_day


@pytest.mark.parametrize("key", [*REFUSED, "retention.*", "retention.pupil_dossier"])
def test_a_key_in_hours_or_that_is_no_term_is_refused_in_words(key: str) -> None:
    with pytest.raises(Refused) as caught:
        term(PROTOCOL, key, date(2026, 11, 16))
    assert "{" not in sentence(caught.value)


def test_an_unknown_key_is_told() -> None:
    with pytest.raises(Invalid) as caught:
        term(PROTOCOL, "pupil.suspension", date(2026, 11, 16))
    assert "pupil.suspension" in sentence(caught.value)


def test_the_sector_chooses_the_objection_decision_and_the_source() -> None:
    received = date(2026, 4, 1)
    assert term(PROTOCOL, "removal.objection_decision", received).key == "removal.objection_decision.private"
    public = term(PROTOCOL, "removal.objection_decision", received, Sector.PUBLIC)
    assert public.key == "removal.objection_decision.public"
    assert term(PROTOCOL, "removal.objection", received, Sector.PUBLIC).source.startswith("Awb")
    assert term(PROTOCOL, "removal.objection", received).source.startswith("WPO")


def test_what_extends_by_law_is_never_longer_than_the_law_allows() -> None:
    for row in PROTOCOL.terms:
        if row.extends:
            longest = {"days": 90, "weeks": 12, "months": 3}[row.span.unit]
            assert row.span.count <= longest, row.key
