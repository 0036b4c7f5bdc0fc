"""Sentences and words about consent: errors, reasons, states, media and how an answer came in."""

from __future__ import annotations

from app.consents.answers.forms import How
from app.consents.answers.workbook_rows import ANSWERS
from app.consents.matrix.overview import CellState
from app.consents.publications.lines import RemovalHow
from app.consents.publications.takedown_rules import Cause
from app.consents.rules import EventKind, Medium, Reason, Standing
from app.kernel.texts import N_, _
from app.people.rules import Authority, RelationKind

TEXTS: dict[str, str] = {
    **ANSWERS,
    "consents.unknown_code": N_("Het doel {name} bestaat niet. Wel zijn er: {codes}."),
    "consents.list_headings": N_("In dit werkblad ontbreekt een kolom. Nodig zijn: {heads}."),
    "consents.list_no_purposes": N_(
        "In dit werkblad staat geen enkel doel. Gebruik het lege werkblad dat Meldboek maakt."
    ),
    "consents.column_unknown": N_("Deze kolom is geen doel dat Meldboek kent. De inhoud is niet gelezen."),
    "consents.column_twice": N_("Dit doel staat al in een andere kolom. Deze kolom is niet gelezen."),
    "consents.title_missing": N_("Schrijf op wat er is geplaatst, bijvoorbeeld: Sportdag groep 5."),
    "consents.published_without": N_(
        "Er is geen toestemming van: {names}. Laat hen weg, of schrijf hier waarom het toch is geplaatst."
    ),
    "consents.nobody_visible": N_("Kies wie er te zien is."),
    "consents.nobody": N_("Schrijf op wie het heeft gedaan."),
    "consents.before_publication": N_("Deze dag ligt voor de plaatsing. Kies een latere dag."),
    "consents.publication_unknown": N_("Deze publicatie staat niet meer in het register."),
    "consents.form_number_wrong": N_("Dit nummer klopt niet. Kijk nog eens op het formulier."),
    "consents.round_name_missing": N_("Geef de ronde een naam, bijvoorbeeld: Start schooljaar."),
    "consents.text_version_missing": N_("Geef de tekst van het formulier een versie, bijvoorbeeld: 4."),
    "consents.closes_too_early": N_("Deze dag is al voorbij. Kies een latere dag."),
    "consents.round_empty": N_("Er is niemand om te vragen, of niets om naar te vragen."),
    "consents.round_unknown": N_("Deze ronde bestaat niet meer."),
    "consents.lesson_lesson": N_("Schrijf op in welke les de opname is."),
    "consents.lesson_recorder": N_("Schrijf op wie de opname maakt."),
    "consents.lesson_purpose": N_("Schrijf op waarvoor de opname is."),
    "consents.lesson_allowed_by": N_("Schrijf op wie toestemming gaf."),
    "consents.lesson_afterwards": N_("Toestemming voor een opname in de les is er vooraf. Kies een eerdere dag."),
    "consents.lesson_kept": N_("De opname is dan al weg voordat zij is gemaakt. Kies een latere dag."),
    "consents.destroyed_when": N_("Kies een dag na de opname die al is geweest."),
    "consents.recording_unknown": N_("Deze opname staat niet meer in het register."),
    "consents.handout_version": N_("Schrijf op welke versie van het protocol is uitgereikt."),
    "consents.handout_nobody": N_("Kies wie het protocol heeft gekregen."),
    "consents.handout_how": N_("Kies hoe het protocol is uitgereikt."),
    "consents.signed_before": N_("Deze handtekening is van voor de dag van uitreiken. Kies een latere dag."),
    "consents.dated.takedown": N_("Beeld weghalen: {name}, {title} (wettelijke grens: {limit})"),
    "consents.dated.leaving": N_("Beelden weghalen van {name}, uit dienst op {end}"),
    "consents.dated.lesson": N_("Opname vernietigen: {lesson}"),
    "consents.dated.round": N_("{name}: nog {left} van {families} gezinnen"),
    "consents.dated.round_due": N_("Jaarlijkse ronde toestemmingen beginnen"),
    "consents.no_scan": N_("Bij dit antwoord ligt geen scan."),
    "consents.leader_only": N_("Alleen de directeur of het bestuur verandert dit."),
    "consents.label_missing": N_("Schrijf op waarvoor u toestemming vraagt."),
    "consents.short_missing": N_("Schrijf een kort woord voor boven de kolom."),
    "consents.short_too_long": N_("Dit is te lang voor boven een kolom. Gebruik ten hoogste {most} tekens."),
    "consents.personal_account": N_(
        "Op een privéaccount van een medewerker kan de school niets weghalen of nakijken. "
        "Het advies is om dit niet te gebruiken. Wilt u het toch aanzetten, bevestig dat dan."
    ),
    "consents.no_answers": N_("Vul bij ten minste één doel ja of nee in."),
    "consents.no_purposes": N_("Kies ten minste één doel."),
    "consents.no_purposes_for_list": N_(
        "Kies ten minste één doel voor de lijst. Zonder doel zou er staan dat iedereen op de foto mag."
    ),
    "consents.own_too_young": N_(
        "Deze leerling was op die dag nog geen {age} jaar en kan niet zelf intrekken. Kies de ouder die intrekt."
    ),
    "consents.own_too_early": N_(
        "Een leerling kan pas sinds {since} zelf intrekken. Kies een latere dag, of de ouder die intrekt."
    ),
    "consents.no_media": N_("Kies foto, film of geluid."),
    "consents.in_future": N_("Deze dag ligt in de toekomst. Kies een dag die al is geweest."),
    "consents.verbal_yes": N_("Een mondeling ja telt niet volgens het protocol. Vraag het formulier of een e-mail."),
    "consents.no_evidence": N_("Schrijf op waar het bewijs ligt, bijvoorbeeld: map toestemmingen 5A."),
    "consents.ends_before_start": N_("De toestemming eindigt voordat zij is gegeven. Kies een latere dag."),
    "consents.purpose_unknown": N_("Het doel {purpose} bestaat niet. Kies een doel uit de lijst."),
    "consents.guardian_unknown": N_("Deze persoon is op die dag geen ouder of verzorger van de leerling."),
    "consents.authority_denied": N_(
        "Bij deze persoon staat dat er geen gezag is. Zoek dat eerst uit en pas het aan bij Personen."
    ),
    "consents.no_note": N_("Schrijf op waarom dit antwoord niet telt."),
    "consents.nothing_to_expire": N_("Op die dag zegt niemand ja tegen deze doelen. Er is dus niets dat kan verlopen."),
    "consents.event_unknown": N_("Dit antwoord bestaat niet meer. Open de leerling opnieuw."),
}

