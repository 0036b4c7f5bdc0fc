"""Sentences of dossiers."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossiers.rules import Doubt
from app.kernel.texts import N_, _

TEXTS: dict[str, str] = {
    "dossiers.no_access": N_("U hebt geen toegang tot dossiers."),
    "dossiers.not_saved": N_("Het dossier kan niet worden bewaard als {file}. Kies een andere map."),
    "dossiers.no_control": N_("Dit is geen controlegetal. Het staat onder aan elke bladzijde, zoals 9b41 07de."),
    "dossiers.password_short": N_("Dit wachtwoord is te kort. Gebruik ten minste twaalf tekens."),
    "dossiers.no_dossier": N_("Een ouder heeft geen eigen dossier. Kies de leerling."),
    "dossiers.only_leadership": N_("Alleen de directeur of het bestuur kan dit dossier maken."),
}


def doubts_told(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """What was done with each word that may be a name, and where somebody can decide otherwise."""
    stays = N_("twijfelachtig woord: {text}, niet vervangen. Het staat nog in het dossier.")
    gone = N_("twijfelachtig woord: {text}, vervangen door: {shown}.")
    told = [_(stays if one.shown == one.text else gone).format(text=one.text, shown=one.shown) for one in doubts]
    way = _("Kijk het dossier na voordat u het geeft. In Meldboek kiest u bij Dossiers: Laten staan of Afschermen.")
    return (*told, way) if told else ()
