"""Dutch words for what the protocol's tables hold as codes."""

from __future__ import annotations

from app.kernel.formats import long_date
from app.kernel.terms import TermKind, TermResult, Unit
from app.kernel.texts import N_, _, ngettext
from app.protocol.rules import Audience, Behaviour, Bound, Nature, Retention
from app.vault.keys.keyring import Role

ROLES = {
    "director": N_("directeur"),
    "board": N_("bestuur"),
    "administrator": N_("administratie"),
    "coordinator": N_("coördinator"),
    "teacher": N_("leerkracht"),
}
BOUND = {
    Bound.PUPIL: N_("leerlingen"),
    Bound.GUARDIAN: N_("ouders"),
    Bound.EMPLOYEE: N_("medewerkers"),
    Bound.LEADERSHIP: N_("schoolleiding"),
}
NATURES = {
    Nature.PEDAGOGIC: N_("opvoedend"),
    Nature.INSTRUCTION: N_("aanwijzing"),
    Nature.ORDER: N_("ordemaatregel"),
    Nature.DISCIPLINARY: N_("disciplinair"),
    Nature.CONTRACT: N_("arbeidsovereenkomst"),
}
AUDIENCES = {
    Audience.PUBLIC: N_("iedereen"),
    Audience.PARENTS: N_("ouders van de school"),
    Audience.CLASS_PARENTS: N_("ouders van de groep"),
    Audience.STAFF: N_("medewerkers"),
    Audience.TRAINING_INSTITUTE: N_("de opleiding"),
    Audience.THIRD_PARTY: N_("een ander bedrijf"),
    Audience.AS_CHANNEL: N_("hangt af van het kanaal"),
}
POLICIES = {"ONE": N_("ja van één ouder"), "ALL": N_("ja van alle ouders met gezag")}
SEVERITIES = {"light": N_("licht"), "medium": N_("middel"), "serious": N_("ernstig")}
ANCHORS = {
    "leave_date": N_("de uitschrijving"),
    "case_closed": N_("het sluiten van de zaak"),
    "proceedings_ended": N_("het einde van alle procedures"),
    "handled": N_("de afhandeling"),
    "school_year_end": N_("het einde van het schooljaar"),
    "end_date": N_("het einde van het dienstverband"),
    "letter_date": N_("de datum van de brief"),
    "decision_date": N_("de datum van het besluit"),
    "recording": N_("de opname"),
    "answered": N_("het antwoord"),
    "destroyed": N_("de vernietiging"),
    "withdrawn": N_("het terugdraaien van de import"),
}
BEHAVIOURS = {
    Behaviour.PROPOSE: N_("na deze termijn, als u het bevestigt"),
    Behaviour.AUTO: N_("na deze termijn, met een regel in het logboek"),
    Behaviour.NEVER_AUTO: N_("alleen als twee personen bevestigen"),
    Behaviour.REMIND: N_("Meldboek herinnert u eraan"),
    Behaviour.INFO: N_("niet in dit programma"),
}
KINDS = {
    TermKind.MAX_DURATION: N_("Langer mag niet. Een weekend of feestdag maakt de termijn niet langer."),
    TermKind.OWN_DEADLINE: N_("De school moet iets doen. Richt u op de streefdag; de laatste dag is de grens."),
    TermKind.OTHER_PARTY_DEADLINE: N_("Een ander mag nog iets doen. Wacht tot en met de laatste dag."),
    TermKind.INFO: N_("Alleen om te weten."),
}


def how_long(retention: Retention) -> str:
    """``2 jaar``, ``1 maand``, ``4 weken``."""
    count, unit = retention.span.count, retention.span.unit
    if unit is Unit.WEEKS:
        return ngettext("{n} week", "{n} weken", count)
    if count % 12 == 0:
        return ngettext("{n} jaar", "{n} jaar", count // 12)
    return ngettext("{n} maand", "{n} maanden", count)


def why(result: TermResult) -> tuple[str, ...]:
    """Sentences that explain a computed term."""
    told = [_(KINDS[result.kind])]
    if result.extended_from is not None:
        told.append(
            _("De termijn eindigt op {day}. Dat is een weekend of feestdag, dus hij loopt door.").format(
                day=long_date(result.extended_from)
            )
        )
    told.append(_("Bron: {source}.").format(source=result.source))
    return tuple(told)


SEES = {
    Role.DIRECTOR: N_("alles"),
    Role.BOARD: N_("alles"),
    Role.COORDINATOR: N_("leerlingen, toestemmingen en de zaken die zijn toegewezen"),
    Role.ADMINISTRATOR: N_("leerlingen, toestemmingen en de printbak; geen zaken"),
}
