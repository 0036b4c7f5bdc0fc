"""What the director reads for each finding: a heading and a sentence that says what to do."""

from __future__ import annotations

from app.kernel.texts import N_

COMMON: dict[str, str] = {
    "measures.wrong_ladder.title": N_("Past niet bij deze persoon"),
    "measures.wrong_ladder": N_("Deze trede hoort bij een andere ladder. Kies een trede van de ladder links."),
    "measures.not_for_parents.title": N_("Niet voor ouders"),
    "measures.not_for_parents": N_(
        "Dit kan niet voor een ouder: {rung}. Kies een trede van de ladder voor ouders, bijvoorbeeld een waarschuwing."
    ),
    "measures.first_day_missing.title": N_("Eerste dag ontbreekt"),
    "measures.first_day_missing": N_("Vul in op welke dag de maatregel begint."),
    "measures.last_day_missing.title": N_("Laatste dag ontbreekt"),
    "measures.last_day_missing": N_("Vul in wat de laatste dag is. Een maatregel zonder einde mag niet."),
    "measures.end_before_start.title": N_("Einde vóór begin"),
    "measures.end_before_start": N_("De laatste dag ligt vóór de eerste dag, {first_day}. Verbeter een van beide."),
    "measures.facts_missing.title": N_("Feiten ontbreken"),
    "measures.facts_missing": N_("Schrijf op wat er is gebeurd, wanneer, en hoe u dat weet."),
    "measures.reasons_missing.title": N_("Redenen ontbreken"),
    "measures.reasons_missing": N_("Schrijf op waarom u deze maatregel neemt, en waarom een lichtere niet genoeg is."),
    "measures.decider_missing.title": N_("Wie besluit?"),
    "measures.decider_missing": N_("Kies wie het besluit neemt en de brief ondertekent."),
    "measures.wrong_decider.title": N_("Iemand anders besluit"),
    "measures.wrong_decider": N_("Over {rung} besluit iemand anders. Kies de directeur of het bestuur."),
    "measures.no_mandate.title": N_("Geen mandaat"),
    "measures.no_mandate": N_(
        "Het bestuur heeft de directeur geen mandaat gegeven voor {rung}. "
        "Laat het bestuur besluiten, of leg het mandaat vast bij Beheer."
    ),
    "measures.signatory_missing.title": N_("Naam ontbreekt"),
    "measures.signatory_missing": N_("Vul in wie het besluit neemt. Zonder naam is het besluit niet geldig."),
    "measures.other_signatory.title": N_("Niet de directeur"),
    "measures.other_signatory": N_(
        "De directeur is hier {director}. {name} mag alleen besluiten als het bestuur dat op papier heeft gezet."
    ),
    "measures.decided_in_future.title": N_("Besluit in de toekomst"),
    "measures.decided_in_future": N_("Een besluit krijgt de datum van vandaag, {today}, of eerder."),
    "measures.decided_after_start.title": N_("Besluit na het begin"),
    "measures.decided_after_start": N_(
        "De maatregel begon al op {first_day}. Beslis vóór het begin, of bij nood op de dag zelf."
    ),
    "measures.overlaps.title": N_("Loopt al"),
    "measures.overlaps": N_("Dezelfde maatregel loopt al van {first_day} tot en met {last_day}. Kies andere dagen."),
    "measures.chain_open.title": N_("Eerst de vertrouwensinspecteur"),
    "measures.chain_open": N_(
        "Het verplichte overleg is nog open. Begin niet zelf met horen of onderzoeken voordat u hebt gebeld."
    ),
    "measures.police_investigates.title": N_("Zelf niet onderzoeken"),
    "measures.police_investigates": N_(
        "Er is een redelijk vermoeden. Hoor alleen over deze maatregel, niet over de feiten, na overleg met de politie."
    ),
    "measures.hear_after_consult.title": N_("Nog niet gehoord"),
    "measures.hear_after_consult": N_("Hoor nog niet. Bel eerst de vertrouwensinspecteur; horen komt daarna."),
    "measures.purpose_not_told.title": N_("Doel niet verteld"),
    "measures.purpose_not_told": N_("{name} wist niet vooraf waar het gesprek over ging. Leg vast wat u hebt verteld."),
    "measures.no_report.title": N_("Verslag ontbreekt"),
    "measures.no_report": N_("Van het gesprek met {name} is nog geen verslag."),
    "measures.assistance_not_told.title": N_("Recht op bijstand"),
    "measures.assistance_not_told": N_("Vertel {name} dat iemand mee mag komen, en leg dat vast."),
    "measures.one_guardian_not_heard.title": N_("{name} is niet gehoord"),
    "measures.one_guardian_not_heard": N_(
        "Deze ouder heeft gezag. De rechter let op zorgvuldigheid; nodig uit of leg vast waarom niet."
    ),
    "measures.guardian_not_heard_reason.title": N_("{name} is niet gehoord"),
    "measures.guardian_not_heard_reason": N_("De reden staat bij het gesprek."),
    "measures.rung_skipped.title": N_("Trede overgeslagen"),
    "measures.rung_skipped": N_("Nog niet eerder: {skipped}. Schrijf op waarom u die stap overslaat."),
    "measures.rung_repeated.title": N_("Niet hoger dan eerder"),
    "measures.rung_repeated": N_("Deze persoon kreeg al eerder: {reached}. Een gelijke of lichtere maatregel mag."),
    "measures.rung_first.title": N_("Ladder"),
    "measures.rung_first": N_("Dit is de eerste trede van het protocol."),
    "measures.rung_next.title": N_("Ladder"),
    "measures.rung_next": N_("Na {reached} is {rung} de volgende trede van het protocol."),
    "measures.rung_closed.title": N_("Deze trede is gesloten"),
    "measures.rung_closed": N_("De school gebruikt deze maatregel niet meer. Kies een andere trede."),
    "measures.signatory_left.title": N_("Ondertekenaar is weg"),
    "measures.signatory_left": N_("{name} werkte hier tot en met {last_day} en kan niet meer besluiten."),
    "measures.person_left.title": N_("Niet meer op school"),
    "measures.person_left": N_(
        "De laatste dag op school is {last_day}; daarna heeft een maatregel geen zin. Verander de dagen."
    ),
    "measures.conditional.title": N_("Voorwaardelijk"),
    "measures.conditional": N_(
        "De maatregel gaat pas in bij een nieuwe overtreding vóór {until}. Zet de voorwaarde in de brief."
    ),
    "measures.conditional_has_days.title": N_("Voorwaardelijk, en toch dagen"),
    "measures.conditional_has_days": N_(
        "Maak de eerste en de laatste dag leeg. Gaat de maatregel later in, maak dan een nieuwe met de dagen."
    ),
    "measures.probation_over.title": N_("Proeftijd is al voorbij"),
    "measures.probation_over": N_("Kies een einde van de proeftijd dat na het besluit ligt."),
    "measures.probation_runs.title": N_("Er loopt een proeftijd"),
    "measures.probation_runs": N_("Voorwaardelijk opgelegd tot {until}: {rung}. U kunt die nu uitvoeren."),
    "measures.order_suspension.title": N_("Volgorde van het protocol"),
    "measures.order_suspension": N_(
        "Het protocol noemt schorsing vóór berisping; in de cao is zij een ordemaatregel die op elk moment kan."
    ),
    "measures.order_summary.title": N_("Volgorde van het protocol"),
    "measures.order_summary": N_(
        "Het protocol zet dit onderaan de ladder; in de wet hoeft er geen lichtere stap aan vooraf te gaan."
    ),
    "measures.order_parents.title": N_("Ladder voor ouders"),
    "measures.order_parents": N_(
        "Het protocol noemt één lijst voor leerlingen en ouders; een ouder kan de school niet schorsen of verwijderen."
    ),
    "measures.hearing_planned.title": N_("Gesprek gepland"),
    "measures.hearing_planned": N_("Met {name} op {on}. Besluit pas na dat gesprek."),
    "measures.heard_in_future.title": N_("Nog niet gehoord"),
    "measures.heard_in_future": N_("Het gesprek met {name} ligt in de toekomst. Leg het vast als gepland."),
    "measures.stayed_away.title": N_("{name} kwam niet"),
    "measures.stayed_away": N_("Er was een uitnodiging, en de reden staat erbij. Weeg of u nog een keer uitnodigt."),
    "measures.letter_follows.title": N_("Schriftelijk besluit"),
    "measures.letter_follows": N_("Geef het besluit met de redenen in een brief."),
    "measures.report_not_shown.title": N_("Verslag nog niet voorgelegd"),
    "measures.report_not_shown": N_("Stuur {name} het verslag voor een reactie, en leg de reactie vast."),
    "measures.remedy_until.title": N_("Niet eens met het besluit"),
    "measures.remedy_until": N_("{where}: tot en met {last_day}, gerekend vanaf vandaag of de dag van het besluit."),
    "measures.remedy_open.title": N_("Niet eens met het besluit"),
    "measures.remedy_open": N_("{where}; daarvoor geldt geen vaste termijn."),
    "measures.propose_kind": N_("Het gaat om: {category}."),
    "measures.propose_first": N_("Er is nog geen eerdere maatregel die telt."),
    "measures.propose_after": N_("De hoogste trede tot nu toe is {reached}."),
    "measures.propose_serious": N_("Niet lichter: de zaak is ernstig, alleen een gesprek is te licht."),
    "measures.propose_light": N_("Niet zwaarder: de zaak is licht."),
    "measures.propose_medium": N_("Niet zwaarder: de zwaarste stap past alleen bij een ernstige zaak."),
    "measures.propose_not_lower": N_("Niet lichter: {rung} is al geprobeerd."),
    "measures.propose_not_higher": N_("Niet zwaarder: {rung} komt pas als deze stap niet helpt."),
}

