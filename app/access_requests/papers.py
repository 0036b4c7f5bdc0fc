"""Papers for requester and data protection officer: the answer, the record of processing, what is kept and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from app.access_requests import answering
from app.access_requests.lines import RequestCard
from app.consents.purposes.lines import AskedOf, PurposeLine
from app.kernel.formats import long_date, postcode
from app.kernel.terms import Unit
from app.kernel.texts import N_, _, ngettext, speaking
from app.letters.paper.layout import Paper, render
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee
from app.letters.templates.rules import Template
from app.letters.texts import AUDIENCES
from app.pdf import frame, parts
from app.pdf.frame import Meta
from app.pdf.styles import BODY
from app.pdf.text import paragraph
from app.people.rules import PersonKind
from app.protocol.rules import Protocol, Retention
from app.school.rules import NewProfile, Signatory

_ASKED_OF = {
    AskedOf.PUPILS: N_("leerlingen"),
    AskedOf.EMPLOYEES: N_("medewerkers"),
    AskedOf.BOTH: N_("leerlingen en medewerkers"),
}
_SINCE = {
    "leave_date": N_("na de dag van uitschrijving"),
    "end_date": N_("na het einde van het dienstverband"),
    "case_closed": N_("na de dag waarop de zaak is afgesloten"),
    "school_year_end": N_("na het einde van het schooljaar"),
    "letter_date": N_("na de brief"),
    "decision_date": N_("na het besluit"),
    "answered": N_("na het antwoord"),
}
_KEPT_OF_PUPIL = ("pupil_dossier", "pupil_decision", "case", "device_receipt", "consent_evidence", "gdpr_request")
_KEPT_OF_EMPLOYEE = (
    "personnel_dossier", "employee_warning", "employee_reprimand", "case", "consent_evidence", "gdpr_request",
)  # fmt: skip
_PURPOSES = (
    (N_("Uitvoering van het protocol sociale media"), N_("algemeen belang en gerechtvaardigd belang (AVG 6 e en f)")),
    (N_("Toestemming voor beeld en geluid"), N_("toestemming (AVG 6 a)")),
    (N_("Veiligheid; overleg, melding en aangifte"), N_("wettelijke plicht (WPO 4a, 4c en 40c; AVG 6 c)")),
)
_PEOPLE = (
    (N_("Leerlingen"), N_("naam, groep, geboortedatum, leerlingnummer, zaken, maatregelen, brieven, toestemmingen")),
    (N_("Ouders en verzorgers"), N_("naam, adres, telefoon, e-mail, gezag, brieven, antwoorden")),
    (N_("Medewerkers"), N_("naam, functie, zaken, maatregelen, brieven, toestemmingen")),
    (N_("Anderen in een zaak"), N_("naam en rol, voor zover nodig")),
)
_RECEIVERS = (
    N_("de leerling, de ouders en de medewerker om wie het gaat"),
    N_("het bevoegd gezag en de Inspectie van het Onderwijs, waar de wet dat vraagt"),
    N_("vertrouwensinspecteur en politie, waar de wet of de veiligheid dat vraagt"),
    N_("een volgende school, op verzoek en versleuteld"),
)
_SECURITY = (
    N_("alles staat versleuteld op de computer van de school; het programma gebruikt geen netwerk"),
    N_("elke gebruiker heeft een eigen wachtzin; zaken staan in een aparte lade"),
    N_("een logboek dat niet ongemerkt te veranderen is houdt bij wie wat bekeek en wijzigde"),
    N_("reservekopieën zijn versleuteld"),
)


@dataclass(frozen=True)
class To:
    """To whom a letter goes, and from whom it comes."""

    addressee: Addressee
    head: Letterhead
    signatory: Signatory


@dataclass(frozen=True)
class Wording:
    """How the school words an answer, and what fills the blanks that are the same in every letter."""

    template: Template
    known: Mapping[str, object]


@speaking("nl")
def answer(card: RequestCard, wording: Wording, to: To, profile: NewProfile, protocol: Protocol, at: datetime) -> bytes:
    """The answer to a request as the school words it; before there is a decision only that it was received."""
    of_pupil, template = card.subject is PersonKind.PUPIL, wording.template
    keys = _KEPT_OF_PUPIL if of_pupil else _KEPT_OF_EMPLOYEE
    terms = [
        f"{one.label}: {_term(one)} {_(_SINCE.get(one.anchor, ''))}".rstrip()
        for one in _terms(protocol, at)
        if one.code in keys
    ]
    if card.decision is None:
        body = answering.receipt(card, profile)
    else:
        body = answering.answer(card, template, wording.known, of_pupil=of_pupil, terms=terms)
    return render(
        Paper(
            addressee=to.addressee,
            date=long_date(at.date()),
            reference=f"AVG-{card.id}",
            subject=answering.subject(card, template, wording.known),
            body=body,
            closing=template.closing or _("Met vriendelijke groet,"),
            signer=to.signatory.name,
            signer_title=to.signatory.job_title,
            marks=(_("PERSOONLIJK EN VERTROUWELIJK"),),
            enclosures=template.enclosures if answering.gives_copy(card) else (),
            copies=template.copies if card.decision else (),
            head=to.head,
        ),
        at,
    )


@speaking("nl")
def processing_record(profile: NewProfile, protocol: Protocol, purposes: Sequence[PurposeLine], at: datetime) -> bytes:
    """What the register of processing says about this program (AVG 30), from the real settings."""
    board = ", ".join(part for part in (profile.board_name, profile.board_address) if part)
    school = ", ".join(part for part in (profile.street, postcode(profile.postcode), profile.city) if part)
    officer = ", ".join(part for part in (profile.dpo_name, profile.dpo_email) if part)
    facts = [
        (_("Verantwoordelijke"), board or profile.name),
        (_("School"), ", ".join(part for part in (profile.name, profile.brin, school) if part)),
        (_("FG"), officer or _("niet ingevuld: zie Beheer, School")),
        (_("Systeem"), _("Meldboek, op de computer van de school")),
        (_("Vastgesteld op"), long_date(at.date())),
    ]
    story: list[Flowable] = [*parts.title(_("Verwerkingsregister"), _("Meldboek")), *parts.facts(facts), Spacer(0, 4)]
    story += _table(_("Doelen en grondslagen"), (_("Doel"), _("Grondslag")), _said(_PURPOSES))
    heads = (_("Doel"), _("Van wie"), _("Wie kan het zien"))
    story += _table(_("Doelen waarvoor toestemming wordt gevraagd"), heads, _asked(purposes), (46, 24, 30))
    story += _table(_("Van wie, en wat"), (_("Wie"), _("Gegevens")), _said(_PEOPLE))
    for head, lines in ((_("Ontvangers"), _RECEIVERS), (_("Beveiliging"), _SECURITY)):
        story += [*parts.heading(head), *(one for line in lines for one in paragraph(f"– {_(line)}", BODY))]
    rows = [(one.label, _term(one), one.source) for one in _terms(protocol, at)]
    story += _table(_("Bewaartermijnen"), (_("Wat"), _("Hoe lang"), _("Bron")), rows, (50, 22, 28))
    return _built(story, profile.name, _("Verwerkingsregister"), at)


@speaking("nl")
def kept_overview(profile: NewProfile, protocol: Protocol, counts: Sequence[tuple[str, int]], at: datetime) -> bytes:
    """What is kept, how much of it and until when; nobody is named."""
    story: list[Flowable] = [
        *parts.title(_("Wat bewaren wij"), _("Aantallen op {day}").format(day=long_date(at.date())))
    ]
    story += _table(_("Hoeveel"), (_("Wat"), _("Aantal")), [(label, str(count)) for label, count in counts], (75, 25))
    rows = [(one.label, _term(one), one.note or one.source) for one in _terms(protocol, at)]
    story += _table(_("Tot wanneer"), (_("Wat"), _("Hoe lang"), _("Toelichting")), rows, (50, 22, 28))
    return _built(story, profile.name, _("Wat bewaren wij"), at)


def _built(story: list[Flowable], school: str, kind: str, at: datetime) -> bytes:
    words = _("blz. {page} van {pages}")
    look = frame.report_look(
        school, kind, _("{kind} · {day}").format(kind=kind, day=long_date(at.date())),
        lambda page, pages: words.format(page=page, pages=pages),
    )  # fmt: skip
    return frame.build(story, Meta(title=kind, author=school, at=at), look)


def _table(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = (45, 55)
) -> list[Flowable]:
    return [*parts.heading(title), *parts.table(heads, rows, widths), Spacer(0, 6)] if rows else []


def _said(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(_(one), _(other)) for one, other in rows]


def _asked(purposes: Sequence[PurposeLine]) -> list[tuple[str, str, str]]:
    return [(one.label, _(_ASKED_OF[one.asked_of]), _seen(one)) for one in purposes]


def _seen(one: PurposeLine) -> str:
    return ", ".join(part for part in (one.channel, _(AUDIENCES[one.audience])) if part)


def _terms(protocol: Protocol, at: datetime) -> list[Retention]:
    today = at.date()
    standing = [one for one in protocol.retention if one.valid_from <= today]
    return [one for one in standing if one.valid_to is None or today <= one.valid_to]


def _kept(one: Retention) -> str:
    since = _(_SINCE[one.anchor]) if one.anchor in _SINCE else ""
    return f"{one.label}: {_term(one)} {since}".rstrip()


def _term(one: Retention) -> str:
    count, unit = one.span.count, one.span.unit
    if unit is Unit.MONTHS and count and count % 12 == 0:
        return _("{n} jaar").format(n=count // 12)
    if unit is Unit.MONTHS:
        return ngettext("{n} maand", "{n} maanden", count)
    if unit is Unit.WEEKS:
        return ngettext("{n} week", "{n} weken", count)
    return ngettext("{n} dag", "{n} dagen", count) if unit is Unit.DAYS else _("zolang nodig")
