"""Stories about the pupil's own word, being shielded, photo beside film, forms that end and forms that were wrong."""

from __future__ import annotations

from tests.consents.hand_written import (
    APP,
    BOTH,
    CHILD,
    GUIDE,
    INSTA,
    PRESS,
    SEP,
    WEB,
    Act,
    M,
    Story,
    V,
    d,
    has,
    ja,
    nee,
    niet,
    terug,
    wel,
)

OWN, WITHDRAWN, SHIELD = "16: eigen laatste antwoord", "12: eigen intrekking", "afscherming"
ONE_YES, ALL_YES, A_NO, EXPIRED, GONE = "een ja", "allen ja", "een nee", "verlopen", "nooit geldig"
ALONE = {M: has()}
TWELVE, THIRTEEN, FIFTEEN = d(16, 11, 2014), d(9, 1, 2013), d(17, 11, 2010)
SIXTEEN_IN_NOVEMBER, SEVENTEEN = d(1, 11, 2010), d(1, 6, 2009)

OWN_WORD = (
    Story("takes back on the twelfth birthday", ALONE, (ja(M, APP), terug(CHILD, APP, on=d(16, 11))),
          (wel(APP, ONE_YES, d(15, 11)), niet(APP, WITHDRAWN)), TWELVE),
    Story("thirteen takes one channel back", BOTH,
          (ja(M, GUIDE, INSTA), ja(V, INSTA), terug(CHILD, INSTA, on=d(12, 10)), ja(M, INSTA, on=d(20, 10))),
          (wel(INSTA, ALL_YES, d(11, 10)), niet(INSTA, WITHDRAWN, d(12, 10)), niet(INSTA, WITHDRAWN),
           wel(GUIDE, ONE_YES)), THIRTEEN),
    Story("thirteen takes back and lifts it", ALONE,
          (ja(M, WEB), terug(CHILD, WEB, on=d(12, 10)), ja(CHILD, WEB, on=d(2, 11))),
          (niet(WEB, WITHDRAWN, d(1, 11)), wel(WEB, ALL_YES, d(2, 11))), THIRTEEN),
    Story("lifted, but the mother says no by then", ALONE,
          (ja(M, WEB), terug(CHILD, WEB, on=d(12, 10)), nee(M, WEB, on=d(20, 10)), ja(CHILD, WEB, on=d(2, 11))),
          (niet(WEB, A_NO),), THIRTEEN),
    Story("on the very day the law began", ALONE, (ja(M, APP, on=d(20, 8)), terug(CHILD, APP, on=d(1, 9))),
          (wel(APP, ONE_YES, d(31, 8)), niet(APP, WITHDRAWN, d(1, 9))), THIRTEEN),
    Story("fifteen takes film back", ALONE, (ja(M, APP), terug(CHILD, APP, on=d(12, 10), media="film")),
          (wel(APP, ONE_YES), niet(APP, WITHDRAWN, medium="film"), wel(APP, ONE_YES, medium="geluid")), FIFTEEN),
    Story("fifteen: the parents still give", ALONE, (ja(M, APP), nee(CHILD, APP, on=d(12, 10))),
          (wel(APP, ONE_YES),), FIFTEEN),
    Story("turns sixteen in November", BOTH, (ja(M, GUIDE), ja(V, GUIDE), ja(CHILD, GUIDE, on=d(9, 11))),
          (wel(GUIDE, ONE_YES, d(31, 10)), niet(GUIDE, OWN, d(1, 11)), niet(GUIDE, OWN, d(8, 11)),
           wel(GUIDE, OWN, d(9, 11))), SIXTEEN_IN_NOVEMBER),
    Story("seventeen says yes, the mother takes back", ALONE, (ja(CHILD, INSTA), terug(M, INSTA, on=d(1, 10))),
          (wel(INSTA, OWN),), SEVENTEEN),
    Story("seventeen says yes, then no", {}, (ja(CHILD, GUIDE, WEB), terug(CHILD, WEB, on=d(12, 10))),
          (wel(GUIDE, OWN), wel(WEB, OWN, d(11, 10)), niet(WEB, OWN, d(12, 10))), SEVENTEEN),
    Story("seventeen, silent, both parents say yes", BOTH, (ja(M, GUIDE), ja(V, GUIDE)),
          (niet(GUIDE, OWN),), SEVENTEEN),
)  # fmt: skip

