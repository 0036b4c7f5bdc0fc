"""The purposes of the shipped catalogue, so that an English form has English words for them."""

from __future__ import annotations

from app.kernel.texts import N_

PURPOSES = (
    N_("Schoolgids en folder (gedrukt en pdf)"),
    N_("Ouderapp van de groep"),
    N_("Besloten deel van de website of ouderportaal"),
    N_("Nieuwsbrief"),
    N_("Openbare website van de school"),
    N_("Sociale media van de school: Facebook"),
    N_("Sociale media van de school: Instagram"),
    N_("Sociale media van de school: YouTube"),
    N_("Sociale media van de school: LinkedIn"),
    N_("Sociale media van de school: X"),
    N_("Sociale media van de school: TikTok"),
    N_("Schoolfotograaf (portret en groepsfoto, gedeeld in de groep)"),
    N_("Krant, pers en lokale omroep"),
    N_("Musical, afscheidsfilm of livestream"),
    N_("Voornaam bij de foto"),
    N_("Beeldcoaching en scholing van het team"),
    N_("Opnames door een stagiair voor de opleiding"),
    N_("Onderzoek door anderen"),
)
