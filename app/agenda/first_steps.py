"""What a school that has just begun does first, and what of it is done already."""

from __future__ import annotations

from dataclasses import dataclass

from app.consents.matrix.overview import Progress
from app.kernel.texts import _
from app.school.service import School
from app.vault.store import Store


@dataclass(frozen=True)
class FirstStep:
    """One step of the beginning and the page where it is done."""

    icon: str
    title: str
    text: str
    verb: str
    page: str
    target: object
    is_done: bool


def first_steps(store: Store, school: School, progress: Progress) -> tuple[FirstStep, ...]:
    """The steps in a sensible order; nothing once pupils and their first answers are there."""
    if progress.total and progress.answered:
        return ()
    steps = [_list(bool(progress.total))]
    if store.user.role.leads:
        steps += [_profile(bool(school.profile().street)), _users(len(store.users()) > 1)]
    return (*steps, _round(bool(progress.answered)))


def _list(done: bool) -> FirstStep:
    text = _("Uit uw leerlingsysteem, als Excel of CSV. U ziet eerst wat er verandert.")
    return FirstStep("file-spreadsheet", _("Klassenlijst inlezen"), text, _("Inlezen"), "imports", None, done)


def _profile(done: bool) -> FirstStep:
    text = _("Adres, telefoon en bestuur komen op brieven en formulieren.")
    return FirstStep("school", _("Gegevens van de school aanvullen"), text, _("Aanvullen"), "school", "school", done)


def _users(done: bool) -> FirstStep:
    text = _("Een tweede directeur, het bestuur, de administratie: ieder met een eigen wachtzin.")
    return FirstStep("user-plus", _("Gebruikers toevoegen"), text, _("Toevoegen"), "school", "users", done)


def _round(done: bool) -> FirstStep:
    text = _("Vraag ouders per doel om toestemming en leg de antwoorden vast.")
    return FirstStep("camera", _("Toestemmingen vragen"), text, _("Beginnen"), "consents", None, done)
