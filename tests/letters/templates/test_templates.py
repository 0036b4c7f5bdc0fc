"""The shipped templates against the checklist of rules_nl 12.2."""

from __future__ import annotations

import re

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from app.letters.templates.catalogue import templates
from app.letters.templates.filling import filled
from app.letters.templates.rules import BLANK, Template, parts_of
from app.protocol.service import load_protocol

# rules_nl 12.2: what each letter must say, in the words of its own parts
CHECKLIST = {
    "pupil_warning": ("feiten", "regel", "besluit", "bij herhaling", "uw reactie"),
    "pupil_suspension": ("redenen", "periode", "werk", "terugkeer", "gehoord", "inspectie", "bezwaar"),
    "inspectorate_notice": ("school", "leerling", "periode", "redenen"),
    "removal_intent": ("redenen", "gesprek", "andere school"),
    "removal": ("besluit", "redenen", "belang van de leerling", "gehoord", "andere school", "datum", "bezwaar"),
    "municipality_notice": ("besluit", "leerling", "andere school"),
    "employee_warning": ("feiten", "regel", "verwachting", "dossier", "uw reactie"),
    "reprimand_intent": ("plichtsverzuim", "voornemen", "zienswijze", "raadsman"),
    "reprimand": ("besluit", "zienswijze", "afweging", "beroep"),
    "employee_suspension": ("belang", "gehoord", "periode", "salaris", "afspraken", "beroep"),
    "device_receipt": ("toestel", "bewaren", "teruggeven", "handtekening"),
    "invitation": ("doel", "plaats en tijd", "meenemen", "verslag"),
    "hearing_report": ("gesprek", "waarover", "wat is gezegd", "uw reactie"),
    "objection_decision": ("gehoord", "overwegingen", "beslissing", "wat u kunt doen"),
    "summary_dismissal": ("besluit", "dringende reden", "onderzoek", "gehoord", "bezorging", "wat u kunt doen"),
    "withdrawal_confirmation": ("wat", "vanaf wanneer", "wat wij weghalen", "wat niet kan"),
    "consent_form": ("keuze", "wie het ziet", "hoe lang", "intrekken", "vrije keuze", "vragen", "ondertekening"),
}
REGISTERED = {"reprimand_intent", "reprimand", "employee_suspension", "removal", "removal_intent", "summary_dismissal"}


def every() -> list[Template]:
    return list(templates().values())


@pytest.mark.parametrize("code", CHECKLIST)
def test_a_letter_declares_what_it_must_contain(code: str) -> None:
    assert set(CHECKLIST[code]) <= set(templates()[code].parts)


@pytest.mark.parametrize("template", every(), ids=lambda template: template.code)
def test_every_part_of_a_template_has_text_and_speaks_formally(template: Template) -> None:
    parts = parts_of(template.body)
    assert all(parts[part] for part in template.parts)
    assert not re.search(r"\b(je|jij|jou|jouw)\b", template.body)
    assert "!" not in template.body


def test_letters_that_the_law_wants_registered_are() -> None:
    assert {code for code, template in templates().items() if template.is_registered} >= REGISTERED


def test_the_removal_letter_carries_the_objection_clause() -> None:
    body = templates()["removal"].body
    assert "binnen zes weken na de dagtekening van deze brief schriftelijk bezwaar" in body
    assert "Geschillencommissie passend onderwijs (www.onderwijsgeschillen.nl)" in body


def test_every_letter_that_a_rung_names_exists() -> None:
    named = {code for ladder in load_protocol().ladders for rung in ladder.rungs for code in rung.letters}
    assert named - set(templates()) == set()


def test_a_summary_dismissal_says_that_it_is_never_written_alone() -> None:
    template = templates()["summary_dismissal"]
    assert template.needs_jurist
    assert "alleen met een jurist" in template.name
    assert [code for code, each in templates().items() if each.needs_jurist] == ["summary_dismissal"]


def test_an_unknown_blank_is_refused_and_data_is_never_a_template() -> None:
    with pytest.raises(UndefinedError):
        filled("{{ unknown }}", {})
    with pytest.raises(SecurityError):
        filled("{{ name.__class__.__mro__ }}", {"name": ""})
    assert filled("{{ facts }}", {"facts": "{{ 7 * 7 }} <b>"}) == "{{ 7 * 7 }} <b>"


def test_empty_values_leave_no_holes() -> None:
    assert filled("a  {{ x }} b\n\n\n\n{{ x }}\n\nc ", {"x": ""}) == "a b\n\nc"
    assert BLANK not in filled("x", {})
