"""More stories, written down when blocks got a reach: from whom a child is withheld, and days on the very edge."""

from __future__ import annotations

from tests.consents.hand_written import (
    APP,
    BOTH,
    CHILD,
    GUIDE,
    INSTA,
    NO,
    PORTAL,
    SEP,
    TEAM,
    UNSURE,
    WEB,
    Act,
    G,
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
ONE_YES, ALL_YES, A_NO, EXPIRED, SILENCE = "een ja", "allen ja", "een nee", "verlopen", "zwijgen is geen ja"
ALONE, ALL_OF_IT = {M: has()}, (GUIDE, INSTA, WEB, APP, PORTAL, TEAM)
THIRTEEN = d(9, 1, 2013)
SIXTEEN_IN_NOVEMBER, SIXTEEN_TOMORROW, SEVENTEEN = d(1, 11, 2010), d(17, 11, 2010), d(1, 6, 2009)
TOMORROW = d(17, 11)

FROM_WHOM = (
    Story("withheld from outside the school", ALONE,
          (ja(M, *ALL_OF_IT), Act("afgeschermd", on=d(2, 11), reach="buiten de school")),
          (wel(INSTA, ALL_YES, d(1, 11)), niet(INSTA, SHIELD, d(2, 11)), niet(WEB, SHIELD), niet(GUIDE, SHIELD),
           wel(PORTAL, ONE_YES), wel(APP, ONE_YES), wel(TEAM, ONE_YES))),
    Story("withheld from other groups for a while", ALONE,
          (ja(M, *ALL_OF_IT), Act("afgeschermd", on=d(2, 11), until=d(10, 11), reach="buiten de groep")),
          (niet(PORTAL, SHIELD, d(10, 11)), wel(APP, ONE_YES, d(10, 11)), wel(TEAM, ONE_YES, d(10, 11)),
           wel(PORTAL, ONE_YES, d(11, 11)), wel(INSTA, ALL_YES, d(11, 11)))),
    Story("withheld from the father", {M: has(), V: NO},
          (ja(M, *ALL_OF_IT), Act("afgeschermd", V, d(2, 11), reach="persoon")),
          (niet(APP, SHIELD), niet(PORTAL, SHIELD), niet(INSTA, SHIELD), wel(TEAM, ONE_YES))),
    Story("withheld from outside and the father objects inside", BOTH,
          (ja(M, *ALL_OF_IT), nee(V, APP), Act("afgeschermd", on=d(2, 11), reach="buiten de school")),
          (niet(APP, A_NO), wel(PORTAL, ONE_YES), niet(WEB, SHIELD))),
    Story("withheld from outside and silent", ALONE, (Act("afgeschermd", on=d(2, 11), reach="buiten de school"),),
          (niet(APP, SILENCE), niet(INSTA, SHIELD))),
    Story("withheld from outside, then from everybody", ALONE,
          (ja(M, *ALL_OF_IT), Act("afgeschermd", on=d(2, 11), reach="buiten de school"),
           Act("afgeschermd", on=d(9, 11))),
          (wel(TEAM, ONE_YES, d(8, 11)), niet(TEAM, SHIELD, d(9, 11)))),
    Story("withheld from everybody at seventeen", {}, (ja(CHILD, *ALL_OF_IT), Act("afgeschermd", on=d(2, 11))),
          (wel(GUIDE, OWN, d(1, 11)), niet(GUIDE, SHIELD), niet(TEAM, SHIELD)), SEVENTEEN),
)  # fmt: skip

ON_THE_EDGE = (
    Story("sixteen tomorrow", ALONE, (ja(M, GUIDE),), (wel(GUIDE, ONE_YES), niet(GUIDE, OWN, TOMORROW)),
          SIXTEEN_TOMORROW),
    Story("took back at fifteen, sixteen since, silent", ALONE,
          (ja(M, GUIDE, APP), terug(CHILD, GUIDE, on=d(1, 10))),
          (wel(GUIDE, ONE_YES, d(30, 9)), niet(GUIDE, WITHDRAWN, d(1, 10)), niet(GUIDE, OWN), niet(APP, OWN)),
          SIXTEEN_IN_NOVEMBER),
    Story("thirteen takes back, says no, the mother yes again", ALONE,
          (ja(M, INSTA), terug(CHILD, INSTA, on=d(1, 10)), nee(CHILD, INSTA, on=d(5, 10)), ja(M, INSTA, on=d(9, 11))),
          (wel(INSTA, ALL_YES, d(30, 9)), niet(INSTA, WITHDRAWN)), THIRTEEN),
    Story("thirteen lifts what no parent ever allowed", ALONE,
          (terug(CHILD, GUIDE, on=d(1, 10)), ja(CHILD, GUIDE, on=d(1, 11))), (niet(GUIDE, SILENCE),), THIRTEEN),
    Story("seventeen: yes, back, yes", {},
          (ja(CHILD, GUIDE, on=d(2, 9)), terug(CHILD, GUIDE, on=d(2, 10)), ja(CHILD, GUIDE, on=d(9, 11))),
          (wel(GUIDE, OWN, d(3, 9)), niet(GUIDE, OWN, d(3, 10)), wel(GUIDE, OWN)), SEVENTEEN),
    Story("back and yes again on one day", ALONE,
          (ja(M, GUIDE), terug(M, GUIDE, on=d(2, 11)), ja(M, GUIDE, on=d(2, 11))),
          (wel(GUIDE, ONE_YES, d(2, 11)), wel(GUIDE, ONE_YES))),
)  # fmt: skip

DOUBTS_AND_MISTAKES = (
    Story("both unsure, one yes, one no", {M: UNSURE, V: UNSURE}, (ja(M, GUIDE), nee(V, GUIDE)), (niet(GUIDE, A_NO),)),
    Story("one unsure, one without authority, both yes", {M: UNSURE, V: NO}, (ja(M, GUIDE), ja(V, GUIDE)),
          (niet(GUIDE, "gezag onbekend"),)),
    Story("the only yes goes with the authority", {M: has(), V: has(("ja", None), ("nee", d(1, 10)))},
          (ja(V, GUIDE, INSTA),), (wel(GUIDE, ONE_YES, d(30, 9)), niet(GUIDE, SILENCE, d(1, 10)))),
    Story("a guardian beside two parents keeps silent", {M: has(), V: has(), G: has()},
          (ja(M, GUIDE, INSTA), ja(V, GUIDE, INSTA)), (wel(GUIDE, ONE_YES), niet(INSTA, ALL_YES))),
    Story("a yes of last year ends, a no does not", BOTH,
          (ja(M, GUIDE, on=d(1, 9, 2025), until=d(31, 7)), nee(M, INSTA, on=d(1, 9, 2025)), ja(V, INSTA)),
          (wel(GUIDE, ONE_YES, d(31, 7)), niet(GUIDE, EXPIRED, d(1, 8)), niet(INSTA, A_NO))),
    Story("the school lets it end and the father answers anew", BOTH,
          (ja(M, APP), Act("verloopt", on=d(1, 11), codes=(APP,)), ja(V, APP, on=d(2, 11))),
          (wel(APP, ONE_YES, d(31, 10)), niet(APP, EXPIRED, d(1, 11)), wel(APP, ONE_YES, d(2, 11)))),
    Story("a correction that was wrong itself", ALONE, (ja(M, GUIDE), Act("fout", nth=0), Act("fout", nth=1)),
          (wel(GUIDE, ONE_YES), wel(GUIDE, ONE_YES, SEP))),
    Story("the father's no was not signed", BOTH, (ja(M, GUIDE, INSTA), nee(V, GUIDE, INSTA), Act("ongeldig", nth=1)),
          (wel(GUIDE, ONE_YES), niet(INSTA, ALL_YES))),
)  # fmt: skip

MORE = FROM_WHOM + ON_THE_EDGE + DOUBTS_AND_MISTAKES
