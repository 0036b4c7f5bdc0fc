"""What is written to somebody who asked about the own data: that the request was received, or the answer to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.access_requests.lines import RequestCard, Withheld
from app.access_requests.rules import Capacity, Decision, Ground, Kind
from app.access_requests.texts import GROUNDS, KINDS
from app.kernel.formats import long_date
from app.kernel.texts import N_, _
from app.letters.templates.filling import filled
from app.letters.templates.rules import Template, parts_of, printed
from app.people.rules import Authority
from app.school.rules import NewProfile

DECIDED = {
    Decision.GRANTED: N_("Wij wijzen uw verzoek toe."),
    Decision.PARTLY: N_("Wij wijzen uw verzoek deels toe."),
    Decision.REFUSED: N_("Wij wijzen uw verzoek af."),
}
# AVG artikel 15 lid 1: what every answer to a request to see the own data tells beside the copy
_PURPOSES = N_(
    "Waarvoor: om het protocol sociale media uit te voeren en de school veilig te houden (algemeen belang en "
    "gerechtvaardigd belang, AVG artikel 6 lid 1 onder e en f), om te doen wat de wet vraagt (AVG artikel 6 lid 1 "
    "onder c), en om toestemming voor beeld en geluid bij te houden (AVG artikel 6 lid 1 onder a)."
)
_OF_PUPIL = N_(
    "Welke gegevens: naam, groep, geboortedatum, leerlingnummer, de ouders met hun adres en gezag, zaken en "
    "gesprekken, maatregelen, brieven, bijlagen, en de toestemmingen met de publicaties die daarbij horen."
)
_OF_EMPLOYEE = N_(
    "Welke gegevens: naam, functie, zaken en gesprekken, maatregelen, brieven, bijlagen, en de toestemmingen met de "
    "publicaties die daarbij horen."
)
_SOURCES = N_(
    "Hoe wij eraan komen: van de inschrijving of het dienstverband, van uzelf, en van wie bij ons "
    "iets meldde of vertelde."
)
_RECEIVERS = N_(
    "Wie ze ziet: de directie, het bestuur en de medewerkers die met een zaak werken. Waar de wet of de veiligheid dat "
    "vraagt ook de Inspectie van het Onderwijs of de politie, en op verzoek een volgende school. De gegevens gaan niet "
    "naar landen buiten de Europese Unie."
)
_AUTOMATIC = N_("Besluiten: een computer neemt geen besluiten over u of uw kind.")


def receipt(card: RequestCard, profile: NewProfile) -> tuple[str, ...]:
    """That the request was received and by when there is an answer; nothing was decided yet."""
    body = [_asked(card), _("Wij hebben uw verzoek ontvangen en behandelen het. U hoeft nu niets te doen.")]
    if _is_unsure(card):
        body.append(_("U vraagt dit als ouder of voogd met gezag. Wij gaan nog na of u het gezag hebt."))
    if card.extended_on is not None:
        told = _("Wij hebben meer tijd nodig: {reason} U krijgt ons antwoord uiterlijk op {day}.")
        body.append(told.format(reason=_sentence(card.extension_reason), day=long_date(card.clocks.last_day)))
    else:
        told = _("Wij antwoorden zo snel als dat kan, en uiterlijk op {day}.")
        body.append(told.format(day=long_date(card.clocks.last_day)))
    return (*body, *_questions(profile))


def answer(
    card: RequestCard, template: Template, known: Mapping[str, object], *, of_pupil: bool, terms: Sequence[str]
) -> tuple[str, ...]:
    """The school's own template, with the parts that this decision needs (AVG 15(1) for who gets to see the data)."""
    values = {
        **_asked_for(card, known),
        "full_name": _("uzelf") if card.capacity is Capacity.SELF else card.person,
        "decision": " ".join(_decided(card)),
        "data_overview": "\n\n".join(_overview(of_pupil=of_pupil, terms=terms)),
        "withheld": _withheld(card),
    }
    without = _unneeded(card)
    parts = (text for name, text in parts_of(template.body).items() if name not in without)
    return tuple(paragraph for part in parts for paragraph in printed(filled(part, values)))