REASONS: dict[Reason, str] = {
    Reason.ALLOWED: N_("Er is toestemming."),
    Reason.BLOCKED: N_("Mag niet op beeld."),
    Reason.BLOCKED_HERE: N_("Mag op dit kanaal niet op beeld."),
    Reason.PURPOSE_OFF: N_("De school gebruikt dit doel niet."),
    Reason.OWN_REFUSAL: N_("De leerling is 16 of ouder en zegt zelf nee."),
    Reason.OWN_WITHDRAWAL: N_("De leerling heeft de toestemming zelf ingetrokken."),
    Reason.OWN_NO_ANSWER: N_("De leerling is 16 of ouder en heeft zelf nog niet geantwoord."),
    Reason.NO_AUTHORITY_KNOWN: N_("Er is niemand bekend met gezag."),
    Reason.AUTHORITY_UNCONFIRMED: N_("Er is nog geen ja van iemand met bevestigd gezag."),
    Reason.REFUSED: N_("Een ouder met gezag zegt nee."),
    Reason.WITHDRAWN: N_("Een ouder met gezag heeft de toestemming ingetrokken."),
    Reason.PARENTS_DISAGREE: N_("De ouders zijn het oneens. Eén ‘nee’ beslist."),
    Reason.NO_ANSWER: N_("Er is nog geen antwoord. Geen antwoord telt als nee."),
    Reason.NOT_ALL_ANSWERED: N_("Nog niet alle ouders met gezag hebben ja gezegd."),
    Reason.EXPIRED: N_("De toestemming is verlopen. Vraag haar opnieuw."),
    Reason.NOT_THIS_MEDIUM: N_("De toestemming geldt niet voor dit soort opname."),
}

