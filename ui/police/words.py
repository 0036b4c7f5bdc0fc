"""One row of the book of the police, whatever it is, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from app.cases.beside.holds import HoldLine
from app.cases.rules import short_number
from app.kernel.clock import AMSTERDAM
from app.kernel.findings import Severity
from app.kernel.formats import long_date, short_date, short_time
from app.kernel.texts import _
from app.police.lines import DecisionLine, PackLine, Piece, PoliceBook, PoliceLine
from app.police.rules import PoliceKind
from app.police.texts import HOWS, KINDS, OUTCOMES
from ui.kit.tag import TagText

Source = PoliceLine | DecisionLine | HoldLine | PackLine


@dataclass(frozen=True)
class BookRow:
    """One line of the list; ``source`` is what it stands for."""

    id: str
    at: datetime
    shown_at: str
    kind: str
    icon: str
    case_id: int
    number: str
    text: str
    tag: TagText | None
    source: Source


def rows_of(book: PoliceBook, numbers: dict[int, str]) -> tuple[BookRow, ...]:
    """Everything in one list, the newest first."""
    rows = [*_reports(book), *_decisions(book), *_holds(book, numbers), *_packs(book)]
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def _reports(book: PoliceBook) -> Iterator[BookRow]:
    for line in book.reports:
        report = line.report
        icon = "gavel" if report.kind is PoliceKind.AANGIFTE else "shield"
        text = " · ".join(part for part in (report.unit, report.registration_number) if part) or report.offence
        yield BookRow(
            f"report:{line.id}",
            report.at,
            short_time(report.at),
            _(KINDS[report.kind]).capitalize(),
            icon,
            line.case_id,
            short_number(line.case_number),
            text,
            _report_tag(line),
            line,
        )


def _report_tag(line: PoliceLine) -> TagText:
    if line.report.outcome is not None:
        return TagText(_(OUTCOMES[line.report.outcome]), "ok", "check")
    if any(finding.severity is Severity.WARN for finding in line.findings):
        return TagText(_("aanvullen"), "warn", "pencil")
    return TagText(_("loopt"), "accent")


def _decisions(book: PoliceBook) -> Iterator[BookRow]:
    for line in book.decisions:
        on = datetime.combine(line.decision.on, time(12), tzinfo=AMSTERDAM)
        number, kind = short_number(line.case_number), _("Niet naar de politie")
        tag, shown = TagText(_("besloten"), "neutral"), short_date(line.decision.on)
        text = line.decision.reasons.replace("\n", " ")
        yield BookRow(f"decision:{line.id}", on, shown, kind, "ban", line.case_id, number, text, tag, line)


def _holds(book: PoliceBook, numbers: dict[int, str]) -> Iterator[BookRow]:
    for line in book.holds:
        on = datetime.combine(line.since, time(11), tzinfo=AMSTERDAM)
        tag = TagText(_("opgeheven"), "neutral") if line.lifted_at else TagText(_("zaak wacht"), "warn", "hourglass")
        number, text = short_number(numbers.get(line.case_id, "")), f"{line.asked_by} · {line.reason}"
        kind, shown = _("Verzoek te wachten"), short_date(line.since)
        yield BookRow(f"hold:{line.id}", on, shown, kind, "hourglass", line.case_id, number, text, tag, line)


def _packs(book: PoliceBook) -> Iterator[BookRow]:
    for line in book.packs:
        number, kind, shown = short_number(line.case_number), _("Pakket"), short_time(line.made_at)
        text = _("{n} stukken, gemaakt door {name}").format(n=len(line.pieces), name=line.by)
        tag = TagText(_("gemaakt"), "ok", "check")
        yield BookRow(f"pack:{line.id}", line.made_at, shown, kind, "archive", line.case_id, number, text, tag, line)


def facts(source: Source) -> list[tuple[str, str]]:
    """The short facts of a row; those that are empty are left out."""
    if isinstance(source, PoliceLine):
        told = _report_facts(source)
    elif isinstance(source, DecisionLine):
        again = source.decision.look_again_on
        told = [
            (_("Besloten op"), long_date(source.decision.on)),
            (_("Door"), source.decision.by),
            (_("Opnieuw kijken"), long_date(again) if again else ""),
            (_("Vastgelegd"), f"{short_time(source.recorded_at)}, {source.recorded_by}"),
        ]
    elif isinstance(source, HoldLine):
        told = [
            (_("Gevraagd door"), source.asked_by),
            (_("Sinds"), long_date(source.since)),
            (_("Opnieuw vragen"), long_date(source.look_again_on) if source.look_again_on else ""),
            (_("Vastgelegd"), f"{short_time(source.placed_at)}, {source.placed_by}"),
            (_("Opgeheven"), f"{short_time(source.lifted_at)}, {source.lifted_by}" if source.lifted_at else ""),
        ]
    else:
        told = [(_("Gemaakt"), short_time(source.made_at)), (_("Door"), source.by), ("SHA-256", _spaced(source.sha256))]
    return [(word, text) for word, text in told if text]


def texts(source: Source) -> list[tuple[str, str]]:
    """The longer texts of a row; those that are empty are left out."""
    if isinstance(source, PoliceLine):
        one = source.report
        told = [
            (_("Wat er is gebeurd"), one.offence),
            (_("Meegegeven bewijs"), one.evidence),
            (_("Waarom ouders niet zijn ingelicht"), one.no_parents_reason),
            (_("Waarom vóór de stappen van artikel 4a"), one.why_early),
            (_("Vervolg"), one.follow_up),
            (_("Toelichting op de uitkomst"), one.outcome_note),
        ]
    elif isinstance(source, DecisionLine):
        told = [(_("Waarom niet"), source.decision.reasons), (_("Wat is afgewogen"), source.decision.considered)]
    elif isinstance(source, HoldLine):
        told = [(_("Waarom"), source.reason), (_("Waarom opgeheven"), source.lift_reason)]
    else:
        told = [(one.description, f"{_given(one)}\n{_spaced(one.sha256)}") for one in source.pieces]
    return [(title, text) for title, text in told if text]


def _report_facts(line: PoliceLine) -> list[tuple[str, str]]:
    one = line.report
    by = _("{name}, namens het bestuur").format(name=one.by) if one.for_board else one.by
    return [
        (_("Wanneer"), short_time(one.at)),
        (_("Hoe"), _(HOWS[one.how]) if one.how else ""),
        (_("Door"), by),
        (_("Bureau"), one.unit),
        (_("Naam agent"), one.officer),
        (_("Nummer"), one.registration_number),
        (_("Waar gebeurd"), one.location),
        (_("Adres"), _("van de school") if one.school_address else _("een ander adres")),
        (_("Kopie"), _("ontvangen") if one.copy_received else _("nog niet")),
        (_("Ouders"), long_date(one.parents_told_on) if one.parents_told_on else _("nog niet ingelicht")),
        (_("Uitkomst"), _(OUTCOMES[one.outcome]) if one.outcome else ""),
        (_("Afgedaan"), long_date(one.closed_on) if one.closed_on else ""),
        (_("Vastgelegd"), f"{short_time(line.recorded_at)}, {line.recorded_by}" if line.recorded_at else ""),
    ]


def _given(piece: Piece) -> str:
    """The name of a piece, and under which it lies in the pack when the file itself was handed over."""
    return _("{name}, meegegeven als {file}").format(name=piece.name, file=piece.file) if piece.file else piece.name


def _spaced(digest: str) -> str:
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
