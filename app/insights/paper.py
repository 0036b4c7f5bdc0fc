"""The yearly report for board and participation council: on A4, and as a workbook with the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.insights.charts import chart
from app.insights.rules import Part, Report, Totals
from app.insights.texts import PARTS, WITHHELD
from app.kernel.calendar import school_year_days
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.pdf import frame, parts
from app.pdf.frame import Meta
from app.pdf.styles import BODY
from app.pdf.text import paragraph
from app.sheets.workbook import Sheet, Value, workbook

_OVER = 56  # the heading over a picture and what its bars mean


def report_paper(report: Report, school: str, at: datetime) -> bytes:
    """The report as PDF: the numbers on top, then a picture per table."""
    words = _("blz. {page} van {pages}")
    title = _("Jaarverslag sociale media {year}").format(year=report.school_year)
    look = frame.report_look(
        school,
        _("Zonder namen"),
        _("{title} · {day}").format(title=title, day=long_date(at.date())),
        lambda page, pages: words.format(page=page, pages=pages),
    )
    return frame.build(_story(report, title, at), Meta(title=title, author=school, at=at), look)


def report_workbook(report: Report) -> bytes:
    """The same figures, one tab per table; what is withheld on paper is withheld here."""
    heads = (_("Wat"), report.school_year, report.year_before)
    top = Sheet(_("Overzicht"), heads, tuple(facts_of(report)))
    rest = [
        Sheet(_(PARTS[part.code]), heads, tuple((bar.label, _cell(bar.count), _cell(bar.before)) for bar in part.bars))
        for part in report.parts
    ]
    return workbook([top, *rest])


def facts_of(report: Report) -> Iterator[tuple[str, Value, Value]]:
    """The numbers on top, of this year and the year before."""
    pairs = zip(_facts(report.totals), _facts(report.before), strict=True)
    yield from ((label, now, before) for (label, now), (_label, before) in pairs)


def explained(report: Report) -> str:
    """What a dash means, and what a count is."""
    told = _(
        "Een zaak telt mee in het schooljaar waarin zij is geopend. Een zaak met meer onderwerpen of leerjaren "
        "telt bij elk daarvan. Een maatregel telt mee op de dag van het besluit, tenzij zij is ingetrokken. Toestellen "
        "in bewaring en berichten die weg moesten, staan apart."
    )
    if not report.is_public:
        return told
    return (
        told + " " + _("Een streepje betekent: minder dan vijf, of een getal waaruit zo’n klein getal te berekenen is.")
    )


def _facts(totals: Totals) -> tuple[tuple[str, Value], ...]:
    return (
        (_("Zaken geopend"), _cell(totals.cases)),
        (_("Daarvan nog open"), _cell(totals.open_cases)),
        (_("Nog open uit eerdere jaren"), _cell(totals.older_open)),
        (_("Dagen tot sluiten (mediaan)"), _cell(totals.days_to_close)),
        (_("Maatregelen"), _cell(totals.measures)),
        (_("Gesprekken met de inspecteur"), _cell(totals.calls)),
        (_("Meldingen en aangiften bij de politie"), _cell(totals.police)),
        (_("Beelden weg te halen"), _cell(totals.takedowns)),
        (_("Gezinnen met een antwoord"), _cell(totals.answered)),
        (_("Gezinnen"), _cell(totals.families)),
    )


def _cell(count: int | None) -> Value:
    return "–" if count is None else count


def _story(report: Report, title: str, at: datetime) -> list[Flowable]:
    under = _("Voor bestuur en medezeggenschapsraad · {until}").format(until=_until(report, at.date()))
    story = [*parts.title(title, under), *paragraph(explained(report), BODY), Spacer(0, 10)]
    heads = (_("In het kort"), report.school_year, report.year_before)
    rows = [(label, str(now), str(before)) for label, now, before in facts_of(report)]
    story += [*parts.table(heads, rows, (60, 20, 20)), Spacer(0, 14)]
    for part in report.parts:
        story += _of_part(part, report)
    return story


def _until(report: Report, on: date) -> str:
    """Until when the figures run: a school year that is not over says so."""
    day = long_date(on)
    if on <= school_year_days(report.school_year)[1]:
        return _("cijfers tot en met {day}").format(day=day)
    return _("gemaakt op {day}").format(day=day)


def _of_part(part: Part, report: Report) -> list[Flowable]:
    name = _(PARTS[part.code])
    if part.is_empty:
        return [*parts.heading(name), *paragraph(_("Geen in beide jaren."), BODY), Spacer(0, 6)]
    if part.is_withheld:
        return [*parts.heading(name), *paragraph(_(WITHHELD), BODY), Spacer(0, 6)]
    told = _("{year}; tussen haakjes en licht: {before}").format(year=report.school_year, before=report.year_before)
    drawing = chart(part)
    return [CondPageBreak(drawing.height + _OVER), *parts.heading(name), *paragraph(told, BODY), Spacer(0, 4), drawing,
            Spacer(0, 8)]  # fmt: skip