VERDICTS: dict[CellState, str] = {
    CellState.YES: N_("Ja."),
    CellState.NO: N_("Nee."),
    CellState.NO_ANSWER: N_("Nee."),
    CellState.DISAGREE: N_("Nee, ouders oneens."),
    CellState.BLOCKED: N_("Nee."),
    CellState.PARTLY: N_("Deels."),
}

STATES: dict[CellState, str] = {
    CellState.YES: N_("ja"),
    CellState.NO: N_("nee"),
    CellState.NO_ANSWER: N_("geen antwoord"),
    CellState.DISAGREE: N_("ouders oneens"),
    CellState.BLOCKED: N_("afgeschermd"),
    CellState.PARTLY: N_("deels"),
}

STANDINGS: dict[Standing, str] = {
    Standing.YES: N_("ja"),
    Standing.REFUSED: N_("nee"),
    Standing.WITHDRAWN: N_("ingetrokken"),
    Standing.EXPIRED: N_("verlopen"),
    Standing.OTHER_MEDIUM: N_("niet voor dit soort opname"),
    Standing.SILENT: N_("geen antwoord"),
}

CAUSES: dict[Cause, str] = {
    Cause.WITHDRAWN: N_("toestemming ingetrokken"),
    Cause.REFUSED: N_("toestemming geweigerd"),
    Cause.BLOCKED: N_("afgeschermd"),
    Cause.LEFT: N_("uit dienst"),
    Cause.NO_CONSENT: N_("geplaatst zonder toestemming"),
}

REMOVALS: dict[RemovalHow, str] = {
    RemovalHow.REMOVED: N_("weggehaald"),
    RemovalHow.UNRECOGNISABLE: N_("onherkenbaar gemaakt"),
    RemovalHow.PAPER_ONLY: N_("al gedrukt: niet opnieuw gebruikt"),
    RemovalHow.THIRD_PARTY_ASKED: N_("anderen gevraagd het weg te halen"),
}

KINDS: dict[EventKind, str] = {
    EventKind.ASKED: N_("Gevraagd"),
    EventKind.GIVEN: N_("Gegeven"),
    EventKind.REFUSED: N_("Geweigerd"),
    EventKind.WITHDRAWN: N_("Ingetrokken"),
    EventKind.EXPIRED: N_("Verlopen"),
    EventKind.INVALIDATED: N_("Ongeldig verklaard"),
    EventKind.CORRECTED: N_("Verbeterd"),
}

AUTHORITIES: dict[str, str] = {
    Authority.YES.value: N_("had gezag"),
    Authority.NO.value: N_("had geen gezag"),
    Authority.ASSUMED.value: N_("gezag was niet bevestigd"),
}

RELATIONS: dict[RelationKind, str] = {
    RelationKind.PARENT: N_("ouder"),
    RelationKind.CARER: N_("verzorger"),
    RelationKind.GUARDIAN_PERSON: N_("voogd"),
    RelationKind.GUARDIAN_INSTITUTION: N_("voogdij-instelling"),
}

HANDOUT_HOWS: dict[str, str] = {"paper": N_("op papier"), "mail": N_("per e-mail"), "meeting": N_("in een vergadering")}

MEDIA: dict[Medium, str] = {Medium.PHOTO: N_("foto"), Medium.FILM: N_("film"), Medium.SOUND: N_("geluid")}

HOWS: dict[How, str] = {
    How.SIGNED_FORM: N_("ondertekend formulier"),
    How.EMAIL: N_("e-mail"),
    How.APP: N_("ouderapp"),
    How.IN_PERSON: N_("mondeling"),
}


def reason_sentence(reason: Reason) -> str:
    """Why it is yes or no, as whoever asks may know it: a block never says why."""
    return _(REASONS[reason])


def media_words(media: tuple[Medium, ...]) -> str:
    """These media in one breath: ``foto en geluid``."""
    names = [_(MEDIA[medium]) for medium in media]
    return _(" en ").join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
