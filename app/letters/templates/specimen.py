"""Invented facts to show a template with, and the names of the blanks that it may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.cases.file_lines import Counsel
from app.kernel.formats import long_date, long_weekday_date
from app.kernel.names import PersonName, Title, parents_address_name, parents_salutation
from app.kernel.texts import N_, _, speaking
from app.letters.contents import chain, facts
from app.letters.contents.grammar import period
from app.letters.families.family_sheet import ChildColumn, FamilySheet, SheetRow, SheetWriter
from app.letters.families.family_text import as_it_is
from app.letters.families.form_choices import APART, signatures
from app.letters.paper.layout import Paper, Printable
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee, address_lines, to_office, to_person
from app.letters.templates.catalogue import CONSENT_LETTERS, shipped
from app.letters.templates.filling import blanks_in, filled
from app.letters.templates.rules import AddresseeKind, Template, printed
from app.letters.texts import AUDIENCES
from app.people.rules import Address
from app.protocol.rules import Audience
from app.school.rules import NewProfile

_CHILD = PersonName("Noor", "de", "Graaf")
_READER = PersonName("Anna", "de", "Graaf", initials="A.")
_HOME = Address("Lindelaan", "12", "7512 KL", "Enschede")
_PLAIN = frozenset({"newsletter_text"})  # goes to nobody by name
_SHEETS = frozenset({"consent_round", "consent_reminder", "consent_overview"})
_FAMILY = _PLAIN | _SHEETS
_MEASURES = {"contact_limit": N_("beperking van het contact")}
_NOBODY = NewProfile(name="", board_name="")


def known_blanks(template: Template) -> frozenset[str]:
    """The names that are filled in when a letter is written from this template."""
    school = frozenset(facts.of_school(_NOBODY))
    own = blanks_in(_original(template).body) | blanks_in(_original(template).subject)
    if template.code in _FAMILY:
        return school | own
    person = frozenset(facts.of_person(_CHILD, None))
    if template.code in CONSENT_LETTERS:
        return school | person | own
    return school | person | own | frozenset(facts.open_blanks()) | {"articles", "rules", "responsibility"}


def values_for(template: Template, profile: NewProfile) -> dict[str, object]:
    """An invented pupil, event and measure for every blank of this template."""
    with speaking(template.language):
        measure = {"measure_name": _(_MEASURES.get(template.code, N_("schorsing")))}
        return {**facts.open_blanks(), **facts.of_school(profile), **_invented(), **measure}


@dataclass(frozen=True)
class FamilySpecimen:
    """What this template would make for an invented family, as the papers of a round are drawn."""

    head: Letterhead
    at: datetime
    sheet: FamilySheet

    @speaking("nl")
    def draw(self) -> bytes:
        """The PDF."""
        writer = SheetWriter(self.head.name, self.head.line, self.sheet.subject, self.at)
        writer.add(self.sheet)
        return writer.finish()


def specimen_of(template: Template, profile: NewProfile, head: Letterhead, at: datetime) -> Printable | FamilySpecimen:
    """The letter that this template would make."""
    with speaking(template.language):
        values = values_for(template, profile)
        if template.code in _SHEETS:
            return FamilySpecimen(head, at, _sheet(template, values))
        is_loose, is_form = template.code in _PLAIN, template.code in _PLAIN | {"consent_form"}
        marks = (_("AANGETEKEND") if template.is_registered else "",
                 _("PERSOONLIJK EN VERTROUWELIJK") if template.is_confidential and not is_form else "")  # fmt: skip
        paper = Paper(
            addressee=_reader(template, values),
            date=long_date(at.date()),
            reference="" if is_loose else _("voorbeeld"),
            subject=filled(template.subject, values),
            body=printed(filled(template.body, values)),
            closing=template.closing or _("Met vriendelijke groet,"),
            signer=_("Naam van de ondertekenaar"),
            signer_title=_("functie"),
            marks=tuple(mark for mark in marks if mark),
            enclosures=template.enclosures,
            copies=template.copies,
            language=template.language,
            is_draft=True,
            is_form=is_form,
            head=head,
        )
    return Printable(at, paper)


def _reader(template: Template, values: Mapping[str, object]) -> Addressee:
    """Somebody who could get this letter."""
    if template.code in _PLAIN:
        return Addressee((), "")
    if template.addressee is AddresseeKind.OFFICE:
        return to_office([filled(line, values) for line in template.office])
    if template.addressee is AddresseeKind.GUARDIANS:
        return Addressee((parents_address_name(_CHILD), *address_lines(_HOME)), parents_salutation("Noor"))
    return to_person(_READER, Title.MRS, _HOME, 0)


def _original(template: Template) -> Template:
    return shipped(template.code, template.language)


def _invented() -> Mapping[str, object]:
    talk = date(2026, 11, 12)
    told = _("Op dinsdag 10 november maakte Noor in de gymles een filmpje van een klasgenoot, zonder dat die het wist.")
    return {
        "first_name": "Noor",
        "first_names": "Noor",
        "full_name": "Noor de Graaf",
        "children": _("{name} (groep {group})").format(name="Noor de Graaf", group="5A"),
        "group": "5A",
        "birth_date": long_date(date(2017, 6, 21)),
        "articles": _("onderdeel {codes}").format(codes="A1"),
        "rules": _("Wij vragen toestemming voordat wij een foto of film van iemand maken of delen."),
        "responsibility": _("Iedereen is zelf verantwoordelijk voor wat hij of zij plaatst."),
        "facts": told,
        "nameless_facts": told.replace("Noor", _("de leerling")),
        "reasons": _("Het is de eerste keer."),
        "nameless_reasons": _("Het is de eerste keer."),
        "heard": _("Voordat wij beslisten, hebben wij op {day} met u gesproken.").format(
            day=long_date(date(2026, 11, 12))
        ),
        "told": _("Het was bedoeld als grap."),
        "present": _("u"),
        "talk_on": long_weekday_date(talk),
        **chain.moments(None, Counsel(), "0900-1113111"),
        **_invented_request(),
        **_invented_measure(),
    }


def _invented_request() -> Mapping[str, object]:
    return {
        "received_on": long_date(date(2026, 11, 2)),
        "request": _("inzage"),
        "decision": _("Wij wijzen uw verzoek toe."),
        "data_overview": _("Hier staat welke gegevens het zijn, waarvoor, van wie, en hoe lang wij ze bewaren."),
        "withheld": _("Verder hebben wij niets weggelaten."),
    }


def _invented_measure() -> Mapping[str, object]:
    first, last = date(2026, 11, 17), date(2026, 11, 19)
    return {
        "first_day": long_weekday_date(first),
        "last_day": long_weekday_date(last),
        "period": period(first, last),
        "school_days": _("3 schooldagen"),
        "over_one_day": True,
        "inside": False,
        "is_heard": True,
        "conditional_until": "",
        "is_decided": False,
        "own": False,
        "decided_on": long_date(date(2026, 11, 16)),
        "from_day": long_date(date(2026, 11, 16)),
        "removed_by": long_date(date(2026, 11, 23)),
        "asked_on": long_date(date(2026, 11, 2)),
        "close": "",
        "purposes": _("- Instagram van de school"),
        "choices": "\n".join(f"| {label} | {seen}{APART if apart else ''}" for label, seen, apart in _asked()),
        "signatures": signatures(["Anna de Graaf"]),
        "numbers": "2026-104",
        "how_long": _("Uw antwoord geldt tot u het verandert. Elk schooljaar vragen wij of het nog klopt."),
    }


def _asked() -> tuple[SheetRow, ...]:
    everyone, parents = _(AUDIENCES[Audience.PUBLIC]), _(AUDIENCES[Audience.PARENTS])
    website, app = _("Openbare website van de school"), _("Ouderapp van de groep")
    return SheetRow(website, everyone, True), SheetRow(app, parents)


def _sheet(template: Template, values: Mapping[str, object]) -> FamilySheet:
    told = _("{name} (groep {group})").format(name="Noor de Graaf", group="5A")
    text = as_it_is(template, values).put("Noor", told, "2026-104")
    is_form, is_overview = template.code == "consent_round", template.code == "consent_overview"
    child = ChildColumn("Noor", "2026-104" if is_form else "", (_("ja"), _("nee")) if is_overview else ())
    signed = (_("Met vriendelijke groet,"), _("Naam van de ondertekenaar"), _("functie"))
    return FamilySheet(
        text.subject,
        text.before,
        _asked() if is_form or is_overview else (),
        (child,) if is_form or is_overview else (),
        text.after,
        signers=("Anna de Graaf", "") if is_form else (),
        closing=() if is_form or is_overview else signed,
        number="" if is_overview else "2026-104",
        footer=_("voorbeeld"),
    )