def gives_copy(card: RequestCard) -> bool:
    """Whether the requester gets to see the data, all or a part of it."""
    return card.kind is Kind.ACCESS and card.decision in {Decision.GRANTED, Decision.PARTLY}


def _unneeded(card: RequestCard) -> frozenset[str]:
    """The parts of the template that this answer has no use for."""
    found = set() if gives_copy(card) else {"overzicht", "kopie"}
    if card.kind is not Kind.ACCESS:
        found.add("uw rechten")
        if card.decision is Decision.GRANTED and not card.withheld:
            found.add("niet eens")
    if not gives_copy(card) and not card.withheld:
        found.add("niet gegeven")
    return frozenset(found)


def _withheld(card: RequestCard) -> str:
    if not card.withheld:
        return _("Verder hebben wij niets weggelaten.")
    is_access = card.kind is Kind.ACCESS
    return _listed(
        _("Wat wij niet geven, en waarom:") if is_access else _("Wat wij niet doen, en waarom:"), card.withheld
    )


def subject(card: RequestCard, template: Template, known: Mapping[str, object]) -> str:
    """The subject of the letter: that of the template, or that the request was received."""
    if card.decision is None:
        return _("Ontvangst van uw verzoek: {kind}").format(kind=_(KINDS[card.kind]))
    return filled(template.subject, _asked_for(card, known))


def _asked_for(card: RequestCard, known: Mapping[str, object]) -> dict[str, object]:
    received = long_date(card.received_on)
    return {**known, "full_name": card.person, "request": _(KINDS[card.kind]), "received_on": received}


def _asked(card: RequestCard) -> str:
    day, kind = long_date(card.received_on), _(KINDS[card.kind])
    if card.capacity is Capacity.SELF:
        return _("Op {day} vroeg u ons om: {kind}. Het gaat om uw eigen gegevens.").format(day=day, kind=kind)
    words = _("Op {day} vroeg u ons om: {kind}. Het gaat om de gegevens die wij bewaren over {name}.")
    return words.format(day=day, kind=kind, name=card.person)


def _decided(card: RequestCard) -> Iterator[str]:
    if card.identity.strip() and card.decision is not Decision.REFUSED:
        may_ask = _("Wij hebben vastgesteld dat u hierom mag vragen.")
        yield _("Wij hebben vastgesteld wie u bent.") if _is_unsure(card) else may_ask
    if card.decision is not None:
        yield _(DECIDED[card.decision])
    if card.reason.strip():
        yield _sentence(card.reason)


def _is_unsure(card: RequestCard) -> bool:
    """Whether somebody says to have the authority, which nobody confirmed."""
    return card.capacity is Capacity.REPRESENTATIVE and card.authority is not Authority.YES


def _overview(*, of_pupil: bool, terms: Sequence[str]) -> Iterator[str]:
    kept = "\n".join([_("Hoe lang wij ze bewaren:"), *(f"- {term}" for term in terms)])
    yield "\n".join([_("Overzicht van de gegevens"), _(_PURPOSES)])
    yield _(_OF_PUPIL if of_pupil else _OF_EMPLOYEE)
    yield from (_(_SOURCES), _(_RECEIVERS), kept, _(_AUTOMATIC))


def _listed(head: str, parts: Iterable[Withheld]) -> str:
    return "\n".join([head, *(f"- {_part(part)}" for part in parts)])


def _part(part: Withheld) -> str:
    """What is not given, with its ground; a ground that says the same is not said twice."""
    ground = _(GROUNDS[Ground(part.ground)])
    words = f"{part.what}: {ground}" if part.what and part.what.casefold() not in ground.casefold() else ground
    return " ".join(one for one in (_sentence(words), _sentence(part.why)) if one)


def _questions(profile: NewProfile) -> tuple[str, ...]:
    officer = ", ".join(part for part in (profile.dpo_name, profile.dpo_email) if part)
    words = _("Hebt u vragen, stel ze aan onze functionaris gegevensbescherming: {officer}.")
    return (words.format(officer=officer),) if officer else ()


def _sentence(text: str) -> str:
    shown = text.strip()
    return shown if not shown or shown[-1] in ".!?" else f"{shown}."
