"""The facts that fill a letter: from the school, the person, the case and the measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.cases.lines import CaseCard
from app.kernel.calendar import add_months, is_working_day
from app.kernel.formats import long_date, long_weekday_date, phone, postcode
from app.kernel.names import PersonName, full
from app.kernel.terms import Sector, compute_term
from app.kernel.texts import _, ngettext
from app.letters.rules import blank
from app.measures.facts import HeardAs, Hearing, Location
from app.measures.lines import MeasureCard
from app.people.rules import PupilCard
from app.protocol.rules import Protocol
from app.school.rules import NewProfile, SchoolType

Values = Mapping[str, object]
_EXPIRY = {"WARNING": 24, "REPRIMAND": 36}  # months (rules_nl 9)


def of_school(profile: NewProfile) -> Values:
    """What a letter says of the school."""
    street = ", ".join(
        part for part in (profile.street, f"{postcode(profile.postcode)} {profile.city}".strip()) if part
    )
    private = _("binnen vier weken na ontvangst van uw bezwaar")
    public = _("binnen vier weken na de dag waarop de termijn voor bezwaar is afgelopen")
    return {
        "school": profile.name,
        "board": profile.board_name,
        "board_address": f", {profile.board_address}" if profile.board_address else "",
        "brin": profile.brin or blank(_("BRIN")),
        "city": profile.city,
        "school_address": street or blank(_("adres van de school")),
        "phone": phone(profile.phone),
        "email": profile.email or blank(_("e-mailadres van de school")),
        "dpo": ", ".join(part for part in (profile.dpo_name, profile.dpo_email) if part) or _("de directeur"),
        "objection_decision": private if profile.school_type is SchoolType.PRIVATE else public,
    }


def of_person(name: PersonName, pupil: PupilCard | None) -> Values:
    """What a letter says of the person it is about."""
    return {
        "first_name": name.first_name or full(name),
        "full_name": full(name),
        "group": pupil.group if pupil and pupil.group else blank(_("groep")),
        "birth_date": _day(pupil.birth_date if pupil else None, _("geboortedatum")),
    }


def of_case(case: CaseCard, protocol: Protocol) -> Values:
    """What a letter says of the case: never another person's name."""
    known = [protocol.article(code) for code in case.articles if code in {row.code for row in protocol.articles}]
    if not known:
        return {"articles": blank(_("onderdeel van het protocol")), "rules": blank(_("wat dat onderdeel zegt"))}
    return {
        "articles": _("onderdeel {codes}").format(codes=_listing([article.code for article in known])),
        "rules": " ".join(article.text for article in known),
    }


def of_measure(
    measure: MeasureCard | None, protocol: Protocol, today: date, sector: Sector, first_name: str = ""
) -> Values:
    """What a letter says of the measure; what is not known yet is left to be filled in."""
    if measure is None:
        return _to_fill_in()
    draft = measure.draft
    start = draft.intent_on or today
    reasons = blank(_("waarom deze maatregel, en niet een lichtere")) if draft.kind != "WARNING" else ""
    return {
        **_to_fill_in(),
        "facts": draft.facts.strip() or blank(_("wat er is gebeurd")),
        "reasons": draft.reasons.strip() or reasons,
        "measure_name": measure.rung_label.lower(),
        "heard": heard_text(draft.hearings, first_name),
        "first_day": _weekday(draft.first_day, _("eerste dag")),
        "last_day": _weekday(draft.last_day, _("laatste dag")),
        "school_days": _school_days(draft.first_day, draft.last_day),
        "over_one_day": bool(draft.days and draft.days > 1),
        "inside": draft.location is Location.INTERNAL,
        "decided_on": long_date(draft.decided_on or today),
        "intent_on": _day(draft.intent_on, _("datum van het voornemen")),
        "views_until": long_date(compute_term(protocol.term("employee.defence"), start, sector).last_day),
        "views": _views(draft.views_on),
        "expires_on": long_date(add_months(draft.decided_on or today, _EXPIRY.get(draft.kind, 24))),
        "other_school": draft.other_school or blank(_("naam van de andere school")),
        "other_school_on": _day(draft.other_school_on, _("datum van de toezegging")),
    }


def _to_fill_in() -> Values:
    """Everything that a measure may tell, still open."""
    labels = {
        "facts": _("waar het over gaat"),
        "heard": _("met wie u hebt gesproken"),
        "measure_name": _("de maatregel"),
        "first_day": _("eerste dag"),
        "last_day": _("laatste dag"),
        "school_days": _("aantal schooldagen"),
        "decided_on": _("datum van het besluit"),
        "intent_on": _("datum van het voornemen"),
        "views_until": _("laatste dag voor de zienswijze"),
        "views": _("of er een zienswijze is"),
        "expires_on": _("datum waarop dit vervalt"),
        "other_school": _("naam van de andere school"),
        "other_school_on": _("datum van de toezegging"),
    }
    return {
        **{name: blank(label) for name, label in labels.items()},
        "reasons": "",
        "over_one_day": True,
        "inside": False,
        "interest": blank(_("het belang van de leerling")),
        "device": blank(_("soort, kleur en zichtbare schade")),
        "meeting_on": blank(_("dag van het gesprek")),
        "meeting_time": blank(_("tijd van het gesprek")),
    }


def heard_text(hearings: Sequence[Hearing], first_name: str = "") -> str:
    """Whom the school spoke, in one sentence; the pupil by first name, the employee as ``u``."""
    held = [hearing for hearing in hearings if hearing.held_at is not None]
    if not held:
        return blank(_("met wie u hebt gesproken"))
    spoken = [_spoken(hearing, first_name) for hearing in sorted(held, key=lambda hearing: str(hearing.held_at))]
    return _("Voordat wij beslisten, hebben wij gesproken met {names}.").format(names=_listing(spoken))


def _spoken(hearing: Hearing, first_name: str) -> str:
    assert hearing.held_at is not None  # noqa: S101 - narrows the type
    names = {HeardAs.EMPLOYEE: _("u"), HeardAs.PUPIL: first_name or hearing.name}
    who = names.get(hearing.role, hearing.name)
    return _("{name} (op {day})").format(name=who, day=long_date(hearing.held_at.date()))


def _views(on: date | None) -> str:
    if on is None:
        return _("U hebt geen zienswijze gegeven. De termijn daarvoor is voorbij.")
    return _("U hebt op {day} uw zienswijze gegeven.").format(day=long_date(on))


def _school_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return blank(_("aantal schooldagen"))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return ngettext("{n} schooldag", "{n} schooldagen", sum(is_working_day(day) for day in days))


def _listing(items: Sequence[str]) -> str:
    return _(" en ").join(part for part in (", ".join(items[:-1]), items[-1]) if part)


def _day(on: date | None, label: str) -> str:
    return long_date(on) if on else blank(label)


def _weekday(on: date | None, label: str) -> str:
    return long_weekday_date(on) if on else blank(label)
