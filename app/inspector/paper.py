"""What leaves this room on paper: the note of one call, the account of the statutory steps, the log without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reportlab.platypus import Flowable, Spacer

from app.inspector.chain import ChainStep, StepState
from app.inspector.lines import AgreedStep, CallLine, ChainAccount
from app.inspector.rules import CallKind
from app.inspector.texts import CALLERS, FOLLOWED, KINDS, QUALIFIED, REASONS, STEPS, SUSPICIONS
from app.kernel.formats import clock_time, long_time, phone, short_date, short_time, weekday_time
from app.kernel.texts import _
from app.pdf.frame import Meta, build, page_of, report_look
from app.pdf.parts import Entry, chronology, facts, heading, table, title
from app.pdf.styles import BODY, TEXT_WIDTH
from app.pdf.text import paragraph
from app.protocol.rules import Domain as Subject

_LABELS = 120
_LOG = (0.17, 0.09, 0.14, 0.24, 0.18, 0.18)


def call_note(line: CallLine, school: str, subjects: Sequence[Subject], at: datetime) -> bytes:
    """The note of one call on one page, for the closed file of the director and the board."""
    name = _("Gespreksnotitie vertrouwensinspecteur")
    story: list[Flowable] = [*title(name, weekday_time(line.started_at)), *facts(_about(line, subjects), _LABELS)]
    for head, text in texts(line):
        story += [Spacer(0, 9), *facts([(head, text)], _LABELS)]
    return _built(story, name, school, at)


def chain_note(account: ChainAccount, school: str, at: datetime) -> bytes:
    """Who knew and did what when under article 4a: every step and every call or attempt, in the order of time."""
    name = _("Verantwoording wettelijke stappen")
    known_at, chain = account.known_at, account.chain
    moments: list[tuple[datetime, Entry]] = [(known_at, Entry(short_time(known_at), _("Bekend op school")))]
    for flag in account.raised:
        by = ". ".join(part for part in (_("Door {name}").format(name=flag.by) if flag.by else "", flag.why) if part)
        moments.append((flag.at, Entry(short_time(flag.at), _(QUALIFIED[flag.flag]), by)))
    moments += [(step.done.at, _step(step, step.done.at)) for step in chain if step.done is not None]
    moments += [(line.started_at, _attempt(line)) for line in account.calls]
    waiting = [_(STEPS[step.step]) for step in chain if step.state is not StepState.DONE]
    story = [
        *title(
            name, _("Zaak {number}, artikel 4a van de Wet op het primair onderwijs").format(number=account.case_number)
        ),
        *chronology([entry for _at, entry in sorted(moments, key=lambda pair: pair[0])]),
    ]
    if waiting:
        story += [*heading(_("Nog niet gedaan")), *paragraph("\n".join(waiting), BODY)]
    return _built(story, name, school, at)


def log_paper(lines: Sequence[CallLine], year: str, school: str, subjects: Sequence[Subject], at: datetime) -> bytes:
    """The calls of a school year for the board: counts and a list without any name, advice or note."""
    name = _("Gesprekken met de vertrouwensinspecteur")
    words = {subject.code: subject.label for subject in subjects}
    heads = (_("Wanneer"), _("Duur"), _("Uitkomst"), _("Waarom"), _("Domein"), _("Vermoeden"))
    rows = [
        (
            short_time(line.started_at),
            minutes(line),
            outcome(line),
            _(REASONS[line.notes.reason]),
            words.get(line.notes.domain or "", "–"),
            suspicion(line) or "–",
        )
        for line in lines
    ]
    story = [*title(name, _("Schooljaar {year}").format(year=year)), *facts(counted(lines, subjects), 190)]
    story += [*heading(_("Lijst zonder namen")), *table(heads, rows, [TEXT_WIDTH * share for share in _LOG])]
    return _built(story, name, school, at)


def counted(lines: Sequence[CallLine], subjects: Sequence[Subject]) -> list[tuple[str, str]]:
    """The counts of these calls as label and number; what is zero is left out, but for the calls themselves."""
    reached = [line for line in lines if line.reached]
    missed = sum(not line.reached and not line.is_running for line in lines)
    reasons = Counter(str(line.notes.reason) for line in reached)
    domains = Counter(str(line.notes.domain) for line in reached)
    rows = [(_("Gesprekken"), len(reached)), (_("Keer geen gehoor"), missed)]
    rows += [(_(text), reasons[code]) for code, text in REASONS.items()]
    rows += [(subject.label, domains[subject.code]) for subject in subjects]
    rows.append((_("Advies niet of deels gevolgd"), sum(x.notes.advice_followed in {"no", "partly"} for x in reached)))
    return [(label, str(count)) for at, (label, count) in enumerate(rows) if count or at == 0]


def texts(line: CallLine) -> list[tuple[str, str]]:
    """The longer texts of a call; those that are empty are left out."""
    notes = line.notes
    told = (
        (_("Feiten zoals verteld"), notes.facts),
        (_("Aantekeningen"), notes.notes),
        (_("Advies"), notes.advice),
        (_("Waarom niet gevolgd"), notes.why_not),
        (_("Wat is afgesproken"), agreed(line)),
    )
    return [(head, text) for head, text in told if text]


def agreed(line: CallLine) -> str:
    """What was agreed, one per line: what, who, before when, and whether it was done."""
    return "\n".join(agreed_line(step) for step in line.notes.agreed)


def agreed_line(step: AgreedStep) -> str:
    """One step that was agreed, in one line."""
    done = _("gedaan {day}").format(day=short_date(step.done_on)) if step.done_on else ""
    parts = (step.what, step.who, short_date(step.on) if step.on else "", done)
    return " · ".join(part for part in parts if part)


def minutes(line: CallLine) -> str:
    """How long a call took, in whole minutes."""
    if line.is_running or not line.reached:
        return "–"
    return _("{minutes} min").format(minutes=max(1, round(line.length / timedelta(minutes=1))))


def suspicion(line: CallLine) -> str:
    """What the inspector thinks of a reasonable suspicion; empty for a call that only told of an aangifte."""
    found = line.notes.suspicion
    return _(SUSPICIONS[found]) if found and line.notes.kind is CallKind.CONSULT else ""


def outcome(line: CallLine) -> str:
    """What became of a call: that it runs, what kind it was, or that nobody answered."""
    if line.is_running:
        return _("loopt nu")
    return _(KINDS[line.notes.kind]) if line.reached else _("geen gehoor")


def _about(line: CallLine, subjects: Sequence[Subject]) -> list[tuple[str, str]]:
    notes = line.notes
    words = {subject.code: subject.label for subject in subjects}
    until = clock_time(line.ended_at) if line.ended_at else ""
    when = f"{short_time(line.started_at)} – {until}" if until else short_time(line.started_at)
    told = (
        (_("Wanneer"), f"{when} ({minutes(line)})" if line.reached else when),
        (_("Uitkomst"), outcome(line)),
        (_("Zaak"), line.case_number or _("zonder zaak")),
        (_("Beller"), caller(line)),
        (_("Nummer"), phone(line.number)),
        (_("Inspecteur"), notes.inspector_name),
        (_("Kenmerk"), notes.reference),
        (_("Waarom"), _(REASONS[notes.reason])),
        (_("Domein"), words.get(notes.domain or "", "")),
        (_("Vermoeden volgens inspecteur"), suspicion(line)),
        (_("Ouders ingelicht"), told_on(notes.parents_told_on)),
        (_("Betrokkene ingelicht"), told_on(notes.person_told_on)),
        (_("Advies gevolgd"), _(FOLLOWED[notes.advice_followed]) if notes.advice_followed else ""),
        (_("Terugbellen op"), short_date(notes.follow_up_on) if notes.follow_up_on else ""),
        (_("Meegelezen door"), second_reader(line)),
    )
    return [(head, text) for head, text in told if text]


def caller(line: CallLine) -> str:
    """Who called, in which function, and whether for the board."""
    role = _(CALLERS[line.caller_role]) if line.caller_role in CALLERS else ""
    who = ", ".join(part for part in (line.caller, role) if part)
    return _("{name}, namens het bestuur").format(name=who) if line.notes.for_board else who


def told_on(day: date | None) -> str:
    """The day, or that it has not been done."""
    return short_date(day) if day else _("nog niet")


def second_reader(line: CallLine) -> str:
    """Who read the record beside the caller, and when."""
    return f"{line.read_by}, {short_time(line.read_at)}" if line.read_at else ""


def _step(step: ChainStep, at: datetime) -> Entry:
    done = step.done
    parts = [done.note if done else ""]
    if done is not None and done.recorded_at is not None:
        wrote = _("Vastgelegd {moment} door {name}.")
        parts.append(wrote.format(moment=short_time(done.recorded_at), name=done.recorded_by))
    if done is not None and done.corrected_why:
        parts.append(_("Gewijzigd: {reason}").format(reason=done.corrected_why))
    name = _(STEPS[step.step])
    by = _("{step}, door {name}").format(step=name, name=done.by) if done and done.by else name
    return Entry(short_time(at), by, "\n".join(part for part in parts if part))


def _attempt(line: CallLine) -> Entry:
    if not line.reached:
        return Entry(short_time(line.started_at), _("Gebeld, geen gehoor: {name}").format(name=line.caller))
    what = _("Gebeld met de vertrouwensinspecteur: {name}").format(name=line.caller)
    return Entry(short_time(line.started_at), what, f"{_(REASONS[line.notes.reason])}, {minutes(line)}")


def _built(story: Sequence[Flowable], name: str, school: str, at: datetime) -> bytes:
    foot = _("Vertrouwelijk: alleen voor directeur en bestuur · {moment}").format(moment=long_time(at))
    look = report_look(school, name, foot, page_of)
    return build(story, Meta(name, school, at), look)
