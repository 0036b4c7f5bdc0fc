"""Finds words that may be the name of somebody who is not in the register: strange capitals, first names, accounts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from app.kernel.names import fold
from app.letters.names.first_name_rules import FIRST_NAMES
from app.letters.names.form_rules import COMMON
from app.letters.names.mention_rules import starts_sentence

_WORD = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"(?<![\w@./-])(?=[\w.]*(?:_|\d\d))[a-z](?:[\w.]{3,}\w)(?![\w/])", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:account(?:naam)?|gebruiker(?:snaam)?|snap(?:chat)?|insta(?:gram)?|tiktok|discord|roblox|nickname|bijnaam)"
    r"(?:\s*:\s*[“‘\"']?|\s+[“‘\"'])(?P<name>[\w.]+\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\S+")
# capitals within a sentence that are no names of persons
_NO_NAMES = frozenset(
    _LISTED.findall(
        "whatsapp tiktok snapchat instagram facebook youtube discord roblox minecraft fortnite telegram "
        "signal google teams parro magister parnassys social schools office word excel ipad iphone apple "
        "samsung android chromebook nederland nederlands nederlandse engels engelse duits duitse sinterklaas "
        "kerst pasen cito veilig thuis inspectie onderwijs internet protocol meldboek ggd ouder ouders "
        "leerling medewerker betrokkene jeugdzorg politie maandag dinsdag woensdag donderdag vrijdag zaterdag "
        "zondag feb mrt apr aug sep okt nov dec mon tue wed thu fri sat sun "
        "januari februari maart april mei juni juli augustus september oktober november december "
        "vertrouwensinspecteur kindcentrum screenshot postbus"
    )
)
# words that may begin a sentence before a verb and name nobody
_OPENERS = frozenset(
    _LISTED.findall(
        "alles allebei beiden bericht beeld broer daarna dat deze dezelfde die directeur directie dit docent "
        "eentje er filmpje foto gesprek groep hij iedereen iemand ieder ik interne jij juf klas leerkracht "
        "leerlingen les man meester men meisje melding moeder moment niemand niets oma onderbouw opa pauze "
        "portal school schoolplein stagiair team telefoon toestel vader veel verder verslag video vrouw wat "
        "wie wij zij zijzelf zoon zus zusje broertje dochter klasgenoot klasgenoten kind kinderen jongen "
        "jongens meisjes bovenbouw bestuur conclusie aanleiding afspraak besluit brief reden vraag antwoord "
        "voorstel voornemen maatregel reactie excuses account alleen anderen daardoor daarom daarvoor eerst "
        "eerder eigenlijk gisteren hierdoor hierna inmiddels intussen later morgen nadien natuurlijk samen "
        "soms straks tegelijk thuis toch tot vandaag vanaf vanmiddag vanmorgen vervolgens volgens vorige waar "
        "waarom waarschijnlijk wanneer want zelf zojuist hierbij hiermee daarmee tijdens met bij naar tegen "
        "over door na om op als omdat toen terwijl tussen zonder onder achter sinds per rond binnen buiten "
        "langs ook maar en of dus nu daar hier zo nadat voordat wel juist beide geachte beste"
    )
)
_VERBS = frozenset(
    _LISTED.findall(
        "is was heeft had kan kon wil wilde zou zal moet moest mag mocht zegt zei zeggen vertelt vertelde "
        "vindt vond doet deed gaat ging komt kwam ziet zag hoort hoorde weet wist belt belde mailt mailde "
        "appt appte stuurt stuurde filmt filmde deelt deelde plaatst plaatste maakt maakte pakt pakte slaat "
        "sloeg schopt schopte duwt duwde roept riep lacht lachte huilt huilde krijgt kreeg geeft gaf neemt "
        "nam loopt liep zit zat staat stond ligt lag begint begon blijft bleef bood biedt brengt bracht "
        "vraagt vroeg antwoordt antwoordde ontkent ontkende erkent erkende bedreigt bedreigde pest pestte "
        "scheldt schold gooit gooide wordt werd woont woonde heet heette en"
    )
)


def strangers(text: str, taken: Set[int], usual: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where words stand that may be somebody's name or account; ``taken`` are places already looked at."""
    words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
    for at, (word, start, end) in enumerate(words):
        bare = fold(word)
        if len(word) < 3 or start in taken or bare in _NO_NAMES or bare in usual or bare.removesuffix("s") in usual:
            continue
        if bare in FIRST_NAMES or _is_strange(text, word, start) or _opens_as_name(text, words, at, usual):
            yield start, end
    spans = [found.span() for found in _HANDLE.finditer(text)] + [found.span("name") for found in _NAMED.finditer(text)]
    for start, end in dict.fromkeys(spans):
        if not taken & set(range(start, end)) and fold(text[start:end]) not in usual:
            yield start, end


def _is_strange(text: str, word: str, start: int) -> bool:
    """A capital within a sentence; after other signs than these it belongs to a path or a code."""
    if not word[0].isupper() or word.isupper() or starts_sentence(text, start):
        return False
    return not start or text[start - 1] in " \n\t(“‘\"'\xa0-"


def _opens_as_name(text: str, words: list[tuple[str, int, int]], at: int, usual: Collection[str]) -> bool:
    """A word that begins a sentence as only somebody does: before a verb, or before another strange capital."""
    word, start, _end = words[at]
    if not word.istitle() or not starts_sentence(text, start) or at + 1 == len(words):
        return False
    following, place, _stop = words[at + 1]
    if fold(word) in _OPENERS or text[_end:place].strip():
        return False
    if fold(following) in _VERBS:
        return fold(word) not in COMMON
    return fold(following) not in _NO_NAMES and fold(following) not in usual and _is_strange(text, following, place)
