"""The facts that fill a letter: from the school, the person, the case and the measure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from app.cases.lines import CaseCard
from app.kernel.calendar import is_working_day
from app.kernel.formats import long_date, long_time, long_weekday_date, phone, postcode
from app.kernel.names import PersonName, full
from app.kernel.terms import Sector
from app.kernel.texts import N_, _, ngettext
from app.letters.contents.grammar import as_sentence, listing, period
from app.letters.contents.heard import talk_facts
from app.letters.rules import blank
from app.measures.employee_rules import expiry
from app.measures.facts import Location
from app.measures.lines import MeasureCard
from app.people.rules import PupilCard
from app.protocol.rules import Protocol
from app.protocol.terms import term
from app.school.rules import NewProfile, SchoolType

Values = Mapping[str, object]
_OWN_RESPONSIBILITY = ("A3", "A4")  # what one posts is one's own, and what is online stays
_REMEDIES = {  # after the decision on an objection, at a public school or not (rules_nl 5.6)
    False: N_(
        "Bent u het niet eens met deze beslissing, dan kunt u naar de burgerlijke rechter gaan; als er haast bij is "
        "ook in kort geding. U kunt ook een klacht indienen bij de klachtencommissie van onze school."
    ),
    True: N_(
        "Bent u het niet eens met deze beslissing, dan kunt u binnen zes weken nadat wij deze brief hebben verstuurd "
        "beroep instellen bij de bestuursrechter van de rechtbank."
    ),
}


def of_school(profile: NewProfile) -> Values:
    """What a letter says of the school."""
    street = ", ".join(
        part for part in (profile.street, f"{postcode(profile.postcode)} {profile.city}".strip()) if part
    )
    is_public = profile.school_type is SchoolType.PUBLIC
    private = _("binnen vier weken na ontvangst van uw bezwaar")
    public = _("binnen vier weken na de dag waarop de termijn voor bezwaar is afgelopen")
    return {
        "school": profile.name,
        "board": profile.board_name,
        "board_address": f", {profile.board_address}" if profile.board_address else "",
        "board_post": profile.board_address.replace(", ", "\n") or blank(_("adres van het bestuur")),
        "brin": profile.brin or blank(_("BRIN")),
        "city": profile.city,
        "school_address": street or blank(_("adres van de school")),
        "phone": phone(profile.phone),
        "email": profile.email or blank(_("e-mailadres van de school")),
        "dpo": ", ".join(part for part in (profile.dpo_name, profile.dpo_email) if part) or _("de directeur"),
        "objection_decision": public if is_public else private,
        "remedies": _(_REMEDIES[is_public]),
    }


def of_person(name: PersonName, pupil: PupilCard | None) -> Values:
    """What a letter says of the person it is about."""
    return {
        "first_name": name.first_name or full(name),
        "full_name": full(name),
        "group": pupil.group if pupil and pupil.group else blank(_("groep")),
        "birth_date": _day(pupil.birth_date if pupil else None, _("geboortedatum")),
    }


def article_places() -> tuple[str, str]:
    """What stands open while the case has no article of the protocol."""
    return _("onderdeel van het protocol"), _("wat dat onderdeel zegt")


def of_case(case: CaseCard | None, protocol: Protocol) -> Values:
    """What a letter says of the case: never another person's name."""
    known = [
        protocol.article(code)
        for code in (case.articles if case else ())
        if code in {row.code for row in protocol.articles}
    ]
    said = {article.code for article in known}  # an article that is the reason of the letter is not explained again
    unsaid = [code for code in _OWN_RESPONSIBILITY if code not in said]
    own = {"responsibility": " ".join(protocol.article(code).text for code in unsaid)}
    if not known:
        article, rule = article_places()
        return {**own, "articles": blank(article), "rules": blank(rule)}
    return {
        **own,
        "articles": _("onderdeel {codes}").format(codes=listing([article.code for article in known])),
        "rules": " ".join(article.text for article in known),
    }


