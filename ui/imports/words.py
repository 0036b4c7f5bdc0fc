"""How a class list is said on screen: kinds of lines, what changes, where something stands."""

from __future__ import annotations

from datetime import date

from app.imports.rules import DroppedColumn, FieldChange, LineKind, Place, ProposalLine, ReadColumn, Rejection, Target
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import Authority
from app.sentences import sentence
from ui.kit.tag import TagText

KINDS = {
    LineKind.NEW: N_("nieuw"),
    LineKind.CHANGED: N_("gewijzigd"),
    LineKind.DOUBTFUL: N_("twijfel"),
    LineKind.MISSING: N_("niet in de lijst"),
    LineKind.UNCHANGED: N_("ongewijzigd"),
}
_FIELDS = {
    "name": N_("naam"),
    "number": N_("leerlingnummer"),
    "birth_date": N_("geboren"),
    "group": N_("groep"),
    "year_group": N_("leerjaar"),
    "enrol_date": N_("op school sinds"),
    "leave_date": N_("uitgeschreven per"),
    "address": N_("adres"),
    "guardian": N_("nieuwe ouder"),
    "guardian_name": N_("naam"),
    "email": N_("e-mail"),
    "phone": N_("telefoon"),
    "authority": N_("gezag"),
}
_TARGETS = {
    Target.NUMBER: N_("leerlingnummer"),
    Target.FIRST_NAME: N_("roepnaam"),
    Target.GIVEN_NAMES: N_("voornamen"),
    Target.INITIALS: N_("voorletters"),
    Target.INFIX: N_("tussenvoegsel"),
    Target.SURNAME: N_("achternaam"),
    Target.FULL_NAME: N_("naam"),
    Target.GROUP: N_("groep"),
    Target.YEAR_GROUP: N_("leerjaar"),
    Target.BIRTH_DATE: N_("geboortedatum"),
    Target.ENROL_DATE: N_("op school sinds"),
    Target.LEAVE_DATE: N_("uitgeschreven per"),
    Target.STREET: N_("straat"),
    Target.HOUSE_NUMBER: N_("huisnummer"),
    Target.ADDITION: N_("toevoeging"),
    Target.POSTCODE: N_("postcode"),
    Target.CITY: N_("plaats"),
    Target.EMAIL: N_("e-mail"),
    Target.PHONE: N_("telefoon"),
    Target.AUTHORITY: N_("gezag"),
}
_AUTHORITY = {Authority.YES: N_("ja"), Authority.NO: N_("nee"), Authority.ASSUMED: N_("niet bevestigd")}


def kind_tag(kind: LineKind) -> TagText:
    """What happens to a pupil, as a tag."""
    text = _(KINDS[kind])
    if kind is LineKind.NEW:
        return TagText(text, "ok", "plus")
    if kind is LineKind.CHANGED:
        return TagText(text, "info", "pencil")
    if kind is LineKind.DOUBTFUL:
        return TagText(text, "warn", "circle-question-mark")
    return TagText(text, "neutral", "user-x" if kind is LineKind.MISSING else "check")


def what_changes(line: ProposalLine) -> str:
    """In one sentence what taking over the list does to this pupil."""
    if line.kind is LineKind.MISSING:
        return _("blijft staan zoals het is")
    if line.kind is LineKind.DOUBTFUL:
        return sentence(line.note, name=full(line.name))
    if line.kind is LineKind.NEW:
        return _with_guardians(line)
    return "; ".join(map(change, line.changes))


def _with_guardians(line: ProposalLine) -> str:
    names = [full(match.read.name) for match in line.guardians]
    if not names:
        return _("zonder ouders in de lijst")
    return _("met {names}").format(names=_(" en ").join(names))


def change(one: FieldChange) -> str:
    """One field, old and new."""
    word, old, new = _(_FIELDS[one.field]), _value(one.field, one.old), _value(one.field, one.new)
    told = f"{word} {old} → {new}" if old else f"{word} {new}"
    return _("{guardian}: {change}").format(guardian=one.guardian, change=told) if one.guardian else told


def _value(field: str, text: str) -> str:
    return _(_AUTHORITY[Authority(text)]) if field == "authority" and text else text


def where(place: Place) -> str:
    """Where in the file something stands."""
    row = _("Rij {row}").format(row=place.row)
    sheet = _("blad {sheet}").format(sheet=place.sheet) if place.sheet else ""
    return ", ".join(part for part in (row, sheet, place.column) if part)


def why(rejection: Rejection) -> str:
    """Why a row or cell was not taken over."""
    return sentence(rejection.code, **rejection.values)


def why_dropped(dropped: DroppedColumn) -> str:
    """Why a column was dropped."""
    return sentence(dropped.code)


def target(column: ReadColumn) -> str:
    """What a column was recognised as."""
    if not column.target or Target(column.target) not in _TARGETS:
        return _("niet gebruikt")
    word = _(_TARGETS[Target(column.target)])
    return _("{word} van ouder {n}").format(word=word, n=column.guardian) if column.guardian else word


def born(on: date | None) -> str:
    """A birth date in a list."""
    return short_date(on) if on else ""


def rows_count(count: int) -> str:
    """How many rows were left out."""
    return ngettext("{n} rij of cel niet overgenomen", "{n} rijen of cellen niet overgenomen", count)
