"""Reports that come often: a first line, what to ask, and what it is about; the user changes what does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from app.cases.rules import CaseSeverity, InvolvementRole, Place
from app.kernel.texts import N_


@dataclass(frozen=True)
class ReportTemplate:
    """``title`` and ``questions`` in words; ``category`` is that of the part of whoever did it."""

    code: str
    name: str
    title: str
    questions: str
    category: str
    severity: CaseSeverity = CaseSeverity.LIGHT
    place: Place | None = Place.PRIVATE
    platform: str = ""
    role: InvolvementRole = InvolvementRole.ACTOR


TEMPLATES = (
    ReportTemplate(
        "group_chat",
        N_("Groepsapp uit de hand"),
        N_("Groepsapp: vervelende berichten over een klasgenoot"),
        N_("Wie zitten er in de groep?\nWat is er gezegd, en door wie?\nSinds wanneer?\nWat merkt de school ervan?"),
        "CYBERBULLYING",
        CaseSeverity.MEDIUM,
        platform="WhatsApp",
    ),
    ReportTemplate(
        "recording",
        N_("Filmen in de les"),
        N_("Opname gemaakt in de les en doorgestuurd"),
        N_("Wie filmde, en wie staat erop?\nIn welke les?\nNaar wie is het gestuurd?\nStaat het nog ergens?"),
        "LESSON_RECORDING",
        place=Place.LESSON,
    ),
    ReportTemplate(
        "parent_post",
        N_("Ouder plaatst foto"),
        N_("Ouder plaatste een foto van andere kinderen"),
        N_("Welke kinderen staan erop?\nWaar staat de foto, en wie kan die zien?\nWat wil de ouder van het kind?"),
        "PARENT_PUBLICATION",
    ),
    ReportTemplate(
        "fake_account",
        N_("Nepaccount"),
        N_("Nepaccount op naam van een leerling of leerkracht"),
        N_("Hoe heet het account, en waar staat het?\nWat wordt ermee gedaan?\nWeet iemand wie erachter zit?"),
        "IMPERSONATION",
        CaseSeverity.MEDIUM,
    ),
    ReportTemplate(
        "threat",
        N_("Bedreiging"),
        N_("Bedreiging via sociale media"),
        N_("Wat is er letterlijk gezegd?\nTegen wie?\nIs er nu gevaar?\nWeten de ouders het?"),
        "THREAT",
        CaseSeverity.SERIOUS,
    ),
    ReportTemplate(
        "staff_contact",
        N_("Privécontact met een leerling"),
        N_("Medewerker heeft privécontact met een leerling"),
        N_("Wie met wie, en via welk account?\nSinds wanneer?\nWat is er gestuurd?\nWie weet ervan?"),
        "PRIVATE_CONTACT",
        CaseSeverity.MEDIUM,
    ),
    ReportTemplate(
        "observation",
        N_("Alleen een waarneming"),
        N_("Waarneming: "),
        N_("Wat is er gezien of gehoord? Wanneer, en door wie?"),
        "",
        place=None,
        role=InvolvementRole.OTHER,
    ),
)


def template_of(code: str) -> ReportTemplate | None:
    """The template of this code, or None."""
    return next((one for one in TEMPLATES if one.code == code), None)
