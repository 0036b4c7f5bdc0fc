"""Sentences of the next step of a case, and of what is open in it."""

from __future__ import annotations

from app.kernel.texts import N_

STEPS: dict[str, str] = {
    "cases.step.closed.title": N_("De zaak is afgesloten"),
    "cases.step.closed": N_("Komt er iets nieuws bij, heropen dan de zaak met een reden."),
    "cases.step.triage.title": N_("De melding beoordelen"),
    "cases.step.triage": N_(
        "Een paar korte vragen bepalen wat er nu moet gebeuren: hoort dit bij school, is er haast?"
    ),
    "cases.step.statutory_consult_due.title": N_("Overleggen met de vertrouwensinspecteur"),
    "cases.step.statutory_consult_due": N_(
        "Dit overleg is verplicht en onverwijld. Hoor nog niemand vóór dit gesprek."
    ),
    "cases.step.safety.title": N_("Eerst veiligheid"),
    "cases.step.safety": N_(
        "Is er nu gevaar? Bel 112. Zorg dat het kind niet alleen is en bel de ouders. "
        "Leg daarna in een regel vast wat u deed."
    ),
    "cases.step.safety_4a.title": N_("Eerst veiligheid"),
    "cases.step.safety_4a": N_(
        "Is er nu gevaar? Bel 112. Zorg dat het kind niet alleen is. Leg daarna in een regel vast wat u deed. "
        "Bel de ouders na het overleg met de vertrouwensinspecteur, of eerder als het kind hen nu nodig heeft."
    ),
    "cases.step.ask_first.title": N_("Eerst weten of het om iets seksueels gaat"),
    "cases.step.ask_first": N_(
        "Vraag het de vertrouwensinspecteur en zoek het niet zelf uit. Hoor nog niemand. "
        "Weet u het, beoordeel de melding dan opnieuw."
    ),
    "cases.step.find_imagery.title": N_("Eerst weten of er seksueel beeld is"),
    "cases.step.find_imagery": N_(
        "Vraag het aan wie het zag, en bekijk of bewaar het beeld niet. Weet u het, beoordeel de melding dan opnieuw."
    ),
    "cases.step.give.title": N_("{rung}: het besluit geven aan {name}"),
    "cases.step.give": N_("Het besluit is genomen. Maak de brief, geef het besluit en leg vast wanneer en hoe."),
    "cases.step.imagery.title": N_("De politie (zeden) bellen"),
    "cases.step.imagery": N_(
        "Bel 0900-8844 vóór u kinderen spreekt. Bekijk en bewaar niets, laat toestellen uit en wis niet. "
        "Leg vast wat de politie zei, of waarom u niet belt."
    ),
    "cases.step.after_suspicion.title": N_("Beslissen over een maatregel, en over hulp"),
    "cases.step.after_suspicion": N_(
        "De politie onderzoekt de feiten: hoor niemand zonder overleg met haar. Beslis nu of de persoon op school "
        "kan blijven, en wie er voor de kinderen is."
    ),
    "cases.step.leaders": N_("Dit doet de directie of het bestuur. U kunt wel iets toevoegen aan het verloop."),
    "cases.step.chain.title": N_("{title}"),
    "cases.step.chain": N_("{text}"),
    "cases.step.protocol_call_due.title": N_("De vertrouwensinspecteur bellen"),
    "cases.step.protocol_call_due": N_("Het protocol vraagt om deze melding per telefoon, vandaag nog."),
    "cases.step.hear.small_group.title": N_("Het gesprek met {name} voeren"),
    "cases.step.hear.small_group": N_(
        "Beide kanten horen vóór een maatregel. Klein groepje, dus gesprek met deze leerlingen."
    ),
    "cases.step.hear.class.title": N_("Het gesprek met {name} voeren"),
    "cases.step.hear.class": N_("Beide kanten horen vóór een maatregel. Daarna komt het in de groep aan de orde."),
    "cases.step.hear.several_classes.title": N_("Het gesprek met {name} voeren"),
    "cases.step.hear.several_classes": N_(
        "Beide kanten horen vóór een maatregel. Het speelt in meer groepen: denk ook aan hulp van buiten."
    ),
    "cases.step.hear.adult.title": N_("Het gesprek met {name} voeren"),
    "cases.step.hear.adult": N_("Beide kanten horen vóór een maatregel. Vraag wat er is gebeurd en wat nu nodig is."),
    "cases.step.parents.title": N_("De ouders van {name} inlichten"),
    "cases.step.parents": N_("Vertel de ouders wat er is gebeurd en wat de school doet, of schrijf op waarom niet."),
    "cases.step.to_approach.title": N_("De aanpak kiezen"),
    "cases.step.to_approach": N_("Beide kanten zijn gehoord. Kies nu de aanpak die bij de omvang past."),
    "cases.step.approach.small_group.title": N_("Het gesprek met de leerlingen voeren"),
    "cases.step.approach.small_group": N_("Klein groepje: ga in gesprek met deze leerlingen en leg de afspraken vast."),
    "cases.step.approach.class.title": N_("Het in de groep bespreken"),
    "cases.step.approach.class": N_("Het speelt bij meer leerlingen: bespreek het in de groep en leg dat vast."),
    "cases.step.approach.several_classes.title": N_("Hulp van buiten vragen"),
    "cases.step.approach.several_classes": N_(
        "Het speelt in meer groepen: nodig iemand van buiten uit voor een informatiebijeenkomst."
    ),
    "cases.step.approach.adult.title": N_("Afspraken maken"),
    "cases.step.approach.adult": N_(
        "Bespreek met wie het deed wat moet stoppen en wat weg moet van internet, en leg de afspraken vast."
    ),
    "cases.step.to_measures.title": N_("Beslissen over een maatregel"),
    "cases.step.to_measures": N_("De aanpak is vastgelegd. Beslis of er een maatregel nodig is."),
    "cases.step.measures.title": N_("Een maatregel kiezen, of niet"),
    "cases.step.measures": N_("Kies een maatregel van de ladder, of leg vast waarom er geen nodig is."),
    "cases.step.measures_4a.title": N_("Een maatregel kiezen, of niet"),
    "cases.step.measures_4a": N_(
        "Kan de persoon nu op school zijn? Hoor alleen over de maatregel en niet over de feiten, "
        "na overleg met de politie."
    ),
    "cases.step.held.title": N_("Wachten met horen"),
    "cases.step.held": N_(
        "{name} vroeg om te wachten. Onderzoek en hoor nu niet zelf, en overleg wat u de ouders vertelt. "
        "Wat er intussen gebeurt, schrijft u op."
    ),
    "cases.step.plan_hearing.title": N_("{rung}: het gesprek (horen) plannen"),
    "cases.step.plan_hearing": N_(
        "Het voornemen voor {name} is verstuurd, maar er staat nog geen dag voor het horen. "
        "Plan dat gesprek; besluiten kan pas daarna."
    ),
    "cases.step.plan_hearing_4a.title": N_("{rung}: het gesprek (horen) plannen"),
    "cases.step.plan_hearing_4a": N_(
        "Plan het gesprek over de maatregel voor {name} na overleg met de politie. Praat niet over de feiten."
    ),
    "cases.step.to_aftercare.title": N_("Naar de nazorg"),
    "cases.step.to_aftercare": N_("Het besluit is vastgelegd. Vraag nu hoe het gaat met wie het overkwam."),
    "cases.step.aftercare.title": N_("{task}"),
    "cases.step.aftercare": N_("Vraag hoe het nu gaat, en leg kort vast wat er is gezegd."),
    "cases.step.to_evaluation.title": N_("Naar de evaluatie"),
    "cases.step.to_evaluation": N_("De nazorg is gedaan. Kijk terug op de aanpak."),
    "cases.step.wait_for_evaluation.title": N_("Evalueren op {day}"),
    "cases.step.wait_for_evaluation": N_("Tot die dag is er niets nodig. Er mag altijd iets bij."),
    "cases.step.close.title": N_("Evalueren en afsluiten"),
    "cases.step.close": N_("Vraag de betrokkenen of het is gestopt, en leg de uitkomst per persoon vast."),
    "cases.item.triage": N_("Melding beoordelen"),
    "cases.item.statutory_consult_due": N_("Overleg met de vertrouwensinspecteur"),
    "cases.item.protocol_call_due": N_("Vertrouwensinspecteur bellen"),
    "cases.item.chain": N_("{title}"),
    "cases.item.parents": N_("Ouders van {name} inlichten"),
    "cases.item.parents_later": N_("Ouders van {name} inlichten, na het overleg"),
    "cases.item.police": N_("Politie: melding, aangifte of bewust niet"),
    "cases.item.task": N_("{task}"),
    "cases.item.evaluation": N_("Evaluatie"),
}
