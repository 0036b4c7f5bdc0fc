"""One line of the log: who, what and when, and what stood there before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.kernel.formats import long_time
from app.kernel.texts import N_, _
from app.vault.trail.audit import AuditLine
from ui.kit.labels import label
from ui.kit.rows import FactRow
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.school.log_lines import LogLine
from ui.school.log_values import shown

_FIELDS = {
    "account": N_("account"),
    "active": N_("actief"),
    "address": N_("adres"),
    "answer": N_("antwoord"),
    "at": N_("moment"),
    "authority": N_("gezag"),
    "birth_date": N_("geboortedatum"),
    "body": N_("tekst"),
    "brin": N_("BRIN"),
    "city": N_("plaats"),
    "archived_at": N_("in het archief sinds"),
    "closed_at": N_("gesloten op"),
    "code": N_("code"),
    "confidentiality": N_("vertrouwelijkheid"),
    "decided_on": N_("besloten op"),
    "due_on": N_("voor"),
    "email": N_("e-mail"),
    "evaluate_on": N_("evalueren op"),
    "first_day": N_("eerste dag"),
    "first_name": N_("voornaam"),
    "group": N_("groep"),
    "happened_on": N_("gebeurd op"),
    "infix": N_("tussenvoegsel"),
    "job_title": N_("functie"),
    "kind": N_("soort"),
    "last_day": N_("laatste dag"),
    "leave_date": N_("uitgeschreven op"),
    "name": N_("naam"),
    "note": N_("notitie"),
    "number": N_("nummer"),
    "outcome": N_("uitkomst"),
    "phone": N_("telefoon"),
    "place": N_("plek"),
    "platform": N_("platform"),
    "postcode": N_("postcode"),
    "reason": N_("reden"),
    "relation": N_("relatie"),
    "role": N_("rol"),
    "school_year": N_("schooljaar"),
    "severity": N_("ernst"),
    "source": N_("bron"),
    "status": N_("stand"),
    "street": N_("straat"),
    "subject": N_("onderwerp"),
    "summary": N_("verhaal"),
    "surname": N_("achternaam"),
    "text": N_("tekst"),
    "title": N_("titel"),
    "website": N_("website"),
}


@dataclass(frozen=True)
class ChangeLine:
    """One thing that changed; ``id`` is its place in the list."""

    id: int
    field: str
    before: str
    after: str


class LogSheet(Sheet):
    """Shows a line with its changes."""

    def __init__(self, line: LogLine, found: AuditLine) -> None:
        super().__init__(line.what[:1].upper() + line.what[1:], width=760, scrolls=True)
        for word, text in (
            (_("Wanneer"), long_time(line.at)),
            (_("Wie"), line.user),
            (_("Waarover"), line.about or _("het Meldboek zelf")),
            (_("Regel"), _("{number} van {drawer}").format(number=line.number, drawer=line.drawer)),
        ):
            self.body.addWidget(FactRow(word, text, 90))
        changes = tuple(_changes(found))
        if changes:
            self.table = Table(
                (
                    Column(_("Wat"), lambda change: change.field, 170),
                    Column(_("Eerst"), lambda change: change.before, tip=lambda change: change.before),
                    Column(_("Daarna"), lambda change: change.after, tip=lambda change: change.after),
                ),
                name=_("Wat er veranderde"),
            )
            self.table.set_lines(changes)
            self.table.setMinimumHeight(min(420, 44 + 38 * len(changes)))
            self.body.addWidget(self.table)
        else:
            self.body.addWidget(label(_("Bij deze regel is niets veranderd, of de inhoud is vernietigd."), "quiet"))
        self.add_button(_("Sluiten"), self.dismiss, "primary")


def _changes(found: AuditLine) -> Iterator[ChangeLine]:
    number = 0
    for _table, _key, columns in found.changes:
        for name, (before, after) in columns.items():
            if name in _FIELDS and before != after:
                number += 1
                yield ChangeLine(number, _(_FIELDS[name]), shown(before), shown(after))
