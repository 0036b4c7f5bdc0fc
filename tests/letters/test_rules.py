"""Addressees, parts, references and what blocks a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from app.kernel.findings import Severity, blocks
from app.kernel.names import PersonName, Title
from app.letters import rules
from app.letters.rules import Addressee, Delivery
from app.letters.templates import rules as template_rules
from app.letters.templates.rules import AddresseeKind, SignedBy, Template
from app.people.rules import Address, Authority, GuardianLine, RelationKind

CHILD = PersonName("Teun", "", "Mulder")
BEECH = Address("Beukenstraat", "31", "7521 CD", "Enschede")
ELM = Address("Esmarkelaan", "2", "7534jj", "Enschede")
TO = Addressee(("De heer R. Mulder", "Beukenstraat 31", "7521 CD  ENSCHEDE"), "Geachte heer Mulder,", (2,))
TEMPLATE = Template("warning", "Waarschuwing", "Over", AddresseeKind.GUARDIANS, ("feiten", "besluit"), "")


def guardian(number: int, home: Address = BEECH, **changes: Any) -> GuardianLine:
    line = GuardianLine(
        id=number,
        relation_id=number,
        name=PersonName("Rob", "de", "Wit", "R."),
        relation=RelationKind.PARENT,
        authority=Authority.YES,
        authority_since=None,
        authority_source="",
        email="",
        phone="",
        address=home,
        title=Title.MR,
    )
    return replace(line, **changes)


def test_parents_at_one_address_get_one_letter() -> None:
    (one,) = rules.to_guardians(CHILD, [guardian(1), guardian(2)], Address())
    assert one.lines == ("Aan de ouder(s)/verzorger(s) van Teun Mulder", "Beukenstraat 31", "7521 CD  ENSCHEDE")
    assert one.salutation == "Geachte ouder(s)/verzorger(s) van Teun,"
    assert one.person_ids == (1, 2)


def test_parents_apart_get_one_letter_each() -> None:
    first, second = rules.to_guardians(CHILD, [guardian(1), guardian(2, ELM, title=Title.MRS)], Address())
    assert first.lines == ("De heer R. de Wit", "Beukenstraat 31", "7521 CD  ENSCHEDE")
    assert first.salutation == "Geachte heer De Wit,"
    assert second.salutation == "Geachte mevrouw De Wit,"
    assert second.lines[-1] == "7534 JJ  ENSCHEDE"


def test_a_parent_without_authority_gets_no_letter_and_an_assumed_one_does() -> None:
    found = rules.to_guardians(
        CHILD, [guardian(1, authority=Authority.NO), guardian(2, authority=Authority.ASSUMED)], Address()
    )
    assert [one.person_ids for one in found] == [(2,)]


def test_an_unknown_address_is_taken_to_be_the_childs() -> None:
    (one,) = rules.to_guardians(CHILD, [guardian(1, Address())], BEECH)
    assert one.lines[1:] == ("Beukenstraat 31", "7521 CD  ENSCHEDE")


def test_without_any_address_each_parent_has_a_letter_to_hand_over() -> None:
    first, second = rules.to_guardians(CHILD, [guardian(1, Address()), guardian(2, Address())], Address())
    assert (first.has_address, first.lines) == (False, ("De heer R. de Wit",))
    assert second.person_ids == (2,)


def test_an_institution_with_authority_has_a_letter_of_its_own() -> None:
    institution = guardian(
        3, relation=RelationKind.GUARDIAN_INSTITUTION, name=PersonName("", "", "Jeugdbescherming Oost")
    )
    assert len(rules.to_guardians(CHILD, [guardian(1), institution], Address())) == 2


def test_without_postcode_the_street_tells_who_live_together() -> None:
    one, other = Address("Kade", "1", "", "Enschede"), Address("Gracht", "1", "", "Enschede")
    assert len(rules.to_guardians(CHILD, [guardian(1, one), guardian(2, other), guardian(3, one)], Address())) == 2


def test_an_office_has_its_place_after_two_spaces() -> None:
    office = rules.to_office(("Inspectie van het Onderwijs", "Postbus 2730", "3500 GS UTRECHT"))
    assert office.lines[-1] == "3500 GS  UTRECHT"
    assert office.salutation == "Geachte heer/mevrouw,"
    assert not rules.to_office(("Burgemeester en wethouders", "Leerplicht")).has_address


def test_each_parent_reads_that_the_other_gets_the_letter_too() -> None:
    assert rules.twin_note([]) == ""
    assert rules.twin_note([TO]) == "Een brief met dezelfde inhoud gaat vandaag naar de heer R. Mulder."
    assert rules.names_in_text("Jeugdbescherming") == "Jeugdbescherming"


def test_the_marks_of_parts_are_not_printed() -> None:
    body = "Vooraf\n\n[feiten]\nHet gebeurde.\r\nToen.\n\nEn verder.\n[besluit]\n\nEen **waarschuwing**."
    assert template_rules.printed(body) == ("Vooraf", "Het gebeurde.\nToen.", "En verder.", "Een **waarschuwing**.")
    assert template_rules.parts_of("a\n[x]\nb\n\n[x]\nc") == {"": "a", "x": "b\n\nc"}


@pytest.mark.parametrize(
    ("body", "delivery", "to", "codes"),
    [
        ("[feiten]\nja\n[besluit]\nja", Delivery.TRAY, TO, []),
        ("[feiten]\nja", Delivery.TRAY, TO, ["letters.part_missing"]),
        ("[feiten]\n\n[besluit]\nja", Delivery.TRAY, TO, ["letters.part_missing"]),
        ("[feiten]\n‹vul in: dag› x\n[besluit]\nja", Delivery.MYSELF, TO, ["letters.unfilled"]),
        ("[feiten]\nja\n[besluit]\nja", Delivery.TRAY, Addressee((), "", (), True), ["letters.no_addressee"]),
        ("[feiten]\nja\n[besluit]\nja", Delivery.TRAY, Addressee(("A",), "", (), False), ["letters.no_address"]),
    ],
)
def test_a_letter_that_misses_something_cannot_be_final(
    body: str, delivery: Delivery, to: Addressee, codes: list[str]
) -> None:
    assert [finding.code for finding in blocks(rules.check(TEMPLATE, to, body, delivery))] == codes


def test_what_a_letter_lacks_is_named_before_it_is_made() -> None:
    assert rules.lacking(TEMPLATE, "[feiten]\nja\n[besluit]\nja") == ()
    assert rules.lacking(TEMPLATE, "[feiten]\nop ‹vul in: dag›\n[besluit]\n") == ("dag", "besluit")


def test_a_missing_address_only_is_told_when_the_letter_is_handed_over() -> None:
    to = Addressee(("A",), "", (), False)
    (found,) = rules.check(TEMPLATE, to, "[feiten]\nja\n[besluit]\nja", Delivery.MYSELF)
    assert (found.code, found.severity) == ("letters.no_address", Severity.INFO)


def test_a_letter_is_dated_in_amsterdam_and_shows_what_is_still_open() -> None:
    assert rules.day_of(datetime(2026, 11, 15, 23, 30, tzinfo=UTC)) == "16 november 2026"
    assert rules.blank("eerste dag") == "‹vul in: eerste dag›"


def test_references_count_within_a_case_or_a_year() -> None:
    assert rules.reference_of("2026-2027/SM-012", 1) == "2026-2027/SM-012/BR-01"
    assert rules.reference_of("2026-2027", 7) == "2026-2027/BR-007"


def test_letters_to_employees_are_printed_by_the_director() -> None:
    assert rules.proposed_delivery(AddresseeKind.EMPLOYEE, is_sensitive=False) is Delivery.MYSELF
    assert rules.proposed_delivery(AddresseeKind.GUARDIANS, is_sensitive=False) is Delivery.TRAY


def test_whatever_is_sent_in_a_sensitive_case_is_printed_by_the_director() -> None:
    assert rules.proposed_delivery(AddresseeKind.GUARDIANS, is_sensitive=True) is Delivery.MYSELF


def test_a_template_without_its_frame_or_with_other_parts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"x\.md"):
        template_rules.parse_template("geen kop", "x.md")
    text = "---\ncode: x\nname: X\nsubject: X\naddressee: employee\nretention: case\nparts: a, b\n---\n[a]\nx\n"
    with pytest.raises(ValueError, match="parts"):
        template_rules.parse_template(text, "x.md")
    made = template_rules.parse_template(text.replace("a, b", "a\nsignatory: board\nregistered: yes"), "x.md")
    assert (made.signed_by, made.is_registered, made.is_confidential) == (SignedBy.BOARD, True, True)


def test_the_place_of_an_office_stands_in_capitals_after_two_spaces() -> None:
    office = rules.to_office(["Stichting De Waaier", "Postbus 99\n7500 AA Enschede"])
    assert office.lines == ("Stichting De Waaier", "Postbus 99", "7500 AA  ENSCHEDE")
    assert rules.to_office(["3500GS  UTRECHT"]).lines == ("3500 GS  UTRECHT",)


def test_who_asks_for_access_outside_a_case_has_references_of_that_year() -> None:
    assert rules.series_of_requests("2026-2027") == "2026-2027/INZ"


@pytest.mark.parametrize(
    ("addressee", "retention", "confidential", "closed", "filed"),
    [
        (AddresseeKind.GUARDIANS, "pupil_dossier", True, False, True),
        (AddresseeKind.OFFICE, "pupil_decision", False, False, False),
        (AddresseeKind.OFFICE, "case_4a", True, True, False),
    ],
)
def test_who_may_open_a_letter_and_where_it_is_filed_follow_from_its_template(
    addressee: AddresseeKind, retention: str, confidential: bool, closed: bool, filed: bool
) -> None:
    made = replace(TEMPLATE, addressee=addressee, retention=retention)
    assert (made.is_confidential, made.is_closed, made.is_filed) == (confidential, closed, filed)
    assert replace(TEMPLATE, code="removal").is_decision
    assert not TEMPLATE.is_decision
