"""Families for the walk from a class list and a workbook of answers to yes or no.

A family has one child. ``gezag`` tells what the class list says of each guardian: ``ja``, ``nee`` or nothing.
Rows of answers are (who, day, answer): ``a`` and ``b`` are the guardians, ``kind`` the child, in the file's order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.consents.rules import Reason

R = Reason
ONE, ALL = "SCHOOL_GUIDE", "SOCIAL_PUBLIC.INSTAGRAM"  # one yes is enough; everybody must say yes
AUGUST, SEPTEMBER, OCTOBER, TODAY = date(2026, 8, 24), date(2026, 9, 7), date(2026, 10, 12), date(2026, 11, 16)
BEFORE_LAW, LAW = date(2026, 8, 31), date(2026, 9, 1)
NINE, TWELVE, THIRTEEN, SIXTEEN = date(2017, 5, 4), date(2014, 11, 16), date(2013, 1, 9), date(2010, 11, 16)
Said = tuple[str, date, str]


@dataclass(frozen=True)
class Family:
    """One family: what ``one`` and ``all`` come to on a day (today unless told otherwise)."""

    name: str
    gezag: tuple[str, ...]
    said: tuple[Said, ...]
    one: Reason
    all: Reason
    born: date = NINE
    earlier: dict[date, tuple[Reason, Reason]] = field(default_factory=dict)


def _f(
    name: str, gezag: str, said: tuple[Said, ...], one: Reason, all_: Reason | None = None, **more: object
) -> Family:
    return Family(name, tuple(gezag.split("/")), said, one, all_ or one, **more)  # type: ignore[arg-type]


def a(answer: str, on: date = SEPTEMBER) -> Said:
    """The first guardian answers."""
    return ("a", on, answer)


def b(answer: str, on: date = SEPTEMBER) -> Said:
    """The second guardian answers."""
    return ("b", on, answer)


def child(answer: str, on: date = OCTOBER) -> Said:
    """The child answers."""
    return ("kind", on, answer)


GUARDIANS = (
    _f("silent", "ja/ja", (), R.NO_ANSWER),
    _f("silent, nobody sure", "/", (), R.AUTHORITY_UNCONFIRMED),
    _f("silent, nobody with authority", "nee/nee", (), R.NO_AUTHORITY_KNOWN),
    _f("one yes", "ja/ja", (a("ja"),), R.ALLOWED, R.NOT_ALL_ANSWERED),
    _f("both yes", "ja/ja", (a("ja"), b("ja")), R.ALLOWED),
    _f("one yes, one no", "ja/ja", (a("ja"), b("nee")), R.PARENTS_DISAGREE),
    _f("one no", "ja/ja", (b("nee"),), R.REFUSED),
    _f("both no", "ja/ja", (a("nee"), b("nee")), R.REFUSED),
    _f("alone yes", "ja", (a("ja"),), R.ALLOWED),
    _f("alone no", "ja", (a("nee"),), R.REFUSED),
    _f("yes beside one without authority", "ja/nee", (a("ja"),), R.ALLOWED),
    _f("no of one without authority", "ja/nee", (a("ja"), b("nee")), R.ALLOWED),
    _f("withdrawal of one without authority", "ja/nee", (a("ja"), b("ingetrokken", OCTOBER)), R.ALLOWED),
    _f("yes of one without authority", "ja/nee", (b("ja"),), R.NO_ANSWER),
    _f("only one without authority says yes", "nee", (a("ja"),), R.NO_AUTHORITY_KNOWN),
    _f("assumed yes", "", (a("ja"),), R.AUTHORITY_UNCONFIRMED),
    _f("assumed no", "", (a("nee"),), R.REFUSED),
    _f("assumed withdrawal", "", (a("ja"), a("ingetrokken", OCTOBER)), R.WITHDRAWN),
    _f("sure yes, assumed silent", "ja/", (a("ja"),), R.ALLOWED, R.NOT_ALL_ANSWERED),
    _f("sure yes, assumed yes", "ja/", (a("ja"), b("ja")), R.ALLOWED, R.AUTHORITY_UNCONFIRMED),
    _f("sure yes, assumed no", "ja/", (a("ja"), b("nee")), R.PARENTS_DISAGREE),
    _f("sure silent, assumed yes", "ja/", (b("ja"),), R.AUTHORITY_UNCONFIRMED),
    _f("assumed yes beside one without authority", "/nee", (a("ja"), b("ja")), R.AUTHORITY_UNCONFIRMED),
    _f("withdrawn", "ja", (a("ja"), a("ingetrokken", OCTOBER)), R.WITHDRAWN,
       earlier={date(2026, 10, 11): (R.ALLOWED, R.ALLOWED), OCTOBER: (R.WITHDRAWN, R.WITHDRAWN)}),
    _f("withdrawn by one of two", "ja/ja", (a("ja"), b("ja"), b("ingetrokken", OCTOBER)), R.PARENTS_DISAGREE,
       earlier={date(2026, 10, 11): (R.ALLOWED, R.ALLOWED)}),
    _f("withdrawn without an earlier yes", "ja/ja", (a("ja"), b("ingetrokken")), R.PARENTS_DISAGREE),
    _f("a later yes replaces a no", "ja", (a("nee"), a("ja", OCTOBER)), R.ALLOWED,
       earlier={SEPTEMBER: (R.REFUSED, R.REFUSED)}),
    _f("a later no replaces a yes", "ja", (a("ja"), a("nee", OCTOBER)), R.REFUSED,
       earlier={SEPTEMBER: (R.ALLOWED, R.ALLOWED)}),
    _f("given again after a withdrawal", "ja", (a("ja", AUGUST), a("ingetrokken"), a("ja", OCTOBER)), R.ALLOWED,
       earlier={SEPTEMBER: (R.WITHDRAWN, R.WITHDRAWN), AUGUST: (R.ALLOWED, R.ALLOWED)}),
    _f("an older row lower in the file", "ja", (a("ja", OCTOBER), a("nee", SEPTEMBER)), R.ALLOWED,
       earlier={SEPTEMBER: (R.REFUSED, R.REFUSED)}),
    _f("twice on one day: the lower row wins", "ja", (a("nee"), a("ja")), R.ALLOWED),
    _f("twice on one day: no below yes", "ja", (a("ja"), a("nee")), R.REFUSED),
    _f("an empty cell leaves the earlier answer", "ja", (a("ja"), a("", OCTOBER)), R.ALLOWED),
    _f("an empty cell is no answer", "ja", (a(""),), R.NO_ANSWER),
    _f("before anybody answered", "ja", (a("ja", OCTOBER),), R.ALLOWED,
       earlier={SEPTEMBER: (R.NO_ANSWER, R.NO_ANSWER)}),
    _f("years before the list was read", "ja/ja", (a("ja", date(2023, 9, 1)), b("ja", date(2024, 1, 8))), R.ALLOWED,
       earlier={date(2023, 9, 1): (R.ALLOWED, R.NOT_ALL_ANSWERED), date(2023, 8, 31): (R.NO_ANSWER, R.NO_ANSWER)}),
)  # fmt: skip

CHILDREN = (
    _f("twelve: own withdrawal", "ja", (a("ja"), child("ingetrokken")), R.OWN_WITHDRAWAL, born=TWELVE),
    _f("twelve tomorrow: own withdrawal", "ja", (a("ja"), child("ingetrokken")), R.ALLOWED, born=date(2014, 11, 17)),
    _f("thirteen: the law begins on 1 September", "ja",
       (a("ja", date(2026, 1, 5)), child("ingetrokken", date(2026, 2, 2))),
       R.OWN_WITHDRAWAL, born=THIRTEEN,
       earlier={BEFORE_LAW: (R.ALLOWED, R.ALLOWED), LAW: (R.OWN_WITHDRAWAL, R.OWN_WITHDRAWAL)}),
    _f("thirteen: a parent's later yes does not lift it", "ja", (child("ingetrokken", LAW), a("ja")),
       R.OWN_WITHDRAWAL, born=THIRTEEN),
    _f("thirteen: lifted by the child", "ja", (a("ja"), child("ingetrokken"), child("ja", TODAY)), R.ALLOWED,
       born=THIRTEEN, earlier={OCTOBER: (R.OWN_WITHDRAWAL, R.OWN_WITHDRAWAL)}),
    _f("thirteen: own yes is no consent", "ja", (child("ja"),), R.NO_ANSWER, born=THIRTEEN),
    _f("thirteen: own no is no withdrawal", "ja", (a("ja"), child("nee")), R.ALLOWED, born=THIRTEEN),
    _f("thirteen: own withdrawal and a parent's no", "ja", (a("nee"), child("ingetrokken")), R.OWN_WITHDRAWAL,
       born=THIRTEEN),
    _f("nine: own withdrawal is kept and has no force", "ja", (a("ja"), child("ingetrokken")), R.ALLOWED),
    _f("fifteen: parents decide", "ja", (a("ja"), child("nee")), R.ALLOWED, born=date(2010, 11, 17)),
    _f("sixteen: silent", "ja", (a("ja"),), R.OWN_NO_ANSWER, born=SIXTEEN,
       earlier={date(2026, 11, 15): (R.ALLOWED, R.ALLOWED)}),
    _f("sixteen: own yes that day", "ja", (a("nee"), child("ja", TODAY)), R.ALLOWED, born=SIXTEEN,
       earlier={date(2026, 11, 15): (R.REFUSED, R.REFUSED)}),
    _f("sixteen: own yes of before does not count", "ja", (child("ja"),), R.OWN_NO_ANSWER, born=SIXTEEN),
    _f("sixteen: own no against a parent's yes", "ja", (a("ja"), child("nee", TODAY)), R.OWN_REFUSAL, born=SIXTEEN),
    _f("seventeen: own withdrawal", "ja", (child("ja", SEPTEMBER), child("ingetrokken")), R.OWN_WITHDRAWAL,
       born=date(2009, 6, 1)),
    _f("seventeen: nobody with authority matters no longer", "nee", (child("ja"),), R.ALLOWED, born=date(2009, 6, 1)),
)  # fmt: skip

FAMILIES = GUARDIANS + CHILDREN