SHIELDED = (
    Story("shielded in October", ALONE,
          (ja(M, GUIDE), Act("afgeschermd", on=d(1, 10), until=d(31, 10))),
          (wel(GUIDE, ONE_YES, d(30, 9)), niet(GUIDE, SHIELD, d(1, 10)), niet(GUIDE, SHIELD, d(31, 10)),
           wel(GUIDE, ONE_YES, d(1, 11)))),
    Story("shielded without an end, over an own yes", {}, (ja(CHILD, INSTA), Act("afgeschermd", on=d(1, 10))),
          (wel(INSTA, OWN, d(30, 9)), niet(INSTA, SHIELD)), SEVENTEEN),
    Story("shielded, everybody says yes", BOTH,
          (ja(M, APP, PRESS), ja(V, APP, PRESS), Act("afgeschermd", on=d(16, 11))),
          (niet(APP, SHIELD), niet(PRESS, SHIELD), wel(PRESS, ALL_YES, d(15, 11)))),
)  # fmt: skip

MEDIA = (
    Story("photo only", ALONE, (ja(M, APP, media="foto"),),
          (wel(APP, ONE_YES), niet(APP, "geen ja voor film", medium="film"), niet(APP, "geen ja", medium="geluid"))),
    Story("photo yes, film no, the father yes", BOTH,
          (ja(M, APP, media="foto"), nee(M, APP, media="film"), ja(V, APP)),
          (wel(APP, ONE_YES), niet(APP, A_NO, medium="film"), wel(APP, ONE_YES, medium="geluid"))),
    Story("everybody yes to photo, one to film", BOTH, (ja(M, WEB, media="foto film"), ja(V, WEB, media="foto")),
          (wel(WEB, ALL_YES), niet(WEB, ALL_YES, medium="film"))),
    Story("a new form with photo alone replaces the old", ALONE,
          (ja(M, APP), ja(M, APP, on=d(12, 10), media="foto")),
          (wel(APP, ONE_YES, d(11, 10), "film"), niet(APP, A_NO, d(12, 10), "film"), wel(APP, ONE_YES))),
    Story("sound taken back", ALONE, (ja(M, APP), terug(M, APP, on=d(12, 10), media="geluid")),
          (wel(APP, ONE_YES, medium="film"), niet(APP, A_NO, medium="geluid"))),
)  # fmt: skip

TIME_AND_MISTAKES = (
    Story("a yes with a last day", ALONE, (ja(M, GUIDE, until=d(31, 10)),),
          (wel(GUIDE, ONE_YES, d(31, 10)), niet(GUIDE, EXPIRED, d(1, 11)))),
    Story("one of two expired", BOTH, (ja(M, GUIDE, INSTA, until=d(31, 10)), ja(V, GUIDE, INSTA)),
          (wel(GUIDE, ONE_YES), wel(INSTA, ALL_YES, d(31, 10)), niet(INSTA, EXPIRED, d(1, 11)))),
    Story("the school lets it end", ALONE, (ja(M, GUIDE, APP), Act("verloopt", on=d(10, 11), codes=(GUIDE,))),
          (wel(GUIDE, ONE_YES, d(9, 11)), niet(GUIDE, EXPIRED, d(10, 11)), wel(APP, ONE_YES))),
    Story("the form bore no signature", ALONE, (ja(M, GUIDE), Act("ongeldig", nth=0)),
          (niet(GUIDE, GONE), niet(GUIDE, GONE, d(1, 10)))),
    Story("the no of another child", ALONE, (ja(M, GUIDE), nee(M, GUIDE, on=d(1, 10)), Act("fout", nth=1)),
          (wel(GUIDE, ONE_YES), wel(GUIDE, ONE_YES, d(1, 10)))),
    Story("asked about a day before the answer", ALONE, (ja(M, GUIDE, on=d(1, 10)),),
          (niet(GUIDE, "antwoord na die dag", d(30, 9)), wel(GUIDE, ONE_YES, d(1, 10)))),
    Story("asked again: the yes stays", ALONE, (ja(M, GUIDE, on=d(7, 9, 2025)), Act("gevraagd", on=SEP)),
          (wel(GUIDE, ONE_YES), wel(GUIDE, ONE_YES, d(7, 9, 2025)), niet(GUIDE, "zwijgen", d(6, 9, 2025)))),
)  # fmt: skip

PUPILS = OWN_WORD + SHIELDED + MEDIA + TIME_AND_MISTAKES
