"""The ways in which one person's name is written: in full, with initials, in part, joined, listed, or as a nickname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from app.kernel.names import PersonName, fold, initials_of, is_infix, split_surname

_WORD = re.compile(r"[^\W_]+")
# two letters that mean something else far more often than somebody
_ABBREVIATIONS = frozenset(
    _WORD.findall(
        "ab al ap as av bh bs bv cd dj dm ed eg eh em en er eu ex fg ga gb gg gt hb hd ho hr ib ic id ik in "
        "is it ja je js kb km lb ma mb mc me mi mo mr ms mt na nb nl nr nu ob of oh ok om on op or ov pc po "
        "pr ps pt re rt sd so tl tv uk us va vb vi vo vr vs vz wa wc we wk wo xl ze zh zo "
    )
)
TITLES = frozenset({"mevrouw", "meneer", "heer", "mevr", "mw", "dhr", "juf", "juffrouw", "meester", "mijnheer"})
_SMALL = ("tje", "je", "etje", "pje", "ie")  # Noortje, Basje, Bramme-tje: what children make of a name
_LONG_ENOUGH = 6  # letters of a name written in one word before it is looked for within an account

# names that are also words of every day: in small letters they are no names
EVERYDAY = frozenset(
    _WORD.findall(
        "bakker bas beer berg bergen berk beuk bisschop bloem bloemen boer bos brand brouwer bruin brug dam dekker "
        "dijk dokter dorp duif duik eik fleur graaf haas hagen haver havik heide herder heuvel hoek hof hoop hond "
        "horst iris jager jan jet joy juni juli kade kamp kapitein kat keizer kerk kers klaver koe kok koning koopman "
        "kool koster kraai kramer kroon kruis kuiper kunst laan lam lief lieve linde linden lot mark markt mees mei "
        "meister merel mol molen molenaar mulder mus parel peer plas pol polder poort post prins prinsen raaf raven "
        "ridder roos roosje ros ruiter schaap schilder schipper school schout sil slager slot smid smit snoek soldaat "
        "specht steen ster sterre sterren storm straat pas tak timmer timmerman toon toren tuin tuinman valk veld vink "
        "visser vlam vliet vlag vlinder voet vogel vos vrede vreugde vries wagenaar wever wilg wolf zwaan zwaluw "
    )
)
# of these not even a capital at the start of a sentence makes a name
COMMON = frozenset(
    _WORD.findall(
        "aan an best bent bij blauw bo boven broek buiten buur dag dal de do den der des die dit een en fan fee fijn "
        "geel gelder geluk goed goud grijs groen groot haan hand hart haven heer het hij honing huis ik in is jong "
        "klein kort lang last lente lijn maan maand maar maart maas meer meester met mooi muur nacht niet nieuw noord "
        "om ook oost op oranje oud paars pen pit rein rijk rood roze rust schoon snel sterk toen trouw uit van veel "
        "veen veer ven verf voor vroeg was wat water we week werk west wie wiel wijs wil wild wilde wind winkel "
        "winter wit witte wolk ze zand zee zij zilver zo zomer zon zuid zwart "
    )
)


@dataclass(frozen=True)
class Known:
    """Somebody whose name may stand in a text.

    An empty ``shown`` keeps the name as it stands. ``is_close`` means a part in the same case: then a first name or
    surname alone is enough to be sure; of anybody else only a fuller form is. ``is_child`` is never ``mevrouw``.
    """

    name: PersonName
    shown: str
    is_close: bool = True
    is_child: bool = False
    nicknames: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Form:
    """One way of writing: ``is_part`` a first name or surname alone, ``is_listed`` the surname first with a comma."""

    words: tuple[str, ...]
    known: Known
    is_part: bool = False
    is_first: bool = False
    is_listed: bool = False
    is_bare: bool = False  # initials: only in capitals


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, split where a capital or a figure begins within a word."""
    return tuple(fold(word) for word, _start, _end in spans(text))