PUPIL: dict[str, str] = {
    "measures.suspension_too_long.title": N_("Te lang: {days} dagen"),
    "measures.suspension_too_long": N_(
        "Een leerling mag ten hoogste één week worden geschorst. De laatste dag kan zijn: {last_day}."
    ),
    "measures.suspension_length_ok.title": N_("Binnen een week"),
    "measures.suspension_length_ok": N_("Aantal dagen: {days}. De laatste dag kan zijn: {last_day}."),
    "measures.suspended_again.title": N_("Weer geschorst in dezelfde zaak"),
    "measures.suspended_again": N_(
        "De vorige schorsing eindigde op {last_day}. Twee keer na elkaar voor dezelfde feiten rekt de week op. "
        "Schrijf op wat er nieuw is."
    ),
    "measures.tell_inspectorate.title": N_("Inspectie: dezelfde dag melden"),
    "measures.tell_inspectorate": N_(
        "Langer dan één dag: meld de schorsing op {on}, schriftelijk en met redenen. Na {last_day} is het te laat."
    ),
    "measures.internal_counts.title": N_("Op school telt ook"),
    "measures.internal_counts": N_("Een time-out of schorsing binnen de school is een schorsing, met dezelfde regels."),
    "measures.starts_on_free_day.title": N_("Begint op een vrije dag"),
    "measures.starts_on_free_day": N_("{first_day} is geen werkdag, maar telt wel mee voor de week."),
    "measures.letter_before_start.title": N_("Brief aan de ouders"),
    "measures.letter_before_start": N_(
        "Schriftelijk en met redenen, vóór {first_day}. Geef werk mee en plan een gesprek na afloop."
    ),
    "measures.caused_by_parent.title": N_("Om gedrag van een ouder"),
    "measures.caused_by_parent": N_(
        "Een kind draagt niet de schuld van een ouder. Kijk eerst of een toegangsverbod voor de ouder genoeg is."
    ),
    "measures.pupil_not_heard.title": N_("De leerling is niet gehoord"),
    "measures.pupil_not_heard": N_("Laat de leerling de eigen kant vertellen vóór het besluit, en leg dat vast."),
    "measures.pupil_heard_too_late.title": N_("De leerling is te laat gehoord"),
    "measures.pupil_heard_too_late": N_("Het gesprek was na het besluit. Hoor eerst en besluit daarna."),
    "measures.teacher_not_heard.title": N_("De leerkracht is niet gehoord"),
    "measures.teacher_not_heard": N_("Hoor de groepsleerkracht vóór het besluit, en leg de datum vast."),
    "measures.parents_not_heard.title": N_("De ouders zijn niet gehoord"),
    "measures.parents_not_heard": N_("Hoor de ouders vóór het besluit, en leg de datum vast."),
    "measures.no_other_school.title": N_("Nog geen andere school"),
    "measures.no_other_school": N_("Verwijderen kan pas als een andere school de leerling toelaat. Zoek eerst verder."),
    "measures.other_school_not_confirmed.title": N_("Toelating niet bevestigd"),
    "measures.other_school_not_confirmed": N_("Leg vast wanneer {school} heeft bevestigd dat de leerling welkom is."),
    "measures.other_school_ok.title": N_("Andere school gevonden"),
    "measures.other_school_ok": N_("{school} heeft op {on} bevestigd dat de leerling welkom is."),
    "measures.removal_not_announced.title": N_("Voornemen niet verstuurd"),
    "measures.removal_not_announced": N_("Stuur de ouders eerst een brief met het voornemen en een uitnodiging."),
    "measures.objection_clause_missing.title": N_("Bezwaar niet genoemd"),
    "measures.objection_clause_missing": N_("De brief moet zeggen dat ouders binnen zes weken bezwaar kunnen maken."),
    "measures.tell_municipality.title": N_("Gemeente: dezelfde dag melden"),
    "measures.tell_municipality": N_("Laat de leerplichtambtenaar op {on} weten dat de leerling van school gaat."),
    "measures.device_same_day.title": N_("Dezelfde dag terug"),
    "measures.device_same_day": N_("Het toestel gaat aan het einde van de schooldag terug."),
    "measures.device_too_long.title": N_("Te lang in bewaring"),
    "measures.device_too_long": N_("Aantal dagen: {days}. Geef het toestel aan het einde van de schooldag terug."),
    "measures.owner_removes.title": N_("De leerling verwijdert zelf"),
    "measures.owner_removes": N_("Doorzoek of wis geen telefoon. Laat de eigenaar het bericht zelf verwijderen."),
    "measures.warning_to_parents.title": N_("Brief aan de ouders"),
    "measures.warning_to_parents": N_("De waarschuwing gaat schriftelijk naar elke ouder met gezag."),
    "measures.guardian_not_heard.title": N_("De ouder is niet gehoord"),
    "measures.guardian_not_heard": N_("Laat de ouder de eigen kant vertellen vóór het besluit."),
    "measures.guardian_heard_too_late.title": N_("De ouder is te laat gehoord"),
    "measures.guardian_heard_too_late": N_("Het gesprek was na het besluit. Hoor eerst en besluit daarna."),
    "measures.no_notice_needed.title": N_("Eén dag"),
    "measures.no_notice_needed": N_("Een schorsing van één dag hoeft u niet te melden bij de inspectie."),
    "measures.absence_is_authorised.title": N_("Geen verzuim"),
    "measures.absence_is_authorised": N_("De afwezigheid is geoorloofd; melden bij leerplicht hoeft niet."),
    "measures.comes_back.title": N_("Terug op school"),
    "measures.comes_back": N_("De eerste schooldag is {on}. Plan een gesprek voor die ochtend."),
    "measures.inspectorate_optional.title": N_("Inspectie"),
    "measures.inspectorate_optional": N_(
        "De wet vraagt geen melding van een verwijdering; vraag leerplicht of dat wel moet."
    ),
    "measures.stays_enrolled.title": N_("Blijft ingeschreven"),
    "measures.stays_enrolled": N_("De leerling blijft ingeschreven tot de andere school hem of haar inschrijft."),
    "measures.other_school_later.title": N_("Toelating na het besluit"),
    "measures.other_school_later": N_("De andere school bevestigt pas op {on}. Besluit niet eerder."),
    "measures.removal_announced_lately.title": N_("Kort na het voornemen"),
    "measures.removal_announced_lately": N_(
        "Er zijn {days} dagen tussen voornemen en besluit. Geef de ouders ten minste {wanted} dagen om te reageren."
    ),
    "measures.parents_stayed_away.title": N_("De ouders kwamen niet"),
    "measures.parents_stayed_away": N_("Zij zijn uitgenodigd en kwamen niet. Weeg of u nog een keer uitnodigt."),
    "measures.device_far_too_long.title": N_("Veel te lang in bewaring"),
    "measures.device_far_too_long": N_(
        "{days} dagen, of over een weekend, is niet in verhouding. Geef het toestel terug, of laat de ouders het halen."
    ),
    "measures.nobody_looks_inside.title": N_("Niet in het toestel kijken"),
    "measures.nobody_looks_inside": N_("Vraag geen code, doorzoek niets en wis niets. Alleen de politie mag dat."),
    "measures.no_receipt.title": N_("Bewaarbewijs ontbreekt"),
    "measures.no_receipt": N_("Leg het toestel vast met Toestel innemen en geef een bewaarbewijs mee."),
    "measures.parents_not_told.title": N_("Ouders niet ingelicht"),
    "measures.parents_not_told": N_("Licht de ouders vandaag in en leg dat vast in de zaak."),
    "measures.ban_too_long.title": N_("Lang verbod"),
    "measures.ban_too_long": N_("Langer dan {weeks} weken past alleen als de redenen daar zwaar genoeg voor zijn."),
    "measures.ban_keeps_information.title": N_("Informatie blijft"),
    "measures.ban_keeps_information": N_("De ouder houdt recht op informatie over het kind. Spreek af hoe dat gaat."),
    "measures.ban_is_trespass.title": N_("Voor een vaste periode"),
    "measures.ban_is_trespass": N_("Wie het verbod overtreedt, begaat lokaalvredebreuk. Bel dan de politie."),
}

