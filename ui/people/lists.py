"""The three tables of Personen: pupils, employees, guardians."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from app.kernel.formats import phone
from app.kernel.names import full, sort_key
from app.kernel.texts import _
from app.people.rules import Authority, GuardianCard, GuardianLine, PersonKind, PersonLine, PupilCard
from app.people.service import People
from app.people.spelling import group_order
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.people import words

LEFT = "\nleft"  # among the groups, and no name of one


def tables(today: date, read_list: Callable[[], object], add: Callable[[], object]) -> dict[PersonKind, Table]:
    """A table for each kind of person; an empty one offers the first step."""
    no_pupils = EmptyState(
        "users",
        _("Nog geen leerlingen"),
        _("Lees de klassenlijst uit uw schoolsysteem in. U ziet eerst wat er verandert."),
        _("Klassenlijst inlezen"),
        read_list,
    )
    no_employees = EmptyState(
        "briefcase",
        _("Nog geen medewerkers"),
        _("Voer in wie er op school werkt, ook stagiairs en vrijwilligers."),
        _("Medewerker toevoegen"),
        add,
    )
    no_guardians = EmptyState(
        "users-round",
        _("Nog geen ouders"),
        _("Ouders en verzorgers komen met de klassenlijst mee, of via een leerling."),
    )
    return {
        PersonKind.PUPIL: Table(_pupil_columns(today), empty=no_pupils, name=_("Leerlingen")),
        PersonKind.EMPLOYEE: Table(_employee_columns(), empty=no_employees, name=_("Medewerkers")),
        PersonKind.GUARDIAN: Table(_guardian_columns(), empty=no_guardians, name=_("Ouders en verzorgers")),
    }


def _name_column(title: str) -> Column:
    return Column(
        title,
        strong=lambda line: words.first(line.name),
        text=lambda line: words.rest(line.name),
        sort=lambda line: sort_key(line.name),
    )


def _pupil_columns(today: date) -> tuple[Column, ...]:
    return (
        _name_column(_("Leerling")),
        Column(_("Groep"), text=lambda line: line.group, width=66, sort=lambda line: group_order(line.group)),
        Column(_("Leeftijd"), text=lambda line: words.age(line.birth_date, today), width=74, sort=_birth_date),
        Column(_("Nummer"), text=lambda line: line.number, width=90),
        Column(_("Ouders"), text=_parents, width=66, align="center"),
        Column(_("Let op"), tag=words.pupil_tag, width=170),
    )


def _birth_date(line: PupilCard) -> date:
    return line.birth_date or date.min


def _parents(line: PupilCard) -> str:
    return str(len(line.guardians)) if line.guardians else ""


def _employee_columns() -> tuple[Column, ...]:
    return (
        _name_column(_("Medewerker")),
        Column(_("Functie"), text=lambda line: line.job_title, width=170),
        Column(_("E-mail"), text=lambda line: line.email, width=196),
        Column("", tag=words.task_tag, width=100),
    )


def _guardian_columns() -> tuple[Column, ...]:
    return (
        _name_column(_("Ouder of verzorger")),
        Column(_("Van"), text=_pupils),
        Column(_("Telefoon"), text=lambda line: phone(line.phone), width=118),
        Column(_("Gezag"), tag=lambda line: words.authority_tag(_weakest(line)), width=170),
    )


def _pupils(line: GuardianCard) -> str:
    return ", ".join(full(pupil.name) for pupil in line.pupils)


def _weakest(line: GuardianCard) -> Authority:
    """Over several children: what is not confirmed goes before what is."""
    known = {relation.authority for relation in line.relations}
    order = (Authority.ASSUMED, Authority.NO, Authority.YES)
    return next(authority for authority in order if authority in known)


def groups_of(cards: Iterable[PupilCard]) -> tuple[str, ...]:
    """The groups of these pupils, youngest first."""
    return tuple(sorted({card.group for card in cards if card.group}, key=group_order))


def left_of(people: People) -> tuple[PupilCard, ...]:
    """The pupils who left, in Dutch order; they stay until their term is over."""
    cards = people.cards([line.id for line in people.former_pupils() if not line.active])
    gone = [card for card in cards if card.leave_date is not None]
    return tuple(sorted(gone, key=lambda card: (sort_key(card.name, card.birth_date), card.id)))


def guardians_of(cards: Iterable[PupilCard]) -> tuple[GuardianCard, ...]:
    """The guardians of these pupils in Dutch order, each with the pupils that are theirs."""
    wards: dict[int, list[tuple[PupilCard, GuardianLine]]] = {}
    for card in cards:
        for line in card.guardians:
            wards.setdefault(line.id, []).append((card, line))
    found = [_guardian(pairs) for pairs in wards.values()]
    return tuple(sorted(found, key=lambda card: (sort_key(card.name), card.id)))


def _guardian(pairs: list[tuple[PupilCard, GuardianLine]]) -> GuardianCard:
    line = pairs[0][1]
    pupils = (PersonLine(card.id, PersonKind.PUPIL, card.name, words.group(card.group)) for card, _line in pairs)
    return GuardianCard(
        id=line.id,
        name=line.name,
        title=line.title,
        email=line.email,
        phone=line.phone,
        address=line.address,
        pupils=tuple(pupils),
        relations=tuple(relation for _card, relation in pairs),
    )