def spans(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places."""
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word.isalpha() and (word.islower() or word.isupper() or word.istitle()):
            found.append((word, start, match.end()))
            continue
        cuts = [0, *(place + 1 for place, pair in enumerate(pairwise(word)) if _breaks(*pair)), len(word)]
        found += [(word[one:other], start + one, start + other) for one, other in pairwise(cuts)]
    return found


def _breaks(one: str, other: str) -> bool:
    return (one.islower() and other.isupper()) or one.isdigit() != other.isdigit()


def forms_of(known: Known) -> Iterator[Form]:
    """Every form of a name that is looked for; of those far off only the plain ones."""
    first, infix = words_of(known.name.first_name), words_of(known.name.infix)
    core = words_of(known.name.surname)
    yield from _whole(known, first, infix, core)
    yield from _parts(known, first, infix, core)
    for nickname in known.nicknames:
        called = _called(nickname)
        if called:  # one word, or words of every day such as De Beer, say less than teun_hx
            is_plain = len(called) == 1 or all(word in EVERYDAY | COMMON for word in called)
            yield Form(called, known, is_part=is_plain, is_first=True)


def _called(nickname: str) -> tuple[str, ...]:
    """The words of a nickname without a title before it: who is called juf Mies is called Mies too."""
    called = words_of(nickname)
    return called[1:] if len(called) > 1 and called[0] in TITLES else called


def _whole(known: Known, first: tuple[str, ...], infix: tuple[str, ...], core: tuple[str, ...]) -> Iterator[Form]:
    initials = tuple(letter for word in words_of(initials_of(known.name)) for letter in word)
    starts = {first, initials, initials[:1], words_of(known.name.initials), first[:1]} - {()}
    if known.is_close and len(initials) > 1:
        starts.add(("".join(initials),))
    nicknames = {_called(nickname) for nickname in known.nicknames} - {()}
    for start in starts | nicknames if core else set():
        for family in _families(known.name, infix, core):
            yield Form((*start, *family), known)
            joined = "".join((*start, *family))
            if len(joined) >= _LONG_ENOUGH and len(start[0]) > 1:
                yield Form((joined,), known)
        yield Form((*core, *start, *infix), known, is_listed=True)
        yield Form((*infix, *core, *start), known, is_listed=True)
    if core and first and known.is_close:
        yield from _bare(known, first, infix, core)


def _bare(known: Known, first: tuple[str, ...], infix: tuple[str, ...], core: tuple[str, ...]) -> Iterator[Form]:
    """Initials in the place of a name or a part of it: ``Noor de G.``, ``N.d.G.``, ``NdG``, ``NG``."""
    start, end, short = first[0][0], core[0][0], tuple(word[0] for word in infix)
    glued = "".join((start, *short))
    yield Form((*first, *infix, end), known, is_bare=True)
    yield Form((*first, end), known, is_bare=True)
    yield Form((start, *short, end), known, is_part=True, is_bare=True)
    if infix:
        yield Form((start, *infix, end), known, is_bare=True)
        yield Form((*first, *short, end), known, is_bare=True)
        yield Form((*first, "".join(short), end), known, is_bare=True)
        yield Form((glued, end), known, is_part=True, is_bare=True)
        yield Form((glued, *core), known)
    if glued + end not in _ABBREVIATIONS:
        yield Form((glued + end,), known, is_part=True, is_bare=True)


def _families(name: PersonName, infix: tuple[str, ...], core: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The surname with its infix, shortened (``v.d. Berg``), without it, and each half of a double name."""
    found = _with_infix(infix, core)
    for place, half in enumerate(name.surname.split("-") if "-" in name.surname else ()):
        between, rest = split_surname(half.strip())
        before = words_of(between) or (infix if place == 0 else ())  # the infix of the whole is that of its first half
        found |= _with_infix(before, words_of(rest))
    return {form for form in found if form}


def _with_infix(infix: tuple[str, ...], core: tuple[str, ...]) -> set[tuple[str, ...]]:
    found = {(*infix, *core), core}
    if infix:
        found |= {(*(word[0] for word in infix), *core), ("".join(word[0] for word in infix), *core)}
        joined = "".join((*infix, *core))
        found |= {(joined,)} if len(joined) >= _LONG_ENOUGH else set()
    return found


def _parts(known: Known, first: tuple[str, ...], infix: tuple[str, ...], core: tuple[str, ...]) -> Iterator[Form]:
    lone = {form for form in _families(known.name, infix, core) if len("".join(form)) > 1}
    if len(core) > 1 and known.is_close and not known.name.exact:
        lone |= {(word,) for word in core if len(word) > 2 and not is_infix(word)}
    yield from (Form(form, known, is_part=True) for form in lone)
    lone_first = {first, ("".join(first),)} | (
        {(word,) for word in first if len(word) > 2} if len(first) > 1 else set()
    )
    if known.is_close and len(first) == 1 and len(first[0]) > 2:
        lone_first |= {(first[0] + ending,) for ending in _SMALL}
    yield from (Form(form, known, is_part=True, is_first=True) for form in lone_first if len("".join(form)) > 1)


def vocabulary(forms: Iterable[Form]) -> frozenset[str]:
    """Every word that stands in a name: what a line break may have cut in two."""
    return frozenset(word for form in forms for word in form.words if len(word) > 2)
