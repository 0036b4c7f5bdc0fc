"""The main job from end to end without a window: list, consents, case, measure, letter, call, dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, EntryKind, InvolvementRole, NewTriage, Place, Scope
from app.casework import Casework
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.rules import Medium
from app.inspector.lines import CallNotes
from app.inspector.rules import Domain, Reason, Suspicion
from app.kernel.errors import Unavailable
from app.kernel.names import full
from app.kernel.texts import _
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.people.rules import PupilCard

_HEADINGS = (
    "Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Groep",
    "Naam verzorger 1", "E-mail verzorger 1", "Gezag verzorger 1", "Naam verzorger 2", "E-mail verzorger 2",
    "Gezag verzorger 2", "Straat", "Huisnummer", "Postcode", "Woonplaats",
)  # fmt: skip
_NEWCOMERS = (
    ("20260901", "Jip", "", "Veenstra", "14-02-2016", "8A", "Hilde Veenstra", "Bas Veenstra"),
    ("20260902", "Ravi", "", "Kalloe", "03-05-2016", "8A", "Sharda Kalloe", ""),
    ("20260903", "Lies", "ter", "Horst", "21-11-2015", "8A", "Anke ter Horst", "Wim ter Horst"),
)
_HOME = ("Voorbeeldlaan", "12", "7511 AB", "Enschede")


@dataclass(frozen=True)
class Done:
    """One step that was done, as a sentence, with the file that it left."""

    sentence: str
    file: Path | None = None


def walk(meldboek: Meldboek, out: Path) -> Iterator[Done]:
    """Do the main job on an open school as its director; files are left in the folder ``out``."""
    if meldboek.casework is None:
        raise Unavailable("dossiers.no_access")
    pupils, done = _take_over(meldboek, out)
    yield done
    yield _record_consents(meldboek, pupils)
    yield _ask(meldboek, pupils)
    case_id = _report(meldboek, meldboek.casework, pupils)
    yield Done(_("Zaak {number} is geopend.").format(number=meldboek.casework.cases.case(case_id).number))
    measure_id = _decide(meldboek, meldboek.casework, case_id, pupils[0])
    yield Done(_("De maatregel is vastgesteld."))
    yield _write_letter(meldboek.casework, measure_id, out)
    yield _call(meldboek.casework, case_id)
    yield _compile(meldboek.casework, pupils[0], out)


def _take_over(meldboek: Meldboek, out: Path) -> tuple[list[PupilCard], Done]:
    path = out / "klassenlijst.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEADINGS)
    for *pupil, one, two in _NEWCOMERS:
        sheet.append((*pupil, *_guardian(one), *_guardian(two), *_HOME))
    book.save(path)
    result = meldboek.imports.apply(meldboek.imports.compare(meldboek.imports.read(path)))
    told = _("Klassenlijst ingelezen: {new} nieuw, {unchanged} gelijk.").format(
        new=result.new, unchanged=result.unchanged
    )
    return [meldboek.people.pupil_by_number(row[0]) for row in _NEWCOMERS], Done(told, path)


def _guardian(name: str) -> tuple[str, str, str]:
    return (name, f"{name.lower().replace(' ', '.')}@voorbeeld.nl", "ja") if name else ("", "", "")


def _record_consents(meldboek: Meldboek, pupils: list[PupilCard]) -> Done:
    purposes = [purpose.code for purpose in meldboek.consents.purposes()]
    for pupil in pupils:
        for guardian in pupil.guardians:
            answers = tuple(Answer(code, yes=pupil is not pupils[1]) for code in purposes)
            form = NewAnswers(pupil.id, guardian.id, answers, meldboek.clock.today(), evidence=_("map 3 in de kluis"))
            meldboek.consents.record(form)
    return Done(_("Toestemmingen van {count} leerlingen vastgelegd.").format(count=len(pupils)))


def _ask(meldboek: Meldboek, pupils: list[PupilCard]) -> Done:
    ids = [pupil.id for pupil in pupils]
    lines = meldboek.consents.may("SOCIAL_PUBLIC.INSTAGRAM", Medium.PHOTO, ids)
    told = ", ".join(f"{full(line.name)}: {_('ja') if line.allowed else _('nee')}" for line in lines)
    return Done(_("Foto op Instagram? {answers}").format(answers=told))


def _report(meldboek: Meldboek, casework: Casework, pupils: list[PupilCard]) -> int:
    now = meldboek.clock.now()
    actor, affected, witness = pupils
    report = NewReport(
        title=_("Bewerkte foto in de appgroep van groep 8"),
        summary=_("Een moeder belt: in de appgroep staat een bewerkte foto van haar kind."),
        happened_on=now.date() - timedelta(days=1),
        place=Place.PRIVATE,
        platform="WhatsApp",
        involved=(
            NewInvolvement(InvolvementRole.ACTOR, actor.id, category="MEME_DEEPFAKE"),
            NewInvolvement(InvolvementRole.AFFECTED, affected.id),
            NewInvolvement(InvolvementRole.WITNESS, witness.id),
        ),
        knowledge_at=now,
        severity=CaseSeverity.MEDIUM,
    )
    case_id = casework.cases.report(report)
    triage = NewTriage(school_related=True, severity=CaseSeverity.MEDIUM, scope=Scope.SMALL_GROUP)
    casework.cases.triage(case_id, triage)
    talk = NewEntry(EntryKind.TALK, _("Gesprek met {name}").format(name=actor.name.first_name), heard=(actor.id,))
    casework.cases.add_entry(case_id, talk)
    return case_id


def _decide(meldboek: Meldboek, casework: Casework, case_id: int, pupil: PupilCard) -> int:
    now = meldboek.clock.now()
    heard = Hearing(
        HeardAs.PUPIL,
        full(pupil.name),
        pupil.id,
        held_at=now,
        report=_("De foto was als grap bedoeld. Het spijt de leerling."),
    )
    parents = tuple(
        Hearing(
            HeardAs.GUARDIAN,
            full(guardian.name),
            guardian.id,
            True,
            held_at=now,
            report=_("De ouder schrok van de foto en praat er thuis over."),
        )
        for guardian in pupil.guardians
    )
    draft = Draft(
        rung="pupil.WARNING",
        decided_on=now.date(),
        decider=Decider.DIRECTOR,
        decided_by=meldboek.user.name,
        facts=_("{name} plaatste een bewerkte foto van een klasgenoot.").format(name=pupil.name.first_name),
        reasons=_("Een gesprek alleen is te licht, want de foto is door veel kinderen gezien."),
        hearings=(heard, *parents),
    )
    measure_id = casework.measures.propose(NewMeasure(case_id, pupil.id, draft))
    casework.measures.decide(measure_id, _("Er was nog geen eerdere maatregel."))
    return measure_id


def _write_letter(casework: Casework, measure_id: int, out: Path) -> Done:
    letters = casework.letters.draft_for_measure(measure_id)
    for letter_id in letters:
        casework.letters.finalise(letter_id, to_tray=False)
    path = out / "brief.pdf"
    path.write_bytes(casework.letters.preview(letters[0]))
    return Done(_("Brieven vastgesteld: {count}.").format(count=len(letters)), path)


def _call(casework: Casework, case_id: int) -> Done:
    notes = CallNotes(
        reason=Reason.VOLUNTARY,
        domain=Domain.MENTAL_VIOLENCE,
        facts=_("leerling uit groep 8, bewerkte foto van een klasgenoot"),
        notes=_("Advies gevraagd over het gesprek met de klas."),
        advice=_("Bespreek het in de groep en spreek een vast moment af om terug te kijken."),
        suspicion=Suspicion.NO,
    )
    casework.inspector.finish(casework.inspector.start(case_id, notes), notes)
    return Done(_("Gesprek met de vertrouwensinspecteur vastgelegd."))


def _compile(casework: Casework, pupil: PupilCard, out: Path) -> Done:
    path = out / "dossier.pdf"
    path.write_bytes(casework.dossiers.pdf(casework.dossiers.compile(pupil.id)))
    return Done(_("Dossier van {name} gemaakt.").format(name=full(pupil.name)), path)
