"""How people are said on screen: names in two weights, ages, authority and relations as tags."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.kernel.formats import postcode, short_date
from app.kernel.names import PersonName, Title, full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import (
    Address,
    Authority,
    EmployeeLine,
    GuardianLine,
    PupilCard,
    RelationKind,
    TaskKind,
    age_on,
)
from ui.kit.tag import TagText

RELATIONS = {
    RelationKind.PARENT: N_("ouder"),
    RelationKind.CARER: N_("verzorger"),
    RelationKind.GUARDIAN_PERSON: N_("voogd"),
    RelationKind.GUARDIAN_INSTITUTION: N_("voogdij-instelling"),
}
LOOKS = {"viewed": N_("bekeken"), "printed": N_("afgedrukt"), "exported": N_("opgeslagen")}
TITLES = {Title.MRS: N_("mevrouw"), Title.MR: N_("de heer"), Title.NEUTRAL: N_("geen van beide")}
TASKS = {
    TaskKind.EMPLOYED: N_("in dienst"),
    TaskKind.TRAINEE: N_("stagiair"),
    TaskKind.VOLUNTEER: N_("vrijwilliger"),
    TaskKind.HIRED: N_("ingehuurd"),
}


def first(name: PersonName) -> str:
    """The part of a name that stands out in a list."""
    return name.first_name or name.initials or full(name)


def rest(name: PersonName) -> str:
    """What follows it: infix and surname."""
    return full(name).removeprefix(first(name)).strip()


def group(name: str) -> str:
    """A group as a word in a sentence."""
    return _("groep {group}").format(group=name) if name else _("zonder groep")


def age(birth_date: date | None, today: date) -> str:
    """An age in years, or nothing."""
    return _("{n} jaar").format(n=age_on(birth_date, today)) if birth_date else ""


def authority_tag(authority: Authority) -> TagText:
    """Whether a guardian has authority, as far as the school knows."""
    if authority is Authority.YES:
        return TagText(_("gezag"), "ok", "shield-check")
    if authority is Authority.NO:
        return TagText(_("geen gezag"), "neutral", "ban")
    return TagText(_("gezag niet bevestigd"), "warn", "circle-question-mark")


def authority_source(line: GuardianLine) -> str:
    """Since when and from where the authority is known."""
    if line.authority is Authority.ASSUMED:
        return _("overgenomen uit {source}").format(source=line.authority_source) if line.authority_source else ""
    since = _("sinds {date}").format(date=short_date(line.authority_since)) if line.authority_since else ""
    return ", ".join(part for part in (since, line.authority_source) if part)


def pupil_tag(card: PupilCard) -> TagText | None:
    """What must be known of a pupil at one glance: blocked, gone, or authority that nobody confirmed."""
    if not card.active:
        return TagText(_("uitgeschreven"), "neutral")
    if card.blocked:
        return TagText(_("afgeschermd"), "neutral", "shield")
    if not card.guardians:
        return TagText(_("geen ouder bekend"), "warn", "triangle-alert")
    unsure = assumed(card.guardians)
    return TagText(_("gezag niet bevestigd"), "warn", "circle-question-mark") if unsure else None


def assumed(lines: Iterable[GuardianLine]) -> tuple[GuardianLine, ...]:
    """Those whose authority nobody confirmed or denied."""
    return tuple(line for line in lines if line.authority is Authority.ASSUMED)


def task_tag(line: EmployeeLine) -> TagText | None:
    """Anything but an ordinary employee."""
    return None if line.task_kind is TaskKind.EMPLOYED else TagText(_(TASKS[line.task_kind]), "info")


def one_line(address: Address) -> str:
    """An address in one line, or nothing."""
    street = f"{address.street} {address.number}".strip()
    place = f"{postcode(address.postcode)} {address.city}".strip()
    return ", ".join(part for part in (street, place) if part)


def pupils_count(count: int) -> str:
    """How many pupils."""
    return ngettext("{n} leerling", "{n} leerlingen", count)
