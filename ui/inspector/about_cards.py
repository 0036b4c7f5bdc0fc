"""Beside the call: who judged that it must be made and why, what was tried before, and help in short sentences."""

from __future__ import annotations

from app.cases.lines import FlagLine
from app.inspector.lines import CallSheet
from app.inspector.paper import minutes, suspicion
from app.inspector.texts import HELP, QUALIFIED
from app.kernel.formats import weekday_time
from app.kernel.texts import _
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.layouts import column
from ui.kit.rows import PlainRow
from ui.kit.sheet import Sheet


class SoFarCard(Card):
    """What went before this call; hidden when nothing did."""

    def __init__(self) -> None:
        super().__init__(_("Tot nu toe"))

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show the judgement and the earlier calls of this case."""
        self.clear()
        self.setVisible(bool(sheet.raised or sheet.earlier))
        for flag in sheet.raised:
            self.body.addLayout(
                column(label(_(QUALIFIED[flag.flag]), wrap=True), label(_judged(flag), "secondary", wrap=True), gap=1)
            )
        for line in sheet.earlier[-4:]:
            icon = "phone" if line.reached else "phone-missed"
            right = minutes(line) if line.reached else _("geen gehoor")
            self.add(PlainRow(icon, weekday_time(line.started_at), right, "ok" if line.reached else "warn"))


def _judged(flag: FlagLine) -> str:
    parts = [weekday_time(flag.at)]
    if flag.by:
        parts.append(flag.by)
    text = ", ".join(parts)
    return f"{text}: {flag.why}" if flag.why else text


def told_of(sheet: CallSheet) -> str:
    """What the inspector thought of a reasonable suspicion when last spoken; empty without such a call."""
    said = next((line for line in reversed(sheet.earlier) if line.reached and suspicion(line)), None)
    if said is None:
        return ""
    told = _("De inspecteur vond op {moment}: redelijk vermoeden {answer}.")
    return told.format(moment=weekday_time(said.started_at), answer=suspicion(said))


def help_rows() -> list[PlainRow]:
    """What the inspector does, in a few short sentences."""
    return [PlainRow(icon, _(text), tone="ink2") for icon, text in HELP["talk"]]


def help_sheet() -> Sheet:
    """Everything that is good to know before, during and after a call."""
    sheet = Sheet(_("Bellen met de vertrouwensinspecteur"), width=620, scrolls=True)
    titles = {
        "talk": _("Zo gaat het gesprek"),
        "before": _("Houd bij de hand"),
        "after": _("Na het gesprek"),
        "law": _("Artikel 4a"),
    }
    for key, title in titles.items():
        sheet.body.addWidget(label(title, "section"))
        for icon, text in HELP[key]:
            sheet.body.addWidget(PlainRow(icon, _(text), tone="ink2"))
    sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
    return sheet