def of_measure(measure: MeasureCard | None, protocol: Protocol, today: date, sector: Sector) -> Values:
    """What a letter says of the measure; what is not known yet is left to be filled in."""
    if measure is None:
        return open_blanks()
    draft = measure.draft
    start = draft.intent_on or today
    reasons = blank(_("waarom deze maatregel, en niet een lichtere")) if draft.kind != "WARNING" else ""
    return {
        **open_blanks(),
        "facts": as_sentence(draft.facts) or blank(_("wat er is gebeurd")),
        "reasons": as_sentence(draft.reasons) or reasons,
        "measure_name": measure.rung_label.lower(),
        "first_day": _weekday(draft.first_day, _("eerste dag")),
        "last_day": _weekday(draft.last_day, _("laatste dag")),
        "period": _period(draft.first_day, draft.last_day),
        "school_days": _school_days(draft.first_day, draft.last_day),
        "over_one_day": bool(draft.days and draft.days > 1),
        "inside": draft.location is Location.INTERNAL,
        "conditional_until": long_date(draft.probation_until) if draft.probation_until else "",
        "is_decided": measure.decided_on is not None,
        "decided_on": long_date(draft.decided_on or today),
        "intent_on": _day(draft.intent_on, _("datum van het voornemen")),
        "views_until": long_date(term(protocol, "employee.defence", start, sector).last_day),
        "views": _views(draft.views_on),
        "expires_on": _expires(protocol, draft.rung, draft.decided_on or today),
        "other_school": draft.other_school or blank(_("naam van de andere school")),
        "other_school_on": _day(draft.other_school_on, _("datum van de toezegging")),
        "knowledge_at": long_time(draft.knowledge_at) if draft.knowledge_at else blank(_("dag en tijd")),
        "objection_on": _day(measure.objection_on, _("datum van het bezwaar")),
    }


def open_blanks() -> Values:
    """Everything that a measure may tell, still open."""
    labels = {
        "facts": _("waar het over gaat"),
        "heard": _("met wie u hebt gesproken, of waarom dat niet kon"),
        "measure_name": _("de maatregel"),
        "first_day": _("eerste dag"),
        "last_day": _("laatste dag"),
        "period": _("van eerste dag tot en met laatste dag"),
        "school_days": _("aantal schooldagen"),
        "decided_on": _("datum van het besluit"),
        "intent_on": _("datum van het voornemen"),
        "views_until": _("laatste dag voor de zienswijze"),
        "views": _("of er een zienswijze is"),
        "expires_on": _("datum waarop dit vervalt"),
        "other_school": _("naam van de andere school"),
        "other_school_on": _("datum van de toezegging"),
        "knowledge_at": _("dag en tijd"),
        "objection_on": _("datum van het bezwaar"),
    }
    return {
        **{name: blank(label) for name, label in labels.items()},
        "reasons": "",
        "over_one_day": True,
        "inside": False,
        "is_heard": False,
        "conditional_until": "",
        "is_decided": False,
        "nameless_facts": blank(labels["facts"]),
        "nameless_reasons": "",
        "own_view": "",
        **talk_facts(()),
        "objection_outcome": blank(_("gegrond of ongegrond")),
        "interest": blank(_("het belang van de leerling")),
        "device": blank(_("soort, kleur en zichtbare schade")),
        "meeting_on": blank(_("dag van het gesprek")),
        "meeting_time": blank(_("tijd van het gesprek")),
    }


def _expires(protocol: Protocol, rung: str, decided_on: date) -> str:
    """The day on which a measure leaves the personnel file, for a rung that does."""
    known = {row.code for row in protocol.rungs()}
    on = expiry(protocol, rung, decided_on) if rung in known else None
    return long_date(on) if on else blank(_("datum waarop dit vervalt"))


def _views(on: date | None) -> str:
    if on is None:
        return _("U hebt geen zienswijze gegeven. De termijn daarvoor is voorbij.")
    return _("U hebt op {day} uw zienswijze gegeven.").format(day=long_date(on))


def _period(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return blank(_("van eerste dag tot en met laatste dag"))
    return period(first, last)


def _school_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return blank(_("aantal schooldagen"))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return ngettext("{n} schooldag", "{n} schooldagen", sum(is_working_day(day) for day in days))


def _day(on: date | None, label: str) -> str:
    return long_date(on) if on else blank(label)


def _weekday(on: date | None, label: str) -> str:
    return long_weekday_date(on) if on else blank(label)