EMPLOYEE: dict[str, str] = {
    "measures.employee_suspension_too_long.title": N_("Te lang: {days} dagen"),
    "measures.employee_suspension_too_long": N_(
        "Een medewerker mag ten hoogste vier weken worden geschorst. De laatste dag kan zijn: {last_day}."
    ),
    "measures.employee_suspension_length_ok.title": N_("Binnen vier weken"),
    "measures.employee_suspension_length_ok": N_("Aantal dagen: {days}. De laatste dag kan zijn: {last_day}."),
    "measures.review.title": N_("Opnieuw bekijken op dag {day}"),
    "measures.review": N_("Is de schorsing op {on} nog nodig? Zonder noodzaak houdt zij geen stand."),
    "measures.suspension_extended.title": N_("Verlenging"),
    "measures.suspension_extended": N_(
        "De vorige schorsing eindigde op {last_day}. Verlengen kan alleen in een bijzonder geval, zolang het nodig is."
    ),
    "measures.interest_missing.title": N_("Belang ontbreekt"),
    "measures.interest_missing": N_("Schrijf op welk belang van de school de schorsing dringend nodig maakt."),
    "measures.disciplinary_disputed.title": N_("Schorsing als straf"),
    "measures.disciplinary_disputed": N_(
        "Of de cao een schorsing als straf kent, is niet zeker. Vraag een jurist, of kies een ordemaatregel."
    ),
    "measures.dossier_incomplete.title": N_("Dossier niet compleet"),
    "measures.dossier_incomplete": N_("Controleer het personeelsdossier en vink aan dat het compleet is."),
    "measures.knowledge_ahead.title": N_("Bekend in de toekomst"),
    "measures.knowledge_ahead": N_("Het moment waarop de leiding het wist, kan niet in de toekomst liggen."),
    "measures.tell_reason_at_once.title": N_("Dringende reden meteen noemen"),
    "measures.tell_reason_at_once": N_("De reden staat in de brief van vandaag. Later aanvullen kan niet."),
    "measures.employee_not_heard.title": N_("De medewerker is niet gehoord"),
    "measures.employee_not_heard": N_("Hoor de medewerker vóór het besluit. Achteraf horen is niet genoeg."),
    "measures.employee_heard_too_late.title": N_("De medewerker is te laat gehoord"),
    "measures.employee_heard_too_late": N_("Het gesprek was na het besluit. Hoor eerst en besluit daarna."),
    "measures.salary_continues.title": N_("Het salaris loopt door"),
    "measures.salary_continues": N_("De schorsing is een ordemaatregel, geen straf. Zet dat in de brief."),
    "measures.send_registered.title": N_("Aangetekend versturen"),
    "measures.send_registered": N_("Verstuur het besluit aangetekend en vink dat hier aan."),
    "measures.intent_missing.title": N_("Voornemen ontbreekt"),
    "measures.intent_missing": N_("Stuur eerst aangetekend een voornemen. De medewerker mag drie weken reageren."),
    "measures.intent_not_registered.title": N_("Voornemen niet aangetekend"),
    "measures.intent_not_registered": N_("Het voornemen hoort aangetekend te gaan. Leg vast hoe het is ontvangen."),
    "measures.counsel_not_told.title": N_("Raadsman niet genoemd"),
    "measures.counsel_not_told": N_("Vertel de medewerker dat een raadsman mag helpen, en leg dat vast."),
    "measures.views_received.title": N_("Zienswijze ontvangen"),
    "measures.views_received": N_("De medewerker heeft op {on} gereageerd. Weeg dat in het besluit."),
    "measures.views_still_open.title": N_("Zienswijze kan nog komen"),
    "measures.views_still_open": N_("De medewerker kan reageren tot en met {last_day}. Besluit daarna."),
    "measures.views_term_passed.title": N_("Drie weken zijn voorbij"),
    "measures.views_term_passed": N_("De medewerker kon reageren tot en met {last_day}."),
    "measures.warning_is_instruction.title": N_("Waarschuwing van de werkgever"),
    "measures.warning_is_instruction": N_(
        "De CAO kent deze waarschuwing niet; het is een aanwijzing. Zonder herhaling vervalt zij op {on}."
    ),
    "measures.reprimand_lapses.title": N_("Vervalt uit het dossier"),
    "measures.reprimand_lapses": N_("De berisping gaat op {on} uit het dossier, tenzij het besluit anders zegt."),
    "measures.ask_jurist.title": N_("Eerst een jurist"),
    "measures.ask_jurist": N_("Vraag een jurist voordat u besluit, en leg de datum vast."),
    "measures.jurist_asked.title": N_("Jurist gevraagd"),
    "measures.jurist_asked": N_("Op {on} is met een jurist overlegd."),
    "measures.dismissal_route.title": N_("Via de kantonrechter of in overleg"),
    "measures.dismissal_route": N_("Ontslag loopt via de kantonrechter of in overleg. Zorg dat het dossier klopt."),
    "measures.knowledge_missing.title": N_("Sinds wanneer weet u het?"),
    "measures.knowledge_missing": N_(
        "Vul in wanneer iemand van de leiding het voor het eerst wist. Toen begon de klok."
    ),
    "measures.clock_runs.title": N_("Al {hours} uur bekend"),
    "measures.clock_runs": N_("De leiding weet het sinds {on}. Ontslag op staande voet moet onverwijld."),
    "measures.silent_too_long.title": N_("Te lang stil"),
    "measures.silent_too_long": N_(
        "Sinds {on} is niets vastgelegd. Na twee werkdagen zonder stap is onverwijld moeilijk vol te houden."
    ),
}
