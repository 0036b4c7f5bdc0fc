"""How a class list is said on screen: kinds of lines, columns, what changes, what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from app.imports import recognition
from app.imports.columns.headings import is_on_consent
from app.imports.readings import PUPILS_UNNAMED, DroppedColumn, Place, Reading, Target
from app.imports.rules import Choice, Course, Decision, FieldChange, LineKind, ProposalLine
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import Authority
from app.sentences import sentence
from ui.imports.draft import ALL, EMPLOYEES, TO_CHECK, UNUSUAL, Row
from ui.kit.finding import Notice
from ui.kit.tag import TagText

KINDS: dict[str, str] = {
    LineKind.NEW: N_("nieuw"),
    LineKind.CHANGED: N_("gewijzigd"),
    LineKind.MOVED: N_("andere groep"),
    LineKind.MISSING: N_("niet in de lijst"),
    LineKind.DOUBTFUL: N_("twijfel"),
    LineKind.UNCHANGED: N_("ongewijzigd"),
    UNUSUAL: N_("niet gewoon over"),
    EMPLOYEES: N_("medewerkers"),
    TO_CHECK: N_("nakijken"),
    ALL: N_("alles"),
}
TONES: dict[str, str] = {LineKind.DOUBTFUL: "warn", TO_CHECK: "warn", UNUSUAL: "warn", LineKind.NEW: "ok"}
_TAGS = {
    LineKind.NEW: ("ok", "plus"),
    LineKind.CHANGED: ("info", "pencil"),
    LineKind.MOVED: ("info", "arrow-right"),
    LineKind.DOUBTFUL: ("warn", "circle-question-mark"),
    LineKind.MISSING: ("neutral", "user-x"),
    LineKind.UNCHANGED: ("neutral", "check"),
}
_COURSES = {
    Course.STAYS: (N_("blijft zitten"), "history"),
    Course.SKIPS: (N_("slaat over"), "arrow-right"),
    Course.BACK: (N_("groep terug"), "arrow-left"),
}
_FIELDS = {
    "name": N_("naam"),
    "number": N_("leerlingnummer"),
    "birth_date": N_("geboren"),
    "group": N_("groep"),
    "school_year": N_("schooljaar"),
    "year_group": N_("leerjaar"),
    "enrol_date": N_("op school sinds"),
    "leave_date": N_("uitgeschreven per"),
    "address": N_("adres"),
    "guardian": N_("nieuwe ouder"),
    "guardian_name": N_("naam"),
    "relation": N_("relatie"),
    "title": N_("aanspreken als"),
    "email": N_("e-mail"),
    "phone": N_("telefoon"),
    "authority": N_("gezag"),
    "job_title": N_("functie"),
    "start_date": N_("in dienst sinds"),
    "end_date": N_("in dienst tot en met"),
}
_TARGETS: dict[str, str] = {
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
    Target.AUTHORITY_SINCE: N_("gezag vanaf"),
    Target.RELATION: N_("relatie"),
    Target.JOB_TITLE: N_("functie"),
    Target.START_DATE: N_("in dienst sinds"),
    Target.END_DATE: N_("in dienst tot en met"),
}
_AUTHORITY = {Authority.YES: N_("ja"), Authority.NO: N_("nee"), Authority.ASSUMED: N_("niet bevestigd")}


def row_tag(row: Row) -> TagText:
    """What happens to a person, as a tag; who only goes on to the next group in a new school year gets a quiet one."""
    if row.goes_on:
        return TagText(_("volgende groep"), "neutral", "")
    if row.pupil is not None and row.is_unusual:
        word, icon = _COURSES[row.pupil.course]
        return TagText(_(word), "warn", icon)
    tone, icon = _TAGS[row.kind]
    return TagText(_(KINDS[row.kind]), tone, icon)  # type: ignore[arg-type] # tones of the table above


def decision_tag(row: Row, decision: Decision) -> TagText | None:
    """What was decided, where that is not simply: take over."""
    if row.kind is LineKind.UNCHANGED:
        return None
    if decision.choice is Choice.SKIP:
        kept = row.kind is LineKind.MISSING
        return TagText(_("blijft staan") if kept else _("overslaan"), "neutral", "" if kept else "ban")
    if decision.choice is Choice.LEAVE:
        return TagText(_("uitschrijven"), "info", "user-x")
    if decision.choice is Choice.SAME:
        return TagText(_("zelfde leerling"), "info", "user-check")
    return TagText(_("aparte leerling"), "info", "user-plus") if decision.choice is Choice.SEPARATE else None


def what_changes(row: Row, decision: Decision) -> str:
    """In one sentence what taking over the list does to this person."""
    if row.employee is not None:
        return row.employee.read.job_title if row.kind is LineKind.NEW else changes(row.employee.changes)
    line = row.pupil
    if line is None:
        return ""
    if line.kind is LineKind.MISSING:
        return (
            _("uitgeschreven per {date}").format(date=short_date(decision.on))
            if decision.on
            else _("staat niet in de lijst")
        )
    if line.kind is LineKind.DOUBTFUL:
        return sentence(line.note, name=full(line.name))
    if line.kind is LineKind.NEW:
        return _with_guardians(line)
    said = changes(line.changes)
    return _("terug op school; {changes}").format(changes=said) if line.returns else said


def changes(every: Iterable[FieldChange]) -> str:
    """All changed fields in one line."""
    return "; ".join(map(change, every))


def _with_guardians(line: ProposalLine) -> str:
    names = [full(match.read.name) for match in line.guardians]
    return _("met {names}").format(names=_(" en ").join(names)) if names else _("zonder ouders in de lijst")


def change(one: FieldChange) -> str:
    """One field, old and new."""
    told = f"{field_name(one)} {old_and_new(one)}"
    return _("{guardian}: {change}").format(guardian=one.guardian, change=told) if one.guardian else told


def field_name(one: FieldChange) -> str:
    """The word for a field."""
    return _(_FIELDS[one.field])


def old_and_new(one: FieldChange) -> str:
    """What stands there and what comes there."""
    old, new = _value(one.field, one.old), _value(one.field, one.new)
    return f"{old} → {new}" if old else new


def _value(field: str, text: str) -> str:
    return _(_AUTHORITY[Authority(text)]) if field == "authority" and text else text


def where(place: Place) -> str:
    """Where in the file something stands."""
    row = _("rij {row}").format(row=place.row)
    sheet = _("blad {sheet}").format(sheet=place.sheet) if place.sheet else ""
    return ", ".join(part for part in (sheet, row) if part)


def why_dropped(dropped: DroppedColumn) -> str:
    """Why a column was dropped."""
    return sentence(dropped.code)


def dropped_tag() -> TagText:
    """A column of which nothing is kept."""
    return TagText(_("wordt niet bewaard"), "neutral", "shield-check")


def target_name(target: str, guardian: int) -> str:
    """What a column holds."""
    if target not in _TARGETS:
        return _("niet gebruiken")
    word = _(_TARGETS[target])
    return _("{word} van ouder {n}").format(word=word, n=guardian) if guardian else word


def uses(subject: str, guardians: int) -> list[tuple[tuple[str, int], str]]:
    """What a column may be read as, for a list of choices."""
    offered = [use for use in recognition.choices(subject, guardians) if use[0] in _TARGETS]
    return [(("", 0), _("niet gebruiken")), *((use, target_name(*use)) for use in offered)]


def contents(reading: Reading) -> list[tuple[str, str]]:
    """What was found in a file, as words and figures."""
    groups = sorted({pupil.group for pupil in reading.pupils if pupil.group})
    guardians = sum(len(pupil.guardians) for pupil in reading.pupils)
    school = reading.school
    found = [
        (_("Leerlingen"), str(len(reading.pupils)) if reading.pupils else ""),
        (_("Groepen"), ", ".join(groups)),
        (_("Ouders"), str(guardians) if guardians else _("geen in dit bestand") if reading.pupils else ""),
        (_("Medewerkers"), str(len(reading.employees)) if reading.employees else ""),
        (_("Schooljaar"), school.school_year),
        (_("Peildatum"), short_date(school.reference_date) if school.reference_date else ""),
    ]
    return [(word, text) for word, text in found if text]


def lacking(reading: Reading, brin: str, year: str) -> list[Notice]:
    """What is odd about a file, or what it misses that is worth having; none of it stops anything."""
    found = [*_of_another(reading, brin, year)]
    if not reading.holds_people and reading.rejected:
        return [*found, Notice("warn", _("Geen leerlingen gevonden"), sentence(PUPILS_UNNAMED))]
    if not reading.holds_people:
        text = _(
            "Kies in welke rij de koppen staan en zeg bij elke kolom wat erin staat. De naam van de leerling moet "
            "erbij zijn. Zijn er geen koppen, kies dan Geen koppen. Daarna kunt u verder."
        )
        return [*found, Notice("warn", _("Meldboek herkent deze kolommen niet"), text)]
    if not reading.pupils:
        return found
    if unread := answers(reading):
        text = _(
            "Een klassenlijst zegt niet wie toestemming gaf, en wanneer. Lees antwoorden in bij Toestemmingen, met "
            "Antwoorden inlezen."
        )
        found.append(Notice("info", _("Niet gelezen: {headers}").format(headers=", ".join(unread)), text))
    if not any(pupil.group for pupil in reading.pupils):
        text = _("Er is geen groep gevonden. Wijs de kolom met de groep aan, of voer de groepen later in.")
        found.append(Notice("warn", _("Geen groep"), text))
    if not any(pupil.birth_date for pupil in reading.pupils):
        text = _("Zonder geboortedatum weet Meldboek niet wie twaalf of zestien wordt.")
        found.append(Notice("warn", _("Geen geboortedatum"), text))
    return found


def answers(reading: Reading) -> list[str]:
    """The headings of columns about consent: such a column is never a use of this list."""
    columns = (column for sheet in reading.sheets for column in sheet.columns if not column.target)
    return [one.header for one in columns if is_on_consent(one.header)]


def _of_another(reading: Reading, brin: str, year: str) -> list[Notice]:
    """A file of another school or another year may be the wrong one."""
    found, school = [], reading.school
    if school.brin and brin and school.brin[:4] != brin[:4]:
        told = _("In het bestand staat BRIN {other}, uw school heeft {own}. Kijk of dit het goede bestand is.")
        found.append(Notice("warn", _("Van een andere school"), told.format(other=school.brin, own=brin)))
    if school.school_year and school.school_year != year:
        told = _("Het bestand is van schooljaar {other}, nu is het {own}. Kijk of dit het goede bestand is.")
        found.append(Notice("warn", _("Van een ander schooljaar"), told.format(other=school.school_year, own=year)))
    return found


def rows_count(count: int) -> str:
    """How many rows were left out."""
    return ngettext("{n} rij of cel niet overgenomen", "{n} rijen of cellen niet overgenomen", count)
